//! The suite, run in memory.

use super::{Bench, device};
use crate::domain::DeviceId;
use crate::store::journal::MemoryJournal;

impl Bench for MemoryJournal {
    fn new() -> Self {
        Self::new(device(9))
    }

    fn reopened(self) -> Self {
        self
    }

    fn file(&self, device: DeviceId) -> Vec<u8> {
        self.files.0.get(&device).cloned().unwrap_or_default()
    }

    fn put(&mut self, device: DeviceId, bytes: &[u8]) {
        self.files.0.insert(device, bytes.to_owned());
    }
}

suite!(MemoryJournal);
