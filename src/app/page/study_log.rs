//! The study log: every session that was not taken back.

use crate::app::{AppError, Session};
use crate::domain::{Act, Clean, Day};
use crate::export::study_log::LogLine;

/// The sessions since a day, or all of them, the oldest first.
///
/// # Errors
/// Fails if the journal cannot be read.
pub fn study_log(session: &mut Session, since: Option<Day>) -> Result<Vec<LogLine>, AppError> {
    let events = session.history()?;
    let roadmap = session.roadmap();
    let line = |act: Act| {
        let Act::Study { skill, minutes, day, note } = act else { return None };
        if since.is_some_and(|since| day < since) {
            return None;
        }
        let known = roadmap.names().skill(skill.as_str()).map(|ix| roadmap.skill(ix));
        let stage = known.map(|skill| roadmap.stage(skill.stage));
        Some(LogLine {
            day,
            skill: known.map_or(skill, |known| known.id.clone()),
            title: known.map(|known| known.title.clone()).unwrap_or_default(),
            track: stage.map(|stage| roadmap.track(stage.track).title.clone()).unwrap_or_default(),
            stage: stage.map(|stage| stage.title.clone()).unwrap_or_default(),
            minutes,
            note: note.unwrap_or_else(Clean::default),
        })
    };
    let live = events.into_iter().filter(|(_, undone)| !undone);
    let mut lines: Vec<LogLine> = live.filter_map(|(event, _)| line(event.act)).collect();
    lines.sort_by_key(|line| line.day);
    Ok(lines)
}
