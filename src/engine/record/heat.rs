//! How much a day had of what was planned for it, in four levels.

use super::days::Record;
use crate::domain::{Calendar, Day};

/// How much a day had.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Heat {
    /// No study.
    None,
    /// Less than half of what was planned.
    Little,
    /// Less than was planned.
    Some,
    /// What was planned, or more.
    Full,
}

/// What the days are held against.
///
/// That is the learner's own week and not how their days compare: so a day's level does not change with what is
/// logged later, and a full one means the same on every page. A day of rest is held against a usual day.
#[derive(Clone, Copy, Debug)]
pub struct Scale<'a> {
    calendar: &'a Calendar,
    usual: u32,
}

impl<'a> Scale<'a> {
    /// The scale of a learner. Who plans no day at all has days of study held against the one in their middle.
    pub fn of(calendar: &'a Calendar, record: &Record) -> Self {
        let planned = calendar.week.iter().filter(|&&minutes| minutes > 0).count() as u32;
        let usual = match calendar.minutes_a_week().checked_div(planned) {
            Some(usual) => usual,
            None => {
                let mut minutes: Vec<u32> = record.days().map(|(_, day)| day.minutes).collect();
                minutes.retain(|&minutes| minutes > 0);
                minutes.sort_unstable();
                minutes.get(minutes.len() / 2).copied().unwrap_or(0)
            }
        };
        Self { calendar, usual }
    }

    /// The level of a day with so many minutes.
    pub fn heat(&self, day: Day, minutes: u32) -> Heat {
        let planned = match self.calendar.minutes_on(day) {
            0 => self.usual,
            planned => planned,
        };
        match minutes {
            0 => Heat::None,
            minutes if minutes >= planned => Heat::Full,
            minutes if minutes >= planned.div_ceil(2) => Heat::Some,
            _ => Heat::Little,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fixture::{folded, id, road, skill};
    use crate::domain::{Act, Away};

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn a_day_is_held_against_its_own_plan_and_a_day_of_rest_against_a_usual_one() {
        let away = vec![Away { from: day("2026-11-24"), to: day("2026-11-24") }];
        let calendar = Calendar { week: [60, 30, 30, 0, 0, 0, 0], away };
        let scale = Scale::of(&calendar, &Record::default());
        for (on, minutes, heat) in [
            ("2026-11-23", 0, Heat::None),
            ("2026-11-23", 29, Heat::Little),
            ("2026-11-23", 30, Heat::Some),
            ("2026-11-23", 59, Heat::Some),
            ("2026-11-23", 60, Heat::Full),
            ("2026-11-25", 30, Heat::Full),
            ("2026-11-24", 30, Heat::Some),
            ("2026-11-24", 40, Heat::Full),
            ("2026-11-29", 1, Heat::Little),
            ("2026-11-29", 600, Heat::Full),
        ] {
            assert_eq!(scale.heat(day(on), minutes), heat, "{minutes} min on {on}");
        }
    }

    #[test]
    fn who_plans_nothing_has_a_scale_of_their_own() {
        let calendar = Calendar::default();
        let study =
            |(on, minutes): (&str, u32)| Act::Study { skill: id("a"), minutes, day: day(on), note: None };
        let days = [("2026-11-20", 10), ("2026-11-21", 40), ("2026-11-22", 90)].map(study);
        let road = road(vec![skill("a", 4.0, &[])], vec![], vec![]);
        let record = Record::of(&road, &folded(days.to_vec()));
        let scale = Scale::of(&calendar, &record);
        let heat = |minutes| scale.heat(day("2026-11-23"), minutes);
        assert_eq!([0, 10, 20, 40].map(heat), [Heat::None, Heat::Little, Heat::Some, Heat::Full]);
        let none = Scale::of(&calendar, &Record::default());
        assert_eq!(none.heat(day("2026-11-23"), 1), Heat::Full);
    }
}
