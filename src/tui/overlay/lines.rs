//! Lines of an overlay: text, and what is typed.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use tui_input::Input as Typed;

use crate::export::measure;
use crate::tui::model::Model;
use crate::tui::widget::row;

pub(super) fn wrapped<'t>(
    texts: impl Iterator<Item = &'t String>,
    width: usize,
    style: ratatui::style::Style,
) -> Vec<Line<'static>> {
    texts.flat_map(|text| measure::wrap(text, width)).map(|line| Line::styled(line, style)).collect()
}

/// Draws what was typed, the end of it if it is long, and gives the cursor's place.
pub(super) fn draw_typed(model: &Model, typed: &Typed, area: Rect, buffer: &mut Buffer) -> Position {
    let room = usize::from(area.width.saturating_sub(3)).max(1);
    let skipped = typed.visual_scroll(room);
    let shown: String = visible(typed.value(), skipped, room);
    let line = Line::from(vec![Span::styled("> ", model.look().theme.accent()), Span::raw(shown)]);
    row::draw(&line, Rect { height: 1.min(area.height), ..area }, buffer);
    let column = typed.visual_cursor().saturating_sub(skipped).min(room);
    Position::new(area.x + 2 + u16::try_from(column).unwrap_or(0), area.y)
}

/// The part of a text that begins `skipped` cells in and takes at most `room`.
fn visible(text: &str, skipped: usize, room: usize) -> String {
    let mut start = 0;
    let rest: String = text
        .chars()
        .skip_while(|c| {
            let hides = start < skipped;
            start += measure::width(c.encode_utf8(&mut [0; 4]));
            hides
        })
        .collect();
    measure::cut(&rest, room, "")
}

pub(super) fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect { y: area.y + rows, height: area.height - rows, ..area }
}

pub(super) fn draw_text(lines: &[Line<'_>], top: usize, area: Rect, buffer: &mut Buffer) {
    for (line, y) in lines.iter().skip(top).take(usize::from(area.height)).zip(area.y..) {
        row::draw(line, Rect { y, height: 1, ..area }, buffer);
    }
}
