//! A grid of cells: the window on a picture that is in sight, and nothing of what is not.

use std::fmt;

use smol_str::SmolStr;

use crate::domain::Status;
use crate::export::measure;

/// The part of a picture that is in sight. Coordinates are the picture's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Window {
    /// Its first column.
    pub x: i32,
    /// Its first row.
    pub y: i32,
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

/// A rectangle within a window, counted from the window's corner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rect {
    /// Its first column.
    pub x: u16,
    /// Its first row.
    pub y: u16,
    /// Columns, at least 1.
    pub width: u16,
    /// Rows, at least 1.
    pub height: u16,
}

/// What a cell means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ink {
    /// Nothing is there.
    #[default]
    Blank,
    /// A skill's sign, title or frame.
    Skill(Status),
    /// A skill that is ready: the road's front.
    Front,
    /// The plan's next step.
    Next,
    /// What is in focus.
    Focus,
    /// A choice between skills.
    Choice,
    /// A stage as a station.
    Stage,
    /// A line.
    Line,
    /// The full part of a meter.
    Meter,
    /// The empty part of a meter.
    Rest,
    /// A skill that is had and fades.
    Fading,
    /// Hours, counts: what may be passed over.
    Figure,
    /// The title of a stage above its columns.
    Heading,
    /// The title of a track.
    Band,
    /// The rule that headings stand on.
    Rule,
    /// What marks the part in sight.
    Sight,
}

/// How much a cell stands out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Light {
    /// Off the way that is in focus.
    Dim,
    /// As usual.
    #[default]
    Normal,
    /// On the way that is in focus.
    Bright,
}

/// How a cell is painted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Paint {
    /// What it means.
    pub ink: Ink,
    /// How much it stands out.
    pub light: Light,
}

impl Paint {
    /// An ink in a light.
    pub fn new(ink: Ink, light: Light) -> Self {
        Self { ink, light }
    }
}

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The grapheme that is shown; nothing where the one before is wide and goes on here.
    pub glyph: SmolStr,
    /// How it is painted.
    pub paint: Paint,
}

/// A cell with nothing in it.
const BLANK: Cell =
    Cell { glyph: SmolStr::new_static(" "), paint: Paint { ink: Ink::Blank, light: Light::Normal } };

/// The cells of a window. What is put outside of it is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    window: Window,
    cells: Vec<Cell>,
}

impl Window {
    /// The first column to its right.
    pub fn right(&self) -> i32 {
        self.x.saturating_add(i32::from(self.width))
    }

    /// The first row below it.
    pub fn bottom(&self) -> i32 {
        self.y.saturating_add(i32::from(self.height))
    }

    /// The place of a cell in a list of all, row by row.
    pub(super) fn place(&self, x: i32, y: i32) -> Option<usize> {
        let inside = (self.x..self.right()).contains(&x) && (self.y..self.bottom()).contains(&y);
        inside.then(|| (y - self.y) as usize * usize::from(self.width) + (x - self.x) as usize)
    }

    /// The part in sight of a rectangle of the picture.
    pub(super) fn sight(&self, (x, y): (i32, i32), (width, height): (u16, u16)) -> Option<Rect> {
        let (left, top) = (x.max(self.x), y.max(self.y));
        let right = x.saturating_add(i32::from(width)).min(self.right());
        let bottom = y.saturating_add(i32::from(height)).min(self.bottom());
        (left < right && top < bottom).then(|| Rect {
            x: (left - self.x) as u16,
            y: (top - self.y) as u16,
            width: (right - left) as u16,
            height: (bottom - top) as u16,
        })
    }
}

impl Grid {
    /// An empty grid.
    pub fn new(window: Window) -> Self {
        Self { window, cells: vec![BLANK; usize::from(window.width) * usize::from(window.height)] }
    }

    /// The window that it shows.
    pub fn window(&self) -> Window {
        self.window
    }

    /// Its rows from the top.
    pub fn rows(&self) -> impl Iterator<Item = &[Cell]> {
        self.cells.chunks(usize::from(self.window.width).max(1))
    }

    /// The cell at a column and a row of the picture, if it is in sight.
    pub fn at(&self, x: i32, y: i32) -> Option<&Cell> {
        self.window.place(x, y).map(|place| &self.cells[place])
    }

    /// Puts a glyph of one cell.
    pub fn put(&mut self, x: i32, y: i32, glyph: &'static str, paint: Paint) {
        self.free(x, y);
        self.set(x, y, SmolStr::new_static(glyph), paint);
    }

    /// Puts a text in at most `room` cells, ended with `mark` where something is missing. The cells that it takes.
    pub fn text(&mut self, (x, y): (i32, i32), room: usize, text: &str, mark: &str, paint: Paint) -> usize {
        let (kept, end) = measure::parted(text, room, mark);
        let mut used = 0;
        for (grapheme, cells) in measure::graphemes(kept).chain(measure::graphemes(end)) {
            let from = x.saturating_add(used as i32);
            used += cells;
            let columns = from..from.saturating_add(cells as i32);
            let whole = columns.start >= self.window.x && columns.end <= self.window.right();
            columns.clone().for_each(|x| self.free(x, y));
            for x in columns {
                let glyph = match x == from {
                    _ if !whole => BLANK.glyph,
                    true => SmolStr::new(grapheme),
                    false => SmolStr::default(),
                };
                self.set(x, y, glyph, paint);
            }
        }
        used
    }

    /// Lays another grid over this one, its corner at a column and a row of the picture.
    pub fn lay(&mut self, (x, y): (i32, i32), other: &Self) {
        for (y, row) in (y..).zip(other.rows()) {
            for (x, cell) in (x..).zip(row) {
                self.free(x, y);
                self.set(x, y, cell.glyph.clone(), cell.paint);
            }
        }
    }

    fn set(&mut self, x: i32, y: i32, glyph: SmolStr, paint: Paint) {
        if let Some(place) = self.window.place(x, y) {
            self.cells[place] = Cell { glyph, paint };
        }
    }

    /// Blanks a wide grapheme that has a part in this cell, which is about to be another's.
    fn free(&mut self, x: i32, y: i32) {
        let Some(place) = self.window.place(x, y) else { return };
        let goes_on = x + 1 < self.window.right() && self.cells[place + 1].glyph.is_empty();
        if !goes_on && !self.cells[place].glyph.is_empty() {
            return;
        }
        let columns = usize::from(self.window.width);
        let (row, end) = (place - place % columns, place - place % columns + columns);
        let start = (row..=place).rev().find(|&at| !self.cells[at].glyph.is_empty()).unwrap_or(row);
        let tail = (place + 1..end).take_while(|&at| self.cells[at].glyph.is_empty()).count();
        if start < place || tail > 0 {
            for cell in &mut self.cells[start..=place + tail] {
                cell.glyph = BLANK.glyph;
            }
        }
    }
}

impl fmt::Display for Grid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for row in self.rows() {
            let line: String = row.iter().map(|cell| cell.glyph.as_str()).collect();
            writeln!(f, "{}", line.trim_end())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
