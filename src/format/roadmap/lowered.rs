//! What lowering gives: the pieces of a roadmap, and where each was written.

use crate::domain::Parts;

/// Pieces with the file and the place in it that each new skill and choice came from.
#[derive(Debug, Default)]
pub(super) struct Lowered {
    pub parts: Parts,
    /// For each skill, its file and its place in that file's list; `None` for one of the base.
    pub skills_from: Vec<Option<(usize, usize)>>,
    /// The same for each choice.
    pub choices_from: Vec<Option<(usize, usize)>>,
}
