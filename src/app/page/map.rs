//! The road laid out to be drawn: which boxes there are, where they stand, what each tells of.

mod boxed;
mod draft;
mod kept;
mod told;

use std::collections::BTreeMap;
use std::ops::Range;

use crate::app::Session;
use crate::domain::{Roadmap, SkillIx, StageIx, TrackIx};
use crate::engine::layout::rails::{Rails, rails};
use crate::engine::layout::{self, Edge, Effort, Graph, Layout, Place};
use crate::engine::share;
use crate::export::cells::{Band, Heading, Overview, Scene, Told, Way, Zoom, size_of, size_of_rails};
use draft::{Columns, Draft};
use kept::Kept;

pub use boxed::{Is, Shown};
pub use draft::Stub;
pub use told::{along, told};

/// How many rails a way may have beside each other.
const MOST_RAILS: usize = 16;

/// Boxes that are laid out with all effort at once: it takes no longer than a frame may.
const AT_ONCE: usize = 600;

/// The road laid out. It holds for one roadmap, whatever the learner does.
pub struct MapPage {
    /// How much of the road it shows.
    pub shown: Shown,
    /// How near one looks.
    pub zoom: Zoom,
    /// What each box is, by its place in the graph.
    pub boxes: Vec<Is>,
    /// Where the lines lead that end in stubs. Their places in the graph are those behind the boxes.
    pub stubs: Vec<Stub>,
    /// The lines between the boxes, drawn through or not.
    pub edges: Vec<Edge>,
    /// All of it, laid out.
    pub scene: Scene,
    /// A skill's own way as a list with rails, for where the picture is too large.
    rails: Option<Rails>,
    /// The columns and rows that the list takes.
    listed: (i32, i32),
    bands: Vec<(Option<TrackIx>, Columns)>,
    /// The place of each box among all.
    found: BTreeMap<Is, usize>,
    kept: Kept,
    /// What a first rough layout leaves to be done.
    rest: Option<Graph>,
}

impl MapPage {
    /// Lays the road out; a large one roughly, see [`MapPage::rest`]. `ascii` says which signs the boxes will hold,
    /// since they differ in width.
    /// `room` is the columns and rows that stations may fill.
    pub fn new(session: &Session, shown: Shown, zoom: Zoom, (ascii, room): (bool, (i32, i32))) -> Self {
        let box_of = |is: Is| size_of(&told(session, is, None), zoom, ascii);
        let draft = Draft::of(session, (shown, zoom), (ascii, room), box_of);
        let at_once = draft.graph.nodes.len() <= AT_ONCE;
        let effort = if at_once { Effort::Full } else { Effort::Rough };
        let laid = layout::lay_out(&draft.graph, effort);
        let rails = match shown {
            Shown::Way(_) => {
                let (needs, helps) = draft.graph.edges.split_at(draft.helps.start);
                let of = |helps: &[Edge]| rails(draft.boxes.len(), needs, helps, MOST_RAILS);
                of(helps).or_else(|| of(&[]))
            }
            Shown::Whole => None,
        };
        let told = |at: usize| told(session, draft.boxes[at], None);
        let listed = rails.as_ref().map_or((0, 0), |rails| size_of_rails(rails, told, ascii));
        let edges = draft.edges();
        let scene = Scene::new(laid, draft.lines());
        let rest = (!at_once).then_some(draft.graph);
        let Draft { boxes, stubs, bands, .. } = draft;
        let found = boxes.iter().enumerate().map(|(at, &is)| (is, at)).collect();
        let kept = Kept::default();
        Self { shown, zoom, boxes, stubs, edges, scene, rails, listed, bands, found, kept, rest }
    }

    /// What is to be laid out with all effort, away from where keys are waited for, and then be brought to
    /// [`MapPage::finish`].
    pub fn rest(&mut self) -> Option<Graph> {
        self.rest.take()
    }

    /// Takes in the layout of what [`MapPage::rest`] gave.
    pub fn finish(&mut self, laid: Layout) {
        self.scene = Scene::new(laid, self.scene.lines().to_vec());
        self.kept.forget_layout();
    }

    /// Brings what is kept for the next frames up to the box in focus, to what the session says, and to a small map of
    /// so many columns and rows, if there is to be one. Done again with the same, it does nothing.
    pub fn keep(&mut self, session: &Session, focus: Option<usize>, small: Option<(u16, u16)>) {
        let (boxes, layout) = (&self.boxes, self.scene.layout());
        let along = |node: usize| along(session, boxes[node]);
        self.kept.way(focus, |node| self.scene.way(node));
        self.kept.small(small, session.revision(), |size| Overview::new(layout, boxes.len(), size, along));
    }

    /// The way of the box that was in focus when it was last kept.
    pub fn way(&self) -> Option<&Way> {
        self.kept.own_way()
    }

    /// The small map, if there is one.
    pub fn overview(&self) -> Option<&Overview> {
        self.kept.overview()
    }

    /// Where the boxes stand, without the stubs.
    pub fn places(&self) -> &[Place] {
        self.scene.layout().places.get(..self.boxes.len()).unwrap_or_default()
    }

    /// What a box or a stub tells of; `next` is the plan's next step.
    pub fn told<'a>(&'a self, session: &'a Session, node: usize, next: Option<SkillIx>) -> Told<'a> {
        match self.stub(node) {
            Some(stub) => Told::Stub { title: &stub.title },
            None => told(session, self.boxes[node], next),
        }
    }

    /// The stub in a place of the graph, if one is there.
    fn stub(&self, node: usize) -> Option<&Stub> {
        self.stubs.get(node.checked_sub(self.boxes.len())?)
    }

    /// The box that one goes to from a place of the graph: itself, or the first one that a stub leads to.
    pub fn aim(&self, node: usize) -> Option<usize> {
        match self.stub(node) {
            Some(stub) => stub.lines.to.first().copied(),
            None => (node < self.boxes.len()).then_some(node),
        }
    }

    /// The list with rails that shows in a room of these columns and rows, since the picture does not fit it.
    pub fn rails_in(&self, room: (i32, i32)) -> Option<&Rails> {
        let layout = self.scene.layout();
        let fits = layout.width <= room.0 && layout.height <= room.1;
        self.rails.as_ref().filter(|_| !fits && self.zoom != Zoom::Near)
    }

    /// The columns and rows of what shows in such a room.
    pub fn extent(&self, room: (i32, i32)) -> (i32, i32) {
        let layout = self.scene.layout();
        if self.rails_in(room).is_some() { self.listed } else { (layout.width, layout.height) }
    }

    /// Where a box is in what shows in such a room, and how large it is.
    pub fn spot(&self, node: usize, room: (i32, i32)) -> ((i32, i32), (i32, i32)) {
        if self.rails_in(room).is_some() {
            return ((0, node as i32), (self.listed.0, 1));
        }
        let place = &self.scene.layout().places[node];
        ((place.x, place.y), (i32::from(place.width), i32::from(place.height)))
    }

    /// The place in the graph of a skill, or of the stage that holds it.
    pub fn box_of(&self, roadmap: &Roadmap, skill: SkillIx) -> Option<usize> {
        self.place_of(Is::Skill(skill)).or_else(|| self.place_of(Is::Stage(roadmap.skill(skill).stage)))
    }

    /// The place in the graph of what this is, if it has a box of its own.
    pub fn place_of(&self, what: Is) -> Option<usize> {
        self.found.get(&what).copied()
    }

    /// The stages of a band above their columns.
    pub fn band(&self, session: &Session, at: usize) -> Option<Band> {
        let (roadmap, standing) = (session.roadmap(), session.standing());
        let (track, stages) = self.bands.get(at)?;
        let heading = |(stage, layers): &(StageIx, Range<u16>)| {
            let share = share::of_stage(roadmap, standing, *stage);
            let title = roadmap.stage(*stage).title.to_string();
            let layers = usize::from(layers.start)..usize::from(layers.end);
            Heading { layers, title, had: share.had, whole: share.whole }
        };
        let title = |track: TrackIx| roadmap.track(track).title.to_uppercase();
        Some(Band {
            title: track.map(title).unwrap_or_default(),
            headings: stages.iter().map(heading).collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Day, DeviceId, Settings};
    use crate::format::shipped::shipped;
    use crate::store::clock::Clock;
    use crate::store::journal::MemoryJournal;

    /// The room that the picture has on a terminal of 80x24.
    const ROOM: (i32, i32) = (78, 21);

    fn session() -> Session {
        let journal = Box::new(MemoryJournal::new(DeviceId::parse("01J00000000000000000000000").unwrap()));
        let clock = Clock::Fixed(Day::parse("2026-11-24").unwrap());
        Session::new(shipped(), journal, clock, Settings::default(), Vec::new()).unwrap()
    }

    #[test]
    fn every_line_of_the_whole_road_is_drawn_through_or_has_a_stub_and_a_sign_at_its_ends() {
        let session = session();
        let roadmap = session.roadmap();
        let page = MapPage::new(&session, Shown::Whole, Zoom::Middle, (false, ROOM));
        let layout = page.scene.layout();
        let is_drawn = |edge: Edge| {
            let lines = page.scene.lines().iter().zip(&layout.routes);
            lines.clone().any(|(line, route)| line.edge == edge && !line.helps && route.points.len() > 1)
        };
        let has_stub = |edge: Edge| {
            let stub = page
                .stubs
                .iter()
                .position(|stub| stub.lines.from == edge.from && stub.lines.to.contains(&edge.to));
            let end = stub.map(|stub| page.boxes.len() + stub);
            end.is_some_and(|end| {
                is_drawn(Edge { from: edge.from, to: end }) && page.scene.beyond(end).is_some()
            }) && page.scene.beyond(edge.to).is_some()
        };
        let mut stubbed = 0;
        for (skill, told) in roadmap.skills() {
            let to = page.place_of(Is::Skill(skill)).unwrap();
            for edge in
                told.requires.iter().map(|&node| Edge { from: page.place_of(Is::of(node)).unwrap(), to })
            {
                assert!(is_drawn(edge) != has_stub(edge), "{} {edge:?}", told.id);
                stubbed += usize::from(has_stub(edge));
            }
        }
        assert!(stubbed > 20, "{stubbed}");
    }

    #[test]
    fn of_the_shipped_road_nine_ways_of_ten_fit_the_design_size() {
        let session = session();
        let skills: Vec<SkillIx> = session.roadmap().skills().map(|(skill, _)| skill).collect();
        let fits = |skill: &&SkillIx| {
            let page = MapPage::new(&session, Shown::Way(**skill), Zoom::Middle, (false, ROOM));
            let (columns, rows) = page.extent(ROOM);
            columns <= ROOM.0 && rows <= ROOM.1
        };
        let fitting = skills.iter().filter(fits).count();
        assert!(fitting * 10 >= skills.len() * 9, "{fitting} of {}", skills.len());
    }
}
