//! One skill's card as a JSON value, under the names that its file has.

use serde::Serialize;

use crate::app::Session;
use crate::app::page::Card;
use crate::cli::values::{figure, ids};
use crate::domain::{Node, Roadmap};

#[derive(Serialize)]
pub(super) struct Value<'a> {
    id: &'a str,
    was: Vec<&'a str>,
    title: &'a str,
    track: &'a str,
    stage: &'a str,
    hours: [f32; 2],
    level: &'static str,
    requires: Vec<String>,
    helps: Vec<String>,
    opens: Vec<String>,
    aliases: Vec<&'a str>,
    why: &'a str,
    about: &'a str,
    outcomes: Vec<Outcome<'a>>,
    practice: &'a str,
    resources: Vec<Resource<'a>>,
    prompts: Vec<Prompt<'a>>,
    evidence: Vec<Evidence<'a>>,
    status: &'static str,
    recall: Option<Recall>,
    hours_left: f64,
    note: Option<&'a str>,
    links: Vec<Link<'a>>,
    minutes_logged: u64,
}

#[derive(Serialize)]
struct Recall {
    now: f64,
    due: String,
    fading: bool,
}

#[derive(Serialize)]
struct Outcome<'a> {
    text: &'a str,
    ticked: bool,
}

#[derive(Serialize)]
struct Resource<'a> {
    title: &'a str,
    url: &'a str,
    kind: &'static str,
    free: bool,
}

#[derive(Serialize)]
struct Prompt<'a> {
    ask: &'a str,
    answer: &'a str,
}

#[derive(Serialize)]
struct Evidence<'a> {
    path: &'a str,
    contains: Option<&'a str>,
}

#[derive(Serialize)]
struct Link<'a> {
    to: &'a str,
    title: Option<&'a str>,
    day: String,
}

/// The value of a card.
pub(super) fn of<'a>(session: &'a Session, card: &'a Card) -> Value<'a> {
    let roadmap = session.roadmap();
    let told = roadmap.skill(card.skill);
    Value {
        id: told.id.as_str(),
        was: told.was.iter().map(|was| was.as_str()).collect(),
        title: &told.title,
        track: roadmap.track_of(card.skill).id.as_str(),
        stage: roadmap.stage_of(card.skill).id.as_str(),
        hours: [told.hours.low, told.hours.high],
        level: told.level.word(),
        requires: node_ids(roadmap, &told.requires),
        helps: node_ids(roadmap, &told.helps),
        opens: ids(roadmap, &card.opens),
        aliases: told.aliases.iter().map(|alias| alias.as_str()).collect(),
        why: &told.details.why,
        about: &told.details.about,
        outcomes: told
            .outcomes
            .iter()
            .zip(&card.ticked)
            .map(|(outcome, &ticked)| Outcome { text: &outcome.text, ticked })
            .collect(),
        practice: &told.details.practice,
        resources: told
            .details
            .resources
            .iter()
            .map(|one| Resource { title: &one.title, url: &one.url, kind: one.kind.word(), free: one.free })
            .collect(),
        prompts: told.prompts.iter().map(|one| Prompt { ask: &one.ask, answer: &one.answer }).collect(),
        evidence: told
            .details
            .evidence
            .iter()
            .map(|one| Evidence { path: &one.path, contains: one.contains.as_deref() })
            .collect(),
        status: card.status.word(),
        recall: card.recall.map(|recall| Recall {
            now: figure(recall.now),
            due: recall.due.to_string(),
            fading: recall.fades,
        }),
        hours_left: figure(card.hours_left),
        note: card.said.note_text().map(|note| note.as_str()),
        links: card
            .said
            .live_links()
            .map(|(to, link)| Link { to, title: link.title.as_deref(), day: link.day.to_string() })
            .collect(),
        minutes_logged: card.said.minutes,
    }
}

fn node_ids(roadmap: &Roadmap, nodes: &[Node]) -> Vec<String> {
    nodes.iter().map(|&node| roadmap.node_id(node).to_string()).collect()
}
