//! Why a journal cannot be read or written.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::format::journal::Unfit;
use crate::store::DeviceError;

/// Why a journal cannot be read or written.
#[derive(Debug)]
pub enum JournalError {
    /// The folder or file cannot be read.
    Read {
        /// Which.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The folder or file cannot be made or written.
    Write {
        /// Which.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The disk or the quota is full.
    Full {
        /// Which file could not grow.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The folder or file may not be written.
    ReadOnly {
        /// Which.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// It was written, but the disk does not confirm it: it may or may not be there after a power cut.
    NotSynced {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// Another process has been writing for longer than one waits.
    Busy {
        /// The lock that it holds.
        path: PathBuf,
        /// Its process id, if it could be read.
        holder: Option<u32>,
    },
    /// A link, a folder, a pipe or a device stands where the file should be.
    NotAFile {
        /// Where.
        path: PathBuf,
    },
    /// A newer milepost writes this device's file, in a form that this one must not add to.
    NewerVersion {
        /// The file.
        path: PathBuf,
        /// The version of its form.
        version: u32,
    },
    /// An act cannot be written.
    Unfit(Unfit),
    /// The device has no name.
    Device(DeviceError),
}

impl JournalError {
    /// The error of a failed write.
    pub(super) fn write(path: &Path, source: io::Error) -> Self {
        let path = path.to_owned();
        match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
                Self::Full { path, source }
            }
            io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => {
                Self::ReadOnly { path, source }
            }
            io::ErrorKind::InvalidInput | io::ErrorKind::IsADirectory => Self::NotAFile { path },
            _ => Self::Write { path, source },
        }
    }

    /// The error of a failed read.
    pub(super) fn read(path: &Path, source: io::Error) -> Self {
        Self::Read { path: path.to_owned(), source }
    }
}

impl From<Unfit> for JournalError {
    fn from(unfit: Unfit) -> Self {
        Self::Unfit(unfit)
    }
}

impl From<DeviceError> for JournalError {
    fn from(error: DeviceError) -> Self {
        Self::Device(error)
    }
}

impl fmt::Display for JournalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read { path, .. } => write!(f, "{} cannot be read", path.display()),
            Self::Write { path, .. } => write!(f, "{} cannot be written", path.display()),
            Self::Full { path, .. } => write!(f, "no room left to write {}", path.display()),
            Self::ReadOnly { path, .. } => write!(f, "{} may not be written", path.display()),
            Self::NotSynced { path, .. } => {
                write!(f, "the disk does not confirm what {} holds", path.display())
            }
            Self::Busy { holder: Some(pid), .. } => write!(f, "process {pid} is writing the journal"),
            Self::Busy { holder: None, path } => {
                write!(f, "another process is writing the journal: it holds {}", path.display())
            }
            Self::NotAFile { path } => write!(f, "{} is a link, or not a regular file", path.display()),
            Self::NewerVersion { path, version } => {
                write!(f, "{} is written by a newer milepost (version {version})", path.display())
            }
            Self::Unfit(_) => f.write_str("that cannot be written to the journal"),
            Self::Device(_) => f.write_str("this device has no name"),
        }
    }
}

impl std::error::Error for JournalError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Read { source, .. }
            | Self::Write { source, .. }
            | Self::Full { source, .. }
            | Self::ReadOnly { source, .. }
            | Self::NotSynced { source, .. } => Some(source),
            Self::Busy { .. } | Self::NotAFile { .. } | Self::NewerVersion { .. } => None,
            Self::Unfit(unfit) => Some(unfit),
            Self::Device(error) => Some(error),
        }
    }
}
