//! The journal: facts that are only ever appended, and the progress that they fold to.

mod ahead;
mod compose;
#[cfg(test)]
mod contract;
mod error;
mod file;
mod finding;
mod fix;
mod fold_cache;
#[cfg(test)]
mod laws;
mod lock;
mod memory;
#[cfg(test)]
mod on_disk;
mod read;
mod seen;
mod shelf;
mod snapshot;
mod whole;

use std::sync::Arc;

use chrono::{DateTime, FixedOffset};

use crate::domain::{Act, DeviceId, Event, Progress, Undone};

pub use error::JournalError;
pub use file::FileJournal;
pub use finding::{Finding, Refusal, Renewal};
pub use fix::Fixed;
pub use memory::MemoryJournal;

/// Where facts are kept. The one on disk and the one in memory pass the same suite.
pub trait Journal {
    /// The device whose events [`append`](Self::append) writes. It changes when the journal finds that another
    /// machine writes under the same name, and may change at the first append of all.
    fn device(&self) -> DeviceId;

    /// The state now: from the cache where it holds, else folded whole. Waits for nobody and changes no journal.
    ///
    /// # Errors
    /// If the folder of journals cannot be listed. A file that cannot be read is a [`Finding`].
    fn fold(&mut self) -> Result<Folded, JournalError>;

    /// Writes these acts as events, durable when this returns: one lock, one sync for all of them. Gives back the
    /// events as any reader will read them. No acts write nothing.
    ///
    /// # Errors
    /// If an act cannot be written, nothing is. If the disk fails on the way, some of the acts may be there
    /// afterwards; the next fold tells.
    fn append(&mut self, at: DateTime<FixedOffset>, acts: Vec<Act>) -> Result<Vec<Event>, JournalError>;

    /// Every event of every device in the order of stamps, those that were taken back and those that take back
    /// included.
    ///
    /// # Errors
    /// As [`fold`](Self::fold).
    fn events(&mut self) -> Result<Vec<Event>, JournalError>;
}

/// What a journal folds to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Folded {
    /// What the learner did.
    pub progress: Arc<Progress>,
    /// Which events are taken back.
    pub undone: Undone,
    /// What is odd about the files. A front end says [`Finding::Renewed`], which comes once; `doctor` says all.
    pub findings: Vec<Finding>,
    /// How many events of a newer version were passed over.
    pub newer: u64,
}
