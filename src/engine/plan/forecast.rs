//! When the goal will be reached, as a range.

use crate::domain::{Day, StageIx};

/// The days by which something is done, by how sure that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dates {
    /// As likely as not by this day.
    pub p50: Day,
    /// 85 in 100 by this day.
    pub p85: Day,
    /// 95 in 100 by this day.
    pub p95: Day,
}

/// When the goal and each of its stages will be reached.
#[derive(Clone, Debug, PartialEq)]
pub struct Forecast {
    /// The goal.
    pub goal: Dates,
    /// Each stage of the plan, in road order: the day on which the last of its planned skills is done.
    pub stages: Vec<(StageIx, Dates)>,
    /// Hours that the learner takes for an hour of the estimate, as the forecast has it.
    pub pace: f64,
    /// How many skills that are done the pace rests on.
    pub paced_by: usize,
    /// How many weeks of study the forecast rests on, at most 12; with none it goes by the settings alone.
    pub weeks: usize,
    /// Minutes that a week has, in the middle of what was drawn.
    pub week_minutes: u32,
}
