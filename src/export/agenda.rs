//! What goes into a calendar, as plain values: the weeks of the plan, and the days with time for review.

use chrono::{DateTime, FixedOffset};

use super::document::Target;
use crate::domain::{Clean, Day};

/// What goes into a calendar.
#[derive(Clone, Debug, PartialEq)]
pub struct Agenda {
    /// When it was made.
    pub made: DateTime<FixedOffset>,
    /// Where the plan leads.
    pub goal: Target,
    /// The weeks of the plan, in their order.
    pub weeks: Vec<AgendaWeek>,
    /// The days with time for review; none where no day has enough of it.
    pub review: Option<ReviewDays>,
}

/// A week of the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct AgendaWeek {
    /// Its Monday.
    pub monday: Day,
    /// Its skills by title, each with the minutes that it gets in this week.
    pub skills: Vec<(Clean, u64)>,
}

/// The days with time for review: the same ones of each week, but for those on which one is away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewDays {
    /// The first of them.
    pub first: Day,
    /// The last day of the plan.
    pub until: Day,
    /// Which days of the week, Monday first.
    pub weekdays: [bool; 7],
    /// Those between the first and the last on which one is away.
    pub away: Vec<Day>,
    /// Minutes for it on each.
    pub minutes: u32,
}

impl AgendaWeek {
    /// Minutes of all its skills.
    pub fn minutes(&self) -> u64 {
        self.skills.iter().map(|(_, minutes)| minutes).sum()
    }
}
