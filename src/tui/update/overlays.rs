//! Keys and text while an overlay is open.

use tui_input::Input as Line;

use super::act::act;
use super::typing::{LONGEST, edit, insert};
use super::{checkin, history, moves};
use crate::app::{Intent, Session, typed};
use crate::domain::{Clean, SkillIx};
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::input::Key;
use crate::tui::model::Model;
use crate::tui::overlay::{Pick, entries, text};
use crate::tui::state::overlay::{List, Listed, Overlay, list_height};
use crate::tui::widget::cursor::Cursor;

/// A key while an overlay is open.
pub(super) fn on_key(model: &mut Model, session: &Session, key: Key, action: Option<Action>) -> Vec<Effect> {
    match action {
        Some(Action::Quit) if key.ctrl => return vec![Effect::Quit],
        Some(Action::Redraw) => return vec![Effect::Redraw],
        Some(Action::Suspend) => return vec![Effect::Suspend],
        _ => {}
    }
    match model.overlay.take() {
        Some(Overlay::List(list)) => list_key(model, session, list, key, action),
        Some(Overlay::LogTime { of_clock, skill, line, .. }) => {
            log_key(model, session, (skill, of_clock), line, (key, action))
        }
        Some(Overlay::CheckIn(form)) => checkin::on_key(model, session, *form, (key, action)),
        Some(Overlay::History(list)) => history::on_key(model, session, list, (key, action)),
        Some(Overlay::Question { text, intents }) => match action {
            Some(Action::Confirm) => vec![Effect::Record(intents)],
            Some(Action::Decline) => Vec::new(),
            _ => {
                model.overlay = Some(Overlay::Question { text, intents });
                Vec::new()
            }
        },
        Some(Overlay::Text { of, top }) => {
            let last = text::last_top(model, session, of);
            let page = model.areas().list.or(model.areas().side).map_or(1, |area| usize::from(area.height));
            let top = match action {
                Some(Action::Down) => top + 1,
                Some(Action::Up) => top.saturating_sub(1),
                Some(Action::PageDown | Action::HalfDown) => top + page / 2,
                Some(Action::PageUp | Action::HalfUp) => top.saturating_sub(page / 2),
                Some(Action::First) => 0,
                Some(Action::Last) => last,
                _ => return Vec::new(),
            };
            model.overlay = Some(Overlay::Text { of, top: top.min(last) });
            Vec::new()
        }
        None => Vec::new(),
    }
}

/// Pasted text goes into the open line, and is never read as keys.
pub(super) fn paste(model: &mut Model, session: &Session, text: &str) {
    let clean = Clean::line(text.get(..text.floor_char_boundary(LONGEST)).unwrap_or_default());
    match model.overlay.take() {
        Some(Overlay::List(mut list)) => {
            insert(&mut list.line, &clean);
            reset(model, session, &mut list);
            model.overlay = Some(Overlay::List(list));
        }
        Some(Overlay::LogTime { of_clock, skill, mut line, .. }) => {
            insert(&mut line, &clean);
            model.overlay = Some(Overlay::LogTime { of_clock, skill, line, wrong: None });
        }
        Some(Overlay::CheckIn(mut form)) => {
            insert(&mut form.line, &clean);
            form.cursor = Cursor::default();
            model.overlay = Some(Overlay::CheckIn(form));
        }
        Some(Overlay::History(mut list)) => {
            insert(&mut list.line, &clean);
            list.search(session.roadmap(), list_height(model.size));
            model.overlay = Some(Overlay::History(list));
        }
        other => model.overlay = other,
    }
}

/// Picks a row of the open list.
pub(super) fn pick_at(model: &mut Model, session: &Session, at: usize) -> Vec<Effect> {
    match model.overlay.take() {
        Some(Overlay::List(list)) => pick(model, session, &list, at),
        Some(Overlay::CheckIn(mut form)) => {
            form.cursor.at = at;
            checkin::take(model, session, *form)
        }
        Some(Overlay::History(list)) => history::on_click(model, list, at),
        other => {
            model.overlay = other;
            Vec::new()
        }
    }
}

fn list_key(
    model: &mut Model,
    session: &Session,
    mut list: List,
    key: Key,
    action: Option<Action>,
) -> Vec<Effect> {
    let height = list_height(model.size);
    match action {
        Some(Action::PickerAccept) => return pick(model, session, &list, list.cursor.at),
        Some(Action::PickerClose) if list.line.value().is_empty() => return Vec::new(),
        Some(Action::PickerClose) => {
            list.line.reset();
            reset(model, session, &mut list);
        }
        _ => match action.and_then(|action| action.step_in_picker(height)) {
            Some(step) => {
                let rows = entries(model, session, &list).len();
                list.cursor.step(step, rows, height);
            }
            None if edit(&mut list.line, key) => reset(model, session, &mut list),
            None => {}
        },
    }
    model.overlay = Some(Overlay::List(list));
    Vec::new()
}

fn pick(model: &mut Model, session: &Session, list: &List, at: usize) -> Vec<Effect> {
    let all = entries(model, session, list);
    let Some(entry) = all.get(at) else {
        model.overlay = Some(Overlay::List(list.clone()));
        return Vec::new();
    };
    match &entry.pick {
        Pick::Run(action) => act(model, session, *action),
        Pick::Choice(choice) => {
            model.open_list(Listed::Options(*choice));
            Vec::new()
        }
        Pick::Option(choice, skill) => {
            let picked = session.progress().picked(&session.roadmap().choice(*choice).id);
            if picked == Some(&session.roadmap().skill(*skill).id) {
                model.say("That is the option you take already.");
                return Vec::new();
            }
            vec![Effect::Record(vec![Intent::Pick { choice: *choice, skill: *skill }])]
        }
        Pick::Goal(goal) => vec![Effect::Record(vec![Intent::Goal(goal.clone())])],
        Pick::Skill(skill) => {
            let found = all.iter().filter_map(|entry| match entry.pick {
                Pick::Skill(skill) => Some(skill),
                _ => None,
            });
            model.visits.remember(found.collect());
            moves::visit(model, session, *skill);
            Vec::new()
        }
    }
}

fn log_key(
    model: &mut Model,
    session: &Session,
    (skill, of_clock): (SkillIx, bool),
    mut line: Line,
    (key, action): (Key, Option<Action>),
) -> Vec<Effect> {
    let mut wrong = None;
    match action {
        Some(Action::PickerAccept) if of_clock && line.value().trim() == "0" => {
            return vec![Effect::CancelClock];
        }
        Some(Action::PickerClose) if line.value().is_empty() => return Vec::new(),
        Some(Action::PickerClose) => line.reset(),
        Some(Action::PickerAccept) => match typed::minutes(line.value()) {
            Ok(minutes) => {
                // It stays open until the time is recorded, so that a failure loses nothing that was typed.
                model.overlay = Some(Overlay::LogTime { of_clock, skill, line, wrong: None });
                if of_clock {
                    return vec![Effect::StopClock(Some(minutes))];
                }
                let day = session.today();
                return vec![Effect::Record(vec![Intent::Study { skill, minutes, day, note: None }])];
            }
            Err(error) => wrong = Some(error.hints.first().cloned().unwrap_or(error.message)),
        },
        _ => {
            edit(&mut line, key);
        }
    }
    model.overlay = Some(Overlay::LogTime { of_clock, skill, line, wrong });
    Vec::new()
}

/// After the text changed: the best row is in focus.
fn reset(model: &Model, session: &Session, list: &mut List) {
    let rows = entries(model, session, list).len();
    list.cursor = Cursor::default();
    list.cursor.go(0, rows, list_height(model.size));
}
