//! One line of a list: something left, something right, and the sign of the focus.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::export::measure::{graphemes, width};

/// Draws a line cut to its area. What `Buffer::set_line` does, with graphemes that are found faster.
pub fn draw(line: &Line<'_>, area: Rect, buffer: &mut Buffer) {
    if area.height == 0 {
        return;
    }
    let end = area.right().min(buffer.area.right());
    let mut x = area.x;
    for span in line {
        let style = line.style.patch(span.style);
        for (grapheme, cells) in graphemes(&span.content) {
            let after = x.saturating_add(cells as u16);
            if after > end {
                return;
            }
            if cells == 0 || grapheme.contains(char::is_control) {
                continue;
            }
            buffer[(x, area.y)].set_symbol(grapheme).set_style(style);
            (x + 1..after).for_each(|covered| buffer[(covered, area.y)].reset());
            x = after;
        }
    }
}

/// Draws `left`, cut with `mark` so that `right` fits at the end of the line; gives the area that is left of
/// `right`.
pub fn draw_pair(
    left: Vec<Span<'_>>,
    right: Vec<Span<'_>>,
    mark: &str,
    area: Rect,
    buffer: &mut Buffer,
) -> Rect {
    let room = usize::from(area.width);
    let taken: usize = right.iter().map(|span| width(&span.content)).sum();
    let (right, taken) = if taken + 4 > room { (Vec::new(), 0) } else { (right, taken) };
    let gap = usize::from(taken > 0);
    let left = cut_spans(left, room - taken - gap, mark);
    draw(&Line::from(left), area, buffer);
    let start = area.x + area.width.saturating_sub(u16::try_from(taken).unwrap_or(u16::MAX));
    let end =
        Rect { x: start, width: area.right().saturating_sub(start), height: area.height.min(1), ..area };
    draw(&Line::from(right), end, buffer);
    Rect { width: start - area.x, ..area }
}

/// The spans in at most `room` cells, cut at a grapheme border and ended with `mark`.
pub fn cut_spans<'a>(spans: Vec<Span<'a>>, room: usize, mark: &str) -> Vec<Span<'a>> {
    let whole: usize = spans.iter().map(|span| width(&span.content)).sum();
    if whole <= room {
        return spans;
    }
    let mut left = room;
    let mut kept = Vec::new();
    for span in spans {
        let cells = width(&span.content);
        if cells < left {
            left -= cells;
            kept.push(span);
        } else {
            let text =
                if cells == left { format!("{}{mark}", span.content) } else { span.content.into_owned() };
            kept.push(Span::styled(crate::export::measure::cut(&text, left, mark), span.style));
            break;
        }
    }
    kept
}

/// Short texts in lines of at most `room` cells, those in one line parted by `dot`.
pub fn joined(parts: Vec<String>, dot: &str, room: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for part in parts {
        match lines.last_mut() {
            Some(line) if width(line) + width(dot) + width(&part) + 2 <= room => {
                *line = format!("{line} {dot} {part}");
            }
            _ => lines.push(part),
        }
    }
    lines
}

/// Lays a style over a whole area.
pub fn paint(area: Rect, style: Style, buffer: &mut Buffer) {
    buffer.set_style(area, style);
}
