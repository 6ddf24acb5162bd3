//! Reading all files from their beginning: the fold when there is nothing to go on from, and the list of all events.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::thread::{self, Scope};

use super::ahead::{self, LONG};
use super::read::{self, Found, Mark};
use super::seen::{Met, Sums};
use super::shelf::{Shelf, Stat};
use super::snapshot::{Snapshot, stamp_of};
use super::{JournalError, Refusal};
use crate::domain::{DeviceId, Event, Stamp};
use crate::format::journal::Line;

/// How often files that change under our eyes are read again. What a reading got wrong, the next fold sets right.
const PASSES: usize = 4;

impl Snapshot {
    /// Reads all files from their beginning: once if nothing is taken back and no name is borne twice, else again,
    /// since only then is it known which events to leave out; and again if that changed on the way.
    ///
    /// # Errors
    /// If the files cannot be listed.
    pub(super) fn whole(shelf: &dyn Shelf) -> Result<Self, JournalError> {
        let mut known = Self::default();
        let mut found = Pass::run(shelf, &known)?;
        for _ in 1..PASSES {
            if found.leaves_out_as(&known) {
                break;
            }
            known = found;
            found = Pass::run(shelf, &known)?;
        }
        Ok(found)
    }

    /// Whether the same events would be left out, or folded last, for what the other knows.
    fn leaves_out_as(&self, other: &Self) -> bool {
        let nothing_undone = self.undone.is_empty() && other.undone.is_empty();
        self.forks == other.forks && (nothing_undone || self.undone == other.undone)
    }
}

/// One reading of all files from their beginning.
struct Pass<'a> {
    /// What the pass before found; nothing in the first.
    known: &'a Snapshot,
    snapshot: Snapshot,
    sums: BTreeMap<DeviceId, Sums>,
    /// Those of the device whose event came last, taken out of the rest: mostly the next one is of the same.
    at_hand: (Option<DeviceId>, Sums),
    /// Undos and redos, to be weighed in an order that does not depend on that of the files.
    corrections: Vec<(Stamp, u32, Event)>,
    /// Events that share a name, to be folded last for the same reason. `None` is one of a newer version.
    sharing: Vec<(Stamp, u32, Option<Event>)>,
}

impl<'a> Pass<'a> {
    fn run(shelf: &dyn Shelf, known: &'a Snapshot) -> Result<Snapshot, JournalError> {
        let snapshot = Snapshot::default();
        let mut pass = Self {
            known,
            snapshot,
            sums: BTreeMap::new(),
            at_hand: (None, Sums::default()),
            corrections: Vec::new(),
            sharing: Vec::new(),
        };
        let files = shelf.list()?;
        thread::scope(|scope| pass.read_all(scope, shelf, files));
        Ok(pass.finish())
    }

    /// Reads all files: long ones ahead, one while the one before it is folded, and the first while the short ones are.
    fn read_all<'scope>(
        &mut self,
        scope: &'scope Scope<'scope, '_>,
        shelf: &'scope dyn Shelf,
        files: BTreeMap<DeviceId, Result<Stat, Refusal>>,
    ) {
        let (long, short): (Vec<_>, Vec<_>) =
            files.into_iter().partition(|(_, stat)| stat.is_ok_and(|stat| stat.size >= LONG));
        let mut long = long.into_iter().map(|(file, _)| {
            let begun =
                shelf.open(file, 0).map(|(stat, input)| ahead::begin(scope, input, file, Mark::start(stat)));
            (file, begun)
        });
        let mut next = long.next();
        for (file, stat) in short {
            let read = stat.and_then(|_| self.read_here(shelf, file));
            self.settle(file, read);
        }
        while let Some((file, begun)) = next {
            next = long.next();
            let read = match begun {
                Ok(Some(ahead)) => ahead
                    .finish(&mut |found| self.take(file, found))
                    .map_err(|error| Refusal::Failed(error.kind())),
                Ok(None) => self.read_here(shelf, file),
                Err(why) => Err(why),
            };
            self.settle(file, read);
        }
    }

    fn settle(&mut self, file: DeviceId, read: Result<Mark, Refusal>) {
        match read {
            Ok(mark) => drop(self.snapshot.marks.insert(file, mark)),
            Err(why) => drop(self.snapshot.refused.insert(file, why)),
        }
    }

    fn read_here(&mut self, shelf: &dyn Shelf, file: DeviceId) -> Result<Mark, Refusal> {
        let (stat, input) = shelf.open(file, 0)?;
        let mut mark = Mark::start(stat);
        let read = read::read(input, file, &mut mark, &mut |found| {
            self.take(file, &found);
            ControlFlow::Continue(())
        });
        read.map(|_| mark).map_err(|error| Refusal::Failed(error.kind()))
    }

    fn take(&mut self, file: DeviceId, found: &Found) {
        let (crc, line) = match found {
            Found::Sound(crc, line) => (*crc, line),
            Found::Bad(line, why) => return self.snapshot.damaged(file, *line, *why),
        };
        let Some(stamp) = stamp_of(line) else { return };
        let met = self.sums_of(stamp.event.device).meet(stamp.event.seq, crc);
        if met == Met::Other {
            self.snapshot.forks.insert(stamp.event);
        }
        if let Line::Event(event) = line
            && event.act.is_correction()
        {
            self.corrections.push((stamp, crc, event.clone()));
        }
        if self.known.forks.contains(&stamp.event) {
            let event = if let Line::Event(event) = line { Some(event.clone()) } else { None };
            return self.sharing.push((stamp, crc, event));
        }
        if met != Met::New {
            return;
        }
        self.snapshot.count(line, stamp);
        if let Line::Event(event) = line
            && !self.known.undone.holds(event.id())
        {
            self.snapshot.apply(event);
        }
    }

    fn sums_of(&mut self, device: DeviceId) -> &mut Sums {
        if self.at_hand.0 != Some(device) {
            self.lay_down();
            self.at_hand = (Some(device), self.sums.remove(&device).unwrap_or_default());
        }
        &mut self.at_hand.1
    }

    fn lay_down(&mut self) {
        if let (Some(device), sums) = std::mem::take(&mut self.at_hand) {
            self.sums.insert(device, sums);
        }
    }

    fn finish(mut self) -> Snapshot {
        self.lay_down();
        self.corrections.sort_by_key(|&(stamp, crc, _)| (stamp, crc));
        for (_, _, event) in &self.corrections {
            self.snapshot.undone.apply(event);
        }
        let mut sharing = std::mem::take(&mut self.sharing);
        sharing.sort_by_key(|&(stamp, crc, _)| (stamp, crc));
        sharing.dedup_by_key(|&mut (stamp, crc, _)| (stamp, crc));
        for (stamp, _, event) in sharing {
            let line = event.map_or(Line::Newer(stamp), Line::Event);
            self.snapshot.count(&line, stamp);
            if let Line::Event(event) = &line
                && !self.known.undone.holds(event.id())
            {
                self.snapshot.apply(event);
            }
        }
        self.snapshot.seen = self.sums.iter().map(|(&device, sums)| (device, sums.seen())).collect();
        self.snapshot
    }
}

/// Every event in the order of stamps, each once.
///
/// # Errors
/// If the files cannot be listed.
pub(super) fn events(shelf: &dyn Shelf) -> Result<Vec<Event>, JournalError> {
    let mut events = Vec::new();
    for (file, stat) in shelf.list()? {
        let Ok((stat, input)) = stat.and_then(|_| shelf.open(file, 0)) else { continue };
        let take = &mut |found| {
            if let Found::Sound(crc, Line::Event(event)) = found {
                events.push((crc, event));
            }
            ControlFlow::Continue(())
        };
        // What cannot be read is a finding of the fold.
        let _ = read::read(input, file, &mut Mark::start(stat), take);
    }
    events.sort_by_key(|(crc, event)| (event.stamp, *crc));
    events.dedup_by_key(|(crc, event)| (event.stamp, *crc));
    Ok(events.into_iter().map(|(_, event)| event).collect())
}
