//! Which option of each open choice the way is laid through.

use super::worth::{Worth, hours_left};
use crate::domain::{ChoiceIx, Node, Progress, Roadmap, SkillIx, Standing, Status};

/// Rounds after which a resolution that still changes is taken as it is.
const MOST_ROUNDS: usize = 8;

/// An open choice that the goal needs, and what was taken for granted about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assumed {
    /// The choice.
    pub choice: ChoiceIx,
    /// The options that the way is laid through.
    pub options: Vec<SkillIx>,
    /// Whether the learner picked the first of them.
    pub picked: bool,
}

/// The options taken of each choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Picks {
    of: Vec<Vec<SkillIx>>,
}

impl Picks {
    /// Resolves the choices: the learner's pick decides; else an option that is had or under way; else the one
    /// whose missing prerequisites cost the fewest hours, given all other picks, to a fixed point.
    pub(super) fn resolve(
        roadmap: &Roadmap,
        standing: &Standing,
        progress: &Progress,
        worth: &Worth,
    ) -> Self {
        let mut picks = Self {
            of: roadmap
                .choices()
                .map(|(ix, _)| preferred(roadmap, standing, progress, ix, |_| 0.0))
                .collect(),
        };
        let hours = roadmap.skills().map(|(ix, _)| hours_left(roadmap, standing, progress, ix));
        let hours: Vec<f64> = hours.collect();
        for _ in 0..MOST_ROUNDS {
            let before = picks.clone();
            for (ix, _) in roadmap.choices() {
                picks.of[ix.at()].clear();
                let others = worth.iter().flat_map(|&(node, _)| picks.wanted(roadmap, standing, node));
                let others: Vec<SkillIx> = others.collect();
                let mut extra = hours.clone();
                for had_anyway in picks.missing_before(roadmap, standing, others.into_iter()) {
                    extra[had_anyway.at()] = 0.0;
                }
                let taken = preferred(roadmap, standing, progress, ix, |option| {
                    let own = picks.missing_before(roadmap, standing, std::iter::once(option));
                    own.iter().map(|skill| extra[skill.at()]).sum()
                });
                picks.of[ix.at()] = taken;
            }
            if picks == before {
                break;
            }
        }
        picks
    }

    /// The skills that a node stands for: itself, or the options taken of a choice.
    pub(super) fn skills(&self, roadmap: &Roadmap, node: Node) -> impl Iterator<Item = SkillIx> {
        debug_assert!(self.of.len() == roadmap.parts().choices.len());
        let (skill, options) = match node {
            Node::Skill(ix) => (Some(ix), &[][..]),
            Node::Choice(ix) => (None, &self.of[ix.at()][..]),
        };
        skill.into_iter().chain(options.iter().copied())
    }

    /// The skills that a goal's need stands for; a choice that is satisfied stands for none any more.
    pub(super) fn wanted(
        &self,
        roadmap: &Roadmap,
        standing: &Standing,
        need: Node,
    ) -> impl Iterator<Item = SkillIx> {
        let asked_no_more = matches!(need, Node::Choice(ix) if standing.satisfies(roadmap, ix));
        let wanted = (!asked_no_more).then(|| self.skills(roadmap, need));
        wanted.into_iter().flatten()
    }

    /// The same with one option in the place of the first one taken of a choice.
    pub(super) fn with(&self, choice: ChoiceIx, option: SkillIx) -> Self {
        let mut other = self.clone();
        let taken = &mut other.of[choice.at()];
        if !taken.contains(&option) {
            match taken.first_mut() {
                Some(first) => *first = option,
                None => taken.push(option),
            }
        }
        other
    }

    /// The missing ones among these skills and all that they rest on, in road order.
    pub(super) fn missing_before(
        &self,
        roadmap: &Roadmap,
        standing: &Standing,
        skills: impl Iterator<Item = SkillIx>,
    ) -> Vec<SkillIx> {
        let mut met = vec![false; roadmap.skills().len()];
        let mut missing = Vec::new();
        let mut ahead: Vec<SkillIx> = skills.collect();
        while let Some(skill) = ahead.pop() {
            if standing.status(skill).is_had() || std::mem::replace(&mut met[skill.at()], true) {
                continue;
            }
            missing.push(skill);
            for &node in &roadmap.skill(skill).requires {
                if !standing.has(roadmap, node) {
                    ahead.extend(self.skills(roadmap, node));
                }
            }
        }
        missing.sort_unstable();
        missing
    }

    /// The open choices on the way, with what was taken for granted.
    pub(super) fn assumed(
        &self,
        roadmap: &Roadmap,
        standing: &Standing,
        progress: &Progress,
        missing: &[SkillIx],
        worth: &Worth,
    ) -> Vec<Assumed> {
        let asked = |node: Node| {
            let by_skills = missing.iter().any(|skill| roadmap.skill(*skill).requires.contains(&node));
            by_skills || worth.iter().any(|(wanted, _)| *wanted == node)
        };
        roadmap
            .choices()
            .filter(|&(ix, _)| !standing.satisfies(roadmap, ix) && asked(Node::Choice(ix)))
            .map(|(ix, _)| Assumed {
                choice: ix,
                options: self.of[ix.at()].clone(),
                picked: pick_of(roadmap, progress, ix).is_some(),
            })
            .collect()
    }
}

/// The option that the learner takes of a choice, if it still is one.
fn pick_of(roadmap: &Roadmap, progress: &Progress, choice: ChoiceIx) -> Option<SkillIx> {
    let choice = roadmap.choice(choice);
    let picked = roadmap.names().skill(progress.picked(&choice.id)?.as_str())?;
    choice.options.contains(&picked).then_some(picked)
}

/// As many options as the choice asks: the picked one, then had ones, then those under way, then the cheapest by
/// `cost` in hours; equals as written.
fn preferred(
    roadmap: &Roadmap,
    standing: &Standing,
    progress: &Progress,
    ix: ChoiceIx,
    cost: impl Fn(SkillIx) -> f64,
) -> Vec<SkillIx> {
    let choice = roadmap.choice(ix);
    let picked = pick_of(roadmap, progress, ix);
    let mut ranked: Vec<(u8, f64, SkillIx)> = choice
        .options
        .iter()
        .map(|&option| {
            let rank = match standing.status(option) {
                _ if Some(option) == picked => 0,
                status if status.is_had() => 1,
                Status::Learning => 2,
                _ => 3,
            };
            (rank, cost(option), option)
        })
        .collect();
    ranked.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    ranked.into_iter().take(choice.pick as usize).map(|(_, _, option)| option).collect()
}
