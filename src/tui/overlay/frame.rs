//! The box in which an overlay stands, above a screen that steps back.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};
use ratatui::text::Line;
use ratatui::widgets::{Block, Clear, Widget};

use crate::export::measure;
use crate::tui::hit::{Hits, Target};
use crate::tui::model::Model;
use crate::tui::widget::row;

/// The widest overlay.
const WIDEST: u16 = 84;

/// Where the margin would be narrower than this, the box goes from edge to edge.
const LEAST_MARGIN: u16 = 4;

/// The lines that no overlay covers: the screens' names and the hints.
const KEPT: u16 = 2;

/// Cells of a line within an overlay.
pub fn inner_width(size: (u16, u16)) -> usize {
    usize::from(inner(area(size, 0)).width)
}

/// Rows that an overlay of `rows` rows really shows.
pub fn inner_height(size: (u16, u16), rows: usize) -> usize {
    usize::from(inner(area(size, rows)).height)
}

/// Where the box of an overlay of `rows` rows lies.
fn area(size: (u16, u16), rows: usize) -> Rect {
    let (columns, lines) = size;
    let wide = columns >= WIDEST + 2 * LEAST_MARGIN;
    let width = if wide { WIDEST } else { columns };
    let most = lines.saturating_sub(KEPT);
    let height = u16::try_from(rows + 2).unwrap_or(u16::MAX).min(most);
    Rect::new((columns - width) / 2, 1 + (most - height) / 3, width, height)
}

fn inner(area: Rect) -> Rect {
    Rect {
        x: area.x + 2,
        y: area.y + 1,
        width: area.width.saturating_sub(4),
        height: area.height.saturating_sub(2),
    }
}

/// Draws a box for `rows` rows with a title, and gives the room within it.
pub fn draw(model: &Model, title: &str, rows: usize, buffer: &mut Buffer, hits: &mut Hits) -> Rect {
    let area = area(model.size, rows).intersection(buffer.area);
    veil(model, area, buffer);
    hits.add(area, Target::Overlay);
    let (theme, signs) = (&model.look().theme, &model.look().glyphs);
    if !model.look().plain {
        let border = if signs.ascii { ASCII_BORDER } else { ratatui::symbols::border::PLAIN };
        Block::bordered().border_set(border).border_style(theme.dim()).render(area, buffer);
    }
    let room = usize::from(area.width.saturating_sub(6));
    let title = measure::cut(title, room, signs.cut);
    let gap = if model.look().plain { "" } else { " " };
    let line =
        Rect { x: area.x + 2, width: area.width.saturating_sub(4), height: 1.min(area.height), ..area };
    row::draw(&Line::styled(format!("{gap}{title}{gap}"), theme.heading()), line, buffer);
    inner(area)
}

/// Signs in the frame around `inner` that more stands above or below.
pub fn marks(model: &Model, inner: Rect, top: usize, shown: usize, rows: usize, buffer: &mut Buffer) {
    let [above, below] = model.look().glyphs.more;
    let mut mark = |sign: &str, y: u16| {
        let text = format!(" {sign} more ");
        let cells = measure::width(&text) as u16;
        let place = Rect { x: inner.right().saturating_sub(cells), y, width: cells, height: 1 };
        row::draw(&Line::styled(text, model.look().theme.accent()), place.intersection(buffer.area), buffer);
    };
    if top > 0 {
        mark(above, inner.y.saturating_sub(1));
    }
    if top + shown < rows {
        mark(below, inner.bottom());
    }
}

/// Lets the screen below step back: dim, with nothing highlighted, and beside the box nothing at all, so that no half
/// of a word is left. For screen readers the screen below is not there.
fn veil(model: &Model, area: Rect, buffer: &mut Buffer) {
    let (columns, lines) = model.size;
    let below = Rect::new(0, 0, columns, lines.saturating_sub(1)).intersection(buffer.area);
    let style = model.look().theme.dim().fg(Color::Reset);
    row::paint(below, style.remove_modifier(Modifier::REVERSED | Modifier::BOLD), buffer);
    let covered = if model.look().plain { below } else { Rect { x: 0, width: columns, ..area } };
    Clear.render(covered.intersection(buffer.area), buffer);
}

const ASCII_BORDER: ratatui::symbols::border::Set<'static> = ratatui::symbols::border::Set {
    top_left: "+",
    top_right: "+",
    bottom_left: "+",
    bottom_right: "+",
    vertical_left: "|",
    vertical_right: "|",
    horizontal_top: "-",
    horizontal_bottom: "-",
};
