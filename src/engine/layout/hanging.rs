//! Which boxes hang: those that one line leads to and from which only hanging boxes are reached.
//!
//! What hangs is set apart and added last, to layers as to their order. So a box added at the end of a way moves nothing
//! else, and there is less to search.

use super::graph::Graph;

/// For each node, whether it hangs.
pub fn of(graph: &Graph) -> Vec<bool> {
    let mut before = vec![Vec::new(); graph.nodes.len()];
    let mut standing = vec![0; graph.nodes.len()];
    for edge in &graph.edges {
        before[edge.to].push(edge.from);
        standing[edge.from] += 1;
    }
    let mut hangs = vec![false; graph.nodes.len()];
    let mut open: Vec<usize> = (0..graph.nodes.len()).filter(|&at| standing[at] == 0).collect();
    while let Some(at) = open.pop() {
        if let &[parent] = &before[at][..] {
            hangs[at] = true;
            standing[parent] -= 1;
            if standing[parent] == 0 {
                open.push(parent);
            }
        }
    }
    hangs
}
