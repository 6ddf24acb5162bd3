//! Where everything stands on a drawn map: boxes in layers from left to right, lines in the free cells between them.
//!
//! It knows boxes and lines, no skills: whoever draws says how many cells each box takes. Coordinates are cells, x to
//! the right and y down, both from 0. The same graph gives the same layout on every machine.

mod balance;
mod crossings;
mod field;
mod gaps;
mod graph;
mod hang;
mod hanging;
mod layers;
mod nearest;
mod order;
mod picture;
pub mod rails;
pub mod road;
mod routes;
mod rows;
mod sifting;
mod slots;
mod straight;
mod strands;
pub mod stubs;
#[cfg(test)]
mod tests;

pub use graph::{Edge, Effort, Graph, Node};
pub use nearest::{Direction, nearest};
pub use picture::{Layout, Place, Route};

/// Lays a graph out in layers (Sugiyama, Tagawa and Toda, "Methods for visual understanding of hierarchical system
/// structures", 1981).
pub fn lay_out(graph: &Graph, effort: Effort) -> Layout {
    let hanging = hanging::of(graph);
    let layers = layers::of(graph, &hanging);
    let slots = slots::Slots::of(graph, &layers, &hanging);
    let order = order::of(&slots, effort);
    let rows = rows::of(&slots, &order, effort);
    routes::lay(graph, &slots, &rows)
}
