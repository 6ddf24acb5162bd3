//! What stands already where output is to be written.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// What stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// Nothing.
    Free,
    /// A file that begins as ours do.
    Ours,
    /// Another file.
    Other,
    /// A folder, a pipe or a device.
    NotAFile,
}

/// Looks at a path, links followed; `start` is how our own files begin.
///
/// # Errors
/// As `stat(2)`, but for there being nothing; a file that cannot be read is another's.
pub fn look(path: &Path, start: &str) -> io::Result<Target> {
    match fs::metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Target::Free),
        Err(error) => Err(error),
        Ok(found) if !found.is_file() => Ok(Target::NotAFile),
        Ok(_) => Ok(if begins(path, start) { Target::Ours } else { Target::Other }),
    }
}

/// The path itself, or where it leads to if it is a link: the link then stays one.
pub fn resolved(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

fn begins(path: &Path, start: &str) -> bool {
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(start.len() as u64).read_to_end(&mut bytes));
    read.is_ok() && bytes == start.as_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ones_own_file_is_told_from_anothers() {
        let room = tempfile::tempdir().unwrap();
        let at = |name: &str| room.path().join(name);
        fs::write(at("ours"), "# Report, 1 May\n").unwrap();
        fs::write(at("other"), "# Rep").unwrap();
        for (name, found) in [
            ("none", Target::Free),
            ("ours", Target::Ours),
            ("other", Target::Other),
            (".", Target::NotAFile),
        ] {
            assert_eq!(look(&at(name), "# Report").unwrap(), found, "{name}");
        }
        assert!(look(&at("ours/below"), "# Report").is_err());
    }
}
