//! What Review remembers.

use std::collections::BTreeSet;

use crate::domain::SkillIx;
use crate::engine::review::{Due, Queue, is_missed};
use crate::tui::widget::cursor::Cursor;

/// What Review remembers of a sitting.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// Whether the answer shows.
    pub revealed: bool,
    /// What was left for later.
    pub skipped: BTreeSet<SkillIx>,
    /// The ratings of this sitting, in their order.
    pub rated: Vec<(SkillIx, u8)>,
    /// How many more than a day asks were asked for.
    pub beyond: usize,
    /// The first row that shows.
    pub rows: Cursor,
    asked: Option<(SkillIx, usize)>,
}

/// What a sitting came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    /// Skills that were reviewed.
    pub skills: usize,
    /// Those of them that were forgotten at first.
    pub missed: usize,
}

impl State {
    /// What is asked now, if anything is left.
    pub fn current<'q>(&self, queue: &'q Queue) -> Option<&'q Due> {
        self.left(queue).next()
    }

    /// What is left to ask, in order.
    pub fn left<'q>(&self, queue: &'q Queue) -> impl Iterator<Item = &'q Due> {
        queue.due.iter().filter(|due| !self.skipped.contains(&due.skill))
    }

    /// Hides the answer again where another prompt came up.
    pub fn follow(&mut self, queue: &Queue) {
        let now = self.current(queue).map(|due| (due.skill, due.prompt));
        if self.asked != now {
            self.asked = now;
            self.hide();
        }
    }

    /// Hides the answer.
    pub fn hide(&mut self) {
        self.revealed = false;
        self.rows = Cursor::default();
    }

    /// What the sitting came to so far.
    pub fn tally(&self) -> Tally {
        let skills = |which: &dyn Fn(u8) -> bool| {
            let rated = self.rated.iter().filter(|&&(_, rating)| which(rating));
            rated.map(|&(skill, _)| skill).collect::<BTreeSet<_>>().len()
        };
        Tally { skills: skills(&|_| true), missed: skills(&|rating| is_missed(rating)) }
    }
}
