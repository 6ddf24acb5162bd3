//! The road as a flowchart for mermaid, as GitHub and many wikis draw it.

use super::chart::{Chart, ChartEdge, ChartNode, EdgeKind, NodeKind};
use super::words::{had_of, long_day, road_to};
use crate::domain::{Id, Status};

/// How every such flowchart begins.
pub const MERMAID_START: &str = "%% milepost road, ";

/// The most edges that mermaid draws where nobody has raised its `maxEdges`, as on GitHub.
pub const MERMAID_EDGES: usize = 500;

/// How the classes look: boxes that read on a light page and on a dark one.
const CLASSES: &str = "  classDef done fill:#0f766e,stroke:#0f766e,color:#ffffff
  classDef fading fill:#fff8c5,stroke:#9a6700,color:#4d2d00
  classDef learning fill:#99d5cf,stroke:#0f766e,color:#134e4a
  classDef ready fill:#ffffff,stroke:#0f766e,stroke-width:2px,color:#134e4a
  classDef locked fill:none,stroke:#8c959f,color:#717b86
  classDef skipped fill:none,stroke:#8c959f,stroke-dasharray:5 3,color:#717b86
  classDef outside fill:none,stroke:#8c959f,stroke-dasharray:1 3,color:#717b86
  classDef track fill:none,stroke:#8c959f
  classDef stage fill:none,stroke:#8c959f,stroke-dasharray:1 3
";

/// The road as a flowchart: a subgraph a track and in it one a stage, a box a skill and a hexagon a choice. The way to
/// the goal is thick, and what only helps is dotted; it is left out where mermaid would draw nothing for sheer number.
pub fn mermaid(chart: &Chart) -> String {
    let mut text = format!("{MERMAID_START}{}\nflowchart LR\n", long_day(chart.day));
    text.push_str(&format!("  accTitle: {}\n", escaped(&road_to(chart))));
    for (i, track) in chart.tracks.iter().enumerate() {
        let title = escaped(&format!("{}, {}", track.title, had_of(track.share)));
        text.push_str(&format!("  subgraph {}[\"{title}\"]\n", name("track", &track.id)));
        for (at, stage) in chart.stages_of(i) {
            let title = escaped(&format!("{}, {}", stage.title, had_of(stage.share)));
            text.push_str(&format!("    subgraph {}[\"{title}\"]\n", name("stage", &stage.id)));
            chart.nodes_of(at).for_each(|(_, node)| text.push_str(&format!("      {}\n", boxed(node))));
            text.push_str("    end\n");
        }
        text.push_str("  end\n");
    }
    chart.outside().for_each(|(_, node)| text.push_str(&format!("  {}\n", boxed(node))));
    let all = chart.edges.len() <= MERMAID_EDGES;
    if !all {
        text.push_str(&format!(
            "  %% without what only helps: mermaid draws {MERMAID_EDGES} lines at most\n"
        ));
    }
    for edge in chart.edges.iter().filter(|edge| all || edge.kind != EdgeKind::Helps) {
        let (from, to) = (node_name(&chart.nodes[edge.from]), node_name(&chart.nodes[edge.to]));
        text.push_str(&format!("  {from} {} {to}\n", arrow(edge)));
    }
    text.push_str(CLASSES);
    let tracks = chart.tracks.iter().map(|track| name("track", &track.id));
    let stages = chart.stages.iter().map(|stage| name("stage", &stage.id));
    for (class, names) in [("track", tracks.collect::<Vec<_>>()), ("stage", stages.collect())] {
        if !names.is_empty() {
            text.push_str(&format!("  class {} {class}\n", names.join(",")));
        }
    }
    text
}

/// A name of letters, digits and underscores that is no word of mermaid's, and another one for every id.
fn name(kind: &str, id: &Id) -> String {
    format!("{kind}_{}", id.as_str().replace('-', "__").replace('.', "_"))
}

fn node_name(node: &ChartNode) -> String {
    match node.kind {
        NodeKind::Skill(_) => name("skill", &node.id),
        NodeKind::Choice { .. } => name("choice", &node.id),
    }
}

fn boxed(node: &ChartNode) -> String {
    let label = escaped(&format!("{} {}", node.sign(), node.label()));
    let (open, close) = match node.kind {
        NodeKind::Skill(_) => ("[", "]"),
        NodeKind::Choice { .. } => ("{{", "}}"),
    };
    format!("{}{open}\"{label}\"{close}:::{}", node_name(node), class(node))
}

fn class(node: &ChartNode) -> &'static str {
    match node.status {
        _ if node.stage.is_none() => "outside",
        _ if node.fading => node.word(),
        Status::Done | Status::Known => "done",
        status => status.word(),
    }
}

fn arrow(edge: &ChartEdge) -> &'static str {
    match edge.kind {
        EdgeKind::Helps => "-.->",
        _ if edge.on_way => "==>",
        _ => "-->",
    }
}

/// A text for use within double quotes: what mermaid or the markdown in its labels would act on becomes a code.
///
/// A colon is one of these for the sake of an early pass that takes `style…:…#…;` for a line of styles; a percent sign,
/// for that of directives, which are seen anywhere.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        // Only behind nothing or a number these begin a list.
        let within = || !out.chars().all(|before| before.is_ascii_digit());
        let is_plain = match c {
            ' ' | ',' | '/' | '\'' | '(' | '?' => true,
            '-' | '.' | '+' | ')' => within(),
            c => c.is_alphanumeric() || !c.is_ascii(),
        };
        if is_plain {
            out.push(c);
        } else {
            out.push_str(&format!("#{};", u32::from(c)));
        }
    }
    out
}

#[cfg(test)]
mod tests;
