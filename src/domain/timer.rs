//! A clock that runs while one studies.

use chrono::{DateTime, FixedOffset};

use super::{Day, Id};

/// Minutes after which nobody is believed to have studied on end: the clock was forgotten.
const LONGEST: u32 = 4 * 60;

/// A clock that runs on a skill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timer {
    /// On which skill.
    pub skill: Id,
    /// Since when, in the zone in which it was started.
    pub since: DateTime<FixedOffset>,
}

impl Timer {
    /// Whole minutes until `now`. They are counted between two moments, so that neither a change of zone nor one of
    /// daylight saving lengthens them; a clock that was set back counts none.
    pub fn minutes(&self, now: DateTime<FixedOffset>) -> u32 {
        u32::try_from((now - self.since).num_minutes()).unwrap_or(0)
    }

    /// The learner's day on which it was started: an evening that goes on past midnight belongs to the day on which it
    /// began.
    pub fn day(&self) -> Day {
        Day::of(self.since.date_naive())
    }

    /// Whether it has run for longer than anybody studies on end, over 4 hours.
    pub fn is_forgotten(&self, now: DateTime<FixedOffset>) -> bool {
        self.minutes(now) > LONGEST
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339(text).unwrap()
    }

    fn timer(since: &str) -> Timer {
        Timer { skill: Id::parse("docker.images").unwrap(), since: at(since) }
    }

    #[test]
    fn minutes_are_those_between_two_moments() {
        for (since, now, minutes) in [
            ("2026-11-26T20:00:00+01:00", "2026-11-26T20:00:59+01:00", 0),
            ("2026-11-26T20:00:00+01:00", "2026-11-26T20:45:10+01:00", 45),
            // From Berlin to New York on the way.
            ("2026-11-26T20:00:00+01:00", "2026-11-26T14:30:00-05:00", 30),
            // The hour that autumn gives twice, and the one that spring leaves out.
            ("2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00", 60),
            ("2026-03-29T01:50:00+01:00", "2026-03-29T03:10:00+02:00", 20),
            // A clock that was set back.
            ("2026-11-26T20:00:00+01:00", "2026-11-26T19:00:00+01:00", 0),
        ] {
            assert_eq!(timer(since).minutes(at(now)), minutes, "{since} {now}");
        }
    }

    #[test]
    fn an_evening_past_midnight_belongs_to_the_day_on_which_it_began() {
        let late = timer("2026-11-26T23:50:00+01:00");
        assert_eq!(late.day(), Day::parse("2026-11-26").unwrap());
        assert!(!late.is_forgotten(at("2026-11-27T03:50:00+01:00")));
        assert!(late.is_forgotten(at("2026-11-27T03:51:00+01:00")));
    }
}
