//! What is to be done outside the screen's own state, as data.

use crate::app::Intent;
use crate::app::checkin::Worked;
use crate::domain::{Event, SkillIx};
use crate::engine::layout::Graph;

/// A picture that is to be laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Which picture it is for: they are counted.
    pub number: u64,
    /// What is to be laid out.
    pub graph: Graph,
}

/// What is to be done outside the screen's own state.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Record what the learner did.
    Record(Vec<Intent>),
    /// Write a check-in down.
    CheckIn(Vec<Worked>),
    /// Take in what other windows and other devices have written.
    CatchUp,
    /// Take the newest act back.
    Undo,
    /// Bring back what was undone last.
    Redo,
    /// Take these events back, whenever they were and on whatever device.
    TakeBack(Vec<Event>),
    /// Bring these events again.
    BringBack(Vec<Event>),
    /// Read what the learner did.
    ReadHistory,
    /// Let the clock run on a skill; one that runs on another is stopped and logged first.
    StartClock(SkillIx),
    /// Stop the clock and log its minutes, or these where the learner knows better.
    StopClock(Option<u32>),
    /// Throw the clock away.
    CancelClock,
    /// Keep this week's forecast, unless it is kept already.
    NoteForecast,
    /// Let the learner edit the note on a skill, from this text.
    EditNote(SkillIx, String),
    /// Open an address in the browser.
    OpenLink(String),
    /// Put a text on the clipboard.
    Copy(String),
    /// Take the mouse, or give it back.
    Mouse(bool),
    /// Draw everything afresh.
    Redraw,
    /// Go to sleep, as ctrl-z asks.
    Suspend,
    /// Lay a large road out without keeping the learner waiting.
    LayOut(Draft),
    /// End.
    Quit,
}
