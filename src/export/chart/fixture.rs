//! Charts drawn for tests: a small road, and roads with hostile titles.

use proptest::prelude::*;

use super::*;
use crate::domain::fixture::id;
use crate::export::document::Target;

/// A skill of a few hours.
fn node(name: &str, title: &str, status: Status, stage: Option<usize>, on_way: bool) -> ChartNode {
    let kind = NodeKind::Skill(Hours { low: 2.0, high: 4.0 });
    ChartNode { id: id(name), title: Clean::line(title), kind, status, fading: false, stage, on_way }
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
        next: Some(1),
    }
}

/// The same with a skill that is done and fades.
pub(crate) fn fading() -> Chart {
    let mut chart = small();
    chart.nodes[0].fading = true;
    chart
}

/// A road without anything on it.
pub(crate) fn empty() -> Chart {
    Chart {
        tracks: vec![],
        stages: vec![],
        nodes: vec![],
        edges: vec![],
        next: None,
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

/// Roads of any shape: for each track its stages, for each stage how many skills it has. Skills are of each status, and
/// every fifth is an option of a choice of its stage.
pub(crate) fn shaped(tracks: &[Vec<usize>], title: impl Fn(usize) -> Clean) -> Chart {
    let mut chart = Chart { goal: Target::Skill(title(3)), ..empty() };
    for (at, stages) in tracks.iter().enumerate() {
        let whole = stages.iter().sum::<usize>() as u32;
        chart.tracks.push(ChartTrack { id: id("track"), title: title(at), share: share(whole / 2, whole) });
        for &skills in stages {
            let (stage, whole) = (chart.stages.len(), skills as u32);
            let share = share(whole * (stage as u32 % 4) / 3, whole);
            chart.stages.push(ChartStage { id: id("stage"), title: title(stage + 5), track: at, share });
            let first = chart.nodes.len();
            chart.nodes.extend((0..skills).map(|i| {
                let status = Status::ALL[i % Status::ALL.len()];
                let fading = status == Status::Done && i % 4 == 3;
                ChartNode { title: title(i), fading, ..node("skill", "", status, Some(stage), i % 2 == 0) }
            }));
            let choice = chart.nodes.len();
            let kind = NodeKind::Choice { pick: 1, of: skills / 5 };
            chart.nodes.push(ChartNode { kind, ..node("choice", "One", Status::Ready, Some(stage), true) });
            let options = (first..choice).filter(|at| (at - first) % 5 == 4);
            chart.edges.extend(options.map(|from| edge(from, choice, EdgeKind::Option, false)));
        }
    }
    chart.next = chart.nodes.iter().rposition(|node| matches!(node.kind, NodeKind::Skill(_)));
    chart
}

/// Roads of any shape with hostile titles, the next step anywhere.
pub(crate) fn roads() -> impl Strategy<Value = Chart> {
    let stages = prop::collection::vec(prop_oneof![4 => 0_usize..20, 1 => 20_usize..300], 0..13);
    let long = prop::collection::vec(titles(), 1..9).prop_map(|titles| {
        Clean::line(&titles.iter().map(|title| title.as_str()).collect::<Vec<_>>().join(" "))
    });
    let titles = prop::collection::vec(prop_oneof![titles(), long], 9);
    (prop::collection::vec(stages, 0..4), titles, any::<prop::sample::Index>()).prop_map(
        |(tracks, titles, next)| {
            let mut chart = shaped(&tracks, |at| titles[at % titles.len()].clone());
            chart.next = chart.next.map(|_| next.index(chart.nodes.len()));
            chart
        },
    )
}
