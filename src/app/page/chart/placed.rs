//! Where the boxes and lines of a chart stand: stages as bands one above the other, in them skills by depth.

use crate::engine::layout::{self, Edge, Effort, Graph, Layout};
use crate::export::chart::{Chart, ChartNode};
use crate::export::svg;

/// Where the nodes of a chart and the edges that are drawn as lines stand, each in their order.
pub fn placed(chart: &Chart) -> Layout {
    layout::lay_out(&graph(chart), Effort::Full)
}

/// The chart as boxes and lines. A band is a stage and not a track with its stages as columns, since stages of one
/// track need one another's skills both ways: CI comes before registries, and images before CI.
fn graph(chart: &Chart) -> Graph {
    let node = |(i, node): (usize, &ChartNode)| layout::Node {
        width: svg::cells(node),
        height: 1,
        band: band(chart, i),
        layer: None,
    };
    let lines = chart.edges.iter().filter(|edge| edge.has_line());
    Graph {
        nodes: chart.nodes.iter().enumerate().map(node).collect(),
        edges: lines.map(|edge| Edge { from: edge.from, to: edge.to }).collect(),
    }
}

/// The stage of a node; of one outside of the part, that of the first node which needs it.
fn band(chart: &Chart, i: usize) -> u16 {
    let needed_by =
        || chart.edges.iter().filter(|edge| edge.from == i).find_map(|edge| chart.nodes[edge.to].stage);
    let stage = chart.nodes[i].stage.or_else(needed_by).unwrap_or(0);
    u16::try_from(stage).unwrap_or(u16::MAX)
}
