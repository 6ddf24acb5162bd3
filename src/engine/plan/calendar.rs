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

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;
    use crate::domain::Away;

    const TODAY: &str = "2026-11-25";

    fn calendars() -> impl Strategy<Value = Calendar> {
        let today = Day::parse(TODAY).unwrap();
        let away = (-5..60_i32, 0..9_i32)
            .prop_map(move |(from, days)| Away { from: today.plus(from), to: today.plus(from + days) });
        let week = prop::array::uniform7(prop::sample::select(vec![0_u32, 0, 25, 60]));
        (week, prop::collection::vec(away, 0..4)).prop_map(|(week, away)| Calendar { week, away })
    }

    proptest! {
        /// Whatever the calendar, the jobs come in their order and none begins before the one ahead of it has
        /// ended; the first and the last day of each have time; and from today up to the end of each there are
        /// just as many minutes as it and those ahead of it take, the last day's own apart.
        #[test]
        fn jobs_fill_the_days_that_have_time_in_their_order(
            calendar in calendars(),
            minutes in prop::collection::vec(1_u32..400, 0..12),
            spent in 0_u32..80,
        ) {
            let today = Day::parse(TODAY).unwrap();
            let jobs: Vec<(SkillIx, f64)> =
                (0..).map(SkillIx).zip(minutes.iter().map(|&minutes| f64::from(minutes) / 60.0)).collect();
            let laid = lay(&jobs, &calendar, today, spent);
            if calendar.minutes_a_week() == 0 {
                prop_assert_eq!(laid.len(), 0);
                return Ok(());
            }
            prop_assert_eq!(laid.iter().map(|laid| laid.skill).collect::<Vec<_>>(),
                jobs.iter().map(|&(skill, _)| skill).collect::<Vec<_>>());
            let free = |day: Day| calendar.minutes_on(day).saturating_sub(if day == today { spent } else { 0 });
            let upto = |end: Day| -> u32 { (0..=end.since(today)).map(|i| free(today.plus(i))).sum() };
            let (mut taken, mut ends) = (0, BTreeMap::new());
            for (laid, minutes) in laid.iter().zip(minutes) {
                taken += minutes;
                prop_assert!(laid.starts <= laid.ends);
                prop_assert!(free(laid.starts) > 0 && free(laid.ends) > 0, "no day without time");
                prop_assert!(ends.last_key_value().is_none_or(|(&last, ())| last <= laid.starts));
                // Minutes are halves and thirds of hours here, so that a sum may be off by a hair.
                prop_assert!(upto(laid.ends) >= taken);
                prop_assert!(upto(laid.ends.plus(-1)) <= taken);
                ends.insert(laid.ends, ());
            }
        }
    }
}
