//! Use cases: where the engines meet the store. It knows no terminal.

mod error;
mod intent;
mod notice;
mod open;
pub mod page;
mod session;

pub use error::{AppError, ExitCode};
pub use intent::Intent;
pub use notice::Notice;
pub use open::{Options, check_files, load_settings};
pub use session::Session;
