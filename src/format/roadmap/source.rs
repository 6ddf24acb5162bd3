//! A roadmap file's text, and lines and columns in it.

use std::ops::Range;

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
}

impl Source {
    /// Takes a file's bytes; what is too large or no UTF-8 becomes a fault of the file.
    pub fn new(name: &str, bytes: Vec<u8>) -> Self {
        let name = Clean::line(name);
        if bytes.len() > LARGEST_FILE {
            return Self { name, text: String::new(), refused: Some(Fault::TooLarge) };
        }
        match String::from_utf8(bytes) {
            Ok(text) => Self { name, text, refused: None },
            Err(error) => {
                let at = error.utf8_error().valid_up_to();
                Self { name, text: String::new(), refused: Some(Fault::NotUtf8 { at }) }
            }
        }
    }

    /// A file that could not be read at all.
    pub fn unreadable(name: &str, why: &str) -> Self {
        let why = Clean::line(why);
        Self { name: Clean::line(name), text: String::new(), refused: Some(Fault::Unreadable { why }) }
    }

    /// The defect that kept the file from being taken.
    pub(super) fn defect(&self, file: usize) -> Option<Defect> {
        self.refused.clone().map(|fault| Defect { place: Place { file, span: 0..0 }, fault })
    }

    /// Line and column of a byte, both from 1; the column counts characters.
    pub fn position(&self, byte: usize) -> (usize, usize) {
        let before = &self.text[..self.floor(byte)];
        let line = before.bytes().filter(|&b| b == b'\n').count() + 1;
        let start = before.rfind('\n').map_or(0, |i| i + 1);
        (line, before[start..].chars().count() + 1)
    }

    /// The line that holds a byte, without its end, and where it starts.
    pub fn line_at(&self, byte: usize) -> (Range<usize>, &str) {
        let byte = self.floor(byte);
        let start = self.text[..byte].rfind('\n').map_or(0, |i| i + 1);
        let end = self.text[byte..].find('\n').map_or(self.text.len(), |i| byte + i);
        (start..end, self.text[start..end].trim_end_matches('\r'))
    }

    fn floor(&self, byte: usize) -> usize {
        self.text.floor_char_boundary(byte.min(self.text.len()))
    }
}
