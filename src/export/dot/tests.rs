//! Tests of the graph: a reader of its own finds each skill and each edge once, under the titles that they have.

use proptest::prelude::*;

use super::*;
use crate::export::chart::fixture;

/// A piece of a graph.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Text(String),
    Word(String),
}

/// The pieces of a graph, by Graphviz's own rules: `"` ends a string unless a backslash stands before it.
fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' => {
                let mut inner = String::new();
                loop {
                    match chars.next().expect("a string ends") {
                        '"' => break,
                        '\\' => {
                            let next = chars.next().unwrap();
                            assert!(matches!(next, '"' | '\\'), "an escape that nobody meant: \\{next}");
                            inner.push(next);
                        }
                        c => inner.push(c),
                    }
                }
                let entities = inner.matches('&').count();
                assert_eq!(entities, inner.matches("&amp;").count(), "{inner}");
                tokens.push(Token::Text(inner.replace("&amp;", "&")));
            }
            c if c.is_whitespace() => {}
            c => {
                let joins = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '>');
                let mut word = c.to_string();
                while joins(&c) | (c == '-') && chars.peek().is_some_and(joins) {
                    word.extend(chars.next());
                }
                tokens.push(Token::Word(word));
            }
        }
    }
    tokens
}

/// What stands in a graph: boxes with their labels and the clusters around them, and edges.
#[derive(Debug, Default)]
struct Read {
    boxes: Vec<(String, String, Vec<String>)>,
    edges: Vec<(String, String)>,
    labels: Vec<String>,
}

fn read(text: &str) -> Read {
    let (first, body) = text.split_once('\n').unwrap();
    assert!(first.starts_with(DOT_START));
    let mut read = Read::default();
    let mut open = Vec::new();
    let word = |text: &str| Token::Word(text.to_owned());
    let tokens = tokens(body);
    for (i, token) in tokens.iter().enumerate() {
        let before = i.checked_sub(1).map(|i| &tokens[i]);
        let text = |at: usize| match tokens.get(at) {
            Some(Token::Text(text)) => Some(text.clone()),
            _ => None,
        };
        match token {
            Token::Word(sign) if sign == "{" => open.push(text(i - 1).unwrap_or_default()),
            Token::Word(sign) if sign == "}" => drop(open.pop().unwrap()),
            Token::Word(sign) if sign == "->" => {
                read.edges.push((text(i - 1).unwrap(), text(i + 1).unwrap()));
            }
            Token::Text(name) if tokens.get(i + 1) == Some(&word("[")) && before != Some(&word("->")) => {
                assert_eq!(tokens[i + 2], word("label"));
                read.boxes.push((name.clone(), text(i + 4).unwrap(), open[1..].to_vec()));
            }
            Token::Text(label) if before == Some(&word("=")) && tokens[i - 2] == word("label") => {
                read.labels.push(label.clone());
            }
            _ => {}
        }
    }
    assert!(open.is_empty());
    read
}

fn holds(chart: &Chart) {
    let text = dot(chart);
    let read = read(&text);
    let expected = chart.nodes.iter().map(|node| {
        let label = format!("{} {}", node.sign(), node.label());
        let stage = node.stage.map(|stage| &chart.stages[stage]);
        let track = stage.map(|stage| format!("cluster track {}", chart.tracks[stage.track].id));
        let around = track.into_iter().chain(stage.map(|stage| format!("cluster stage {}", stage.id)));
        (node.id.to_string(), label, around.collect())
    });
    let mut expected: Vec<(String, String, Vec<String>)> = expected.collect();
    let mut boxes = read.boxes;
    boxes.sort();
    expected.sort();
    assert_eq!(boxes, expected, "{text}");
    let id = |at: usize| chart.nodes[at].id.to_string();
    let edges: Vec<(String, String)> = chart.edges.iter().map(|edge| (id(edge.from), id(edge.to))).collect();
    assert_eq!(read.edges, edges, "{text}");
    assert_eq!(read.labels[0], road_to(chart));
    for title in
        chart.tracks.iter().map(|track| &track.title).chain(chart.stages.iter().map(|stage| &stage.title))
    {
        assert!(read.labels.iter().any(|label| label.starts_with(title.as_str())), "{title}");
    }
}

#[test]
fn the_small_road() {
    holds(&fixture::small());
    insta::assert_snapshot!(dot(&fixture::small()));
}

#[test]
fn what_fades_is_told_by_its_sign_and_looks_like_nothing_else() {
    let chart = fixture::fading();
    holds(&chart);
    let (text, before) = (dot(&chart), dot(&fixture::small()));
    let changed: Vec<&str> = text.lines().filter(|line| !before.lines().any(|same| same == *line)).collect();
    insta::assert_snapshot!(changed.join("\n"));
}

#[test]
fn an_empty_road_is_a_graph_too() {
    holds(&fixture::empty());
}

proptest! {
    #[test]
    fn whatever_the_titles_are_each_box_and_edge_stands_there_once(chart in fixture::hostile()) {
        holds(&chart);
    }
}
