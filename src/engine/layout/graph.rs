//! What is to be laid out: boxes, and the lines between them.

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

/// How long to look for a better order of the boxes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// A first picture at once.
    Rough,
    /// The best within the budget of a start: 20 ms for the shipped road.
    Full,
}
