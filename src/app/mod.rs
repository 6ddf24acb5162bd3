//! Use cases: where the engines meet the store. It knows no terminal.

mod check;
mod doctor;
mod error;
pub mod evidence;
mod host;
mod intent;
mod notice;
mod open;
pub mod page;
mod session;
mod settings;

pub use check::{Checked, check};
pub use doctor::{Checkup, Folder, Opened, examine};
pub use error::{AppError, ExitCode};
pub use host::{Host, edit, save};
pub use intent::Intent;
pub use notice::Notice;
pub use open::{Options, check_files, load_settings};
pub use session::Session;
pub use settings::{SettingsFile, init_settings, settings_file, settings_path};

pub use crate::format::schema::roadmap as roadmap_schema;
pub use crate::store::folder::FolderState;
