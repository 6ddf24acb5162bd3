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

/// A role of which one will have had most when a plan is done.
#[derive(Clone, Debug, PartialEq)]
pub struct Near {
    /// Which role.
    pub role: RoleIx,
    /// How ready one is for it now, from 0 to 1.
    pub now: f64,
    /// How ready one is for it when the plan is done, from 0 to 1.
    pub then: f64,
}

/// The share of a role from which on it is near, from 0 to 1.
const NEAR: f64 = 0.75;

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

/// The roles that the skills of a plan bring near, or nearer still, the nearest first and equals in the order of the
/// roadmap; `but` is the role that the plan is for.
pub fn near(
    roadmap: &Roadmap,
    standing: &Standing,
    progress: &Progress,
    steps: &[SkillIx],
    but: Option<RoleIx>,
) -> Vec<Near> {
    let mut planned = vec![false; roadmap.skills().len()];
    steps.iter().for_each(|step| planned[step.at()] = true);
    let mut near: Vec<Near> = roadmap
        .roles()
        .filter(|&(ix, _)| Some(ix) != but)
        .map(|(ix, role)| {
            let worth: Worth = role.needs.iter().map(|need| (need.node, u32::from(need.weight))).collect();
            let now = share(roadmap, standing, progress, &worth);
            let then = share_by(roadmap, &worth, |skill| {
                if planned[skill.at()] { 1.0 } else { credit(roadmap, standing, progress, skill) }
            });
            Near { role: ix, now, then }
        })
        .filter(|near| near.then >= NEAR && near.then > near.now)
        .collect();
    near.sort_by(|a, b| b.then.total_cmp(&a.then).then(a.role.cmp(&b.role)));
    near
}

fn share(roadmap: &Roadmap, standing: &Standing, progress: &Progress, worth: &Worth) -> f64 {
    share_by(roadmap, worth, |skill| credit(roadmap, standing, progress, skill))
}

/// How much of what is asked is had, by weight, where `credit` says how much of a skill is. A choice has the mean of
/// its best options, as many as it asks.
fn share_by(roadmap: &Roadmap, worth: &Worth, credit: impl Fn(SkillIx) -> f64) -> f64 {
    let of_node = |node: Node| match node {
        Node::Skill(ix) => credit(ix),
        Node::Choice(ix) => {
            let choice = roadmap.choice(ix);
            let mut credits: Vec<f64> = choice.options.iter().map(|&option| credit(option)).collect();
            credits.sort_by(|a, b| b.total_cmp(a));
            credits.iter().take(choice.pick as usize).sum::<f64>() / f64::from(choice.pick.max(1))
        }
    };
    let whole: u32 = worth.iter().map(|(_, weight)| weight).sum();
    let had: f64 = worth.iter().map(|&(node, weight)| f64::from(weight) * of_node(node)).sum();
    if whole == 0 { 0.0 } else { had / f64::from(whole) }
}

/// How much of a skill is had: 1 if it is, else the share of its outcomes that are ticked.
fn credit(roadmap: &Roadmap, standing: &Standing, progress: &Progress, ix: SkillIx) -> f64 {
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
