//! The state of the full screen.

mod picture;

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::action::Action;
use super::keymap::Keymap;
use super::look::Look;
use super::place::{Areas, Pane, Place, Screen};
use super::state::overlay::{List, Listed, Overlay};
use super::state::plan::{self, Planned};
use super::state::said::{Said, Talk};
use super::state::screens::Screens;
use super::state::sheet::{Laid, Laying};
use super::state::{map, today};
use super::visits::Visits;
use super::widget::card::{self, Item};
use crate::app::page::{self, Card, DoneOverTime, MapPage, ProgressPage, Today, Until};
use crate::app::{Session, notice};
use crate::domain::{ChoiceIx, Day, Node, SkillIx};
use crate::engine::review::Queue;

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

/// What the engines said, kept until something changes.
pub struct Pages {
    revision: u64,
    day: Day,
    /// The day's page.
    pub today: Today,
    /// The order and until when; made when it is first looked at.
    pub plan: Option<Planned>,
    /// What is due for review; made when it is first looked at.
    pub review: Option<Queue>,
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
    /// The rows of the cards that were looked at since something changed, and the width that they were laid for: on the
    /// map one goes to and fro.
    laid: (usize, BTreeMap<SkillIx, Vec<card::Row>>),
    /// The outlook of the plan, or the figures of Progress.
    pub sheet: Option<Laid>,
}

/// How many cards are kept laid.
const KEPT_CARDS: usize = 64;

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
            review: None,
            progress: None,
            over_time: None,
            map: None,
            drafts: 0,
            fitted: (0, 0),
            card: None,
            laid: (0, BTreeMap::new()),
            sheet: None,
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
        let has = today::Has {
            until: self.until() != Until::Nothing,
            reviews: self.pages.today.reviews > 0,
            foot: self.assumed().next().is_some(),
        };
        today::Layout::of(self.height(Pane::List), has)
    }

    /// Until when the goal will be reached: by the plan where it is made already, else as it was said last.
    pub fn until(&self) -> Until {
        let plan = self.pages.plan.as_ref().map(|planned| &planned.page);
        let fresh = plan.and_then(|plan| Some(Until::Said(plan.day, plan.forecast.as_ref()?.goal)));
        fresh.unwrap_or(self.pages.today.until)
    }

    /// The skill in focus, if one is.
    pub fn focus(&self) -> Option<SkillIx> {
        match self.place.screen {
            Screen::Today => self.screens.today.focus(&self.pages.today),
            Screen::Map => self.screens.map.focus(),
            Screen::Plan => self.pages.plan.as_ref()?.focus(&self.screens.plan),
            Screen::Review => Some(self.screens.review.current(self.pages.review.as_ref()?)?.skill),
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
            (self.pages.progress, self.pages.review) = (None, None);
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
        if self.place.screen == Screen::Review {
            let limit = page::day_limit(session, self.screens.review.beyond);
            let queue = self.pages.review.get_or_insert_with(|| page::review(session, limit));
            self.screens.review.follow(queue);
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
        let (laid_for, laid) = &self.pages.laid;
        if stale || *laid_for != width || laid.len() >= KEPT_CARDS {
            self.pages.laid = (width, BTreeMap::new());
        }
        if let Some(skill) = focus.filter(|skill| !self.pages.laid.1.contains_key(skill)) {
            let rows = self.lay_card(session, width);
            self.pages.laid.1.insert(skill, rows);
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

    /// The rows of the card in the side pane.
    pub fn card_rows(&self, session: &Session) -> Cow<'_, [card::Row]> {
        let width = self.side_width();
        let (laid_for, laid) = &self.pages.laid;
        let skill = self.pages.card.as_ref().map(|card| card.skill);
        let kept = skill.filter(|_| *laid_for == width).and_then(|skill| laid.get(&skill));
        kept.map_or_else(|| self.lay_card(session, width).into(), |rows| rows.into())
    }

    fn lay_card(&self, session: &Session, width: usize) -> Vec<card::Row> {
        let rows = |card| {
            card::rows(session.roadmap(), session.standing(), card, self.pages.day, width, self.look())
        };
        self.pages.card.as_ref().map(rows).unwrap_or_default()
    }

    /// What lines for a pane of this width depend on.
    pub fn laying(&self, session: &Session, width: u16) -> Laying {
        let stage = self.focus().map(|skill| session.roadmap().skill(skill).stage);
        let (revision, day) = (self.pages.revision, self.pages.day);
        Laying { screen: self.place.screen, revision, day, width, stage }
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
