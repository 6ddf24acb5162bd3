//! Moving in the picture of the road.

use crate::app::Session;
use crate::app::page::{Is, MapPage, Shown};
use crate::domain::{Roadmap, SkillIx, StageIx, Status};
use crate::engine::layout::{Direction, nearest};
use crate::export::cells::Zoom;
use crate::tui::action::Action;
use crate::tui::model::Model;
use crate::tui::place::{Pane, Screen};

/// Whether the keys act on the picture.
pub(super) fn is_in_focus(model: &Model) -> bool {
    model.place.shows_picture() && model.place.pane == Pane::List
}

/// Does an action that moves in the picture; `false` if it is none.
pub(super) fn go(model: &mut Model, session: &Session, action: Action) -> bool {
    match action {
        Action::Picture => toggle(model, session),
        Action::Open if is_in_focus(model) && is_station(model, session) => zoom(model, session, true),
        Action::Nearer if model.place.shows_picture() => zoom(model, session, true),
        Action::Farther if model.place.shows_picture() => zoom(model, session, false),
        Action::Back if is_in_focus(model) && model.screens.picture.shown != Shown::Whole => {
            model.screens.picture.shown = Shown::Whole;
        }
        _ if is_in_focus(model) => return moved(model, session, action),
        _ => return false,
    }
    true
}

/// Whether a stage is in focus.
fn is_station(model: &Model, session: &Session) -> bool {
    let node = model.box_in_focus(session);
    let is = node.and_then(|node| model.pages.map.as_ref()?.boxes.get(node));
    matches!(is, Some(Is::Stage(_)))
}

fn moved(model: &mut Model, session: &Session, action: Action) -> bool {
    let (width, height) = model.picture_room();
    match action {
        Action::Up => step(model, session, Direction::Up),
        Action::Down => step(model, session, Direction::Down),
        Action::Left => step(model, session, Direction::Left),
        Action::Right => step(model, session, Direction::Right),
        Action::PageUp => pan(model, (0, -height)),
        Action::PageDown => pan(model, (0, height)),
        Action::HalfUp => pan(model, (-width / 2, 0)),
        Action::HalfDown => pan(model, (width / 2, 0)),
        Action::First => focus_end(model, session, true),
        Action::Last => focus_end(model, session, false),
        _ => return false,
    }
    true
}

/// Moves what is in sight, by cells.
pub(super) fn pan(model: &mut Model, by: (i32, i32)) {
    let (room, whole) = (model.picture_room(), whole(model));
    model.screens.picture.viewport.pan(by, room, whole);
}

/// Moves the picture with the pointer.
pub(super) fn drag(model: &mut Model, to: (u16, u16)) {
    let (room, whole) = (model.picture_room(), whole(model));
    let small = model.pages.map.as_ref().and_then(MapPage::overview);
    model.screens.picture.drag(to, (room, whole), |by| small.map_or(by, |small| small.stands_for(by)));
}

/// Brings a part of the picture into sight, and leaves the focus where it is.
pub(super) fn centre(model: &mut Model, on: (i32, i32)) {
    let (room, whole) = (model.picture_room(), whole(model));
    model.screens.picture.viewport.centre(on, room, whole);
}

/// Columns and rows of all of the picture.
fn whole(model: &Model) -> (i32, i32) {
    model.pages.map.as_ref().map_or((0, 0), |page| page.extent(model.picture_room()))
}

/// Puts a box into focus; of a stub the first box that it leads to.
pub(super) fn focus(model: &mut Model, session: &Session, node: usize) {
    let is = model.pages.map.as_ref().and_then(|page| page.boxes.get(page.aim(node)?).copied());
    let Some(is) = is else { return };
    let height = model.height(Pane::List);
    match is {
        Is::Skill(skill) => model.screens.map.show(session.roadmap(), skill, height),
        Is::Choice(choice) => model.screens.map.show_choice(session.roadmap(), choice, height),
        Is::Stage(stage) => model.screens.map.show_stage(session.roadmap(), stage, height),
    }
}

fn step(model: &mut Model, session: &Session, direction: Direction) {
    let Some(page) = &model.pages.map else { return };
    let is_list = page.rails_in(model.picture_room()).is_some();
    let to = match model.box_in_focus(session) {
        Some(from) if is_list && direction == Direction::Up => from.checked_sub(1),
        Some(from) if is_list && direction == Direction::Down => {
            Some(from + 1).filter(|&to| to < page.boxes.len())
        }
        Some(from) => nearest(&page.edges, page.places(), from, direction),
        None => Some(0),
    };
    if let Some(node) = to {
        focus(model, session, node);
    }
}

fn focus_end(model: &mut Model, session: &Session, first: bool) {
    let last = model.pages.map.as_ref().map_or(0, |page| page.boxes.len().saturating_sub(1));
    focus(model, session, if first { 0 } else { last });
}

/// Whether this look has no picture, since it is for readers that read aloud; says so.
fn has_none(model: &mut Model) -> bool {
    if model.look().plain {
        model.say("In the plain look the map is a list. `milepost path` says a way in order.");
    }
    model.look().plain
}

/// The picture in place of the outline, or the outline again.
fn toggle(model: &mut Model, session: &Session) {
    if has_none(model) {
        return;
    }
    let kept = model.focus();
    model.place.picture = !model.place.picture;
    model.place.pane = Pane::List;
    settle(model, session, kept);
}

fn zoom(model: &mut Model, session: &Session, nearer: bool) {
    let kept = model.focus();
    let picture = &mut model.screens.picture;
    let done = if nearer { picture.nearer() } else { picture.farther() };
    if !done {
        model.say(if nearer { "Nearer it does not go." } else { "This is the whole road." });
    }
    settle(model, session, kept);
}

/// The way of the skill in focus laid out afresh, or the whole road again. Gives the skill that one has to go to the
/// map for, if one is not there.
pub(super) fn own_way(model: &mut Model, session: &Session) -> Option<SkillIx> {
    if has_none(model) {
        return None;
    }
    let Some(skill) = model.target(session) else {
        model.say("No skill is in focus here.");
        return None;
    };
    let on_map = model.place.shows_picture();
    let is_way = on_map && model.screens.picture.shown != Shown::Whole;
    model.screens.picture.shown = if is_way { Shown::Whole } else { Shown::Way(skill) };
    if model.screens.picture.zoom == Zoom::Far {
        model.screens.picture.zoom = Zoom::Middle;
    }
    model.place.picture = true;
    (!on_map).then_some(skill)
}

/// Skills are in focus where boxes are skills: from a stage one comes to its first skill that is not had.
fn settle(model: &mut Model, session: &Session, kept: Option<SkillIx>) {
    let height = model.height(Pane::List);
    let roadmap = session.roadmap();
    let is_far = model.screens.picture.zoom == Zoom::Far && model.screens.picture.shown == Shown::Whole;
    if !model.place.shows_picture() || is_far {
        return;
    }
    if kept.is_none() && model.choice(session).is_some() {
        return;
    }
    let of_stage = || model.screens.map.stage(roadmap).and_then(|stage| first_of(session, roadmap, stage));
    if let Some(skill) = kept.or_else(of_stage) {
        model.screens.map.show(roadmap, skill, height);
    }
}

fn first_of(session: &Session, roadmap: &Roadmap, stage: StageIx) -> Option<SkillIx> {
    let skills = || roadmap.skills_of(stage).map(|(skill, _)| skill);
    let open =
        |&skill: &SkillIx| matches!(session.standing().status(skill), Status::Ready | Status::Learning);
    skills().find(open).or_else(|| skills().next())
}

/// On a screen where the picture shows, what is in focus is a box of it.
pub(super) fn arrive(model: &mut Model, session: &Session) {
    if model.place.screen == Screen::Map {
        let kept = model.focus();
        settle(model, session, kept);
    }
}
