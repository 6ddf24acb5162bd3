//! The graphs of a roadmap: the way of a few skills, and the whole road with its tracks as bands.

use std::collections::BTreeSet;
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
    /// Its nodes are the skills in road order; each track is a band, and the layers are pinned.
    pub graph: Graph,
    /// For each stage in road order, the layers from its first skills to its last ones; empty if it has no skills.
    pub stages: Vec<Range<u16>>,
}

/// The graph of the whole road: bands are tracks, and a stage stands right of the stages of its track before it. A
/// skill stands right of all that it requires, unless that leads back over stages.
pub fn whole(roadmap: &Roadmap, box_of: impl Fn(SkillIx) -> (u16, u16)) -> Whole {
    let required: Vec<Vec<SkillIx>> = roadmap.skills().map(|(skill, _)| required(roadmap, skill)).collect();
    let layers = Walk::new(roadmap, &required).layers();
    let node = |(skill, told): (SkillIx, &domain::Skill)| {
        let (width, height) = box_of(skill);
        let band = roadmap.stage(told.stage).track.0 as u16;
        Node { width, height, band, layer: Some(layers[skill.at()]) }
    };
    let edges = required
        .iter()
        .enumerate()
        .flat_map(|(to, before)| before.iter().map(move |from| Edge { from: from.at(), to }));
    let graph = Graph { nodes: roadmap.skills().map(node).collect(), edges: edges.collect() };
    let stages = roadmap.stages().map(|(stage, _)| {
        let layers = || roadmap.skills_of(stage).map(|(skill, _)| layers[skill.at()]);
        layers().min().unwrap_or(0)..layers().max().map_or(0, |last| last + 1)
    });
    Whole { stages: stages.collect(), graph }
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

/// A walk over the road from the left: a skill is placed once all that it requires is, and once the stage before its own
/// is behind. Where these demands go round in a circle, which leads over stages, a line is given up.
struct Walk<'a> {
    roadmap: &'a Roadmap,
    required: &'a [Vec<SkillIx>],
    opens: Vec<Vec<SkillIx>>,
    layers: Vec<Option<u16>>,
    /// For each skill, how many of those that it requires are not placed.
    waits: Vec<usize>,
    /// The same, of its own stage.
    waits_here: Vec<usize>,
    /// For each stage, how many of its skills are not placed.
    left: Vec<usize>,
    /// For each stage that is open, its first layer.
    starts: Vec<Option<u16>>,
}

impl<'a> Walk<'a> {
    fn new(roadmap: &'a Roadmap, required: &'a [Vec<SkillIx>]) -> Self {
        let mut opens = vec![Vec::new(); required.len()];
        let stage = |skill: SkillIx| roadmap.skill(skill).stage;
        for (skill, _) in roadmap.skills() {
            required[skill.at()].iter().for_each(|before| opens[before.at()].push(skill));
        }
        let here = |(skill, _): (SkillIx, &domain::Skill)| {
            required[skill.at()].iter().filter(|&&before| stage(before) == stage(skill)).count()
        };
        Self {
            waits: required.iter().map(Vec::len).collect(),
            waits_here: roadmap.skills().map(here).collect(),
            left: roadmap.stages().map(|(stage, _)| roadmap.skills_of(stage).count()).collect(),
            starts: vec![None; roadmap.stages().count()],
            layers: vec![None; required.len()],
            roadmap,
            required,
            opens,
        }
    }

    /// The layer of each skill.
    fn layers(mut self) -> Vec<u16> {
        let mut ready = BTreeSet::new();
        for (track, _) in self.roadmap.tracks() {
            if let Some((first, _)) = self.roadmap.stages_of(track).next() {
                self.open(first, 0, &mut ready);
            }
        }
        while let Some(skill) = ready.pop_first().or_else(|| self.stuck()) {
            self.place(skill, &mut ready);
        }
        self.layers.into_iter().map(Option::unwrap_or_default).collect()
    }

    /// Lets the skills of a stage be placed from this layer on. An empty stage is behind at once.
    fn open(&mut self, mut stage: StageIx, start: u16, ready: &mut BTreeSet<SkillIx>) {
        while self.left[stage.at()] == 0 {
            let Some(next) = self.next(stage) else { return };
            stage = next;
        }
        self.starts[stage.at()] = Some(start);
        let free = self.roadmap.skills_of(stage).map(|(skill, _)| skill);
        ready.extend(free.filter(|skill| self.waits[skill.at()] == 0));
    }

    /// The next stage of the track.
    fn next(&self, stage: StageIx) -> Option<StageIx> {
        let next = StageIx::new(stage.at() + 1);
        let track = |stage: StageIx| self.roadmap.stage(stage).track;
        (next.at() < self.starts.len() && track(next) == track(stage)).then_some(next)
    }

    fn place(&mut self, skill: SkillIx, ready: &mut BTreeSet<SkillIx>) {
        let stage = self.roadmap.skill(skill).stage;
        let start = self.starts[stage.at()].unwrap_or(0);
        let before = self.required[skill.at()].iter().filter_map(|before| self.layers[before.at()]);
        let layer = before.map(|layer| layer + 1).max().unwrap_or(0).max(start);
        self.layers[skill.at()] = Some(layer);
        for at in 0..self.opens[skill.at()].len() {
            let opened = self.opens[skill.at()][at];
            let its = self.roadmap.skill(opened).stage;
            self.waits[opened.at()] -= 1;
            self.waits_here[opened.at()] -= usize::from(its == stage);
            let is_new = self.layers[opened.at()].is_none() && self.starts[its.at()].is_some();
            if self.waits[opened.at()] == 0 && is_new {
                ready.insert(opened);
            }
        }
        self.left[stage.at()] -= 1;
        if self.left[stage.at()] == 0 {
            let layers = self.roadmap.skills_of(stage).filter_map(|(skill, _)| self.layers[skill.at()]);
            let end = layers.max().map_or(start, |last| last + 1);
            if let Some(next) = self.next(stage) {
                self.open(next, end, ready);
            }
        }
    }

    /// The first skill of an open stage that waits only for skills of other stages.
    fn stuck(&self) -> Option<SkillIx> {
        let free = |&(skill, told): &(SkillIx, &domain::Skill)| {
            let at = skill.at();
            self.layers[at].is_none() && self.waits_here[at] == 0 && self.starts[told.stage.at()].is_some()
        };
        self.roadmap.skills().find(free).map(|(skill, _)| skill)
    }
}
