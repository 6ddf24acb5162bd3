//! How much of the road a map shows, and what its boxes are.

use crate::domain::{ChoiceIx, Node, Roadmap, SkillIx, StageIx};

/// How much of the road a map shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    /// All of it, in bands of tracks and columns of stages.
    #[default]
    Whole,
    /// The way of one skill, laid out afresh: all that it needs, and what it opens right behind it.
    Way(SkillIx),
}

/// What a box of the map is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Is {
    /// A skill.
    Skill(SkillIx),
    /// A choice, behind its options.
    Choice(ChoiceIx),
    /// A stage as a station.
    Stage(StageIx),
}

impl Is {
    /// A box for what can be required.
    pub fn of(node: Node) -> Self {
        match node {
            Node::Skill(skill) => Self::Skill(skill),
            Node::Choice(choice) => Self::Choice(choice),
        }
    }

    /// The stage that it stands in, or is.
    pub(super) fn stage(self, roadmap: &Roadmap) -> Option<StageIx> {
        Some(match self {
            Self::Skill(skill) => roadmap.skill(skill).stage,
            Self::Choice(choice) => roadmap.choice(choice).stage,
            Self::Stage(stage) => stage,
        })
    }
}
