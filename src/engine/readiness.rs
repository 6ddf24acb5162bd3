//! How ready one is for each role, from 0 to 1.

use super::suggest::{Worth, closure, hours_left};
use crate::domain::{Node, Progress, Roadmap, RoleIx, SkillIx, Standing, Status};

/// How near one role is.
#[derive(Clone, Debug, PartialEq)]
pub struct Readiness {
    /// Which role.
    pub role: RoleIx,
    /// From 0 to 1, by the weight of what it asks.
    pub ready: f64,
    /// Hours that it still takes, prerequisites included.
    pub hours_left: f64,
    /// Skills that are missing, prerequisites included.
    pub missing: usize,
}

/// How near every role is, in the order of the roadmap.
pub fn roles(roadmap: &Roadmap, standing: &Standing, progress: &Progress) -> Vec<Readiness> {
    roadmap
        .roles()
        .map(|(ix, role)| {
            let worth: Worth = role.needs.iter().map(|need| (need.node, u32::from(need.weight))).collect();
            let jobs = closure(roadmap, standing, progress, &worth).jobs;
            let hours = jobs.iter().map(|&job| hours_left(roadmap, standing, progress, job)).sum();
            Readiness {
                role: ix,
                ready: share(roadmap, standing, progress, &worth),
                hours_left: hours,
                missing: jobs.len(),
            }
        })
        .collect()
}

fn share(roadmap: &Roadmap, standing: &Standing, progress: &Progress, worth: &Worth) -> f64 {
    let whole: u32 = worth.iter().map(|(_, weight)| weight).sum();
    let had: f64 = worth
        .iter()
        .map(|&(node, weight)| f64::from(weight) * credit(roadmap, standing, progress, node))
        .sum();
    if whole == 0 { 0.0 } else { had / f64::from(whole) }
}

/// How much of a node is had: 1 for a skill that is had, the share of ticked outcomes for one that is not; for a
/// choice the mean of its best options, as many as it asks.
fn credit(roadmap: &Roadmap, standing: &Standing, progress: &Progress, node: Node) -> f64 {
    match node {
        Node::Skill(ix) => credit_of_skill(roadmap, standing, progress, ix),
        Node::Choice(ix) => {
            let choice = roadmap.choice(ix);
            let mut credits: Vec<f64> = choice
                .options
                .iter()
                .map(|&option| credit_of_skill(roadmap, standing, progress, option))
                .collect();
            credits.sort_by(|a, b| b.total_cmp(a));
            credits.iter().take(choice.pick as usize).sum::<f64>() / f64::from(choice.pick.max(1))
        }
    }
}

fn credit_of_skill(roadmap: &Roadmap, standing: &Standing, progress: &Progress, ix: SkillIx) -> f64 {
    let status = standing.status(ix);
    if status.is_had() {
        return 1.0;
    }
    if status == Status::Locked && progress.of(roadmap.skill(ix)).ticks.is_empty() {
        return 0.0;
    }
    let whole = roadmap.skill(ix).hours.middle();
    let left = hours_left(roadmap, standing, progress, ix);
    if whole > 0.0 { (1.0 - left / whole).clamp(0.0, 1.0) } else { 0.0 }
}

#[cfg(test)]
mod tests;
