//! From a message to a new state and to what is to be done outside, as data.

mod act;
mod checkin;
mod clock;
mod history;
mod moves;
mod overlays;
mod picture;
mod plan;
mod review;
mod skills;
mod typing;

use act::{act, show};

use super::action::{Action, Scope};
use super::effect::Effect;
use super::hit::Target;
use super::input::{Input, Key};
use super::message::Message;
use super::model::Model;
use super::place::{Pane, Screen};
use super::screen::{figures, outlook};
use super::state::overlay::Overlay;
use crate::app::{AppError, Intent, Session};
use crate::domain::{Act, Clean, Event};
use crate::export::words;

/// Takes a message in, and says what is to be done outside.
pub fn update(model: &mut Model, session: &Session, message: Message) -> Vec<Effect> {
    let areas = model.areas();
    let mut effects = match message {
        Message::Input(input) => on_input(model, session, input),
        Message::Pressed(target, at) => on_press(model, session, target, at),
        Message::Wheeled(target, by) => {
            model.screens.picture.grip = None;
            moves::wheel(model, session, target, by);
            Vec::new()
        }
        Message::Recorded(events) => {
            review::recorded(model, session, &events);
            recorded(model, session, &events);
            Vec::new()
        }
        Message::Undone(events) => {
            review::corrected(model, session, &events, true);
            corrected(model, session, &events, "Undone", "Nothing to undo.");
            history::read_anew(model)
        }
        Message::Redone(events) => {
            review::corrected(model, session, &events, false);
            corrected(model, session, &events, "Redone", "Nothing to redo.");
            history::read_anew(model)
        }
        Message::Stopped(stopped) => {
            clock::stopped(model, session, &stopped);
            Vec::new()
        }
        Message::Started(before) => {
            clock::started(model, session, before.as_ref());
            Vec::new()
        }
        Message::Opened => clock::ask_if_forgotten(model, session),
        Message::MinutePassed => {
            clock::minute_passed(model, session);
            Vec::new()
        }
        Message::HistoryRead(page) => {
            history::read(model, session, page);
            Vec::new()
        }
        Message::CaughtUp => history::read_anew(model),
        Message::NoteWritten(skill, text) => note_written(model, session, skill, text),
        Message::LaidOut(number, layout) => {
            model.take_layout(session, number, layout);
            Vec::new()
        }
        Message::Said(text) => {
            model.say(text);
            Vec::new()
        }
        Message::Failed(error) => {
            failed(model, &error);
            Vec::new()
        }
    };
    model.refresh(session);
    match model.place.screen {
        Screen::Plan => outlook::keep(model, session),
        Screen::Progress => figures::keep(model, session),
        Screen::Today | Screen::Map | Screen::Review => {}
    }
    effects.extend(model.draft_layout().map(Effect::LayOut));
    if model.areas() != areas {
        moves::keep_in_sight(model, session);
    }
    effects
}

/// Where keys are looked up now.
pub fn scopes(model: &Model) -> &'static [Scope] {
    match &model.overlay {
        Some(Overlay::List(_) | Overlay::LogTime { .. } | Overlay::CheckIn(_) | Overlay::History(_)) => {
            &[Scope::Picker]
        }
        Some(Overlay::Question { .. }) => &[Scope::Confirm],
        Some(Overlay::Text { .. }) => &[Scope::Moves],
        None => match model.place.screen {
            Screen::Today => &[Scope::Skill, Scope::Screens, Scope::Moves],
            Screen::Map => &[Scope::Map, Scope::Skill, Scope::Screens, Scope::Moves],
            Screen::Plan => &[Scope::Plan, Scope::Skill, Scope::Screens, Scope::Moves],
            Screen::Review if model.place.pane == Pane::Side => &[Scope::Skill, Scope::Screens, Scope::Moves],
            Screen::Review if model.screens.review.revealed => {
                &[Scope::Answer, Scope::Question, Scope::Screens, Scope::Moves]
            }
            Screen::Review => &[Scope::Question, Scope::Screens, Scope::Moves],
            Screen::Progress => &[Scope::Screens, Scope::Moves],
        },
    }
}

fn on_input(model: &mut Model, session: &Session, input: Input) -> Vec<Effect> {
    match input {
        Input::Resize(columns, rows) => {
            model.size = (columns, rows);
            model.screens.picture.grip = None;
            moves::keep_in_sight(model, session);
            Vec::new()
        }
        Input::Paste(text) => {
            overlays::paste(model, session, &text);
            Vec::new()
        }
        Input::Key(key) => {
            model.talk.now = None;
            model.screens.picture.grip = None;
            on_key(model, session, key)
        }
        Input::Focus => vec![Effect::CatchUp],
        Input::Drag(column, row) => {
            picture::drag(model, (column, row));
            Vec::new()
        }
        Input::Release => match model.screens.picture.let_go() {
            Some(target) => on_click(model, session, target),
            None => Vec::new(),
        },
        Input::Press(..) | Input::Wheel(..) => Vec::new(),
    }
}

fn on_key(model: &mut Model, session: &Session, key: Key) -> Vec<Effect> {
    let action = model.manner.keymap.action(key, scopes(model));
    if model.overlay.is_some() {
        return overlays::on_key(model, session, key, action);
    }
    action.map(|action| act(model, session, action)).unwrap_or_default()
}

/// What is pressed is clicked, but for the picture: that may be about to be dragged, so a click is one when the button
/// goes up again. The small map goes there at once, and on from there.
fn on_press(model: &mut Model, session: &Session, target: Target, at: (u16, u16)) -> Vec<Effect> {
    let on_picture = model.overlay.is_none() && model.place.shows_picture();
    match target {
        Target::Box(_) | Target::Pane(Pane::List) if on_picture => {
            model.screens.picture.take_hold(target, at);
            Vec::new()
        }
        Target::Part(..) if on_picture => {
            let effects = on_click(model, session, target);
            model.screens.picture.take_hold(target, at);
            effects
        }
        _ => on_click(model, session, target),
    }
}

fn on_click(model: &mut Model, session: &Session, target: Target) -> Vec<Effect> {
    model.talk.now = None;
    match target {
        Target::Screen(screen) => {
            model.overlay = None;
            show(model, session, screen);
        }
        Target::Pick(at) => return overlays::pick_at(model, session, at),
        Target::Overlay => {}
        _ if model.overlay.is_some() => model.overlay = None,
        Target::Act(action) => return act(model, session, action),
        Target::Part(x, y) => picture::centre(model, (x, y)),
        Target::Pane(pane) => model.place.pane = pane,
        Target::Box(node) => {
            let again = picture::is_in_focus(model) && model.box_in_focus(session) == Some(node);
            model.place.pane = Pane::List;
            if again {
                return act(model, session, Action::Open);
            }
            picture::focus(model, session, node);
        }
        Target::Row(pane, at) => {
            let again = model.place.pane == pane && moves::row_at(model, session, pane) == at;
            model.place.pane = pane;
            if again {
                return act(model, session, Action::Open);
            }
            moves::go_to_row(model, session, pane, at);
            if pane == Pane::List {
                picture::arrive(model, session);
            }
        }
    }
    Vec::new()
}

fn recorded(model: &mut Model, session: &Session, events: &[Event]) {
    if matches!(model.overlay, Some(Overlay::LogTime { .. } | Overlay::CheckIn(_))) {
        model.overlay = None;
    }
    if events.iter().any(|event| matches!(event.act, Act::Note { .. })) {
        model.draft = None;
    }
    let Some(event) = events.last() else { return };
    let cost = plan::cost_of(model, session, events).map(|cost| format!(". {cost}")).unwrap_or_default();
    let more = if events.len() > 1 { format!(" (and {} more)", events.len() - 1) } else { String::new() };
    let said = sentence(&words::event(session.roadmap(), event));
    let undo = model.manner.keymap.shown(Action::Undo);
    model.say(format!("{said}{more}{cost}  ({undo} undoes it)"));
}

fn corrected(model: &mut Model, session: &Session, events: &[Event], done: &str, none: &str) {
    let said: Vec<String> = events.iter().map(|event| words::event(session.roadmap(), event)).collect();
    model.say(if said.is_empty() { none.to_owned() } else { format!("{done}: {}", said.join("; ")) });
    let event = events.first();
    if let Some(skill) = event.and_then(|event| event.act.skill())
        && let Some(skill) = session.roadmap().names().skill(skill.as_str())
        && model.place.screen == Screen::Map
        && !matches!(event.map(|event| &event.act), Some(Act::Goal(_)))
    {
        let height = model.height(Pane::List);
        model.screens.map.show(session.roadmap(), skill, height);
    }
}

fn note_written(
    model: &mut Model,
    session: &Session,
    skill: crate::domain::SkillIx,
    text: Option<String>,
) -> Vec<Effect> {
    let Some(text) = text else {
        model.complain("The editor ended with an error; the note is as it was.");
        return Vec::new();
    };
    let text = Clean::prose(text.trim());
    let before = session.progress().of(session.roadmap().skill(skill));
    if before.note_text().map_or("", |note| note.as_str()) == text.as_str() {
        model.say("The note is as it was.");
        return Vec::new();
    }
    model.draft = Some((skill, text.to_string()));
    vec![Effect::Record(vec![Intent::Note { skill, text }])]
}

/// Says what failed: where one typed, beside what was typed.
fn failed(model: &mut Model, error: &AppError) {
    let hint = error.hints.first().map(|hint| format!(" See: {hint}")).unwrap_or_default();
    let mut text = format!("{}.{hint}", error.message.trim_end_matches('.'));
    if let Some(Overlay::CheckIn(form)) = &mut model.overlay {
        form.wrong = Some(error.message.clone());
    }
    if let Some(Overlay::LogTime { wrong, .. }) = &mut model.overlay {
        *wrong = Some(text);
        return;
    }
    if model.draft.is_some() {
        let key = model.manner.keymap.shown(Action::EditNote);
        text = format!(
            "{text}\nWhat you wrote is kept until you leave: {key} on the same skill goes on with it."
        );
    }
    model.complain(text);
}

fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
