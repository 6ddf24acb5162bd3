//! Charts drawn for tests: a small road, and roads with hostile titles.

use proptest::prelude::*;

use super::*;
use crate::domain::fixture::id;
use crate::export::document::Target;

/// A skill of a few hours.
fn node(name: &str, title: &str, status: Status, stage: Option<usize>, on_way: bool) -> ChartNode {
    let kind = NodeKind::Skill(Hours { low: 2.0, high: 4.0 });
    ChartNode { id: id(name), title: Clean::line(title), kind, status, stage, on_way }
}

fn edge(from: usize, to: usize, kind: EdgeKind, on_way: bool) -> ChartEdge {
    ChartEdge { from, to, kind, on_way }
}

fn share(had: u32, whole: u32) -> Share {
    Share { had, whole, ..Share::default() }
}

/// A road with each status, each kind of edge, a choice and a skill outside.
pub(crate) fn small() -> Chart {
    let choice = NodeKind::Choice { pick: 1, of: 2 };
    Chart {
        day: Day::parse("2026-11-24").unwrap(),
        part: None,
        goal: Target::Role(Clean::fixed("Platform engineer")),
        share: 0.41,
        tracks: vec![
            ChartTrack { id: id("services"), title: Clean::fixed("Services"), share: share(2, 5) },
            ChartTrack { id: id("running"), title: Clean::fixed("Running"), share: share(0, 2) },
        ],
        stages: vec![
            ChartStage { id: id("basics"), title: Clean::fixed("Basics"), track: 0, share: share(1, 2) },
            ChartStage { id: id("http"), title: Clean::fixed("HTTP"), track: 0, share: share(1, 3) },
            ChartStage { id: id("end"), title: Clean::fixed("end"), track: 1, share: share(0, 2) },
        ],
        nodes: vec![
            node("shell.basics", "The shell", Status::Done, Some(0), true),
            node("git-basics", "Git", Status::Learning, Some(0), true),
            node("lang.go", "Go", Status::Ready, Some(1), true),
            node("lang.c-sharp", "C# & \"F#\"", Status::Skipped, Some(1), false),
            ChartNode { kind: choice, ..node("lang.one", "One language", Status::Done, Some(1), true) },
            node("docker.images", "Images", Status::Locked, Some(2), true),
            node("ci", "end", Status::Locked, Some(2), false),
            node("net.dns", "DNS", Status::Known, None, true),
        ],
        edges: vec![
            edge(0, 1, EdgeKind::Requires, true),
            edge(0, 2, EdgeKind::Requires, true),
            edge(0, 3, EdgeKind::Requires, false),
            edge(2, 4, EdgeKind::Option, true),
            edge(3, 4, EdgeKind::Option, false),
            edge(4, 5, EdgeKind::Requires, true),
            edge(7, 5, EdgeKind::Requires, true),
            edge(1, 5, EdgeKind::Helps, false),
            edge(5, 6, EdgeKind::Requires, false),
        ],
    }
}

/// A road without anything on it.
pub(crate) fn empty() -> Chart {
    Chart {
        tracks: vec![],
        stages: vec![],
        nodes: vec![],
        edges: vec![],
        goal: Target::Everything,
        ..small()
    }
}

/// Titles made of what means something to one format or another.
pub(crate) fn titles() -> impl Strategy<Value = Clean> {
    let pieces = prop::sample::select(vec![
        "\"",
        "'",
        "`",
        "\\",
        "\\n",
        "\\N",
        "\\\"",
        "[",
        "]",
        "{",
        "}",
        "(",
        ")",
        "<",
        ">",
        "</title>",
        "&",
        "&amp;",
        "#",
        "#35;",
        "#quot;",
        ";",
        ":",
        "::",
        ":::done",
        "%",
        "%%",
        "%%{init: {}}%%",
        "end",
        "style: x",
        "graph",
        "-->",
        "---",
        "->",
        "--",
        "|",
        "~",
        "*",
        "_",
        "1. ",
        "- ",
        "+ ",
        "12) ",
        "]]>",
        "<!--",
        "é",
        "日本",
        "word",
        " ",
        "\u{ffff}",
        "$$",
        "@{",
        "=",
        "^",
        "fa:fa-car",
        "style:C#",
    ]);
    prop::collection::vec(pieces, 1..7).prop_map(|pieces| Clean::line(&format!("x{}", pieces.concat())))
}

/// The small road with all of its titles replaced.
pub(crate) fn hostile() -> impl Strategy<Value = Chart> {
    prop::collection::vec(titles(), 15).prop_map(|titles| {
        let mut chart = small();
        let mut next = titles.into_iter().cycle();
        let mut titles = || next.next().unwrap_or_default();
        chart.tracks.iter_mut().for_each(|track| track.title = titles());
        chart.stages.iter_mut().for_each(|stage| stage.title = titles());
        chart.nodes.iter_mut().for_each(|node| node.title = titles());
        chart.goal = Target::Skill(titles());
        chart.part = Some(titles());
        chart
    })
}
