//! Text to domain and back: roadmap files, journal lines, settings, what one types.

pub mod duration;
pub mod journal;
pub mod roadmap;
pub mod settings;
pub mod shipped;
