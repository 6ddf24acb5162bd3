//! The screens as they are drawn.

pub mod map;
pub mod progress;
pub mod today;
