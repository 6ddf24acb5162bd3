//! What a learner should know and that stops nothing.

use std::fmt;

use crate::store::journal::Finding;

/// Something that the learner should know and that stops nothing.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// A roadmap file of the learner's has errors and was left out.
    RoadmapLeftOut {
        /// The folder or file.
        path: String,
        /// How many errors it has.
        errors: usize,
    },
    /// The settings could not be read; the defaults hold.
    SettingsLeftOut {
        /// What is wrong.
        why: String,
    },
    /// The journal has something to say for itself.
    Journal(Finding),
    /// The journal cannot be read, so nothing can be recorded.
    ReadOnly {
        /// Why.
        why: String,
    },
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::RoadmapLeftOut { path, errors: 1 } => write!(f, "1 error in {path}; it is left out."),
            Self::RoadmapLeftOut { path, errors } => write!(f, "{errors} errors in {path}; it is left out."),
            Self::SettingsLeftOut { why } => write!(f, "The settings cannot be read: {why}"),
            Self::Journal(finding) => write!(f, "{finding}."),
            Self::ReadOnly { why } => write!(f, "Nothing can be recorded: {why}"),
        }
    }
}
