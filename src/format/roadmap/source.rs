//! A roadmap file's text, and lines and columns in it.

use std::ops::Range;
use std::sync::OnceLock;

use super::{Defect, Fault, Place};
use crate::domain::Clean;

/// The largest roadmap file that is read, in bytes.
pub const LARGEST_FILE: usize = 8 * 1024 * 1024;

/// A roadmap file as it was read.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its path, as it is to be shown.
    pub name: Clean,
    /// Its whole text; empty if it could not be taken.
    pub text: String,
    /// What kept it from being taken.
    pub refused: Option<Fault>,
    /// Where each line starts, found when the first place is looked up.
    starts: OnceLock<Vec<usize>>,
}

impl Source {
    /// Takes a file's bytes; what is too large or no UTF-8 becomes a fault of the file.
    pub fn new(name: &str, bytes: Vec<u8>) -> Self {
        if bytes.len() > LARGEST_FILE {
            return Self::refuse(name, Fault::TooLarge);
        }
        match String::from_utf8(bytes) {
            Ok(text) => Self { name: Clean::line(name), text, refused: None, starts: OnceLock::new() },
            Err(error) => Self::refuse(name, Fault::NotUtf8 { at: error.utf8_error().valid_up_to() }),
        }
    }

    /// A file that could not be read at all.
    pub fn unreadable(name: &str, why: &str) -> Self {
        Self::refuse(name, Fault::Unreadable { why: Clean::line(why) })
    }

    fn refuse(name: &str, fault: Fault) -> Self {
        let starts = OnceLock::new();
        Self { name: Clean::line(name), text: String::new(), refused: Some(fault), starts }
    }

    /// The defect that kept the file from being taken.
    pub(super) fn defect(&self, file: usize) -> Option<Defect> {
        self.refused.clone().map(|fault| Defect { place: Place { file, span: 0..0 }, fault })
    }

    /// Line and column of a byte, both from 1; the column counts characters.
    pub fn position(&self, byte: usize) -> (usize, usize) {
        let byte = self.floor(byte);
        let (line, start) = self.line_of(byte);
        (line, self.text[start..byte].chars().count() + 1)
    }

    /// The line that holds a byte, without its end, and where it starts.
    pub fn line_at(&self, byte: usize) -> (Range<usize>, &str) {
        let byte = self.floor(byte);
        let (_, start) = self.line_of(byte);
        let end = self.text[byte..].find('\n').map_or(self.text.len(), |i| byte + i);
        (start..end, self.text[start..end].trim_end_matches('\r'))
    }

    /// The line that holds a byte, from 1, and where it starts. A file may have a hundred thousand defects, so
    /// lines are counted once.
    fn line_of(&self, byte: usize) -> (usize, usize) {
        let ends = || self.text.match_indices('\n').map(|(at, _)| at + 1);
        let starts = self.starts.get_or_init(|| std::iter::once(0).chain(ends()).collect());
        let line = starts.partition_point(|&start| start <= byte);
        (line, starts[line - 1])
    }

    fn floor(&self, byte: usize) -> usize {
        self.text.floor_char_boundary(byte.min(self.text.len()))
    }
}
