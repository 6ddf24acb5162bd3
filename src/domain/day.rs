//! `Day`: a calendar day, as the learner's clock on the wall has it.

use std::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// A day of the Gregorian calendar, without a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Day(i32);

impl Day {
    /// The day of this date.
    pub fn of(date: NaiveDate) -> Self {
        Self(date.num_days_from_ce())
    }

    /// The date of this day. Days beyond what the calendar can hold come out as its nearest end.
    pub fn date(self) -> NaiveDate {
        let end = if self.0 < 0 { NaiveDate::MIN } else { NaiveDate::MAX };
        NaiveDate::from_num_days_from_ce_opt(self.0).unwrap_or(end)
    }

    /// The day of this number.
    pub(super) fn numbered(number: i32) -> Self {
        Self(number)
    }

    /// Days since the one before the first of January of the year 1.
    pub(super) fn number(self) -> i32 {
        self.0
    }

    /// Reads `2026-11-20`.
    pub fn parse(text: &str) -> Option<Self> {
        date_of(text).map(Self::of)
    }

    /// The day that is `days` later, or earlier if negative.
    pub fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// How many days this day is after `other`; negative if before.
    pub fn since(self, other: Self) -> i32 {
        self.0.saturating_sub(other.0)
    }

    /// 0 for Monday to 6 for Sunday.
    pub fn weekday(self) -> u8 {
        self.date().weekday().num_days_from_monday() as u8
    }

    /// The year, and the month from 1 for January to 12.
    pub fn month(self) -> (i32, u32) {
        (self.date().year(), self.date().month())
    }

    /// The first day of this day's month.
    pub fn month_start(self) -> Self {
        self.plus(-(self.date().day0() as i32))
    }

    /// The Monday of this day's week.
    pub fn monday(self) -> Self {
        self.plus(-i32::from(self.weekday()))
    }
}

/// Reads the date `2026-11-20`.
pub fn date_of(text: &str) -> Option<NaiveDate> {
    let &[a, b, c, d, b'-', e, f, b'-', g, h] = text.as_bytes() else { return None };
    let number = |digits: &[u8]| {
        let is_number = digits.iter().all(u8::is_ascii_digit);
        is_number.then(|| digits.iter().fold(0, |tens, one| tens * 10 + u32::from(one - b'0')))
    };
    let year = i32::try_from(number(&[a, b, c, d])?).ok()?;
    NaiveDate::from_ymd_opt(year, number(&[e, f])?, number(&[g, h])?)
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.date().format("%Y-%m-%d").to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_begin_on_monday() {
        let tuesday = Day::parse("2026-11-24").unwrap();
        assert_eq!((tuesday.weekday(), tuesday.monday().to_string()), (1, "2026-11-23".to_owned()));
        assert_eq!(tuesday.since(tuesday.plus(-40)), 40);
    }

    #[test]
    fn months_begin_on_the_first() {
        let leap = Day::parse("2028-02-29").unwrap();
        assert_eq!((leap.month(), leap.month_start().to_string()), ((2028, 2), "2028-02-01".to_owned()));
        assert_eq!(leap.plus(1).month_start(), leap.plus(1));
    }

    #[test]
    fn only_whole_dates_are_read() {
        for text in [
            "2026-02-29",
            "2026-13-01",
            "20261124",
            "",
            "2026-11-24T00:00",
            "+026-11-24",
            "2026-1-024",
            " 2026-1-24",
        ] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
        assert!(Day::parse("2028-02-29").is_some());
    }
}
