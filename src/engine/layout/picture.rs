//! A graph laid out: where each box stands, and which way each line goes.

/// Where a box stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The column of its left cells.
    pub x: i32,
    /// The row of its upper cells.
    pub y: i32,
    /// Cells across, as asked.
    pub width: u16,
    /// Cells down, as asked.
    pub height: u16,
    /// The layer that it stands in, from the left.
    pub layer: u16,
}

impl Place {
    /// The row in which lines meet the box: its middle one, the upper of two.
    pub fn port(&self) -> i32 {
        self.y + (i32::from(self.height) - 1) / 2
    }

    /// The first column to the right of the box.
    pub fn right(&self) -> i32 {
        self.x + i32::from(self.width)
    }
}

/// The way of one line: the cells at which it begins, turns and ends, each in one row or one column with the next.
///
/// It begins in the cell to the right of its left box and ends in the cell to the left of its right one. No cell of it
/// lies within a box. Lines that begin at the same box may share cells at their beginning, and lines that end at the
/// same box at their end; other lines share no cell but where they cross at a right angle.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Route {
    /// Columns and rows.
    pub points: Vec<(i32, i32)>,
}

/// A graph laid out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// Where each box stands, in the order of [`Graph::nodes`](super::graph::Graph::nodes).
    pub places: Vec<Place>,
    /// The way of each line, in the order of [`Graph::edges`](super::graph::Graph::edges).
    pub routes: Vec<Route>,
    /// Columns in all.
    pub width: i32,
    /// Rows in all.
    pub height: i32,
    /// The first row of each band, and behind the last band the first row after it. Above each band a row is free for
    /// its headings.
    pub bands: Vec<i32>,
    /// The first column of each layer, and behind the last layer the first column after it.
    pub layers: Vec<i32>,
}
