//! Reports to text: what every front end and every file writes alike.

pub mod measure;
pub mod prose;
pub mod words;
