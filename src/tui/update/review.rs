//! What is done on Review: the answer shown, a recall rated, a prompt left for later.

use crate::app::{Intent, Session};
use crate::domain::{Act, Event, SkillIx};
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::model::Model;
use crate::tui::place::{Pane, Screen};
use crate::tui::screen::review;

/// Does an action of Review, if it is one.
pub(super) fn act(model: &mut Model, session: &Session, action: Action) -> Option<Vec<Effect>> {
    let rating = match action {
        Action::Reveal => {
            reveal(model, session);
            return Some(Vec::new());
        }
        Action::SkipPrompt => {
            let state = &mut model.screens.review;
            let skill =
                model.pages.review.as_ref().and_then(|queue| state.current(queue)).map(|due| due.skill);
            state.skipped.extend(skill);
            return Some(Vec::new());
        }
        Action::RateAgain => 1,
        Action::RateHard => 2,
        Action::RateGood => 3,
        Action::RateEasy => 4,
        _ => return None,
    };
    let state = &model.screens.review;
    let due = model.pages.review.as_ref().and_then(|queue| state.current(queue)).filter(|_| state.revealed);
    let rate = due.map(|due| Intent::Review { skill: due.skill, prompt: due.prompt, rating });
    Some(rate.map(|rate| Effect::Record(vec![rate])).into_iter().collect())
}

/// Shows the answer. At the end of a sitting, takes up what was left for later, or goes on beyond what a day asks.
fn reveal(model: &mut Model, session: &Session) {
    let Some(queue) = &model.pages.review else { return };
    let state = &mut model.screens.review;
    if state.current(queue).is_some() {
        state.revealed = true;
        let (rows, height) = review::extent(model, session);
        model.screens.review.rows.scroll(isize::MAX / 2, rows, height);
    } else if !state.skipped.is_empty() {
        state.skipped.clear();
    } else if queue.waiting > 0 {
        state.beyond += session.settings().review.cap as usize;
        model.pages.review = None;
    }
}

/// Takes note of ratings that were recorded.
pub(super) fn recorded(model: &mut Model, session: &Session, events: &[Event]) {
    for event in events {
        if let Some((skill, rating)) = rating_of(session, event) {
            model.screens.review.rated.push((skill, rating));
            model.screens.review.hide();
        }
    }
}

/// Takes note of a rating that was taken back (`undone`) or brought again, and asks its prompt once more.
pub(super) fn corrected(model: &mut Model, session: &Session, events: &[Event], undone: bool) {
    let Some((skill, rating)) = events.iter().find_map(|event| rating_of(session, event)) else { return };
    let state = &mut model.screens.review;
    if undone {
        let at = state.rated.iter().rposition(|&rated| rated == (skill, rating));
        at.map(|at| state.rated.remove(at));
        state.skipped.remove(&skill);
    } else {
        state.rated.push((skill, rating));
    }
    state.hide();
    if model.place.screen == Screen::Review {
        model.place.pane = Pane::List;
    }
}

fn rating_of(session: &Session, event: &Event) -> Option<(SkillIx, u8)> {
    let Act::Review { skill, rating, .. } = &event.act else { return None };
    Some((session.roadmap().names().skill(skill.as_str())?, *rating))
}
