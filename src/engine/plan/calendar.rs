//! The order of the plan laid into the days that have time for it.

use crate::domain::{Calendar, Day, SkillIx};

/// A skill with the days in which the plan has it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Laid {
    /// Which skill.
    pub skill: SkillIx,
    /// Hours that it takes at the learner's pace.
    pub hours: f64,
    /// The first day on which there is time for it.
    pub starts: Day,
    /// The day on which it is finished.
    pub ends: Day,
}

/// Days after which a plan is no plan any more: what would end later is left out.
const FARTHEST: i32 = 50 * 366;

/// Lays skills with their hours one after the other into the days from `today` on, of which `spent` minutes are gone
/// today. What no day has room for within fifty years is left out, so a week without minutes lays nothing.
pub fn lay(jobs: &[(SkillIx, f64)], calendar: &Calendar, today: Day, spent: u32) -> Vec<Laid> {
    let mut laid = Vec::with_capacity(jobs.len());
    let (mut day, mut left) = (today, f64::from(calendar.minutes_on(today).saturating_sub(spent)));
    for &(skill, hours) in jobs {
        let mut minutes = hours * 60.0;
        let mut starts = None;
        loop {
            if left > 0.0 {
                starts.get_or_insert(day);
                let taken = minutes.min(left);
                (minutes, left) = (minutes - taken, left - taken);
            }
            if minutes <= 0.0 && starts.is_some() {
                break;
            }
            day = day.plus(1);
            if day.since(today) > FARTHEST {
                return laid;
            }
            left = f64::from(calendar.minutes_on(day));
        }
        laid.push(Laid { skill, hours, starts: starts.unwrap_or(day), ends: day });
    }
    laid
}
