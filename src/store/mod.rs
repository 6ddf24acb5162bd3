//! The only code that touches disk, clock, environment and randomness.

pub mod atomic;
pub mod clock;
pub mod device;
pub mod env;
mod fold_cache;
pub mod journal;
mod nofollow;
pub mod paths;

pub use device::DeviceError;
pub use journal::{FileJournal, Finding, Folded, Journal, JournalError, MemoryJournal};
pub use paths::{Paths, PathsError};
