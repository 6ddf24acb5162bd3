//! Where the columns of rows stand: by the longest entry shown, and no wider than a terminal.

use super::line::Line;
use super::look::{Look, Tone};
use super::output::Console;
use crate::export::measure::width;

/// The narrowest title that still has its id beside it, in cells.
const LEAST_BESIDE: usize = 20;

/// The columns of rows of a title, an id and what ends them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Columns {
    /// Cells before the title.
    pub(crate) lead: usize,
    /// Cells that a title may take.
    pub(crate) title: usize,
    /// Whether there is no room for the id beside the title, so that it stands below.
    pub(crate) below: bool,
    /// Where the rows end.
    pub(crate) end: usize,
}

impl Columns {
    /// The columns of these titles with their ids, between `lead` and `tail` cells. Titles get `least` cells where
    /// there is room, so that short ones keep a usual place. On a pipe nothing is cut, however wide it gets.
    pub(crate) fn of<'a>(
        look: &Look,
        (lead, tail): (usize, usize),
        least: usize,
        rows: impl Iterator<Item = (&'a str, &'a str)>,
    ) -> Self {
        let cells = rows.map(|(title, id)| (width(title), width(id)));
        let (longest, ids) = cells.fold((0, 0), |most, row| (most.0.max(row.0), most.1.max(row.1)));
        let beside = 2 + ids;
        let titles = longest.max(least);
        let end = lead + titles + beside + tail;
        if !look.cuts || end <= look.width {
            return Self { lead, title: titles, below: false, end };
        }
        let end = look.width;
        let room = end.saturating_sub(lead + beside + tail);
        if room >= LEAST_BESIDE.min(longest) {
            return Self { lead, title: room, below: false, end };
        }
        Self { lead, title: end.saturating_sub(lead + tail).max(1), below: true, end }
    }

    /// Where the id stands, beside or below the title.
    pub(crate) fn id(&self) -> usize {
        if self.below { self.lead } else { self.lead + self.title + 2 }
    }

    /// Adds a title and the id beside it, if that is where it stands.
    pub(crate) fn add(&self, console: &Console, line: Line, tone: Tone, title: &str, id: &str) -> Line {
        let line = line.to(self.lead).add(tone, console.cut(title, self.title));
        if self.below { line } else { line.to(self.id()).dim(id) }
    }

    /// The line of the id, where it stands below.
    pub(crate) fn below(&self, id: &str) -> Option<Line> {
        self.below.then(|| Line::indented(self.lead).dim(id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Host;

    fn columns(terminal: Option<usize>, least: usize, rows: &[(&str, &str)]) -> Columns {
        let look = Look::of(&Host { columns: terminal, ascii: false, no_color: false, dumb: false }, false);
        Columns::of(&look, (4, 6), least, rows.iter().copied())
    }

    #[test]
    fn the_longest_entry_sets_the_columns_and_a_terminal_bounds_them() {
        let rows = [("Git", "git.basics"), ("A title of thirty cells, no fewer", "x")];
        let whole = Columns { lead: 4, title: 33, below: false, end: 4 + 33 + 12 + 6 };
        assert_eq!(columns(None, 0, &rows), whole);
        assert_eq!(columns(Some(80), 0, &rows), whole);
        assert_eq!(columns(Some(80), 40, &rows).title, 40, "short ones keep a usual place");
        assert_eq!(columns(Some(54), 40, &rows), Columns { title: 32, end: 54, ..whole });
        assert_eq!(columns(Some(40), 40, &rows), Columns { title: 30, below: true, end: 40, ..whole });
        assert_eq!(columns(Some(40), 40, &rows[..1]), Columns { title: 18, below: false, end: 40, ..whole });
        assert_eq!(columns(Some(40), 0, &[]).title, 0);
    }
}
