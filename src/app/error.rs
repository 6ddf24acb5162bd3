//! An error as a learner meets it: what happened, what to do next, and the exit code.

use std::fmt;

use crate::store::journal::JournalError;
use crate::store::paths::PathsError;

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
        Self::failed(chain(&error)).hint("milepost doctor")
    }
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
