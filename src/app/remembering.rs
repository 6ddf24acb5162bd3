//! What of each skill is remembered, worked out when it is first asked for and as seldom as can be.

use std::cell::OnceCell;

use crate::domain::{Day, Progress, Roadmap, Standing, WorkedOut};
use crate::engine::review::Memories;
use crate::store::memory_cache::MemoryCache;

/// How many ratings must be gone through anew before it pays to keep what they came to.
const WORTH_KEEPING: usize = 1000;

/// The memories of now, and what was worked out before.
#[derive(Debug, Default)]
pub(super) struct Remembering {
    cache: MemoryCache,
    before: OnceCell<WorkedOut>,
    now: OnceCell<Memories>,
}

impl Remembering {
    /// The same with what is worked out kept there.
    pub(super) fn kept_in(self, cache: MemoryCache) -> Self {
        Self { cache, ..self }
    }

    /// The memories of now, as [`Memories::of`] has them.
    pub(super) fn memories(
        &self,
        roadmap: &Roadmap,
        standing: &Standing,
        progress: &Progress,
        (retention, today): (f32, Day),
    ) -> &Memories {
        self.now.get_or_init(|| {
            let before = self.before.get_or_init(|| self.cache.load());
            let memories = Memories::of(roadmap, standing, progress, (retention, today), before);
            if memories.fresh() >= WORTH_KEEPING {
                self.cache.save(memories.worked_out());
            }
            memories
        })
    }

    /// Lets go of the memories of now, since something has changed, and keeps what they were worked out from.
    pub(super) fn forget(&mut self) {
        if let Some(memories) = self.now.take() {
            self.before = OnceCell::from(memories.worked_out().clone());
        }
    }
}
