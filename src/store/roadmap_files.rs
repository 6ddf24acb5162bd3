//! A learner's own roadmap files: found, bounded, and read.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::format::roadmap::{LARGEST_FILE, Source};

/// The most files that one folder may give.
const MOST_FILES: usize = 2_000;

/// How deep folders are followed.
const DEEPEST: usize = 8;

/// Reads one roadmap file, or every `*.toml` below a folder in the order of their paths.
///
/// Only regular files are read, and no link is followed below the folder. What cannot be read becomes a source
/// that says so, so that one bad file hides no other.
///
/// # Errors
/// Fails if `path` itself cannot be read.
pub fn gather(path: &Path) -> io::Result<Vec<Source>> {
    if !fs::metadata(path)?.is_dir() {
        return Ok(vec![read(path)]);
    }
    let mut files = Vec::new();
    walk(path, 0, &mut files)?;
    files.sort();
    Ok(files.iter().map(|file| read(file)).collect())
}

fn walk(folder: &Path, depth: usize, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let (kind, path) = (entry.file_type()?, entry.path());
        let is_toml = path.extension().is_some_and(|extension| extension == "toml");
        if kind.is_dir() && depth < DEEPEST {
            walk(&path, depth + 1, files)?;
        } else if kind.is_file() && is_toml {
            files.push(path);
        }
        if files.len() > MOST_FILES {
            return Err(io::Error::other(format!("more than {MOST_FILES} files")));
        }
    }
    Ok(())
}

fn read(path: &Path) -> Source {
    let name = path.display().to_string();
    match read_bytes(path) {
        Ok(bytes) => Source::new(&name, bytes),
        Err(error) => Source::unreadable(&name, &error.to_string()),
    }
}

/// The file's bytes, at most one more than a roadmap file may have.
fn read_bytes(path: &Path) -> io::Result<Vec<u8>> {
    if !fs::metadata(path)?.is_file() {
        return Err(io::Error::other("not a regular file"));
    }
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(LARGEST_FILE as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_gives_its_toml_files_in_order_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("b")).unwrap();
        for name in ["z.toml", "b/a.toml", "notes.md"] {
            fs::write(at(name), "").unwrap();
        }
        #[cfg(unix)]
        std::os::unix::fs::symlink("/etc/passwd", at("link.toml")).unwrap();
        let names: Vec<String> =
            gather(folder.path()).unwrap().into_iter().map(|s| s.name.to_string()).collect();
        assert_eq!(names, [at("b/a.toml").display().to_string(), at("z.toml").display().to_string()]);
    }

    #[test]
    fn an_endless_or_missing_file_ends_the_reading() {
        assert!(gather(Path::new("/nowhere/at/all")).is_err());
        #[cfg(unix)]
        assert!(gather(Path::new("/dev/zero")).unwrap()[0].refused.is_some());
    }
}
