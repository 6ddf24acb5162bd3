//! From the options of a run to a session: which files are read, and what is left out with a word about it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::{AppError, Notice, Session};
use crate::domain::{Day, Parts, Roadmap, Settings};
use crate::format::roadmap::{self, Defect, Outcome, Source};
use crate::format::settings;
use crate::format::shipped::shipped;
use crate::store::clock::Clock;
use crate::store::journal::FileJournal;
use crate::store::memory_cache::MemoryCache;
use crate::store::paths::Paths;
use crate::store::timer::Timers;
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
        let (settings, mut notices) = load_settings(&paths).unwrap_or_else(|error| {
            (Settings::default(), vec![Notice::SettingsLeftOut { why: error.message }])
        });
        let roadmap = load_roadmap(options, &paths, &mut notices)?;
        let journal = FileJournal::open(&paths).map_err(AppError::from)?;
        let session = Self::new(roadmap, Box::new(journal), options.clock(), settings, notices)?;
        Ok(session.with_timers(Timers::of(&paths.state)).with_memory_cache(MemoryCache::of(&paths)))
    }
}

/// The learner's settings, or the defaults if there are none; and a notice for each value that does not hold.
///
/// # Errors
/// Fails if there is a settings file that cannot be read.
pub fn load_settings(paths: &Paths) -> Result<(Settings, Vec<Notice>), AppError> {
    let file = config::file_in(&paths.config).display().to_string();
    let text = config::read(&paths.config).map_err(|error| {
        AppError::failed(format!("cannot read {file}: {error}")).hint("milepost config path")
    })?;
    let settings::Read { settings, faults } = settings::parse(&text.unwrap_or_default());
    let notice = |fault: settings::SettingsFault| Notice::SettingLeftOut {
        place: format!("{file}:{}", fault.line),
        why: fault.message.to_string(),
    };
    Ok((settings, faults.into_iter().map(notice).collect()))
}

fn load_roadmap(options: &Options, paths: &Paths, notices: &mut Vec<Notice>) -> Result<Roadmap, AppError> {
    let base = asked_for(options)?;
    let own = paths.data.join("roadmaps");
    match roadmap_files::gather(&own) {
        Ok(sources) => Ok(with_own(base, sources, notices)),
        Err(error) => {
            if error.kind() != std::io::ErrorKind::NotFound && paths.data.is_dir() {
                let path = own.display().to_string();
                notices.push(Notice::RoadmapsUnread { path, why: error.to_string() });
            }
            Ok(base)
        }
    }
}

/// Hangs the learner's own files onto `base`. Broken ones are left out with a notice, and then those that need what
/// they held, until the rest is sound.
fn with_own(base: Roadmap, mut sources: Vec<Source>, notices: &mut Vec<Notice>) -> Roadmap {
    let mut known: Option<BTreeMap<String, usize>> = None;
    while !sources.is_empty() {
        let Outcome { roadmap, defects } = roadmap::read(Some(&base), &sources);
        if let Some(roadmap) = roadmap {
            return roadmap;
        }
        let known = known.get_or_insert_with(|| errors_by_file(&sources, &defects));
        let broken = broken(&defects);
        if broken.is_empty() {
            break;
        }
        for &file in &broken {
            let path = sources[file].name.to_string();
            let errors = known.get(&path).copied().unwrap_or(0);
            notices.push(Notice::RoadmapLeftOut { path, errors });
        }
        let kept = sources.into_iter().enumerate().filter(|(file, _)| !broken.contains(file));
        sources = kept.map(|(_, source)| source).collect();
    }
    base
}

/// How many errors each file has while all stand beside each other, which is what a check tells.
fn errors_by_file(sources: &[Source], defects: &[Defect]) -> BTreeMap<String, usize> {
    let mut errors = BTreeMap::new();
    for defect in defects.iter().filter(|defect| defect.is_error()) {
        *errors.entry(sources[defect.place.file].name.to_string()).or_default() += 1;
    }
    errors
}

/// The files that must go first: those with errors of their own, or where there are none, those that clash.
fn broken(defects: &[Defect]) -> BTreeSet<usize> {
    let errors = || defects.iter().filter(|defect| defect.is_error());
    let own: BTreeSet<usize> =
        errors().filter(|defect| !defect.fault.is_clash()).map(|defect| defect.place.file).collect();
    if own.is_empty() { errors().map(|defect| defect.place.file).collect() } else { own }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn stage(id: &str, track: &str, skill: &str, requires: &str) -> String {
        format!(
            "[stage]\nid = \"{id}\"\ntrack = \"{track}\"\ntitle = \"S\"\norder = 1\nsummary = \"s\"\n\n[[skill]]\nid = \"{skill}\"\n\
             title = \"T\"\nhours = [1, 2]\nrequires = [{requires}]\nwhy = \"w\"\nabout = \"a\"\noutcomes = [\"I can\"]\n\
             practice = \"p\"\n"
        )
    }

    fn opened(files: &[(&str, String)]) -> (Vec<String>, Vec<Notice>) {
        let sources = files.iter().map(|(name, text)| Source::new(name, text.as_bytes().to_vec())).collect();
        let mut notices = Vec::new();
        let road = with_own(Roadmap::new(Parts::default()), sources, &mut notices);
        (road.skills().map(|(_, skill)| skill.id.to_string()).collect(), notices)
    }

    const TRACK: &str = "[[track]]\nid = \"team\"\ntitle = \"Team\"\norder = 1\nsummary = \"s\"\n";

    fn left(path: &str, errors: usize) -> Notice {
        Notice::RoadmapLeftOut { path: path.to_owned(), errors }
    }

    #[test]
    fn only_broken_files_and_what_hangs_on_them_are_left_out() {
        let track = ("a-track.toml", TRACK.to_owned());
        let good = ("good.toml", stage("good", "team", "good.one", ""));
        let bad = ("bad.toml", stage("bad", "team", "bad.one", "\"nothing.like-it\""));
        let hangs = ("hangs.toml", stage("hangs", "team", "hangs.one", "\"bad.one\""));
        let (skills, notices) = opened(&[track.clone(), bad.clone(), good.clone(), hangs]);
        assert_eq!(skills, ["good.one"]);
        assert_eq!(notices, [left("bad.toml", 1), left("hangs.toml", 0)]);
        let copy = ("bad-copy.toml", bad.1.replace("bad", "good"));
        let (skills, notices) = opened(&[track.clone(), copy, good.clone()]);
        assert_eq!((skills.as_slice(), notices.len()), (&["good.one".to_owned()][..], 1));
        let (skills, notices) = opened(&[track, good.clone(), ("twice.toml", good.1)]);
        assert_eq!((skills.len(), notices), (1, vec![left("twice.toml", 2)]));
    }
}
