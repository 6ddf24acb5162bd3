//! The whole map in a few cells: where boxes are had, under way and ahead, and which part of it is in sight.

use std::ops::Range;

use super::boxes::Told;
use super::grid::{Grid, Ink, Light, Paint, Window};
use super::joins::{Arms, Weight};
use crate::domain::Status;
use crate::engine::layout::{Layout, Place};
use crate::export::signs;

/// Columns and rows of a frame.
const FRAME: u16 = 2;

/// How far a box is along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Along {
    /// It is had.
    Had,
    /// It is begun, or can be.
    Front,
    /// It is neither.
    Ahead,
}

/// A map scaled down into a frame. Its cells are counted from the frame's corner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    /// Columns and rows of the map.
    whole: (i32, i32),
    /// Columns and rows within the frame.
    cells: (i32, i32),
    /// What is in each cell within the frame, row by row.
    tallies: Vec<Tally>,
}

/// The boxes in a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Tally {
    had: usize,
    front: usize,
    ahead: usize,
}

impl From<Status> for Along {
    fn from(status: Status) -> Self {
        match status {
            status if status.is_had() => Self::Had,
            Status::Ready | Status::Learning => Self::Front,
            _ => Self::Ahead,
        }
    }
}

impl Told<'_> {
    /// How far it is along.
    pub fn along(&self) -> Along {
        match self {
            _ if self.is_had() => Along::Had,
            _ if self.is_front() => Along::Front,
            _ => Along::Ahead,
        }
    }
}

impl Overview {
    /// A map in a frame of at most so many columns and rows; none if that leaves no cell for it. `along` says how far
    /// a box is along, stubs left out. This looks at every box once; to draw it later looks at none.
    pub fn new(
        layout: &Layout,
        boxes: usize,
        (columns, rows): (u16, u16),
        along: impl Fn(usize) -> Along,
    ) -> Option<Self> {
        let within = |most: u16, whole: i32| i32::from(most.saturating_sub(FRAME)).min(whole);
        let whole = (layout.width, layout.height);
        let cells = (within(columns, whole.0), within(rows, whole.1));
        let empty = || vec![Tally::default(); cells.0 as usize * cells.1 as usize];
        let mut overview = (cells.0 > 0 && cells.1 > 0).then(|| Self { whole, cells, tallies: empty() })?;
        overview.count(layout.places.get(..boxes).unwrap_or(&layout.places), along);
        Some(overview)
    }

    /// Columns and rows, the frame among them.
    pub fn size(&self) -> (u16, u16) {
        (self.cells.0 as u16 + FRAME, self.cells.1 as u16 + FRAME)
    }

    /// The column and row of the map in the middle of what a cell stands for. One of the frame stands for the nearest
    /// within.
    pub fn part(&self, column: u16, row: u16) -> (i32, i32) {
        let middle = |at: u16, cells: i32, whole: i32| {
            let cell = (i32::from(at) - 1).clamp(0, cells - 1);
            scaled(2 * cell + 1, whole, 2 * cells)
        };
        (middle(column, self.cells.0, self.whole.0), middle(row, self.cells.1, self.whole.1))
    }

    /// How many columns and rows of the map so many of its cells stand for, rounded towards none.
    pub fn stands_for(&self, by: (i32, i32)) -> (i32, i32) {
        (scaled(by.0, self.whole.0, self.cells.0), scaled(by.1, self.whole.1, self.cells.1))
    }

    /// Draws it: the boxes, and brackets around the part in sight.
    pub fn draw(&self, sight: Window, ascii: bool) -> Grid {
        let (width, height) = self.size();
        let mut grid = Grid::new(Window { x: 0, y: 0, width, height });
        frame(&mut grid, ascii);
        for (at, tally) in (0..).zip(&self.tallies) {
            if let Some((glyph, ink)) = tally.cell(ascii) {
                let (x, y) = (1 + at % self.cells.0, 1 + at / self.cells.0);
                grid.put(x, y, glyph, Paint::new(ink, Light::Normal));
            }
        }
        let columns = cells(sight.x..sight.right(), self.cells.0, self.whole.0);
        for row in cells(sight.y..sight.bottom(), self.cells.1, self.whole.1) {
            grid.put(columns.start, 1 + row, "[", Paint::new(Ink::Sight, Light::Normal));
            grid.put(1 + columns.end, 1 + row, "]", Paint::new(Ink::Sight, Light::Normal));
        }
        grid
    }

    fn count(&mut self, places: &[Place], along: impl Fn(usize) -> Along) {
        for (node, place) in places.iter().enumerate() {
            let along = along(node);
            let (columns, rows) = self.taken(place);
            for (row, column) in rows.flat_map(|row| columns.clone().map(move |column| (row, column))) {
                let tally = &mut self.tallies[(row * self.cells.0 + column) as usize];
                match along {
                    Along::Had => tally.had += 1,
                    Along::Front => tally.front += 1,
                    Along::Ahead => tally.ahead += 1,
                }
            }
        }
    }

    fn taken(&self, place: &Place) -> (Range<i32>, Range<i32>) {
        let bottom = place.y + i32::from(place.height);
        let columns = cells(place.x..place.right(), self.cells.0, self.whole.0);
        (columns, cells(place.y..bottom, self.cells.1, self.whole.1))
    }
}

impl Tally {
    /// What stands in a cell. The front is never hidden by what is around it.
    fn cell(self, ascii: bool) -> Option<(&'static str, Ink)> {
        let [had, front, ahead] = signs::shades(ascii);
        match self {
            Self { had: 0, front: 0, ahead: 0 } => None,
            Self { front: 1.., .. } => Some((front, Ink::Meter)),
            tally if tally.had >= tally.ahead => Some((had, Ink::Skill(Status::Done))),
            _ => Some((ahead, Ink::Rest)),
        }
    }
}

/// The cells of `cells` whose middles lie in a part of `whole`, or at least the one in which its own middle lies.
fn cells(part: Range<i32>, cells: i32, whole: i32) -> Range<i32> {
    let (start, end) = (part.start.clamp(0, whole - 1), part.end.clamp(1, whole));
    // The first cell whose middle is not before that: (2c + 1) / (2 cells) ≥ at / whole, rounded up twice.
    let edge = |at: i32| {
        let (at, cells, whole) = (i64::from(at), i64::from(cells), i64::from(whole.max(1)));
        ((2 * at * cells + whole - 1) / whole / 2) as i32
    };
    let (first, last) = (edge(start), edge(end));
    if first < last {
        return first..last;
    }
    let middle = scaled(start + (end - start).max(1) / 2, cells, whole).min(cells - 1);
    middle..middle + 1
}

/// `at · to / from` rounded towards 0.
fn scaled(at: i32, to: i32, from: i32) -> i32 {
    (i64::from(at) * i64::from(to) / i64::from(from.max(1))) as i32
}

fn frame(grid: &mut Grid, ascii: bool) {
    let (right, bottom) = (grid.window().right() - 1, grid.window().bottom() - 1);
    for y in 0..=bottom {
        for x in (0..=right).filter(|&x| x == 0 || x == right || y == 0 || y == bottom) {
            let (level, upright) = (y == 0 || y == bottom, x == 0 || x == right);
            let sides = [upright && y > 0, level && x < right, upright && y < bottom, level && x > 0];
            let glyph = Arms::of(Weight::Light, sides).glyph(ascii);
            grid.put(x, y, glyph, Paint::new(Ink::Rule, Light::Dim));
        }
    }
    let room = usize::try_from(right - 2).unwrap_or(0);
    grid.text((2, 0), room, " map ", "", Paint::new(Ink::Heading, Light::Normal));
}

#[cfg(test)]
mod tests;
