//! The screens as they are drawn.

pub mod beside;
pub mod days;
pub mod figures;
pub mod laid;
pub mod map;
pub mod outlook;
pub mod picture;
pub mod plan;
pub mod progress;
pub mod review;
mod stages;
pub mod today;
