//! Draws the graphs by which the layout is held to that of Graphviz, and writes down how often lines cross in `dot`'s.
//!
//! `cargo run --example layout_corpus` writes `tests/fixtures/layout/*.txt`; it needs `dot`. A line between two boxes is
//! taken to run straight from middle to middle, for both engines alike, and boxes have the same sizes for both.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a corpus that cannot be made had better stop, and is told as it is made"
)]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};

use milepost::domain::SkillIx;
use milepost::engine::layout::road;

/// Lines, each from the first to the second.
type Lines = Vec<(usize, usize)>;

fn main() {
    let mut random = Random(7);
    for (count, lines) in [(30, 50), (60, 100), (60, 150), (120, 204), (200, 340)] {
        let drawn = random_lines(&mut random, count, lines);
        write(&format!("random-{count}-{lines}"), count, &drawn);
    }
    for (stages, percent) in [(4, 0), (4, 5), (4, 10), (8, 0), (8, 5), (8, 10)] {
        let (count, drawn) = road_like(&mut random, stages, percent);
        write(&format!("road-like-{count}-{percent}"), count, &drawn);
    }
    let roadmap = milepost::format::shipped::shipped();
    let skills: Vec<SkillIx> = roadmap.skills().map(|(skill, _)| skill).collect();
    let graph = road::way(&roadmap, &skills, |_| (1, 1));
    let drawn = graph.edges.iter().map(|edge| (edge.from, edge.to)).collect();
    write("shipped", skills.len(), &drawn);
}

/// Lines between any two boxes, from the earlier to the later.
fn random_lines(random: &mut Random, count: usize, lines: usize) -> Lines {
    let mut drawn = BTreeSet::new();
    while drawn.len() < lines {
        let (a, b) = (random.below(count), random.below(count));
        if a != b {
            drawn.insert((a.min(b), a.max(b)));
        }
    }
    drawn.into_iter().collect()
}

/// Three tracks of stages of eight skills. A skill requires one or two of its stage or of the one before; so many in a
/// hundred require also one of another track, of no later stage.
fn road_like(random: &mut Random, stages: usize, percent: usize) -> (usize, Lines) {
    let mut drawn = BTreeSet::new();
    let track = stages * 8;
    for at in 0..3 * track {
        let (stage, within) = (at % track / 8, at % 8);
        let first = at - within - if stage > 0 { 8 } else { 0 };
        for _ in 0..random.below(3).max(1) {
            if at > first {
                drawn.insert((first + random.below(at - first), at));
            }
        }
        if stage > 0 && random.below(100) < percent {
            let other = (at / track + 1 + random.below(2)) % 3 * track;
            drawn.insert((other + random.below(stage * 8), at));
        }
    }
    (3 * track, drawn.into_iter().collect())
}

fn write(name: &str, count: usize, lines: &Lines) {
    let middles = dot(count, lines);
    let mut crossings = 0;
    for (at, one) in lines.iter().enumerate() {
        for other in &lines[at + 1..] {
            crossings += usize::from(cross(&middles, *one, *other));
        }
    }
    println!("{name}: {count} nodes, {} lines, {crossings} crossings in dot", lines.len());
    let mut text = format!("nodes {count}\ndot {crossings}\n");
    for (from, to) in lines {
        writeln!(text, "{from} {to}").unwrap();
    }
    std::fs::create_dir_all("tests/fixtures/layout").unwrap();
    std::fs::write(format!("tests/fixtures/layout/{name}.txt"), text).unwrap();
}

/// The middles of the boxes as `dot` places them. A cell is a tenth of an inch wide and two high.
fn dot(count: usize, lines: &Lines) -> Vec<(f64, f64)> {
    let mut text =
        "digraph { rankdir=LR; nodesep=0.2; ranksep=0.6; node [shape=box, fixedsize=true, height=0.2];\n"
            .to_owned();
    for node in 0..count {
        writeln!(text, "{node} [width={}, label=\"\"];", width(node) as f64 / 10.0).unwrap();
    }
    for (from, to) in lines {
        writeln!(text, "{from} -> {to};").unwrap();
    }
    text.push_str("}\n");
    let mut child =
        Command::new("dot").arg("-Tplain").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    let said = String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap();
    let mut middles = vec![(0.0, 0.0); count];
    for line in said.lines() {
        let words: Vec<&str> = line.split(' ').collect();
        if let ["node", node, x, y, ..] = words[..] {
            middles[node.parse::<usize>().unwrap()] = (x.parse().unwrap(), y.parse().unwrap());
        }
    }
    middles
}

/// Cells across, 8 to 24.
fn width(node: usize) -> usize {
    8 + node * 7 % 17
}

/// Whether two lines without a common end cross.
fn cross(middles: &[(f64, f64)], (a, b): (usize, usize), (c, d): (usize, usize)) -> bool {
    if a == c || a == d || b == c || b == d {
        return false;
    }
    let side = |p: usize, q: usize, r: usize| {
        let ((px, py), (qx, qy), (rx, ry)) = (middles[p], middles[q], middles[r]);
        (qx - px) * (ry - py) - (qy - py) * (rx - px)
    };
    side(a, b, c) * side(a, b, d) < 0.0 && side(c, d, a) * side(c, d, b) < 0.0
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
