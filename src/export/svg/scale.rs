//! From cells to pixels: where what is laid out stands in the picture.

use crate::engine::layout::{Layout, Place, Route};

/// Pixels around the picture.
pub(super) const MARGIN: f64 = 24.0;

/// The baseline of the picture's title.
pub(super) const HEAD: f64 = 34.0;

/// Pixels across and down that a cell takes.
const CELL: (f64, f64) = (8.0, 16.0);

/// Pixels between the top and the first track.
const TOP: f64 = 52.0;

/// Pixels that a track has above its first band, for its title and the room before it.
const TITLE: f64 = 36.0;

/// Pixels that a band has above the row of its headings.
const ABOVE: f64 = 20.0;

/// Pixels between two tracks.
const BETWEEN: f64 = 10.0;

/// Pixels below the last track, for the legend.
const BELOW: f64 = 44.0;

/// Pixels that a box is high.
const BOX: f64 = 24.0;

/// How cells become pixels.
pub(super) struct Scale {
    /// Pixels across.
    pub(super) width: f64,
    /// Pixels down.
    pub(super) height: f64,
    /// The first row of each band with its heading, and behind the last the first row after it.
    rows: Vec<i32>,
    /// The bands with which a track begins, in order, and behind the last track the band after it.
    tracks: Vec<usize>,
}

/// A box in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rect {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
    pub(super) height: f64,
}

impl Rect {
    /// The height of its middle.
    pub(super) fn middle(&self) -> f64 {
        self.y + self.height / 2.0
    }
}

impl Scale {
    /// The scale of a layout. `tracks` holds places of each track's nodes, one track after the other from the top, and
    /// the picture has room for a line of at least so many pixels.
    pub(super) fn of(layout: &Layout, tracks: &[Vec<Place>], least: f64) -> Self {
        // Above each band a row is free for its headings; behind the last band there is none.
        let behind = layout.bands.last().copied();
        let headed = layout.bands.iter().rev().skip(1).rev().map(|first| first - 1);
        let rows: Vec<i32> = headed.chain(behind).collect();
        let mut scale = Self { width: 0.0, height: 0.0, rows, tracks: Vec::new() };
        for places in tracks {
            let before = scale.tracks.last().map_or(0, |last| last + 1);
            let first = places.iter().map(|place| scale.band_of(place)).min().unwrap_or(before);
            scale.tracks.push(first.max(before));
        }
        if let Some(first) = scale.tracks.first_mut() {
            *first = 0;
        }
        let bands = scale.rows.len().saturating_sub(1);
        scale.tracks.push(bands);
        let drawn = layout.places.iter().map(Place::right).max().unwrap_or(0);
        scale.width = (f64::from(drawn) * CELL.0).max(least).ceil() + 2.0 * MARGIN;
        scale.height = tracks.len().checked_sub(1).map_or(TOP, |last| scale.track(last).1) + BELOW;
        scale
    }

    /// The band that a place lies in, from the top.
    pub(super) fn band_of(&self, place: &Place) -> usize {
        let last = self.rows.len().saturating_sub(2);
        self.rows.iter().rposition(|&first| place.y >= first).unwrap_or(0).min(last)
    }

    /// The top and the bottom of a track.
    pub(super) fn track(&self, track: usize) -> (f64, f64) {
        let first = |track: usize| self.tracks.get(track).copied().unwrap_or(0);
        let top = self.top(first(track)) - ABOVE - TITLE + BETWEEN;
        let next = first(track + 1);
        let bottom = self.top(next) - ABOVE - if track + 2 < self.tracks.len() { TITLE } else { 0.0 };
        (top, bottom)
    }

    /// The top of the row in which a band has its headings.
    pub(super) fn top(&self, band: usize) -> f64 {
        let begun =
            self.tracks.iter().take(self.tracks.len().saturating_sub(1)).filter(|&&first| first <= band);
        let row = self.rows.get(band).copied().unwrap_or(0);
        let above = TITLE * begun.count() as f64 + ABOVE * (band + 1) as f64;
        TOP - BETWEEN + f64::from(row) * CELL.1 + above
    }

    /// The box of a place.
    pub(super) fn place(&self, place: &Place) -> Rect {
        let rows = f64::from(place.height.saturating_sub(1)) * CELL.1;
        let (top, width) = (self.middle(place.y) - BOX / 2.0, f64::from(place.width) * CELL.0);
        Rect { x: x(place.x), y: top, width, height: BOX + rows }
    }

    /// The corners of a route, from the right side of its left box to the left side of its right one.
    pub(super) fn route(&self, route: &Route, (from, to): (&Place, &Place)) -> Vec<(f64, f64)> {
        let mut points: Vec<(f64, f64)> =
            route.points.iter().map(|&(column, row)| (x(column) + CELL.0 / 2.0, self.middle(row))).collect();
        if let Some(first) = points.first_mut() {
            first.0 = x(from.right());
        }
        if let Some(last) = points.last_mut() {
            last.0 = x(to.x);
        }
        points
    }

    /// The middle of a row.
    fn middle(&self, row: i32) -> f64 {
        let last = self.rows.len().saturating_sub(2);
        let band = self.rows.iter().rposition(|&first| row >= first).unwrap_or(0).min(last);
        let first = self.rows.get(band).copied().unwrap_or(0);
        self.top(band) + (f64::from(row - first) + 0.5) * CELL.1
    }
}

/// The left side of a column.
pub(super) fn x(column: i32) -> f64 {
    MARGIN + f64::from(column) * CELL.0
}
