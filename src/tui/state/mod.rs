//! What the screens and the overlays remember, and the moves within them.

pub mod checkin;
pub mod history;
pub mod map;
pub mod outline;
pub mod overlay;
pub mod picture;
pub mod plan;
pub mod progress;
pub mod review;
pub mod said;
pub mod screens;
pub mod sheet;
pub mod today;
pub mod viewport;
