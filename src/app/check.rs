//! Roadmap files that were checked, with every defect and its place.

use std::path::PathBuf;

use super::{AppError, Options, check_files};
use crate::format::roadmap::{Excerpt, Outcome, Source, excerpt};
use crate::format::schema;

/// Roadmap files that were checked.
#[derive(Debug)]
pub struct Checked {
    sources: Vec<Source>,
    outcome: Outcome,
}

/// Checks roadmap files: those at `given`, or without any the learner's own.
///
/// # Errors
/// Fails if a path cannot be read at all.
pub fn check(options: &Options, given: &[PathBuf]) -> Result<Checked, AppError> {
    check_files(options, given).map(|(sources, outcome)| Checked { sources, outcome })
}

impl Checked {
    /// How many files there are.
    pub fn files(&self) -> usize {
        self.sources.len()
    }

    /// Every defect with its place, in the order of files and places.
    pub fn defects(&self) -> impl Iterator<Item = Excerpt<'_>> {
        self.outcome.defects.iter().map(|defect| excerpt(&self.sources, defect))
    }
}

/// The JSON Schema of roadmap files, as text.
pub fn roadmap_schema() -> String {
    schema::text()
}
