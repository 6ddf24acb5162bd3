//! What is due, as JSON values.

use serde::Serialize;

use crate::app::Session;
use crate::cli::values::figure;
use crate::engine::review::Due;

#[derive(Serialize)]
pub(super) struct Value {
    id: String,
    title: String,
    prompt: String,
    ask: String,
    answer: String,
    since: String,
    recall: f64,
    again: bool,
    intervals: [u32; 4],
}

/// The value of a skill that is due.
pub(super) fn of(session: &Session, due: &Due) -> Value {
    let told = session.roadmap().skill(due.skill);
    let prompt = &told.prompts[due.prompt];
    let next = session.memories().next(due.skill, session.today());
    Value {
        id: told.id.to_string(),
        title: told.title.to_string(),
        prompt: prompt.key.to_string(),
        ask: prompt.ask.to_string(),
        answer: prompt.answer.to_string(),
        since: due.since.to_string(),
        recall: figure(due.recall),
        again: due.again,
        intervals: next.map(|next| next.days),
    }
}
