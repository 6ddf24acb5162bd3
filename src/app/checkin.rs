//! A check-in: what was done on which skills, gathered question by question, and written down as one act.

use super::{AppError, Intent, Session};
use crate::domain::{Clean, Event, SkillIx, Status};
use crate::engine::suggest;

/// Skills that are offered.
const OFFERED: usize = 7;

/// What was done on one skill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worked {
    /// Which skill.
    pub skill: SkillIx,
    /// How long, in minutes.
    pub minutes: Option<u32>,
    /// Outcomes that are reached now, from 0.
    pub ticked: Vec<usize>,
    /// What was noted.
    pub note: Option<Clean>,
    /// What shows it: an address or a path.
    pub link: Option<Clean>,
}

impl Worked {
    /// A skill of which nothing was answered yet.
    pub fn on(skill: SkillIx) -> Self {
        Self { skill, minutes: None, ticked: Vec::new(), note: None, link: None }
    }

    /// The outcomes that are open, from 0.
    pub fn open_outcomes(&self, session: &Session) -> Vec<usize> {
        let told = session.roadmap().skill(self.skill);
        let said = session.progress().of(told);
        let outcomes = told.outcomes.iter().enumerate();
        outcomes.filter(|(_, outcome)| !said.has_ticked(outcome.key)).map(|(at, _)| at).collect()
    }

    /// The minutes that the clock proposes: those it has run on this skill, unless it was forgotten.
    pub fn clock(&self, session: &Session) -> Option<u32> {
        let timer = session.timer().filter(|timer| !timer.is_forgotten(session.now()))?;
        let minutes = timer.minutes(session.now());
        (session.timed() == Some(self.skill) && minutes > 0).then_some(minutes)
    }

    /// Whether the time is that of the clock, which is over once it is written down.
    fn ends_clock(&self, session: &Session) -> bool {
        self.minutes.is_some() && session.timed() == Some(self.skill)
    }

    /// What it comes to, beside what was answered before it.
    fn intents(&self, session: &Session, earlier: &[Intent]) -> Vec<Intent> {
        let skill = self.skill;
        let ticks = self.ticked.iter().map(|&outcome| Intent::Tick { skill, outcome, on: true });
        let mut intents: Vec<Intent> = ticks.collect();
        let timer = session.timer().filter(|_| self.ends_clock(session));
        let day = timer.map_or(session.today(), |timer| timer.day());
        match (self.minutes, self.note.clone()) {
            (Some(minutes), note) => intents.push(Intent::Study { skill, minutes, day, note }),
            (None, Some(note)) => intents.push(noted(session, earlier, skill, &note)),
            (None, None) => {}
        }
        intents.extend(self.link.clone().map(|to| Intent::Link { skill, to, title: None }));
        intents
    }
}

/// A note without study time: it goes below the one that there is, or that was written earlier in the check-in.
fn noted(session: &Session, earlier: &[Intent], skill: SkillIx, note: &Clean) -> Intent {
    let said = session.progress().of(session.roadmap().skill(skill));
    let just_now = earlier.iter().rev().find_map(|intent| match intent {
        Intent::Note { skill: of, text } if *of == skill => Some(text),
        _ => None,
    });
    let text = match just_now.or(said.note_text()).filter(|text| !text.is_empty()) {
        Some(old) => Clean::prose(&format!("{old}\n\n{note}")),
        None => note.clone(),
    };
    Intent::Note { skill, text }
}

/// The skills that one most likely worked on, the likeliest first: the one that the clock runs on, those under way by
/// when time was spent on them last, then the next steps of the plan.
pub fn offered(session: &Session) -> Vec<SkillIx> {
    let (roadmap, standing, progress) = (session.roadmap(), session.standing(), session.progress());
    let last = |skill: SkillIx| progress.of(roadmap.skill(skill)).studied.map(|(_, last)| last);
    let skills = roadmap.skills().map(|(skill, _)| skill);
    let mut under_way: Vec<SkillIx> =
        skills.filter(|&skill| standing.status(skill) == Status::Learning).collect();
    under_way.sort_by_key(|&skill| std::cmp::Reverse(last(skill)));
    let steps = suggest::advise(roadmap, standing, progress, session.goal()).steps;
    let all = session.timed().into_iter().chain(under_way).chain(steps.iter().map(|step| step.skill));
    let mut offered = Vec::new();
    for skill in all {
        if !offered.contains(&skill) && offered.len() < OFFERED {
            offered.push(skill);
        }
    }
    offered
}

/// What a check-in comes to, in the order in which it was answered.
pub fn intents(session: &Session, worked: &[Worked]) -> Vec<Intent> {
    worked.iter().fold(Vec::new(), |mut intents, worked| {
        let more = worked.intents(session, &intents);
        intents.extend(more);
        intents
    })
}

/// Writes a check-in down as one act. The clock is over then if its skill got minutes.
///
/// # Errors
/// Fails if the journal cannot be written; nothing has changed then, and the clock runs on.
pub fn write_down(session: &mut Session, worked: &[Worked]) -> Result<Vec<Event>, AppError> {
    let ends_clock = worked.iter().any(|worked| worked.ends_clock(session));
    let events = session.record(intents(session, worked))?;
    if ends_clock {
        session.cancel_timer()?;
    }
    Ok(events)
}
