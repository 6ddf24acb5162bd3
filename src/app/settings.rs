//! The learner's settings file: where it lies, what holds, and how it is first written.

use std::path::PathBuf;

use super::{AppError, Notice, Options, load_settings};
use crate::domain::Settings;
use crate::format::settings_text;
use crate::store::config;

/// The settings file of a run, and what holds.
#[derive(Clone, Debug, PartialEq)]
pub struct SettingsFile {
    /// Where it lies, or would lie.
    pub path: PathBuf,
    /// Whether it is there.
    pub exists: bool,
    /// What holds: the file's settings, or the defaults.
    pub settings: Settings,
    /// What is written there and does not hold.
    pub left_out: Vec<Notice>,
}

impl SettingsFile {
    /// The settings as a file that reads back as the same settings.
    pub fn text(&self) -> String {
        settings_text::text(&self.settings)
    }
}

/// Where the settings file of a run lies, or would lie.
///
/// # Errors
/// Fails if there is no home for it.
pub fn settings_path(options: &Options) -> Result<PathBuf, AppError> {
    options.paths().map(|paths| config::file_in(&paths.config))
}

/// The settings file of a run.
///
/// # Errors
/// Fails if there is no home for it, or if there is a file that cannot be read.
pub fn settings_file(options: &Options) -> Result<SettingsFile, AppError> {
    let paths = options.paths()?;
    let path = config::file_in(&paths.config);
    let (settings, left_out) = load_settings(&paths)?;
    Ok(SettingsFile { exists: path.exists(), path, settings, left_out })
}

/// Writes a first settings file that holds every default; gives its path.
///
/// # Errors
/// Fails if there is one already, or if it cannot be written.
pub fn init_settings(options: &Options) -> Result<PathBuf, AppError> {
    let paths = options.paths()?;
    config::init(&paths.config, settings_text::FIRST).map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => AppError::failed(error).hint("milepost config show"),
        _ => AppError::failed(format!("cannot write {}: {error}", config::file_in(&paths.config).display())),
    })
}
