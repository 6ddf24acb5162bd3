//! The layout on the graphs of `tests/fixtures/layout`, against Graphviz and against itself.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::super::{Edge, Effort, Graph, Layout, Node, lay_out, road, stubs};
use super::laws;

/// A graph of the corpus, as `examples/layout_corpus.rs` writes it.
pub(super) struct Case {
    name: String,
    pub(super) graph: Graph,
    /// How many pairs of lines cross as `dot` places the boxes.
    dot: usize,
}

#[expect(clippy::disallowed_methods, reason = "a test may read its fixtures")]
pub(super) fn corpus() -> Vec<Case> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/layout");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
        .iter()
        .map(|file| {
            read(file.file_stem().unwrap().to_str().unwrap(), &std::fs::read_to_string(file).unwrap())
        })
        .collect()
}

fn read(name: &str, text: &str) -> Case {
    let mut head = BTreeMap::new();
    let mut edges = Vec::new();
    for (first, second) in text.lines().map(|line| line.split_once(' ').unwrap()) {
        let number: usize = second.parse().unwrap();
        match first.parse() {
            Ok(from) => edges.push(Edge { from, to: number }),
            Err(_) => drop(head.insert(first, number)),
        }
    }
    let node = |at: usize| Node { width: 8 + (at * 7 % 17) as u16, height: 1, band: 0, layer: None };
    let nodes = (0..head["nodes"]).map(node).collect();
    Case { name: name.to_owned(), graph: Graph { nodes, edges }, dot: head["dot"] }
}

/// The pairs of lines without a common end that cross when each runs straight from middle to middle.
fn crossings(graph: &Graph, layout: &Layout) -> usize {
    // In halves of cells, so that the middles are whole numbers.
    let middle = |at: usize| {
        let place = layout.places[at];
        let (x, y) = (2 * place.x + i32::from(place.width), 2 * place.y + i32::from(place.height));
        (i64::from(x), i64::from(y))
    };
    let side = |p: usize, q: usize, r: usize| {
        let ((px, py), (qx, qy), (rx, ry)) = (middle(p), middle(q), middle(r));
        ((qx - px) * (ry - py) - (qy - py) * (rx - px)).signum()
    };
    let cross = |a: Edge, b: Edge| {
        a.from != b.from
            && a.from != b.to
            && a.to != b.from
            && a.to != b.to
            && side(a.from, a.to, b.from) * side(a.from, a.to, b.to) < 0
            && side(b.from, b.to, a.from) * side(b.from, b.to, a.to) < 0
    };
    let with_later =
        |(at, &one): (usize, &Edge)| graph.edges[at + 1..].iter().filter(|&&other| cross(one, other)).count();
    graph.edges.iter().enumerate().map(with_later).sum()
}

#[test]
fn lines_cross_no_more_often_than_in_graphviz() {
    let mut table = String::new();
    let (mut ours, mut dot) = (0, 0);
    for case in corpus() {
        let layout = lay_out(&case.graph, Effort::Full);
        let broken = laws::broken(&case.graph, &layout);
        assert!(broken.is_empty(), "{}: {broken:?}", case.name);
        let crossings = crossings(&case.graph, &layout);
        let (width, height) = (layout.width, layout.height);
        writeln!(table, "{:<20}{crossings:>6}{:>6} in dot   {width}x{height}", case.name, case.dot).unwrap();
        ours += crossings;
        dot += case.dot;
    }
    assert!(dot > 0 && ours * 100 <= dot * 105, "{table}{ours} in all, {dot} in dot");
    insta::assert_snapshot!(format!("{table}{:<20}{ours:>6}{dot:>6} in dot", "in all"));
}

/// For each pair of the first `count` boxes that stand in one layer, whether the first stands above.
fn pairs(layout: &Layout, count: usize) -> BTreeMap<(usize, usize), bool> {
    let places = &layout.places[..count];
    let of = |a: usize| (0..a).filter(move |&b| places[a].layer == places[b].layer).map(move |b| (a, b));
    (0..count).flat_map(of).map(|(a, b)| ((a, b), places[a].y < places[b].y)).collect()
}

#[test]
fn a_box_added_at_an_end_leaves_the_others_in_their_order() {
    let (mut kept, mut all) = (0, 0);
    for Case { graph, .. } in corpus().into_iter().filter(|case| case.graph.nodes.len() <= 120) {
        let count = graph.nodes.len();
        let before = pairs(&lay_out(&graph, Effort::Full), count);
        for from in (0..count).step_by(count / 6) {
            let mut more = graph.clone();
            more.nodes.push(graph.nodes[from].clone());
            more.edges.push(Edge { from, to: count });
            let after = pairs(&lay_out(&more, Effort::Full), count);
            all += before.len();
            kept += before.iter().filter(|(pair, above)| after.get(*pair) == Some(*above)).count();
        }
    }
    assert!(all > 1000 && kept * 100 >= all * 95, "{kept} of {all} pairs kept their order");
}

/// The graph without one box, and its lines.
fn without(graph: &Graph, gone: usize) -> Graph {
    let mut less = graph.clone();
    less.nodes.remove(gone);
    less.edges.retain(|edge| edge.from != gone && edge.to != gone);
    for edge in &mut less.edges {
        edge.from -= usize::from(edge.from > gone);
        edge.to -= usize::from(edge.to > gone);
    }
    less
}

/// How many pairs of boxes of one layer and band keep their order when one box comes to the others, and how many there
/// are.
fn kept_with(graph: &Graph, whole: &Layout, new: usize) -> (usize, usize) {
    let less = lay_out(&without(graph, new), Effort::Full);
    let was = |at: usize| less.places[at - usize::from(at > new)];
    let (mut kept, mut all) = (0, 0);
    let others = || (0..graph.nodes.len()).filter(|&at| at != new);
    for a in others() {
        for b in others().take_while(|&b| b < a) {
            let together = whole.places[a].layer == whole.places[b].layer && was(a).layer == was(b).layer;
            if together && graph.nodes[a].band == graph.nodes[b].band {
                all += 1;
                kept += usize::from((was(a).y < was(b).y) == (whole.places[a].y < whole.places[b].y));
            }
        }
    }
    (kept, all)
}

/// What is kept of all pairs when each of some boxes in turn is the new one.
fn kept_with_each(graph: &Graph, some: usize) -> (usize, usize) {
    let whole = lay_out(graph, Effort::Full);
    let news = (0..graph.nodes.len()).step_by((graph.nodes.len() / some).max(1));
    news.map(|new| kept_with(graph, &whole, new)).fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1))
}

#[test]
fn a_box_added_anywhere_leaves_the_others_in_their_order() {
    let small = corpus().into_iter().filter(|case| case.graph.nodes.len() <= 120);
    let (mut kept, mut all) = (0, 0);
    for Case { name, graph, .. } in small {
        let (own, of) = kept_with_each(&graph, 8);
        assert!(own * 100 >= of * 85, "{name}: {own} of {of} pairs kept their order");
        (kept, all) = (kept + own, all + of);
    }
    assert!(all > 1000 && kept * 100 >= all * 90, "{kept} of {all} pairs kept their order");
}

#[test]
fn a_skill_added_to_the_shipped_road_leaves_nearly_all_others_in_their_order() {
    let roadmap = crate::format::shipped::shipped();
    let mut graph = road::whole(&roadmap, |_| (20, 1)).graph;
    stubs::set_apart(&mut graph);
    let (kept, all) = kept_with_each(&graph, 12);
    assert!(all > 1000 && kept * 100 >= all * 97, "{kept} of {all} pairs kept their order");
}

#[test]
fn a_line_added_anywhere_leaves_the_boxes_in_their_order() {
    let small = corpus().into_iter().filter(|case| case.graph.nodes.len() <= 120);
    let (mut kept, mut all) = (0, 0);
    for Case { graph, .. } in small {
        let count = graph.nodes.len();
        let before = pairs(&lay_out(&graph, Effort::Full), count);
        for gone in (0..graph.edges.len()).step_by(graph.edges.len() / 6) {
            let mut less = graph.clone();
            less.edges.remove(gone);
            let after = pairs(&lay_out(&less, Effort::Full), count);
            let both = before.iter().filter_map(|(pair, above)| Some((above, after.get(pair)?)));
            let (same, of) = both.fold((0, 0), |(same, of), (a, b)| (same + usize::from(a == b), of + 1));
            (kept, all) = (kept + same, all + of);
        }
    }
    assert!(all > 1000 && kept * 100 >= all * 90, "{kept} of {all} pairs kept their order");
}
