//! Signs at the right edge of a pane that more stands above or below.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::row;
use crate::tui::look::Look;

/// Draws the signs beside a pane of which `shown` of `rows` rows show, from row `top` on.
pub fn draw(look: &Look, area: Rect, top: usize, shown: usize, rows: usize, buffer: &mut Buffer) {
    let [above, below] = look.glyphs.more;
    let edge = Rect { x: area.right(), width: 1, height: 1, ..area }.intersection(buffer.area);
    if top > 0 {
        row::draw(&Line::styled(above, look.theme.dim()), edge, buffer);
    }
    if top + shown < rows {
        let end = Rect { y: area.bottom().saturating_sub(1), ..edge };
        row::draw(&Line::styled(below, look.theme.dim()), end, buffer);
    }
}
