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
    /// Until when, by the forecast.
    Until,
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
const ALL: [Head; 10] = [
    Head::Day,
    Head::Goal,
    Head::Share,
    Head::Until,
    Head::Minutes,
    Head::Letters,
    Head::Week,
    Head::Review,
    Head::Gap,
    Head::Heading,
];

/// The lines above the steps that give way where there is not, the first to go first.
const GIVE_WAY: [Head; 9] = [
    Head::Letters,
    Head::Week,
    Head::Gap,
    Head::Share,
    Head::Until,
    Head::Day,
    Head::Review,
    Head::Minutes,
    Head::Goal,
];

/// Steps for which the lines above them give way.
const LEAST_STEPS: usize = 2;

/// Rows of what was taken for granted, with the blank one above.
const FOOT: usize = 3;

/// Steps that must show before anything is said below them.
const STEPS_ABOVE_FOOT: usize = 3;

/// What there is to say beside the steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Has {
    /// Until when the goal will be reached, or how to find out.
    pub until: bool,
    /// Prompts to review.
    pub reviews: bool,
    /// What was taken for granted, below the steps.
    pub foot: bool,
}

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
    /// What a pane of this height has room for.
    pub fn of(height: usize, has: Has) -> Self {
        let mut head = ALL.to_vec();
        head.retain(|line| match line {
            Head::Until => has.until,
            Head::Review => has.reviews,
            _ => true,
        });
        for line in GIVE_WAY {
            if head.len() + LEAST_STEPS * STEP_ROWS > height {
                head.retain(|&kept| kept != line);
            }
        }
        let left = height.saturating_sub(head.len());
        let foot = if has.foot && left >= FOOT + STEPS_ABOVE_FOOT * STEP_ROWS { FOOT } else { 0 };
        Self { head, steps: ((left - foot) / STEP_ROWS).max(1), foot }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_shows_at_every_height_and_the_goal_goes_last() {
        for height in 3..60 {
            let has = Has { until: height % 3 == 0, reviews: height % 5 == 0, foot: height % 2 == 0 };
            let layout = Layout::of(height, has);
            let rows = layout.head.len() + layout.steps * STEP_ROWS + layout.foot;
            assert!(layout.steps >= 1 && rows <= height, "{height}");
            assert!(layout.head.contains(&Head::Heading), "{height}");
        }
        let all = Has { until: true, reviews: true, foot: true };
        assert_eq!(Layout::of(7, all).head, [Head::Goal, Head::Minutes, Head::Heading]);
        assert_eq!((Layout::of(21, all).head, Layout::of(21, all).foot), (ALL.to_vec(), FOOT));
        assert!(!Layout::of(21, Has { until: false, ..all }).head.contains(&Head::Until));
        assert!(!Layout::of(21, Has { reviews: false, ..all }).head.contains(&Head::Review));
    }
}
