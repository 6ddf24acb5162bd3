//! The headings of a map: the stages above their columns, in sight as long as their columns are.

use std::ops::Range;

use super::grid::{Grid, Ink, Light, Paint, Window};
use super::joins::{Arms, Weight};
use super::map::Drawn;
use crate::engine::layout::Layout;
use crate::export::measure::width;
use crate::export::signs;

/// The fewest cells in which a heading says anything.
const LEAST: usize = 4;

/// What is called alike across a band.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// Its name.
    pub title: String,
    /// The stages in it, from the left.
    pub headings: Vec<Heading>,
}

/// The heading of a stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// The layers in which its boxes stand.
    pub layers: Range<usize>,
    /// Its name.
    pub title: String,
    /// How many of its skills are had.
    pub had: u32,
    /// How many it has.
    pub whole: u32,
}

impl Drawn {
    /// Writes the headings of all bands that are in sight, each in the row above its band, or in the first row that is
    /// in sight while the band's own is not. A box that a heading covers can no longer be clicked there.
    ///
    /// `band` gives the band of a place; it is asked only for those in sight.
    pub fn headings(&mut self, layout: &Layout, band: impl Fn(usize) -> Option<Band>, ascii: bool) {
        let window = self.grid.window();
        let in_sight = layout.bands.windows(2).enumerate().filter_map(|(at, rows)| {
            let row = row_of(window, rows[0], rows[1])?;
            Some((row, rows, band(at)?))
        });
        // A row that only goes on has nothing to say.
        let says = |band: &Band| !band.title.is_empty() || !band.headings.is_empty();
        for (row, rows, band) in in_sight.filter(|(.., band)| says(band)) {
            if row >= rows[0] {
                self.cover(row);
            }
            write(&mut self.grid, row, layout, &band, ascii);
        }
    }

    /// Empties a row.
    fn cover(&mut self, row: i32) {
        let window = self.grid.window();
        for x in window.x..window.right() {
            self.grid.put(x, row, " ", Paint::default());
        }
        let at = (row - window.y) as u16;
        for (_, rect) in self.hits.iter_mut().filter(|(_, rect)| rect.y == at) {
            rect.y += 1;
            rect.height -= 1;
        }
        self.hits.retain(|(_, rect)| rect.height > 0);
    }
}

/// The row in which the heading of a band stands that takes the rows from `first` up to before `end`.
fn row_of(window: Window, first: i32, end: i32) -> Option<i32> {
    let row = (first - 1).max(window.y);
    // The last row of a band is not hidden by its own heading.
    (row < window.bottom() && (row < first || row + 1 < end - 1)).then_some(row)
}

fn write(grid: &mut Grid, row: i32, layout: &Layout, band: &Band, ascii: bool) {
    let window = grid.window();
    let rule = Arms::of(Weight::Light, [false, true, false, true]).glyph(ascii);
    for x in window.x..window.right() {
        if grid.at(x, row).is_some_and(|cell| cell.paint.ink == Ink::Blank) {
            grid.put(x, row, rule, Paint::new(Ink::Rule, Light::Dim));
        }
    }
    let mut from = window.x;
    if !band.title.is_empty() {
        let room = usize::from(window.width).saturating_sub(2);
        let text = format!(" {} ", band.title);
        let paint = Paint::new(Ink::Band, Light::Normal);
        from += grid.text((window.x, row), room, &text, signs::cut(ascii), paint) as i32 + 2;
    }
    for heading in &band.headings {
        let column = |layer: usize| layout.layers.get(layer).copied().unwrap_or(layout.width);
        let start = column(heading.layers.start).max(from);
        let end = column(heading.layers.end).min(window.right());
        let room = usize::try_from(end - start).unwrap_or(0);
        if room >= LEAST {
            say(grid, (start, row), room, heading, ascii);
        }
    }
}

/// Title and count, the count only where all of it has room.
fn say(grid: &mut Grid, (x, y): (i32, i32), room: usize, heading: &Heading, ascii: bool) {
    let count = format!("  {} of {} ", heading.had, heading.whole);
    let whole = 1 + width(&heading.title) + width(&count) <= room;
    let lead = grid.text((x, y), 1, " ", "", Paint::new(Ink::Heading, Light::Normal));
    let left = room.saturating_sub(lead + if whole { width(&count) } else { 1 });
    let paint = Paint::new(Ink::Heading, Light::Normal);
    let used = lead + grid.text((x + lead as i32, y), left, &heading.title, signs::cut(ascii), paint);
    let rest = if whole { count.as_str() } else { " " };
    grid.text((x + used as i32, y), room - used, rest, "", Paint::new(Ink::Figure, Light::Normal));
}

#[cfg(test)]
mod tests;
