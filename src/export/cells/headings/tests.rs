//! Headings while one scrolls.

use super::super::{Line, Scene, Told, View, Zoom, draw};
use super::*;
use crate::domain::Status;
use crate::engine::layout::Place;

fn bands() -> Vec<Band> {
    let heading = |layers, title: &str, had, whole| Heading { layers, title: title.to_owned(), had, whole };
    vec![
        Band {
            title: "BACKEND".to_owned(),
            headings: vec![heading(0..2, "Foundations", 6, 7), heading(2..3, "Networking and HTTP", 4, 6)],
        },
        Band { title: "ML".to_owned(), headings: vec![heading(1..3, "Data engineering", 0, 8)] },
    ]
}

/// Two bands of four rows each, with a box in every row of the first layer.
fn drawn(window: Window, ascii: bool) -> Drawn {
    let place = |y| Place { x: 2, y, width: 7, height: 1, layer: 0 };
    let places = [1, 2, 3, 4, 6, 7, 8, 9].map(place).to_vec();
    let layout = Layout {
        places,
        width: 70,
        height: 10,
        bands: vec![1, 6, 11],
        layers: vec![0, 20, 40, 70],
        ..Layout::default()
    };
    let scene = Scene::new(layout, Vec::<Line>::new());
    let told = |_| Told::Skill {
        title: "Git",
        status: Status::Done,
        hours: 1.0,
        ticked: 0,
        outcomes: 1,
        next: false,
        fading: false,
    };
    let mut drawn = draw(&View { scene: &scene, window, zoom: Zoom::Middle, way: None, ascii }, told);
    drawn.headings(scene.layout(), |band| bands().into_iter().nth(band), ascii);
    drawn
}

fn line(window: Window, row: usize) -> String {
    drawn(window, false).grid.to_string().lines().nth(row).unwrap().to_owned()
}

#[test]
fn headings_stand_above_their_columns_as_far_as_these_are_in_sight() {
    let at = |x, width| line(Window { x, y: 0, width, height: 12 }, 0);
    assert_eq!(at(0, 70), " BACKEND ── Foundations  6 of 7 ──────── Networking and HTTP  4 of 6 ─");
    assert_eq!(at(-11, 50), " BACKEND ── Foundations  6 of 7 ──────────────────");
    assert_eq!(at(0, 45), " BACKEND ── Foundations  6 of 7 ──────── Ne…");
    assert_eq!(at(30, 40), " BACKEND ── Networking and HTTP  4 of 6");
    assert_eq!(at(45, 25), " BACKEND ── Networking …");
    assert_eq!(at(0, 8), " BACK…──");
    assert_eq!(at(50, 1), "─", "where there is room for nothing, there is nothing");
    let ml = line(Window { x: 0, y: 0, width: 70, height: 12 }, 5);
    assert_eq!(ml, " ML ──────────────── Data engineering  0 of 8 ────────────────────────");
}

#[test]
fn a_heading_stays_until_its_band_is_out_of_sight() {
    let first = |y| line(Window { x: 0, y, width: 24, height: 3 }, 0);
    for (y, starts) in
        [(0, " BACKEND"), (1, " BACKEND"), (3, " BACKEND"), (4, "   ✓ Git"), (5, " ML "), (8, " ML ")]
    {
        assert!(first(y).starts_with(starts), "from row {y}: {}", first(y));
    }
}

#[test]
fn a_box_below_a_heading_is_not_clicked_through_it() {
    let hits = |y| drawn(Window { x: 0, y, width: 24, height: 3 }, false).hits;
    let nodes = |y| hits(y).into_iter().map(|(node, _)| node).collect::<Vec<_>>();
    assert_eq!(nodes(0), [0, 1]);
    assert_eq!(nodes(1), [1, 2], "the first one is covered");
    assert_eq!(nodes(4), [3, 4], "the last one of a band is not");
}

#[test]
fn ascii_headings_are_ascii() {
    assert!(drawn(Window { x: 0, y: 0, width: 70, height: 12 }, true).grid.to_string().is_ascii());
}
