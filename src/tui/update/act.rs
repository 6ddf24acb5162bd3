//! An action on the screen.

use super::{moves, picture, plan, review, skills};
use crate::app::Session;
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::model::Model;
use crate::tui::place::{Pane, Screen};
use crate::tui::state::overlay::{Listed, Overlay, Text};

/// Does an action on the screen.
pub(super) fn act(model: &mut Model, session: &Session, action: Action) -> Vec<Effect> {
    match action {
        Action::Quit => return vec![Effect::Quit],
        Action::Redraw => return vec![Effect::Redraw],
        Action::Suspend => return vec![Effect::Suspend],
        Action::Undo => return vec![Effect::Undo],
        Action::Redo => return vec![Effect::Redo],
        Action::History => return vec![Effect::ReadHistory],
        Action::Mouse => {
            model.manner.mouse = !model.manner.mouse;
            model.say(if model.manner.mouse {
                "The mouse is on."
            } else {
                "The mouse is off: select and copy as usual."
            });
            return vec![Effect::Mouse(model.manner.mouse)];
        }
        Action::Messages => model.overlay = Some(Overlay::Text { of: Text::Messages, top: 0 }),
        Action::Help => model.open_list(Listed::Help),
        Action::Commands => model.open_list(Listed::Commands),
        Action::Find => model.open_list(Listed::Find),
        Action::CheckIn => model.overlay = Some(Overlay::CheckIn(Box::default())),
        Action::ChooseGoal => model.open_list(Listed::Goal),
        Action::Pick => {
            let of = model.choice(session).map_or(Listed::Choices, Listed::Options);
            model.open_list(of);
        }
        Action::Today => show(model, session, Screen::Today),
        Action::Map => show(model, session, Screen::Map),
        Action::Plan => {
            show(model, session, Screen::Plan);
            return vec![Effect::NoteForecast];
        }
        Action::Review => show(model, session, Screen::Review),
        Action::Progress => show(model, session, Screen::Progress),
        Action::OwnWay => {
            if let Some(skill) = picture::own_way(model, session) {
                moves::visit(model, session, skill);
            }
        }
        Action::Earlier | Action::Later => return plan::shift(model, session, action == Action::Earlier),
        _ if picture::go(model, session, action) => {}
        _ if moves::is_move(action) => moves::go(model, session, action),
        _ => {
            let reviewed = review::act(model, session, action);
            return reviewed.unwrap_or_else(|| skills::act(model, session, action));
        }
    }
    Vec::new()
}

/// Shows a screen; on the map and on the plan, at the skill that was in focus.
pub(super) fn show(model: &mut Model, session: &Session, screen: Screen) {
    let focus = model.focus();
    model.place.screen = screen;
    model.place.pane = Pane::List;
    if let (Screen::Map, Some(skill)) = (screen, focus) {
        let height = model.height(Pane::List);
        model.screens.map.show(session.roadmap(), skill, height);
    }
    if screen == Screen::Plan {
        model.screens.plan.wanted = focus;
    }
    picture::arrive(model, session);
    moves::keep_in_sight(model, session);
}
