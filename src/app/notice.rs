//! What a learner should know and that stops nothing.

use std::fmt;

use crate::domain::Id;
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
    /// The goal is no role and no skill of the roadmap, so the plan is as without one.
    GoalMissing {
        /// Its id.
        id: Id,
    },
    /// The journal has something to say for itself.
    Journal(Finding),
    /// The journal cannot be read, so nothing can be recorded.
    ReadOnly {
        /// Why.
        why: String,
    },
}

impl Notice {
    /// Whether it is said at once; what is not is for `doctor` to tell, so that it is not said every time.
    pub fn is_pressing(&self) -> bool {
        !matches!(self, Self::Journal(finding) if !matches!(finding, Finding::Renewed { .. }))
    }

    /// What to do about it; `None` where nothing need be done.
    pub fn advice(&self) -> Option<&'static str> {
        Some(match self {
            Self::RoadmapLeftOut { .. } => "milepost check",
            Self::SettingsLeftOut { .. } => "milepost config path",
            Self::GoalMissing { .. } => "bring its file back, or choose another goal: milepost roles",
            Self::ReadOnly { .. } => "mend its permissions, or name another folder with --data-dir",
            Self::Journal(finding) => match finding {
                Finding::BadLine { .. } | Finding::MoreBadLines { .. } => {
                    "milepost doctor --fix moves damaged lines of this device aside; sound lines all count"
                }
                Finding::Hole { .. } => "copy the file back from the device or the backup that has it whole",
                Finding::NewerFile { .. } => "bring milepost up to date on this machine",
                Finding::Unread { .. } | Finding::Misnamed { .. } => "look at the file in the data folder",
                Finding::ClockAhead { .. } => "set the clock of that device",
                Finding::Fork { .. } | Finding::Renewed { .. } => return None,
            },
        })
    }
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::RoadmapLeftOut { path, errors: 1 } => write!(f, "1 error in {path}; it is left out."),
            Self::RoadmapLeftOut { path, errors } => write!(f, "{errors} errors in {path}; it is left out."),
            Self::SettingsLeftOut { why } => write!(f, "The settings cannot be read: {why}"),
            Self::GoalMissing { id } => {
                write!(f, "Your goal {id} is not in the roadmap that was loaded.")
            }
            Self::Journal(finding) => write!(f, "{finding}."),
            Self::ReadOnly { why } => write!(f, "Nothing can be recorded: {why}"),
        }
    }
}
