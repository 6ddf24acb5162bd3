//! What of each skill is remembered.

use super::history::history;
use super::scheduler::{Memory, Next, Scheduler};
use crate::domain::{Day, Progress, Roadmap, SkillIx, Standing, Status};

/// What of each skill of a roadmap is remembered: of those that are done, and of those known before that were
/// reviewed. A skill without prompts has nothing to ask, so it never fades.
#[derive(Clone, Debug)]
pub struct Memories {
    scheduler: Scheduler,
    memories: Vec<Option<Memory>>,
}

impl Memories {
    /// What `progress` leaves of each skill; `today` tells which days cannot be.
    pub fn of(
        roadmap: &Roadmap,
        standing: &Standing,
        progress: &Progress,
        retention: f32,
        today: Day,
    ) -> Self {
        let scheduler = Scheduler::new(progress.fit(), retention);
        let memories = roadmap.skills().map(|(ix, skill)| {
            let status = standing.status(ix);
            if skill.prompts.is_empty() || !matches!(status, Status::Done | Status::Known) {
                return None;
            }
            scheduler.memory(&history(&progress.of(skill), today))
        });
        Self { memories: memories.collect(), scheduler }
    }

    /// What of a skill is remembered, if it is one that is reviewed.
    pub fn get(&self, skill: SkillIx) -> Option<&Memory> {
        self.memories.get(skill.at())?.as_ref()
    }

    /// All skills that are reviewed, in road order.
    pub fn all(&self) -> impl Iterator<Item = (SkillIx, &Memory)> {
        let all = self.memories.iter().enumerate();
        all.filter_map(|(at, memory)| Some((SkillIx::new(at), memory.as_ref()?)))
    }

    /// How likely a skill is to be remembered on a day, from 0 to 1.
    pub fn recall(&self, skill: SkillIx, day: Day) -> Option<f64> {
        self.get(skill).map(|memory| f64::from(self.scheduler.recall(memory, day)))
    }

    /// Whether a skill is had and its recall has sunk to the wanted retention on this day.
    pub fn fades(&self, skill: SkillIx, day: Day) -> bool {
        self.get(skill).is_some_and(|memory| memory.due <= day)
    }

    /// What each rating of a skill would come to on a day.
    pub fn next(&self, skill: SkillIx, day: Day) -> [Next; 4] {
        self.scheduler.next(self.get(skill), day)
    }
}
