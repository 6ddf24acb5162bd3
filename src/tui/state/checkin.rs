//! What the learner says of a day, one question after the other.

use tui_input::Input as Line;

use crate::app::{Intent, Session, page};
use crate::domain::{Clean, Day, SkillIx};
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
    /// What was answered of the skill at hand.
    pub answers: Answers,
    /// What was answered of skills before it.
    pub before: Vec<Intent>,
    /// Whether the clock's minutes are among the answers.
    pub takes_clock: bool,
}

/// What was answered of one skill.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// Which skill.
    pub skill: Option<SkillIx>,
    /// Minutes, and the day that they are of.
    pub minutes: Option<(u32, Day)>,
    /// Outcomes that are reached, from 0.
    pub ticked: Vec<usize>,
    /// What was noted.
    pub note: Option<Clean>,
    /// An address or a path.
    pub link: Option<Clean>,
}

impl CheckIn {
    /// The skills to choose from: without anything typed those that one most likely worked on.
    pub fn offered(&self, session: &Session) -> Vec<SkillIx> {
        let typed = self.line.value().trim();
        if typed.is_empty() {
            return page::worked_on(session);
        }
        find(session.roadmap(), typed).into_iter().map(|hit| hit.skill).take(SHOWN).collect()
    }

    /// The outcomes of the skill that are open, from 0.
    pub fn open_outcomes(&self, session: &Session) -> Vec<usize> {
        let Some(skill) = self.answers.skill else { return Vec::new() };
        let told = session.roadmap().skill(skill);
        let said = session.progress().of(told);
        let outcomes = told.outcomes.iter().enumerate();
        outcomes.filter(|(_, outcome)| !said.has_ticked(outcome.key)).map(|(at, _)| at).collect()
    }

    /// The clock's minutes, where it runs on this skill and was not forgotten.
    pub fn clock(&self, session: &Session) -> Option<u32> {
        let timer = session.timer().filter(|timer| !timer.is_forgotten(session.now()))?;
        let is_its = self.answers.skill.is_some() && session.timed() == self.answers.skill;
        Some(timer.minutes(session.now())).filter(|&minutes| is_its && minutes > 0 && !self.takes_clock)
    }

    /// Goes to a question, with nothing typed to it.
    pub fn go(&mut self, step: Step) {
        self.step = step;
        self.line.reset();
        self.wrong = None;
        self.cursor = Cursor::default();
    }

    /// All that was answered, as what is recorded.
    pub fn intents(&self, session: &Session) -> Vec<Intent> {
        let mut intents = self.before.clone();
        let Answers { skill: Some(skill), minutes, ticked, note, link } = &self.answers else {
            return intents;
        };
        let skill = *skill;
        intents.extend(ticked.iter().map(|&outcome| Intent::Tick { skill, outcome, on: true }));
        match (minutes, note.clone()) {
            (&Some((minutes, day)), note) => intents.push(Intent::Study { skill, minutes, day, note }),
            (None, Some(note)) => intents.push(page::noted(session, skill, &note)),
            (None, None) => {}
        }
        intents.extend(link.clone().map(|to| Intent::Link { skill, to, title: None }));
        intents
    }
}
