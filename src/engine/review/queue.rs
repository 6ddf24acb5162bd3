//! What is due on a day, and which prompt is asked.

use super::memories::Memories;
use crate::domain::{Day, Progress, Roadmap, Skill, SkillIx, SkillProgress};

/// Seconds that a prompt takes, from reading it to rating it.
const SECONDS: usize = 40;

/// A skill that is due.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Due {
    /// Which skill.
    pub skill: SkillIx,
    /// Which of its prompts is asked, from 0.
    pub prompt: usize,
    /// Since which day.
    pub since: Day,
    /// How likely it is to be remembered, from 0 to 1.
    pub recall: f64,
    /// Whether it was missed today and is asked again for that.
    pub again: bool,
}

/// How many are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// So many skills on a day, those that were reviewed already among them.
    ADay(usize),
    /// So many now, whatever was reviewed already.
    Now(usize),
}

/// What is due on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Queue {
    /// What to ask, in this order: the longest due first, of one day the weakest, and last what was missed today.
    pub due: Vec<Due>,
    /// How many more are due and wait for another day.
    pub waiting: usize,
    /// How many skills were reviewed on that day.
    pub reviewed: usize,
    /// How many come due on the day after, those that wait not among them.
    pub tomorrow: usize,
    /// The day on which the next one comes due, if none is now.
    pub next: Option<Day>,
}

/// What is due on `day`.
///
/// A skill that was missed today is asked again today, at the end, until it is remembered; it does not count
/// against the limit a second time.
pub fn queue(roadmap: &Roadmap, progress: &Progress, memories: &Memories, day: Day, limit: Limit) -> Queue {
    let (mut fresh, mut again) = (Vec::new(), Vec::new());
    let (mut reviewed, mut tomorrow, mut next) = (0, 0, None::<Day>);
    for (skill, memory) in memories.all() {
        let rated_today = memory.last >= day && was_recalled_on(&progress.of(roadmap.skill(skill)), day);
        reviewed += usize::from(rated_today);
        let missed = rated_today && memory.is_missed;
        if memory.due > day && !missed {
            tomorrow += usize::from(memory.due.since(day) == 1);
            next = Some(next.map_or(memory.due, |next| next.min(memory.due)));
            continue;
        }
        let recall = memories.recall(skill, day).unwrap_or(1.0);
        let one = (skill, memory.due.min(day), recall);
        if missed { again.push(one) } else { fresh.push(one) }
    }
    fresh.sort_by(|(_, since, recall), (_, other, of_other)| {
        since.cmp(other).then(recall.total_cmp(of_other))
    });
    let most = match limit {
        Limit::ADay(most) => most.saturating_sub(reviewed),
        Limit::Now(most) => most,
    };
    let waiting = fresh.len().saturating_sub(most);
    fresh.truncate(most);
    // Those that wait need no prompt yet, and it takes all recalls of a skill to tell which.
    let asked = |(again, (skill, since, recall))| {
        let told = roadmap.skill(skill);
        let prompt = prompt(told, &progress.of(told), again)?;
        Some(Due { skill, prompt, since, recall, again })
    };
    let fresh = fresh.into_iter().map(|one| (false, one));
    let due = fresh.chain(again.into_iter().map(|one| (true, one))).filter_map(asked).collect();
    Queue { due, waiting, reviewed, tomorrow, next }
}

/// Which prompt of a skill is asked, from 0: the one that was asked longest ago, and of those that were never asked
/// the first. After a miss it is the one that was missed. None where the skill has no prompts.
pub fn prompt(skill: &Skill, said: &SkillProgress, after_miss: bool) -> Option<usize> {
    let place = |key| skill.prompts.iter().position(|prompt| prompt.key == key);
    let missed = said.recalls.newest().filter(|_| after_miss).and_then(|recall| place(recall.prompt));
    let mut asked = vec![None; skill.prompts.len()];
    for recall in said.recalls.iter() {
        if let Some(prompt) = place(recall.value.prompt) {
            asked[prompt] = asked[prompt].max(Some(recall.stamp));
        }
    }
    missed.or_else(|| (0..asked.len()).min_by_key(|&prompt| asked[prompt]))
}

/// About how many minutes so many prompts take; 0 for none.
pub fn minutes(prompts: usize) -> usize {
    (prompts * SECONDS).div_ceil(60)
}

fn was_recalled_on(said: &SkillProgress, day: Day) -> bool {
    said.recalls.iter().any(|recall| recall.value.day == day)
}
