//! Which option of each open choice the way is laid through.

use super::picks::Picks;
use super::walk::Walk;
use super::worth::Worth;
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

/// Resolves the choices: the learner's pick decides; else an option that is had or under way; else the one
/// whose missing prerequisites cost the fewest `hours`, which are those left of every skill, given all other
/// picks, to a fixed point.
pub(super) fn resolve(
    roadmap: &Roadmap,
    standing: &Standing,
    progress: &Progress,
    worth: &Worth,
    hours: &[f64],
) -> Picks {
    let mut picks = Picks {
        of: roadmap.choices().map(|(ix, _)| preferred(roadmap, standing, progress, ix, |_| 0.0)).collect(),
    };
    let mut walk = Walk::over(roadmap, standing);
    let mut extra = hours.to_vec();
    for _ in 0..MOST_ROUNDS {
        let before = picks.clone();
        for (ix, _) in roadmap.choices() {
            picks.of[ix.at()].clear();
            let others = worth.iter().flat_map(|&(node, _)| picks.wanted(roadmap, standing, node));
            walk.missing(&picks, others, |had_anyway| extra[had_anyway.at()] = 0.0);
            let taken = preferred(roadmap, standing, progress, ix, |option| {
                let mut cost = 0.0;
                walk.missing(&picks, std::iter::once(option), |skill| cost += extra[skill.at()]);
                cost
            });
            picks.of[ix.at()] = taken;
            extra.copy_from_slice(hours);
        }
        if picks == before {
            break;
        }
    }
    picks
}

/// The open choices on the way, with what was taken for granted.
pub(super) fn assumed(
    picks: &Picks,
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
            options: picks.of[ix.at()].clone(),
            picked: pick_of(roadmap, progress, ix).is_some(),
        })
        .collect()
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
    mut cost: impl FnMut(SkillIx) -> f64,
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
