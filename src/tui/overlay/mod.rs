//! Overlays: the rows of their lists, the texts that one reads, and how they are drawn.

mod entries;
mod frame;
pub mod text;
mod view;

pub use entries::{Entry, Pick, entries};
pub use view::view;
