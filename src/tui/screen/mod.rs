//! The screens as they are drawn.

pub mod beside;
mod days;
pub mod figures;
pub mod map;
pub mod picture;
pub mod progress;
pub mod today;
