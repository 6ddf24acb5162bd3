//! One row of a list, and what picking it means.

use crate::domain::{ChoiceIx, Goal, SkillIx};
use crate::tui::action::Action;

/// One row of a list overlay.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What it belongs to, said where it begins; empty in lists without groups.
    pub group: &'static str,
    /// What it is.
    pub title: String,
    /// The letters of the title that match what was typed.
    pub letters: Vec<u32>,
    /// What stands at the end of the row.
    pub right: String,
    /// What picking it means.
    pub pick: Pick,
}

/// What picking a row means.
#[derive(Clone, Debug, PartialEq)]
pub enum Pick {
    /// Go to this skill.
    Skill(SkillIx),
    /// Do this.
    Run(Action),
    /// Head for this.
    Goal(Option<Goal>),
    /// See the options of this choice.
    Choice(ChoiceIx),
    /// Take this option of a choice.
    Option(ChoiceIx, SkillIx),
}
