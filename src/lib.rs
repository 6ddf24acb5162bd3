//! milepost: a career roadmap that one walks in the terminal.
//!
//! The layers, from the bottom: `domain`, `format`, `engine`, `export`, `store`, `app`, `cli` and `tui`. Imports
//! point down only; `ARCHITECTURE.md` says what each layer must not know, and `tests/architecture.rs` keeps it.

pub mod app;
pub mod cli;
pub mod domain;
pub mod engine;
pub mod export;
pub mod format;
pub mod store;
pub mod tui;
