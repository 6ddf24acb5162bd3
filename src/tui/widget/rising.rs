//! A chart of skills done over time: filled as far as they are done, dots as the plan goes on, and the forecast's fan
//! around them.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::timeline::Axis;
use crate::app::page::DoneOverTime;
use crate::domain::Day;
use crate::export::measure::width;
use crate::tui::look::Look;

/// Eighths of a cell.
const EIGHTHS: u32 = 8;

/// How sure the three dates of a forecast are.
const SURE: [&str; 3] = ["50 %", "85 %", "95 %"];

/// The same where they are too close for a name each.
const TOGETHER: &str = "50, 85, 95 %";

/// A chart in so many cells and rows, with the times below it; nothing where nothing is done or planned.
pub fn rising(
    over: &DoneOverTime,
    today: Day,
    look: &Look,
    (room, rows): (usize, usize),
) -> Vec<Line<'static>> {
    let curve = &over.curve;
    let whole = curve.whole();
    let label = width(&whole.to_string()) + 1;
    let cells = room.saturating_sub(label);
    if whole == 0 || cells == 0 || rows == 0 {
        return Vec::new();
    }
    let first = curve.first().unwrap_or(today).min(today);
    let last = [curve.last(), over.dates.map(|dates| dates.p95), Some(today)].into_iter().flatten().max();
    let last = last.unwrap_or(today);
    let axis = Axis::new(first, last, cells);
    let columns: Vec<Column> = (0..cells).map(|cell| Column::of(over, today, axis.last_day(cell))).collect();
    let scale = Scale { rows: rows as u32, whole };
    let mut lines = Vec::new();
    for row in (0..rows as u32).rev() {
        let named = match row {
            0 => "0".to_owned(),
            row if row + 1 == rows as u32 => whole.to_string(),
            _ => String::new(),
        };
        let mut spans = vec![Span::styled(format!("{named:>label$} ", label = label - 1), look.theme.dim())];
        for column in &columns {
            let (sign, style) = column.cell(scale, row, look);
            match spans.last_mut() {
                Some(last) if last.style == style => last.content.to_mut().push_str(sign),
                _ => spans.push(Span::styled(sign, style)),
            }
        }
        lines.push(Line::from(spans));
    }
    lines.extend(below(over, &axis, look, label));
    lines
}

/// The names of times, and the days by which the forecast is sure.
fn below(over: &DoneOverTime, axis: &Axis, look: &Look, label: usize) -> Vec<Line<'static>> {
    let lead = || Span::raw(" ".repeat(label));
    let mut lines = Vec::new();
    if let Some(dates) = over.dates {
        let days = [dates.p50, dates.p85, dates.p95];
        lines.push(Line::from(vec![
            lead(),
            Span::styled(axis.signs(&days, look.glyphs.mark), look.theme.accent()),
        ]));
        // Marks too close for a name each have one together.
        let together = || axis.ending([(dates.p95, TOGETHER)].into_iter());
        if let Some(sure) = axis.ending(days.into_iter().zip(SURE)).or_else(together) {
            lines.push(Line::from(vec![lead(), Span::raw(sure)]));
        }
    }
    lines.push(Line::from(vec![lead(), Span::styled(axis.names(), look.theme.dim())]));
    lines
}

/// How values lie in the rows.
#[derive(Clone, Copy)]
struct Scale {
    rows: u32,
    whole: u32,
}

impl Scale {
    fn eighths(self, value: u32) -> u32 {
        let rise = u64::from(value) * u64::from(self.rows * EIGHTHS) / u64::from(self.whole);
        if value > 0 { (rise as u32).max(1) } else { 0 }
    }

    /// The row that a value reaches into, from 0 at the bottom.
    fn row(self, value: u32) -> u32 {
        self.eighths(value).saturating_sub(1) / EIGHTHS
    }
}

/// What stands in a column.
enum Column {
    /// So many are done.
    Behind(u32),
    /// The plan has so many done; late and early, the forecast so many.
    Ahead { planned: u32, fan: Option<(u32, u32)> },
}

impl Column {
    fn of(over: &DoneOverTime, today: Day, day: Day) -> Self {
        if day <= today {
            return Self::Behind(over.curve.done(day));
        }
        let fan = over
            .dates
            .map(|dates| (over.curve.stretched(day, dates.p95), over.curve.stretched(day, dates.p50)));
        Self::Ahead { planned: over.curve.planned(day), fan }
    }

    fn cell(&self, scale: Scale, row: u32, look: &Look) -> (&'static str, Style) {
        let (glyphs, theme) = (&look.glyphs, &look.theme);
        match *self {
            Self::Behind(done) => match scale.eighths(done).saturating_sub(row * EIGHTHS) {
                0 => (" ", theme.text()),
                rise => (glyphs.rise[(rise.min(EIGHTHS) - 1) as usize], theme.accent()),
            },
            Self::Ahead { planned, .. } if scale.row(planned) == row => (glyphs.planned, theme.text()),
            Self::Ahead { fan: Some((low, high)), .. }
                if (scale.row(low)..=scale.row(high)).contains(&row) =>
            {
                (glyphs.fan, theme.dim())
            }
            Self::Ahead { .. } => (" ", theme.text()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Look as Wanted;
    use crate::engine::plan::Dates;
    use crate::engine::record::Curve;

    fn drawn(over: &DoneOverTime, ascii: bool, size: (usize, usize)) -> String {
        let wanted = Wanted { ascii, ..Wanted::default() };
        let lines = rising(over, day(0), &Look::of(&wanted, false, true, false), size);
        let line = |line: &Line<'_>| line.spans.iter().map(|span| span.content.as_ref()).collect::<String>();
        lines.iter().map(|one| line(one).trim_end().to_owned()).collect::<Vec<_>>().join("\n")
    }

    fn day(ahead: i32) -> Day {
        Day::parse("2026-11-24").unwrap().plus(ahead)
    }

    fn over() -> DoneOverTime {
        let behind = (0..30).map(|at| (day(-300 + 10 * at), at as u32 + 1)).collect();
        let ends = (1..31).map(|at| day(8 * at)).collect();
        let dates = Dates { p50: day(260), p85: day(310), p95: day(360) };
        DoneOverTime { curve: Curve::new(day(0), behind, ends), dates: Some(dates) }
    }

    #[test]
    fn it_rises_to_today_and_fans_out_behind_it() {
        insta::assert_snapshot!("rising", drawn(&over(), false, (60, 8)));
        insta::assert_snapshot!("rising_in_ascii", drawn(&over(), true, (60, 8)));
    }

    #[test]
    fn without_a_forecast_there_is_the_plan_and_without_both_nothing() {
        let plan = DoneOverTime { dates: None, ..over() };
        assert!(!drawn(&plan, false, (60, 8)).contains("░"));
        let none = DoneOverTime { curve: Curve::new(day(0), vec![], vec![]), dates: None };
        assert_eq!(drawn(&none, false, (60, 8)), "");
        assert_eq!(drawn(&over(), false, (2, 8)), "");
    }
}
