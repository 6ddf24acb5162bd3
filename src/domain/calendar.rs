//! `Calendar`: how many minutes each day has for study, with the days on which one is away.

use super::Day;

/// Days on which one is away, the first and the last among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Away {
    /// The first day.
    pub from: Day,
    /// The last day, not before the first.
    pub to: Day,
}

/// How many minutes each day has for study.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// Minutes of each day of the week, Monday first.
    pub week: [u32; 7],
    /// Days that have none.
    pub away: Vec<Away>,
}

impl Away {
    /// Whether a day is one of these.
    pub fn holds(self, day: Day) -> bool {
        (self.from..=self.to).contains(&day)
    }
}

impl Calendar {
    /// Minutes that a day has for study.
    pub fn minutes_on(&self, day: Day) -> u32 {
        let away = self.away.iter().any(|away| away.holds(day));
        if away { 0 } else { self.week[usize::from(day.weekday())] }
    }

    /// Minutes that each day of the week around `day` has, Monday first.
    pub fn week_of(&self, day: Day) -> [u32; 7] {
        let monday = day.monday();
        std::array::from_fn(|i| self.minutes_on(monday.plus(i as i32)))
    }

    /// Minutes of a week on which one is not away.
    pub fn minutes_a_week(&self) -> u32 {
        self.week.iter().sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_away_has_no_minutes_and_both_ends_count() {
        let day = |text| Day::parse(text).unwrap();
        let away = vec![Away { from: day("2026-12-24"), to: day("2026-12-27") }];
        let calendar = Calendar { week: [45, 45, 45, 45, 45, 0, 0], away };
        let minutes = ["2026-12-23", "2026-12-24", "2026-12-26", "2026-12-27", "2026-12-28"]
            .map(|text| calendar.minutes_on(day(text)));
        assert_eq!(minutes, [45, 0, 0, 0, 45]);
        assert_eq!(calendar.minutes_a_week(), 225);
        assert_eq!(calendar.week_of(day("2026-12-25")), [45, 45, 45, 0, 0, 0, 0]);
    }
}
