//! Where everything stands on a drawn map: boxes in layers from left to right, lines in the free cells between them.
//!
//! It knows boxes and lines, no skills: whoever draws says how many cells each box takes. Coordinates are cells, x to
//! the right and y down, both from 0. The same graph gives the same layout on every machine.

mod first;
pub mod rails;

/// A box to be placed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Cells across, at least 1.
    pub width: u16,
    /// Cells down, at least 1.
    pub height: u16,
    /// The band that it stands in; bands lie one above the other, 0 at the top.
    pub band: u16,
    /// The layer that it must stand in, from the left. Either all nodes have one or none has.
    pub layer: Option<u16>,
}

/// A line from one box to another that stands to its right. The graph has no circle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Edge {
    /// The node at its left end, by its place in [`Graph::nodes`].
    pub from: usize,
    /// The node at its right end.
    pub to: usize,
}

/// What is to be laid out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Graph {
    /// The boxes. Their order is the order in which they are met where nothing else decides.
    pub nodes: Vec<Node>,
    /// The lines, each pair of nodes at most once.
    pub edges: Vec<Edge>,
}

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
    /// Where each box stands, in the order of [`Graph::nodes`].
    pub places: Vec<Place>,
    /// The way of each line, in the order of [`Graph::edges`].
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

/// How long to look for a better order of the boxes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// A first picture at once.
    Rough,
    /// The best within the budget of a start: 20 ms for the shipped road.
    Full,
}

/// Lays a graph out.
pub fn lay_out(graph: &Graph, effort: Effort) -> Layout {
    first::lay_out(graph, effort)
}
