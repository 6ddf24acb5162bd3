//! The road as a graph for Graphviz.

use super::chart::{Chart, ChartEdge, ChartNode, EdgeKind, NodeKind};
use super::words::{had_of, hour_range, long_day, road_to};
use crate::domain::Status;

/// How every such graph begins.
pub const DOT_START: &str = "// milepost road, ";

/// What holds for all of a graph.
const HEAD: &str = "  rankdir=LR
  bgcolor=\"#ffffff\"
  color=\"#d1d9e0\"
  fontname=\"Helvetica,Arial,sans-serif\"
  fontcolor=\"#59636e\"
  labelloc=t
  labeljust=l
  nodesep=0.15
  ranksep=0.6
  node [shape=box, style=\"rounded\", height=0.3, margin=\"0.12,0.05\", fontsize=11, fontname=\"Helvetica,Arial,sans-serif\"]
  edge [arrowsize=0.5, color=\"#afb8c1\"]
";

/// The road as a graph from left to right: a cluster a track and in it one a stage, a box a skill and a diamond a
/// choice. The way to the goal is thick, and what only helps is dotted.
pub fn dot(chart: &Chart) -> String {
    let mut text = format!("{DOT_START}{}\ndigraph road {{\n{HEAD}", long_day(chart.day));
    text.push_str(&format!("  label={}\n", quoted(&road_to(chart))));
    for (i, track) in chart.tracks.iter().enumerate() {
        cluster(&mut text, 1, &format!("track {}", track.id), &track.title, &had_of(track.share));
        for (at, stage) in chart.stages_of(i) {
            cluster(&mut text, 2, &format!("stage {}", stage.id), &stage.title, &had_of(stage.share));
            chart.nodes_of(at).for_each(|(_, node)| text.push_str(&format!("      {}\n", statement(node))));
            text.push_str("    }\n");
        }
        text.push_str("  }\n");
    }
    chart.outside().for_each(|(_, node)| text.push_str(&format!("  {}\n", statement(node))));
    for edge in &chart.edges {
        let (from, to) = (&chart.nodes[edge.from].id, &chart.nodes[edge.to].id);
        text.push_str(&format!("  {} -> {}{}\n", quoted(from.as_str()), quoted(to.as_str()), line(edge)));
    }
    text.push_str("}\n");
    text
}

/// Opens a cluster; Graphviz takes a subgraph for one by its name.
fn cluster(text: &mut String, depth: usize, name: &str, title: &str, share: &str) {
    let indent = "  ".repeat(depth);
    let name = quoted(&format!("cluster {name}"));
    let label = quoted(&format!("{title}, {share}"));
    text.push_str(&format!("{indent}subgraph {name} {{\n{indent}  label={label}\n"));
}

fn statement(node: &ChartNode) -> String {
    let label = quoted(&format!("{} {}", node.sign(), node.label()));
    let (shape, takes) = match node.kind {
        NodeKind::Skill(hours) => ("", format!(", {}", hour_range(hours.low, hours.high, "–"))),
        NodeKind::Choice { .. } => (", shape=diamond, margin=\"0,0\"", String::new()),
    };
    let tooltip = quoted(&format!("{}, {}{takes}", node.id, node.word()));
    format!("{} [label={label}{shape}, tooltip={tooltip}, {}]", quoted(node.id.as_str()), look(node))
}

fn look(node: &ChartNode) -> String {
    let rounded = if matches!(node.kind, NodeKind::Skill(_)) { "rounded," } else { "" };
    match node.status {
        _ if node.stage.is_none() => {
            format!("style=\"{rounded}dotted\", color=\"#afb8c1\", fontcolor=\"#818b98\"")
        }
        _ if node.fading => {
            format!(
                "style=\"{rounded}filled\", color=\"#9a6700\", fillcolor=\"#fff8c5\", fontcolor=\"#4d2d00\""
            )
        }
        Status::Done | Status::Known => {
            format!(
                "style=\"{rounded}filled\", color=\"#0f766e\", fillcolor=\"#0f766e\", fontcolor=\"#ffffff\""
            )
        }
        Status::Learning => {
            format!("style=\"{rounded}filled\", color=\"#0f766e\", fillcolor=\"#99d5cf;0.5:#ffffff\"")
        }
        Status::Ready => format!("style=\"{rounded}bold\", color=\"#0f766e\""),
        Status::Locked => format!("style=\"{rounded}solid\", color=\"#afb8c1\", fontcolor=\"#59636e\""),
        Status::Skipped => format!("style=\"{rounded}dashed\", color=\"#818b98\", fontcolor=\"#59636e\""),
    }
}

/// How a line is drawn. What only helps weighs nothing; to take it out of the order altogether (`constraint=false`)
/// keeps Graphviz busy for minutes.
fn line(edge: &ChartEdge) -> &'static str {
    match edge.kind {
        EdgeKind::Helps => " [style=dotted, weight=0]",
        _ if edge.on_way => " [penwidth=2, color=\"#57606a\"]",
        _ => "",
    }
}

/// A text in double quotes. Graphviz reads a backslash as the start of an escape and an ampersand as that of an entity.
fn quoted(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"").replace('&', "&amp;");
    format!("\"{escaped}\"")
}

#[cfg(test)]
mod tests;
