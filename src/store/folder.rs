//! What a folder or file allows: whether it is there, and whether one can write in it.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::nofollow;

/// What is written to see whether there is room, in bytes.
const TRIAL: usize = 4096;

/// How a folder was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FolderState {
    /// It is not there yet, and can be made.
    Missing,
    /// One can write in it.
    Writable,
    /// One may, but there is no room left.
    Full,
    /// One cannot, nor could it be made; what the system said.
    Closed(String),
}

/// Looks at a folder. A nameless file is made in it, or in the nearest folder above that is there, and gone again
/// before this returns.
pub fn state(folder: &Path) -> FolderState {
    let above = folder.ancestors().find(|above| above.symlink_metadata().is_ok()).unwrap_or(folder);
    let missing = above != folder;
    match try_in(above) {
        Ok(()) if missing => FolderState::Missing,
        Ok(()) => FolderState::Writable,
        Err(error) if is_full(&error) => FolderState::Full,
        Err(error) if missing => {
            FolderState::Closed(format!("it cannot be made in {}: {error}", above.display()))
        }
        Err(error) => FolderState::Closed(error.to_string()),
    }
}

/// Whether the system says that there is no room.
pub fn is_full(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded)
}

/// What keeps a file that is there from being added to, if anything does. Nothing is written.
pub fn closed_file(path: &Path) -> Option<io::Error> {
    path.exists().then(|| nofollow::append(path).err()).flatten()
}

fn try_in(folder: &Path) -> io::Result<()> {
    if !fs::metadata(folder)?.is_dir() {
        return Err(io::Error::other("it is not a folder"));
    }
    let mut trial = tempfile::tempfile_in(folder)?;
    trial.write_all(&[0; TRIAL])?;
    trial.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_missing_writable_or_closed() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(state(folder.path()), FolderState::Writable);
        assert_eq!(state(&folder.path().join("none/below")), FolderState::Missing);
        let file = tempfile::NamedTempFile::new_in(folder.path()).unwrap();
        assert!(matches!(state(file.path()), FolderState::Closed(_)));
        let below = state(&file.path().join("below"));
        let said = format!("it cannot be made in {}: it is not a folder", file.path().display());
        assert_eq!(below, FolderState::Closed(said));
        assert!(closed_file(file.path()).is_none() && closed_file(folder.path()).is_some());
        assert!(closed_file(&folder.path().join("none")).is_none());
        drop(file);
        assert_eq!(folder.path().read_dir().unwrap().count(), 0);
    }
}
