//! What must hold of every layout, checked cell by cell.

use std::collections::{BTreeMap, BTreeSet};

use super::super::{Graph, Layout, Place, Route};

/// Every breach, told.
pub fn broken(graph: &Graph, layout: &Layout) -> Vec<String> {
    let mut broken = Vec::new();
    boxes(graph, layout, &mut broken);
    frame(graph, layout, &mut broken);
    ends(graph, layout, &mut broken);
    if broken.is_empty() {
        cells(graph, layout, &mut broken);
    }
    broken
}

/// Boxes lie in their layers and bands, apart from each other.
fn boxes(graph: &Graph, layout: &Layout, broken: &mut Vec<String>) {
    let mut taken = BTreeMap::new();
    for (i, (node, place)) in graph.nodes.iter().zip(&layout.places).enumerate() {
        if (place.width, place.height) != (node.width, node.height) {
            broken.push(format!("box {i} has another size"));
        }
        if node.layer.is_some_and(|layer| layer != place.layer) {
            broken.push(format!("box {i} left its layer"));
        }
        let layer = usize::from(place.layer);
        if place.x != layout.layers[layer] || place.right() > layout.layers[layer + 1] {
            broken.push(format!("box {i} is out of its layer's columns"));
        }
        let band = usize::from(node.band);
        let end = layout.bands[band + 1] - i32::from(band + 2 < layout.bands.len());
        if place.y < layout.bands[band] || bottom(place) > end {
            broken.push(format!("box {i} is out of its band's rows"));
        }
        // With the row below it, so that boxes do not touch either.
        for y in place.y..=bottom(place) {
            for x in place.x..place.right() {
                if let Some(other) = taken.insert((x, y), i) {
                    broken.push(format!("boxes {other} and {i} overlap or touch"));
                    return;
                }
            }
        }
    }
}

fn bottom(place: &Place) -> i32 {
    place.y + i32::from(place.height)
}

/// Layers and bands follow each other, and all lies within the whole.
fn frame(graph: &Graph, layout: &Layout, broken: &mut Vec<String>) {
    let bands = graph.nodes.iter().map(|node| usize::from(node.band) + 1).max().unwrap_or(0);
    if layout.bands.len() != bands + 1 || !layout.bands.is_sorted() || layout.bands[0] != 1 {
        broken.push(format!("bands {:?}", layout.bands));
    }
    if layout.layers.windows(2).any(|pair| pair[0] >= pair[1]) {
        broken.push(format!("layers {:?}", layout.layers));
    }
    let corners = layout.places.iter().map(|place| (place.right() - 1, bottom(place) - 1));
    for (x, y) in corners.chain(layout.routes.iter().flat_map(|route| route.points.iter().copied())) {
        if !(0..layout.width).contains(&x) || !(1..layout.height).contains(&y) {
            broken.push(format!("{x},{y} is out of the whole"));
        }
    }
}

/// Lines begin and end at their boxes, and run along rows and columns.
fn ends(graph: &Graph, layout: &Layout, broken: &mut Vec<String>) {
    if layout.routes.len() != graph.edges.len() {
        broken.push("not every line has a way".to_owned());
    }
    for (edge, Route { points }) in graph.edges.iter().zip(&layout.routes) {
        let (from, to) = (layout.places[edge.from], layout.places[edge.to]);
        if points.first() != Some(&(from.right(), from.port()))
            || points.last() != Some(&(to.x - 1, to.port()))
        {
            broken.push(format!("{edge:?} does not lead from its box to its box: {points:?}"));
        }
        if points.windows(2).any(|pair| (pair[0].0 == pair[1].0) == (pair[0].1 == pair[1].1)) {
            broken.push(format!("{edge:?} runs aslant: {points:?}"));
        }
    }
}

/// The arms of a line in a cell: right, left, down, up.
type Arms = [bool; 4];

const ACROSS: Arms = [true, true, false, false];
const DOWN: Arms = [false, false, true, true];

/// No line enters a box, none meets itself, and two share a cell only where they cross, or where they begin or end
/// together.
fn cells(graph: &Graph, layout: &Layout, broken: &mut Vec<String>) {
    let mut taken = BTreeSet::new();
    for place in &layout.places {
        taken.extend((place.y..bottom(place)).flat_map(|y| (place.x..place.right()).map(move |x| (x, y))));
    }
    let ways: Vec<Vec<Step>> = layout.routes.iter().map(walk).collect();
    let mut seen: BTreeMap<(i32, i32), Vec<(usize, usize)>> = BTreeMap::new();
    for (line, way) in ways.iter().enumerate() {
        for (at, (cell, _)) in way.iter().enumerate() {
            if taken.contains(cell) {
                broken.push(format!("{:?} runs through a box at {cell:?}", graph.edges[line]));
            }
            seen.entry(*cell).or_default().push((line, at));
        }
    }
    for (cell, lines) in seen {
        for (i, &(one, at)) in lines.iter().enumerate() {
            for &(other, there) in &lines[i + 1..] {
                let (a, b) = (graph.edges[one], graph.edges[other]);
                let (way, its) = (&ways[one], &ways[other]);
                let begin = || at == there && way[..at].iter().zip(&its[..at]).all(|(a, b)| a.0 == b.0);
                let end = || way[at..].iter().map(|step| step.0).eq(its[there..].iter().map(|step| step.0));
                let crossing = [(ACROSS, DOWN), (DOWN, ACROSS)].contains(&(way[at].1, its[there].1));
                let together = a.from == b.from && begin() || a.to == b.to && (end() || crossing);
                let apart = a.from != b.from && a.to != b.to && crossing;
                if one == other || !together && !apart {
                    broken.push(format!("{a:?} and {b:?} meet at {cell:?}"));
                }
            }
        }
    }
}

/// A cell of a line, with the arms by which it comes in and goes out.
type Step = ((i32, i32), Arms);

/// The cells of a line from its beginning to its end.
fn walk(route: &Route) -> Vec<Step> {
    let mut cells = Vec::new();
    for pair in route.points.windows(2) {
        let ((mut x, mut y), end) = (pair[0], pair[1]);
        while (x, y) != end {
            cells.push((x, y));
            (x, y) = (x + (end.0 - x).signum(), y + (end.1 - y).signum());
        }
    }
    cells.extend(route.points.last());
    let arm = |from: (i32, i32), to: (i32, i32)| match (to.0 - from.0, to.1 - from.1) {
        (1, 0) => 0,
        (-1, 0) => 1,
        (0, 1) => 2,
        _ => 3,
    };
    let arms = |at: usize| {
        let mut arms = [false; 4];
        // Lines come out of a box on their left and go into one on their right.
        arms[if at == 0 { 1 } else { arm(cells[at], cells[at - 1]) }] = true;
        arms[if at + 1 == cells.len() { 0 } else { arm(cells[at], cells[at + 1]) }] = true;
        arms
    };
    (0..cells.len()).map(|at| (cells[at], arms(at))).collect()
}
