//! The snapshot: what the files on a shelf fold to, with what was read of each, so that reading can go on from there.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use super::read::{self, Found, Mark};
use super::seen::Seen;
use super::shelf::{LARGEST_FILE, Shelf};
use super::{Finding, Folded, JournalError, Refusal, Renewal};
use crate::domain::{DeviceId, Event, EventId, Progress, Stamp, Undone};
use crate::format::journal::{Line, Reason, VERSION};

/// How many damaged lines are named one by one.
const NAMED_BAD_LINES: usize = 1000;

/// What the files fold to, whoever reads them. This is what the cache keeps.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct Snapshot {
    /// How far each file was read.
    pub(super) marks: BTreeMap<DeviceId, Mark>,
    /// Which events of each device were read.
    pub(super) seen: BTreeMap<DeviceId, Seen>,
    /// The largest Lamport number.
    pub(super) lamport: u64,
    /// Names that two different events bear.
    pub(super) forks: BTreeSet<EventId>,
    /// The fold.
    pub(super) progress: Arc<Progress>,
    /// What is taken back.
    pub(super) undone: Undone,
    /// How many events were passed over as newer.
    newer: u64,
    bad: Vec<(DeviceId, u64, Reason)>,
    more_bad: u64,
    /// Of each device the event with the latest time, in seconds since 1970.
    latest: BTreeMap<DeviceId, (i64, u64)>,
    /// Whether an undo or redo came after progress was folded, so that only a whole fold can tell the progress.
    #[serde(skip)]
    stale: bool,
    /// Which files were not read.
    #[serde(skip)]
    pub(super) refused: BTreeMap<DeviceId, Refusal>,
}

/// What catching up with the files came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Caught {
    /// The snapshot is that of the files; so many lines were read.
    Up(u64),
    /// The files must be read whole.
    Lost,
}

impl Snapshot {
    /// Reads what the files have gained. If they have changed otherwise, or have gained what cannot be added to a
    /// fold, the snapshot is of no use any more.
    ///
    /// # Errors
    /// If the files cannot be listed.
    pub(super) fn catch_up(&mut self, shelf: &dyn Shelf) -> Result<Caught, JournalError> {
        let mut listed = shelf.list()?;
        self.refused = BTreeMap::new();
        listed.retain(|&file, stat| stat.map_err(|why| self.refused.insert(file, why)).is_ok());
        if self.marks.keys().any(|file| !listed.contains_key(file)) {
            return Ok(Caught::Lost);
        }
        let mut lines = 0;
        for (file, stat) in listed {
            let Ok(stat) = stat else { continue };
            let mark = self.marks.get(&file).copied();
            if mark.is_some_and(|mark| !still(shelf, file, &mark)) {
                return Ok(Caught::Lost);
            }
            if mark.is_some_and(|mark| mark.stat == stat) {
                continue;
            }
            match self.read_tail(shelf, file, mark) {
                Caught::Up(more) => lines += more,
                Caught::Lost => return Ok(Caught::Lost),
            }
        }
        Ok(Caught::Up(lines))
    }

    /// Reads one file on from its mark.
    fn read_tail(&mut self, shelf: &dyn Shelf, file: DeviceId, mark: Option<Mark>) -> Caught {
        let (stat, input) = match shelf.open(file, mark.map_or(0, |mark| mark.offset)) {
            Ok(opened) => opened,
            Err(why) => {
                self.refused.insert(file, why);
                return if mark.is_some() { Caught::Lost } else { Caught::Up(0) };
            }
        };
        let grown = |mark: &Mark| mark.stat.inode == stat.inode && mark.stat.size < stat.size;
        if mark.is_some_and(|mark| !grown(&mark)) {
            return Caught::Lost;
        }
        let mut mark = mark.map_or(Mark::start(stat), |mark| Mark { stat, ..mark });
        let before = mark.lines;
        match read::read(input, file, &mut mark, &mut |found| self.add(file, found)) {
            Ok(ControlFlow::Continue(())) => {
                self.marks.insert(file, mark);
                Caught::Up(mark.lines - before)
            }
            // After an error, a whole fold says what could not be read.
            Ok(ControlFlow::Break(())) | Err(_) => Caught::Lost,
        }
    }

    /// Adds a line to a fold; breaks if only a whole fold can tell what it comes to.
    fn add(&mut self, file: DeviceId, found: Found) -> ControlFlow<()> {
        let line = match found {
            Found::Sound(_, line) => line,
            Found::Bad(line, why) => {
                self.damaged(file, line, why);
                return ControlFlow::Continue(());
            }
        };
        let Some(stamp) = stamp_of(&line) else { return ControlFlow::Continue(()) };
        if !self.seen.entry(stamp.event.device).or_default().add(stamp.event.seq) {
            return ControlFlow::Break(());
        }
        self.count(&line, stamp);
        match &line {
            Line::Event(event) if event.act.is_correction() => {
                self.undone.apply(event);
                self.stale = true;
            }
            Line::Event(event) if !self.undone.holds(event.id()) => self.apply(event),
            _ => {}
        }
        ControlFlow::Continue(())
    }

    /// Folds an event in.
    pub(super) fn apply(&mut self, event: &Event) {
        Arc::make_mut(&mut self.progress).apply(event);
    }

    /// Takes note of what every new line tells, whether it is folded or not.
    pub(super) fn count(&mut self, line: &Line, stamp: Stamp) {
        self.lamport = self.lamport.max(stamp.lamport);
        match line {
            Line::Event(event) => {
                let at = (event.at.timestamp(), stamp.event.seq);
                let latest = self.latest.entry(stamp.event.device).or_insert(at);
                *latest = at.max(*latest);
            }
            Line::Newer(_) => self.newer += 1,
            Line::Header { .. } => {}
        }
    }

    /// Takes note of a damaged line.
    pub(super) fn damaged(&mut self, file: DeviceId, line: u64, why: Reason) {
        if self.bad.len() < NAMED_BAD_LINES {
            self.bad.push((file, line, why));
        } else {
            self.more_bad += 1;
        }
    }

    /// Why this device must not go on under its name, if it must not. `counted` is the last count that is known to
    /// have been acknowledged under it.
    pub(super) fn renewal(&self, own: DeviceId, counted: u64) -> Option<Renewal> {
        let of_own = EventId { device: own, seq: 0 }..=EventId { device: own, seq: u64::MAX };
        let mark = self.marks.get(&own);
        let too_large = self.refused.get(&own) == Some(&Refusal::TooLarge);
        if self.forks.range(of_own).next().is_some() {
            Some(Renewal::Fork)
        } else if mark.and_then(|mark| mark.device).is_some_and(|device| device != own) {
            Some(Renewal::Misnamed)
        } else if too_large || mark.is_some_and(|mark| mark.stat.size > LARGEST_FILE / 2) {
            Some(Renewal::Full)
        } else if self.refused.contains_key(&own) {
            None
        } else {
            (self.last_of(own) < counted).then_some(Renewal::RolledBack)
        }
    }

    /// The last count of this device that was read; 0 if there is none.
    pub(super) fn last_of(&self, device: DeviceId) -> u64 {
        self.seen.get(&device).map_or(0, Seen::last)
    }

    /// Whether the progress is that of the files.
    pub(super) fn is_fresh(&self) -> bool {
        !self.stale
    }

    /// Whether every file was read, so that the snapshot may be kept.
    pub(super) fn is_complete(&self) -> bool {
        self.refused.is_empty() && !self.stale
    }

    /// How many lines the files have.
    pub(super) fn lines(&self) -> u64 {
        self.marks.values().map(|mark| mark.lines).sum()
    }

    /// What `own` device tells its learner at this time.
    pub(super) fn folded(&self, own: DeviceId, now: Option<DateTime<FixedOffset>>) -> Folded {
        Folded {
            progress: self.progress.clone(),
            undone: self.undone.clone(),
            findings: self.findings(own, now),
            newer: self.newer,
        }
    }

    fn findings(&self, own: DeviceId, now: Option<DateTime<FixedOffset>>) -> Vec<Finding> {
        let mut bad = self.bad.clone();
        bad.sort_unstable_by_key(|&(file, line, _)| (file, line));
        let mut findings: Vec<Finding> =
            bad.into_iter().map(|(file, line, why)| Finding::BadLine { file, line, why }).collect();
        if self.more_bad > 0 {
            findings.push(Finding::MoreBadLines { count: self.more_bad });
        }
        for (&file, mark) in &self.marks {
            // In another's file, that is a sync under way.
            if mark.torn && file == own {
                findings.push(Finding::BadLine { file, line: mark.lines + 1, why: Reason::Torn });
            }
            if mark.version > VERSION {
                findings.push(Finding::NewerFile { file, version: mark.version });
            }
            if let Some(device) = mark.device.filter(|&device| device != file) {
                findings.push(Finding::Misnamed { file, device });
            }
        }
        findings.extend(self.refused.iter().map(|(&file, &why)| Finding::Unread { file, why }));
        for (&device, seen) in &self.seen {
            findings.extend(seen.holes().map(|(first, last)| Finding::Hole { device, first, last }));
        }
        findings.extend(self.forks.iter().map(|&event| Finding::Fork { event }));
        for (&device, &(at, seq)) in &self.latest {
            let hours = now.map_or(0, |now| (at - now.timestamp()) / 3600);
            if hours >= 24 {
                findings.push(Finding::ClockAhead { event: EventId { device, seq }, hours });
            }
        }
        findings
    }
}

/// Whether the file still has the line that was read of it last.
fn still(shelf: &dyn Shelf, file: DeviceId, mark: &Mark) -> bool {
    let there =
        |last: read::LastLine| shelf.open(file, last.start).is_ok_and(|(_, input)| last.is_next(input));
    mark.last.is_none_or(there)
}

/// The place of an event's line; a header has none.
pub(super) fn stamp_of(line: &Line) -> Option<Stamp> {
    match line {
        Line::Header { .. } => None,
        Line::Event(event) => Some(event.stamp),
        Line::Newer(stamp) => Some(*stamp),
    }
}
