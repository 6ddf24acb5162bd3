//! Text to domain and back.

pub mod journal;
