//! Tests of the picture: a parser of XML that is not ours finds all that the chart says.

use proptest::prelude::*;
use roxmltree::{Document, Node};

use super::*;
use crate::engine::layout::{self, Edge, Effort, Graph};
use crate::export::chart::fixture;

/// A layout of a chart with a band a stage.
fn laid_out(chart: &Chart) -> Layout {
    let node = |node: &crate::export::chart::ChartNode| layout::Node {
        width: cells(node),
        height: 1,
        band: node.stage.unwrap_or(0) as u16,
        layer: None,
    };
    let edge = |edge: &ChartEdge| Edge { from: edge.from, to: edge.to };
    let graph = Graph {
        nodes: chart.nodes.iter().map(node).collect(),
        edges: chart.edges.iter().filter(|edge| edge.has_line()).map(edge).collect(),
    };
    layout::lay_out(&graph, Effort::Full)
}

fn drawn(chart: &Chart) -> String {
    svg(chart, &laid_out(chart))
}

fn has_class(node: &Node<'_, '_>, class: &str) -> bool {
    node.attribute("class").is_some_and(|classes| classes.split(' ').any(|one| one == class))
}

/// A text as XML can hold it.
fn held(text: &str) -> String {
    text.replace('\u{ffff}', "\u{fffd}")
}

fn figure(node: &Node<'_, '_>, name: &str) -> f64 {
    node.attribute(name).unwrap_or_else(|| panic!("{node:?} has no {name}")).parse().unwrap()
}

fn holds(chart: &Chart) {
    let text = drawn(chart);
    assert!(text.starts_with(SVG_START));
    let document = Document::parse(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    let root = document.root_element();
    let texts = |class: &str| -> Vec<String> {
        let found =
            root.descendants().filter(|node| node.has_tag_name(node_name("text")) && has_class(node, class));
        found.map(|node| node.text().unwrap_or_default().to_owned()).collect()
    };
    assert_eq!(texts("head"), [held(&road_to(chart))]);
    assert_eq!(texts("track").len(), chart.tracks.len());
    for stage in &chart.stages {
        let heading = held(&format!("{} {}", stage.title, had_of(stage.share)));
        assert!(texts("stage").contains(&heading), "{heading}\n{text}");
    }
    let pills =
        root.descendants().filter(|node| node.has_tag_name(node_name("g")) && !has_class(node, "key"));
    let pills: Vec<Node<'_, '_>> = pills.collect();
    assert_eq!(pills.len(), chart.nodes.len());
    for (pill, node) in pills.iter().zip(&chart.nodes) {
        let title = pill.first_element_child().and_then(|title| title.text()).unwrap_or_default();
        assert!(title.starts_with(&held(&node.title)) && title.contains(node.word()), "{title}");
        let name = pill.children().find(|child| has_class(child, "name")).unwrap();
        assert_eq!(name.text(), Some(held(&node.label()).as_str()));
        assert_eq!(has_class(pill, "outside"), node.stage.is_none());
    }
    for (class, count) in WEIGHTS.map(|class| {
        (class, chart.edges.iter().filter(|edge| edge.has_line() && weight(chart, edge) == class).count())
    }) {
        let paths =
            root.descendants().filter(|node| node.has_tag_name(node_name("path")) && has_class(node, class));
        assert_eq!(paths.count(), count, "{class}");
    }
    all_lies_within(&root);
}

fn node_name(name: &'static str) -> (&'static str, &'static str) {
    ("http://www.w3.org/2000/svg", name)
}

/// Every text and box lies within the picture.
fn all_lies_within(root: &Node<'_, '_>) {
    let (width, height) = (figure(root, "width"), figure(root, "height"));
    for node in root.descendants().filter(|node| node.has_attribute("x")) {
        let name = if node.has_attribute("width") { "width" } else { "textLength" };
        assert!(figure(&node, "x") >= 0.0 && figure(&node, "x") + figure(&node, name) <= width, "{node:?}");
        assert!((0.0..=height).contains(&figure(&node, "y")), "{node:?}");
    }
}

#[test]
fn the_small_road() {
    holds(&fixture::small());
    insta::assert_snapshot!(drawn(&fixture::small()));
}

#[test]
fn what_fades_has_a_sign_of_its_own_and_a_place_in_the_legend() {
    let chart = fixture::fading();
    holds(&chart);
    let (text, before) = (drawn(&chart), drawn(&fixture::small()));
    assert!(
        !before.contains("class=\"fading") && !before.contains("class=\"key fading"),
        "nothing fades there"
    );
    let changed: Vec<&str> = text.lines().filter(|line| !before.lines().any(|same| same == *line)).collect();
    insta::assert_snapshot!(changed.join("\n"));
}

#[test]
fn an_empty_road_is_a_picture_too() {
    holds(&fixture::empty());
}

#[test]
fn what_is_done_open_and_far_looks_different_on_light_and_dark() {
    let css = style::css();
    let (light, dark) = css.split_once("@media (prefers-color-scheme:dark)").unwrap();
    let rule = |css: &str, what: &str| -> String {
        let start = css.find(what).unwrap_or_else(|| panic!("nothing paints {what}"));
        css[start + what.len()..].split('}').next().unwrap().to_owned()
    };
    for what in
        [".page{fill:", ".name{fill:", ".done rect,.done .box{fill:", ".behind{stroke:", ".light{stroke:"]
    {
        assert_ne!(rule(light, what), rule(dark, what), "{what}");
    }
    assert_eq!(css.matches('{').count(), css.matches('}').count());
}

#[test]
fn without_a_goal_nothing_is_faint() {
    let mut chart = fixture::small();
    assert!(drawn(&chart).contains(" off\""));
    chart.nodes.iter_mut().for_each(|node| node.on_way = false);
    assert!(!drawn(&chart).contains(" off\""));
}

#[test]
fn stages_that_share_a_band_have_their_headings_side_by_side() {
    let chart = fixture::small();
    let mut layout = laid_out(&chart);
    let columns = [0, 20, 60, 60, 80, 130, 150, 100];
    for (place, x) in layout.places.iter_mut().zip(columns) {
        *place = Place { x, y: 1, ..*place };
    }
    layout.bands = vec![1, 3];
    let text = svg(&chart, &layout);
    let document = Document::parse(&text).unwrap();
    let headings = document.descendants().filter(|node| has_class(node, "stage"));
    let places: Vec<(f64, f64)> = headings.map(|node| (figure(&node, "x"), figure(&node, "y"))).collect();
    assert_eq!(places.len(), 3);
    assert!(places.windows(2).all(|pair| pair[0].0 < pair[1].0 && pair[0].1 == pair[1].1), "{places:?}");
}

proptest! {
    #[test]
    fn whatever_the_titles_are_the_picture_is_sound_and_says_them(chart in fixture::hostile()) {
        holds(&chart);
    }
}
