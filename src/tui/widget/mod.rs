//! Pieces that several screens draw.

pub mod card;
pub mod cursor;
pub mod meter;
pub mod more;
pub mod rising;
pub mod row;
pub mod sheet;
pub mod timeline;
