//! The screens, each with its own state, moves and picture.

pub mod map;
pub mod progress;
pub mod today;
