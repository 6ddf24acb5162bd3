//! Where milepost keeps its files.

use std::cell::LazyCell;
use std::ffi::OsString;
use std::fmt;
use std::path::{Path, PathBuf, absolute};

use directories::ProjectDirs;

use super::env;

/// The four folders. None of them need be there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paths {
    /// What the learner owns: `journal/`, `roadmaps/`. May be synced to other machines.
    pub data: PathBuf,
    /// `config.toml`.
    pub config: PathBuf,
    /// What may be deleted at any time.
    pub cache: PathBuf,
    /// What belongs to this machine and must never be synced: the device's id, the lock.
    pub state: PathBuf,
}

/// Why the folders cannot be named.
#[derive(Debug)]
pub enum PathsError {
    /// There is no home folder, and not all four folders are given.
    NoHome,
    /// There is no current folder, against which a relative path could be read.
    NoCurrentFolder(std::io::Error),
}

impl fmt::Display for PathsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoHome => f.write_str(
                "there is no home folder; set HOME, or MILEPOST_DATA_DIR, MILEPOST_CONFIG_DIR, \
                 MILEPOST_CACHE_DIR and MILEPOST_STATE_DIR",
            ),
            Self::NoCurrentFolder(_) => f.write_str("the current folder cannot be read"),
        }
    }
}

impl std::error::Error for PathsError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::NoHome => None,
            Self::NoCurrentFolder(error) => Some(error),
        }
    }
}

impl Paths {
    /// The folders of this user, overridden by `MILEPOST_DATA_DIR`, `MILEPOST_CONFIG_DIR`, `MILEPOST_CACHE_DIR`
    /// and `MILEPOST_STATE_DIR`, and the data folder by `data_dir` (`--data-dir`) before all.
    ///
    /// # Errors
    /// If there is no home folder and some folder is not given.
    pub fn find(data_dir: Option<&Path>) -> Result<Self, PathsError> {
        Self::from(data_dir, env::var, || ProjectDirs::from("", "", "milepost"))
    }

    /// The home is looked up only where a folder is not given: without `HOME` it takes a search of the system's users.
    fn from(
        data_dir: Option<&Path>,
        var: impl Fn(&str) -> Option<OsString>,
        home: impl FnOnce() -> Option<ProjectDirs>,
    ) -> Result<Self, PathsError> {
        let home = LazyCell::new(home);
        let place = |given: Option<PathBuf>, usual: fn(&ProjectDirs) -> PathBuf| match given {
            Some(path) => absolute(path).map_err(PathsError::NoCurrentFolder),
            None => home.as_ref().map(usual).ok_or(PathsError::NoHome),
        };
        let given = |name| var(name).map(PathBuf::from);
        let data = data_dir.map(Path::to_owned).or_else(|| given("MILEPOST_DATA_DIR"));
        Ok(Self {
            data: place(data, |home| home.data_dir().to_owned())?,
            config: place(given("MILEPOST_CONFIG_DIR"), |home| home.config_dir().to_owned())?,
            cache: place(given("MILEPOST_CACHE_DIR"), |home| home.cache_dir().to_owned())?,
            state: place(given("MILEPOST_STATE_DIR"), usual_state)?,
        })
    }

    /// The folder of journals.
    pub fn journal(&self) -> PathBuf {
        self.data.join("journal")
    }

    /// What this machine remembers of the data folder: one folder of state a data folder, so that two data
    /// folders on one machine are two devices.
    pub(crate) fn device_folder(&self) -> PathBuf {
        self.state.join("devices").join(key_of(&self.data))
    }

    /// The cached fold. It names the files that it has read, so a second data folder can do it no harm.
    pub(crate) fn fold_cache(&self) -> PathBuf {
        self.cache.join("fold.v1")
    }

    /// The cached memories. They are found by what they were worked out from, whoever's they are.
    pub(crate) fn memory_cache(&self) -> PathBuf {
        self.cache.join("memories.v1")
    }
}

/// The state folder, where the system knows of such a thing; else one beside the data folder, not in it.
fn usual_state(home: &ProjectDirs) -> PathBuf {
    let beside = || home.data_local_dir().with_file_name("milepost-state");
    home.state_dir().map_or_else(beside, Path::to_owned)
}

/// A name for a folder: 16 hexadecimal digits of the FNV-1a hash of its path, links resolved as far as it exists.
fn key_of(folder: &Path) -> String {
    let there = folder.ancestors().find_map(|part| Some((part.canonicalize().ok()?, part)));
    let path = there.map_or_else(
        || folder.to_owned(),
        |(real, part)| folder.strip_prefix(part).map_or_else(|_| folder.to_owned(), |rest| real.join(rest)),
    );
    let path: PathBuf = path.components().collect();
    let hash = path.as_os_str().as_encoded_bytes().iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    });
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(vars: &[(&str, &str)], data_dir: Option<&str>) -> Result<Paths, PathsError> {
        let var = |name: &str| vars.iter().find(|(n, _)| *n == name).map(|(_, v)| OsString::from(v));
        Paths::from(data_dir.map(Path::new), var, || None)
    }

    const ALL: [(&str, &str); 4] = [
        ("MILEPOST_DATA_DIR", "/d"),
        ("MILEPOST_CONFIG_DIR", "/c"),
        ("MILEPOST_CACHE_DIR", "/k"),
        ("MILEPOST_STATE_DIR", "/s"),
    ];

    #[test]
    fn the_argument_goes_before_the_environment() {
        let paths = with(&ALL, None).unwrap();
        assert_eq!((&*paths.data, &*paths.state), (Path::new("/d"), Path::new("/s")));
        assert_eq!(with(&ALL, Some("/elsewhere")).unwrap().data, Path::new("/elsewhere"));
        assert!(with(&ALL, Some("here")).unwrap().data.is_absolute());
    }

    #[test]
    fn without_a_home_every_folder_must_be_given() {
        for missing in 0..ALL.len() {
            let mut vars = ALL.to_vec();
            vars.remove(missing);
            assert!(matches!(with(&vars, None), Err(PathsError::NoHome)), "{missing}");
        }
    }

    #[test]
    fn two_data_folders_are_two_devices_and_two_names_of_one_are_one() {
        let room = tempfile::tempdir().unwrap();
        let at = |data: &str| {
            let data = room.path().join(data).into_os_string().into_string().unwrap();
            with(&ALL, Some(&data)).unwrap().device_folder()
        };
        assert_ne!(at("a"), at("b"));
        let before = at("a");
        std::fs::create_dir(room.path().join("a")).unwrap();
        assert_eq!(
            (at("a"), at("a/")),
            (before.clone(), before.clone()),
            "making the folder changes no name"
        );
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(room.path().join("a"), room.path().join("link")).unwrap();
            assert_eq!(at("link"), before);
        }
        assert!(before.starts_with("/s"), "{before:?} is not in the data folder");
    }
}
