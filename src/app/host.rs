//! What a front end needs of the machine that it runs on: how wide it is, an editor, a file to write.

use std::path::Path;

use super::AppError;
use crate::store::target::{self, Target};
use crate::store::{atomic, programs, terminal};

/// The machine as a front end sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Host {
    /// Columns of the terminal, if there is one.
    pub columns: Option<usize>,
    /// Whether the locale has an encoding other than UTF-8.
    pub ascii: bool,
    /// Whether colour is not wanted.
    pub no_color: bool,
    /// Whether the terminal can do nothing but print.
    pub dumb: bool,
}

impl Host {
    /// The machine now.
    pub fn look() -> Self {
        Self {
            columns: terminal::columns(),
            ascii: terminal::is_ascii(),
            no_color: terminal::refuses_colour(),
            dumb: terminal::is_dumb(),
        }
    }
}

/// Lets the learner edit `text` in an editor of their own; `None` if the editor ended with an error.
///
/// # Errors
/// Fails if no editor can be started or the text cannot be read back.
pub fn edit(text: &str) -> Result<Option<String>, AppError> {
    programs::edit(text).map_err(|error| {
        AppError::failed(error).hint("set EDITOR to an editor that waits, such as EDITOR=nano")
    })
}

/// Whether writing to `path` would lose something: another file stands there than one that begins with `start`, as
/// our own do.
pub fn would_lose(path: &Path, start: &str) -> bool {
    matches!(target::look(path, start), Ok(Target::Other))
}

/// Writes a text file, whole or not at all; where a link stands, what it leads to. A folder that is not there is taken for a slip of the pen.
///
/// # Errors
/// Fails if there is no such folder, if a device or the like stands there, or if it cannot be written.
pub fn save(path: &Path, text: &str) -> Result<(), AppError> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    if let Some(folder) = folder.filter(|folder| !folder.is_dir()) {
        return Err(AppError::failed(format!("there is no folder {}", folder.display())));
    }
    if target::look(path, "").is_ok_and(|target| target == Target::NotAFile) {
        return Err(AppError::failed(format!("{} is no regular file", path.display())));
    }
    atomic::write(&target::resolved(path), text.as_bytes(), atomic::Keep::Durable)
        .map_err(|error| AppError::failed(format!("cannot write {}: {error}", path.display())))
}

/// Opens an http or https address in the learner's browser.
///
/// # Errors
/// Fails if there is nothing to open it with.
pub fn open_address(address: &str) -> Result<(), AppError> {
    programs::open(address).map_err(|error| AppError::failed(error).hint("y copies the address"))
}
