//! Text to domain and back: roadmap files, journal lines, settings.

pub mod journal;
pub mod roadmap;
pub mod schema;
pub mod settings;
pub mod settings_text;
pub mod shipped;
pub mod timer;
