//! The figures of Progress: what it came to in all, day by day and week by week, and how near each role is.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::days;
use crate::app::Session;
use crate::app::page::ProgressPage;
use crate::domain::Goal;
use crate::engine::readiness::Readiness;
use crate::export::measure::{fit, width, wrap};
use crate::export::words;
use crate::tui::action::Action;
use crate::tui::model::Model;
use crate::tui::place::Pane;
use crate::tui::widget::meter::meter;
use crate::tui::widget::{row, sheet};

/// The widest that figures are laid, in cells: what belongs together stands together.
const WIDEST: usize = 72;

/// Cells of "14 Sep  ".
const DATE: usize = 8;

/// Cells of "  12 h 30".
const TIME: usize = 9;

/// Cells of " 100 %" and of " 460 h", the shortest that they get.
const FIGURE: usize = 6;

/// The longest bar, and the shortest that says anything.
const BAR: (usize, usize) = (40, 4);

/// From this width on, figures stand a cell further apart.
const ROOMY: usize = 48;

/// The fewest and the most weeks that show.
const WEEKS: (usize, usize) = (4, 12);

/// Draws the figures; where they are the pane in focus, their first line is marked.
pub fn view(model: &Model, session: &Session, area: Rect, buffer: &mut Buffer) {
    let (lines, top) = (lines(model, session), model.screens.progress.figures.top);
    let focused = model.place.pane == Pane::Side;
    sheet::draw(model.look(), (&lines, top), (focused, WIDEST), area, buffer);
}

/// All lines of the figures, laid for the pane that they have: what is least needed gives way where it is low.
pub fn lines(model: &Model, session: &Session) -> Vec<Line<'static>> {
    let Some(page) = &model.pages.progress else { return Vec::new() };
    let Some(area) = model.areas().side else { return Vec::new() };
    let (room, height) = (usize::from(area.width).min(WIDEST), usize::from(area.height));
    let mut lines = so_far(model, page, room);
    let roles = roles(model, session, page, room);
    let mut left = height.saturating_sub(lines.len() + roles.len() + 2);
    let days = days::lines(model, session, room);
    if !days.is_empty() && left >= days.len() + 1 + WEEKS.1 + 2 {
        left -= days.len() + 1;
        lines.push(Line::default());
        lines.extend(days);
    }
    let weeks = weeks(model, page, room, left.saturating_sub(1));
    if !weeks.is_empty() {
        lines.push(Line::default());
        lines.extend(weeks);
    }
    if !page.roles.is_empty() {
        lines.push(Line::default());
        lines.extend(roles);
    }
    lines
}

/// A heading with something at the end of its line.
fn heading(model: &Model, title: &str, right: &str, room: usize) -> Line<'static> {
    let theme = &model.look().theme;
    let gap = room.saturating_sub(width(title) + width(right));
    Line::from(vec![
        Span::styled(title.to_owned(), theme.heading()),
        Span::raw(" ".repeat(gap)),
        Span::styled(right.to_owned(), theme.dim()),
    ])
}

fn so_far(model: &Model, page: &ProgressPage, room: usize) -> Vec<Line<'static>> {
    let mut lines = vec![heading(model, "So far", "", room)];
    if page.minutes == 0 && page.done == 0 && page.skipped == 0 {
        let key = model.manner.keymap.shown(Action::LogTime);
        let text = format!("Nothing logged yet. {key} on a skill logs time, and time and ticks gather here.");
        lines.extend(wrap(&text, room).into_iter().map(Line::from));
        return lines;
    }
    let mut parts = Vec::new();
    if page.minutes > 0 {
        parts.push(format!("{} in {}", words::minutes(page.minutes), words::count(page.days, "day")));
    }
    parts.push(format!("{} done", words::count(page.done, "skill")));
    if page.skipped > 0 {
        parts.push(format!("{} skipped", page.skipped));
    }
    if page.streak > 0 {
        parts.push(format!("{}-day streak", page.streak));
    }
    lines.extend(row::joined(parts, model.look().glyphs.dot, room).into_iter().map(Line::from));
    lines
}

/// As many of the last weeks as `rows` hold, from the first one with study on.
fn weeks(model: &Model, page: &ProgressPage, room: usize, rows: usize) -> Vec<Line<'static>> {
    let (theme, glyphs) = (&model.look().theme, &model.look().glyphs);
    let Some(first) = page.weeks.iter().position(|(_, minutes)| *minutes > 0) else { return Vec::new() };
    let count = rows.clamp(WEEKS.0, WEEKS.1);
    let shown = &page.weeks[first.min(page.weeks.len().saturating_sub(WEEKS.0))..];
    let shown = &shown[shown.len().saturating_sub(count)..];
    let bar = room.saturating_sub(DATE + TIME).min(BAR.0);
    let planned = match page.planned {
        0 => String::new(),
        planned => format!("planned {}", words::minutes(u64::from(planned))),
    };
    let mut lines = vec![heading(model, "Week by week", &planned, DATE + bar + TIME)];
    let most = shown.iter().map(|(_, minutes)| *minutes).max().unwrap_or(0).max(page.planned).max(1);
    for (monday, minutes) in shown {
        let date = format!("{:>6}  ", monday.date().format("%-d %b").to_string());
        let mut spans = vec![Span::styled(date, theme.dim())];
        spans.extend(meter(f64::from(*minutes) / f64::from(most), bar, glyphs, theme));
        let time = if *minutes == 0 { String::new() } else { words::minutes(u64::from(*minutes)) };
        spans.push(Span::raw(format!("{time:>TIME$}")));
        lines.push(Line::from(spans));
    }
    lines
}

fn roles(model: &Model, session: &Session, page: &ProgressPage, room: usize) -> Vec<Line<'static>> {
    let roadmap = session.roadmap();
    let longest = page.roles.iter().map(|near| width(&roadmap.role(near.role).title)).max().unwrap_or(0);
    let figure = if room >= ROOMY { FIGURE + 1 } else { FIGURE };
    let figures = 2 * figure;
    let lead = width(model.look().glyphs.goal) + 1;
    let title = (longest + lead).min(room.saturating_sub(figures));
    let bar = room.saturating_sub(title + figures + 2).min(BAR.0 / 2);
    let bar = if bar < BAR.1 { 0 } else { bar };
    let whole = title + figures + if bar > 0 { bar + 2 } else { 0 };
    let mut lines = vec![heading(model, "Roles", "ready  to go", whole)];
    lines.extend(page.roles.iter().map(|near| role(model, session, near, (title, bar, figure))));
    lines
}

/// One role: its name, the goal's marked; a bar where there is room; how ready one is, and the hours to go.
fn role(
    model: &Model,
    session: &Session,
    near: &Readiness,
    (title, bar, figure): (usize, usize, usize),
) -> Line<'static> {
    let (theme, glyphs) = (&model.look().theme, &model.look().glyphs);
    let told = session.roadmap().role(near.role);
    let is_goal = matches!(session.progress().goal(), Some(Goal::Role(id)) if *id == told.id);
    let cells = width(glyphs.goal) + 1;
    let lead = fit(if is_goal { glyphs.goal } else { "" }, cells, "");
    let style = if is_goal { theme.accent() } else { theme.text() };
    let name = fit(&told.title, title.saturating_sub(cells), glyphs.cut);
    let mut spans = vec![Span::styled(format!("{lead}{name}"), style)];
    if bar > 0 {
        spans.push(Span::raw("  "));
        spans.extend(meter(near.ready, bar, glyphs, theme));
    }
    spans.push(Span::raw(format!("{:>figure$}", words::percent(near.ready))));
    spans.push(Span::styled(format!("{:>figure$}", words::hours(near.hours_left)), theme.dim()));
    Line::from(spans)
}
