//! What of each skill is remembered.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::history::told;
use super::scheduler::{Next, Scheduler};
use crate::domain::{
    Day, Mark, Memory, Progress, Roadmap, SkillIx, SkillProgress, Stamp, Standing, Status, WorkedOut,
};

/// What of each skill of a roadmap is remembered: of those that are done, and of those known before that were
/// reviewed. A skill without prompts has nothing to ask, so it never fades.
#[derive(Clone, Debug)]
pub struct Memories {
    scheduler: Scheduler,
    memories: Vec<Option<Memory>>,
    worked_out: WorkedOut,
    fresh: usize,
}

impl Memories {
    /// What `progress` leaves of each skill; `today` tells which days cannot be. What was worked out before from the
    /// same ratings is taken from `before`.
    pub fn of(
        roadmap: &Roadmap,
        standing: &Standing,
        progress: &Progress,
        (retention, today): (f32, Day),
        before: &WorkedOut,
    ) -> Self {
        let scheduler = Scheduler::new(progress.fit(), retention);
        let print = Print::of(progress, retention);
        let mut memories = vec![None; roadmap.skills().len()];
        let (mut worked_out, mut fresh) = (WorkedOut::new(), 0);
        for (ix, skill) in roadmap.skills() {
            if skill.prompts.is_empty() || !matches!(standing.status(ix), Status::Done | Status::Known) {
                continue;
            }
            let said = progress.of(skill);
            let print = print.with(&said);
            // No recall is later than the last rating, but being done may be.
            let is_past =
                |memory: &&Memory| memory.last <= today && done(&said).is_none_or(|(_, day)| day <= today);
            match before.get(&print).filter(is_past) {
                Some(&memory) => {
                    memories[ix.at()] = Some(memory);
                    worked_out.insert(print, memory);
                }
                None => {
                    let (rated, is_ahead) = told(&said, today);
                    let memory = scheduler.memory(&rated);
                    memories[ix.at()] = memory;
                    // A day that is still to come was taken for another one, for as long as it is.
                    worked_out.extend(memory.filter(|_| !is_ahead).map(|memory| (print, memory)));
                    fresh += rated.len();
                }
            }
        }
        Self { scheduler, memories, worked_out, fresh }
    }

    /// What was worked out, for the next time.
    pub fn worked_out(&self) -> &WorkedOut {
        &self.worked_out
    }

    /// How many ratings had to be gone through, since their memories had not been worked out before.
    pub fn fresh(&self) -> usize {
        self.fresh
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

/// All that a memory is worked out from, in 64 bits.
struct Print(DefaultHasher);

impl Print {
    /// What all memories of a learner rest on.
    fn of(progress: &Progress, retention: f32) -> Self {
        let mut hasher = DefaultHasher::new();
        let parameters = progress.fit().into_iter().flatten();
        parameters.chain([&retention]).for_each(|number| hasher.write_u32(number.to_bits()));
        Self(hasher)
    }

    /// That with what the memory of one skill rests on: when it was done, and every recall.
    fn with(&self, said: &SkillProgress) -> u64 {
        let mut hasher = self.0.clone();
        done(said).hash(&mut hasher);
        said.recalls.hash_as_they_came(&mut hasher);
        hasher.finish()
    }
}

/// When a skill was marked done, if that is what it is marked.
fn done(said: &SkillProgress) -> Option<(Stamp, Day)> {
    said.mark.filter(|mark| mark.value.mark == Mark::Done).map(|mark| (mark.stamp, mark.value.day))
}
