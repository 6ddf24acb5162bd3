//! A look at everything that a run rests on: folders, settings, roadmap, journal.

use std::path::{Path, PathBuf};

use super::{AppError, Notice, Options, Session, SettingsFile, settings_file};
use crate::domain::Id;
use crate::store::folder;
use crate::store::journal::FileJournal;

/// What a look at everything found.
#[derive(Debug)]
pub struct Checkup {
    /// The folders.
    pub folders: Result<Vec<Folder>, AppError>,
    /// The settings file; an error if it cannot be read.
    pub settings: Result<SettingsFile, AppError>,
    /// What a session opens with.
    pub opened: Result<Opened, AppError>,
}

/// One of the folders, or the file that is added to, if it cannot be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder {
    /// What it is for: "data", "config", "cache", "state"; or "journal" for this device's file.
    pub of: &'static str,
    /// Where it lies.
    pub path: PathBuf,
    /// How it was found.
    pub state: FolderState,
}

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

impl From<folder::FolderState> for FolderState {
    fn from(state: folder::FolderState) -> Self {
        match state {
            folder::FolderState::Missing => Self::Missing,
            folder::FolderState::Writable => Self::Writable,
            folder::FolderState::Full => Self::Full,
            folder::FolderState::Closed(why) => Self::Closed(why),
        }
    }
}

/// What a session opens with.
#[derive(Debug)]
pub struct Opened {
    /// How many tracks the roadmap has.
    pub tracks: usize,
    /// How many stages.
    pub stages: usize,
    /// How many skills.
    pub skills: usize,
    /// How many roles.
    pub roles: usize,
    /// How many events the journal holds.
    pub events: usize,
    /// Skills of which the journal speaks and which the roadmap does not have.
    pub retired: Vec<Id>,
    /// What the learner should know.
    pub notices: Vec<Notice>,
}

/// Looks at everything that a run rests on. Nothing is changed.
pub fn examine(options: &Options) -> Checkup {
    Checkup {
        folders: folders(options),
        settings: settings_file(options),
        opened: Session::open(options).and_then(|mut session| open(&mut session)),
    }
}

/// Moves damaged lines of this device's journal aside; gives how many.
///
/// # Errors
/// Fails if the journal cannot be read or written; it is then as it was.
pub fn fix(options: &Options) -> Result<u64, AppError> {
    let mut journal = FileJournal::open(&options.paths()?)?;
    Ok(journal.fix()?.moved)
}

/// The folders. Of data and state, the folder within that is written to is the one that counts.
fn folders(options: &Options) -> Result<Vec<Folder>, AppError> {
    let paths = options.paths()?;
    let (journal, device) = (paths.journal(), paths.device_folder());
    let mut folders = vec![
        look("data", &paths.data, &journal),
        look("config", &paths.config, &paths.config),
        look("cache", &paths.cache, &paths.cache),
        look("state", &paths.state, &device),
    ];
    if let Ok(journal) = FileJournal::open(&paths)
        && let Some(error) = folder::closed_file(&journal.own_file())
    {
        let state = FolderState::Closed(error.to_string());
        folders.push(Folder { of: "journal", path: journal.own_file(), state });
    }
    Ok(folders)
}

/// How a folder was found; where it is there itself, how the one within was found.
fn look(of: &'static str, path: &Path, within: &Path) -> Folder {
    let state = match folder::state(path) {
        folder::FolderState::Writable if within != path => match folder::state(within) {
            folder::FolderState::Missing => folder::FolderState::Writable,
            folder::FolderState::Closed(why) => {
                return Folder { of, path: within.to_owned(), state: FolderState::Closed(why) };
            }
            found => found,
        },
        found => found,
    };
    Folder { of, path: path.to_owned(), state: state.into() }
}

fn open(session: &mut Session) -> Result<Opened, AppError> {
    let events = session.history()?.len();
    let roadmap = session.roadmap();
    Ok(Opened {
        tracks: roadmap.tracks().count(),
        stages: roadmap.stages().count(),
        skills: roadmap.skills().len(),
        roles: roadmap.roles().len(),
        events,
        retired: session.progress().retired(roadmap).cloned().collect(),
        notices: session.notices().to_vec(),
    })
}
