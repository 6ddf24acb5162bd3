//! A way as a list in cells: a box a row, and at the left the lines from each to all that need it.

use super::boxes::Told;
use super::grid::{Grid, Ink, Light, Paint, Rect, Window};
use super::joins::{Arms, Weight};
use super::map::Drawn;
use super::scene::Way;
use crate::engine::layout::rails::{Cell, Leads, Rails, Row};
use crate::export::measure::width;
use crate::export::{signs, words};

/// Cells from one rail to the next.
const PITCH: i32 = 2;

/// The longest title that is not cut, in cells.
const TITLE: usize = 40;

/// Columns and rows that a list with rails takes.
pub fn size<'a>(rails: &Rails, told: impl Fn(usize) -> Told<'a>, ascii: bool) -> (i32, i32) {
    let titles = (0..rails.rows.len()).map(|at| width(told(at).title()).min(TITLE)).max().unwrap_or(0);
    let cells = rails.columns as i32 * PITCH + titles as i32 + HOURS + signs::cells(ascii) as i32 + 2;
    (cells, rails.rows.len() as i32)
}

/// Cells for the hours behind a title.
const HOURS: i32 = 9;

/// Draws what is in sight of a list with rails. What is on the way in focus is bright, all else is dim.
pub fn draw_rails<'a>(
    rails: &Rails,
    window: Window,
    way: Option<&Way>,
    told: impl Fn(usize) -> Told<'a>,
    ascii: bool,
) -> Drawn {
    let mut drawn = Drawn { grid: Grid::new(window), hits: Vec::new() };
    let whole = size(rails, &told, ascii).0;
    let rows = rails.rows.iter().enumerate().skip(window.y.max(0) as usize).take(usize::from(window.height));
    for (at, row) in rows {
        let light = |node: usize| match way {
            Some(way) if way.holds(node) => Light::Bright,
            Some(_) => Light::Dim,
            None => Light::Normal,
        };
        let y = at as i32;
        beside(&mut drawn.grid, (y, row), light(at), &light, ascii);
        let focused = way.is_some_and(|way| way.focus() == at);
        let lead = rails.columns as i32 * PITCH;
        titled(&mut drawn.grid, (lead, y), &told(at), (whole, focused, light(at)), ascii);
        let hit = Rect { x: 0, y: (y - window.y) as u16, width: window.width, height: 1 };
        drawn.hits.push((at, hit));
    }
    drawn
}

/// The rails of a row, with a mark where its box is.
fn beside(grid: &mut Grid, (y, row): (i32, &Row), own: Light, light: &dyn Fn(usize) -> Light, ascii: bool) {
    let across = Paint::new(Ink::Line, own);
    for (column, cell) in row.cells.iter().enumerate() {
        let x = column as i32 * PITCH;
        let paint = Paint::new(Ink::Line, cell.rail.map_or(own, light));
        let glyph =
            if column == row.at { signs::station(ascii) } else { arms(cell, paint.light).glyph(ascii) };
        grid.put(x, y, glyph, if column == row.at { across } else { paint });
        if row.gaps[column] != Leads::Nowhere {
            let weight = weight(row.gaps[column], own);
            grid.put(x + 1, y, Arms::of(weight, [false, true, false, true]).glyph(ascii), across);
        }
    }
}

fn arms(cell: &Cell, light: Light) -> Arms {
    let arm = |leads| weight(leads, light);
    Arms { up: arm(cell.up), right: arm(cell.right), down: arm(cell.down), left: arm(cell.left) }
}

fn weight(leads: Leads, light: Light) -> Weight {
    match leads {
        Leads::Nowhere => Weight::None,
        Leads::ToHelp => Weight::Dotted,
        Leads::ToNeed if light == Light::Bright => Weight::Heavy,
        Leads::ToNeed => Weight::Light,
    }
}

/// The sign, the title and the hours of a row.
fn titled(
    grid: &mut Grid,
    (x, y): (i32, i32),
    told: &Told,
    (end, focused, light): (i32, bool, Light),
    ascii: bool,
) {
    let ink = if focused { Ink::Focus } else { told.ink() };
    let paint = Paint::new(ink, light);
    grid.put(x, y, if focused { signs::focus(ascii) } else { " " }, paint);
    let sign = grid.text((x + 1, y), signs::cells(ascii), told.sign(ascii), "", paint) as i32;
    grid.put(x + 1 + sign, y, " ", paint);
    grid.text((x + 2 + sign, y), TITLE, told.title(), signs::cut(ascii), paint);
    if let Told::Skill { hours, status, .. } = told
        && !status.is_had()
    {
        let hours = words::hours(*hours);
        let start = end - width(&hours) as i32;
        grid.text((start, y), usize::MAX, &hours, "", Paint::new(Ink::Figure, light));
    }
}
