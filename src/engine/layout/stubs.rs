//! Lines that lead too far to be followed through the whole road: those of a box end in a stub that says where they go.

use super::graph::{Edge, Graph, Node};

/// How many layers a line of a band leads over at most before it becomes a stub.
const NEAR: i32 = 6;

/// The far lines of a box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stub {
    /// The box that they lead from.
    pub from: usize,
    /// The boxes that they lead to, in the order of the graph.
    pub to: Vec<usize>,
}

/// Whether a line between two boxes can be followed by eye.
pub fn is_near(from: &Node, to: &Node) -> bool {
    let span = to.layer.zip(from.layer).map(|(to, from)| i32::from(to) - i32::from(from));
    from.band == to.band && span.is_none_or(|span| (1..=NEAR).contains(&span))
}

/// Takes the far lines out of a graph with pinned layers: those to another band, back, or over many layers. Drawn
/// through, they would fill the free cells so that no line could be followed. Stubs are in the order of their boxes.
pub fn set_apart(graph: &mut Graph) -> Vec<Stub> {
    let nodes = &graph.nodes;
    let near = |edge: &&Edge| is_near(&nodes[edge.from], &nodes[edge.to]);
    let (near, mut far): (Vec<Edge>, Vec<Edge>) = graph.edges.iter().partition(near);
    graph.edges = near;
    far.sort_by_key(|edge| (edge.from, edge.to));
    let bundles = far.chunk_by(|one, other| one.from == other.from);
    bundles
        .map(|bundle| Stub { from: bundle[0].from, to: bundle.iter().map(|edge| edge.to).collect() })
        .collect()
}

/// Adds a box of one row and so many columns right behind another one, with a line to it.
pub fn hang(graph: &mut Graph, from: usize, width: u16) {
    let Node { band, layer, .. } = graph.nodes[from];
    let layer = layer.map(|layer| layer.saturating_add(1));
    let to = graph.nodes.len();
    graph.nodes.push(Node { width, height: 1, band, layer });
    graph.edges.push(Edge { from, to });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_to_other_bands_back_and_over_many_layers_end_in_one_stub_a_box() {
        let node = |band, layer| Node { width: 8, height: 1, band, layer: Some(layer) };
        let nodes = vec![node(0, 0), node(0, 1), node(0, 8), node(1, 0), node(1, 1)];
        let lines = [(0, 1), (0, 4), (0, 2), (2, 1), (3, 4)];
        let edges = lines.map(|(from, to)| Edge { from, to }).to_vec();
        let mut graph = Graph { nodes, edges };
        let stubs = set_apart(&mut graph);
        assert_eq!(stubs, [Stub { from: 0, to: vec![2, 4] }, Stub { from: 2, to: vec![1] }]);
        stubs.iter().for_each(|stub| hang(&mut graph, stub.from, stub.to.len() as u16));
        let left: Vec<_> = graph.edges.iter().map(|edge| (edge.from, edge.to)).collect();
        assert_eq!(left, [(0, 1), (3, 4), (0, 5), (2, 6)]);
        let hung: Vec<_> = graph.nodes[5..].iter().map(|node| (node.width, node.band, node.layer)).collect();
        assert_eq!(hung, [(2, 0, Some(1)), (1, 0, Some(9))]);
    }
}
