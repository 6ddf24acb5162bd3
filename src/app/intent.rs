//! What a learner wants to do, and the event that it becomes.

use crate::domain::{Act, Clean, Day, FSRS_PARAMETERS, Goal, Mark, Roadmap, Said, SkillIx};

/// One thing that a learner does. Each becomes one event, so one undo takes it back.
#[derive(Clone, Debug, PartialEq)]
pub enum Intent {
    /// Set the status of a skill.
    Mark {
        /// Which skill.
        skill: SkillIx,
        /// To what.
        mark: Mark,
    },
    /// Tick an outcome, or take the tick back.
    Tick {
        /// Which skill.
        skill: SkillIx,
        /// Which outcome, from 0.
        outcome: usize,
        /// Reached, or taken back.
        on: bool,
    },
    /// Log study time.
    Study {
        /// Which skill.
        skill: SkillIx,
        /// Minutes, at least 1.
        minutes: u32,
        /// The learner's day.
        day: Day,
        /// What was done.
        note: Option<Clean>,
    },
    /// Write the note on a skill; an empty one removes it.
    Note {
        /// Which skill.
        skill: SkillIx,
        /// The note.
        text: Clean,
    },
    /// Add evidence or a resource.
    Link {
        /// Which skill.
        skill: SkillIx,
        /// An address or a path.
        to: Clean,
        /// What it is called.
        title: Option<Clean>,
    },
    /// Take a link off.
    Unlink {
        /// Which skill.
        skill: SkillIx,
        /// The address or path.
        to: Clean,
    },
    /// Head for a role or a skill, or for nothing in particular.
    Goal(Option<Goal>),
    /// Take an option of a choice.
    Pick {
        /// Which choice.
        choice: crate::domain::ChoiceIx,
        /// Which option.
        skill: SkillIx,
    },
    /// Take one skill before another, or no longer.
    Prefer {
        /// This one first.
        first: SkillIx,
        /// That one later.
        later: SkillIx,
        /// Wanted, or no longer.
        on: bool,
    },
    /// Rate a recall.
    Review {
        /// Which skill.
        skill: SkillIx,
        /// Which of its prompts, from 0.
        prompt: usize,
        /// 1 (forgotten) to 4 (easy).
        rating: u8,
    },
    /// Take these parameters for the scheduler of reviews.
    Fit([f32; FSRS_PARAMETERS]),
    /// Keep what was forecast; the program does that by itself, and undo passes it over.
    Forecast(Said),
}

impl Intent {
    /// The event that this becomes; `None` where there is no such outcome or prompt.
    pub fn act(self, roadmap: &Roadmap) -> Option<Act> {
        let id = |skill: SkillIx| roadmap.skill(skill).id.clone();
        Some(match self {
            Self::Mark { skill, mark } => Act::Mark { skill: id(skill), mark },
            Self::Tick { skill, outcome, on } => {
                let outcome = roadmap.skill(skill).outcomes.get(outcome)?.key;
                Act::Tick { skill: id(skill), outcome, on }
            }
            Self::Study { skill, minutes, day, note } => Act::Study { skill: id(skill), minutes, day, note },
            Self::Note { skill, text } => Act::Note { skill: id(skill), text },
            Self::Link { skill, to, title } => Act::Link { skill: id(skill), to, title },
            Self::Unlink { skill, to } => Act::Unlink { skill: id(skill), to },
            Self::Goal(goal) => Act::Goal(goal),
            Self::Review { skill, prompt, rating } => {
                let prompt = roadmap.skill(skill).prompts.get(prompt)?.key;
                Act::Review { skill: id(skill), prompt, rating }
            }
            Self::Fit(parameters) => Act::Fit(parameters),
            Self::Forecast(said) => Act::Forecast(said),
            Self::Pick { choice, skill } => {
                Act::Pick { choice: roadmap.choice(choice).id.clone(), skill: id(skill) }
            }
            Self::Prefer { first, later, on } => Act::Prefer { skill: id(first), over: id(later), on },
        })
    }
}
