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

/// One circle, each skill before the one that it waits for, or `None` if there is none.
///
/// A depth-first walk with a stack of its own, so that a chain of any length is walked safely.
pub(super) fn find(parts: &Parts) -> Option<Vec<SkillIx>> {
    #[derive(Clone, Copy, PartialEq)]
    enum Seen {
        No,
        OnTheWay,
        Through,
    }
    let mut seen = vec![Seen::No; parts.skills.len()];
    for start in (0..parts.skills.len()).map(SkillIx::new) {
        if seen[start.at()] != Seen::No {
            continue;
        }
        seen[start.at()] = Seen::OnTheWay;
        let mut way = vec![(start, before(parts, start).into_iter())];
        while let Some((here, ahead)) = way.last_mut() {
            let here = *here;
            match ahead.next() {
                None => {
                    seen[here.at()] = Seen::Through;
                    way.pop();
                }
                Some(next) if seen[next.at()] == Seen::No => {
                    seen[next.at()] = Seen::OnTheWay;
                    way.push((next, before(parts, next).into_iter()));
                }
                Some(next) if seen[next.at()] == Seen::OnTheWay => {
                    let from = way.iter().position(|(skill, _)| *skill == next)?;
                    return Some(way[from..].iter().map(|(skill, _)| *skill).collect());
                }
                Some(_) => {}
            }
        }
    }
    None
}
