//! Writing a file so that a reader finds the old one or the new one, whole.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

use super::nofollow;

/// Whether a file must be there after a power cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// It is on the disk when the call returns.
    Durable,
    /// It can be made again, so nobody waits for the disk.
    Rebuildable,
}

/// Replaces the file at `path`, or makes it, with mode 0600, and its folder with mode 0700 if there is none.
///
/// # Errors
/// As `open(2)`, `write(2)`, `fsync(2)` and `rename(2)`; the old file is then untouched.
pub fn write(path: &Path, content: &[u8], keep: Keep) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    match keep {
        Keep::Durable => nofollow::make_folder(folder)?,
        Keep::Rebuildable => drop(nofollow::make_folder_unsynced(folder)?),
    }
    // Made with mode 0600 and never over a file that is already there.
    let mut beside = tempfile::Builder::new().prefix(".new-").tempfile_in(folder)?;
    beside.write_all(content)?;
    if keep == Keep::Durable {
        beside.as_file().sync_all()?;
    }
    let _: File = beside.persist(path).map_err(|error| error.error)?;
    if keep == Keep::Durable { nofollow::sync_folder(folder) } else { Ok(()) }
}
