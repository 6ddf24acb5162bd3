//! What stands where on the screen, for the mouse.

use ratatui::layout::{Position, Rect};

use super::action::Action;
use super::place::{Pane, Screen};

/// Something that can be clicked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A screen's name in the top line.
    Screen(Screen),
    /// A row of a pane, from 0.
    Row(Pane, usize),
    /// A box of the picture, by its place in the graph.
    Box(usize),
    /// A part of the picture, by the column and row in its middle: a cell of the small map.
    Part(i32, i32),
    /// A pane, beside its rows.
    Pane(Pane),
    /// A row of an overlay's list.
    Pick(usize),
    /// What does this when it is clicked.
    Act(Action),
    /// An overlay, beside its rows.
    Overlay,
}

/// What stands where, the newest on top.
#[derive(Clone, Debug, Default)]
pub struct Hits {
    areas: Vec<(Rect, Target)>,
}

impl Hits {
    /// Takes note of what was drawn.
    pub fn add(&mut self, area: Rect, target: Target) {
        self.areas.push((area, target));
    }

    /// What stands on a cell.
    pub fn at(&self, column: u16, row: u16) -> Option<Target> {
        let position = Position::new(column, row);
        self.areas.iter().rev().find(|(area, _)| area.contains(position)).map(|(_, target)| *target)
    }
}
