//! `Node`: a skill or a choice, wherever either may stand.

use serde::{Deserialize, Serialize};

use super::{ChoiceIx, SkillIx};

/// What a prerequisite or a role's need points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Node {
    /// A skill that must be had.
    Skill(SkillIx),
    /// A choice that must be satisfied.
    Choice(ChoiceIx),
}
