//! Memories of skills as they were worked out, kept between two runs: over years of reviews it takes longer to work
//! them out than all else that a morning's page needs.

use std::path::PathBuf;

use super::kept;
use super::paths::Paths;
use crate::domain::WorkedOut;

/// Changes with every build whose memories may look different.
const FINGERPRINT: &str = concat!(env!("CARGO_PKG_VERSION"), "/memories 1");

/// Where memories are kept, if anywhere.
#[derive(Clone, Debug, Default)]
pub struct MemoryCache(Option<PathBuf>);

impl MemoryCache {
    /// The one of these folders.
    pub fn of(paths: &Paths) -> Self {
        Self(Some(paths.memory_cache()))
    }

    /// What was worked out before; nothing if nothing was kept.
    pub fn load(&self) -> WorkedOut {
        self.0.as_ref().and_then(|path| kept::load(path, FINGERPRINT)).unwrap_or_default()
    }

    /// Keeps what was worked out. That it cannot be kept is no error: it is worked out again.
    pub fn save(&self, worked_out: &WorkedOut) {
        if let Some(path) = &self.0 {
            kept::save(path, FINGERPRINT, worked_out);
        }
    }
}
