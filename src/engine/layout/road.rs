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

#[cfg(test)]
mod tests {
    use super::super::{Effort, lay_out, tests::laws};
    use super::*;
    use crate::domain::fixture::{choice, on, road, roads, skill};
    use crate::domain::{ChoiceIx, Skill};
    use crate::format::shipped::shipped;

    fn lines(graph: &Graph) -> Vec<(usize, usize)> {
        graph.edges.iter().map(|edge| (edge.from, edge.to)).collect()
    }

    #[test]
    fn a_way_has_the_lines_between_its_skills_and_all_options_of_a_choice() {
        let skills = vec![
            skill("a", 1.0, &[]),
            skill("b", 1.0, &[on(0)]),
            skill("c", 1.0, &[]),
            skill("d", 1.0, &[on(0), domain::Node::Choice(ChoiceIx(0))]),
        ];
        let road = road(skills, vec![choice("x", &[0, 1, 2])], vec![]);
        let of = |skills: &[u32]| {
            way(&road, &skills.iter().map(|&ix| SkillIx(ix)).collect::<Vec<_>>(), |ix| (8 + ix.0 as u16, 3))
        };
        assert_eq!(lines(&of(&[0, 1, 2, 3])), [(0, 1), (0, 3), (1, 3), (2, 3)]);
        let few = of(&[3, 1]);
        assert_eq!(lines(&few), [(1, 0)]);
        assert_eq!(few.nodes[0], Node { width: 11, height: 3, band: 0, layer: None });
    }

    #[test]
    fn stages_follow_each_other_and_skills_stand_by_depth() {
        let at = |stage: u32, name: &str, requires: &[u32]| {
            let requires: Vec<domain::Node> = requires.iter().map(|&ix| on(ix)).collect();
            Skill { stage: StageIx(stage), ..skill(name, 1.0, &requires) }
        };
        // The second skill leads back over a stage; stage 2 has no skill.
        let skills =
            vec![at(0, "a", &[]), at(0, "b", &[0, 3]), at(1, "c", &[0]), at(1, "d", &[2]), at(3, "e", &[0])];
        let whole = whole(&road(skills, vec![], vec![]), |_| (8, 1));
        let layers: Vec<u16> = whole.graph.nodes.iter().filter_map(|node| node.layer).collect();
        assert_eq!(layers, [0, 1, 2, 3, 4]);
        assert_eq!(whole.stages, [0..2, 2..4, 0..0, 4..5]);
        assert_eq!(laws::broken(&whole.graph, &lay_out(&whole.graph, Effort::Full)), Vec::<String>::new());
    }

    #[test]
    fn nearly_all_lines_of_the_shipped_road_run_to_the_right() {
        let roadmap = shipped();
        let Whole { graph, stages } = whole(&roadmap, |_| (20, 1));
        let back =
            graph.edges.iter().filter(|edge| graph.nodes[edge.from].layer >= graph.nodes[edge.to].layer);
        assert!(back.count() * 20 < graph.edges.len());
        for (track, _) in roadmap.tracks() {
            let spans: Vec<_> =
                roadmap.stages_of(track).map(|(stage, _)| stages[stage.at()].clone()).collect();
            assert!(spans.windows(2).all(|pair| pair[0].end <= pair[1].start), "{spans:?}");
        }
        assert_eq!(laws::broken(&graph, &lay_out(&graph, Effort::Full)), Vec::<String>::new());
    }

    #[test]
    fn a_way_of_ten_skills_is_no_higher_than_a_terminal() {
        let roadmap = shipped();
        for (skill, _) in roadmap.skills() {
            let mut skills = BTreeSet::from([skill]);
            let mut open = vec![skill];
            while let Some(skill) = open.pop() {
                open.extend(required(&roadmap, skill).into_iter().filter(|before| skills.insert(*before)));
            }
            let skills: Vec<SkillIx> = skills.into_iter().collect();
            if skills.len() <= 10 {
                for (rows, most) in [(1, 12), (3, 24)] {
                    let layout = lay_out(&way(&roadmap, &skills, |_| (20, rows)), Effort::Full);
                    assert!(layout.height <= most, "{}: {} rows", roadmap.skill(skill).id, layout.height);
                }
            }
        }
    }

    proptest::proptest! {
        #[test]
        fn every_roadmap_has_a_whole(road in roads(9)) {
            let whole = whole(&road, |_| (8, 1));
            proptest::prop_assert_eq!(whole.graph.nodes.len(), road.skills().len());
            let layer = |at: usize| whole.graph.nodes[at].layer;
            let right = whole.graph.edges.iter().all(|edge| layer(edge.from) < layer(edge.to));
            proptest::prop_assert!(right);
        }
    }
}
