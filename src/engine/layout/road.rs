//! The graphs of a roadmap: the way of a few skills, and the whole road with its tracks as bands.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::graph::{Edge, Graph, Node};
use crate::domain::{self, Roadmap, SkillIx, StageIx};

/// The graph of some skills: each skill's lines to those that require it, one band, layers as they come. Its nodes are
/// the skills in the order given, each once; `box_of` says how many cells across and down a skill takes.
pub fn way(roadmap: &Roadmap, skills: &[SkillIx], box_of: impl Fn(SkillIx) -> (u16, u16)) -> Graph {
    let mut node_of = vec![None; roadmap.skills().len()];
    for (node, skill) in skills.iter().enumerate() {
        node_of[skill.at()].get_or_insert(node);
    }
    let node = |&skill: &SkillIx| {
        let (width, height) = box_of(skill);
        Node { width, height, band: 0, layer: None }
    };
    let mut edges = Vec::new();
    for (to, &skill) in skills.iter().enumerate().filter(|(to, skill)| node_of[skill.at()] == Some(*to)) {
        let before = required(roadmap, skill).into_iter().filter_map(|before| node_of[before.at()]);
        edges.extend(before.map(|from| Edge { from, to }));
    }
    Graph { nodes: skills.iter().map(node).collect(), edges }
}

/// The whole road as a graph.
#[derive(Clone, Debug)]
pub struct Whole {
    /// Its boxes and lines: each track is a band, and the layers are pinned.
    pub graph: Graph,
    /// What each box is: the skills and the choices, stage by stage.
    pub boxes: Vec<domain::Node>,
    /// For each stage in road order, the layers from its first boxes to its last ones; empty if it has none.
    pub stages: Vec<Range<u16>>,
}

/// The graph of the whole road: bands are tracks, a stage stands right of the stages of its track before it, and within
/// a stage boxes stand by depth. A choice is a box of its own, behind its options and before what asks for it. Lines
/// that lead back over stages, or to a stage of another track that stands further left, are there all the same.
pub fn whole(roadmap: &Roadmap, box_of: impl Fn(domain::Node) -> (u16, u16)) -> Whole {
    let boxes: Vec<domain::Node> = roadmap.stages().flat_map(|(stage, _)| boxes_of(roadmap, stage)).collect();
    let columns = Columns::of(roadmap, &boxes);
    let node = |(at, &is): (usize, &domain::Node)| {
        let (width, height) = box_of(is);
        let band = roadmap.stage(stage_of(roadmap, is)).track.0 as u16;
        Node { width, height, band, layer: columns.layers.get(at).copied() }
    };
    let nodes = boxes.iter().enumerate().map(node).collect();
    let into = |(to, &is): (usize, &domain::Node)| {
        let before = before(roadmap, is).into_iter().filter_map(|before| columns.places.get(&before));
        before.map(|&from| Edge { from, to }).collect::<Vec<_>>()
    };
    let edges = boxes.iter().enumerate().flat_map(into).collect();
    Whole { graph: Graph { nodes, edges }, stages: columns.stages, boxes }
}

/// The skills and choices of a stage.
fn boxes_of(roadmap: &Roadmap, stage: StageIx) -> impl Iterator<Item = domain::Node> + '_ {
    let skills = roadmap.skills_of(stage).map(|(skill, _)| domain::Node::Skill(skill));
    let choices = roadmap.choices_of(stage);
    skills.chain(choices.map(|(choice, _)| domain::Node::Choice(choice)))
}

fn stage_of(roadmap: &Roadmap, node: domain::Node) -> StageIx {
    match node {
        domain::Node::Skill(skill) => roadmap.skill(skill).stage,
        domain::Node::Choice(choice) => roadmap.choice(choice).stage,
    }
}

/// What lines lead to a box from: what a skill requires, the options of a choice.
fn before(roadmap: &Roadmap, node: domain::Node) -> Vec<domain::Node> {
    match node {
        domain::Node::Skill(skill) => roadmap.skill(skill).requires.clone(),
        domain::Node::Choice(choice) => {
            roadmap.choice(choice).options.iter().map(|&option| domain::Node::Skill(option)).collect()
        }
    }
}

/// In which layers everything stands.
struct Columns {
    /// The place of each box among the boxes.
    places: BTreeMap<domain::Node, usize>,
    /// The layer of each box.
    layers: Vec<u16>,
    /// The layers of each stage.
    stages: Vec<Range<u16>>,
}

impl Columns {
    fn of(roadmap: &Roadmap, boxes: &[domain::Node]) -> Self {
        let places = boxes.iter().enumerate().map(|(at, &is)| (is, at)).collect();
        let mut columns = Self { places, layers: vec![0; boxes.len()], stages: Vec::new() };
        for (track, _) in roadmap.tracks() {
            let mut start = 0;
            for (stage, _) in roadmap.stages_of(track) {
                let end = columns.place(roadmap, stage, start);
                columns.stages.push(start..end);
                start = end;
            }
        }
        columns
    }

    /// Places the boxes of a stage from `start` on by the longest chain before each within the stage; gives the first
    /// layer behind them.
    fn place(&mut self, roadmap: &Roadmap, stage: StageIx, start: u16) -> u16 {
        let own: Vec<domain::Node> = boxes_of(roadmap, stage).collect();
        let mut end = start;
        // Each pass settles at least the next link of every chain.
        for _ in 0..=own.len() {
            let was = self.layers.clone();
            for &is in &own {
                let here = |node: &domain::Node| stage_of(roadmap, *node) == stage;
                let chain = before(roadmap, is).into_iter().filter(here);
                let layer = chain.filter_map(|node| self.layer(node)).map(|layer| layer + 1).max();
                let layer = layer.unwrap_or(start).max(start);
                if let Some(&at) = self.places.get(&is) {
                    self.layers[at] = layer;
                }
                end = end.max(layer + 1);
            }
            if was == self.layers {
                break;
            }
        }
        end
    }

    fn layer(&self, node: domain::Node) -> Option<u16> {
        self.places.get(&node).and_then(|&at| self.layers.get(at).copied())
    }
}

/// What a skill requires directly, in road order; of a choice all options.
fn required(roadmap: &Roadmap, skill: SkillIx) -> Vec<SkillIx> {
    let mut before = BTreeSet::new();
    for node in &roadmap.skill(skill).requires {
        match node {
            domain::Node::Skill(skill) => drop(before.insert(*skill)),
            domain::Node::Choice(choice) => before.extend(&roadmap.choice(*choice).options),
        }
    }
    before.into_iter().collect()
}
