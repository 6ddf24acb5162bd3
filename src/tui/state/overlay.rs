//! What opens above a screen: lists to pick from, a line to type, a question, a text to read.

use tui_input::Input as Line;

use super::checkin::CheckIn;
use super::history::History;
use crate::app::Intent;
use crate::domain::{ChoiceIx, Roadmap, SkillIx};
use crate::tui::widget::cursor::Cursor;

/// What is open above the screen.
#[derive(Clone, Debug)]
pub enum Overlay {
    /// A list that narrows as one types.
    List(List),
    /// Minutes to log on a skill, or of a clock that was forgotten.
    LogTime {
        /// Whether it is the clock's time.
        of_clock: bool,
        /// On which skill.
        skill: SkillIx,
        /// What was typed.
        line: Line,
        /// What is wrong with it.
        wrong: Option<String>,
    },
    /// What the learner did today.
    CheckIn(Box<CheckIn>),
    /// What the learner did, to take any of it back.
    History(Box<History>),
    /// Something to read.
    Text {
        /// What.
        of: Text,
        /// The first row that shows.
        top: usize,
    },
    /// Something that one may not have meant.
    Question {
        /// What is asked, in lines.
        text: Vec<String>,
        /// What is recorded if one means it.
        intents: Vec<Intent>,
    },
}

/// Something to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Text {
    /// The whole reasoning for one skill.
    Why(SkillIx),
    /// What was said.
    Messages,
}

/// A list that narrows as one types.
#[derive(Clone, Debug)]
pub struct List {
    /// What it lists.
    pub of: Listed,
    /// What was typed.
    pub line: Line,
    /// The row in focus.
    pub cursor: Cursor,
}

/// What a list lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listed {
    /// Skills.
    Find,
    /// Every action.
    Commands,
    /// The actions that hold here, with their keys.
    Help,
    /// Roles and skills that one may head for.
    Goal,
    /// Every choice of the road.
    Choices,
    /// The options of one choice.
    Options(ChoiceIx),
}

impl Listed {
    /// The most rows that the list ever has, where they are few.
    pub fn most(self, roadmap: &Roadmap) -> usize {
        match self {
            Self::Find | Self::Commands | Self::Help | Self::Goal => usize::MAX,
            Self::Choices => roadmap.choices().count().max(1),
            Self::Options(choice) => roadmap.choice(choice).options.len(),
        }
    }

    /// The list's title.
    pub fn title(self, roadmap: &Roadmap) -> String {
        let title = match self {
            Self::Find => "Find a skill",
            Self::Commands => "Commands",
            Self::Help => "Help: every key that holds here",
            Self::Goal => "Choose a goal",
            Self::Choices => "Choices on the road",
            Self::Options(choice) => {
                let choice = roadmap.choice(choice);
                return format!("{}: {} of these is enough", choice.title, choice.pick);
            }
        };
        title.to_owned()
    }
}

impl List {
    /// A list with nothing typed yet.
    pub fn new(of: Listed) -> Self {
        Self { of, line: Line::default(), cursor: Cursor::default() }
    }
}

/// The rows of a list that fit on a terminal of this size.
pub fn list_height(size: (u16, u16)) -> usize {
    usize::from(size.1.saturating_sub(6)).clamp(1, 20)
}
