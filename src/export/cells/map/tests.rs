//! The map as text: at each zoom, in both sets of glyphs, with a way in focus and without.

use std::cell::Cell;
use std::fmt::Write;

use proptest::prelude::*;

use super::super::{Line, size_of};
use super::*;
use crate::domain::Status;
use crate::engine::layout::{Edge, Effort, Graph, Layout, Node, Place, Route, lay_out};
use crate::engine::share::Share;
use crate::export::cells::Light;

fn skill(title: &str, status: Status) -> Told<'_> {
    Told::Skill {
        title,
        status,
        hours: 7.5,
        ticked: 2,
        outcomes: 4,
        next: title == "Permissions",
        fading: false,
    }
}

/// A few skills in their layers, with what each needs, and what helps it.
fn skills() -> Vec<(Told<'static>, usize, Vec<usize>, Vec<usize>)> {
    use Status::{Done, Known, Learning, Locked, Ready, Skipped};
    vec![
        (skill("The shell", Done), 0, vec![], vec![]),
        (skill("Processes", Known), 1, vec![0], vec![]),
        (skill("Permissions", Ready), 1, vec![0], vec![]),
        (skill("TCP and UDP", Skipped), 1, vec![0], vec![]),
        (skill("HTTP", Learning), 2, vec![3], vec![1]),
        (skill("A title that is longer than any box of the map", Locked), 2, vec![2], vec![]),
        (Told::Choice { title: "One language", had: 1, pick: 1 }, 2, vec![], vec![]),
        (skill("Containers", Locked), 3, vec![4], vec![]),
        (skill("REST", Ready), 3, vec![4, 5, 6], vec![]),
    ]
}

fn stages() -> Vec<(Told<'static>, usize, Vec<usize>, Vec<usize>)> {
    let stage = |title, had, learning, whole| Told::Stage {
        title,
        share: Share { had, learning, whole, ..Share::default() },
    };
    vec![
        (stage("Foundations", 7, 0, 7), 0, vec![], vec![]),
        (stage("HTTP", 1, 1, 8), 1, vec![0], vec![]),
        (stage("SQL", 0, 0, 12), 2, vec![1], vec![]),
    ]
}

type Boxes = Vec<(Told<'static>, usize, Vec<usize>, Vec<usize>)>;

/// How far before the box that it leads to a line turns, by the box at which it begins.
const TURNS: [i32; 7] = [4, 2, 2, 3, 4, 2, 2];

/// The boxes in columns. No lines of different boxes lie on one another.
fn laid(boxes: &Boxes, zoom: Zoom, ascii: bool) -> Scene {
    let mut places: Vec<Place> = Vec::new();
    let mut x = 0;
    for layer in 0..4 {
        let mut y = 0;
        let mut end = x;
        for (told, _, _, _) in boxes.iter().filter(|told| told.1 == layer) {
            let (width, height) = size_of(told, zoom, ascii);
            places.push(Place { x, y, width, height, layer: layer as u16 });
            y += i32::from(height) + 1;
            end = end.max(x + i32::from(width));
        }
        x = end + 7;
    }
    let mut lines = Vec::new();
    let mut routes = Vec::new();
    for (to, told) in boxes.iter().enumerate() {
        let helps = told.3.iter().map(|&from| (from, true));
        for (from, helps) in told.2.iter().map(|&from| (from, false)).chain(helps) {
            let (left, right) = (places[from], places[to]);
            let turn = right.x - TURNS[from];
            let points = vec![
                (left.right(), left.port()),
                (turn, left.port()),
                (turn, right.port()),
                (right.x - 1, right.port()),
            ];
            lines.push(Line { edge: Edge { from, to }, helps });
            routes.push(Route { points });
        }
    }
    let bottom = places.iter().map(|place| place.y + i32::from(place.height)).max().unwrap();
    let layout = Layout { places, routes, width: x - 7, height: bottom, bands: vec![], layers: vec![] };
    Scene::new(layout, lines)
}

/// The whole of it, and below how much each cell stands out, if a way is in focus.
fn shown(boxes: &Boxes, zoom: Zoom, ascii: bool, focus: Option<usize>) -> String {
    let scene = laid(boxes, zoom, ascii);
    let way = focus.map(|focus| scene.way(focus));
    let layout = scene.layout();
    let window = Window { x: 0, y: 0, width: layout.width as u16, height: layout.height as u16 };
    let view = View { scene: &scene, window, zoom, way: way.as_ref(), ascii };
    let drawn = draw(&view, |node| boxes[node].0);
    let mut out = drawn.grid.to_string();
    for row in drawn.grid.rows().filter(|_| way.is_some()) {
        let light = |cell: &super::super::Cell| match cell.paint.light {
            _ if cell.glyph == " " => ' ',
            Light::Dim => '.',
            Light::Normal => 'o',
            Light::Bright => '#',
        };
        let lights: String = row.iter().map(light).collect();
        writeln!(out, "{}", lights.trim_end()).unwrap();
    }
    out
}

#[test]
fn pills_with_their_lines() {
    insta::assert_snapshot!("middle", shown(&skills(), Zoom::Middle, false, None));
    insta::assert_snapshot!("middle_focus", shown(&skills(), Zoom::Middle, false, Some(3)));
    insta::assert_snapshot!("middle_ascii", shown(&skills(), Zoom::Middle, true, Some(3)));
}

#[test]
fn frames_with_their_figures() {
    insta::assert_snapshot!("near", shown(&skills(), Zoom::Near, false, None));
    insta::assert_snapshot!("near_focus", shown(&skills(), Zoom::Near, false, Some(5)));
    insta::assert_snapshot!("near_ascii", shown(&skills(), Zoom::Near, true, Some(5)));
}

#[test]
fn stages_as_stations() {
    insta::assert_snapshot!("far", shown(&stages(), Zoom::Far, false, None));
    insta::assert_snapshot!("far_ascii", shown(&stages(), Zoom::Far, true, None));
}

/// Any graph, with boxes of skills, and a box in focus.
fn graphs() -> impl Strategy<Value = (Graph, usize)> {
    let edges = prop::collection::btree_set((0_usize..20, 0_usize..20), 0..40);
    (1_usize..20, edges, any::<prop::sample::Index>()).prop_map(|(count, edges, focus)| {
        let (width, height) = size_of(&skill("A title", Status::Ready), Zoom::Near, false);
        let nodes = vec![Node { width, height, band: 0, layer: None }; count];
        let edges = edges.into_iter().filter(|(from, to)| from < to && *to < count);
        let edges = edges.map(|(from, to)| Edge { from, to }).collect();
        (Graph { nodes, edges }, focus.index(count))
    })
}

proptest! {
    #[test]
    fn a_window_shows_its_part_of_the_whole_picture(
        (graph, focus) in graphs(),
        (x, y) in (-10_i32..120, -10_i32..60),
        (width, height) in (1_u16..80, 1_u16..40),
    ) {
        let layout = lay_out(&graph, Effort::Rough);
        let lines = graph.edges.iter().map(|&edge| Line { edge, helps: edge.from % 3 == 0 }).collect();
        let whole = Window { x: -20, y: -20, width: layout.width as u16 + 220, height: layout.height as u16 + 140 };
        let scene = Scene::new(layout, lines);
        let way = scene.way(focus);
        let of = |window| {
            let view = View { scene: &scene, window, zoom: Zoom::Near, way: Some(&way), ascii: false };
            draw(&view, |_| skill("A title", Status::Ready))
        };
        let (whole, part) = (of(whole), of(Window { x, y, width, height }));
        for (row, y) in part.grid.rows().zip(y..) {
            for (cell, x) in row.iter().zip(x..) {
                prop_assert_eq!(Some(cell), whole.grid.at(x, y), "at {},{}", x, y);
            }
        }
        for (node, rect) in part.hits {
            let place = scene.layout().places[node];
            for (column, row) in [(0, 0), (rect.width - 1, rect.height - 1)] {
                let at = (x + i32::from(rect.x + column), y + i32::from(rect.y + row));
                prop_assert!((place.x..place.right()).contains(&at.0));
                prop_assert!((place.y..place.y + i32::from(place.height)).contains(&at.1));
            }
        }
    }
}

#[test]
fn drawing_looks_at_what_is_near_and_not_at_all_there_is() {
    let place = |i: i32| Place { x: i % 100 * 20, y: i / 100 * 2, width: 10, height: 1, layer: 0 };
    let places: Vec<Place> = (0..10_000).map(place).collect();
    let edge = |from: usize| Edge { from, to: from + 1 };
    let edges: Vec<Edge> = (0..9_999).filter(|from| from % 100 < 99).map(edge).collect();
    let route = |edge: &Edge| {
        let (left, right) = (places[edge.from], places[edge.to]);
        Route { points: vec![(left.right(), left.y), (right.x - 1, right.y)] }
    };
    let routes = edges.iter().map(route).collect();
    let lines = edges.iter().map(|&edge| Line { edge, helps: false }).collect();
    let layout = Layout { places: places.clone(), routes, width: 2000, height: 200, ..Layout::default() };
    let scene = Scene::new(layout, lines);
    let asked = Cell::new(0);
    let window = Window { x: 600, y: 60, width: 200, height: 50 };
    let view = View { scene: &scene, window, zoom: Zoom::Middle, way: None, ascii: false };
    let drawn = draw(&view, |_| {
        asked.set(asked.get() + 1);
        skill("Title", Status::Ready)
    });
    assert_eq!(drawn.hits.len(), 10 * 25);
    assert!(asked.get() < 10 * drawn.hits.len(), "{} boxes looked at", asked.get());
}
