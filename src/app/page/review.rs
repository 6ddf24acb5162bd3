//! What is due for review, and what is remembered of one skill.

use crate::app::Session;
use crate::domain::{Day, SkillIx};
use crate::engine::review::{self, Due, Limit, Queue, is_missed};

/// How well a skill is remembered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Recall {
    /// How likely it is to be remembered today, from 0 to 1.
    pub now: f64,
    /// The day on which it is asked again.
    pub due: Day,
    /// Whether it has sunk to the wanted retention.
    pub fades: bool,
}

/// How well a skill is remembered, if it is one that is reviewed.
pub fn recall(session: &Session, skill: SkillIx) -> Option<Recall> {
    let (memories, day) = (session.memories(), session.today());
    let due = memories.get(skill)?.due;
    Some(Recall { now: memories.recall(skill, day)?, due, fades: due <= day })
}

/// What a day asks by the settings, and so many beyond.
pub fn day_limit(session: &Session, beyond: usize) -> Limit {
    Limit::ADay(session.settings().review.cap as usize + beyond)
}

/// What is due today.
pub fn review(session: &Session, limit: Limit) -> Queue {
    review::queue(session.roadmap(), session.progress(), session.memories(), session.today(), limit)
}

/// How many of those that come due or wait are asked tomorrow: no more than a day has room for.
pub fn tomorrow(session: &Session, queue: &Queue) -> usize {
    let again = queue.due.iter().filter(|due| due.again).count();
    (queue.tomorrow + queue.waiting + again).min(session.settings().review.cap as usize)
}

/// A prompt of a skill to ask now, due or not; none if it has no prompts.
pub fn ask(session: &Session, skill: SkillIx) -> Option<Due> {
    let (memories, day) = (session.memories(), session.today());
    let told = session.roadmap().skill(skill);
    let said = session.progress().of(told);
    let memory = memories.get(skill);
    let missed_today = said.recalls.newest().is_some_and(|last| last.day == day && is_missed(last.rating));
    Some(Due {
        skill,
        prompt: review::prompt(told, &said, missed_today)?,
        since: memory.map_or(day, |memory| memory.due.min(day)),
        recall: memories.recall(skill, day).unwrap_or(1.0),
        again: missed_today,
    })
}

/// Fits the parameters of the scheduler to the learner's own reviews of all skills.
///
/// # Errors
/// If there are too few, or nothing comes of them.
pub fn fit(session: &Session) -> Result<review::Fitted, review::Unfit> {
    let (progress, day) = (session.progress(), session.today());
    let skills = session.roadmap().skills();
    let histories: Vec<_> = skills.map(|(_, skill)| review::history(&progress.of(skill), day)).collect();
    review::fit(&histories, progress.fit())
}
