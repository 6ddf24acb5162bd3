//! The laws of a layout, on drawn graphs.

mod corpus;
pub(super) mod laws;

use proptest::prelude::*;

use super::*;

/// Boxes of one row and eight columns.
pub(super) fn graph(count: usize, edges: &[(usize, usize)]) -> Graph {
    let node = Node { width: 8, height: 1, band: 0, layer: None };
    Graph { nodes: vec![node; count], edges: edges.iter().map(|&(from, to)| Edge { from, to }).collect() }
}

/// Graphs without a circle of up to `most` boxes, with some bands; pinned or not. Lines of pinned graphs may lead back.
fn graphs(most: usize) -> impl Strategy<Value = Graph> {
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

#[test]
fn nothing_takes_no_room() {
    let layout = lay_out(&Graph::default(), Effort::Full);
    assert_eq!((layout.width, layout.height), (0, 1));
    assert_eq!((layout.bands, layout.layers), (vec![1], vec![0]));
}
