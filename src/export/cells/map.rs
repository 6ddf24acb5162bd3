//! The map as cells: boxes and lines of the part that is in sight, and where each box can be clicked.

use super::boxes::{self, Stand, Told, Zoom};
use super::grid::{Grid, Light, Rect, Window};
use super::joins::Weight;
use super::scene::{Scene, Way};
use super::strokes::Strokes;

/// What is to be seen, and how.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    /// What there is.
    pub scene: &'a Scene,
    /// The part of it that is in sight.
    pub window: Window,
    /// How near one looks.
    pub zoom: Zoom,
    /// The way that is bright while all else is dim. Its focus is marked.
    pub way: Option<&'a Way>,
    /// Whether there is nothing but ASCII.
    pub ascii: bool,
}

/// A drawn part of the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// Its cells.
    pub grid: Grid,
    /// The boxes in sight, in their order, each with the cells that it takes.
    pub hits: Vec<(usize, Rect)>,
}

/// Draws what is in sight; `told` says what the box of a place in the graph tells of.
///
/// It looks at no more than what is in sight and near it, however much there is.
pub fn draw<'a>(view: &View, told: impl Fn(usize) -> Told<'a>) -> Drawn {
    let mut grid = Grid::new(view.window);
    let mut strokes = Strokes::new(view.window);
    for line in view.scene.lines_near(view.window) {
        let (weight, light) = view.stroke(line, &told);
        if let Some(route) = view.scene.layout().routes.get(line) {
            strokes.add(&route.points, weight, light);
        }
    }
    strokes.draw(&mut grid, view.ascii);
    let mut hits = Vec::new();
    for node in view.scene.boxes_near(view.window) {
        let place = &view.scene.layout().places[node];
        let Some(rect) = view.window.sight((place.x, place.y), (place.width, place.height)) else { continue };
        let told_of = told(node);
        boxes::draw(&mut grid, place, &told_of, view.zoom, &view.stand(node, &told_of, &told));
        hits.push((node, rect));
    }
    Drawn { grid, hits }
}

impl View<'_> {
    /// How a line is drawn.
    fn stroke<'a>(&self, line: usize, told: &impl Fn(usize) -> Told<'a>) -> (Weight, Light) {
        let line = self.scene.lines()[line];
        let on_way = self.way.is_some_and(|way| way.leads_along(line));
        let usual = || match told(line.edge.from) {
            // Of the whole road, the part behind one is heavy and the part ahead dim.
            stage @ Told::Stage { .. } if stage.is_had() => (Weight::Heavy, Light::Normal),
            Told::Stage { .. } => (Weight::Light, Light::Dim),
            _ => (Weight::Light, Light::Normal),
        };
        match (line.helps, self.way, on_way) {
            (true, Some(_), true) => (Weight::Dotted, Light::Bright),
            (true, _, _) => (Weight::Dotted, Light::Dim),
            (false, Some(_), true) => (Weight::Heavy, Light::Bright),
            (false, Some(_), false) => (Weight::Light, Light::Dim),
            (false, None, _) => usual(),
        }
    }

    /// How a box stands out.
    fn stand<'a>(&self, node: usize, told_of: &Told, told: &impl Fn(usize) -> Told<'a>) -> Stand {
        let light = match self.way {
            Some(way) if way.holds(node) => Light::Bright,
            // The front stands out even where something else is in focus.
            Some(_) if !told_of.is_front() => Light::Dim,
            _ => Light::Normal,
        };
        let heaviest =
            |lines: &mut dyn Iterator<Item = usize>| lines.map(|line| self.stroke(line, told).0).max();
        Stand {
            light,
            focused: self.way.is_some_and(|way| way.focus() == node),
            left: heaviest(&mut self.scene.into(node)).unwrap_or_default(),
            right: heaviest(&mut self.scene.out_of(node)).unwrap_or_default(),
            beyond: self.scene.beyond(node),
            ascii: self.ascii,
        }
    }
}

#[cfg(test)]
mod tests;
