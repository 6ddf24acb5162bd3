//! FSRS-6 over whole days: from ratings to a memory, from a memory to the recall on a day and to the next intervals.

use fsrs::{DEFAULT_PARAMETERS, FSRS, FSRSItem, FSRSReview, ItemState, MemoryState, current_retrievability};

use super::history::Rated;
use crate::domain::{Day, FSRS_PARAMETERS, Memory};

/// The longest interval, in days: what is remembered for longer is not forgotten.
const LONGEST: f32 = 36_500.0;

/// Whether a rating is that of what was not remembered.
pub fn is_missed(rating: u8) -> bool {
    rating == 1
}

/// What a rating would come to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Next {
    /// Days until it is asked again, as the formula has them.
    pub interval: f32,
    /// The same as whole days, 1 at least.
    pub days: u32,
}

/// The scheduler with its parameters and the retention that is wanted.
#[derive(Clone, Debug)]
pub struct Scheduler {
    fsrs: FSRS,
    decay: f32,
    retention: f32,
}

impl Scheduler {
    /// A scheduler that asks when the recall has sunk to `retention` (between 0 and 1). Without parameters of the
    /// learner's own it goes by those that fit most people.
    pub fn new(parameters: Option<&[f32; FSRS_PARAMETERS]>, retention: f32) -> Self {
        let own = parameters.and_then(|own| FSRS::new(own).ok().map(|fsrs| (fsrs, own[FSRS_PARAMETERS - 1])));
        let (fsrs, decay) = own.unwrap_or_else(|| (FSRS::default(), DEFAULT_PARAMETERS[FSRS_PARAMETERS - 1]));
        Self { fsrs, decay, retention }
    }

    /// What these ratings leave, oldest first; none without any. Several of one day strengthen by the formula for the
    /// short term. A day that lies before the one of its predecessor counts as the same day.
    pub fn memory(&self, rated: &[Rated]) -> Option<Memory> {
        let last = rated.last()?;
        let state = self.fsrs.memory_state(item(rated), None).ok()?;
        let interval = self.fsrs.next_interval(Some(state.stability), self.retention, u32::from(last.rating));
        Some(Memory {
            stability: state.stability,
            difficulty: state.difficulty,
            last: last.day,
            due: last.day.plus(days(interval).cast_signed()),
            is_missed: is_missed(last.rating),
        })
    }

    /// How likely it is to be remembered on a day, from 0 to 1.
    pub fn recall(&self, memory: &Memory, day: Day) -> f32 {
        let elapsed = day.since(memory.last).max(0) as f32;
        current_retrievability(state(memory), elapsed, self.decay)
    }

    /// What each rating of `day` would come to, from 1 (forgotten) to 4 (easy); that of a skill that was never rated,
    /// without a memory.
    pub fn next(&self, memory: Option<&Memory>, day: Day) -> [Next; 4] {
        let elapsed = memory.map_or(0, |memory| day.since(memory.last).max(0).unsigned_abs());
        let Ok(next) = self.fsrs.next_states(memory.map(state), self.retention, elapsed) else {
            return [Next { interval: 1.0, days: 1 }; 4];
        };
        [next.again, next.hard, next.good, next.easy]
            .map(|ItemState { interval, .. }| Next { interval, days: days(interval) })
    }
}

/// The ratings as the crate takes them: each with the days since the one before.
pub(super) fn item(rated: &[Rated]) -> FSRSItem {
    let mut before = rated.first().map(|first| first.day);
    let reviews = rated.iter().map(|one| {
        let elapsed = before.map_or(0, |before| one.day.since(before).max(0));
        before = before.max(Some(one.day));
        FSRSReview { rating: u32::from(one.rating), delta_t: elapsed.unsigned_abs() }
    });
    FSRSItem { reviews: reviews.collect() }
}

fn state(memory: &Memory) -> MemoryState {
    MemoryState { stability: memory.stability, difficulty: memory.difficulty }
}

/// An interval in whole days.
fn days(interval: f32) -> u32 {
    interval.round().clamp(1.0, LONGEST) as u32
}
