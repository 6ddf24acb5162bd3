//! The list of what the learner did, as it is drawn.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::frame;
use super::lines::{below, draw_text, draw_typed};
use crate::app::Session;
use crate::app::page::Holds;
use crate::export::measure;
use crate::tui::hit::{Hits, Target};
use crate::tui::model::Model;
use crate::tui::state::history::{History, Told};
use crate::tui::state::overlay::list_height;
use crate::tui::widget::row;

/// Cells of the columns of the day and of the time.
const DAY: usize = 13;
const TIME: usize = 7;

/// Where a row has fewer cells than this, the time of day gives way to what was done.
const ROOMY: u16 = 50;

/// Draws it, and says where the cursor stands.
pub(super) fn view(
    model: &Model,
    session: &Session,
    history: &History,
    buffer: &mut Buffer,
    hits: &mut Hits,
) -> Position {
    let theme = &model.look().theme;
    let inner = frame::draw(model, "History, the newest first", list_height(model.size) + 2, buffer, hits);
    let cursor = draw_typed(model, &history.line, inner, buffer);
    // Where the box covers the message line, what was just done is said here.
    let covers = inner.bottom() >= model.areas().message.y;
    if let Some(said) = model.talk.now.as_ref().filter(|_| covers) {
        let text = measure::cut(&said.text, usize::from(inner.width), model.look().glyphs.cut);
        let style = if said.failed { theme.warn() } else { theme.accent() };
        draw_text(&[Line::styled(text, style)], 0, Rect { height: 1, ..below(inner, 1) }, buffer);
    }
    let rows = below(inner, 2);
    if history.rows() == 0 {
        draw_text(&[Line::styled(nothing(session, history), theme.dim())], 0, rows, buffer);
    }
    let top = history.cursor.top;
    let mut day_above = String::new();
    for (at, y) in (top..history.rows()).zip(rows.y..rows.bottom()) {
        let Some(told) = history.told(session.roadmap(), at) else { break };
        let line = Rect { y, height: 1, ..rows };
        hits.add(line, Target::Pick(at));
        draw_act(model, &told, (told.day != day_above, at == history.cursor.at), line, buffer);
        day_above = told.day;
    }
    frame::marks(model, inner, top, usize::from(rows.height), history.rows(), buffer);
    cursor
}

/// Why no act shows.
fn nothing(session: &Session, history: &History) -> &'static str {
    if !history.line.value().is_empty() {
        "Nothing matches. Fewer letters find more."
    } else if session.is_partial() {
        "Your journal cannot be read, so nothing shows of what you did."
    } else {
        "Nothing was done yet."
    }
}

/// One act; its day where that begins, and everywhere where rows are read out one by one.
fn draw_act(model: &Model, told: &Told, (begins, focused): (bool, bool), area: Rect, buffer: &mut Buffer) {
    let (theme, glyphs, plain) = (&model.look().theme, &model.look().glyphs, model.look().plain);
    let column = |text: &str, cells| Span::styled(measure::fit(text, cells, glyphs.cut), theme.dim());
    let mut left = vec![Span::raw(format!("{} ", if focused { glyphs.focus } else { " " }))];
    left.push(column(if begins || plain { &told.day } else { "" }, DAY));
    if area.width >= ROOMY {
        left.push(column(&told.time, TIME));
    }
    if told.holds != Holds::Whole {
        left.push(Span::styled(format!("{}  ", told.mark()), theme.dim()));
    }
    let style = if told.holds == Holds::Not { theme.dim() } else { theme.text() };
    left.push(Span::styled(told.what.as_str(), style));
    let more = match told.more.len() {
        0 => String::new(),
        more if area.width >= ROOMY => format!("and {more} more"),
        more => format!("+{more}"),
    };
    let gap = if more.is_empty() || told.device.is_empty() { "" } else { "  " };
    let right = vec![Span::styled(format!("{more}{gap}{}", told.device), theme.dim())];
    row::draw_pair(left, right, glyphs.cut, area, buffer);
    if focused {
        row::paint(area, theme.focus(), buffer);
    }
}
