//! Keys and clicks in the list of what the learner did.

use super::typing::edit;
use crate::app::{Session, page};
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::input::Key;
use crate::tui::model::Model;
use crate::tui::state::history::History;
use crate::tui::state::overlay::{Overlay, list_height};

/// Opens the list, or where it is open already brings it up to what was read.
pub(super) fn read(model: &mut Model, session: &Session, page: page::History) {
    let height = list_height(model.size);
    match &mut model.overlay {
        Some(Overlay::History(history)) => history.renew(page, session.roadmap(), height),
        overlay => *overlay = Some(Overlay::History(Box::new(History::new(page)))),
    }
}

/// Has the list read anew where it is open: the journal has more in it now.
pub(super) fn read_anew(model: &Model) -> Vec<Effect> {
    if matches!(model.overlay, Some(Overlay::History(_))) { vec![Effect::ReadHistory] } else { Vec::new() }
}

/// A key while the list is open.
pub(super) fn on_key(
    model: &mut Model,
    session: &Session,
    mut history: Box<History>,
    (key, action): (Key, Option<Action>),
) -> Vec<Effect> {
    let height = list_height(model.size);
    let mut effects = Vec::new();
    match action {
        Some(Action::PickerAccept) => effects = correct(&history),
        Some(Action::PickerClose) if history.line.value().is_empty() => return effects,
        Some(Action::PickerClose) => {
            history.line.reset();
            history.search(session.roadmap(), height);
        }
        _ => match action.and_then(|action| action.step_in_picker(height)) {
            Some(step) => history.cursor.step(step, history.rows(), height),
            None if edit(&mut history.line, key) => history.search(session.roadmap(), height),
            None => {}
        },
    }
    model.overlay = Some(Overlay::History(history));
    effects
}

/// A click on a row: it comes into focus, and when it is there already, it is corrected as by the key.
pub(super) fn on_click(model: &mut Model, mut history: Box<History>, row: usize) -> Vec<Effect> {
    let effects = if history.cursor.at == row { correct(&history) } else { Vec::new() };
    history.cursor.go(row, history.rows(), list_height(model.size));
    model.overlay = Some(Overlay::History(history));
    effects
}

/// What takes the act in focus back, or brings it again.
fn correct(history: &History) -> Vec<Effect> {
    let effect = |(events, brings)| if brings { Effect::BringBack(events) } else { Effect::TakeBack(events) };
    history.correction().map(effect).into_iter().collect()
}
