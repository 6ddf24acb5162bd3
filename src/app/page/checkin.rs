//! What a check-in asks about: the skills that one most likely worked on.

use crate::app::{Intent, Session};
use crate::domain::{Clean, SkillIx, Status};
use crate::engine::suggest;

/// Skills that are offered.
const OFFERED: usize = 7;

/// The skills that one most likely worked on, the likeliest first: the one that the clock runs on, those under way by when time
/// was spent on them last, then the next steps of the plan.
pub fn worked_on(session: &Session) -> Vec<SkillIx> {
    let (roadmap, standing, progress) = (session.roadmap(), session.standing(), session.progress());
    let last = |skill: SkillIx| progress.of(roadmap.skill(skill)).studied.map(|(_, last)| last);
    let mut under_way: Vec<SkillIx> = roadmap
        .skills()
        .map(|(skill, _)| skill)
        .filter(|&skill| standing.status(skill) == Status::Learning)
        .collect();
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

/// A note of an evening without study time: it goes below the one that there is.
pub fn noted(session: &Session, skill: SkillIx, note: &Clean) -> Intent {
    let said = session.progress().of(session.roadmap().skill(skill));
    let text = match said.note_text().filter(|text| !text.is_empty()) {
        Some(old) => Clean::prose(&format!("{old}\n\n{note}")),
        None => note.clone(),
    };
    Intent::Note { skill, text }
}
