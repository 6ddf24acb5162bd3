//! What a learner should know and that stops nothing.

use std::fmt;

use crate::domain::Id;
use crate::store::journal::{Finding, Refusal};

/// Something that the learner should know and that stops nothing.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// A roadmap file of the learner's has errors and was left out.
    RoadmapLeftOut {
        /// The file.
        path: String,
        /// How many errors it has; 0 if it only needs what another file held that is left out.
        errors: usize,
    },
    /// The folder of the learner's own roadmap files cannot be read.
    RoadmapsUnread {
        /// The folder.
        path: String,
        /// What the system said.
        why: String,
    },
    /// The settings could not be read; the defaults hold.
    SettingsLeftOut {
        /// What is wrong.
        why: String,
    },
    /// A line of the settings is not sound; the others hold.
    SettingLeftOut {
        /// The file and the line.
        place: String,
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
}

impl Notice {
    /// Whether it is said at once; what is not is for `doctor` to tell, so that it is not said every time.
    pub fn is_pressing(&self) -> bool {
        match self {
            Self::Journal(finding) => matches!(finding, Finding::Renewed { .. } | Finding::Unread { .. }),
            _ => true,
        }
    }

    /// What to do about it; `None` where nothing need be done.
    pub fn advice(&self) -> Option<&'static str> {
        Some(match self {
            Self::RoadmapLeftOut { .. } | Self::RoadmapsUnread { .. } => "milepost check",
            Self::SettingsLeftOut { .. } => "milepost config path",
            Self::SettingLeftOut { .. } => "mend that line; milepost config show prints what holds",
            Self::GoalMissing { .. } => "bring its file back, or choose another goal: milepost roles",
            Self::Journal(finding) => match finding {
                Finding::BadLine { .. } | Finding::MoreBadLines { .. } => {
                    "milepost doctor --fix moves damaged lines of this device aside; sound lines all count"
                }
                Finding::Hole { .. } => "copy the file back from the device or the backup that has it whole",
                Finding::NewerFile { .. } => "bring milepost up to date on this machine",
                Finding::Unread { why: Refusal::Failed(std::io::ErrorKind::PermissionDenied), .. } => {
                    "make it readable, as with chmod u+rw; it lies in the folder journal of the data folder"
                }
                Finding::Unread { .. } | Finding::Misnamed { .. } => {
                    "look at the file; it lies in the folder journal of the data folder"
                }
                Finding::ClockAhead { .. } => "set the clock of that device",
                Finding::Fork { .. } | Finding::Renewed { .. } => return None,
            },
        })
    }
}

/// What the learner should know at once, and in one line whether there is more; each with what to do about it.
pub fn said(notices: &[Notice]) -> Vec<(String, Option<&'static str>)> {
    let (now, later): (Vec<&Notice>, Vec<&Notice>) = notices.iter().partition(|notice| notice.is_pressing());
    let mut said: Vec<_> = now.iter().map(|notice| (notice.to_string(), notice.advice())).collect();
    if !later.is_empty() {
        let oddities =
            if later.len() == 1 { "one oddity".to_owned() } else { format!("{} oddities", later.len()) };
        let message = format!("The journal has {oddities}; nothing sound is lost.");
        said.push((message, Some("milepost doctor")));
    }
    // What helps several in a row is said once, behind the last.
    for at in 1..said.len() {
        if said[at - 1].1 == said[at].1 {
            said[at - 1].1 = None;
        }
    }
    said
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::RoadmapLeftOut { path, errors: 0 } => {
                write!(f, "{path} needs a file that is left out, so it is left out too.")
            }
            Self::RoadmapLeftOut { path, errors: 1 } => write!(f, "1 error in {path}; it is left out."),
            Self::RoadmapLeftOut { path, errors } => write!(f, "{errors} errors in {path}; it is left out."),
            Self::RoadmapsUnread { path, why } => {
                write!(f, "{path} cannot be read, so your own roadmap files are left out: {why}")
            }
            Self::SettingsLeftOut { why } => write!(f, "The settings cannot be read: {why}"),
            Self::SettingLeftOut { place, why } => write!(f, "{place}: {why}."),
            Self::GoalMissing { id } => {
                write!(f, "Your goal {id} is not in the roadmap that was loaded.")
            }
            Self::Journal(Finding::Unread { file, why: Refusal::Failed(why) }) => {
                write!(f, "Your journal {file}.log may not be read: {why}; nothing is shown from it.")
            }
            Self::Journal(Finding::Unread { file, why }) => {
                write!(f, "Your journal {file}.log is not read, as it is {why}; nothing is shown from it.")
            }
            Self::Journal(finding) => write!(f, "{finding}."),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::DeviceId;

    #[test]
    fn a_journal_that_is_not_read_is_said_at_once_with_what_to_do() {
        let file = DeviceId::parse("00000000000000000000000001").unwrap();
        let said = |why| {
            let notice = Notice::Journal(Finding::Unread { file, why });
            assert!(notice.is_pressing() && notice.advice().is_some(), "{notice}");
            notice.to_string()
        };
        assert_eq!(
            said(Refusal::Failed(std::io::ErrorKind::PermissionDenied)),
            format!("Your journal {file}.log may not be read: permission denied; nothing is shown from it.")
        );
        assert!(said(Refusal::NotAFile).contains("is not read, as it is a link"));
        let hole = Notice::Journal(Finding::Hole { device: file, first: 1, last: 2 });
        assert!(!hole.is_pressing(), "the doctor tells of it");
    }
}
