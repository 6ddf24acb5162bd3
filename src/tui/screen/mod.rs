//! The screens as they are drawn.

pub mod beside;
pub mod map;
pub mod progress;
pub mod today;
