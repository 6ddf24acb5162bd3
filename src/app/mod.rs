//! Use cases: where the engines meet the store. It knows no terminal.

mod check;
pub mod checkin;
mod doctor;
mod error;
pub mod evidence;
mod forecasting;
mod host;
mod intent;
mod kept_page;
pub mod notice;
mod open;
pub mod page;
mod remembering;
mod session;
mod settings;
mod studying;
pub mod typed;

pub use check::{Checked, check, roadmap_schema};
pub use doctor::{Checkup, Folder, FolderState, Opened, examine, fix};
pub use error::{AppError, ExitCode};
pub use forecasting::note_forecast;
pub use host::{Host, edit, open_address, save, would_lose};
pub use intent::Intent;
pub use kept_page::KeptPage;
pub use notice::Notice;
pub use open::{Options, check_files, load_settings};
pub use session::Session;
pub use settings::{SettingsFile, init_settings, settings_file, settings_path};
pub use studying::Stopped;
