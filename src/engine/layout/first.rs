//! A first layout: boxes one below the other in their layers, lines by the shortest way through the gaps.

use super::{Effort, Graph, Layout, Place, Route};

/// Columns between two layers, for lines to turn in.
const GAP: i32 = 6;

/// Lays a graph out without looking for a good order.
pub fn lay_out(graph: &Graph, _: Effort) -> Layout {
    let layers = layers(graph);
    let count = layers.iter().max().map_or(0, |last| last + 1);
    let mut columns = vec![0; count + 1];
    for layer in 0..count {
        let members = graph.nodes.iter().zip(&layers).filter(|(_, at)| **at == layer);
        let widest = members.map(|(node, _)| i32::from(node.width)).max().unwrap_or(0);
        columns[layer + 1] = columns[layer] + widest + GAP;
    }
    let bands = graph.nodes.iter().map(|node| node.band).max().map_or(0, |last| last + 1);
    let mut tops = vec![1];
    let mut places = vec![None; graph.nodes.len()];
    for band in 0..bands {
        let top = tops.last().copied().unwrap_or(1);
        let mut rows = vec![top; count];
        for (i, node) in graph.nodes.iter().enumerate().filter(|(_, node)| node.band == band) {
            let layer = layers[i];
            let (x, y) = (columns[layer], rows[layer]);
            places[i] = Some(Place { x, y, width: node.width, height: node.height, layer: layer as u16 });
            rows[layer] += i32::from(node.height) + 1;
        }
        tops.push(rows.into_iter().max().unwrap_or(top) + 1);
    }
    let places: Vec<Place> = places.into_iter().flatten().collect();
    let routes = graph.edges.iter().map(|edge| {
        let (from, to) = (places[edge.from], places[edge.to]);
        let turn = to.x - 2;
        let corners =
            [(from.right(), from.port()), (turn, from.port()), (turn, to.port()), (to.x - 1, to.port())];
        Route { points: corners.to_vec() }
    });
    Layout {
        routes: routes.collect(),
        width: columns.last().copied().unwrap_or(0),
        height: tops.last().copied().unwrap_or(0),
        places,
        bands: tops,
        layers: columns,
    }
}

/// The pinned layers, or the length of the longest chain before each node.
fn layers(graph: &Graph) -> Vec<usize> {
    let mut layers: Vec<usize> = graph.nodes.iter().map(|node| node.layer.map_or(0, usize::from)).collect();
    if graph.nodes.iter().all(|node| node.layer.is_none()) {
        for _ in 0..graph.nodes.len() {
            let before = layers.clone();
            for edge in &graph.edges {
                layers[edge.to] = layers[edge.to].max(layers[edge.from] + 1);
            }
            if before == layers {
                break;
            }
        }
    }
    layers
}
