//! The state of the full screen.

use std::borrow::Cow;

use super::action::Action;
use super::effect::Draft;
use super::keymap::Keymap;
use super::look::Look;
use super::place::{Areas, Pane, Place, Screen};
use super::state::overlay::{List, Listed, Overlay};
use super::state::plan::{self, Planned};
use super::state::said::{Said, Talk};
use super::state::{map, picture, progress, today};
use super::visits::Visits;
use super::widget::card::{self, Item};
use crate::app::page::{self, Card, DoneOverTime, Is, MapPage, ProgressPage, Shown, Today};
use crate::app::{Session, notice};
use crate::domain::{ChoiceIx, Day, Node, SkillIx};
use crate::engine::layout::Layout;
use crate::export::cells::Zoom;

/// The state of the full screen. The learner's progress is not in it: that is the session's.
pub struct Model {
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// Which screen and pane one is in.
    pub place: Place,
    /// What each screen remembers.
    pub screens: Screens,
    /// What is open above the screen.
    pub overlay: Option<Overlay>,
    /// The skills one came by.
    pub visits: Visits,
    /// What was said.
    pub talk: Talk,
    /// A note that could not be saved, and the skill that it is on.
    pub draft: Option<(SkillIx, String)>,
    /// What the engines said, kept until something changes.
    pub pages: Pages,
    /// How it looks and what keys mean.
    pub manner: Manner,
}

/// How the screen looks and what keys mean.
pub struct Manner {
    /// How it looks.
    pub look: Look,
    /// What keys mean.
    pub keymap: Keymap,
    /// Whether the mouse is taken.
    pub mouse: bool,
}

/// What each screen remembers.
#[derive(Default)]
pub struct Screens {
    /// Today.
    pub today: today::State,
    /// The map.
    pub map: map::State,
    /// The map as a picture.
    pub picture: picture::State,
    /// The plan.
    pub plan: plan::State,
    /// Progress.
    pub progress: progress::State,
    /// The card that stands beside Today's steps, the map's outline and the plan.
    pub card: card::State,
}

/// What the engines said, kept until something changes.
pub struct Pages {
    revision: u64,
    day: Day,
    /// The day's page.
    pub today: Today,
    /// The order and until when; made when it is first looked at.
    pub plan: Option<Planned>,
    /// What it came to; made when it is first looked at.
    pub progress: Option<ProgressPage>,
    /// Skills done over time; made with it.
    pub over_time: Option<DoneOverTime>,
    /// The road laid out; made when it is first looked at.
    pub map: Option<MapPage>,
    /// How often the road was laid out.
    drafts: u64,
    /// The columns and rows that it was laid out for.
    fitted: (i32, i32),
    /// The card of the skill in focus.
    pub card: Option<Card>,
    /// Its rows, and the width that they were laid out for.
    laid: (usize, Vec<card::Row>),
}

/// The narrowest terminal on which the map is a picture at first.
const PICTURE: u16 = 60;

/// The notices of the session, each with what to do about it.
fn standing(session: &Session) -> Vec<String> {
    let with_advice = |(notice, advice): (String, Option<&str>)| match advice {
        Some(advice) => format!("{notice} See: {advice}"),
        None => notice,
    };
    notice::said(session.notices()).into_iter().map(with_advice).collect()
}

impl Model {
    /// The state at the start: Today, with the first step in focus.
    pub fn new(session: &Session, manner: Manner, size: (u16, u16)) -> Self {
        let pages = Pages {
            revision: session.revision(),
            day: session.today(),
            today: page::today(session, None),
            plan: None,
            progress: None,
            over_time: None,
            map: None,
            drafts: 0,
            fitted: (0, 0),
            card: None,
            laid: (0, Vec::new()),
        };
        let mut model = Self {
            size,
            place: Place { picture: !manner.look.plain && size.0 >= PICTURE, ..Place::default() },
            screens: Screens::default(),
            overlay: None,
            visits: Visits::default(),
            talk: Talk::new(standing(session)),
            draft: None,
            pages,
            manner,
        };
        let next = model.pages.today.steps.first().map(|step| step.skill);
        model.screens.map = map::State::new(session.roadmap(), next);
        model.refresh(session);
        model
    }

    /// How it looks.
    pub fn look(&self) -> &Look {
        &self.manner.look
    }

    /// Where everything lies.
    pub fn areas(&self) -> Areas {
        let rows = self.message().0.len();
        Areas::of(self.size, self.place, u16::try_from(rows).unwrap_or(1))
    }

    /// The lines of the message, and whether it is a failure. They take a quarter of a high screen at
    /// most.
    pub fn message(&self) -> (Vec<String>, bool) {
        let most = usize::from(self.size.1 / 4).max(3);
        let key = self.manner.keymap.shown(Action::Messages);
        self.talk.lines(usize::from(self.size.0), most, self.look().glyphs.cut, &key)
    }

    /// Rows that a pane has; 0 if it does not show.
    pub fn height(&self, pane: Pane) -> usize {
        self.areas().pane(pane).map_or(0, |area| usize::from(area.height))
    }

    /// What Today's list has room for.
    pub fn today_layout(&self) -> today::Layout {
        today::Layout::of(self.height(Pane::List), self.assumed().next().is_some())
    }

    /// The skill in focus, if one is.
    pub fn focus(&self) -> Option<SkillIx> {
        match self.place.screen {
            Screen::Today => self.screens.today.focus(&self.pages.today),
            Screen::Map => self.screens.map.focus(),
            Screen::Plan => self.pages.plan.as_ref()?.focus(&self.screens.plan),
            Screen::Progress => None,
        }
    }

    /// The row of the card that is chosen, where the card is the pane in focus.
    pub fn chosen(&self, session: &Session) -> Option<Item> {
        let on_card = self.place.pane == Pane::Side && self.place.screen != Screen::Progress;
        on_card.then(|| self.screens.card.chosen(&self.card_rows(session))).flatten()
    }

    /// The skill that keys act on: the one that the chosen row of the card names, else the one in focus.
    pub fn target(&self, session: &Session) -> Option<SkillIx> {
        match self.chosen(session) {
            Some(Item::Need(Node::Skill(skill)) | Item::Opens(skill)) => Some(skill),
            Some(Item::Need(Node::Choice(_))) => None,
            _ => self.focus(),
        }
    }

    /// The choice that the row in focus names, if it names one.
    pub fn choice(&self, session: &Session) -> Option<ChoiceIx> {
        match self.chosen(session) {
            Some(Item::Need(Node::Choice(choice))) => Some(choice),
            Some(_) => None,
            None if self.place.screen == Screen::Map => self.screens.map.choice(),
            None => None,
        }
    }

    /// Why an option of a choice is the one that the plan goes by, if it is.
    pub fn taken(&self, session: &Session, choice: ChoiceIx, option: SkillIx) -> Option<&'static str> {
        let roadmap = session.roadmap();
        let picked = session.progress().picked(&roadmap.choice(choice).id);
        if picked.is_some_and(|id| roadmap.names().skill(id.as_str()) == Some(option)) {
            return Some("your pick");
        }
        let assumed = self.pages.today.assumed.iter().filter(|assumed| assumed.choice == choice);
        let goes_by = assumed.flat_map(|assumed| &assumed.options).any(|&taken| taken == option);
        goes_by.then_some("taken for granted")
    }

    /// The options that the plan takes for granted, none of them picked by the learner.
    pub fn assumed(&self) -> impl Iterator<Item = SkillIx> + '_ {
        let open = self.pages.today.assumed.iter().filter(|assumed| !assumed.picked);
        open.flat_map(|assumed| assumed.options.iter().copied())
    }

    /// Brings the pages up to what the session says, and the card to the skill in focus.
    pub fn refresh(&mut self, session: &Session) {
        let (revision, day) = (session.revision(), session.today());
        let stale = (self.pages.revision, self.pages.day) != (revision, day);
        if stale {
            let kept = self.screens.today.focus(&self.pages.today);
            self.pages.today = page::today(session, None);
            self.screens.today.keep(kept, &self.pages.today);
            self.pages.progress = None;
            if let Some(planned) = self.pages.plan.take() {
                let focus = planned.focus(&self.screens.plan);
                self.screens.plan.wanted = self.screens.plan.wanted.or(focus);
            }
            (self.pages.revision, self.pages.day) = (revision, day);
        }
        if self.place.screen == Screen::Progress && self.pages.progress.is_none() {
            let progress = page::progress(session);
            self.pages.over_time = Some(match &self.pages.plan {
                Some(planned) => page::done_over_time(&progress, &planned.page),
                None => page::done_over_time(&progress, &page::plan(session, None)),
            });
            self.pages.progress = Some(progress);
        }
        if self.place.screen == Screen::Plan {
            self.plan(session);
        }
        let focus = self.focus();
        let shown = self.pages.card.as_ref().map(|card| card.skill);
        if shown != focus {
            self.screens.card = card::State::default();
        }
        let renewed = stale || shown != focus;
        if renewed {
            self.pages.card = focus.map(|skill| page::card(session, skill));
        }
        let width = self.side_width();
        if renewed || self.pages.laid.0 != width {
            self.pages.laid = (width, self.lay_card(session, width));
        }
        self.follow(session);
    }

    /// Makes the plan as it is asked for, and puts the skill into focus that is to be.
    fn plan(&mut self, session: &Session) {
        let height = self.plan_height();
        let wanted = self.screens.plan.wanted.take();
        if self.pages.plan.is_some() && wanted.is_none() {
            return;
        }
        let spent = session.progress().minutes_on(session.today());
        let planned = self.pages.plan.get_or_insert_with(|| Planned::new(page::plan(session, None), spent));
        self.screens.plan.keep(wanted, planned, height);
    }

    /// Rows that the steps of the plan have, without the heading above them.
    pub fn plan_height(&self) -> usize {
        let height = self.height(Pane::List);
        height - plan::heading(height)
    }

    /// Lays the road out as it is asked for, and brings the box in focus into sight when it changed.
    fn follow(&mut self, session: &Session) {
        if !self.place.shows_picture() {
            return;
        }
        self.lay_out(session);
        let focus = self.screens.map.focus();
        if let (Some(skill), Shown::Way(_), None) =
            (focus, self.screens.picture.shown, self.box_in_focus(session))
        {
            // Who leaves a skill's way comes to that of the skill that he went to.
            self.screens.picture.shown = Shown::Way(skill);
            self.lay_out(session);
        }
        let (room, focus) = (self.picture_room(), self.box_in_focus(session));
        let Some(page) = &mut self.pages.map else { return };
        let whole = page.extent(room);
        let is_list = page.rails_in(room).is_some();
        let small = if is_list { None } else { picture::small_in(room, whole) };
        page.keep(session, focus, small);
        if let Some(node) = focus.filter(|&node| self.screens.picture.followed != Some((node, room))) {
            let (corner, size) = page.spot(node, room);
            self.screens.picture.viewport.show(corner, size, room, whole);
            self.screens.picture.followed = Some((node, room));
        }
    }

    fn lay_out(&mut self, session: &Session) {
        let picture = self.screens.picture;
        let laid = self.pages.map.as_ref().map(|page| (page.shown, page.zoom));
        let room = self.picture_room();
        // Only stations stand otherwise where there is more or less room.
        let refit = picture.zoom == Zoom::Far && self.pages.fitted != room;
        if laid != Some((picture.shown, picture.zoom)) || refit {
            let ascii = self.look().glyphs.ascii;
            self.pages.map = Some(MapPage::new(session, picture.shown, picture.zoom, (ascii, room)));
            self.pages.drafts += 1;
            self.pages.fitted = room;
            self.screens.picture.followed = None;
        }
    }

    /// What of the picture is yet to be laid out with all effort; said once.
    pub fn draft_layout(&mut self) -> Option<Draft> {
        let graph = self.pages.map.as_mut().and_then(MapPage::rest)?;
        Some(Draft { number: self.pages.drafts, graph })
    }

    /// Takes in the layout of a draft, unless another picture shows by now. The box in focus stays where it is on the
    /// screen, as far as the picture goes.
    pub fn take_layout(&mut self, session: &Session, number: u64, layout: Layout) {
        let (room, focus) = (self.picture_room(), self.box_in_focus(session));
        let Some(page) = self.pages.map.as_mut().filter(|_| number == self.pages.drafts) else { return };
        let spot = |page: &MapPage| focus.map(|node| page.spot(node, room).0);
        let before = spot(page);
        page.finish(layout);
        if let Some(((was_x, was_y), (x, y))) = before.zip(spot(page)) {
            self.screens.picture.viewport.pan((x - was_x, y - was_y), room, page.extent(room));
        }
    }

    /// The box of the picture that is in focus: that of the skill, or of the stage, that the outline is at.
    pub fn box_in_focus(&self, session: &Session) -> Option<usize> {
        let page = self.pages.map.as_ref()?;
        let roadmap = session.roadmap();
        let map = &self.screens.map;
        match (map.focus(), map.choice()) {
            (Some(skill), _) => page.box_of(roadmap, skill),
            (None, Some(choice)) => page.place_of(Is::Choice(choice)),
            (None, None) => page.place_of(Is::Stage(map.stage(roadmap)?)),
        }
    }

    /// Columns and rows that the picture has.
    pub fn picture_room(&self) -> (i32, i32) {
        self.areas().list.map_or((0, 0), |area| (i32::from(area.width), i32::from(area.height)))
    }

    /// The rows of the card in the side pane.
    pub fn card_rows(&self, session: &Session) -> Cow<'_, [card::Row]> {
        let width = self.side_width();
        let (laid_for, rows) = &self.pages.laid;
        if *laid_for == width { rows.into() } else { self.lay_card(session, width).into() }
    }

    fn lay_card(&self, session: &Session, width: usize) -> Vec<card::Row> {
        let rows = |card| {
            card::rows(session.roadmap(), session.standing(), card, self.pages.day, width, self.look())
        };
        self.pages.card.as_ref().map(rows).unwrap_or_default()
    }

    fn side_width(&self) -> usize {
        self.areas().side.map_or(0, |area| usize::from(area.width))
    }

    /// The day that the pages are of.
    pub fn day(&self) -> Day {
        self.pages.day
    }

    /// Opens a list with nothing typed yet.
    pub fn open_list(&mut self, of: Listed) {
        self.overlay = Some(Overlay::List(List::new(of)));
    }

    /// Says something until the next key.
    pub fn say(&mut self, text: impl Into<String>) {
        self.talk.say(Said { text: text.into(), failed: false });
    }

    /// Says that something failed.
    pub fn complain(&mut self, text: impl Into<String>) {
        self.talk.say(Said { text: text.into(), failed: true });
    }
}
