//! What the full screen can be told.

use super::hit::Target;
use super::input::Input;
use crate::app::AppError;
use crate::domain::{Event, SkillIx};

/// What the full screen can be told.
#[derive(Clone, Debug)]
pub enum Message {
    /// The learner or the terminal did something.
    Input(Input),
    /// Something was clicked.
    Clicked(Target),
    /// The wheel turned over something, by lines.
    Wheeled(Target, i16),
    /// Events were recorded.
    Recorded(Vec<Event>),
    /// An act was taken back; none if there was nothing to take back.
    Undone(Option<Event>),
    /// An act was brought again; none if there was nothing to bring again.
    Redone(Option<Event>),
    /// What others wrote was taken in.
    CaughtUp,
    /// The editor was left with this text; none if it ended with an error.
    NoteWritten(SkillIx, Option<String>),
    /// Something worked that leaves no event, and this is what to say.
    Said(String),
    /// Something failed.
    Failed(AppError),
}
