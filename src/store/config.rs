//! The settings file: where it lies, what it holds, and how it is first written.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::atomic;

/// The largest settings file that is read, in bytes.
const LARGEST: u64 = 1024 * 1024;

/// Where the settings lie in the folder for settings.
pub fn file_in(folder: &Path) -> PathBuf {
    folder.join("config.toml")
}

/// The text of the settings file; `None` if there is none.
///
/// # Errors
/// Fails if there is one that cannot be read.
pub fn read(folder: &Path) -> io::Result<Option<String>> {
    let path = file_in(folder);
    match fs::metadata(&path) {
        Ok(about) if about.len() > LARGEST => Err(io::Error::other("the file is larger than 1 MiB")),
        Ok(_) => fs::read_to_string(path).map(Some),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Writes a first settings file, unless there is one already; gives its path.
///
/// # Errors
/// Fails if there is one, or if it cannot be written.
pub fn init(folder: &Path, text: &str) -> io::Result<PathBuf> {
    let path = file_in(folder);
    if path.exists() {
        return Err(io::Error::new(
            io::ErrorKind::AlreadyExists,
            format!("{} is there already", path.display()),
        ));
    }
    atomic::write(&path, text.as_bytes(), atomic::Keep::Durable)?;
    Ok(path)
}
