//! The hint line: what the keys do with what is in focus.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::action::Action;
use super::model::Model;
use super::overlay::text;
use super::place::{Pane, Screen};
use super::state::checkin::{CheckIn, Step};
use super::state::outline::Row;
use super::state::overlay::{Listed, Overlay};
use super::widget::card::Item;
use super::widget::row;
use crate::app::Session;
use crate::app::page::{Holds, PastAct, Shown};
use crate::domain::{Node, SkillIx, Status};
use crate::export::measure::width;

/// Cells between one hint and the next.
const GAP: usize = 3;

/// A key's action, and what it does here in a word or two.
type Hint = (Action, &'static str);

/// Draws the hint line.
pub fn view(model: &Model, session: &Session, area: Rect, buffer: &mut Buffer) {
    let theme = &model.look().theme;
    let mut line = Line::from(" ");
    for (key, label) in fitting(model, offered(model, session), usize::from(area.width)) {
        line.push_span(Span::styled(key, theme.accent()));
        line.push_span(Span::styled(format!(" {label}{}", " ".repeat(GAP)), theme.dim()));
    }
    row::draw(&line, area, buffer);
}

/// As many hints as fit, with their keys. The last ones give way first, but help never does: who is lost needs it.
fn fitting(model: &Model, hints: Vec<Hint>, room: usize) -> Vec<(String, &'static str)> {
    let mut kept: Vec<(Action, String, &str)> = hints
        .into_iter()
        .map(|(action, label)| (action, model.manner.keymap.shown(action), label))
        .filter(|(_, key, _)| !key.is_empty())
        .collect();
    let cells = |(_, key, label): &(Action, String, &str)| width(key) + 1 + width(label) + GAP;
    while kept.iter().map(cells).sum::<usize>() + 1 > room + GAP {
        let is_way_out = |action| matches!(action, Action::Help | Action::Commands);
        let last = kept.iter().rposition(|&(action, ..)| !is_way_out(action));
        let Some(at) = last.or_else(|| kept.iter().position(|&(action, ..)| action != Action::Help)) else {
            break;
        };
        kept.remove(at);
    }
    kept.into_iter().map(|(_, key, label)| (key, label)).collect()
}

/// What the hint line offers, the most useful first.
fn offered(model: &Model, session: &Session) -> Vec<Hint> {
    use Action as A;
    if let Some(overlay) = &model.overlay {
        return of_overlay(model, session, overlay);
    }
    let mut hints = match (model.place.screen, model.place.pane) {
        (Screen::Review, Pane::List) => of_review(model),
        (Screen::Progress, Pane::Outlook) if !model.look().plain => {
            vec![
                (A::Up, "a day"),
                (A::Left, "a week"),
                (A::First, "first day"),
                (A::Last, "today"),
                (A::NextPane, "other pane"),
            ]
        }
        (Screen::Progress, _) => vec![(A::NextPane, "other pane")],
        (_, Pane::Outlook) => vec![(A::NextPane, "next pane"), (A::Pick, "pick an option")],
        (_, Pane::Side) => of_card(model, session),
        (Screen::Plan, Pane::List) => of_plan(model, session),
        (Screen::Today, Pane::List) => of_today(model, session),
        (Screen::Map, Pane::List) => of_map(model, session),
    };
    hints.extend([(A::Find, "find"), (A::Commands, "commands"), (A::Help, "help")]);
    if model.place.screen == Screen::Progress {
        hints.push((A::Quit, "quit"));
    }
    hints
}

fn of_overlay(model: &Model, session: &Session, overlay: &Overlay) -> Vec<Hint> {
    use Action as A;
    let (enter, typed) = match overlay {
        Overlay::Question { .. } => return vec![(A::Confirm, "yes"), (A::Decline, "no")],
        Overlay::Text { of, .. } => {
            let scrolls = text::last_top(model, session, *of) > 0;
            let more = scrolls.then_some([(A::Down, "down"), (A::Up, "up")]);
            return more.into_iter().flatten().chain([(A::Back, "close")]).collect();
        }
        Overlay::CheckIn(form) => return of_checkin(form),
        Overlay::History(list) => {
            let enter = match list.focus().map(PastAct::holds) {
                Some(Holds::Not) => "bring it back",
                Some(Holds::Whole | Holds::Part) => "take it back",
                None => "",
            };
            (enter, !list.line.value().is_empty())
        }
        Overlay::LogTime { line, .. } => ("log", !line.value().is_empty()),
        Overlay::List(list) => (of_list(list.of), !list.line.value().is_empty()),
    };
    let enter = (!enter.is_empty()).then_some((A::PickerAccept, enter));
    enter.into_iter().chain([(A::PickerClose, if typed { "clear" } else { "close" })]).collect()
}

fn of_checkin(form: &CheckIn) -> Vec<Hint> {
    use Action as A;
    let enter = match form.step {
        Step::Whole => "write it down",
        _ if form.line.value().is_empty() => "go on",
        _ => "take it",
    };
    vec![(A::PickerAccept, enter), (A::PickerClose, if form.step == Step::Skill { "close" } else { "back" })]
}

fn of_list(listed: Listed) -> &'static str {
    match listed {
        Listed::Find => "go there",
        Listed::Commands | Listed::Help => "do it",
        Listed::Goal => "take as goal",
        Listed::Choices => "see its options",
        Listed::Options(_) => "take it",
    }
}

fn of_today(model: &Model, session: &Session) -> Vec<Hint> {
    use Action as A;
    match model.target(session) {
        Some(skill) => {
            let mut hints = vec![(A::Open, "open")];
            hints.extend(step(session, skill));
            hints.extend([(A::Clock, "clock"), (A::CheckIn, "check in")]);
            hints
        }
        None => vec![(A::ChooseGoal, "choose a goal")],
    }
}

fn of_map(model: &Model, session: &Session) -> Vec<Hint> {
    use Action as A;
    let map = &model.screens.map;
    if model.place.picture {
        return of_picture(model, session);
    }
    let folds = |open: bool| if open { (A::Left, "fold") } else { (A::Right, "unfold") };
    match map.row() {
        Some(Row::Track(track)) => {
            vec![folds(map.is_open(track)), (A::FoldAll, "fold or unfold all")]
        }
        Some(Row::Stage(stage)) => {
            vec![folds(map.is_stage_open(stage)), (A::FoldAll, "fold or unfold all")]
        }
        Some(Row::Choice(_)) => vec![(A::Open, "see its options"), (A::Left, "fold")],
        Some(Row::Skill(skill, _)) => {
            let mut hints = vec![(A::Open, "open")];
            hints.extend(step(session, skill));
            hints.extend(done(session, skill));
            hints.push((A::Picture, "picture"));
            hints
        }
        None => Vec::new(),
    }
}

fn of_plan(model: &Model, session: &Session) -> Vec<Hint> {
    use Action as A;
    match model.target(session) {
        Some(skill) => {
            let mut hints = vec![(A::Open, "open"), (A::Earlier, "earlier"), (A::Later, "later")];
            hints.extend(step(session, skill));
            hints.push((A::Why, "why"));
            hints
        }
        None => vec![(A::ChooseGoal, "choose a goal")],
    }
}

fn of_review(model: &Model) -> Vec<Hint> {
    use Action as A;
    let state = &model.screens.review;
    let queue = model.pages.review.as_ref();
    let rated = (!state.rated.is_empty()).then_some((A::Undo, "undo"));
    let mut hints = match queue.and_then(|queue| state.current(queue)) {
        Some(_) if state.revealed => {
            vec![(A::RateAgain, "again"), (A::RateHard, "hard"), (A::RateGood, "good"), (A::RateEasy, "easy")]
        }
        Some(_) => vec![(A::Reveal, "answer"), (A::SkipPrompt, "skip"), (A::Right, "its card")],
        None if !state.skipped.is_empty() => vec![(A::Reveal, "what was skipped")],
        None if queue.is_some_and(|queue| queue.waiting > 0) => vec![(A::Reveal, "some more")],
        None => vec![(A::Today, "today"), (A::Map, "map")],
    };
    hints.extend(rated);
    hints
}

fn of_picture(model: &Model, session: &Session) -> Vec<Hint> {
    use Action as A;
    let list = (A::Picture, "list");
    match model.target(session) {
        Some(skill) => {
            let is_way = model.screens.picture.shown != Shown::Whole;
            let way = (A::OwnWay, if is_way { "whole road" } else { "its way" });
            let mut hints = vec![(A::Open, "open"), way, list];
            hints.extend(step(session, skill));
            hints.extend([(A::Nearer, "nearer"), (A::Farther, "farther")]);
            hints
        }
        None if model.choice(session).is_some() => vec![(A::Open, "see its options"), list],
        None => vec![(A::Open, "go in"), (A::Nearer, "nearer"), list],
    }
}

fn of_card(model: &Model, session: &Session) -> Vec<Hint> {
    use Action as A;
    let mut hints = match model.chosen(session) {
        Some(Item::Outcome(at)) => {
            let ticked = model.pages.card.as_ref().and_then(|card| card.ticked.get(at));
            let mut hints = vec![(A::Step, if ticked == Some(&true) { "untick" } else { "tick" })];
            hints.extend(model.target(session).and_then(|skill| done(session, skill)));
            hints
        }
        Some(Item::Need(Node::Skill(skill)) | Item::Opens(skill)) => {
            let mut hints = vec![(A::Open, "go there")];
            hints.extend(step(session, skill));
            hints.extend(done(session, skill));
            hints
        }
        Some(Item::Need(Node::Choice(_))) => vec![(A::Open, "see its options")],
        Some(Item::Resource(_) | Item::Link(_)) => {
            vec![(A::OpenLink, "open the link"), (A::CopyId, "copy it")]
        }
        None => Vec::new(),
    };
    hints.push((A::Left, "back"));
    hints
}

/// What the key that takes a skill one step on does with this one, if anything.
fn step(session: &Session, skill: SkillIx) -> Option<Hint> {
    match session.standing().status(skill) {
        Status::Locked | Status::Ready => Some((Action::Step, "start")),
        Status::Learning => Some((Action::Step, "done")),
        Status::Done | Status::Known | Status::Skipped => None,
    }
}

/// The hint for marking a skill done, where the key for one step on does not do it.
fn done(session: &Session, skill: SkillIx) -> Option<Hint> {
    let status = session.standing().status(skill);
    (!matches!(status, Status::Learning | Status::Done)).then_some((Action::Done, "done"))
}
