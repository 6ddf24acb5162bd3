//! A laid-out graph as cells: lines that join, boxes at three zooms, headings. What a front end paints.
//!
//! Inks say what a cell means; which colour that is, a front end decides.

mod boxes;
mod grid;
mod headings;
pub mod joins;
mod map;
mod overview;
mod rails;
mod scene;
mod strokes;
mod tiles;

pub use boxes::{STUB, Told, Zoom, size_of, size_of_stub};
pub use grid::{Cell, Grid, Ink, Light, Paint, Rect, Window};
pub use headings::{Band, Heading};
pub use map::{Drawn, View, draw};
pub use overview::{Along, Overview};
pub use rails::{draw_rails, size as size_of_rails};
pub use scene::{Line, Scene, Toward, Way};
