//! One breach of a law, with its place.

use std::fmt;

/// A breach.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The file, from the root of the repository.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// Which law, and how it is broken.
    pub what: String,
}

impl Finding {
    /// A breach at a place.
    pub fn new(file: &str, line: usize, what: impl fmt::Display) -> Self {
        Self { file: file.to_owned(), line, what: what.to_string() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.what)
    }
}
