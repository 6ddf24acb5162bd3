//! The road laid out for the map, as far as the model has to do with it.

use super::Model;
use crate::app::Session;
use crate::app::page::{Is, MapPage, Shown};
use crate::engine::layout::Layout;
use crate::export::cells::Zoom;
use crate::tui::effect::Draft;
use crate::tui::state::picture;

impl Model {
    /// Lays the road out as it is asked for, and brings the box in focus into sight when it changed.
    pub(super) fn follow(&mut self, session: &Session) {
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
}
