//! Reports to text: what every front end and every file writes alike.

pub mod agenda;
pub mod cells;
pub mod chart;
pub mod document;
mod dot;
mod escape;
pub mod heat;
mod ics;
mod markdown;
pub mod measure;
mod mermaid;
pub mod prose;
pub mod signs;
pub mod study_log;
pub mod svg;
pub mod words;

pub use dot::{DOT_START, dot};
pub use ics::{ICS_START, ics};
pub use markdown::{REPORT_START, markdown};
pub use mermaid::{MERMAID_EDGES, MERMAID_START, mermaid};
pub use study_log::{CSV_START, csv};
pub use svg::{SVG_START, stations, svg};

#[cfg(test)]
mod tests;
