//! What the learner says of a day, one question after the other.

use tui_input::Input as Line;

use crate::app::Session;
use crate::app::checkin::{self, Worked};
use crate::domain::SkillIx;
use crate::engine::find::find;
use crate::tui::widget::cursor::Cursor;

/// Skills that are offered at once.
pub const SHOWN: usize = 7;

/// A question, in the order in which they come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Step {
    /// What one worked on.
    #[default]
    Skill,
    /// How long.
    Minutes,
    /// Which outcomes are reached.
    Outcomes,
    /// What one notes.
    Note,
    /// What shows it.
    Link,
    /// All of it, before it is written down.
    Whole,
}

/// A check-in as far as it is answered.
#[derive(Clone, Debug, Default)]
pub struct CheckIn {
    /// The question that is open.
    pub step: Step,
    /// What is typed to it.
    pub line: Line,
    /// What is wrong with that.
    pub wrong: Option<String>,
    /// The row in focus, of skills or outcomes.
    pub cursor: Cursor,
    /// What was answered, a skill after the other; that of the last one is being asked.
    pub worked: Vec<Worked>,
}

impl CheckIn {
    /// The skills to choose from: without anything typed those that one most likely worked on.
    pub fn offered(&self, session: &Session) -> Vec<SkillIx> {
        let typed = self.line.value().trim();
        if typed.is_empty() {
            return checkin::offered(session);
        }
        find(session.roadmap(), typed).into_iter().map(|hit| hit.skill).take(SHOWN).collect()
    }

    /// The skill at hand with what was answered of it; none while it is being chosen.
    pub fn at_hand(&self) -> Option<&Worked> {
        self.worked.last().filter(|_| !matches!(self.step, Step::Skill | Step::Whole))
    }

    /// The outcomes of the skill at hand that are open, from 0.
    pub fn open_outcomes(&self, session: &Session) -> Vec<usize> {
        self.at_hand().map(|worked| worked.open_outcomes(session)).unwrap_or_default()
    }

    /// Goes to a question, with nothing typed to it.
    pub fn go(&mut self, step: Step) {
        self.step = step;
        self.line.reset();
        self.wrong = None;
        self.cursor = Cursor::default();
    }
}
