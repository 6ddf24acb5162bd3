//! Printed pages, each kept for as long as nothing that it was made of has changed.

use std::fmt::Write;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::atomic::{self, Keep};
use super::clock;
use super::paths::Paths;

/// The largest page that is kept, in bytes.
const LARGEST: u64 = 256 * 1024;

/// Room for most pages, so that one is read at once.
const USUAL: usize = 8 * 1024;

/// A file that changed this recently may change again without its time showing it.
const RACY: Duration = Duration::from_secs(2);

/// Files and folders that are looked at before a page is given up as not worth keeping.
const MOST: usize = 500;

/// Everything that a page was made of, in a line: the same line means the same page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    line: String,
    settled: bool,
}

impl Key {
    /// What a page would be made of now: the journals, the learner's roadmap files and settings and the `others`, files
    /// or folders, by their size and time of change, the version of the program, and `made_for`, which is whatever else
    /// the page depends on.
    ///
    /// `None` where that cannot be told, is more than is worth looking at, or where nothing was ever done: a first
    /// look leaves nothing behind.
    pub fn now(paths: &Paths, others: &[PathBuf], made_for: &str) -> Option<Self> {
        let mut key = Self { line: format!("{} {made_for}", env!("CARGO_PKG_VERSION")), settled: true };
        let now = clock::moment();
        let mut left = MOST;
        let journal = paths.journal();
        let about = fs::metadata(&journal).ok().filter(fs::Metadata::is_dir)?;
        key.add_found(&journal, &about, now, &mut left)?;
        for path in [paths.data.join("roadmaps"), super::config::file_in(&paths.config)].iter().chain(others)
        {
            key.add(path, now, &mut left)?;
        }
        Some(key)
    }

    /// Adds a file, or a folder with all that is in it; what is not there counts as well.
    fn add(&mut self, path: &Path, now: SystemTime, left: &mut usize) -> Option<()> {
        if let Ok(about) = fs::metadata(path) {
            return self.add_found(path, &about, now, left);
        }
        self.line.push_str(" -");
        Some(())
    }

    fn add_found(
        &mut self,
        path: &Path,
        about: &fs::Metadata,
        now: SystemTime,
        left: &mut usize,
    ) -> Option<()> {
        self.add_one(path, about, now)?;
        if !about.is_dir() {
            return Some(());
        }
        let Ok(entries) = fs::read_dir(path) else { return Some(()) };
        let mut entries: Vec<_> = entries.collect::<Result<_, _>>().ok()?;
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            *left = left.checked_sub(1)?;
            match fs::metadata(entry.path()) {
                // What lies behind a link to a folder is not read.
                Ok(about) if entry.file_type().ok()?.is_symlink() => {
                    self.add_one(&entry.path(), &about, now)?
                }
                Ok(about) => self.add_found(&entry.path(), &about, now, left)?,
                Err(_) => self.line.push_str(" -"),
            }
        }
        Some(())
    }

    fn add_one(&mut self, path: &Path, about: &fs::Metadata, now: SystemTime) -> Option<()> {
        let changed = about.modified().ok()?;
        self.settled &= now.duration_since(changed).is_ok_and(|age| age > RACY);
        let since = changed.duration_since(SystemTime::UNIX_EPOCH).ok()?.as_nanos();
        write!(self.line, " {:?}:{}:{since}", path.file_name()?, about.len()).ok()
    }
}

/// The page that was kept in a file of this name under this key.
pub fn read(paths: &Paths, file: &str, key: &Key) -> Option<String> {
    let mut text = String::with_capacity(USUAL);
    let opened = fs::File::open(paths.cache.join(file)).ok()?;
    opened.take(LARGEST).read_to_string(&mut text).ok()?;
    let (head, page) = text.split_once('\n')?;
    let (checksum, line) = head.split_once(' ')?;
    let holds = line == key.line && checksum == sum(page);
    holds.then(|| page.to_owned())
}

/// Keeps a page, unless something that it was made of has only just changed. A cache that cannot be written is
/// no loss.
pub fn write(paths: &Paths, file: &str, key: &Key, page: &str) {
    if key.settled && !key.line.contains('\n') && page.len() as u64 + 4096 < LARGEST {
        let text = format!("{} {}\n{page}", sum(page), key.line);
        let _ = atomic::write(&paths.cache.join(file), text.as_bytes(), Keep::Rebuildable);
    }
}

fn sum(page: &str) -> String {
    format!("{:08x}", crc32fast::hash(page.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "page.v1";

    fn folders(room: &Path) -> Paths {
        let at = |name: &str| room.join(name);
        Paths { data: at("data"), config: at("config"), cache: at("cache"), state: at("state") }
    }

    fn settled(paths: &Paths, made_for: &str) -> Key {
        Key { settled: true, ..Key::now(paths, &[paths.data.join("asked.toml")], made_for).unwrap() }
    }

    #[test]
    fn a_page_is_given_back_until_something_changes() {
        let room = tempfile::tempdir().unwrap();
        let paths = folders(room.path());
        assert_eq!(Key::now(&paths, &[], "x"), None, "nothing was ever done");
        fs::create_dir_all(paths.journal()).unwrap();
        let key = settled(&paths, "2026-11-24");
        write(&paths, FILE, &key, "a page\nof two lines\n");
        assert_eq!(read(&paths, FILE, &key).as_deref(), Some("a page\nof two lines\n"));
        assert_eq!(read(&paths, FILE, &settled(&paths, "2026-11-25")), None, "another day");
        fs::write(paths.journal().join("x.log"), "one").unwrap();
        assert_eq!(read(&paths, FILE, &settled(&paths, "2026-11-24")), None, "a journal appeared");
        let key = settled(&paths, "2026-11-24");
        write(&paths, FILE, &key, "page");
        fs::write(paths.journal().join("x.log"), "more").unwrap();
        assert_eq!(read(&paths, FILE, &settled(&paths, "2026-11-24")), None, "a journal grew");
        let key = settled(&paths, "2026-11-24");
        write(&paths, FILE, &key, "page");
        fs::write(paths.data.join("asked.toml"), "more").unwrap();
        assert_eq!(
            read(&paths, FILE, &settled(&paths, "2026-11-24")),
            None,
            "a roadmap that was asked for changed"
        );
    }

    #[test]
    fn what_has_only_just_changed_and_what_is_damaged_is_not_trusted() {
        let room = tempfile::tempdir().unwrap();
        let paths = folders(room.path());
        fs::create_dir_all(paths.journal()).unwrap();
        let racy = Key::now(&paths, &[], "x").unwrap();
        write(&paths, FILE, &racy, "page");
        assert_eq!(read(&paths, FILE, &racy), None, "the folder is younger than two seconds");
        let key = settled(&paths, "x");
        write(&paths, FILE, &key, "page");
        let file = paths.cache.join(FILE);
        let damaged = fs::read_to_string(&file).unwrap().replace("page", "pave");
        fs::write(&file, damaged).unwrap();
        assert_eq!(read(&paths, FILE, &key), None, "the checksum differs");
    }
}
