//! A defect as a person reads it: the place, the source line with the place underlined, and the mend.

use std::fmt;

use unicode_width::UnicodeWidthStr;

use super::{Defect, Source};
use crate::domain::Clean;

/// The longest piece of a source line that is shown, in characters.
const WIDEST: usize = 100;

/// A defect with its place looked up in its file.
#[derive(Clone, Debug)]
pub struct Excerpt<'a> {
    /// The file's name.
    pub file: &'a Clean,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// The source line, or the piece of it around the place.
    pub text: Clean,
    /// Characters of `text` before the place.
    pub indent: usize,
    /// Characters of `text` in the place, at least 1.
    pub width: usize,
    /// The defect.
    pub defect: &'a Defect,
    /// Where the other one of a pair stands: its file, line and column.
    pub other: Option<(&'a Clean, usize, usize)>,
}

/// Looks a defect's place up in the files that were read.
pub fn excerpt<'a>(sources: &'a [Source], defect: &'a Defect) -> Excerpt<'a> {
    let source = &sources[defect.place.file];
    let span = &defect.place.span;
    let (line, column) = source.position(span.start);
    let (range, text) = source.line_at(span.start);
    let before = column - 1;
    let skipped = before.saturating_sub(WIDEST / 2);
    let shown: String = text.chars().skip(skipped).take(WIDEST).collect();
    let end = span.end.clamp(span.start, range.end);
    let cleaned = |text: &str| Clean::line(text).chars().count();
    let width = source.text.get(span.start..end).map_or(1, cleaned);
    let other = match &defect.fault {
        super::Fault::IdTwice { first: Some(first), .. } => {
            let source = &sources[first.file];
            let (line, column) = source.position(first.span.start);
            Some((&source.name, line, column))
        }
        _ => None,
    };
    let text = Clean::line(&shown);
    let lead: String = shown.chars().take(before - skipped).collect();
    let indent = cleaned(&lead);
    let room = text.chars().count().saturating_sub(indent);
    Excerpt { file: &source.name, line, column, indent, width: width.min(room).max(1), text, defect, other }
}

impl fmt::Display for Excerpt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fault = &self.defect.fault;
        writeln!(f, "{}: {fault}", fault.severity())?;
        let number = self.line.to_string();
        let gutter = " ".repeat(number.len());
        writeln!(f, "{gutter}--> {}:{}:{}", self.file, self.line, self.column)?;
        if !self.text.trim().is_empty() {
            writeln!(f, "{number} | {}", self.text)?;
            let lead: String = self.text.chars().take(self.indent).collect();
            let place: String = self.text.chars().skip(self.indent).take(self.width).collect();
            let (room, cells) = (" ".repeat(lead.width()), "^".repeat(place.width().max(1)));
            writeln!(f, "{gutter} | {room}{cells}")?;
        }
        if let Some((file, line, column)) = self.other {
            writeln!(f, "{gutter} = first: {file}:{line}:{column}")?;
        }
        if let Some(help) = fault.help() {
            writeln!(f, "{gutter} = help: {help}")?;
        }
        Ok(())
    }
}
