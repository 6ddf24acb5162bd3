//! The first frame as it was drawn last, as text: it shows at once while a large road is still being read.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::style::{Modifier, Style};

use crate::export::measure::width;

/// A frame: what it took of the terminal, and its cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// Whether the mouse was taken.
    pub mouse: bool,
    /// Where the cursor stood, if it showed.
    pub cursor: Option<Position>,
    runs: Vec<Run>,
}

/// Cells of one style beside each other.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Run {
    at: Position,
    style: Style,
    text: String,
}

impl Frame {
    /// The frame that `buffer` holds.
    pub fn of(buffer: &Buffer, cursor: Option<Position>, mouse: bool) -> Self {
        let mut runs: Vec<Run> = Vec::new();
        for y in buffer.area.top()..buffer.area.bottom() {
            let mut end = None;
            let mut x = buffer.area.left();
            while x < buffer.area.right() {
                let cell = &buffer[(x, y)];
                let style = Style {
                    fg: Some(cell.fg),
                    bg: Some(cell.bg),
                    add_modifier: cell.modifier,
                    ..Style::new()
                };
                match runs.last_mut().filter(|last| end == Some(x) && last.style == style) {
                    Some(last) => last.text.push_str(cell.symbol()),
                    None => runs.push(Run { at: Position { x, y }, style, text: cell.symbol().to_owned() }),
                }
                x += (width(cell.symbol()) as u16).max(1);
                end = Some(x);
            }
        }
        Self { mouse, cursor, runs }
    }

    /// Draws it.
    pub fn draw(&self, buffer: &mut Buffer) {
        for Run { at, style, text } in &self.runs {
            if buffer.area.contains(*at) {
                buffer.set_string(at.x, at.y, text, *style);
            }
        }
    }

    /// The frame as text: a line for what it took of the terminal, then one a run.
    pub fn written(&self) -> String {
        let cursor = self.cursor.map_or_else(|| "-".to_owned(), |Position { x, y }| format!("{x},{y}"));
        let mut text = format!("{} {cursor}", self.mouse);
        for Run { at, style, text: cells } in &self.runs {
            let (fg, bg) = (style.fg.unwrap_or_default(), style.bg.unwrap_or_default());
            let bits = style.add_modifier.bits();
            text.push_str(&format!("\n{} {} {fg} {bg} {bits} {cells}", at.x, at.y));
        }
        text
    }

    /// What was written; `None` if that was something else.
    pub fn read(text: &str) -> Option<Self> {
        let mut lines = text.split('\n');
        let (mouse, cursor) = lines.next()?.split_once(' ')?;
        let cursor = match cursor.split_once(',') {
            Some((x, y)) => Some(Position { x: x.parse().ok()?, y: y.parse().ok()? }),
            None => None,
        };
        Some(Self { mouse: mouse.parse().ok()?, cursor, runs: lines.map(run).collect::<Option<_>>()? })
    }
}

fn run(line: &str) -> Option<Run> {
    let mut words = line.splitn(6, ' ');
    let at = Position { x: words.next()?.parse().ok()?, y: words.next()?.parse().ok()? };
    let style = Style {
        fg: Some(words.next()?.parse().ok()?),
        bg: Some(words.next()?.parse().ok()?),
        add_modifier: Modifier::from_bits(words.next()?.parse().ok()?)?,
        ..Style::new()
    };
    Some(Run { at, style, text: words.next()?.to_owned() })
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::Color;

    use super::*;

    #[test]
    fn a_frame_comes_back_cell_for_cell() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 24, 3));
        buffer.set_string(0, 0, " milepost  1 Today", Style::new().fg(Color::Indexed(110)));
        buffer.set_string(3, 1, "日本 é ━●", Style::new().bg(Color::DarkGray).add_modifier(Modifier::BOLD));
        buffer.set_string(0, 2, "▶ x", Style::new().fg(Color::Rgb(1, 2, 3)).add_modifier(Modifier::REVERSED));
        let frame = Frame::of(&buffer, Some(Position { x: 2, y: 1 }), true);
        let read = Frame::read(&frame.written()).unwrap();
        assert_eq!(read, frame);
        let mut drawn = Buffer::empty(buffer.area);
        read.draw(&mut drawn);
        assert_eq!(drawn, buffer);
        // Another size of terminal is another frame; a wrong one harms nobody.
        read.draw(&mut Buffer::empty(Rect::new(0, 0, 5, 2)));
    }

    #[test]
    fn what_is_no_frame_is_none() {
        for text in ["", "today", "true -\n0 0", "true -\n0 0 Reset Reset 65535 x", "true 1,x"] {
            assert_eq!(Frame::read(text), None, "{text:?}");
        }
    }
}
