//! What did not change stays where it is when a box or a line comes into the middle of a graph.

use std::collections::BTreeMap;

use super::super::{Edge, Effort, Graph, Layout, Node, lay_out, road};
use super::corpus::corpus;
use crate::domain;
use crate::format::shipped::shipped;

/// A graph to which something came.
struct Grown {
    graph: Graph,
    /// For each node of the graph before, which one it is now.
    now: Vec<usize>,
}

/// With one more box, given as the `at`th.
fn with(graph: &Graph, at: usize, node: Node) -> Grown {
    let now = |other: usize| other + usize::from(other >= at);
    let mut nodes = graph.nodes.clone();
    nodes.insert(at, node);
    let edges = graph.edges.iter().map(|edge| Edge { from: now(edge.from), to: now(edge.to) }).collect();
    Grown { graph: Graph { nodes, edges }, now: (0..graph.nodes.len()).map(now).collect() }
}

/// With a box that leads to a box; none if that one stands in the first layer by a pin.
fn with_a_start(graph: &Graph, to: usize) -> Option<Grown> {
    let mut node = graph.nodes[to].clone();
    if let Some(layer) = &mut node.layer {
        *layer = layer.checked_sub(1)?;
    }
    let mut grown = with(graph, to, node);
    grown.graph.edges.push(Edge { from: to, to: to + 1 });
    grown.graph.edges.sort_unstable();
    Some(grown)
}

/// With a box in the middle of a line. Where layers are pinned and the line has no room for it, all that stands in its
/// band from the end of the line on moves a layer to the right, as a stage that grows moves those after it.
fn with_a_middle(graph: &Graph, line: usize) -> Option<Grown> {
    let mut graph = graph.clone();
    let Edge { from, to } = graph.edges.remove(line);
    let mut node = graph.nodes[from].clone();
    if let (Some(left), Some(right)) = (node.layer, graph.nodes[to].layer) {
        node.layer = Some(left + 1);
        let band = graph.nodes[to].band;
        for node in graph.nodes.iter_mut().filter(|node| node.band == band && left + 1 == right) {
            node.layer = node.layer.map(|layer| layer + u16::from(layer >= right));
        }
    }
    let mut grown = with(&graph, to, node);
    let from = grown.now[from];
    grown.graph.edges.extend([Edge { from, to }, Edge { from: to, to: to + 1 }]);
    grown.graph.edges.sort_unstable();
    Some(grown)
}

/// With a line to the first of the boxes given a few places later that stands farther right.
fn with_a_line(graph: &Graph, from: usize) -> Option<Grown> {
    let later = from + 3..graph.nodes.len();
    let to = later
        .map(|to| Edge { from, to })
        .find(|edge| graph.nodes[edge.to].layer > graph.nodes[from].layer && !graph.edges.contains(edge))?;
    let mut graph = graph.clone();
    graph.edges.push(to);
    graph.edges.sort_unstable();
    let now = (0..graph.nodes.len()).collect();
    Some(Grown { graph, now })
}

/// What was seen of the boxes that were there before.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    /// Pairs of them that stand in one layer and band, before and after.
    pairs: usize,
    /// Those that keep their order.
    kept: usize,
    boxes: usize,
    /// Those that move by more than two rows against the middle one of their band.
    moved: usize,
}

impl Seen {
    fn see(&mut self, graph: &Graph, before: &Layout, grown: &Grown) {
        let after = lay_out(&grown.graph, Effort::Full);
        let place = |at: usize| (graph.nodes[at].band, before.places[at], after.places[grown.now[at]]);
        let places: Vec<_> = (0..graph.nodes.len()).map(place).collect();
        let mut moves: BTreeMap<u16, Vec<i32>> = BTreeMap::new();
        for (at, &(band, was, is)) in places.iter().enumerate() {
            moves.entry(band).or_default().push(is.y - was.y);
            for &(other_band, other_was, other_is) in &places[..at] {
                if band == other_band && was.layer == other_was.layer && is.layer == other_is.layer {
                    self.pairs += 1;
                    self.kept += usize::from((was.y < other_was.y) == (is.y < other_is.y));
                }
            }
        }
        for moves in moves.values_mut() {
            moves.sort_unstable();
            let middle = moves[moves.len() / 2];
            self.boxes += moves.len();
            self.moved += moves.iter().filter(|&&by| (by - middle).abs() > 2).count();
        }
    }

    /// Holds that of a hundred pairs at least so many keep their order, and of a hundred boxes at most so many move.
    fn hold(self, kept: usize, moved: usize) {
        assert!(self.pairs > 1000 && self.kept * 100 >= self.pairs * kept, "{kept} % are to keep: {self:?}");
        assert!(self.moved * 100 <= self.boxes * moved, "{moved} % may move: {self:?}");
    }
}

/// What is seen when each graph grows at some of so many places, one after the other.
fn seen(
    graphs: &[Graph],
    places: impl Fn(&Graph) -> usize,
    grown: impl Fn(&Graph, usize) -> Option<Grown>,
) -> Seen {
    const SOME: usize = 8;
    let mut seen = Seen::default();
    for graph in graphs {
        let before = lay_out(graph, Effort::Full);
        let at = (0..SOME).map(|at| (2 * at + 1) * places(graph) / (2 * SOME));
        at.filter_map(|at| grown(graph, at)).for_each(|grown| seen.see(graph, &before, &grown));
    }
    seen
}

fn boxes(graph: &Graph) -> usize {
    graph.nodes.len()
}

fn lines(graph: &Graph) -> usize {
    graph.edges.len()
}

fn small() -> Vec<Graph> {
    corpus().into_iter().map(|case| case.graph).filter(|graph| graph.nodes.len() <= 120).collect()
}

/// The whole shipped road, with all its lines.
fn whole() -> Vec<Graph> {
    let roadmap = shipped();
    let box_of = |node: domain::Node| {
        let letters = roadmap.node_title(node).as_str().chars().count();
        ((letters as u16 + 3).min(24), 1)
    };
    vec![road::whole(&roadmap, box_of).graph]
}

#[test]
fn a_new_start_leaves_the_others_in_their_order() {
    seen(&small(), boxes, with_a_start).hold(96, 13);
}

#[test]
fn a_box_put_into_a_line_leaves_the_others_in_their_order() {
    seen(&small(), lines, with_a_middle).hold(95, 20);
}

#[test]
fn the_shipped_road_keeps_its_order_with_a_new_start() {
    seen(&whole(), boxes, with_a_start).hold(98, 3);
}

#[test]
fn the_shipped_road_keeps_its_order_with_a_box_put_into_a_line() {
    seen(&whole(), lines, with_a_middle).hold(96, 10);
}

#[test]
fn the_shipped_road_keeps_its_order_with_a_new_line() {
    seen(&whole(), boxes, with_a_line).hold(98, 5);
}
