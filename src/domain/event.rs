//! What a learner did, as the journal keeps it.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use super::{Clean, Day, EventId, Id, Stamp, TextKey};

/// How many parameters FSRS-6 has, the scheduler of reviews.
pub const FSRS_PARAMETERS: usize = 21;

/// One fact in the journal.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Its place in the order of all events, and its name.
    pub stamp: Stamp,
    /// The local time at which it was written; serves days and minutes only, never order.
    pub at: DateTime<FixedOffset>,
    /// What happened.
    pub act: Act,
    /// Where several events are one act, taken back together: the count of the first of them, on all others.
    pub with: Option<u64>,
}

impl Event {
    /// The event's name.
    pub fn id(&self) -> EventId {
        self.stamp.event
    }

    /// The learner's own day on which it was written.
    pub fn day(&self) -> Day {
        Day::of(self.at.date_naive())
    }
}

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    /// The status of a skill was set; the newest counts.
    Mark {
        /// Which skill.
        skill: Id,
        /// To what.
        mark: Mark,
    },
    /// An outcome was reached, or taken back; the newest counts.
    Tick {
        /// Which skill.
        skill: Id,
        /// Which of its outcomes.
        outcome: TextKey,
        /// Reached, or taken back.
        on: bool,
    },
    /// Time was spent; all count.
    Study {
        /// On which skill.
        skill: Id,
        /// How long, in minutes, at least 1.
        minutes: u32,
        /// The learner's day on which it was spent.
        day: Day,
        /// What was done.
        note: Option<Clean>,
    },
    /// The learner's note on a skill; the newest counts, and an empty one is none.
    Note {
        /// Which skill.
        skill: Id,
        /// The note.
        text: Clean,
    },
    /// Evidence, or a resource of one's own.
    Link {
        /// Which skill.
        skill: Id,
        /// An address or a path.
        to: Clean,
        /// What it is called.
        title: Option<Clean>,
    },
    /// A link was taken off.
    Unlink {
        /// Which skill.
        skill: Id,
        /// The address or path.
        to: Clean,
    },
    /// A recall, and how it went; all count.
    Review {
        /// Which skill.
        skill: Id,
        /// Which of its prompts.
        prompt: TextKey,
        /// 1 (forgotten) to 4 (easy).
        rating: u8,
    },
    /// Had before milepost; weaker than done.
    Place {
        /// Which skill.
        skill: Id,
        /// Had, or not after all.
        known: bool,
        /// How that was found.
        by: KnownBy,
    },
    /// Where one heads for; the newest counts.
    Goal(Option<Goal>),
    /// Which option of a choice one takes; the newest counts.
    Pick {
        /// Which choice.
        choice: Id,
        /// Which option.
        skill: Id,
    },
    /// The learner takes one skill before another; the newest counts.
    Prefer {
        /// This one first.
        skill: Id,
        /// That one later.
        over: Id,
        /// Wanted, or no longer.
        on: bool,
    },
    /// What was forecast, to be scored later.
    Forecast(Said),
    /// The parameters of the scheduler of reviews were fitted to the learner; the newest count.
    Fit([f32; FSRS_PARAMETERS]),
    /// One event is taken back.
    Undo(EventId),
    /// One event that was taken back holds again.
    Redo(EventId),
}

impl Act {
    /// The skill that the act is about.
    pub fn skill(&self) -> Option<&Id> {
        match self {
            Self::Mark { skill, .. }
            | Self::Tick { skill, .. }
            | Self::Study { skill, .. }
            | Self::Note { skill, .. }
            | Self::Link { skill, .. }
            | Self::Unlink { skill, .. }
            | Self::Review { skill, .. }
            | Self::Place { skill, .. }
            | Self::Pick { skill, .. }
            | Self::Prefer { skill, .. } => Some(skill),
            Self::Goal(Some(Goal::Skill(skill))) => Some(skill),
            Self::Goal(_) | Self::Forecast(_) | Self::Fit(_) | Self::Undo(_) | Self::Redo(_) => None,
        }
    }

    /// Whether the act changes what another event means, rather than being a fact of its own.
    pub fn is_correction(&self) -> bool {
        matches!(self, Self::Undo(_) | Self::Redo(_))
    }
}

/// What a learner said of a skill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Mark {
    /// It is under way.
    Start,
    /// It is learnt.
    Done,
    /// It counts as had and is not claimed.
    Skip,
    /// Nothing is said of it.
    Reset,
}

/// How it was found that a skill was had before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum KnownBy {
    /// The placement quiz.
    Quiz,
    /// Evidence in repositories.
    Scan,
    /// An imported list.
    Import,
}

/// What a learner heads for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub enum Goal {
    /// A job.
    Role(Id),
    /// One skill.
    Skill(Id),
}

impl Goal {
    /// The id of the role or skill.
    pub fn id(&self) -> &Id {
        match self {
            Self::Role(id) | Self::Skill(id) => id,
        }
    }
}

/// The days that a forecast named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Said {
    /// For which goal.
    pub goal: Goal,
    /// As likely as not by this day.
    pub p50: Day,
    /// 85 in 100 by this day.
    pub p85: Day,
    /// 95 in 100 by this day.
    pub p95: Day,
}
