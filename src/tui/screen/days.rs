//! The map of days: a column a week, a row a day, and what the day in focus came to.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::Session;
use crate::app::page::ProgressPage;
use crate::engine::record::{Heat, Period, Scale};
use crate::export::heat::{self, HeatMap};
use crate::export::measure::width;
use crate::export::words;
use crate::tui::hit::{Hits, Target};
use crate::tui::model::Model;
use crate::tui::place::Pane;
use crate::tui::widget::{row, sheet};

/// Rows of a week.
const WEEK: u16 = 7;

/// The most weeks that are told in lines: a year.
const TOLD: usize = 53;

/// Draws the map of days; told in lines where signs would say nothing.
pub fn view(model: &Model, session: &Session, area: Rect, buffer: &mut Buffer, hits: &mut Hits) {
    let Some(page) = &model.pages.progress else { return };
    let focused = model.place.pane == Pane::Outlook;
    if model.look().plain {
        let (lines, top) = (told(model, session, usize::from(area.width)), model.screens.progress.weeks.top);
        sheet::draw(model.look(), (&lines, top), (focused, usize::from(area.width)), area, buffer);
        return;
    }
    // What is least needed gives way where it is low: what the signs mean, the heading, the months.
    let spare = area.height.saturating_sub(WEEK);
    let mut y = area.y;
    let mut line = |line: &Line<'static>, wanted: bool, buffer: &mut Buffer| {
        if wanted && y < area.bottom() {
            row::draw(line, Rect { y, height: 1, ..area }, buffer);
            y += 1;
        }
    };
    let today = model.day();
    let day = model.screens.progress.day(today);
    let map = HeatMap::new(today, day, usize::from(area.width));
    let dim = model.look().theme.dim();
    line(&heading(model, page, usize::from(area.width)), spare >= 2, buffer);
    line(&Line::styled(map.months(), dim), spare >= 1, buffer);
    let scale = Scale::of(session.calendar(), &page.record);
    for weekday in 0..i32::from(WEEK) {
        if y >= area.bottom() {
            return;
        }
        row::draw(&Line::styled(HeatMap::label(weekday), dim), Rect { y, height: 1, ..area }, buffer);
        for (on, x) in map.row(weekday).zip((area.x + heat::LABEL as u16..).step_by(heat::WEEK)) {
            let cell = Rect { x, y, width: 1, height: 1 };
            let (sign, style) = shown(model, scale.heat(on, page.record.minutes_on(on)));
            row::draw(&Line::styled(sign, style), cell, buffer);
            hits.add(cell, Target::Row(Pane::Outlook, today.since(on) as usize));
            mark(model, (on == today, on == day && focused), cell, buffer);
        }
        y += 1;
    }
    if spare >= 3 && y < area.bottom() {
        let [full, short] = heat::legend(model.look().glyphs.ascii);
        let room = usize::from(area.width) - heat::LABEL;
        let legend = if width(&full) <= room { full } else { short };
        let text = format!("{}{legend}", " ".repeat(heat::LABEL));
        row::draw(&Line::styled(text, dim), Rect { y, height: 1, ..area }, buffer);
    }
}

fn shown(model: &Model, level: Heat) -> (&'static str, Style) {
    let style = if level == Heat::None { model.look().theme.dim() } else { model.look().theme.accent() };
    (heat::sign(level, model.look().glyphs.ascii), style)
}

/// Marks today by brackets, and the day in focus by the sign of the focus too.
fn mark(model: &Model, (is_today, in_focus): (bool, bool), cell: Rect, buffer: &mut Buffer) {
    let (theme, glyphs) = (&model.look().theme, &model.look().glyphs);
    let before = Rect { x: cell.x - 1, ..cell };
    if is_today {
        row::draw(&Line::styled("[", theme.text()), before, buffer);
        let after = Rect { x: cell.x + 1, ..cell }.intersection(buffer.area);
        row::draw(&Line::styled("]", theme.text()), after, buffer);
    }
    if in_focus {
        if !is_today {
            row::draw(&Line::styled(glyphs.focus, theme.text()), before, buffer);
        }
        row::paint(cell, theme.focus(), buffer);
    }
}

/// "Day by day", and what the day in focus came to.
fn heading(model: &Model, page: &ProgressPage, room: usize) -> Line<'static> {
    let theme = &model.look().theme;
    let (today, title) = (model.day(), "Day by day");
    let day = model.screens.progress.day(today);
    let came_to = heat::of_day(page.record.on(day));
    let named = if day == today { "Today".to_owned() } else { day.date().format("%a %-d %b %Y").to_string() };
    let said = format!("{named}: {came_to}");
    let gap = room.saturating_sub(width(title) + width(&said)).max(2);
    Line::from(vec![
        Span::styled(title, theme.heading()),
        Span::raw(" ".repeat(gap)),
        Span::styled(said, theme.text()),
    ])
}

/// The weeks with study, newest first, each on a line of its own.
fn told(model: &Model, session: &Session, room: usize) -> Vec<Line<'static>> {
    let Some(page) = &model.pages.progress else { return Vec::new() };
    let today = model.day();
    let scale = Scale::of(session.calendar(), &page.record);
    let monday = |ago: usize| Period::Week.start(today).plus(-7 * ago as i32);
    let mut lines = vec![Line::styled("Week by week, newest first", model.look().theme.heading())];
    for monday in (0..TOLD).map(monday) {
        let week = page.record.between(monday, monday.plus(6).min(today));
        if week.is_empty() {
            continue;
        }
        let days = heat::week_in_words(monday, &scale, |day| page.record.minutes_on(day));
        let days = if days.is_empty() { String::new() } else { format!(". {}", days.join(", ")) };
        let text = format!("Week of {}: {}{days}", words::long_day(monday), heat::parts(&week).join(", "));
        lines.extend(crate::export::measure::wrap(&text, room).into_iter().map(Line::from));
    }
    if lines.len() == 1 {
        lines.push(Line::from("Nothing in the last year."));
    }
    lines
}

/// Rows of the days where they are told in lines; elsewhere they do not scroll.
pub fn rows(model: &Model, session: &Session) -> usize {
    let Some(area) = model.areas().outlook.filter(|_| model.look().plain) else { return 0 };
    told(model, session, usize::from(area.width)).len()
}
