//! Moving: within panes, between panes and screens, along the graph.

use super::picture;
use crate::app::Session;
use crate::domain::{Node, SkillIx};
use crate::tui::action::Action;
use crate::tui::hit::Target;
use crate::tui::model::Model;
use crate::tui::overlay::{entries, text};
use crate::tui::place::{Pane, Screen};
use crate::tui::screen::{days, figures, outlook, review};
use crate::tui::state::overlay::{Overlay, list_height};
use crate::tui::state::{plan, progress};
use crate::tui::widget::card;
use crate::tui::widget::cursor::Cursor;

/// Whether an action only moves.
pub(super) fn is_move(action: Action) -> bool {
    use Action as A;
    matches!(
        action,
        A::Up
            | A::Down
            | A::Left
            | A::Right
            | A::First
            | A::Last
            | A::PageUp
            | A::PageDown
            | A::HalfUp
            | A::HalfDown
            | A::NextPane
            | A::PreviousPane
            | A::Back
            | A::Zoom
            | A::FindNext
            | A::FindPrevious
            | A::VisitBack
            | A::VisitForward
            | A::PreviousNeed
            | A::NextNeed
            | A::PreviousOpens
            | A::NextOpens
            | A::FoldAll
            | A::Picture
            | A::Nearer
            | A::Farther
            | A::OwnWay
    )
}

/// Does an action that only moves.
pub(super) fn go(model: &mut Model, session: &Session, action: Action) {
    if over_days(model, action) {
        return;
    }
    let page = model.height(model.place.pane).max(1) as isize;
    match action {
        Action::Up => step(model, session, -1),
        Action::Down => step(model, session, 1),
        Action::PageUp => jump(model, session, -page),
        Action::PageDown => jump(model, session, page),
        Action::HalfUp => jump(model, session, -(page / 2).max(1)),
        Action::HalfDown => jump(model, session, (page / 2).max(1)),
        Action::First => jump(model, session, isize::MIN / 2),
        Action::Last => jump(model, session, isize::MAX / 2),
        Action::Left => left(model, session),
        Action::Right => right(model, session),
        Action::NextPane | Action::PreviousPane => switch(model, action == Action::NextPane),
        Action::Zoom => model.place.alone = !model.place.alone,
        Action::Back => back(model),
        Action::FoldAll => {
            let height = model.height(Pane::List);
            model.screens.map.fold_all(session.roadmap(), height);
        }
        Action::FindNext | Action::FindPrevious => {
            match model.visits.found_after(model.focus(), action == Action::FindNext) {
                Some(skill) => visit(model, session, skill),
                None => match model.pages.today.steps.first() {
                    Some(step) => visit(model, session, step.skill),
                    None => model.say("Nothing was searched for, and no step is left."),
                },
            }
        }
        Action::VisitBack | Action::VisitForward => revisit(model, session, action == Action::VisitBack),
        Action::PreviousNeed | Action::NextNeed => along(model, session, action == Action::NextNeed, needs),
        Action::PreviousOpens | Action::NextOpens => {
            along(model, session, action == Action::NextOpens, opens)
        }
        _ => {}
    }
}

/// Whether one is at the map of days, and the action moves over it.
fn over_days(model: &mut Model, action: Action) -> bool {
    let on_days = (model.place.screen, model.place.pane) == (Screen::Progress, Pane::Outlook);
    let first = model.pages.progress.as_ref().and_then(|page| page.record.first());
    let today = model.day();
    on_days && !model.look().plain && model.screens.progress.over_days(action, first, today)
}

/// Goes to a skill on the map, remembering where one came from.
pub(super) fn visit(model: &mut Model, session: &Session, skill: SkillIx) {
    let from = model.focus();
    model.visits.leave(from);
    arrive(model, session, skill);
}

fn arrive(model: &mut Model, session: &Session, skill: SkillIx) {
    model.place.screen = Screen::Map;
    model.place.pane = Pane::List;
    let height = model.height(Pane::List);
    model.screens.map.show(session.roadmap(), skill, height);
}

fn revisit(model: &mut Model, session: &Session, back: bool) {
    let here = model.focus();
    let to = if back { model.visits.back(here) } else { model.visits.forward(here) };
    match to {
        Some(skill) => arrive(model, session, skill),
        None => model.say(if back { "This is where you started." } else { "This is the newest." }),
    }
}

/// The row in focus of a pane.
pub(super) fn row_at(model: &Model, session: &Session, pane: Pane) -> usize {
    match (model.place.screen, pane) {
        (Screen::Today, Pane::List) => model.screens.today.steps.at,
        (Screen::Map, Pane::List) => model.screens.map.cursor.at,
        (Screen::Plan, Pane::List) => model.screens.plan.list.at,
        (Screen::Review, Pane::List) => model.screens.review.rows.at,
        (Screen::Progress, Pane::List) => model.screens.progress.stages.at,
        (Screen::Progress, Pane::Outlook) => {
            let today = model.day();
            today.since(model.screens.progress.day(today)) as usize
        }
        (_, Pane::Outlook) => model.screens.plan.outlook.at,
        (Screen::Progress, Pane::Side) => model.screens.progress.figures.at,
        (_, Pane::Side) => {
            let starts = card::starts(&model.card_rows(session));
            starts.get(model.screens.card.item).copied().unwrap_or(0)
        }
    }
}

/// Goes to a row of a pane; on a card, to the item that stands there.
pub(super) fn go_to_row(model: &mut Model, session: &Session, pane: Pane, row: usize) {
    if pane == Pane::Side && model.place.screen != Screen::Progress {
        with_card(model, session, |card, rows, height| {
            if let Some(item) = card::starts(rows).iter().position(|&start| start == row) {
                card.go(item, rows, height);
            }
        });
        return;
    }
    if (model.place.screen, pane) == (Screen::Progress, Pane::Outlook) {
        let today = model.day();
        let first = model.pages.progress.as_ref().and_then(|page| page.record.first()).unwrap_or(today);
        let day = today.plus(-i32::try_from(row).unwrap_or(i32::MAX));
        model.screens.progress.go_to(day, first, today);
        return;
    }
    with_cursor(model, session, pane, |cursor, rows, height| cursor.go(row, rows, height));
}

/// After a change of size: what is in focus shows.
pub(super) fn keep_in_sight(model: &mut Model, session: &Session) {
    for pane in [Pane::List, Pane::Outlook, Pane::Side] {
        with_cursor(model, session, pane, |cursor, rows, height| cursor.go(cursor.at, rows, height));
    }
    with_card(model, session, card::State::keep_in_sight);
    let size = model.size;
    match model.overlay.take() {
        Some(Overlay::List(mut list)) => {
            let rows = entries(model, session, &list).len();
            list.cursor.go(list.cursor.at, rows, list_height(size));
            model.overlay = Some(Overlay::List(list));
        }
        Some(Overlay::History(mut list)) => {
            list.cursor.go(list.cursor.at, list.rows(), list_height(size));
            model.overlay = Some(Overlay::History(list));
        }
        Some(Overlay::Text { of, top }) => {
            let top = top.min(text::last_top(model, session, of));
            model.overlay = Some(Overlay::Text { of, top });
        }
        other => model.overlay = other,
    }
}

/// Turns the wheel over something, by columns and lines. Only the picture goes sideways.
pub(super) fn wheel(model: &mut Model, session: &Session, target: Target, by: (i16, i16)) {
    let size = model.size;
    let (by, on_both) = (isize::from(by.1), (i32::from(by.0), i32::from(by.1)));
    match target {
        Target::Pick(_) | Target::Overlay => match model.overlay.take() {
            Some(Overlay::List(mut list)) => {
                let rows = entries(model, session, &list).len();
                list.cursor.scroll(by, rows, list_height(size));
                model.overlay = Some(Overlay::List(list));
            }
            Some(Overlay::History(mut list)) => {
                list.cursor.scroll(by, list.rows(), list_height(size));
                model.overlay = Some(Overlay::History(list));
            }
            Some(Overlay::Text { of, top }) => {
                let top = top.saturating_add_signed(by).min(text::last_top(model, session, of));
                model.overlay = Some(Overlay::Text { of, top });
            }
            other => model.overlay = other,
        },
        Target::Box(_) | Target::Part(..) if model.overlay.is_none() => picture::pan(model, on_both),
        Target::Pane(Pane::List) if model.overlay.is_none() && model.place.shows_picture() => {
            picture::pan(model, on_both);
        }
        Target::Row(pane, _) | Target::Pane(pane) if model.overlay.is_none() => {
            if pane == Pane::Side && model.place.screen != Screen::Progress {
                with_card(model, session, |card, rows, height| card.scroll(by, rows, height));
            } else {
                with_cursor(model, session, pane, |cursor, rows, height| cursor.scroll(by, rows, height));
            }
        }
        _ => {}
    }
}

fn step(model: &mut Model, session: &Session, by: isize) {
    if on_card(model) {
        with_card(model, session, |card, rows, height| card.step(by > 0, rows, height));
    } else if reads(model) {
        with_cursor(model, session, model.place.pane, |cursor, rows, height| cursor.scroll(by, rows, height));
    } else {
        with_cursor(model, session, model.place.pane, |cursor, rows, height| cursor.step(by, rows, height));
    }
}

fn jump(model: &mut Model, session: &Session, by: isize) {
    if on_card(model) {
        with_card(model, session, |card, rows, height| card.scroll(by, rows, height));
    } else {
        step(model, session, by);
    }
}

/// Moves on the card: `change` takes where one is on it, its rows, and how many of them show.
fn with_card(
    model: &mut Model,
    session: &Session,
    change: impl FnOnce(&mut card::State, &[card::Row], usize),
) {
    let mut state = model.screens.card;
    change(&mut state, &model.card_rows(session), model.height(Pane::Side));
    model.screens.card = state;
}

fn on_card(model: &Model) -> bool {
    model.place.pane == Pane::Side && model.place.screen != Screen::Progress
}

/// Whether the pane in focus is a text that is read, without a row in focus.
fn reads(model: &Model) -> bool {
    let place = (model.place.screen, model.place.pane);
    matches!(place, (Screen::Progress, Pane::Side) | (_, Pane::Outlook) | (Screen::Review, Pane::List))
}

fn left(model: &mut Model, session: &Session) {
    match (model.place.screen, model.place.pane) {
        (Screen::Map, Pane::List) => {
            let height = model.height(Pane::List);
            model.screens.map.fold(session.roadmap(), height);
        }
        (_, Pane::Side | Pane::Outlook) => model.place.pane = Pane::List,
        _ => {}
    }
}

fn right(model: &mut Model, session: &Session) {
    let unfolded = (model.place.screen, model.place.pane) == (Screen::Map, Pane::List)
        && model.screens.map.unfold(session.roadmap());
    if !unfolded {
        model.place.pane = match model.place.screen {
            Screen::Plan if model.focus().is_none() => Pane::Outlook,
            Screen::Review if model.focus().is_none() => Pane::List,
            _ => Pane::Side,
        };
    }
}

/// Goes to the next pane of the screen, or to the one before.
fn switch(model: &mut Model, forward: bool) {
    let panes: &[Pane] = match model.place.screen {
        Screen::Plan if model.focus().is_none() => &[Pane::List, Pane::Outlook],
        Screen::Plan => &[Pane::List, Pane::Outlook, Pane::Side],
        Screen::Review if model.focus().is_none() => &[Pane::List],
        Screen::Progress => &[Pane::List, Pane::Side, Pane::Outlook],
        _ => &[Pane::List, Pane::Side],
    };
    let at = panes.iter().position(|&pane| pane == model.place.pane).unwrap_or(0);
    let by = if forward { 1 } else { panes.len() - 1 };
    model.place.pane = panes[(at + by) % panes.len()];
}

fn back(model: &mut Model) {
    if model.place.alone {
        model.place.alone = false;
    } else {
        model.place.pane = Pane::List;
    }
}

/// Walks along the edges of the skill in focus: the first of them, or the one beside the last one walked to.
fn along(model: &mut Model, session: &Session, forward: bool, ends: fn(&Session, SkillIx) -> Vec<SkillIx>) {
    let Some(here) = model.target(session) else { return };
    let ends = ends(session, here);
    let to = if forward { ends.first() } else { ends.last() };
    match to {
        Some(&skill) => visit(model, session, skill),
        None => model.say("No line leads on from here."),
    }
}

fn needs(session: &Session, skill: SkillIx) -> Vec<SkillIx> {
    let requires = &session.roadmap().skill(skill).requires;
    let ends = requires.iter().flat_map(|&node| match node {
        Node::Skill(ix) => vec![ix],
        Node::Choice(ix) => session.roadmap().choice(ix).options.clone(),
    });
    ends.collect()
}

fn opens(session: &Session, skill: SkillIx) -> Vec<SkillIx> {
    let mut opens: Vec<SkillIx> = session.roadmap().graph().opens(skill).collect();
    opens.sort_unstable();
    opens.dedup();
    opens
}

/// Moves the cursor of a list pane, given its rows and its height in rows.
fn with_cursor(model: &mut Model, session: &Session, pane: Pane, mv: impl Fn(&mut Cursor, usize, usize)) {
    let height = model.height(pane);
    match (model.place.screen, pane) {
        (Screen::Today, Pane::List) => {
            let shown = model.today_layout().steps;
            let steps = model.pages.today.steps.len();
            mv(&mut model.screens.today.steps, steps, shown);
        }
        (Screen::Map, Pane::List) => {
            let rows = model.screens.map.rows().len();
            mv(&mut model.screens.map.cursor, rows, height);
        }
        (Screen::Plan, Pane::List) => {
            let height = model.plan_height();
            let Some(planned) = &model.pages.plan else { return };
            let cursor = &mut model.screens.plan.list;
            let from = cursor.at;
            mv(cursor, planned.rows.len(), height);
            plan::settle(cursor, from, &planned.rows, height);
        }
        (Screen::Plan, Pane::Outlook) => {
            let rows = outlook::lines(model, session).len();
            mv(&mut model.screens.plan.outlook, rows, height);
        }
        (Screen::Review, Pane::List) => {
            let (rows, height) = review::extent(model, session);
            mv(&mut model.screens.review.rows, rows, height);
        }
        (Screen::Progress, Pane::List) => {
            let rows = model.pages.progress.as_ref().map_or(0, progress::rows);
            mv(&mut model.screens.progress.stages, rows, height);
        }
        (Screen::Progress, Pane::Side) => {
            let rows = figures::lines(model, session).len();
            mv(&mut model.screens.progress.figures, rows, height);
        }
        (Screen::Progress, Pane::Outlook) => {
            let rows = days::rows(model, session);
            mv(&mut model.screens.progress.weeks, rows, height);
        }
        (_, Pane::Side | Pane::Outlook) => {}
    }
}
