//! Stretches of the calendar that one looks back on.

use crate::domain::Day;

/// A stretch of the calendar that holds a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// Its week, Monday first.
    Week,
    /// Its month.
    Month,
    /// Its quarter of the year.
    Quarter,
}

impl Period {
    /// All, from the shortest.
    pub const ALL: [Self; 3] = [Self::Week, Self::Month, Self::Quarter];

    /// The first day of the one that `day` lies in.
    pub fn start(self, day: Day) -> Day {
        match self {
            Self::Week => day.monday(),
            Self::Month => day.month_start(),
            Self::Quarter => {
                let months = (day.month().1 - 1) % 3;
                (0..months).fold(day.month_start(), |first, _| first.plus(-1).month_start())
            }
        }
    }

    /// Its name, as one types it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_begins_where_the_calendar_has_it() {
        for (day, starts) in [
            ("2026-11-24", ["2026-11-23", "2026-11-01", "2026-10-01"]),
            ("2026-10-01", ["2026-09-28", "2026-10-01", "2026-10-01"]),
            ("2027-01-01", ["2026-12-28", "2027-01-01", "2027-01-01"]),
            ("2028-03-31", ["2028-03-27", "2028-03-01", "2028-01-01"]),
            ("2026-06-30", ["2026-06-29", "2026-06-01", "2026-04-01"]),
        ] {
            let day = Day::parse(day).unwrap();
            assert_eq!(Period::ALL.map(|period| period.start(day).to_string()), starts);
        }
    }
}
