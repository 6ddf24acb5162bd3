//! Overlays: the rows of their lists, the texts that one reads, and how they are drawn.

mod checkin;
mod choices;
mod entries;
mod entry;
mod frame;
mod history;
mod lines;
pub mod text;
mod view;

pub use entries::entries;
pub use entry::{Entry, Pick};
pub use view::view;
