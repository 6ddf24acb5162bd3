//! The laws of a layout, on drawn graphs.

mod corpus;
pub(super) mod laws;
mod steady;

use proptest::prelude::*;

use super::*;

/// Boxes of one row and eight columns.
pub(super) fn graph(count: usize, edges: &[(usize, usize)]) -> Graph {
    let node = Node { width: 8, height: 1, band: 0, layer: None };
    Graph { nodes: vec![node; count], edges: edges.iter().map(|&(from, to)| Edge { from, to }).collect() }
}

/// Graphs without a circle of up to `most` boxes, with some bands; pinned or not. Lines of pinned graphs may lead back.
pub(super) fn graphs(most: usize) -> impl Strategy<Value = Graph> {
    let node = (1_u16..12, prop::sample::select(vec![1_u16, 3]), 0_u16..3, 0_u16..5)
        .prop_map(|(width, height, band, layer)| Node { width, height, band, layer: Some(layer) });
    let lines = (0..most, 0..most);
    let drawn = (prop::collection::vec(node, 1..most), prop::collection::btree_set(lines, 0..most * 2));
    (drawn, 1_u16..4, any::<bool>()).prop_map(|((mut nodes, lines), bands, pinned)| {
        for node in &mut nodes {
            node.band %= bands;
            node.layer = node.layer.filter(|_| pinned);
        }
        let within = lines.into_iter().filter(|&(from, to)| from < to && to < nodes.len());
        let edges = within.map(|(from, to)| Edge { from, to }).collect();
        Graph { nodes, edges }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn the_laws_hold(graph in graphs(24), effort in prop::sample::select(vec![Effort::Rough, Effort::Full])) {
        let layout = lay_out(&graph, effort);
        prop_assert_eq!(laws::broken(&graph, &layout), Vec::<String>::new());
        prop_assert_eq!(lay_out(&graph, effort), layout);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    /// Rows that no order in its senses would give, so that many lines have to swap theirs.
    #[test]
    fn the_laws_hold_in_a_gap_however_the_rows_are(
        count in 2..9_usize,
        rows in (Just((0..8).collect::<Vec<i32>>()).prop_shuffle(), Just((0..8).collect::<Vec<i32>>()).prop_shuffle()),
        lines in prop::collection::btree_set((0..8_usize, 0..8_usize), 1..20),
    ) {
        let within = |&(from, to): &(usize, usize)| from < count && to < count;
        let edges: Vec<_> = lines.into_iter().filter(within).map(|(from, to)| (from, count + to)).collect();
        let mut graph = graph(2 * count, &edges);
        for (at, node) in graph.nodes.iter_mut().enumerate() {
            node.layer = Some((at / count) as u16);
        }
        let ports = rows.0[..count].iter().chain(&rows.1[..count]).map(|row| 1 + 2 * row).collect();
        let layers: Vec<usize> = (0..2 * count).map(|at| at / count).collect();
        let slots = slots::Slots::of(&graph, &layers, &vec![false; 2 * count]);
        let layout = routes::lay(&graph, &slots, &rows::Rows { ports, bands: vec![1, 17] });
        prop_assert_eq!(laws::broken(&graph, &layout), Vec::<String>::new());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    /// Hours and counts in a box change with what the learner does, and with them its width.
    #[test]
    fn what_boxes_say_moves_them_sideways_alone(graph in graphs(24), wider in prop::collection::vec(1_u16..12, 24)) {
        let before = lay_out(&graph, Effort::Full);
        let mut changed = graph.clone();
        changed.nodes.iter_mut().zip(wider).for_each(|(node, width)| node.width = width);
        let stands = |layout: &Layout| layout.places.iter().map(|at| (at.layer, at.y)).collect::<Vec<_>>();
        prop_assert_eq!(stands(&lay_out(&changed, Effort::Full)), stands(&before));
    }
}

#[test]
fn nothing_takes_no_room() {
    let layout = lay_out(&Graph::default(), Effort::Full);
    assert_eq!((layout.width, layout.height), (0, 1));
    assert_eq!((layout.bands, layout.layers), (vec![1], vec![0]));
}
