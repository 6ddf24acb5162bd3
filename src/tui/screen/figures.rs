//! The figures of Progress: what it came to in all, day by day and week by week, and how near each role is.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::laid;
use crate::app::Session;
use crate::app::page::ProgressPage;
use crate::domain::Goal;
use crate::engine::readiness::Readiness;
use crate::export::heat;
use crate::export::measure::{fit, width, wrap};
use crate::export::words;
use crate::tui::action::Action;
use crate::tui::model::Model;
use crate::tui::place::Pane;
use crate::tui::widget::meter::meter;
use crate::tui::widget::rising::rising;
use crate::tui::widget::{row, sheet};

/// The widest that figures are laid, in cells: what belongs together stands together.
const WIDEST: usize = 72;

/// The widest that the line of the focus is, in cells.
const WIDEST_FOCUS: usize = 2 * WIDEST + BETWEEN;

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

/// The fewest weeks that show.
const WEEKS: usize = 4;

/// Cells of "  12 h 30" as it was planned.
const PLANNED: usize = 9;

/// Cells of "This quarter  ".
const PERIOD: usize = 14;

/// Rows of the chart of skills over time.
const CHART: usize = 8;

/// From this width on, figures stand in two columns, with so many cells between them.
const IN_TWO: usize = 104;

/// Cells between the two columns.
const BETWEEN: usize = 3;

/// Draws the figures; where they are the pane in focus, their first line is marked.
pub fn view(model: &Model, session: &Session, area: Rect, buffer: &mut Buffer) {
    let (lines, top) = (lines(model, session), model.screens.progress.figures.top);
    let focused = model.place.pane == Pane::Side;
    sheet::draw(model.look(), (&lines, top), (focused, WIDEST_FOCUS), area, buffer);
}

/// All lines of the figures, in one column or, where there is room, in two.
pub fn lines<'m>(model: &'m Model, session: &Session) -> Cow<'m, [Line<'static>]> {
    laid::lines(model, session, Pane::Side, lay)
}

/// Keeps them until something changes.
pub fn keep(model: &mut Model, session: &Session) {
    laid::keep(model, session, Pane::Side, lay);
}

fn lay(model: &Model, session: &Session, width: u16) -> Vec<Line<'static>> {
    let Some(page) = &model.pages.progress else { return Vec::new() };
    let room = usize::from(width);
    let in_two = room >= IN_TWO;
    let room = if in_two { (room - BETWEEN) / 2 } else { room }.min(WIDEST);
    let first = [so_far(model, page, room), learnt(model, page, room), weeks(model, page, room)];
    let second = [over_time(model, room), roles(model, session, page, room)];
    if in_two {
        return beside(sheet::below(first), sheet::below(second), room + BETWEEN);
    }
    sheet::below(first.into_iter().chain(second))
}

/// Two columns, the second of which begins at a cell.
fn beside(first: Vec<Line<'static>>, second: Vec<Line<'static>>, at: usize) -> Vec<Line<'static>> {
    let rows = first.len().max(second.len());
    let mut second = second.into_iter();
    let mut lines: Vec<Line<'static>> = first;
    lines.resize(rows, Line::default());
    for line in &mut lines {
        if let Some(other) = second.next() {
            line.spans.push(Span::raw(" ".repeat(at.saturating_sub(line.width()))));
            line.spans.extend(other.spans);
        }
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
    if page.longest > 0 {
        parts.push(format!("longest streak {}", words::count(page.longest as usize, "day")));
    }
    parts.extend(recall(page).map(|part| format!("{} of reviews remembered", words::percent(part))));
    lines.extend(row::joined(parts, model.look().glyphs.dot, room).into_iter().map(Line::from));
    lines
}

/// The part of all recalls that was remembered.
fn recall(page: &ProgressPage) -> Option<f64> {
    let (first, last) = (page.record.days().next()?.0, page.record.days().next_back()?.0);
    page.record.between(first, last).recall()
}

/// What this week, this month and this quarter came to.
fn learnt(model: &Model, page: &ProgressPage, room: usize) -> Vec<Line<'static>> {
    if page.learnt.iter().all(|(_, sum)| sum.is_empty()) {
        return Vec::new();
    }
    let theme = &model.look().theme;
    let mut lines = vec![heading(model, "Learnt", "", room)];
    for (period, sum) in &page.learnt {
        let named = format!("This {}", period.word());
        let parts = row::joined(heat::parts(sum), model.look().glyphs.dot, room.saturating_sub(PERIOD));
        for (at, part) in parts.into_iter().enumerate() {
            let lead = if at == 0 { named.as_str() } else { "" };
            lines.push(Line::from(vec![
                Span::styled(format!("{lead:<PERIOD$}"), theme.dim()),
                Span::raw(part),
            ]));
        }
    }
    lines
}

/// The last weeks with study, from the first such one on: each against what was planned for it.
fn weeks(model: &Model, page: &ProgressPage, room: usize) -> Vec<Line<'static>> {
    let (theme, glyphs) = (&model.look().theme, &model.look().glyphs);
    let Some(first) = page.weeks.iter().position(|week| week.minutes > 0) else { return Vec::new() };
    let shown = &page.weeks[first.min(page.weeks.len().saturating_sub(WEEKS))..];
    let bar = room.saturating_sub(DATE + TIME + PLANNED).min(BAR.0);
    let mut lines = vec![heading(model, "Week by week", "planned", DATE + bar + TIME + PLANNED)];
    let most = shown.iter().map(|week| week.minutes.max(week.planned)).max().unwrap_or(0).max(1);
    for week in shown {
        let date = format!("{:>6}  ", week.monday.date().format("%-d %b").to_string());
        let mut spans = vec![Span::styled(date, theme.dim())];
        spans.extend(meter(f64::from(week.minutes) / f64::from(most), bar, glyphs, theme));
        let time = |minutes: u32| match minutes {
            0 => String::new(),
            minutes => words::minutes(u64::from(minutes)),
        };
        spans.push(Span::raw(format!("{:>TIME$}", time(week.minutes))));
        let planned = if week.planned == 0 { "rest".to_owned() } else { time(week.planned) };
        spans.push(Span::styled(format!("{planned:>PLANNED$}"), theme.dim()));
        lines.push(Line::from(spans));
    }
    lines
}

/// Skills done over time against the plan, with the forecast's fan; in words where signs would say nothing.
fn over_time(model: &Model, room: usize) -> Vec<Line<'static>> {
    let Some(over) = &model.pages.over_time else { return Vec::new() };
    let (curve, today) = (&over.curve, model.day());
    let of = format!("{} of {}", curve.done(today), words::count(curve.whole() as usize, "skill"));
    if model.look().plain {
        let plan =
            curve.last().map(|last| format!(" The plan has the last of them on {}.", words::long_day(last)));
        let sure = over.dates.map(|dates| {
            let [p50, p85, p95] = [dates.p50, dates.p85, dates.p95].map(words::long_day);
            format!(" As likely as not by {p50}, 85 % sure by {p85}, 95 % sure by {p95}.")
        });
        let text = format!("{of} done.{}{}", plan.unwrap_or_default(), sure.unwrap_or_default());
        let mut lines = vec![heading(model, "Done over time", "", room)];
        lines.extend(wrap(&text, room).into_iter().map(Line::from));
        return lines;
    }
    let chart = rising(over, today, model.look(), (room, CHART));
    if chart.is_empty() {
        return chart;
    }
    let mut lines = vec![heading(model, "Done over time", &of, room)];
    lines.extend(chart);
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
