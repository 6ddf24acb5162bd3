//! The steps of a way, each with the steps right before it.

use crate::app::Session;
use crate::domain::{Node, Roadmap, SkillIx, Status};
use crate::engine::suggest;

/// A step of the way.
pub(super) struct Step {
    /// What is learnt.
    pub(super) skill: SkillIx,
    /// Where the learner stands with it.
    pub(super) status: Status,
    /// Whether it is had and fades.
    pub(super) fades: bool,
    /// What is left of it, in hours.
    pub(super) hours_left: f64,
    /// Steps of the longest chain before it.
    pub(super) depth: usize,
    /// The steps right before it, by their place on the way from 0.
    pub(super) after: Vec<usize>,
    /// The steps before it that are good to have first, and that it does not require.
    pub(super) helped_by: Vec<usize>,
}

/// The steps of a way, in its order.
pub(super) fn steps(session: &Session, way: &[SkillIx]) -> Vec<Step> {
    let (roadmap, standing, progress) = (session.roadmap(), session.standing(), session.progress());
    let mut steps: Vec<Step> = Vec::with_capacity(way.len());
    for &skill in way {
        let told = roadmap.skill(skill);
        let among = |nodes: &[Node], place: usize| leads_from(roadmap, nodes, steps[place].skill);
        let after: Vec<usize> = (0..steps.len()).filter(|&at| among(&told.requires, at)).collect();
        let helped_by =
            (0..steps.len()).filter(|&at| among(&told.helps, at) && !after.contains(&at)).collect();
        let depth = after.iter().map(|&place| steps[place].depth + 1).max().unwrap_or(0);
        let hours_left = suggest::hours_left(roadmap, standing, progress, skill);
        let (status, fades) = (standing.status(skill), session.fades(skill));
        steps.push(Step { skill, status, fades, hours_left, depth, after, helped_by });
    }
    steps
}

/// Whether a skill is one of these, or an option of one of them.
fn leads_from(roadmap: &Roadmap, nodes: &[Node], other: SkillIx) -> bool {
    nodes.iter().any(|&node| match node {
        Node::Skill(ix) => ix == other,
        Node::Choice(ix) => roadmap.choice(ix).options.contains(&other),
    })
}
