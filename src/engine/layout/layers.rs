//! Which layer each box stands in: right of all that leads to it, and no farther from its neighbours than need be.

use super::graph::Graph;
use super::slots::Links;

/// Rounds in which boxes are pulled towards their neighbours.
const PULLS: usize = 4;

/// The layer of each node: as pinned, else by the longest chain before it, with its lines then shortened. What hangs
/// stands in the layer after that from which it does.
pub fn of(graph: &Graph, hanging: &[bool]) -> Vec<usize> {
    let pinned: Option<Vec<usize>> = graph.nodes.iter().map(|node| node.layer.map(usize::from)).collect();
    pinned.unwrap_or_else(|| free(graph, hanging))
}

fn free(graph: &Graph, hanging: &[bool]) -> Vec<usize> {
    let firm = graph.edges.iter().filter(|edge| !hanging[edge.to]);
    let pairs = || firm.clone().map(|edge| (edge.from, edge.to));
    let after = Links::of(graph.nodes.len(), pairs);
    let before = Links::of(graph.nodes.len(), || pairs().map(|(from, to)| (to, from)));
    let order = order(&after, &before);
    let mut layers = vec![0; graph.nodes.len()];
    for &at in &order {
        layers[at] = earliest(&layers, before.at(at));
    }
    for _ in 0..PULLS {
        let mut moved = false;
        for &at in order.iter().rev() {
            // A box with as many lines on either side stays where the longest chain put it.
            if after.at(at).len() > before.at(at).len() {
                moved |= place(&mut layers, at, |layers| latest(layers, after.at(at)));
            }
        }
        for &at in &order {
            if after.at(at).len() < before.at(at).len() {
                moved |= place(&mut layers, at, |layers| Some(earliest(layers, before.at(at))));
            }
        }
        if !moved {
            break;
        }
    }
    let first = (0..layers.len()).filter(|&at| !hanging[at]).map(|at| layers[at]).min().unwrap_or(0);
    layers.iter_mut().for_each(|layer| *layer = layer.saturating_sub(first));
    hang(graph, hanging, &mut layers);
    layers
}

fn hang(graph: &Graph, hanging: &[bool], layers: &mut [usize]) {
    let held = graph.edges.iter().filter(|edge| hanging[edge.to]);
    let held = Links::of(hanging.len(), || held.clone().map(|edge| (edge.from, edge.to)));
    let mut open: Vec<usize> = (0..hanging.len()).filter(|&at| !hanging[at]).collect();
    while let Some(at) = open.pop() {
        for &other in held.at(at) {
            layers[other] = layers[at] + 1;
            open.push(other);
        }
    }
}

fn place(layers: &mut [usize], at: usize, wanted: impl Fn(&[usize]) -> Option<usize>) -> bool {
    let was = layers[at];
    layers[at] = wanted(layers).unwrap_or(was);
    layers[at] != was
}

fn earliest(layers: &[usize], before: &[usize]) -> usize {
    before.iter().map(|&other| layers[other] + 1).max().unwrap_or(0)
}

fn latest(layers: &[usize], after: &[usize]) -> Option<usize> {
    after.iter().map(|&other| layers[other].saturating_sub(1)).min()
}

/// Kahn's order. What stands on a circle, which no sound graph has, comes last.
fn order(after: &Links, before: &Links) -> Vec<usize> {
    let count = after.len();
    let mut waits: Vec<usize> = (0..count).map(|at| before.at(at).len()).collect();
    let mut order: Vec<usize> = (0..count).filter(|&at| waits[at] == 0).collect();
    let mut next = 0;
    while let Some(&at) = order.get(next) {
        next += 1;
        for &other in after.at(at) {
            waits[other] -= 1;
            if waits[other] == 0 {
                order.push(other);
            }
        }
    }
    order.extend((0..count).filter(|&at| waits[at] > 0));
    order
}

#[cfg(test)]
mod tests {
    use super::super::hanging;
    use super::super::tests::graph;
    use super::*;

    #[test]
    fn a_box_stands_right_of_all_that_leads_to_it_and_near_to_most_of_its_neighbours() {
        for (count, edges, layers) in [
            (0, &[][..], &[][..]),
            (3, &[(0, 1), (1, 2), (0, 2)], &[0, 1, 2]),
            // A start that is needed late waits.
            (4, &[(0, 1), (1, 2), (3, 2)], &[0, 1, 2, 1]),
            // An end stays with what it rests on.
            (4, &[(0, 1), (1, 2), (0, 3)], &[0, 1, 2, 1]),
            // More lines ahead than behind pull to the right.
            (6, &[(0, 1), (0, 2), (2, 3), (3, 4), (1, 4), (3, 5), (1, 5)], &[0, 2, 1, 2, 3, 3]),
        ] {
            let graph = graph(count, edges);
            assert_eq!(of(&graph, &hanging::of(&graph)), layers, "{edges:?}");
        }
    }
}
