//! What Progress remembers.

use crate::app::page::ProgressPage;
use crate::tui::widget::cursor::Cursor;

/// What Progress remembers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The row of the list of stages in focus.
    pub stages: Cursor,
    /// The first row of the figures that shows.
    pub figures: Cursor,
}

/// Rows of the list: every track and every stage.
pub fn rows(page: &ProgressPage) -> usize {
    page.tracks.iter().map(|track| 1 + track.stages.len()).sum()
}
