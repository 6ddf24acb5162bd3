//! Reports to text: what every front end and every file writes alike.

pub mod cells;
pub mod document;
mod escape;
mod markdown;
pub mod measure;
pub mod prose;
pub mod signs;
pub mod words;

pub use markdown::{REPORT_START, markdown};

#[cfg(test)]
mod tests;
