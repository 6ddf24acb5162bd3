//! The way to a goal: all that it takes, had or not, in order.

use super::choices::resolve;
use super::picks::Picks;
use super::worth::{Worth, all_hours_left};
use crate::domain::{Node, Progress, Roadmap, SkillIx, Standing};

/// Every skill on the way to `skill`, itself last, each after all that it rests on; open choices are laid through
/// the option that the plan would take.
pub fn way(roadmap: &Roadmap, standing: &Standing, progress: &Progress, skill: SkillIx) -> Vec<SkillIx> {
    way_to(roadmap, standing, progress, &vec![(Node::Skill(skill), 1)])
}

/// The same for all that a goal asks.
pub fn way_to(roadmap: &Roadmap, standing: &Standing, progress: &Progress, worth: &Worth) -> Vec<SkillIx> {
    let hours = all_hours_left(roadmap, standing, progress);
    through(roadmap, &resolve(roadmap, standing, progress, worth, &hours), worth)
}

/// The same for all that a goal asks, with the choices resolved.
pub(super) fn through(roadmap: &Roadmap, picks: &Picks, worth: &Worth) -> Vec<SkillIx> {
    let mut on_it = vec![false; roadmap.skills().len()];
    let mut ahead: Vec<SkillIx> = worth.iter().flat_map(|&(node, _)| picks.skills(roadmap, node)).collect();
    while let Some(next) = ahead.pop() {
        if !std::mem::replace(&mut on_it[next.at()], true) {
            let requires = &roadmap.skill(next).requires;
            ahead.extend(requires.iter().flat_map(|&node| picks.skills(roadmap, node)));
        }
    }
    roadmap.graph().order().iter().copied().filter(|ix| on_it[ix.at()]).collect()
}
