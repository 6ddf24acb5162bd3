//! The suite, run on disk.

use chrono::{DateTime, FixedOffset};
use tempfile::TempDir;

use super::Bench;
use crate::domain::{Act, DeviceId, Event};
use crate::store::journal::{FileJournal, Folded, Journal, JournalError};
use crate::store::paths::Paths;

struct OnDisk {
    room: TempDir,
    journal: FileJournal,
}

fn open(room: &TempDir) -> FileJournal {
    let at = |name| room.path().join(name);
    let paths = Paths { data: at("data"), config: at("config"), cache: at("cache"), state: at("state") };
    FileJournal::open(&paths).unwrap()
}

impl Journal for OnDisk {
    fn device(&self) -> DeviceId {
        self.journal.device()
    }

    fn fold(&mut self) -> Result<Folded, JournalError> {
        // Whoever comes anew must see the same.
        let anew = open(&self.room).fold().unwrap();
        let folded = self.journal.fold()?;
        assert_eq!(
            (&anew.progress, &anew.undone, anew.newer),
            (&folded.progress, &folded.undone, folded.newer)
        );
        Ok(folded)
    }

    fn append(&mut self, at: DateTime<FixedOffset>, acts: Vec<Act>) -> Result<Vec<Event>, JournalError> {
        self.journal.append(at, acts)
    }

    fn events(&mut self) -> Result<Vec<Event>, JournalError> {
        self.journal.events()
    }
}

impl Bench for OnDisk {
    fn new() -> Self {
        let room = tempfile::tempdir().unwrap();
        Self { journal: open(&room), room }
    }

    fn reopened(self) -> Self {
        Self { journal: open(&self.room), ..self }
    }

    fn file(&self, device: DeviceId) -> Vec<u8> {
        let path = self.room.path().join(format!("data/journal/{device}.log"));
        std::fs::read(path).unwrap_or_default()
    }

    fn put(&mut self, device: DeviceId, bytes: &[u8]) {
        let folder = self.room.path().join("data/journal");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join(format!("{device}.log")), bytes).unwrap();
    }
}

suite!(OnDisk);
