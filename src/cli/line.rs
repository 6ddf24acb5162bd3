//! `Line`: one line of output, made of clean pieces in tones and set in columns.

use std::fmt::{self, Display};

use super::look::Tone;
use crate::domain::Clean;
use crate::export::measure;

/// One line of output. Whatever is put in is cleaned first, so a line is always safe to print.
#[derive(Clone, Debug, Default)]
pub(crate) struct Line {
    pieces: Vec<(Tone, String)>,
    cells: usize,
}

impl Line {
    /// A line that begins after `cells` spaces.
    pub(crate) fn indented(cells: usize) -> Self {
        Self::default().to(cells)
    }

    /// Adds running text.
    pub(crate) fn plain(self, text: impl Display) -> Self {
        self.add(Tone::Plain, text)
    }

    /// Adds a heading or a title.
    pub(crate) fn strong(self, text: impl Display) -> Self {
        self.add(Tone::Strong, text)
    }

    /// Adds what may be passed over.
    pub(crate) fn dim(self, text: impl Display) -> Self {
        self.add(Tone::Dim, text)
    }

    /// Adds what is under way, or what to type.
    pub(crate) fn accent(self, text: impl Display) -> Self {
        self.add(Tone::Accent, text)
    }

    /// Adds text of a tone.
    pub(crate) fn add(mut self, tone: Tone, text: impl Display) -> Self {
        let text = Clean::line(&text.to_string()).to_string();
        self.cells += measure::width(&text);
        self.pieces.push((tone, text));
        self
    }

    /// Fills up with spaces to a column, counted from 0; a line that is there already gets two spaces.
    pub(crate) fn to(mut self, column: usize) -> Self {
        let gap = match column.checked_sub(self.cells) {
            Some(gap) if gap > 0 || self.cells == 0 => gap,
            _ => 2,
        };
        self.cells += gap;
        self.pieces.push((Tone::Plain, " ".repeat(gap)));
        self
    }

    /// Adds text that ends before a column; a line that is too long for that gets two spaces.
    pub(crate) fn ending(self, column: usize, tone: Tone, text: impl Display) -> Self {
        let text = text.to_string();
        let start = column.saturating_sub(measure::width(&text));
        self.to(start).add(tone, text)
    }

    /// Cells that the line takes.
    #[cfg(test)]
    pub(crate) fn cells(&self) -> usize {
        self.cells
    }
}

impl Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let last = self.pieces.iter().rposition(|(_, text)| !text.trim_end().is_empty());
        for (tone, text) in &self.pieces[..last.map_or(0, |last| last + 1)] {
            let style = tone.style();
            write!(f, "{style}{text}{style:#}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(line: &Line) -> String {
        anstream::adapter::strip_str(&line.to_string()).to_string()
    }

    #[test]
    fn columns_hold_for_wide_text_and_never_glue_pieces() {
        let line =
            Line::default().plain("日本").to(6).strong("a").to(3).dim("b").ending(12, Tone::Plain, "7 h");
        assert_eq!(shown(&line), "日本  a  b  7 h");
        assert_eq!(line.cells(), 15);
        assert_eq!(shown(&Line::indented(2).plain("x").ending(6, Tone::Dim, "y")), "  x  y");
    }

    #[test]
    fn what_terminals_act_on_is_gone_and_so_are_trailing_spaces() {
        let line = Line::default().plain("a\u{1b}]0;x\u{7}\u{9b}31m\u{202e}\nb").to(30);
        assert_eq!(shown(&line), "a]0;x31m b");
        assert_eq!(line.to_string(), "a]0;x31m b");
    }
}
