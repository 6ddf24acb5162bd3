//! What of the road is to be laid out: boxes, lines, and stubs for the lines that lead too far.

use std::collections::BTreeMap;
use std::ops::Range;

use super::boxed::{Is, Shown};
use crate::app::Session;
use crate::domain::{Node, Roadmap, SkillIx, StageIx, TrackIx};
use crate::engine::layout::{self, Edge, Graph, road, stubs};
use crate::engine::suggest;
use crate::export::cells::{Line, STUB, Zoom, size_of_stub};
use crate::export::measure::cut;
use crate::export::signs;

/// The stages of a track, each with the layers that it spans.
pub(super) type Columns = Vec<(StageIx, Range<u16>)>;

/// Where the far lines of a box lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stub {
    /// The stages at their other ends, as the stub says them.
    pub title: String,
    /// The lines; at least one.
    pub lines: stubs::Stub,
}

/// What is to be laid out.
#[derive(Default)]
pub(super) struct Draft {
    /// What each box is. In the graph the stubs stand behind them.
    pub boxes: Vec<Is>,
    /// The stubs.
    pub stubs: Vec<Stub>,
    /// Boxes, stubs and lines.
    pub graph: Graph,
    /// Which of the lines only help.
    pub helps: Range<usize>,
    /// The bands, each with the track that it begins and its stages.
    pub bands: Vec<(Option<TrackIx>, Columns)>,
}

impl Draft {
    /// What there is to be laid out; `box_of` says how many cells a box takes.
    pub fn of(
        session: &Session,
        (shown, zoom): (Shown, Zoom),
        (ascii, room): (bool, (i32, i32)),
        box_of: impl Fn(Is) -> (u16, u16),
    ) -> Self {
        let roadmap = session.roadmap();
        match (shown, zoom) {
            (Shown::Way(skill), _) => {
                let skills = around(session, skill);
                let graph = road::way(roadmap, &skills, |skill| box_of(Is::Skill(skill)));
                let boxes = skills.into_iter().map(Is::Skill).collect();
                Self { boxes, graph, ..Self::default() }.with_help(roadmap, |_, _| true)
            }
            (Shown::Whole, Zoom::Far) => stations(roadmap, room, |stage| box_of(Is::Stage(stage))),
            (Shown::Whole, _) => whole(roadmap, ascii, box_of),
        }
    }

    /// The lines between the boxes, drawn through or not.
    pub fn edges(&self) -> Vec<Edge> {
        let required = self.graph.edges[..self.helps.start].iter().copied();
        let far = self.stubs.iter().map(|stub| &stub.lines);
        required.chain(far.flat_map(|far| far.to.iter().map(|&to| Edge { from: far.from, to }))).collect()
    }

    /// The lines of the graph, and behind them those from the stubs on, which are not drawn through.
    pub fn lines(&self) -> Vec<Line> {
        let laid = self.graph.edges.iter().enumerate();
        let laid = laid.map(|(at, &edge)| Line { edge, helps: self.helps.contains(&at) });
        let stubs = (self.boxes.len()..).zip(&self.stubs);
        let beyond = stubs.flat_map(|(from, stub)| stub.lines.to.iter().map(move |&to| Edge { from, to }));
        laid.chain(beyond.map(|edge| Line { edge, helps: false })).collect()
    }

    /// Adds the lines of what is good to have first. Boxes are in an order that no line leads back in, and none of
    /// these does.
    fn with_help(
        mut self,
        roadmap: &Roadmap,
        is_near: impl Fn(&layout::Node, &layout::Node) -> bool,
    ) -> Self {
        let places: BTreeMap<Is, usize> = self.boxes.iter().enumerate().map(|(at, &is)| (is, at)).collect();
        let required = self.graph.edges.len();
        for (to, is) in self.boxes.iter().enumerate() {
            let Is::Skill(skill) = is else { continue };
            let helps = roadmap.skill(*skill).helps.iter().filter_map(|&node| places.get(&Is::of(node)));
            for &from in helps.filter(|&&from| from < to) {
                let nodes = &self.graph.nodes;
                let edge = Edge { from, to };
                if is_near(&nodes[from], &nodes[to]) && !self.graph.edges[..required].contains(&edge) {
                    self.graph.edges.push(edge);
                }
            }
        }
        self.helps = required..self.graph.edges.len();
        self
    }
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

/// All of the road, its far lines as stubs.
fn whole(roadmap: &Roadmap, ascii: bool, box_of: impl Fn(Is) -> (u16, u16)) -> Draft {
    let whole = road::whole(roadmap, |node| box_of(Is::of(node)));
    let boxes = whole.boxes.iter().map(|&node| Is::of(node)).collect();
    let mut graph = whole.graph;
    let apart = stubs::set_apart(&mut graph);
    let columns = |track| {
        roadmap.stages_of(track).map(|(stage, _)| (stage, whole.stages[stage.at()].clone())).collect()
    };
    let bands = roadmap.tracks().map(|(track, _)| (Some(track), columns(track))).collect();
    let mut draft = Draft { boxes, graph, bands, ..Draft::default() }.with_help(roadmap, stubs::is_near);
    for lines in apart {
        let title = title_of(roadmap, &draft.boxes, &lines.to, ascii);
        stubs::hang(&mut draft.graph, lines.from, size_of_stub(&title));
        draft.stubs.push(Stub { title, lines });
    }
    draft
}

/// The stage of the first of these boxes, and how many more stages there are.
fn title_of(roadmap: &Roadmap, boxes: &[Is], to: &[usize], ascii: bool) -> String {
    let mut stages: Vec<StageIx> = to.iter().filter_map(|&to| boxes.get(to)?.stage(roadmap)).collect();
    stages.sort();
    stages.dedup();
    let first = stages.first().map_or("", |&stage| roadmap.stage(stage).title.as_str());
    match stages.len() {
        0 | 1 => first.to_owned(),
        more => {
            let rest = format!(" +{}", more - 1);
            format!("{}{rest}", cut(first, STUB.saturating_sub(rest.len()), signs::cut(ascii)))
        }
    }
}

/// Cells from one station to the next.
const BETWEEN: i32 = 4;

/// Rows that one row of stations takes, with those above and below it.
const A_ROW: i32 = 4;

/// A station a stage, joined along each track. A track that is longer than the room is wide goes on in a further row,
/// if the whole road then is in sight.
fn stations(roadmap: &Roadmap, room: (i32, i32), box_of: impl Fn(StageIx) -> (u16, u16)) -> Draft {
    let mut draft = Draft::default();
    let widest = roadmap.stages().map(|(stage, _)| i32::from(box_of(stage).0)).max().unwrap_or(1);
    let fitting = usize::try_from((room.0 + BETWEEN) / (widest + BETWEEN)).unwrap_or(0).max(1);
    let rows = roadmap.tracks().map(|(track, _)| roadmap.stages_of(track).count().div_ceil(fitting));
    let most = if rows.sum::<usize>() as i32 * A_ROW <= room.1 { fitting } else { usize::MAX };
    for (track, _) in roadmap.tracks() {
        let stages: Vec<StageIx> = roadmap.stages_of(track).map(|(stage, _)| stage).collect();
        let rows = stages.len().div_ceil(most).max(1);
        let a_row = stages.len().div_ceil(rows).max(1);
        for (at, &stage) in stages.iter().enumerate() {
            if at % a_row == 0 {
                draft.bands.push(((at == 0).then_some(track), Vec::new()));
            }
            let (width, height) = box_of(stage);
            let (band, layer) = ((draft.bands.len() - 1) as u16, Some((at % a_row) as u16));
            let node = draft.boxes.len();
            draft.boxes.push(Is::Stage(stage));
            draft.graph.nodes.push(layout::Node { width, height, band, layer });
            if at > 0 {
                draft.graph.edges.push(Edge { from: node - 1, to: node });
            }
        }
    }
    draft.helps = draft.graph.edges.len()..draft.graph.edges.len();
    draft
}
