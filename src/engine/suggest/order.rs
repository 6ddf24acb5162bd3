//! In which order the goal's missing skills pay off.

use super::closure::Closure;
use super::prefer;
use super::sequence::{Jobs, sequence};
use super::walk::Walk;
use crate::domain::{Progress, Roadmap, SkillIx, Standing, Status};

/// The goal's missing skills in the order of the plan, and what the order rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Order {
    /// The missing skills, each after all that it rests on.
    pub plan: Vec<SkillIx>,
    /// The sum of each skill's worth times the hours until it is done.
    pub cost: f64,
    /// No order has a smaller cost than this.
    pub bound: f64,
    /// Skills that can be worked on today, best first: what is under way, then as planned.
    pub open: Vec<SkillIx>,
    /// For each skill of the roadmap, how many of the goal's other missing skills wait for it.
    pub opens: Vec<u32>,
    /// For each skill of the roadmap, what it pays off with: of the missing skills that wait for it and itself, the one
    /// that the goal values most for the hours of all that is missing before it.
    pub leads: Vec<Option<Lead>>,
    /// Preferences of the learner (first, later) that are left out, since with the others they go round in a circle.
    pub refused: Vec<(SkillIx, SkillIx)>,
}

/// What a skill pays off with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lead {
    /// The skill, which may be the same.
    pub to: SkillIx,
    /// Hours of all that is missing before it, itself included.
    pub hours: f64,
    /// What the goal asks of it for an hour of these.
    pub ratio: f64,
}

/// For each skill how many wait for it, and what it pays off with.
fn waiting(roadmap: &Roadmap, standing: &Standing, closure: &Closure) -> (Vec<u32>, Vec<Option<Lead>>) {
    let mut walk = Walk::over(roadmap, standing);
    let hours = &closure.hours;
    let mut before = Vec::new();
    let mut opens = vec![0_u32; hours.len()];
    let mut leads: Vec<Option<Lead>> = vec![None; hours.len()];
    for &to in &closure.jobs {
        before.clear();
        walk.missing(&closure.picks, std::iter::once(to), |skill| before.push(skill));
        let hours: f64 = before.iter().map(|skill| hours[skill.at()]).sum();
        let worth = f64::from(closure.worth[to.at()]);
        let lead = Lead { to, hours, ratio: worth / hours.max(f64::MIN_POSITIVE) };
        for &skill in &before {
            opens[skill.at()] += u32::from(skill != to);
            let known = &mut leads[skill.at()];
            if worth > 0.0 && known.is_none_or(|known| lead.ratio > known.ratio) {
                *known = Some(lead);
            }
        }
    }
    (opens, leads)
}

/// Orders what a goal still takes, so that what it values most is done soonest; see [`sequence`]. The learner's
/// preferences are prerequisites among the rest.
pub fn order(roadmap: &Roadmap, standing: &Standing, progress: &Progress, closure: &Closure) -> Order {
    let (opens, leads) = waiting(roadmap, standing, closure);
    // Whole minutes, so that the order is the same on every machine.
    let minutes = |job: &SkillIx| (closure.hours[job.at()] * MINUTES).round().max(1.0) as u64;
    let required = closure.required(roadmap, standing);
    let (before, refused) = prefer::added(roadmap, progress, &closure.jobs, required);
    let jobs = Jobs {
        minutes: closure.jobs.iter().map(minutes).collect(),
        worth: closure.jobs.iter().map(|job| u64::from(closure.worth[job.at()])).collect(),
        before,
    };
    let found = sequence(&jobs);
    let plan: Vec<SkillIx> = found.order.iter().map(|&at| closure.jobs[at]).collect();
    let is_open = |ix: &SkillIx| matches!(standing.status(*ix), Status::Ready | Status::Learning);
    let mut open: Vec<SkillIx> = plan.iter().copied().filter(is_open).collect();
    // What is begun is nearer to its end than it looks, and one thing after the other is done sooner than all at once.
    open.sort_by_key(|&skill| standing.status(skill) != Status::Learning);
    Order {
        plan,
        cost: found.cost as f64 / MINUTES,
        bound: found.bound as f64 / MINUTES,
        open,
        opens,
        leads,
        refused,
    }
}

/// Minutes of an hour.
const MINUTES: f64 = 60.0;
