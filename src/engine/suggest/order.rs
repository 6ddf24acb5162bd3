//! In which order the open skills pay off.

use super::closure::Closure;
use super::worth::hours_left;
use crate::domain::{Progress, Roadmap, SkillIx, Standing, Status};

/// The open skills of a goal, best first, and what the order rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Order {
    /// Skills that can be worked on today, best first.
    pub open: Vec<SkillIx>,
    /// For each skill of the roadmap, how many of the goal's other missing skills wait for it.
    pub opens: Vec<u32>,
}

/// Orders what is open: first what is under way, then by the best ratio of worth to hours that it leads to.
///
/// A skill leads to each of the goal's skills that wait for it, and to itself. The ratio of one such skill is
/// what the goal asks of it over the hours of all that is missing before it, itself included: Smith's ratio
/// (1956) of the shortest prerequisite-closed set around it. Ties keep road order.
pub fn order(roadmap: &Roadmap, standing: &Standing, progress: &Progress, closure: &Closure) -> Order {
    let count = roadmap.skills().len();
    let mut best = vec![0.0_f64; count];
    let mut opens = vec![0_u32; count];
    let hours: Vec<f64> =
        roadmap.skills().map(|(ix, _)| hours_left(roadmap, standing, progress, ix)).collect();
    for &job in &closure.jobs {
        let before = closure.before(roadmap, standing, job);
        let taken: f64 = before.iter().map(|skill| hours[skill.at()]).sum();
        let ratio = f64::from(closure.worth[job.at()]) / taken.max(f64::MIN_POSITIVE);
        for skill in before {
            best[skill.at()] = best[skill.at()].max(ratio);
            opens[skill.at()] += u32::from(skill != job);
        }
    }
    let mut open: Vec<SkillIx> = closure.open(standing).collect();
    let waiting = |ix: SkillIx| standing.status(ix) != Status::Learning;
    open.sort_by(|&a, &b| {
        waiting(a).cmp(&waiting(b)).then(best[b.at()].total_cmp(&best[a.at()])).then(a.cmp(&b))
    });
    Order { open, opens }
}
