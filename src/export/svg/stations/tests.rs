//! Tests of the stations: a parser of XML that is not ours finds each skill once, and nothing lies on anything else.

use std::collections::BTreeSet;

use proptest::prelude::*;
use roxmltree::{Document, Node};

use super::style::FACES;
use super::*;
use crate::domain::Clean;
use crate::export::chart::{NodeKind, fixture};
use crate::export::svg::SVG_START;

/// What takes room: its corners, and a word on what it is.
#[derive(Debug)]
struct Area {
    what: String,
    x: (f64, f64),
    y: (f64, f64),
}

impl Area {
    fn overlaps(&self, other: &Self) -> bool {
        self.x.0 < other.x.1 && other.x.0 < self.x.1 && self.y.0 < other.y.1 && other.y.0 < self.y.1
    }
}

fn figure(node: &Node<'_, '_>, name: &str) -> f64 {
    node.attribute(name).unwrap_or_else(|| panic!("{node:?} has no {name}")).parse().unwrap()
}

fn class<'a>(node: &Node<'a, '_>) -> &'a str {
    node.attribute("class").and_then(|classes| classes.split(' ').next()).unwrap_or_default()
}

/// A text as XML can hold it.
fn held(text: &str) -> String {
    text.replace('\u{ffff}', "\u{fffd}")
}

fn named<'a, 'b: 'a>(root: &Node<'a, 'b>, name: &'static str) -> impl Iterator<Item = Node<'a, 'b>> {
    root.descendants().filter(move |node| node.tag_name().name() == name)
}

/// The title that shows when one points at something.
fn told<'a>(node: &Node<'a, '_>) -> Option<&'a str> {
    node.children().find(|child| child.tag_name().name() == "title").and_then(|title| title.text())
}

fn texts(root: &Node<'_, '_>) -> Vec<Area> {
    let area = |node: Node<'_, '_>| {
        let (x, y) = (figure(&node, "x"), figure(&node, "y"));
        let size = FACES.iter().find(|face| face.class == class(&node)).expect("a text has a face").size;
        Area {
            what: node.text().unwrap_or_default().to_owned(),
            x: (x, x + figure(&node, "textLength")),
            y: (y - 0.8 * size, y + 0.22 * size),
        }
    };
    named(root, "text").map(area).collect()
}

/// The glyphs, those of the legend included.
fn glyphs(root: &Node<'_, '_>, scale: f64) -> Vec<Area> {
    let area = |node: Node<'_, '_>| {
        let (x, y, reach) = (figure(&node, "x"), figure(&node, "y"), 5.5 * scale);
        let what = told(&node).unwrap_or("legend").to_owned();
        Area { what, x: (x - reach, x + reach), y: (y - reach, y + reach) }
    };
    named(root, "use").map(area).collect()
}

/// The road, in straight pieces.
fn roads(places: &places::Places) -> Vec<Area> {
    let piece = |pair: &[(f64, f64)]| {
        let (x, y) = ((pair[0].0, pair[1].0), (pair[0].1, pair[1].1));
        let around = |(a, b): (f64, f64)| (a.min(b) - 3.0, a.max(b) + 3.0);
        Area { what: "road".into(), x: around(x), y: around(y) }
    };
    let stations = places.bands.iter().flat_map(|band| &band.stations);
    let points = stations.map(|station| {
        let own = [station.at, (station.road_end(), station.at.1)];
        own.into_iter().chain(station.onward.iter().copied()).collect::<Vec<_>>()
    });
    points.flat_map(|points| points.windows(2).map(piece).collect::<Vec<_>>()).collect()
}

/// The sign, with its letters.
fn signs(root: &Node<'_, '_>) -> Vec<Area> {
    let area = |node: Node<'_, '_>| {
        let (x, y) = (figure(&node, "x"), figure(&node, "y"));
        let (width, height) = (figure(&node, "width"), figure(&node, "height"));
        Area { what: "sign".into(), x: (x, x + width), y: (y, y + height) }
    };
    named(root, "rect").filter(|node| class(node) == "pin").map(area).collect()
}

fn apart(areas: &[Area], others: &[Area]) {
    for area in areas {
        for other in others.iter().filter(|other| !std::ptr::eq(*other, area)) {
            assert!(!area.overlaps(other), "{area:?} lies on {other:?}");
        }
    }
}

fn holds(chart: &Chart) {
    let text = stations(chart);
    assert!(text.starts_with(SVG_START));
    let document = Document::parse(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    let root = document.root_element();
    let places = places(chart);

    let mut shown: Vec<&str> = named(&root, "use").filter_map(|node| told(&node)).collect();
    let skills = chart
        .nodes
        .iter()
        .enumerate()
        .filter(|(_, node)| matches!(node.kind, NodeKind::Skill(_)) && node.stage.is_some());
    let next = |at: usize| if chart.next == Some(at) { " · next" } else { "" };
    let mut skills: Vec<String> =
        skills.map(|(at, node)| format!("{}{}", held(&pill::told(node)), next(at))).collect();
    shown.sort_unstable();
    skills.sort_unstable();
    assert_eq!(shown, skills, "each skill has one dot");

    let (mut texts, signs) = (texts(&root), signs(&root));
    let heading =
        |title: &Clean| texts.iter().any(|text| held(title).starts_with(text.what.trim_end_matches('…')));
    assert!(chart.tracks.iter().all(|track| heading(&track.title)), "{texts:?}");
    let counts: Vec<String> = chart.stages.iter().map(|stage| had_of(stage.share)).collect();
    assert!(counts.iter().all(|count| texts.iter().any(|text| text.what == *count)));
    let here = chart.next.is_some_and(|next| chart.nodes[next].stage.is_some());
    assert_eq!(signs.len(), usize::from(here));

    let (glyphs, roads) = (glyphs(&root, places.scale), roads(&places));
    apart(&texts, &texts);
    apart(&glyphs, &texts);
    apart(&roads, &texts);
    apart(&roads, &glyphs);
    apart(&signs, &roads);
    // They may be thousands, so they are not compared one by one: each is alone at its place in the grid.
    let mut places_of_dots = BTreeSet::new();
    for station in places.bands.iter().flat_map(|band| &band.stations) {
        for (x, y) in station.dots.iter().map(|dot| dot.at) {
            let room = (station.left(), station.left() + 162.0);
            let reach = 5.5 * places.scale;
            assert!(room.0 <= x - reach && x + reach <= room.1, "{x} is not below its station");
            assert!(places_of_dots.insert(((x * 10.0) as i64, (y * 10.0) as i64)), "two dots at {x} {y}");
        }
    }
    texts.retain(|text| text.what != YOU);
    apart(&signs, &texts);

    let (width, height) = (figure(&root, "width"), figure(&root, "height"));
    assert!(width <= 960.0 && root.attribute("viewBox") == Some(&format!("0 0 {width} {height}")));
    for area in [texts, glyphs, roads, signs].iter().flatten() {
        let within = area.x.0 >= 0.0 && area.y.0 >= 0.0 && area.x.1 <= width && area.y.1 <= height;
        assert!(within, "{area:?} leaves {width} by {height}");
    }
}

#[test]
fn the_small_road() {
    holds(&fixture::small());
    insta::assert_snapshot!(stations(&fixture::small()));
}

#[test]
fn what_fades_has_a_dot_of_its_own_and_a_place_in_the_legend() {
    let chart = fixture::fading();
    holds(&chart);
    let uses = |chart: &Chart| stations(chart).matches("href=\"#fading\"").count();
    assert_eq!((uses(&chart), uses(&fixture::small())), (2, 0), "its dot and the legend");
    assert!(stations(&chart).contains("<title>The shell · fading"));
}

#[test]
fn an_empty_road_is_a_picture_too() {
    holds(&fixture::empty());
}

#[test]
fn one_stage_of_one_skill_forty_stages_and_ten_thousand_skills_all_fit() {
    let title = |_| Clean::fixed("A title that takes two lines");
    for tracks in [vec![vec![1]], vec![vec![4; 40]], vec![vec![7]; 12], vec![vec![10_000, 3]]] {
        let chart = fixture::shaped(&tracks, title);
        holds(&chart);
        let bytes = stations(&chart).len();
        assert!(bytes < 20_000 + 160 * chart.nodes.len(), "{bytes} bytes");
    }
}

#[test]
fn the_legend_is_drawn_in_full_however_small_the_dots_are() {
    for (skills, key) in [(20, "done"), (500, "key-done")] {
        let text = stations(&fixture::shaped(&[vec![skills]], |_| Clean::fixed("A title")));
        let document = Document::parse(&text).unwrap();
        let root = document.root_element();
        let mut keys = named(&root, "use").filter(|node| told(node).is_none());
        assert_eq!(keys.next().and_then(|node| node.attribute("href")), Some(format!("#{key}").as_str()));
        let drawing = named(&root, "g").find(|node| node.attribute("id") == Some(key)).unwrap();
        assert!(drawing.descendants().all(|node| !node.has_attribute("transform")), "{key}");
    }
}

#[test]
fn a_dot_is_known_by_its_shape_alone() {
    let mut xml = Xml::default();
    glyphs::define(&mut xml, 1.0);
    let defined = xml.done();
    let document = Document::parse(&defined).unwrap();
    let shape = |glyph: &Glyph| {
        let glyph = document.descendants().find(|node| node.attribute("id") == Some(glyph.name())).unwrap();
        let shapes = glyph.descendants().filter(|node| !node.tag_name().name().eq("g"));
        // What is filled and what is drawn with a line are two shapes, whatever their colours.
        let is_filled = |node: &Node<'_, '_>| matches!(class(node), "full" | "core");
        let told = |node: Node<'_, '_>| {
            (is_filled(&node), ["r", "d"].map(|name| node.attribute(name).map(str::to_owned)))
        };
        shapes.map(told).collect::<Vec<_>>()
    };
    let shapes: Vec<_> = Glyph::ALL.iter().map(shape).collect();
    for (i, shape) in shapes.iter().enumerate() {
        assert!(!shape.is_empty() && !shapes[..i].contains(shape), "{:?}", Glyph::ALL[i]);
    }
}

#[test]
fn the_sign_stands_at_the_station_of_the_next_step() {
    let mut chart = fixture::small();
    let sign = |chart: &Chart| {
        let text = stations(chart);
        let document = Document::parse(&text).unwrap();
        let at = texts(&document.root_element()).into_iter().find(|text| text.what == YOU);
        at.map(|text| (text.x.0.floor() as i32, text.y.0.floor() as i32))
    };
    let first = sign(&chart).unwrap();
    chart.next = Some(2);
    let second = sign(&chart).unwrap();
    assert!(second.0 > first.0 && second.1 == first.1, "{first:?} {second:?}");
    chart.next = None;
    assert_eq!(sign(&chart), None);
}

#[test]
fn without_a_goal_no_skill_is_off_the_way() {
    let mut chart = fixture::small();
    assert!(stations(&chart).contains("href=\"#locked-off\""));
    chart.nodes.iter_mut().for_each(|node| node.on_way = false);
    assert!(!stations(&chart).contains("href=\"#locked-off\""));
}

#[test]
fn a_road_that_is_had_is_bold_to_the_end_and_one_that_is_not_never_looks_it() {
    let mut chart = fixture::shaped(&[vec![1000]], |_| Clean::fixed("A title"));
    let lengths = |chart: &Chart| -> Vec<String> {
        let text = stations(chart);
        let document = Document::parse(&text).unwrap();
        let root = document.root_element();
        let behind = named(&root, "path").filter(|node| class(node) == "behind");
        behind.map(|node| node.attribute("d").unwrap().to_owned()).collect()
    };
    for (had, drawn) in
        [(0, &[][..]), (1, &["M44 170H58.0"]), (999, &["M44 170H204.0"]), (1000, &["M44 170L212 170"])]
    {
        chart.stages[0].share = Share { had, whole: 1000, ..Share::default() };
        assert_eq!(lengths(&chart), drawn, "{had}");
    }
}

#[test]
fn every_colour_has_one_for_the_light_page_and_one_for_the_dark() {
    for (what, light, dark) in style::PAINT {
        assert_ne!(light, dark, "{what}");
    }
    let css = style::css();
    assert_eq!(css.matches('{').count(), css.matches('}').count());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_the_road_is_each_skill_has_a_dot_and_nothing_lies_on_anything_else(chart in fixture::roads()) {
        holds(&chart);
    }

    #[test]
    fn whatever_the_titles_are_the_picture_is_sound(chart in fixture::hostile()) {
        holds(&chart);
    }
}
