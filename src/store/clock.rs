//! The clock: the only place where it is read.

use std::time::SystemTime;

use chrono::{DateTime, FixedOffset, Local, NaiveTime};

use crate::domain::Day;

/// Where the time comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// The machine's clock, in the learner's own zone.
    System,
    /// Noon of one day, in UTC: for plans of "what if", and for tests.
    Fixed(Day),
}

impl Clock {
    /// Now, with the offset of the learner's zone.
    pub fn now(self) -> DateTime<FixedOffset> {
        match self {
            Self::System => now(),
            Self::Fixed(day) => {
                let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default();
                day.date().and_time(noon).and_utc().fixed_offset()
            }
        }
    }
}

/// The machine's time now, without a zone.
pub fn moment() -> SystemTime {
    SystemTime::now()
}

/// The machine's local time now, with its offset.
pub fn now() -> DateTime<FixedOffset> {
    Local::now().fixed_offset()
}
