//! Overlays as they are drawn.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use tui_input::Input as Typed;

use super::frame::{self, inner_width};
use super::lines::{below, draw_text, draw_typed, wrapped};
use super::{Entry, checkin, entries, history, text};
use crate::app::Session;
use crate::domain::SkillIx;
use crate::export::{measure, words};
use crate::tui::action::Action;
use crate::tui::hit::{Hits, Target};
use crate::tui::model::Model;
use crate::tui::state::overlay::{List, Listed, Overlay, list_height};
use crate::tui::widget::row;

/// Cells of the column that says which group a row belongs to.
const GROUP: usize = 20;

/// Draws the open overlay, and says where the cursor stands in it.
pub fn view(model: &Model, session: &Session, buffer: &mut Buffer, hits: &mut Hits) -> Option<Position> {
    match model.overlay.as_ref()? {
        Overlay::List(list) => Some(draw_list(model, session, list, buffer, hits)),
        Overlay::LogTime { of_clock, skill, line, wrong } => {
            Some(draw_log(model, session, (*skill, *of_clock), (line, wrong.as_deref()), buffer, hits))
        }
        Overlay::History(list) => Some(history::view(model, session, list, buffer, hits)),
        Overlay::CheckIn(form) => Some(checkin::view(model, session, form, buffer, hits)),
        Overlay::Text { of, top } => {
            let lines = text::lines(model, session, *of);
            let inner = frame::draw(model, &text::title(session, *of), lines.len(), buffer, hits);
            draw_text(&lines, *top, inner, buffer);
            frame::marks(model, inner, *top, usize::from(inner.height), lines.len(), buffer);
            None
        }
        Overlay::Question { text, .. } => {
            let lines = wrapped(text.iter(), inner_width(model.size), model.look().theme.text());
            let inner = frame::draw(model, "Sure?", lines.len() + 2, buffer, hits);
            draw_text(&lines, 0, Rect { height: inner.height.saturating_sub(2), ..inner }, buffer);
            let key = |action| model.manner.keymap.shown(action);
            let answer = format!("{}  yes     {}  no", key(Action::Confirm), key(Action::Decline));
            let answer = Line::styled(answer, model.look().theme.accent());
            draw_text(&[answer], 0, below(inner, inner.height.saturating_sub(1)), buffer);
            None
        }
    }
}

/// Minutes to type, and below them how, or what is wrong.
fn draw_log(
    model: &Model,
    session: &Session,
    (skill, of_clock): (SkillIx, bool),
    (line, wrong): (&Typed, Option<&str>),
    buffer: &mut Buffer,
    hits: &mut Hits,
) -> Position {
    let theme = &model.look().theme;
    let told = &session.roadmap().skill(skill).title;
    let title = format!("{}: {told}", if of_clock { "How long was it" } else { "Log time" });
    let how = wrong.unwrap_or("45, 45m, 1h30m").to_owned();
    let style = if wrong.is_some() { theme.warn() } else { theme.dim() };
    let mut lines = wrapped([&how].into_iter(), inner_width(model.size), style);
    if let Some(timer) = session.timer().filter(|_| of_clock) {
        let run = words::timer(told, timer, session.now());
        let said = format!("The clock has run for {run}. 0 throws it away; left as it is, it runs on.");
        lines.extend(wrapped([&said].into_iter(), inner_width(model.size), theme.text()));
    }
    let inner = frame::draw(model, &title, lines.len() + 2, buffer, hits);
    let cursor = draw_typed(model, line, inner, buffer);
    draw_text(&lines, 0, below(inner, 2), buffer);
    cursor
}

fn draw_list(
    model: &Model,
    session: &Session,
    list: &List,
    buffer: &mut Buffer,
    hits: &mut Hits,
) -> Position {
    let all = entries(model, session, list);
    let height = list_height(model.size).min(list.of.most(session.roadmap()));
    let inner = frame::draw(model, &list.of.title(session.roadmap()), height + 2, buffer, hits);
    let cursor = draw_typed(model, &list.line, inner, buffer);
    let rows = below(inner, 2);
    if all.is_empty() {
        let text = match list.of {
            Listed::Choices if list.line.value().is_empty() => "There is nothing to choose on this road.",
            Listed::Find | Listed::Goal | Listed::Choices | Listed::Options(_) => {
                "Nothing matches. Fewer letters find more."
            }
            Listed::Commands | Listed::Help => "No command has these words.",
        };
        draw_text(&[Line::styled(text, model.look().theme.dim())], 0, rows, buffer);
    }
    let shown = all.iter().enumerate().skip(list.cursor.top).take(usize::from(rows.height));
    for ((at, entry), y) in shown.zip(rows.y..) {
        let line = Rect { y, height: 1, ..rows };
        hits.add(line, Target::Pick(at));
        let begins = at == list.cursor.top || all[at - 1].group != entry.group;
        draw_entry(model, entry, at == list.cursor.at, begins, line, buffer);
    }
    frame::marks(model, inner, list.cursor.top, usize::from(rows.height), all.len(), buffer);
    cursor
}

fn draw_entry(model: &Model, entry: &Entry, focused: bool, begins: bool, area: Rect, buffer: &mut Buffer) {
    let (theme, glyphs) = (&model.look().theme, &model.look().glyphs);
    let mut left = vec![Span::raw(format!("{} ", if focused { glyphs.focus } else { " " }))];
    if !entry.group.is_empty() && area.width >= 50 {
        let group = if begins { entry.group } else { "" };
        left.push(Span::styled(measure::fit(group, GROUP, glyphs.cut), theme.dim()));
    }
    for (at, letter) in entry.title.chars().enumerate() {
        let found = u32::try_from(at).is_ok_and(|at| entry.letters.binary_search(&at).is_ok());
        left.push(Span::styled(letter.to_string(), if found { theme.found() } else { theme.text() }));
    }
    let room = usize::from(area.width) / 2;
    let right = vec![Span::styled(measure::cut(&entry.right, room, glyphs.cut), theme.dim())];
    row::draw_pair(left, right, glyphs.cut, area, buffer);
    if focused {
        row::paint(area, theme.focus(), buffer);
    }
}
