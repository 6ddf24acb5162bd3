//! Lines of a pane that scrolls as a whole, kept for as long as what they say holds.

use ratatui::text::Line;

use crate::domain::{Day, StageIx};
use crate::tui::place::Screen;

/// What the lines of such a pane depend on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Laying {
    /// The screen that they are of.
    pub screen: Screen,
    /// The state of the journal.
    pub revision: u64,
    /// The day.
    pub day: Day,
    /// The columns of the pane.
    pub width: u16,
    /// The stage in focus, which is marked.
    pub stage: Option<StageIx>,
}

/// Lines, and what they were laid for.
#[derive(Clone, Debug)]
pub struct Laid {
    /// What for.
    pub of: Laying,
    /// The lines.
    pub lines: Vec<Line<'static>>,
}
