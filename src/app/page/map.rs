//! The road laid out to be drawn: which boxes there are, where they stand, what each tells of.

use std::ops::Range;

use crate::app::Session;
use crate::domain::{ChoiceIx, Node, Roadmap, SkillIx, StageIx};
use crate::engine::layout::rails::{Rails, rails};
use crate::engine::layout::{self, Edge, Effort, Graph, Route, road};
use crate::engine::share;
use crate::engine::suggest;
use crate::export::cells::{Along, Band, Heading, Line, Scene, Told, Zoom, size_of, size_of_rails};

/// How many layers a line of the whole road leads over at most.
const NEAR: i32 = 6;

/// How many rails a way may have beside each other.
const MOST_RAILS: usize = 16;

/// How much of the road a map shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    /// All of it, in bands of tracks and columns of stages.
    #[default]
    Whole,
    /// The way of one skill, laid out afresh: all that it needs, and what it opens right behind it.
    Way(SkillIx),
}

/// What a box of the map is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Is {
    /// A skill.
    Skill(SkillIx),
    /// A choice, behind its options.
    Choice(ChoiceIx),
    /// A stage as a station.
    Stage(StageIx),
}

/// The road laid out. It holds for one roadmap, whatever the learner does.
pub struct MapPage {
    /// How much of the road it shows.
    pub shown: Shown,
    /// How near one looks.
    pub zoom: Zoom,
    /// What each box is, by its place in the graph.
    pub boxes: Vec<Is>,
    /// The boxes and lines.
    pub graph: Graph,
    /// The same, laid out.
    pub scene: Scene,
    /// A skill's own way as a list with rails, for where the picture is too large.
    rails: Option<Rails>,
    /// The columns and rows that the list takes.
    listed: (i32, i32),
    bands: Vec<Columns>,
}

/// The stages of a track, each with the layers that it spans.
type Columns = Vec<(StageIx, Range<u16>)>;

impl Is {
    /// A box for what can be required.
    pub fn of(node: Node) -> Self {
        match node {
            Node::Skill(skill) => Self::Skill(skill),
            Node::Choice(choice) => Self::Choice(choice),
        }
    }
}

impl MapPage {
    /// Lays the road out. `ascii` says which signs the boxes will hold, since they differ in width.
    pub fn new(session: &Session, shown: Shown, zoom: Zoom, ascii: bool) -> Self {
        let roadmap = session.roadmap();
        let box_of = |is: Is| size_of(&told(session, is, None), zoom, ascii);
        let skill_box = |skill: SkillIx| box_of(Is::Skill(skill));
        let (boxes, mut graph, bands) = match (shown, zoom) {
            (Shown::Way(skill), _) => {
                let skills = around(session, skill);
                let graph = road::way(roadmap, &skills, skill_box);
                (skills.into_iter().map(Is::Skill).collect(), graph, Vec::new())
            }
            (Shown::Whole, Zoom::Far) => stations(roadmap, |stage| box_of(Is::Stage(stage))),
            (Shown::Whole, _) => {
                let whole = road::whole(roadmap, |node| box_of(Is::of(node)));
                let boxes = whole.boxes.iter().map(|&node| Is::of(node)).collect();
                (boxes, whole.graph, bands(roadmap, &whole.stages))
            }
        };
        let required = graph.edges.len();
        if shown != Shown::Whole {
            graph.edges.extend(helping(roadmap, &boxes, &graph));
        }
        let far = if shown == Shown::Whole { set_apart(&mut graph) } else { Vec::new() };
        let mut laid = layout::lay_out(&graph, Effort::Full);
        laid.routes.extend(far.iter().map(|_| Route::default()));
        graph.edges.extend(far);
        let line = |(at, &edge): (usize, &Edge)| Line { edge, helps: at >= required };
        let lines = graph.edges.iter().enumerate().map(line).collect();
        let rails = match shown {
            Shown::Way(_) => rails(boxes.len(), &graph.edges[..required], MOST_RAILS),
            Shown::Whole => None,
        };
        let told = |at: usize| told(session, boxes[at], None);
        let listed = rails.as_ref().map_or((0, 0), |rails| size_of_rails(rails, told, ascii));
        Self { shown, zoom, graph, scene: Scene::new(laid, lines), rails, listed, bands, boxes }
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
        let stage = roadmap.skill(skill).stage;
        self.boxes.iter().position(|&is| is == Is::Skill(skill) || is == Is::Stage(stage))
    }

    /// The place in the graph of what this is, if it has a box of its own.
    pub fn place_of(&self, what: Is) -> Option<usize> {
        self.boxes.iter().position(|&is| is == what)
    }

    /// The stages above their columns, by bands.
    pub fn headings(&self, session: &Session) -> Vec<Band> {
        let (roadmap, standing) = (session.roadmap(), session.standing());
        let heading = |(stage, layers): &(StageIx, Range<u16>)| {
            let share = share::of_stage(roadmap, standing, *stage);
            let title = roadmap.stage(*stage).title.to_string();
            let layers = usize::from(layers.start)..usize::from(layers.end);
            Heading { layers, title, had: share.had, whole: share.whole }
        };
        let of = |stages: &Columns| stages.iter().map(heading).collect();
        let tracks = roadmap.tracks().map(|(_, track)| track.title.to_uppercase());
        tracks.zip(&self.bands).map(|(title, stages)| Band { title, headings: of(stages) }).collect()
    }
}

/// What a box tells of; `next` is the plan's next step.
pub fn told(session: &Session, is: Is, next: Option<SkillIx>) -> Told<'_> {
    let (roadmap, standing, progress) = (session.roadmap(), session.standing(), session.progress());
    match is {
        Is::Skill(ix) => {
            let skill = roadmap.skill(ix);
            let said = progress.of(skill);
            let ticked = skill.outcomes.iter().filter(|outcome| said.has_ticked(outcome.key)).count();
            Told::Skill {
                title: &skill.title,
                status: standing.status(ix),
                hours: suggest::hours_left(roadmap, standing, progress, ix),
                ticked,
                outcomes: skill.outcomes.len(),
                next: next == Some(ix),
            }
        }
        Is::Choice(ix) => {
            let choice = roadmap.choice(ix);
            let had = choice.options.iter().filter(|&&option| standing.status(option).is_had()).count();
            let pick = choice.pick as usize;
            Told::Choice { title: &choice.title, had: had.min(pick), pick }
        }
        Is::Stage(stage) => Told::Stage {
            title: &roadmap.stage(stage).title,
            share: share::of_stage(roadmap, standing, stage),
        },
    }
}

/// How far a box is along; cheap enough to ask of the whole road.
pub fn along(session: &Session, is: Is) -> Along {
    match is {
        Is::Skill(skill) => session.standing().status(skill).into(),
        is => told(session, is, None).along(),
    }
}

/// Takes the lines out that would lead through many stages or to another track: of the whole road they would fill the
/// free cells so that nothing could be followed. What is in focus is bright with all that it needs and opens, be it far
/// or near; its own way has every line.
fn set_apart(graph: &mut Graph) -> Vec<Edge> {
    let nodes = &graph.nodes;
    let is_near = |edge: &Edge| {
        let (from, to) = (&nodes[edge.from], &nodes[edge.to]);
        let span = to.layer.zip(from.layer).map(|(to, from)| i32::from(to) - i32::from(from));
        from.band == to.band && span.is_none_or(|span| (1..=NEAR).contains(&span))
    };
    let (near, far) = graph.edges.iter().partition(|edge| is_near(edge));
    graph.edges = near;
    far
}

/// A way of so many skills is long: what only helps is left out of it, so that it stays in sight.
const LONG_WAY: usize = 16;

/// A skill's way in order: all that it takes, what is good to have before it, and the skills that it opens.
fn around(session: &Session, skill: SkillIx) -> Vec<SkillIx> {
    let roadmap = session.roadmap();
    let mut on_it = suggest::way(roadmap, session.standing(), session.progress(), skill);
    let helping = roadmap.skill(skill).helps.iter().filter_map(|&node| match node {
        Node::Skill(skill) => Some(skill),
        Node::Choice(_) => None,
    });
    let helping = helping.filter(|_| on_it.len() <= LONG_WAY);
    let helping: Vec<SkillIx> = helping.collect();
    on_it.extend(helping.into_iter().chain(roadmap.graph().opens(skill)));
    roadmap.graph().order().iter().copied().filter(|skill| on_it.contains(skill)).collect()
}

/// The lines of what is good to have first. Boxes are in an order that no line leads back in, and none of these does.
fn helping(roadmap: &Roadmap, boxes: &[Is], graph: &Graph) -> Vec<Edge> {
    let mut edges = Vec::new();
    for (to, is) in boxes.iter().enumerate() {
        let Is::Skill(skill) = is else { continue };
        let helps = roadmap.skill(*skill).helps.iter().map(|&node| Is::of(node));
        for from in helps.filter_map(|is| boxes[..to].iter().position(|&other| other == is)) {
            let edge = Edge { from, to };
            if !graph.edges.contains(&edge) {
                edges.push(edge);
            }
        }
    }
    edges
}

/// A station a stage, joined along each track.
fn stations(roadmap: &Roadmap, box_of: impl Fn(StageIx) -> (u16, u16)) -> (Vec<Is>, Graph, Vec<Columns>) {
    let (mut boxes, mut graph) = (Vec::new(), Graph::default());
    for (band, (track, _)) in roadmap.tracks().enumerate() {
        for (at, (stage, _)) in roadmap.stages_of(track).enumerate() {
            let (width, height) = box_of(stage);
            let node = boxes.len();
            boxes.push(Is::Stage(stage));
            graph.nodes.push(layout::Node { width, height, band: band as u16, layer: Some(at as u16) });
            if at > 0 {
                graph.edges.push(Edge { from: node - 1, to: node });
            }
        }
    }
    let bands = roadmap.tracks().map(|_| Vec::new()).collect();
    (boxes, graph, bands)
}

fn bands(roadmap: &Roadmap, stages: &[Range<u16>]) -> Vec<Columns> {
    let of = |track| roadmap.stages_of(track).map(|(stage, _)| (stage, stages[stage.at()].clone())).collect();
    roadmap.tracks().map(|(track, _)| of(track)).collect()
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

    #[test]
    fn of_the_shipped_road_nine_ways_of_ten_fit_the_design_size() {
        let journal = Box::new(MemoryJournal::new(DeviceId::parse("01J00000000000000000000000").unwrap()));
        let clock = Clock::Fixed(Day::parse("2026-11-24").unwrap());
        let session = Session::new(shipped(), journal, clock, Settings::default(), Vec::new()).unwrap();
        let skills: Vec<SkillIx> = session.roadmap().skills().map(|(skill, _)| skill).collect();
        let fits = |skill: &&SkillIx| {
            let page = MapPage::new(&session, Shown::Way(**skill), Zoom::Middle, false);
            let (columns, rows) = page.extent(ROOM);
            columns <= ROOM.0 && rows <= ROOM.1
        };
        let fitting = skills.iter().filter(fits).count();
        assert!(fitting * 10 >= skills.len() * 9, "{fitting} of {}", skills.len());
    }
}
