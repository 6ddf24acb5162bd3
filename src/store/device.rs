//! This device's name in the journal: made once, at random, and kept with the machine, never with the data.

use std::fmt;
use std::io::{self, Read};
use std::path::Path;

use super::{atomic, nofollow};
use crate::domain::DeviceId;

/// The name of the file in the state folder.
const FILE: &str = "id";

/// Why there is no name.
#[derive(Debug)]
pub enum DeviceError {
    /// The system gives no random bytes.
    Random(getrandom::Error),
    /// The file that keeps the name cannot be read.
    Read(io::Error),
    /// The name cannot be kept.
    Write(io::Error),
}

impl fmt::Display for DeviceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Random(_) => "the system gives no random numbers",
            Self::Read(_) => "this device's id cannot be read",
            Self::Write(_) => "this device's id cannot be kept",
        })
    }
}

impl std::error::Error for DeviceError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Random(error) => Some(error),
            Self::Read(error) | Self::Write(error) => Some(error),
        }
    }
}

/// A new name: 128 random bits as 26 characters of Crockford's base 32.
///
/// # Errors
/// If the system gives no random bytes.
pub fn random() -> Result<DeviceId, DeviceError> {
    let mut bytes = [0; 16];
    loop {
        getrandom::fill(&mut bytes).map_err(DeviceError::Random)?;
        if let Some(device) = DeviceId::parse(&ulid::Ulid::from_bytes(bytes).to_string()) {
            return Ok(device);
        }
    }
}

/// The name kept in this folder. A file that holds no name counts as none: a new one does no harm.
///
/// # Errors
/// If there is a file and it cannot be read.
pub fn kept(folder: &Path) -> Result<Option<DeviceId>, DeviceError> {
    let file = match nofollow::read(&folder.join(FILE)) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(DeviceError::Read(error)),
    };
    let mut text = Vec::new();
    file.take(64).read_to_end(&mut text).map_err(DeviceError::Read)?;
    Ok(str::from_utf8(&text).ok().and_then(|text| DeviceId::parse(text.trim())))
}

/// Keeps the name in this folder.
///
/// # Errors
/// If it cannot be written; the name that was kept before still is.
pub fn keep(folder: &Path, device: DeviceId) -> Result<(), DeviceError> {
    atomic::write(&folder.join(FILE), format!("{device}\n").as_bytes(), atomic::Keep::Durable)
        .map_err(DeviceError::Write)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_kept_and_no_two_are_alike() {
        let room = tempfile::tempdir().unwrap();
        let folder = room.path().join("state");
        assert_eq!(kept(&folder).unwrap(), None);
        let device = random().unwrap();
        keep(&folder, device).unwrap();
        assert_eq!(kept(&folder).unwrap(), Some(device));
        assert_ne!(random().unwrap(), device);
        std::fs::write(folder.join(FILE), "../../etc/passwd").unwrap();
        assert_eq!(kept(&folder).unwrap(), None);
    }
}
