//! What each week of the plan holds: its skills, with the hours that it has for each.

use super::calendar::Laid;
use crate::domain::{Calendar, Day, SkillIx};

/// A week of the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanWeek {
    /// Its Monday.
    pub monday: Day,
    /// Minutes that it has for study, from today on.
    pub minutes: u32,
    /// Its skills in the order of the plan, each with the hours that it gets in this week.
    pub skills: Vec<(SkillIx, f64)>,
}

/// The weeks of the plan that hold something, in their order. The hours of a skill over all weeks are those that it
/// was laid with, each day giving no more than the calendar has, less the `spent` minutes of today.
pub fn weeks(laid: &[Laid], calendar: &Calendar, today: Day, spent: u32) -> Vec<PlanWeek> {
    let minutes_on = |day: Day| {
        let minutes = calendar.minutes_on(day);
        if day == today { minutes.saturating_sub(spent) } else { minutes }
    };
    let mut weeks: Vec<PlanWeek> = Vec::new();
    let (mut day, mut left) = (today, f64::from(minutes_on(today)));
    for job in laid {
        let mut minutes = job.hours * 60.0;
        if day < job.starts {
            (day, left) = (job.starts, f64::from(minutes_on(job.starts)));
        }
        loop {
            // The last day takes whatever is left of the skill, so that nothing of it is lost to rounding.
            let taken = if day >= job.ends { minutes } else { minutes.min(left) };
            if taken > 0.0 {
                give(&mut weeks, day.monday(), job.skill, taken / 60.0);
            }
            (minutes, left) = (minutes - taken, (left - taken).max(0.0));
            if day >= job.ends {
                break;
            }
            day = day.plus(1);
            left = f64::from(minutes_on(day));
        }
    }
    for week in &mut weeks {
        week.minutes =
            (0..7).map(|at| week.monday.plus(at)).filter(|&day| day >= today).map(minutes_on).sum();
    }
    weeks
}

/// Gives a skill hours of a week, which is the last one or a new one behind it.
fn give(weeks: &mut Vec<PlanWeek>, monday: Day, skill: SkillIx, hours: f64) {
    if weeks.last().is_none_or(|last| last.monday < monday) {
        weeks.push(PlanWeek { monday, minutes: 0, skills: Vec::new() });
    }
    let Some(week) = weeks.last_mut() else { return };
    match week.skills.iter_mut().find(|(known, _)| *known == skill) {
        Some((_, known)) => *known += hours,
        None => week.skills.push((skill, hours)),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::Away;
    use crate::engine::plan::lay;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn a_skill_that_is_longer_than_a_week_goes_on_in_the_next_one_that_has_time() {
        let today = day("2026-11-26");
        let away = vec![Away { from: day("2026-11-30"), to: day("2026-12-06") }];
        let calendar = Calendar { week: [60, 60, 60, 60, 60, 0, 0], away };
        let jobs = [(SkillIx(0), 1.0), (SkillIx(1), 2.0), (SkillIx(2), 0.5)];
        let laid = lay(&jobs, &calendar, today, 30);
        let weeks = weeks(&laid, &calendar, today, 30);
        let told: Vec<_> = weeks.iter().map(|week| (week.monday.to_string(), week.minutes)).collect();
        assert_eq!(told, [("2026-11-23".to_owned(), 90), ("2026-12-07".to_owned(), 300)]);
        assert_eq!(weeks[0].skills, [(SkillIx(0), 1.0), (SkillIx(1), 0.5)]);
        assert_eq!(weeks[1].skills, [(SkillIx(1), 1.5), (SkillIx(2), 0.5)]);
    }

    proptest! {
        #[test]
        fn every_hour_is_given_once_and_no_week_gives_more_than_it_has(
            hours in prop::collection::vec(0.1_f64..40.0, 0..12),
            week in prop::array::uniform7(0_u32..200),
            away in prop::option::of((0_i32..60, 0_i32..40)),
            spent in 0_u32..240,
        ) {
            prop_assume!(week.iter().any(|&minutes| minutes > 10));
            let today = day("2026-11-26");
            let away = away.map(|(from, days)| Away { from: today.plus(from), to: today.plus(from + days) });
            let calendar = Calendar { week, away: away.into_iter().collect() };
            let jobs: Vec<_> = hours.iter().enumerate().map(|(i, &hours)| (SkillIx(i as u32), hours)).collect();
            let laid = lay(&jobs, &calendar, today, spent);
            let weeks = weeks(&laid, &calendar, today, spent);
            prop_assert!(weeks.windows(2).all(|pair| pair[0].monday < pair[1].monday));
            for week in &weeks {
                let given: f64 = week.skills.iter().map(|(_, hours)| hours * 60.0).sum();
                prop_assert!(given <= f64::from(week.minutes) + 1e-6, "{week:?}");
            }
            for job in &laid {
                let own = weeks.iter().filter_map(|week| {
                    let (_, hours) = week.skills.iter().find(|(skill, _)| *skill == job.skill)?;
                    Some((week.monday, hours))
                });
                let own: Vec<_> = own.collect();
                let given: f64 = own.iter().map(|(_, hours)| **hours).sum();
                prop_assert!((given - job.hours).abs() < 1e-6);
                prop_assert_eq!(own.first().map(|(monday, _)| *monday), Some(job.starts.monday()));
                prop_assert_eq!(own.last().map(|(monday, _)| *monday), Some(job.ends.monday()));
            }
        }
    }
}
