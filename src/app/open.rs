//! From the options of a run to a session: which files are read, and what is left out with a word about it.

use std::path::{Path, PathBuf};

use super::{AppError, Notice, Session};
use crate::domain::{Day, Parts, Roadmap, Settings};
use crate::format::roadmap::{self, Defect, Outcome, Source};
use crate::format::settings;
use crate::format::shipped::shipped;
use crate::store::clock::Clock;
use crate::store::journal::FileJournal;
use crate::store::paths::Paths;
use crate::store::{config, roadmap_files};

/// What a run was told.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Where the data lies, in place of the usual folder.
    pub data_dir: Option<PathBuf>,
    /// Roadmap files or folders to load beside the shipped roadmap.
    pub roadmaps: Vec<PathBuf>,
    /// Leave the shipped roadmap out.
    pub no_shipped: bool,
    /// What day to take it for.
    pub today: Option<Day>,
}

impl Options {
    /// The folders of this run.
    ///
    /// # Errors
    /// Fails if there is no home to put them in.
    pub fn paths(&self) -> Result<Paths, AppError> {
        Paths::find(self.data_dir.as_deref()).map_err(AppError::from)
    }

    /// The clock of this run.
    pub fn clock(&self) -> Clock {
        self.today.map_or(Clock::System, Clock::Fixed)
    }
}

impl Session {
    /// Opens the learner's own session.
    ///
    /// Roadmap files that were asked for must be sound; those in the data folder that are not are left out with a
    /// notice, so that one bad file keeps nobody from their road.
    ///
    /// # Errors
    /// Fails if there is no home, a roadmap that was asked for has errors, or the journal cannot be read.
    pub fn open(options: &Options) -> Result<Self, AppError> {
        let paths = options.paths()?;
        let mut notices = Vec::new();
        let settings = load_settings(&paths).unwrap_or_else(|error| {
            notices.push(Notice::SettingsLeftOut { why: error.message });
            Settings::default()
        });
        let roadmap = load_roadmap(options, &paths, &mut notices)?;
        let journal = FileJournal::open(&paths).map_err(AppError::from)?;
        Self::new(roadmap, Box::new(journal), options.clock(), settings, notices)
    }
}

/// The learner's settings, or the defaults if there are none.
///
/// # Errors
/// Fails if there is a settings file that cannot be read or understood.
pub fn load_settings(paths: &Paths) -> Result<Settings, AppError> {
    let file = config::file_in(&paths.config).display().to_string();
    let text = config::read(&paths.config).map_err(|error| {
        AppError::failed(format!("cannot read {file}: {error}")).hint("milepost config path")
    })?;
    text.map_or(Ok(Settings::default()), |text| {
        settings::parse(&text).map_err(|error| AppError::failed(format!("{file}: {error}")))
    })
}

fn load_roadmap(options: &Options, paths: &Paths, notices: &mut Vec<Notice>) -> Result<Roadmap, AppError> {
    let base = asked_for(options)?;
    let own = paths.data.join("roadmaps");
    let Ok(sources) = roadmap_files::gather(&own) else { return Ok(base) };
    if sources.is_empty() {
        return Ok(base);
    }
    let Outcome { roadmap, defects } = roadmap::read(Some(&base), &sources);
    Ok(roadmap.unwrap_or_else(|| {
        let errors = defects.iter().filter(|defect| defect.is_error()).count();
        notices.push(Notice::RoadmapLeftOut { path: own.display().to_string(), errors });
        base
    }))
}

/// The shipped roadmap, unless it is to be left out, with the files that were asked for hung onto it.
fn asked_for(options: &Options) -> Result<Roadmap, AppError> {
    let mut base = if options.no_shipped { Roadmap::new(Parts::default()) } else { shipped() };
    for path in &options.roadmaps {
        let sources = gather(path)?;
        let Outcome { roadmap, defects } = roadmap::read(Some(&base), &sources);
        match roadmap {
            Some(read) => base = read,
            None => return Err(refused(path, &sources, &defects)),
        }
    }
    Ok(base)
}

fn gather(path: &Path) -> Result<Vec<Source>, AppError> {
    let found = roadmap_files::gather(path)
        .map_err(|error| AppError::failed(format!("cannot read {}: {error}", path.display())))?;
    if found.is_empty() {
        let message = format!("{} holds no roadmap files (*.toml)", path.display());
        return Err(AppError::failed(message).hint("milepost schema roadmap"));
    }
    Ok(found)
}

fn refused(path: &Path, sources: &[Source], defects: &[Defect]) -> AppError {
    let errors: Vec<&Defect> = defects.iter().filter(|defect| defect.is_error()).collect();
    let first =
        errors.first().map(|defect| roadmap::excerpt(sources, defect).to_string()).unwrap_or_default();
    let message =
        format!("{} cannot be used ({} errors)\n{}", path.display(), errors.len(), first.trim_end());
    AppError::failed(message).hint(format!("milepost check {}", path.display()))
}

/// Checks roadmap files: those at `given`, or without any the learner's own. They may hang onto the shipped roadmap
/// and onto the files that were asked for.
///
/// # Errors
/// Fails if a path cannot be read at all, or a file that was asked for has errors.
pub fn check_files(options: &Options, given: &[PathBuf]) -> Result<(Vec<Source>, Outcome), AppError> {
    let own = if given.is_empty() { Some(options.paths()?.data.join("roadmaps")) } else { None };
    let mut sources = Vec::new();
    for path in given {
        sources.extend(gather(path)?);
    }
    if let Some(own) = own.filter(|own| own.is_dir()) {
        sources.extend(gather(&own)?);
    }
    let outcome = roadmap::read(Some(&asked_for(options)?), &sources);
    Ok((sources, outcome))
}
