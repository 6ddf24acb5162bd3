//! The journal on disk: one file a device, of which this process writes its own only.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::PathBuf;

use chrono::{DateTime, FixedOffset};

use super::compose::compose;
use super::lock::{Lock, PATIENCE};
use super::shelf::Folder;
use super::snapshot::{Caught, Snapshot};
use super::{Finding, Folded, Journal, JournalError, Refusal, fold_cache, whole};
use crate::domain::{Act, DeviceId, Event};
use crate::format::journal::VERSION;
use crate::store::paths::Paths;
use crate::store::{clock, device, nofollow};

/// How many lines must be read before it pays to keep the fold.
const WORTH_KEEPING: u64 = 256;

/// The journal on disk.
#[derive(Debug)]
pub struct FileJournal {
    pub(super) folder: Folder,
    /// Where this machine keeps the device's name and the lock.
    home: PathBuf,
    cache: PathBuf,
    device: DeviceId,
    snapshot: Option<Snapshot>,
    /// Whether the cache was looked at.
    looked: bool,
    /// How many lines were read since the fold was last kept or found.
    unkept: u64,
    renewed: Vec<Finding>,
    clock: fn() -> DateTime<FixedOffset>,
}

impl FileJournal {
    /// The journal in these folders. Makes nothing: folders, the device's name and its file come with the first
    /// event.
    ///
    /// # Errors
    /// If the device's name cannot be read, or there is none and the system gives no random numbers.
    pub fn open(paths: &Paths) -> Result<Self, JournalError> {
        let home = paths.device_folder();
        let device = device::kept(&home)?.map_or_else(device::random, Ok)?;
        Ok(Self {
            folder: Folder(paths.journal()),
            home,
            cache: paths.fold_cache(),
            device,
            snapshot: None,
            looked: false,
            unkept: 0,
            renewed: Vec::new(),
            clock: clock::now,
        })
    }

    /// The path of this device's own file.
    pub fn own_file(&self) -> PathBuf {
        self.folder.log(self.device)
    }

    /// The snapshot of the files as they are. The caller puts it back where it may be used again.
    fn current(&mut self) -> Result<Snapshot, JournalError> {
        if let Some(mut kept) = self.snapshot.take().or_else(|| self.kept())
            && let Caught::Up(lines) = kept.catch_up(&self.folder)?
        {
            self.unkept += lines;
            return Ok(kept);
        }
        self.whole()
    }

    fn whole(&mut self) -> Result<Snapshot, JournalError> {
        let snapshot = Snapshot::whole(&self.folder)?;
        self.unkept = snapshot.lines();
        Ok(snapshot)
    }

    fn kept(&mut self) -> Option<Snapshot> {
        if std::mem::replace(&mut self.looked, true) { None } else { fold_cache::load(&self.cache) }
    }

    /// Makes the folders, takes the lock and settles under which name this device writes.
    pub(super) fn lock(&mut self) -> Result<(Lock, Snapshot), JournalError> {
        for folder in [&self.home, &self.folder.0] {
            nofollow::make_folder(folder).map_err(|error| JournalError::write(folder, error))?;
        }
        let lock = Lock::take(self.home.join("lock"), PATIENCE)?;
        // Another process may have been the first, or may have taken a new name.
        match device::kept(&self.home)? {
            Some(device) => self.device = device,
            None => device::keep(&self.home, self.device)?,
        }
        let snapshot = self.current()?;
        Ok((lock, snapshot))
    }

    /// Takes a new name if the old one must not be used any more.
    fn renew(&mut self, lock: &Lock, snapshot: &Snapshot) -> Result<(), JournalError> {
        let was = self.device;
        if let Some(why) = snapshot.renewal(was, lock.counted(was)) {
            let now = device::random()?;
            device::keep(&self.home, now)?;
            self.device = now;
            self.renewed.push(Finding::Renewed { was, now, why });
        }
        Ok(())
    }

    /// What stands against changing the own file.
    pub(super) fn may_write(&self, snapshot: &Snapshot) -> Result<(), JournalError> {
        let path = self.own_file();
        match snapshot.refused.get(&self.device) {
            Some(Refusal::Failed(kind)) => return Err(JournalError::read(&path, (*kind).into())),
            Some(Refusal::NotAFile | Refusal::TooLarge) => return Err(JournalError::NotAFile { path }),
            None => {}
        }
        let version = snapshot.marks.get(&self.device).map_or(VERSION, |mark| mark.version);
        if version > VERSION { Err(JournalError::NewerVersion { path, version }) } else { Ok(()) }
    }

    /// Adds lines to the own file and waits for the disk; for the folder too, if the file may be new to it.
    fn write(&self, mut lines: Vec<u8>, new: bool) -> Result<(), JournalError> {
        let path = self.own_file();
        let failed = |error| JournalError::write(&path, error);
        let mut file = nofollow::append(&path).map_err(failed)?;
        if is_cut_off(&mut file).map_err(failed)? {
            lines.insert(0, b'\n');
        }
        file.write_all(&lines).map_err(failed)?;
        let unsure = |source| JournalError::NotSynced { path: path.clone(), source };
        file.sync_data().map_err(unsure)?;
        if new { nofollow::sync_folder(&self.folder.0).map_err(unsure) } else { Ok(()) }
    }
}

/// Whether the file ends within a line.
fn is_cut_off(file: &mut File) -> io::Result<bool> {
    if file.metadata()?.len() == 0 {
        return Ok(false);
    }
    let mut last = [0];
    file.seek(SeekFrom::End(-1))?;
    file.read_exact(&mut last)?;
    Ok(last != *b"\n")
}

impl Journal for FileJournal {
    fn device(&self) -> DeviceId {
        self.device
    }

    fn fold(&mut self) -> Result<Folded, JournalError> {
        let mut snapshot = self.current()?;
        if !snapshot.is_fresh() {
            snapshot = self.whole()?;
        }
        if self.unkept >= WORTH_KEEPING && snapshot.is_complete() {
            fold_cache::save(&self.cache, &snapshot);
            self.unkept = 0;
        }
        let mut folded = snapshot.folded(self.device, Some((self.clock)()));
        folded.findings.append(&mut self.renewed);
        self.snapshot = Some(snapshot);
        Ok(folded)
    }

    fn append(&mut self, at: DateTime<FixedOffset>, acts: Vec<Act>) -> Result<Vec<Event>, JournalError> {
        if acts.is_empty() {
            return Ok(Vec::new());
        }
        // What cannot be written must not make a file.
        compose(&Snapshot::default(), self.device, at, &acts)?;
        let (mut lock, snapshot) = self.lock()?;
        self.renew(&lock, &snapshot)?;
        self.may_write(&snapshot)?;
        let (lines, events) = compose(&snapshot, self.device, at, &acts)?;
        self.write(lines, lock.counted(self.device) == 0)?;
        let last = events.last().map_or(0, |event| event.id().seq);
        lock.count(self.device, last);
        // The lines are taken from the file when it is read next, as those of any other process are.
        self.snapshot = Some(snapshot);
        Ok(events)
    }

    fn events(&mut self) -> Result<Vec<Event>, JournalError> {
        whole::events(&self.folder)
    }
}
