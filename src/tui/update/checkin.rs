//! Keys of a check-in: enter goes on, esc goes back.

use crossterm::event::KeyCode;

use super::typing::edit;
use crate::app::checkin::{self, Worked};
use crate::app::{Session, evidence, typed};
use crate::domain::Clean;
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::input::Key;
use crate::tui::model::Model;
use crate::tui::state::checkin::{CheckIn, SHOWN, Step};
use crate::tui::state::overlay::Overlay;
use crate::tui::widget::cursor::Cursor;

/// A key while a check-in is open.
pub(super) fn on_key(
    model: &mut Model,
    session: &Session,
    mut form: CheckIn,
    (key, action): (Key, Option<Action>),
) -> Vec<Effect> {
    match action {
        Some(Action::PickerAccept) => return take(model, session, form),
        Some(Action::PickerClose) if !form.line.value().is_empty() => form.go(form.step),
        Some(Action::PickerClose) => match before(&form, session) {
            Some(step) => {
                if step == Step::Skill {
                    form.worked.pop();
                }
                form.go(step);
            }
            None => return Vec::new(),
        },
        Some(action) if let Some(step) = action.step_in_picker(SHOWN) => {
            let rows = match form.step {
                Step::Skill => form.offered(session).len(),
                Step::Outcomes => form.open_outcomes(session).len(),
                _ => 0,
            };
            form.cursor.step(step, rows, SHOWN);
        }
        _ if form.step == Step::Outcomes => tick(&mut form, session, key),
        _ if form.step == Step::Whole => {
            if key.typed() == Some('a') {
                form.go(Step::Skill);
            }
        }
        _ => {
            if edit(&mut form.line, key) {
                form.wrong = None;
                form.cursor = Cursor::default();
            }
        }
    }
    model.overlay = Some(Overlay::CheckIn(Box::new(form)));
    Vec::new()
}

/// Takes the answer, and goes to the next question or, after the last, writes it down.
pub(super) fn take(model: &mut Model, session: &Session, mut form: CheckIn) -> Vec<Effect> {
    if form.step == Step::Whole {
        let worked = form.worked.clone();
        if checkin::intents(session, &worked).is_empty() {
            model.say("Nothing to write down. Rest well.");
            return Vec::new();
        }
        // It stays open until it is written down, so that a failure loses nothing that was typed.
        model.overlay = Some(Overlay::CheckIn(Box::new(form)));
        return vec![Effect::CheckIn(worked)];
    }
    match answer(&mut form, session) {
        Ok(()) => {
            let next = after(&form, session);
            form.go(next);
        }
        Err(wrong) => form.wrong = Some(wrong),
    }
    model.overlay = Some(Overlay::CheckIn(Box::new(form)));
    Vec::new()
}

/// Takes in what was answered to the open question.
fn answer(form: &mut CheckIn, session: &Session) -> Result<(), String> {
    let said = |error: crate::app::AppError| error.hints.first().cloned().unwrap_or(error.message);
    let line = Clean::line(form.line.value().trim());
    let some = Some(line.clone()).filter(|line| !line.is_empty());
    if form.step == Step::Skill {
        let offered = form.offered(session);
        let skill = *offered.get(form.cursor.at).ok_or("Nothing matches. Fewer letters find more.")?;
        form.worked.push(Worked::on(skill));
        return Ok(());
    }
    let step = form.step;
    let Some(worked) = form.worked.last_mut() else { return Ok(()) };
    match step {
        Step::Minutes => {
            let typed = some.as_ref().map(|line| typed::minutes(line)).transpose().map_err(said)?;
            worked.minutes = typed.or(worked.clock(session));
        }
        Step::Note => worked.note = some,
        Step::Link => {
            worked.link = some.as_ref().map(|line| evidence::target(line)).transpose().map_err(said)?;
        }
        Step::Skill | Step::Outcomes | Step::Whole => {}
    }
    Ok(())
}

/// Ticks the outcome in focus, or the one whose number was pressed.
fn tick(form: &mut CheckIn, session: &Session, key: Key) {
    let open = form.open_outcomes(session);
    let chosen = match (key.code, key.typed()) {
        (KeyCode::Char(' '), _) => open.get(form.cursor.at).copied(),
        (_, Some(c)) => {
            let at = c.to_digit(10).and_then(|digit| (digit as usize).checked_sub(1));
            at.filter(|at| open.contains(at))
        }
        _ => None,
    };
    let Some(chosen) = chosen else { return };
    let Some(Worked { ticked, .. }) = form.worked.last_mut() else { return };
    match ticked.iter().position(|&other| other == chosen) {
        Some(at) => drop(ticked.remove(at)),
        None => ticked.push(chosen),
    }
    ticked.sort_unstable();
}

fn after(form: &CheckIn, session: &Session) -> Step {
    match form.step {
        Step::Skill => Step::Minutes,
        Step::Minutes if form.open_outcomes(session).is_empty() => Step::Note,
        Step::Minutes => Step::Outcomes,
        Step::Outcomes => Step::Note,
        Step::Note => Step::Link,
        Step::Link | Step::Whole => Step::Whole,
    }
}

fn before(form: &CheckIn, session: &Session) -> Option<Step> {
    match form.step {
        Step::Skill => (!form.worked.is_empty()).then_some(Step::Whole),
        Step::Minutes => Some(Step::Skill),
        Step::Outcomes => Some(Step::Minutes),
        Step::Note if form.open_outcomes(session).is_empty() => Some(Step::Minutes),
        Step::Note => Some(Step::Outcomes),
        Step::Link => Some(Step::Note),
        Step::Whole => Some(Step::Link),
    }
}
