//! What Progress remembers.

use crate::app::page::ProgressPage;
use crate::domain::Day;
use crate::tui::action::Action;
use crate::tui::widget::cursor::Cursor;

/// Days of a page of the map of days: four weeks.
const PAGE: i32 = 28;

/// What Progress remembers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The row of the list of stages in focus.
    pub stages: Cursor,
    /// The first row of the figures that shows.
    pub figures: Cursor,
    /// The first row of the days that shows, where they are told in lines.
    pub weeks: Cursor,
    /// The day in focus; none for today.
    pub day: Option<Day>,
}

impl State {
    /// The day in focus.
    pub fn day(&self, today: Day) -> Day {
        self.day.unwrap_or(today).min(today)
    }

    /// Moves over the map of days, between the first day with something and today; says whether the action does that.
    pub fn over_days(&mut self, action: Action, first: Option<Day>, today: Day) -> bool {
        let first = first.unwrap_or(today).min(today);
        let at = self.day(today);
        let to = match action {
            Action::Left => at.plus(-7),
            Action::Right => at.plus(7),
            Action::Up => at.plus(-1),
            Action::Down => at.plus(1),
            Action::PageUp | Action::HalfUp => at.plus(-PAGE),
            Action::PageDown | Action::HalfDown => at.plus(PAGE),
            Action::First => first,
            Action::Last => today,
            _ => return false,
        };
        self.go_to(to, first, today);
        true
    }

    /// Goes to a day, or to the nearest that there is something to say of; today is none in particular, so that the
    /// next morning begins at its own.
    pub fn go_to(&mut self, day: Day, first: Day, today: Day) {
        self.day = Some(day.clamp(first.min(today), today)).filter(|&day| day != today);
    }
}

/// Rows of the list: every track and every stage.
pub fn rows(page: &ProgressPage) -> usize {
    page.tracks.iter().map(|track| 1 + track.stages.len()).sum()
}
