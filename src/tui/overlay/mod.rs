//! Overlays: the rows of their lists, and how they are drawn.

mod entries;
mod view;

pub use entries::{Entry, Pick, entries};
pub use view::view;
