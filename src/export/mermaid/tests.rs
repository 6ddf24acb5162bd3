//! Tests of the flowchart: a reader of its own finds each skill and each edge once, under the titles that they have.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::export::chart::fixture;

/// What stands in a flowchart.
#[derive(Debug, Default)]
struct Read {
    /// Name, label and class of each box, with the groups around it from the outside.
    boxes: Vec<(String, String, String, Vec<String>)>,
    edges: Vec<(String, String, String)>,
    groups: BTreeMap<String, String>,
    title: String,
}

/// Reads a flowchart, and fails where a line is none of those that are ever written.
fn read(text: &str) -> Read {
    let mut read = Read::default();
    let mut open: Vec<String> = Vec::new();
    let mut lines = text.lines().map(str::trim);
    assert!(lines.next().unwrap().starts_with(MERMAID_START));
    assert_eq!(lines.next(), Some("flowchart LR"));
    for line in lines {
        let words: Vec<&str> = line.split(' ').collect();
        if let Some(title) = line.strip_prefix("accTitle: ") {
            read.title = decoded(title);
        } else if let Some(group) = line.strip_prefix("subgraph ") {
            let (name, label) = group.split_once("[\"").unwrap();
            read.groups.insert(plain(name), decoded(label.strip_suffix("\"]").unwrap()));
            open.push(name.to_owned());
        } else if line == "end" {
            open.pop().unwrap();
        } else if let [from, arrow @ ("-->" | "==>" | "-.->"), to] = words.as_slice() {
            read.edges.push((plain(from), (*arrow).to_owned(), plain(to)));
        } else if let Some((node, class)) = line.rsplit_once(":::") {
            let (name, rest) = node.split_once(['[', '{']).unwrap();
            let label = rest.trim_start_matches('{').trim_end_matches(['}', ']']);
            let label = label.strip_prefix('"').and_then(|label| label.strip_suffix('"')).unwrap();
            read.boxes.push((plain(name), decoded(label), class.to_owned(), open.clone()));
        } else {
            assert!(["classDef", "class", "%%"].contains(&words[0]), "{line}");
        }
    }
    assert!(open.is_empty());
    read
}

/// A name, which has nothing in it that mermaid could act on.
fn plain(name: &str) -> String {
    assert!(name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'), "{name}");
    name.to_owned()
}

/// The text of a label, in which nothing stands bare that mermaid or markdown could act on.
fn decoded(label: &str) -> String {
    let mut pieces = label.split('#');
    let mut text = pieces.next().unwrap().to_owned();
    for piece in pieces {
        let (code, rest) = piece.split_once(';').expect("a code ends in a semicolon");
        text.push(char::from_u32(code.parse().unwrap()).unwrap());
        text.push_str(rest);
    }
    let bare = label.replace('#', "");
    let acts = |c: char| "\"`*_~<>&%:[]{}|\\$!@^=".contains(c);
    assert!(!bare.contains(acts), "{label}");
    text
}

fn holds(chart: &Chart) {
    let text = mermaid(chart);
    let read = read(&text);
    assert_eq!(read.title, road_to(chart));
    assert_eq!(read.boxes.len(), chart.nodes.len(), "{text}");
    assert_eq!(read.groups.len(), chart.tracks.len() + chart.stages.len());
    for node in &chart.nodes {
        let label = format!("{} {}", node.sign(), node.label());
        let found: Vec<_> = read.boxes.iter().filter(|(name, ..)| *name == node_name(node)).collect();
        let [(_, shown, class, around)] = found.as_slice() else { panic!("{found:?}\n{text}") };
        assert_eq!((shown, class.as_str()), (&label, self::class(node)), "{text}");
        let stage = node.stage.map(|stage| &chart.stages[stage]);
        let names: Vec<String> = stage
            .iter()
            .flat_map(|stage| [name("track", &chart.tracks[stage.track].id), name("stage", &stage.id)])
            .collect();
        assert_eq!(*around, names);
    }
    let mut expected: Vec<_> = chart
        .edges
        .iter()
        .map(|edge| {
            let name = |at: usize| node_name(&chart.nodes[at]);
            (name(edge.from), arrow(edge).to_owned(), name(edge.to))
        })
        .collect();
    let mut edges = read.edges;
    edges.sort();
    expected.sort();
    assert_eq!(edges, expected);
}

#[test]
fn the_small_road() {
    holds(&fixture::small());
    insta::assert_snapshot!(mermaid(&fixture::small()));
}

#[test]
fn what_fades_is_told_by_its_sign_and_looks_like_nothing_else() {
    let chart = fixture::fading();
    holds(&chart);
    let (text, before) = (mermaid(&chart), mermaid(&fixture::small()));
    let changed: Vec<&str> = text.lines().filter(|line| !before.lines().any(|same| same == *line)).collect();
    insta::assert_snapshot!(changed.join("\n"));
}

#[test]
fn an_empty_road_is_a_flowchart_too() {
    holds(&fixture::empty());
}

#[test]
fn what_mermaid_would_act_on_becomes_a_code() {
    for (text, written) in [
        ("R&D's CI/CD, (a) b?", "R#38;D's CI/CD, (a) b?"),
        ("C# \"x\"", "C#35; #34;x#34;"),
        ("1. one", "1#46; one"),
        ("12) twelve", "12#41; twelve"),
        ("1.5 h - 3.5 h", "1#46;5 h - 3.5 h"),
        ("- x", "#45; x"),
        ("%%{init}%%", "#37;#37;#123;init#125;#37;#37;"),
        ("日本 é", "日本 é"),
    ] {
        assert_eq!(escaped(text), written);
    }
}

#[test]
fn more_lines_than_mermaid_draws_are_fewer_by_what_only_helps() {
    let mut chart = fixture::small();
    let helps = *chart.edges.iter().find(|edge| edge.kind == EdgeKind::Helps).unwrap();
    let needed = chart.edges.len() - 1;
    chart.edges.extend(vec![helps; MERMAID_EDGES - chart.edges.len()]);
    assert_eq!(read(&mermaid(&chart)).edges.len(), MERMAID_EDGES);
    chart.edges.push(helps);
    assert_eq!(read(&mermaid(&chart)).edges.len(), needed);
}

proptest! {
    #[test]
    fn whatever_the_titles_are_each_box_and_edge_stands_there_once(chart in fixture::hostile()) {
        holds(&chart);
    }
}
