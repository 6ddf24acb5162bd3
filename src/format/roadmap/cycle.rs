//! A circle of skills that wait for each other.

use crate::domain::{Node, Parts, SkillIx};

/// What may have to be had before a skill: its prerequisites, and every option of the choices among them.
pub(super) fn before(parts: &Parts, skill: SkillIx) -> Vec<SkillIx> {
    let requires = parts.skills[skill.at()].requires.iter();
    requires
        .flat_map(|node| match node {
            Node::Skill(ix) => vec![*ix],
            Node::Choice(ix) => parts.choices[ix.at()].options.clone(),
        })
        .collect()
}

/// Circles that share no skill, each skill before the one that it waits for; none only if there is no circle.
///
/// A depth-first walk with a stack of its own, so that a chain of any length is walked safely.
pub(super) fn find(parts: &Parts) -> Vec<Vec<SkillIx>> {
    let count = parts.skills.len();
    let mut walk = Walk { seen: vec![Seen::No; count], told: vec![false; count], circles: Vec::new() };
    for start in (0..count).map(SkillIx::new) {
        if walk.seen[start.at()] == Seen::No {
            walk.from(parts, start);
        }
    }
    walk.circles
}

#[derive(Clone, Copy, PartialEq)]
enum Seen {
    No,
    /// On the way from where the walk began, at this place of it.
    OnTheWay(usize),
    Through,
}

struct Walk {
    seen: Vec<Seen>,
    /// Whether a skill is in a circle that was found.
    told: Vec<bool>,
    circles: Vec<Vec<SkillIx>>,
}

impl Walk {
    fn from(&mut self, parts: &Parts, start: SkillIx) {
        let mut way = Vec::new();
        let mut next = Some(start);
        loop {
            if let Some(skill) = next.take() {
                self.seen[skill.at()] = Seen::OnTheWay(way.len());
                way.push((skill, before(parts, skill).into_iter()));
            }
            let Some((here, ahead)) = way.last_mut() else { return };
            let here = *here;
            match ahead.next().map(|skill| (skill, self.seen[skill.at()])) {
                Some((skill, Seen::No)) => next = Some(skill),
                Some((_, Seen::OnTheWay(from))) => self.tell(way[from..].iter().map(|(skill, _)| *skill)),
                Some((_, Seen::Through)) => {}
                None => {
                    self.seen[here.at()] = Seen::Through;
                    way.pop();
                }
            }
        }
    }

    fn tell(&mut self, circle: impl Iterator<Item = SkillIx> + Clone) {
        if circle.clone().any(|skill| self.told[skill.at()]) {
            return;
        }
        circle.clone().for_each(|skill| self.told[skill.at()] = true);
        self.circles.push(circle.collect());
    }
}
