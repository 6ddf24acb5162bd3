//! A look at everything that a run rests on: folders, settings, roadmap, journal.

use std::path::PathBuf;

use super::{AppError, Notice, Options, Session, settings_file};
use crate::domain::Id;
use crate::store::folder;
use crate::store::journal::FileJournal;

/// What a look at everything found.
#[derive(Debug)]
pub struct Checkup {
    /// The folders.
    pub folders: Result<Vec<Folder>, AppError>,
    /// Where the settings file lies and whether it is there; an error if it cannot be read.
    pub settings: Result<(PathBuf, bool), AppError>,
    /// What a session opens with.
    pub opened: Result<Opened, AppError>,
}

/// One of the folders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder {
    /// What it is for: "data", "config", "cache", "state".
    pub of: &'static str,
    /// Where it lies.
    pub path: PathBuf,
    /// How it was found.
    pub state: FolderState,
}

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

impl From<folder::FolderState> for FolderState {
    fn from(state: folder::FolderState) -> Self {
        match state {
            folder::FolderState::Missing => Self::Missing,
            folder::FolderState::Writable => Self::Writable,
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
        settings: settings_file(options).map(|file| (file.path, file.exists)),
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

fn folders(options: &Options) -> Result<Vec<Folder>, AppError> {
    let paths = options.paths()?;
    let all =
        [("data", paths.data), ("config", paths.config), ("cache", paths.cache), ("state", paths.state)];
    Ok(all.into_iter().map(|(of, path)| Folder { of, state: folder::state(&path).into(), path }).collect())
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
