//! Text to domain and back: roadmap files, journal lines, settings, what one types.

pub mod duration;
pub mod journal;
pub mod roadmap;
pub mod schema;
pub mod settings;
pub mod settings_text;
pub mod shipped;
