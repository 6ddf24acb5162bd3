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

/// A line above the steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Head {
    /// The day.
    Day,
    /// The goal.
    Goal,
    /// How far one is on the way to it.
    Share,
    /// Today's minutes.
    Minutes,
    /// The first letters of the week's days.
    Letters,
    /// The week, day by day.
    Week,
    /// What is due for review.
    Review,
    /// Nothing.
    Gap,
    /// The steps' heading.
    Heading,
}

/// The lines above the steps where there is room for all.
const ALL: [Head; 9] = [
    Head::Day,
    Head::Goal,
    Head::Share,
    Head::Minutes,
    Head::Letters,
    Head::Week,
    Head::Review,
    Head::Gap,
    Head::Heading,
];

/// The lines above the steps that give way where there is not, the first to go first.
const GIVE_WAY: [Head; 8] =
    [Head::Letters, Head::Week, Head::Gap, Head::Share, Head::Day, Head::Review, Head::Minutes, Head::Goal];

/// Steps for which the lines above them give way.
const LEAST_STEPS: usize = 2;

/// Rows of what was taken for granted, with the blank one above.
const FOOT: usize = 3;

/// Steps that must show before anything is said below them.
const STEPS_ABOVE_FOOT: usize = 3;

/// What Today's list has room for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The lines above the steps.
    pub head: Vec<Head>,
    /// How many steps show, at least one.
    pub steps: usize,
    /// Rows below the steps that are kept for what was taken for granted.
    pub foot: usize,
}

impl Layout {
    /// What a pane of this height has room for, with something to say below the steps or not, and something to
    /// review or not.
    pub fn of(height: usize, (has_foot, has_reviews): (bool, bool)) -> Self {
        let mut head = ALL.to_vec();
        head.retain(|&line| has_reviews || line != Head::Review);
        for line in GIVE_WAY {
            if head.len() + LEAST_STEPS * STEP_ROWS > height {
                head.retain(|&kept| kept != line);
            }
        }
        let left = height.saturating_sub(head.len());
        let foot = if has_foot && left >= FOOT + STEPS_ABOVE_FOOT * STEP_ROWS { FOOT } else { 0 };
        Self { head, steps: ((left - foot) / STEP_ROWS).max(1), foot }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_shows_at_every_height_and_the_goal_goes_last() {
        for height in 3..60 {
            let layout = Layout::of(height, (height % 2 == 0, height % 3 == 0));
            let rows = layout.head.len() + layout.steps * STEP_ROWS + layout.foot;
            assert!(layout.steps >= 1 && rows <= height, "{height}");
            assert!(layout.head.contains(&Head::Heading), "{height}");
        }
        assert_eq!(Layout::of(7, (true, true)).head, [Head::Goal, Head::Minutes, Head::Heading]);
        assert_eq!(
            (Layout::of(20, (true, true)).head, Layout::of(20, (true, true)).foot),
            (ALL.to_vec(), FOOT)
        );
    }
}
