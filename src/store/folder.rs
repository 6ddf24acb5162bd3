//! What a folder allows: whether it is there, and whether one can write in it.

use std::io;
use std::path::Path;

/// How a folder was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FolderState {
    /// It is not there yet.
    Missing,
    /// One can write in it.
    Writable,
    /// One cannot; what the system said.
    Closed(String),
}

/// Looks at a folder. A nameless file is made in it and gone again before this returns.
pub fn state(folder: &Path) -> FolderState {
    match folder.metadata() {
        Ok(about) if !about.is_dir() => FolderState::Closed("it is not a folder".to_owned()),
        Ok(_) => match tempfile::tempfile_in(folder) {
            Ok(_) => FolderState::Writable,
            Err(error) => FolderState::Closed(error.to_string()),
        },
        Err(error) if error.kind() == io::ErrorKind::NotFound => FolderState::Missing,
        Err(error) => FolderState::Closed(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_missing_writable_or_closed() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(state(folder.path()), FolderState::Writable);
        assert_eq!(state(&folder.path().join("none")), FolderState::Missing);
        let file = tempfile::NamedTempFile::new_in(folder.path()).unwrap();
        assert!(matches!(state(file.path()), FolderState::Closed(_)));
        drop(file);
        assert_eq!(folder.path().read_dir().unwrap().count(), 0);
    }
}
