//! How long a layout takes, on the release build: `cargo bench --bench layout`.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a bench measures time and prints what it measured"
)]

use std::collections::BTreeSet;
use std::time::Instant;

use milepost::domain::{Node, Roadmap, SkillIx};
use milepost::engine::layout::{self, Edge, Effort, Graph, road};

fn main() {
    // `cargo test --benches` asks for a run that does nothing.
    if std::env::args().any(|word| word == "--test") {
        return;
    }
    let roadmap = milepost::format::shipped::shipped();
    let box_of = |node: Node| {
        let letters = roadmap.node_title(node).as_str().chars().count();
        ((letters as u16 + 3).min(24), 1)
    };
    let box_of_skill = |skill: SkillIx| box_of(Node::Skill(skill));
    time("the whole road", &road::whole(&roadmap, box_of).graph, Effort::Full, 20);
    time("the same, rough", &road::whole(&roadmap, box_of).graph, Effort::Rough, 20);
    let ways = roadmap.skills().map(|(skill, _)| way(&roadmap, skill));
    let ten = ways.min_by_key(|way| way.len().abs_diff(10)).unwrap_or_default();
    time("a way of ten", &road::way(&roadmap, &ten, box_of_skill), Effort::Full, 100);
    time("2,000 road-like", &road_like(10, 25), Effort::Full, 10);
    time("10,000 road-like, rough", &road_like(50, 25), Effort::Rough, 5);
    time("10,000 road-like", &road_like(50, 25), Effort::Full, 3);
}

fn time(what: &str, graph: &Graph, effort: Effort, runs: usize) {
    let mut times = Vec::with_capacity(runs);
    let mut size = (0, 0);
    for _ in 0..runs {
        let start = Instant::now();
        let layout = std::hint::black_box(layout::lay_out(std::hint::black_box(graph), effort));
        times.push(start.elapsed().as_secs_f64() * 1e3);
        size = (layout.width, layout.height);
    }
    times.sort_by(f64::total_cmp);
    let (nodes, lines) = (graph.nodes.len(), graph.edges.len());
    let (least, median, most) = (times[0], times[runs / 2], times[runs - 1]);
    println!(
        "{what:<24}{median:.2} ms ({least:.2} to {most:.2})   {nodes} nodes, {lines} lines, {}x{}",
        size.0, size.1
    );
}

/// A skill and all that it rests on.
fn way(roadmap: &Roadmap, skill: SkillIx) -> Vec<SkillIx> {
    let (mut way, mut open) = (BTreeSet::new(), vec![skill]);
    while let Some(skill) = open.pop() {
        if way.insert(skill) {
            for node in &roadmap.skill(skill).requires {
                match node {
                    Node::Skill(skill) => open.push(*skill),
                    Node::Choice(choice) => open.extend(&roadmap.choice(*choice).options),
                }
            }
        }
    }
    way.into_iter().collect()
}

/// Tracks of stages of eight skills: each requires one or two of its stage or of the one before, and one in twenty one of
/// another track.
fn road_like(tracks: usize, stages: usize) -> Graph {
    let track = stages * 8;
    let mut random = Random(7);
    let mut edges = BTreeSet::new();
    for at in 0..tracks * track {
        let (stage, within) = (at % track / 8, at % 8);
        let first = at - within - if stage > 0 { 8 } else { 0 };
        for _ in 0..random.below(3).max(1) {
            if at > first {
                edges.insert(Edge { from: first + random.below(at - first), to: at });
            }
        }
        if stage > 0 && random.below(20) == 0 {
            let other = (at / track + 1 + random.below(tracks - 1)) % tracks * track;
            edges.insert(Edge { from: other + stage * 8 - 1 - random.below((stage * 8).min(64)), to: at });
        }
    }
    let width = |at: usize| 8 + (at * 7 % 17) as u16;
    let node = |at| layout::Node { width: width(at), height: 1, band: 0, layer: None };
    Graph { nodes: (0..tracks * track).map(node).collect(), edges: edges.into_iter().collect() }
}

/// Numbers that look random and are the same on every machine (splitmix64).
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % bound as u64) as usize
    }
}
