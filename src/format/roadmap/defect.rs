//! What is wrong with a roadmap file, and where.

use std::ops::Range;

use crate::domain::{Clean, Id, IdError};

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct Defect {
    /// Where.
    pub place: Place,
    /// What.
    pub fault: Fault,
}

/// A stretch of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Which of the files that were read, from 0.
    pub file: usize,
    /// Bytes of it.
    pub span: Range<usize>,
}

/// How bad a defect is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The roadmap can be used and is poorer for it.
    Warning,
    /// The roadmap cannot be used.
    Error,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// The file could not be read.
    Unreadable {
        /// What the system said.
        why: Clean,
    },
    /// The file is larger than [`LARGEST_FILE`](super::LARGEST_FILE).
    TooLarge,
    /// The file is no UTF-8.
    NotUtf8 {
        /// The first byte that is not, from 0.
        at: usize,
    },
    /// The file is no TOML.
    Syntax {
        /// What the parser said.
        message: Clean,
    },
    /// Tables and lists nest more than 32 deep.
    TooDeep,
    /// A key that the table does not have.
    UnknownKey {
        /// What the table describes.
        form: &'static str,
        /// The key as written.
        key: Clean,
        /// The key that was most likely meant.
        near: Option<&'static str>,
    },
    /// A key that the table needs.
    MissingKey {
        /// What the table describes.
        form: &'static str,
        /// The key.
        key: &'static str,
    },
    /// A value of the wrong sort.
    WrongShape {
        /// The key.
        key: &'static str,
        /// What its value is.
        wants: &'static str,
        /// What was written.
        found: &'static str,
    },
    /// A word that is none of those that the key may have.
    UnknownWord {
        /// The key.
        key: &'static str,
        /// The word as written.
        word: Clean,
        /// The words that it may be.
        words: &'static [&'static str],
    },
    /// A text without anything in it.
    Empty {
        /// The key.
        key: &'static str,
    },
    /// A text of more than 64 KiB.
    TextTooLong {
        /// The key.
        key: &'static str,
    },
    /// A character that does not show, or that terminals act on.
    BadCharacter {
        /// The key.
        key: &'static str,
        /// Its Unicode number.
        code: u32,
    },
    /// No id.
    BadId {
        /// As written.
        id: Clean,
        /// What is wrong with it.
        why: IdError,
    },
    /// An id that stands for something else already.
    IdTwice {
        /// The id.
        id: Id,
        /// Where it was taken; `None` for the roadmap that was hung onto.
        first: Option<Place>,
    },
    /// An id that nothing has.
    UnknownId {
        /// What sort of thing it should be.
        wants: &'static str,
        /// As written.
        id: Clean,
        /// The one that was most likely meant.
        near: Option<Id>,
    },
    /// A skill or choice that stands in no stage.
    NoStage,
    /// An id that stands twice in one list.
    ListedTwice {
        /// The id.
        id: Clean,
    },
    /// A choice that asks for none of its options or for more than it has.
    PickOutOfRange {
        /// What it asks for.
        pick: i64,
        /// What it has.
        options: usize,
    },
    /// A role's need that names neither a skill nor a choice, or both.
    NeedWithoutNode,
    /// A weight that is not 1 to 5.
    WeightOutOfRange {
        /// The weight.
        weight: i64,
    },
    /// The low figure is above the high one.
    HoursOutOfOrder,
    /// A figure that is not 0.5 to 200.
    HoursOutOfRange,
    /// An outcome that the skill has already.
    OutcomeTwice,
    /// An alias that another skill claims.
    AliasTwice {
        /// The alias.
        alias: Clean,
        /// Who claims it.
        other: Id,
    },
    /// No https address.
    NotHttps {
        /// As written.
        url: Clean,
    },
    /// No regular expression.
    BadPattern {
        /// What is wrong with it.
        message: Clean,
    },
    /// Skills that wait for each other.
    Cycle {
        /// The circle, each before the one that it waits for.
        ids: Vec<Id>,
    },
    /// More than [`MOST_SKILLS`](super::MOST_SKILLS).
    TooManySkills,
    /// A file without a track, a stage, a skill, a choice or a role.
    HoldsNothing,
    /// Fewer than 3 outcomes.
    FewOutcomes {
        /// How many.
        count: usize,
    },
    /// Fewer than 2 prompts.
    FewPrompts {
        /// How many.
        count: usize,
    },
    /// Fewer than 2 resources.
    FewResources {
        /// How many.
        count: usize,
    },
    /// A `why` of more than 160 characters.
    LongWhy {
        /// How many.
        length: usize,
    },
    /// A skill or choice that no role and no skill needs.
    Unneeded {
        /// Which.
        id: Id,
    },
    /// A skill that no way leads to from its track's first stage.
    OutOfReach {
        /// The skill.
        id: Id,
        /// The track.
        track: Id,
    },
    /// A prerequisite that another one implies.
    Implied {
        /// The prerequisite.
        id: Id,
        /// The one that implies it.
        by: Id,
    },
}

impl Defect {
    /// Whether the roadmap cannot be used for it.
    pub fn is_error(&self) -> bool {
        self.fault.severity() == Severity::Error
    }
}

impl Fault {
    /// Whether it is a clash of what files hold, of which either may be the one to go.
    pub fn is_clash(&self) -> bool {
        matches!(
            self,
            Self::IdTwice { .. } | Self::AliasTwice { .. } | Self::Cycle { .. } | Self::TooManySkills
        )
    }

    /// How bad it is.
    pub fn severity(&self) -> Severity {
        match self {
            Self::HoldsNothing
            | Self::FewOutcomes { .. }
            | Self::FewPrompts { .. }
            | Self::FewResources { .. }
            | Self::LongWhy { .. }
            | Self::Unneeded { .. }
            | Self::OutOfReach { .. }
            | Self::Implied { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }
}
