//! Text to domain and back: roadmap files, journal lines.

pub mod roadmap;
pub mod settings;
pub mod shipped;
