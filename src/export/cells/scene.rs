//! A laid-out graph made ready to be drawn: what lies where, and what leads where. Made once a layout.

use std::cmp::Ordering;

use super::grid::Window;
use super::tiles::Tiles;
use crate::engine::layout::{Edge, Layout, Place};

/// A line of the graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// The boxes that it joins.
    pub edge: Edge,
    /// Whether it helps and blocks nothing. Such a line is dotted, and no way leads along it.
    pub helps: bool,
}

/// A laid-out graph with its lines.
#[derive(Clone, Debug, Default)]
pub struct Scene {
    layout: Layout,
    lines: Vec<Line>,
    into: Vec<Vec<usize>>,
    out_of: Vec<Vec<usize>>,
    beyond: Vec<Option<Toward>>,
    boxes: Tiles,
    routes: Tiles,
}

/// Where a line leads that is not drawn through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Toward {
    /// To a band further up.
    Up,
    /// To a band further down.
    Down,
    /// To the right.
    On,
    /// To the left.
    Back,
}

/// The way of one box: all that it needs and all that it opens, near and far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Way {
    focus: usize,
    needs: Vec<bool>,
    opens: Vec<bool>,
}

impl Toward {
    /// Its sign, one cell.
    pub fn sign(self, ascii: bool) -> &'static str {
        match (self, ascii) {
            (Self::Up, false) => "↑",
            (Self::Down, false) => "↓",
            (Self::On, false) => "→",
            (Self::Back, false) => "←",
            (Self::Up, true) => "^",
            (Self::Down, true) => "v",
            (Self::On, true) => ">",
            (Self::Back, true) => "<",
        }
    }
}

impl Scene {
    /// A layout with its lines, in the order of its routes. Lines behind the last route are not drawn through: at both
    /// of their ends is a sign of where they lead.
    pub fn new(layout: Layout, lines: Vec<Line>) -> Self {
        let mut scene = Self {
            into: vec![Vec::new(); layout.places.len()],
            out_of: vec![Vec::new(); layout.places.len()],
            beyond: vec![None; layout.places.len()],
            boxes: Tiles::new(layout.width, layout.height),
            routes: Tiles::new(layout.width, layout.height),
            layout,
            lines,
        };
        for (i, place) in scene.layout.places.iter().enumerate() {
            let last = (place.right() - 1, place.y + i32::from(place.height) - 1);
            scene.boxes.add(i, (place.x, place.y), last);
        }
        for (i, Line { edge, .. }) in scene.lines.iter().enumerate() {
            scene.out_of[edge.from].push(i);
            scene.into[edge.to].push(i);
        }
        for Line { edge, .. } in scene.lines.iter().skip(scene.layout.routes.len()) {
            let toward = toward(&scene.layout, *edge);
            scene.beyond[edge.from].get_or_insert(toward);
            scene.beyond[edge.to].get_or_insert(toward);
        }
        for (i, route) in scene.layout.routes.iter().enumerate() {
            let alone = if route.points.len() == 1 { route.points.first() } else { None };
            alone.iter().for_each(|point| scene.routes.add(i, **point, **point));
            route.points.windows(2).for_each(|pair| scene.routes.add(i, pair[0], pair[1]));
        }
        scene
    }

    /// Where everything stands.
    pub fn layout(&self) -> &Layout {
        &self.layout
    }

    /// The lines, in the order of the routes.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// Where a line that is not drawn through leads to from a box, or from where it comes to it: such a line goes
    /// [`Toward::Down`] at both of its ends.
    pub fn beyond(&self, node: usize) -> Option<Toward> {
        self.beyond.get(node).copied().flatten()
    }

    /// The lines that lead to a box.
    pub fn into(&self, node: usize) -> impl Iterator<Item = usize> + '_ {
        self.into[node].iter().copied()
    }

    /// The lines that lead from a box.
    pub fn out_of(&self, node: usize) -> impl Iterator<Item = usize> + '_ {
        self.out_of[node].iter().copied()
    }

    /// All that a box needs and all that it opens.
    pub fn way(&self, focus: usize) -> Way {
        let needs = self.reached(focus, |node| &self.into[node], |edge| edge.from);
        let opens = self.reached(focus, |node| &self.out_of[node], |edge| edge.to);
        Way { focus, needs, opens }
    }

    fn reached<'a>(
        &'a self,
        focus: usize,
        lines: impl Fn(usize) -> &'a Vec<usize>,
        end: impl Fn(Edge) -> usize,
    ) -> Vec<bool> {
        let mut reached = vec![false; self.layout.places.len()];
        let mut ahead = vec![focus];
        while let Some(node) = ahead.pop() {
            for line in lines(node).iter().map(|&line| self.lines[line]).filter(|line| !line.helps) {
                let next = end(line.edge);
                if !std::mem::replace(&mut reached[next], true) {
                    ahead.push(next);
                }
            }
        }
        reached
    }

    /// The boxes in sight, and some near them.
    pub(super) fn boxes_near(&self, window: Window) -> Vec<usize> {
        self.boxes.near(window)
    }

    /// The lines in sight, and some near them.
    pub(super) fn lines_near(&self, window: Window) -> Vec<usize> {
        self.routes.near(window)
    }
}

fn toward(layout: &Layout, edge: Edge) -> Toward {
    let (from, to) = (&layout.places[edge.from], &layout.places[edge.to]);
    let band = |place: &Place| layout.bands.partition_point(|&first| first <= place.y);
    match band(to).cmp(&band(from)) {
        Ordering::Less => Toward::Up,
        Ordering::Greater => Toward::Down,
        Ordering::Equal if to.x < from.x => Toward::Back,
        Ordering::Equal => Toward::On,
    }
}

impl Way {
    /// The box whose way it is.
    pub fn focus(&self) -> usize {
        self.focus
    }

    /// Whether a box is on it.
    pub fn holds(&self, node: usize) -> bool {
        node == self.focus || self.needs[node] || self.opens[node]
    }

    /// Whether a line is on it: between two that are needed or two that are opened, the focus counted to both. One
    /// that helps is if it leads to the focus or from it.
    pub fn leads_along(&self, line: Line) -> bool {
        let Edge { from, to } = line.edge;
        if line.helps {
            return from == self.focus || to == self.focus;
        }
        (to == self.focus || self.needs[to]) || (from == self.focus || self.opens[from])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scene(boxes: usize, lines: &[(usize, usize, bool)]) -> Scene {
        let place = Place { x: 0, y: 0, width: 1, height: 1, layer: 0 };
        let layout = Layout { places: vec![place; boxes], ..Layout::default() };
        let lines = lines.iter().map(|&(from, to, helps)| Line { edge: Edge { from, to }, helps }).collect();
        Scene::new(layout, lines)
    }

    #[test]
    fn a_way_is_all_that_is_needed_and_opened_and_no_short_cut_past_the_focus() {
        let scene = scene(
            8,
            &[(0, 1, false), (1, 2, false), (2, 3, false), (0, 3, false), (4, 3, false), (1, 5, false)]
                .into_iter()
                .chain([(6, 2, true), (7, 6, false), (6, 3, true)])
                .collect::<Vec<_>>(),
        );
        let way = scene.way(2);
        let held: Vec<usize> = (0..8).filter(|&node| way.holds(node)).collect();
        assert_eq!(held, [0, 1, 2, 3]);
        let along: Vec<usize> = (0..9).filter(|&line| way.leads_along(scene.lines[line])).collect();
        assert_eq!(along, [0, 1, 2, 6]);
    }
}
