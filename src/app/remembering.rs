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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fixture::{event, id, mark, road, skill};
    use crate::domain::{Act, Clean, Mark, Prompt, SkillIx, TextKey};
    use crate::store::atomic;
    use crate::store::paths::Paths;

    #[test]
    fn whatever_becomes_of_what_was_kept_the_memories_are_the_same() {
        let room = tempfile::tempdir().unwrap();
        let at = |name: &str| room.path().join(name);
        let paths = Paths { data: at("data"), config: at("config"), cache: at("cache"), state: at("state") };
        let mut one = skill("a", 1.0, &[]);
        one.prompts = vec![Prompt { key: TextKey(0), ask: Clean::fixed("?"), answer: Clean::fixed("!") }];
        let road = road(vec![one], vec![], vec![]);
        let mut progress = Progress::default();
        progress.apply(&event(0, 1, 1, 0, mark("a", Mark::Done)));
        for n in 2..2 + WORTH_KEEPING as u64 {
            let rating = 2 + (n % 3) as u8;
            progress.apply(&event(
                0,
                n,
                n,
                (n / 4) as u32,
                Act::Review { skill: id("a"), prompt: TextKey(0), rating },
            ));
        }
        let standing = Standing::of(&road, &progress);
        let memory = || {
            let remembering = Remembering::default().kept_in(MemoryCache::of(&paths));
            let on = (0.9, Day::parse("2027-01-01").unwrap());
            let memories = remembering.memories(&road, &standing, &progress, on);
            (memories.get(SkillIx(0)).copied(), memories.fresh())
        };
        let (anew, fresh) = memory();
        assert!(anew.is_some() && fresh >= WORTH_KEEPING);
        assert_eq!(memory(), (anew, 0), "it was kept");
        for kept in [&b""[..], b"not a cache", &[0xff; 300]] {
            atomic::write(&at("cache").join("memories.v1"), kept, atomic::Keep::Rebuildable).unwrap();
            assert_eq!(memory(), (anew, fresh));
        }
    }
}
