//! The ratings of a skill in the order of their days.

use crate::domain::{Day, Mark, SkillProgress, Stamp};

/// What marking a skill done counts as: it was remembered well that day.
const DONE: u8 = 3;

/// A rating, and the day on which it was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rated {
    /// 1 (forgotten) to 4 (easy).
    pub rating: u8,
    /// The learner's day.
    pub day: Day,
}

/// The ratings of a skill by day, oldest first, and within a day in the order of events.
///
/// Marking it done counts as a first rating of good, so that a skill that was never reviewed has an interval like any
/// other; where a recall came before, that tells more, and the mark counts for nothing.
///
/// A day after `today` was written by a clock that was ahead. It is taken for the day of the rating before it in the
/// order of events, or else of the first one after, so that one bad clock does not put a skill off for years.
pub fn history(said: &SkillProgress, today: Day) -> Vec<Rated> {
    told(said, today).0
}

/// The same, and whether one of the days was taken for another.
pub(super) fn told(said: &SkillProgress, today: Day) -> (Vec<Rated>, bool) {
    let mut entries: Vec<(Day, Stamp, u8, bool)> = Vec::with_capacity(said.recalls.count() + 1);
    entries.extend(said.mark.filter(|mark| mark.value.mark == Mark::Done).map(|mark| {
        let day = mark.value.day;
        (day, mark.stamp, DONE, true)
    }));
    entries.extend(
        said.recalls.iter().map(|recall| (recall.value.day, recall.stamp, recall.value.rating, false)),
    );
    let is_ahead = entries.iter().any(|&(day, ..)| day > today);
    if is_ahead {
        entries.sort_unstable_by_key(|&(day, stamp, rating, _)| (stamp, day, rating));
        let mut sound = entries.iter().map(|&(day, ..)| day).find(|&day| day <= today);
        for entry in &mut entries {
            match sound {
                Some(before) if entry.0 > today => entry.0 = before,
                _ => sound = Some(entry.0).filter(|&day| day <= today),
            }
        }
    }
    entries.sort_unstable();
    let counts = |&(at, &(.., is_done)): &(usize, &(Day, Stamp, u8, bool))| at == 0 || !is_done;
    let rated = entries.iter().enumerate().filter(counts);
    (rated.map(|(_, &(day, _, rating, _))| Rated { rating, day }).collect(), is_ahead)
}
