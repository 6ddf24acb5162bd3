//! An error as a learner meets it: what happened, what to do next, and the exit code.

use std::fmt;

use crate::store::journal::JournalError;
use crate::store::{DeviceError, PathsError, folder};

/// How the program ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExitCode {
    /// It failed, or a check found errors: 1.
    Failed,
    /// The words were wrong: 2.
    Usage,
}

/// An error with hints that name the next command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppError {
    /// What happened, where.
    pub message: String,
    /// What to do about it.
    pub hints: Vec<String>,
    /// How the program ends for it.
    pub code: ExitCode,
}

impl AppError {
    /// Something failed.
    pub fn failed(message: impl fmt::Display) -> Self {
        Self { message: message.to_string(), hints: Vec::new(), code: ExitCode::Failed }
    }

    /// The words were wrong.
    pub fn usage(message: impl fmt::Display) -> Self {
        Self { message: message.to_string(), hints: Vec::new(), code: ExitCode::Usage }
    }

    /// Adds what to do about it.
    #[must_use]
    pub fn hint(mut self, hint: impl fmt::Display) -> Self {
        self.hints.push(hint.to_string());
        self
    }
}

impl fmt::Display for AppError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for AppError {}

impl From<PathsError> for AppError {
    fn from(error: PathsError) -> Self {
        Self::failed(error).hint("set HOME, or MILEPOST_DATA_DIR and its sisters")
    }
}

impl From<JournalError> for AppError {
    fn from(error: JournalError) -> Self {
        let said = Self::failed(chain(&error));
        match mend(&error) {
            Some(mend) => said.hint(mend).hint("milepost doctor"),
            None => said,
        }
    }
}

/// What to do about a journal that cannot be read or written, beside asking the doctor.
fn mend(error: &JournalError) -> Option<&'static str> {
    const ROOM: &str = "free some space on that disk";
    Some(match error {
        JournalError::Full { .. } => ROOM,
        JournalError::Device(DeviceError::Write(error)) if folder::is_full(error) => ROOM,
        JournalError::Write { .. } | JournalError::ReadOnly { .. } | JournalError::Device(_) => {
            "make it writable, or name other folders: MILEPOST_DATA_DIR for your data, MILEPOST_STATE_DIR for the state"
        }
        JournalError::Read { .. } => "make it readable, as with chmod u+rwX",
        JournalError::NotAFile { .. } => "move it out of the way",
        JournalError::Busy { .. } => "try again once that process has ended",
        JournalError::NewerVersion { .. } => "bring milepost up to date on this machine",
        JournalError::NotSynced { .. } => "see with milepost history whether it is there",
        JournalError::Unfit(_) => return None,
    })
}

/// An error with what caused it, each cause behind a colon.
fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        let said = inner.to_string();
        if !text.contains(&said) {
            text = format!("{text}: {said}");
        }
        cause = inner.source();
    }
    text
}
