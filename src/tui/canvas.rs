//! What is drawn on: of each frame the cells that changed go to the terminal, in one write, and none where none did.

use std::io::{self, Write};

use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::queue;
use crossterm::terminal::{Clear, ClearType};
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect, Size};

use crate::export::measure::width;

/// The screen as it stands, and the frame that comes next.
pub struct Canvas<W: Write> {
    backend: CrosstermBackend<W>,
    shown: Buffer,
    next: Buffer,
    /// Where the terminal's cursor shows, if it does.
    cursor: Option<Position>,
    /// Whether nobody knows what the terminal shows.
    stale: bool,
}

impl<W: Write> Canvas<W> {
    /// A canvas of this size on a terminal that shows nothing, its cursor hidden.
    pub fn new(out: W, size: Size) -> Self {
        let area = Rect::from((Position::ORIGIN, size));
        let buffer = Buffer::empty(area);
        let backend = CrosstermBackend::new(out);
        Self { backend, shown: buffer.clone(), next: buffer, cursor: None, stale: false }
    }

    /// Forgets what was drawn, so that the next frame is drawn whole. It asks the terminal nothing.
    pub fn wipe(&mut self) {
        self.stale = true;
    }

    /// Draws a frame for a terminal of this size. What `paint` returns is where the cursor belongs, if anywhere.
    ///
    /// # Errors
    /// If the terminal takes nothing.
    pub fn draw(
        &mut self,
        size: Size,
        paint: impl FnOnce(&mut Buffer) -> Option<Position>,
    ) -> io::Result<()> {
        let area = Rect::from((Position::ORIGIN, size));
        if std::mem::take(&mut self.stale) || self.shown.area != area {
            self.shown = Buffer::empty(area);
            self.next = Buffer::empty(area);
            self.cursor = None;
            queue!(self.backend, Hide, Clear(ClearType::All))?;
        }
        let cursor = paint(&mut self.next);
        let changes = changes(&self.shown, &self.next);
        let nothing_moves = changes.is_empty() && cursor == self.cursor;
        if !changes.is_empty() {
            if self.cursor.take().is_some() {
                queue!(self.backend, Hide)?;
            }
            self.backend.draw(changes.into_iter())?;
        }
        if cursor != self.cursor {
            match cursor {
                Some(Position { x, y }) => queue!(self.backend, MoveTo(x, y), Show)?,
                None => queue!(self.backend, Hide)?,
            }
            self.cursor = cursor;
        }
        if !nothing_moves {
            Write::flush(&mut self.backend)?;
        }
        std::mem::swap(&mut self.shown, &mut self.next);
        self.next.reset();
        Ok(())
    }
}

/// The cells of `next` that must be written over `shown`, both of one size. Where wide characters come or go, their
/// row is written whole: what a terminal leaves of half of one is its own affair.
fn changes<'a>(shown: &Buffer, next: &'a Buffer) -> Vec<(u16, u16, &'a Cell)> {
    let columns = usize::from(next.area.width).max(1);
    let rows = shown.content.chunks(columns).zip(next.content.chunks(columns));
    let mut changes = Vec::new();
    for (y, (before, after)) in (next.area.y..).zip(rows) {
        let Some(first) = before.iter().zip(after).position(|(before, after)| !same(before, after)) else {
            continue;
        };
        let row = changes.len();
        let mut last = first;
        for at in first..columns {
            if same(&before[at], &after[at]) {
                continue;
            }
            let near = at.saturating_sub(1)..=at;
            if near.clone().any(|near| is_wide(&before[near]) || is_wide(&after[near])) {
                changes.truncate(row);
                whole_row(after, y, &mut changes);
                break;
            }
            let between = (last + 1..at).filter(|_| at - last <= BRIDGED);
            if between.clone().all(|x| styled(&after[x], &after[last])) {
                changes.extend(between.map(|x| (x as u16, y, &after[x])));
            }
            changes.push((at as u16, y, &after[at]));
            last = at;
        }
    }
    changes
}

/// So many cells that stay as they are, in the style of those before them, are written sooner than the cursor is moved
/// over them.
const BRIDGED: usize = 5;

/// Whether two cells look the same. Of all that is done for a frame this is done most, and `Cell`'s own comparison
/// takes twice as long.
fn same(a: &Cell, b: &Cell) -> bool {
    styled(a, b) && a.symbol().as_bytes() == b.symbol().as_bytes()
}

fn styled(a: &Cell, b: &Cell) -> bool {
    a.modifier == b.modifier && a.fg == b.fg && a.bg == b.bg
}

fn is_wide(cell: &Cell) -> bool {
    cell.symbol().len() > 1 && width(cell.symbol()) > 1
}

/// A row, each wide character after the cells that it goes on in, so that nothing shows through there where a terminal
/// takes it for a narrow one.
fn whole_row<'a>(row: &'a [Cell], y: u16, changes: &mut Vec<(u16, u16, &'a Cell)>) {
    let mut at = 0;
    while let Some(cell) = row.get(at) {
        let end = row.len().min(at + width(cell.symbol()).max(1));
        let rest = (at + 1..end).map(|x| (x as u16, y, &Cell::EMPTY));
        changes.extend(rest.chain([(at as u16, y, cell)]));
        at = end;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::style::{Color, Style};

    use super::*;

    const SIZE: Size = Size { width: 12, height: 3 };

    /// A terminal that was sent all this.
    fn terminal(sent: &[u8]) -> vt100::Parser {
        let [rows, columns] = [SIZE.height, SIZE.width].map(|cells| cells.try_into().unwrap());
        let mut terminal = vt100::Parser::new(rows, columns, 0);
        terminal.process(sent);
        terminal
    }

    fn words(words: &[(u16, u16, &str, Color)], buffer: &mut Buffer) {
        for &(x, y, text, colour) in words {
            buffer.set_string(x, y, text, Style::new().fg(colour));
        }
    }

    #[test]
    fn a_frame_like_the_last_sends_nothing() {
        let sent_for = |frames: usize| {
            let mut sent = Vec::new();
            let mut canvas = Canvas::new(&mut sent, SIZE);
            for _ in 0..frames {
                canvas
                    .draw(SIZE, |buffer| {
                        words(&[(0, 0, "日本 x", Color::Red)], buffer);
                        Some(Position { x: 1, y: 1 })
                    })
                    .unwrap();
            }
            drop(canvas);
            sent
        };
        assert!(!sent_for(1).is_empty());
        assert_eq!(sent_for(3), sent_for(1));
    }

    #[test]
    fn after_a_wipe_or_a_change_of_size_all_is_drawn_anew() {
        let mut sent = Vec::new();
        let mut canvas = Canvas::new(&mut sent, SIZE);
        let smaller = Size { width: 8, ..SIZE };
        for (size, is_wiped) in [(SIZE, false), (SIZE, true), (smaller, false)] {
            if is_wiped {
                canvas.wipe();
            }
            canvas
                .draw(size, |buffer| {
                    buffer.set_string(0, 0, "road", Style::new());
                    None
                })
                .unwrap();
        }
        drop(canvas);
        assert_eq!(String::from_utf8_lossy(&sent).matches("road").count(), 3);
    }

    proptest! {
        /// The oracle is a terminal: after any frames it shows the last, wherever wide characters came and went.
        #[test]
        fn the_terminal_shows_the_last_frame(
            frames in prop::collection::vec(
                (
                    prop::collection::vec(
                        (
                            0..SIZE.width,
                            0..SIZE.height,
                            prop::sample::select(vec!["a", "road", "日", "日本語", "é", "─┬", " ", "e\u{301}x"]),
                            prop::sample::select(vec![Color::Reset, Color::Red, Color::Indexed(9)]),
                        ),
                        0..6,
                    ),
                    prop::option::of((0..SIZE.width, 0..SIZE.height)),
                ),
                1..6,
            ),
        ) {
            let mut sent = Vec::new();
            let mut canvas = Canvas::new(&mut sent, SIZE);
            let mut last = None;
            for (painted, cursor) in &frames {
                let cursor = cursor.map(Position::from);
                canvas.draw(SIZE, |buffer| {
                    words(painted, buffer);
                    last = Some((buffer.clone(), cursor));
                    cursor
                }).unwrap();
            }
            drop(canvas);
            let (buffer, cursor) = last.unwrap();
            let terminal = terminal(&sent);
            let screen = terminal.screen();
            for y in 0..SIZE.height {
                let mut x = 0;
                while x < SIZE.width {
                    let (cell, there) = (&buffer[(x, y)], screen.cell(y, x).unwrap());
                    let text = match there.contents() {
                        "" => " ",
                        text => text,
                    };
                    // Of a wide character that was cut in two by another, each terminal makes its own.
                    prop_assert_eq!(text, cell.symbol(), "{} {} {:?}", x, y, String::from_utf8_lossy(&sent));
                    let red = there.fgcolor() == vt100::Color::Idx(1);
                    prop_assert!(red == (cell.fg == Color::Red), "{} {}", x, y);
                    x += width(cell.symbol()).max(1) as u16;
                }
            }
            prop_assert_eq!(screen.hide_cursor(), cursor.is_none() && sent.windows(6).any(|w| w == b"\x1b[?25l"));
            if let Some(Position { x, y }) = cursor {
                prop_assert_eq!(screen.cursor_position(), (y, x));
            }
        }
    }
}
