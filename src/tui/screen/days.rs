//! Days of study as a map: a column a week, a row a day.

use ratatui::text::{Line, Span};

use crate::app::Session;
use crate::domain::Day;
use crate::tui::model::Model;

/// Cells before the first week: "Mon ".
const LABEL: usize = 4;

/// The most weeks that the map goes back: half a year.
const MOST: usize = 26;

/// The map with its heading, as many weeks as there is room for; nothing if nothing was ever logged.
pub fn lines(model: &Model, session: &Session, room: usize) -> Vec<Line<'static>> {
    let progress = session.progress();
    if progress.minutes_by_day().is_empty() {
        return Vec::new();
    }
    let theme = &model.look().theme;
    let weeks = (room.saturating_sub(LABEL) / 2).min(MOST);
    let mondays: Vec<Day> = (0..weeks).rev().map(|ago| model.day().monday().plus(-7 * ago as i32)).collect();
    let mut lines = vec![Line::from(Span::styled("Day by day", theme.heading()))];
    lines.push(Line::from(Span::styled(months(&mondays), theme.dim())));
    for weekday in 0..7 {
        let label = match weekday {
            0 => "Mon ",
            2 => "Wed ",
            4 => "Fri ",
            _ => "    ",
        };
        let mut spans = vec![Span::styled(label, theme.dim())];
        let days = mondays.iter().map(|monday| monday.plus(weekday)).take_while(|&day| day <= model.day());
        spans.extend(days.map(|day| {
            let planned = session.planned_on(day);
            let [none, some, full] = model.look().glyphs.studied;
            let (sign, style) = match progress.minutes_on(day) {
                0 => (none, theme.dim()),
                minutes if minutes < planned => (some, theme.accent()),
                _ => (full, theme.accent()),
            };
            Span::styled(format!("{sign} "), style)
        }));
        lines.push(Line::from(spans));
    }
    lines
}

/// The names of months above the first week that begins in each.
fn months(mondays: &[Day]) -> String {
    let mut text = " ".repeat(LABEL);
    for (at, monday) in mondays.iter().enumerate() {
        let month = monday.date().format("%b").to_string();
        let begins = at == 0 || mondays[at - 1].date().format("%b").to_string() != month;
        let column = LABEL + 2 * at;
        let fits = text.len() <= column && column + month.len() <= LABEL + 2 * mondays.len();
        if begins && fits {
            text.push_str(&" ".repeat(column - text.len()));
            text.push_str(&month);
        }
    }
    text
}
