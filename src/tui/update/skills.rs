//! What is done to the skill in focus.

use super::{clock, moves};
use crate::app::{Intent, Session};
use crate::domain::{Goal, Mark, Node, SkillIx, Status, is_web_address};
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::model::Model;
use crate::tui::place::Pane;
use crate::tui::state::overlay::{Listed, Overlay, Text};
use crate::tui::widget::card::Item;

/// Does an action on the skill in focus.
pub(super) fn act(model: &mut Model, session: &Session, action: Action) -> Vec<Effect> {
    if action == Action::Open {
        return open(model, session);
    }
    let Some(skill) = model.target(session) else {
        let said = if model.choice(session).is_some() {
            format!("A choice is in focus; {} shows its options.", model.manner.keymap.shown(Action::Open))
        } else {
            "No skill is in focus here.".to_owned()
        };
        model.say(said);
        return Vec::new();
    };
    match action {
        Action::Step => step(model, session, skill),
        Action::Clock => clock::toggle(model, session, skill),
        Action::Start => mark(model, session, skill, Mark::Start),
        Action::Done => done(model, session, skill),
        Action::Skip => mark(model, session, skill, Mark::Skip),
        Action::Reset => mark(model, session, skill, Mark::Reset),
        Action::TakeAsGoal => {
            let goal = Goal::Skill(session.roadmap().skill(skill).id.clone());
            vec![Effect::Record(vec![Intent::Goal(Some(goal))])]
        }
        Action::LogTime => {
            model.overlay = Some(Overlay::LogTime {
                of_clock: false,
                skill,
                line: tui_input::Input::default(),
                wrong: None,
            });
            Vec::new()
        }
        Action::Why => {
            model.overlay = Some(Overlay::Text { of: Text::Why(skill), top: 0 });
            Vec::new()
        }
        Action::EditNote => {
            let said = session.progress().of(session.roadmap().skill(skill));
            let draft = model.draft.as_ref().filter(|(of, _)| *of == skill).map(|(_, text)| text.clone());
            let text = draft.or_else(|| said.note_text().map(ToString::to_string)).unwrap_or_default();
            vec![Effect::EditNote(skill, text)]
        }
        Action::OpenLink => open_link(model, session, skill),
        Action::CopyId => {
            let link = chosen_link(model, session);
            vec![Effect::Copy(link.unwrap_or_else(|| session.roadmap().skill(skill).id.to_string()))]
        }
        Action::CopyCard => vec![Effect::Copy(as_markdown(session, skill))],
        _ => Vec::new(),
    }
}

/// Opens what is in focus: from the list the card, on the card what the chosen row stands for.
fn open(model: &mut Model, session: &Session) -> Vec<Effect> {
    if let Some(choice) = model.choice(session) {
        model.open_list(Listed::Options(choice));
        return Vec::new();
    }
    if model.place.pane == Pane::List {
        moves::go(model, session, Action::Right);
        return Vec::new();
    }
    let Some(skill) = model.focus() else { return Vec::new() };
    match model.chosen(session) {
        Some(Item::Outcome(_)) => step(model, session, skill),
        Some(Item::Need(Node::Skill(to)) | Item::Opens(to)) => {
            moves::visit(model, session, to);
            Vec::new()
        }
        Some(Item::Resource(_) | Item::Link(_)) => open_link(model, session, skill),
        Some(Item::Need(Node::Choice(_))) | None => Vec::new(),
    }
}

/// On an outcome of the card, ticks it; elsewhere takes the skill one step on.
fn step(model: &mut Model, session: &Session, skill: SkillIx) -> Vec<Effect> {
    if let Some(Item::Outcome(outcome)) = model.chosen(session) {
        let ticked = model.pages.card.as_ref().and_then(|card| card.ticked.get(outcome)).copied();
        let on = ticked != Some(true);
        return vec![Effect::Record(vec![Intent::Tick { skill, outcome, on }])];
    }
    match session.standing().status(skill) {
        Status::Locked | Status::Ready => mark(model, session, skill, Mark::Start),
        Status::Learning => done(model, session, skill),
        Status::Done | Status::Known | Status::Skipped => {
            model.say(format!("It is {} already.", session.standing().status(skill).word()));
            Vec::new()
        }
    }
}

/// Marks a skill done; asks first where a prerequisite is missing.
fn done(model: &mut Model, session: &Session, skill: SkillIx) -> Vec<Effect> {
    let roadmap = session.roadmap();
    let missing = session.standing().missing(roadmap, skill);
    if missing.is_empty() || session.standing().status(skill) == Status::Done {
        return mark(model, session, skill, Mark::Done);
    }
    let titles: Vec<&str> = missing.iter().map(|&node| roadmap.node_title(node).as_str()).collect();
    let text = vec![
        format!("{} rests on what is not had yet: {}.", roadmap.skill(skill).title, titles.join(", ")),
        "Mark it done all the same?".to_owned(),
    ];
    let intents = vec![Intent::Mark { skill, mark: Mark::Done }];
    model.overlay = Some(Overlay::Question { text, intents });
    Vec::new()
}

fn mark(model: &mut Model, session: &Session, skill: SkillIx, mark: Mark) -> Vec<Effect> {
    let said = session.progress().of(session.roadmap().skill(skill));
    let now = said.marked().map(|marked| marked.mark);
    if now == Some(mark) || (mark == Mark::Reset && now.is_none() && !said.is_touched()) {
        model.say(format!("It is {} already.", session.standing().status(skill).word()));
        return Vec::new();
    }
    vec![Effect::Record(vec![Intent::Mark { skill, mark }])]
}

/// The address that the chosen row of the card stands for.
fn chosen_link(model: &Model, session: &Session) -> Option<String> {
    let card = model.pages.card.as_ref()?;
    match model.chosen(session)? {
        Item::Resource(at) => session
            .roadmap()
            .skill(card.skill)
            .details
            .resources
            .get(at)
            .map(|resource| resource.url.to_string()),
        Item::Link(at) => card.said.live_links().nth(at).map(|(to, _)| to.to_string()),
        _ => None,
    }
}

fn open_link(model: &mut Model, session: &Session, skill: SkillIx) -> Vec<Effect> {
    let first =
        || session.roadmap().skill(skill).details.resources.first().map(|resource| resource.url.to_string());
    match chosen_link(model, session).or_else(first) {
        Some(link) if is_web_address(&link, true) => vec![Effect::OpenLink(link)],
        Some(link) => {
            model.say(format!("{link} is no web address; y copies it."));
            Vec::new()
        }
        None => {
            model.say("There is no link here.");
            Vec::new()
        }
    }
}

/// A skill as a piece of markdown to paste: title, why and outcomes.
fn as_markdown(session: &Session, skill: SkillIx) -> String {
    let told = session.roadmap().skill(skill);
    let said = session.progress().of(told);
    let tick = |on: bool| if on { "x" } else { " " };
    let outcomes = told
        .outcomes
        .iter()
        .map(|outcome| format!("- [{}] {}\n", tick(said.has_ticked(outcome.key)), outcome.text));
    format!("## {}\n\n{}\n\n{}", told.title, told.details.why, outcomes.collect::<String>())
}
