//! The rows of a list overlay.

use super::choices;
use super::entry::{Entry, Pick};
use crate::app::Session;
use crate::domain::Goal;
use crate::engine::find::find;
use crate::engine::readiness;
use crate::export::words;
use crate::tui::action::{ACTIONS, Action, Row, Scope};
use crate::tui::model::Model;
use crate::tui::place::Screen;
use crate::tui::state::overlay::{List, Listed};

/// The rows that match what was typed, best first.
pub fn entries(model: &Model, session: &Session, list: &List) -> Vec<Entry> {
    let typed = list.line.value();
    match list.of {
        Listed::Find => skills(model, session, typed),
        Listed::Commands => commands(model, session, typed),
        Listed::Help => help(model, typed),
        Listed::Goal => goals(model, session, typed),
        Listed::Choices => narrowed(choices::all(model, session), typed),
        Listed::Options(choice) => narrowed(choices::options(model, session, choice), typed),
    }
}

fn skills(model: &Model, session: &Session, typed: &str) -> Vec<Entry> {
    let (roadmap, standing) = (session.roadmap(), session.standing());
    find(roadmap, typed)
        .into_iter()
        .map(|hit| {
            let (sign, word) =
                model.look().glyphs.standing(standing.status(hit.skill), session.fades(hit.skill));
            Entry {
                group: "",
                title: roadmap.skill(hit.skill).title.to_string(),
                letters: hit.letters,
                right: format!("{}  {sign} {word}", roadmap.stage_of(hit.skill).title),
                pick: Pick::Skill(hit.skill),
            }
        })
        .collect()
}

/// The commands that hold here: those for the skill in focus first, mere movement last.
fn commands(model: &Model, session: &Session, typed: &str) -> Vec<Entry> {
    let skill = model.target(session).is_some();
    let holds = |row: &&Row| match row.scope {
        Scope::Picker | Scope::Confirm => false,
        Scope::Question | Scope::Answer => model.place.screen == Screen::Review,
        Scope::Skill => skill,
        Scope::Map => model.place.screen == Screen::Map,
        Scope::Plan => model.place.screen == Screen::Plan,
        Scope::Screens | Scope::Moves => true,
        Scope::Everywhere => row.name != "quit-now",
    };
    let entries = ACTIONS.iter().filter(holds).map(|row| Entry {
        group: "",
        title: row.title.to_owned(),
        letters: Vec::new(),
        right: keys(model, row.action, row.scope),
        pick: Pick::Run(row.action),
    });
    narrowed(entries.collect(), typed)
}

fn help(model: &Model, typed: &str) -> Vec<Entry> {
    let holds = |scope: Scope| match scope {
        Scope::Screens | Scope::Moves | Scope::Everywhere | Scope::Picker => true,
        Scope::Skill => model.place.screen != Screen::Progress,
        Scope::Map => model.place.screen == Screen::Map,
        Scope::Plan => model.place.screen == Screen::Plan,
        Scope::Question | Scope::Answer => model.place.screen == Screen::Review,
        Scope::Confirm => false,
    };
    let entries = ACTIONS.iter().filter(|row| holds(row.scope)).map(|row| Entry {
        group: row.scope.title(),
        title: row.title.to_owned(),
        letters: Vec::new(),
        right: keys(model, row.action, row.scope),
        pick: Pick::Run(row.action),
    });
    narrowed(entries.collect(), typed)
}

fn keys(model: &Model, action: Action, scope: Scope) -> String {
    let keys: Vec<String> = model.manner.keymap.keys(action, scope).map(|key| key.to_string()).collect();
    keys.join("  ")
}

fn goals(model: &Model, session: &Session, typed: &str) -> Vec<Entry> {
    let (roadmap, standing, progress) = (session.roadmap(), session.standing(), session.progress());
    let now = |goal: &Goal| progress.goal() == Some(goal);
    let mut entries: Vec<Entry> = readiness::roles(roadmap, standing, progress)
        .into_iter()
        .map(|near| {
            let role = roadmap.role(near.role);
            let goal = Goal::Role(role.id.clone());
            let mark = if now(&goal) { "your goal  " } else { "" };
            Entry {
                group: "",
                title: role.title.to_string(),
                letters: Vec::new(),
                right: format!(
                    "{mark}{}  {} to go",
                    words::percent(near.ready),
                    words::hours(near.hours_left)
                ),
                pick: Pick::Goal(Some(goal)),
            }
        })
        .collect();
    if progress.goal().is_some() {
        let none = Entry {
            group: "",
            title: "No goal".to_owned(),
            letters: Vec::new(),
            right: String::new(),
            pick: Pick::Goal(None),
        };
        entries.push(none);
    }
    let mut entries = narrowed(entries, typed);
    if !typed.is_empty() {
        entries.extend(skills(model, session, typed).into_iter().map(|entry| {
            let pick = match entry.pick {
                Pick::Skill(skill) => Pick::Goal(Some(Goal::Skill(roadmap.skill(skill).id.clone()))),
                other => other,
            };
            Entry { pick, ..entry }
        }));
    }
    entries
}

/// The entries whose title holds every typed word, in their own order.
fn narrowed(entries: Vec<Entry>, typed: &str) -> Vec<Entry> {
    let words: Vec<String> = typed.to_lowercase().split_whitespace().map(str::to_owned).collect();
    let holds = |entry: &Entry| {
        let text = format!("{} {} {}", entry.group, entry.title, entry.right).to_lowercase();
        words.iter().all(|word| text.contains(word))
    };
    entries.into_iter().filter(holds).collect()
}
