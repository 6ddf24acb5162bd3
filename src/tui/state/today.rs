//! What Today remembers.

use crate::app::page::Today;
use crate::domain::SkillIx;
use crate::tui::widget::cursor::Cursor;

/// Rows that one step takes: its title, and its reasons.
pub const STEP_ROWS: usize = 2;

/// What Today remembers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The step in focus.
    pub steps: Cursor,
}

impl State {
    /// The skill of the step in focus.
    pub fn focus(&self, today: &Today) -> Option<SkillIx> {
        today.steps.get(self.steps.at).map(|step| step.skill)
    }

    /// Keeps the focus on `skill` after the steps changed; where it is gone, on the step that took its place.
    pub fn keep(&mut self, skill: Option<SkillIx>, today: &Today) {
        let at = today.steps.iter().position(|step| Some(step.skill) == skill);
        self.steps.at = at.unwrap_or(self.steps.at).min(today.steps.len().saturating_sub(1));
        self.steps.top = self.steps.top.min(self.steps.at);
    }
}

/// Rows that stand above the steps.
pub const ROWS_ABOVE: usize = 7;

/// How many steps show in a pane of this height.
pub fn steps_shown(height: usize) -> usize {
    height.saturating_sub(ROWS_ABOVE) / STEP_ROWS
}
