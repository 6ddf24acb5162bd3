//! What is remembered of a skill.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Day;

/// What of a skill is remembered, as its last rating left it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Memory {
    /// Days in which the recall sinks from all to nine in ten.
    pub stability: f32,
    /// How hard it is to strengthen, from 1 to 10.
    pub difficulty: f32,
    /// The day of the last rating.
    pub last: Day,
    /// The day on which the recall will have sunk to the wanted retention, to the nearest day.
    pub due: Day,
    /// Whether it was forgotten at the last rating.
    pub is_missed: bool,
}

/// Memories that were worked out before, each under a print of all that it was worked out from.
pub type WorkedOut = BTreeMap<u64, Memory>;
