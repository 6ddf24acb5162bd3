//! Lines in a pane that scrolls as a whole.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::{more, row};
use crate::tui::look::Look;

/// Draws lines from `top` on. Where the pane is in focus, its first row is marked, as wide as lines are laid.
pub fn draw(
    look: &Look,
    (lines, top): (&[Line<'static>], usize),
    (focused, widest): (bool, usize),
    area: Rect,
    buffer: &mut Buffer,
) {
    for (line, y) in lines.iter().skip(top).zip(area.y..area.bottom()) {
        row::draw(line, Rect { y, height: 1, ..area }, buffer);
    }
    if focused {
        let first = Rect { height: 1.min(area.height), width: area.width.min(widest as u16), ..area };
        row::paint(first, look.theme.focus(), buffer);
    }
    more::draw(look, area, top, usize::from(area.height), lines.len(), buffer);
}

/// Parts below each other, each set off from the one above.
pub fn below(parts: impl IntoIterator<Item = Vec<Line<'static>>>) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    for part in parts.into_iter().filter(|part| !part.is_empty()) {
        if !lines.is_empty() {
            lines.push(Line::default());
        }
        lines.extend(part);
    }
    lines
}
