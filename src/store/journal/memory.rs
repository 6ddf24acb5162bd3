//! The journal in memory: the same lines as on disk, in buffers. For tests, and for a look around that leaves nothing.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset};

use super::compose::compose;
use super::shelf::{Lines, Shelf, Stat};
use super::snapshot::{Caught, Snapshot};
use super::{Finding, Folded, Journal, JournalError, Refusal, whole};
use crate::domain::{Act, DeviceId, Event};
use crate::store::device;

/// The journal in memory.
#[derive(Clone, Debug)]
pub struct MemoryJournal {
    device: DeviceId,
    pub(super) files: Buffers,
    snapshot: Option<Snapshot>,
    counted: u64,
    renewed: Vec<Finding>,
    /// The latest time of an act: there is no other clock here.
    now: Option<DateTime<FixedOffset>>,
}

/// Files as buffers.
#[derive(Clone, Debug, Default)]
pub(super) struct Buffers(pub(super) BTreeMap<DeviceId, Vec<u8>>);

impl MemoryJournal {
    /// An empty journal, written by this device.
    pub fn new(device: DeviceId) -> Self {
        Self { device, files: Buffers::default(), snapshot: None, counted: 0, renewed: Vec::new(), now: None }
    }

    /// The same with the files of another device beside its own, as a sync would bring them.
    #[cfg(test)]
    pub fn beside(mut self, other: Self) -> Self {
        self.files.0.extend(other.files.0);
        self
    }

    fn current(&mut self) -> Result<Snapshot, JournalError> {
        if let Some(mut kept) = self.snapshot.take()
            && let Caught::Up(_) = kept.catch_up(&self.files)?
        {
            return Ok(kept);
        }
        Snapshot::whole(&self.files)
    }
}

impl Journal for MemoryJournal {
    fn device(&self) -> DeviceId {
        self.device
    }

    fn fold(&mut self) -> Result<Folded, JournalError> {
        let mut snapshot = self.current()?;
        if !snapshot.is_fresh() {
            snapshot = Snapshot::whole(&self.files)?;
        }
        let mut folded = snapshot.folded(self.device, self.now);
        folded.findings.append(&mut self.renewed);
        self.snapshot = Some(snapshot);
        Ok(folded)
    }

    fn append(&mut self, at: DateTime<FixedOffset>, acts: Vec<Act>) -> Result<Vec<Event>, JournalError> {
        if acts.is_empty() {
            return Ok(Vec::new());
        }
        let snapshot = self.current()?;
        if let Some(why) = snapshot.renewal(self.device, self.counted) {
            let (was, now) = (self.device, device::random()?);
            (self.device, self.counted) = (now, 0);
            self.renewed.push(Finding::Renewed { was, now, why });
        }
        let (lines, events) = compose(&snapshot, self.device, at, &acts)?;
        let file = self.files.0.entry(self.device).or_default();
        if file.last().is_some_and(|&last| last != b'\n') {
            file.push(b'\n');
        }
        file.extend_from_slice(&lines);
        self.counted = events.last().map_or(self.counted, |event| event.id().seq);
        self.now = self.now.max(Some(at));
        self.snapshot = Some(snapshot);
        Ok(events)
    }

    fn events(&mut self) -> Result<Vec<Event>, JournalError> {
        whole::events(&self.files)
    }
}

impl Shelf for Buffers {
    fn list(&self) -> Result<BTreeMap<DeviceId, Result<Stat, Refusal>>, JournalError> {
        Ok(self.0.iter().map(|(&file, bytes)| (file, Ok(stat(bytes)))).collect())
    }

    fn open(&self, file: DeviceId, from: u64) -> Result<(Stat, Lines<'_>), Refusal> {
        let bytes = self.0.get(&file).ok_or(Refusal::Failed(std::io::ErrorKind::NotFound))?;
        let from = usize::try_from(from).unwrap_or(usize::MAX).min(bytes.len());
        Ok((stat(bytes), Box::new(&bytes[from..])))
    }
}

fn stat(bytes: &[u8]) -> Stat {
    Stat { size: bytes.len() as u64, mtime: 0, inode: 0 }
}
