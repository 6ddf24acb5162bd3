//! The shelf: where a journal's files stand, be it a folder or memory.

use std::collections::BTreeMap;
use std::fs::{DirEntry, File, Metadata};
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{JournalError, Refusal};
use crate::domain::DeviceId;
use crate::store::nofollow;

/// The most bytes that a file may have.
pub(super) const LARGEST_FILE: u64 = 256 << 20;

/// How much of a file is read at once.
const BUFFER: usize = 64 << 10;

/// What tells that a file is still the one that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Stat {
    /// In bytes.
    pub(super) size: u64,
    /// When it was last written, in nanoseconds.
    pub(super) mtime: i64,
    /// Its number in the file system; 0 where there is no such thing.
    pub(super) inode: u64,
}

/// What a file holds, from some offset on.
pub(super) type Lines<'a> = Box<dyn BufRead + Send + 'a>;

/// The files of a journal, each named by the device whose name it bears.
pub(super) trait Shelf {
    /// What there is.
    ///
    /// # Errors
    /// If the files cannot be listed.
    fn list(&self) -> Result<BTreeMap<DeviceId, Result<Stat, Refusal>>, JournalError>;

    /// Opens a file at this offset, and says what it was at that moment; it gives no more bytes than it had then.
    ///
    /// # Errors
    /// If it may not be read.
    fn open(&self, file: DeviceId, from: u64) -> Result<(Stat, Lines<'_>), Refusal>;
}

/// A folder of files `<device>.log`. Others in it are passed over.
#[derive(Clone, Debug)]
pub(super) struct Folder(pub(super) PathBuf);

impl Folder {
    /// The path of a device's file.
    pub(super) fn log(&self, device: DeviceId) -> PathBuf {
        self.0.join(format!("{device}.log"))
    }
}

impl Shelf for Folder {
    fn list(&self) -> Result<BTreeMap<DeviceId, Result<Stat, Refusal>>, JournalError> {
        let failed = |error| JournalError::read(&self.0, error);
        let entries = match std::fs::read_dir(&self.0) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(BTreeMap::new()),
            Err(error) => return Err(failed(error)),
        };
        let mut files = BTreeMap::new();
        for entry in entries {
            let entry = entry.map_err(failed)?;
            if let Some(device) = device_of(&entry) {
                // The entry's own metadata: a link is seen as a link.
                let stat = entry.metadata().map_err(|error| refusal(&error)).and_then(|found| stat(&found));
                files.insert(device, stat);
            }
        }
        Ok(files)
    }

    fn open(&self, file: DeviceId, from: u64) -> Result<(Stat, Lines<'_>), Refusal> {
        open_log(&self.log(file), from).map(|(stat, lines)| (stat, Box::new(lines) as Lines<'_>))
    }
}

fn open_log(path: &Path, from: u64) -> Result<(Stat, impl BufRead + use<>), Refusal> {
    let mut file: File = nofollow::read(path).map_err(|error| refusal(&error))?;
    let stat = stat(&file.metadata().map_err(|error| refusal(&error))?)?;
    file.seek(SeekFrom::Start(from)).map_err(|error| refusal(&error))?;
    let rest = stat.size.saturating_sub(from);
    // A short tail is what one mostly reads, and a large buffer must be made first.
    let buffer = usize::try_from(rest).unwrap_or(BUFFER).clamp(512, BUFFER);
    Ok((stat, BufReader::with_capacity(buffer, file).take(rest)))
}

fn device_of(entry: &DirEntry) -> Option<DeviceId> {
    DeviceId::parse(entry.file_name().to_str()?.strip_suffix(".log")?)
}

fn refusal(error: &io::Error) -> Refusal {
    match error.kind() {
        io::ErrorKind::InvalidInput => Refusal::NotAFile,
        kind => Refusal::Failed(kind),
    }
}

fn stat(found: &Metadata) -> Result<Stat, Refusal> {
    if !found.is_file() {
        return Err(Refusal::NotAFile);
    }
    if found.len() > LARGEST_FILE {
        return Err(Refusal::TooLarge);
    }
    let (mtime, inode) = written(found);
    Ok(Stat { size: found.len(), mtime, inode })
}

#[cfg(unix)]
fn written(found: &Metadata) -> (i64, u64) {
    use std::os::unix::fs::MetadataExt;
    (found.mtime().wrapping_mul(1_000_000_000).wrapping_add(found.mtime_nsec()), found.ino())
}

#[cfg(not(unix))]
fn written(found: &Metadata) -> (i64, u64) {
    let since = |time: std::time::SystemTime| time.duration_since(std::time::UNIX_EPOCH).ok();
    let nanos = found.modified().ok().and_then(since).and_then(|since| i64::try_from(since.as_nanos()).ok());
    (nanos.unwrap_or_default(), 0)
}
