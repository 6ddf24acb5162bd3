//! What the full screen can be told.

use super::hit::{Hits, Target};
use super::input::Input;
use crate::app::page::History;
use crate::app::{AppError, Stopped};
use crate::domain::{Event, SkillIx};
use crate::engine::layout::Layout;

/// What the full screen can be told.
#[derive(Clone, Debug)]
pub enum Message {
    /// The learner or the terminal did something.
    Input(Input),
    /// The left button went down on something: what it is, and the column and row of the screen.
    Pressed(Target, (u16, u16)),
    /// The wheel turned over something, by columns and lines.
    Wheeled(Target, (i16, i16)),
    /// Events were recorded.
    Recorded(Vec<Event>),
    /// An act was taken back, of these events; none if there was nothing to take back.
    Undone(Vec<Event>),
    /// An act was brought again, of these events; none if there was nothing to bring again.
    Redone(Vec<Event>),
    /// What the learner did was read.
    HistoryRead(History),
    /// The screen was opened.
    Opened,
    /// The clock has run for another minute.
    MinutePassed,
    /// The clock was stopped.
    Stopped(Stopped),
    /// The clock runs on another skill than before, if it ran then.
    Started(Option<Stopped>),
    /// What others wrote was taken in.
    CaughtUp,
    /// The editor was left with this text; none if it ended with an error.
    NoteWritten(SkillIx, Option<String>),
    /// The picture of this number is laid out.
    LaidOut(u64, Layout),
    /// Something worked that leaves no event, and this is what to say.
    Said(String),
    /// Something failed.
    Failed(AppError),
}

impl Message {
    /// The message of an input: what the mouse did is told by what stands under it.
    pub fn of(input: Input, hits: &Hits) -> Option<Self> {
        match input {
            Input::Press(column, row) => {
                hits.at(column, row).map(|target| Self::Pressed(target, (column, row)))
            }
            Input::Wheel(column, row, by) => hits.at(column, row).map(|target| Self::Wheeled(target, by)),
            input => Some(Self::Input(input)),
        }
    }
}
