//! The whole screen as it is drawn. It reads the model and changes nothing.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::hints;
use super::hit::{Hits, Target};
use super::model::Model;
use super::overlay;
use super::place::{Areas, LEAST, Pane, Screen};
use super::screen::{beside, days, figures, map, outlook, picture, plan, progress, review, today};
use super::state::plan::heading;
use super::state::today::STEP_ROWS;
use super::widget::{card, more, row};
use crate::app::Session;
use crate::export::measure::{cut, width};
use crate::export::words;

/// What was drawn: what can be clicked, and where the terminal's cursor belongs, if anywhere.
#[derive(Clone, Debug, Default)]
pub struct Drawn {
    /// What can be clicked.
    pub hits: Hits,
    /// Where the cursor belongs.
    pub cursor: Option<Position>,
}

/// The fewest cells in which the goal's title says anything.
const LEAST_TITLE: usize = 8;

/// Draws everything.
pub fn view(model: &Model, session: &Session, buffer: &mut Buffer) -> Drawn {
    let mut drawn = Drawn::default();
    let (columns, rows) = model.size;
    if columns < LEAST.0 || rows < LEAST.1 {
        too_small(model, buffer);
        return drawn;
    }
    let areas = model.areas();
    bar(model, session, areas.bar, buffer, &mut drawn.hits);
    if let Some(area) = areas.list {
        drawn.hits.add(area, Target::Pane(Pane::List));
        match model.place.screen {
            Screen::Today => today::view(model, session, area, buffer, &mut drawn.hits),
            Screen::Map if model.place.picture => {
                picture::view(model, session, area, buffer, &mut drawn.hits);
            }
            Screen::Map => map::view(model, session, area, buffer, &mut drawn.hits),
            Screen::Plan => plan::view(model, session, area, buffer, &mut drawn.hits),
            Screen::Review => review::view(model, session, area, buffer, &mut drawn.hits),
            Screen::Progress => progress::view(model, session, area, buffer, &mut drawn.hits),
        }
    }
    if let Some(area) = areas.outline {
        map::view(model, session, area, buffer, &mut drawn.hits);
    }
    for area in areas.between.into_iter().flatten().filter(|_| !model.look().plain) {
        for y in area.y..area.bottom() {
            row::draw(
                &Line::styled(model.look().glyphs.bar, model.look().theme.dim()),
                Rect { y, height: 1, ..area },
                buffer,
            );
        }
    }
    if let Some(area) = areas.outlook {
        drawn.hits.add(area, Target::Pane(Pane::Outlook));
        match model.place.screen {
            Screen::Progress => days::view(model, session, area, buffer, &mut drawn.hits),
            _ => outlook::view(model, session, area, buffer),
        }
    }
    if let Some(area) = areas.side {
        drawn.hits.add(area, Target::Pane(Pane::Side));
        side(model, session, area, buffer, &mut drawn.hits);
    }
    message(model, areas.message, buffer);
    hints::view(model, session, areas.hints, buffer);
    drawn.cursor = overlay::view(model, session, buffer, &mut drawn.hits);
    if drawn.cursor.is_none() && model.look().plain {
        drawn.cursor = plain_cursor(model, session, &areas);
    }
    drawn
}

fn too_small(model: &Model, buffer: &mut Buffer) {
    let (columns, rows) = model.size;
    let text = format!(
        "milepost needs {}x{}; this is {columns}x{rows}. `milepost today` prints the day at any size.",
        LEAST.0, LEAST.1
    );
    let lines = crate::export::measure::wrap(&text, usize::from(columns).max(1));
    for (line, y) in lines.iter().zip(0..rows) {
        row::draw(&Line::from(line.as_str()), Rect::new(0, y, columns, 1).intersection(buffer.area), buffer);
    }
}

/// The top line: the screens by number, and the goal at the end.
fn bar(model: &Model, session: &Session, area: Rect, buffer: &mut Buffer, hits: &mut Hits) {
    let (theme, glyphs) = (&model.look().theme, &model.look().glyphs);
    let (name, texts) = screens(model, usize::from(area.width));
    let mut left = vec![Span::styled(name, theme.heading())];
    let mut x = area.x + width(name) as u16;
    for (at, (screen, text)) in Screen::ALL.into_iter().zip(texts).enumerate() {
        if at > 0 {
            left.push(Span::raw(" "));
        }
        let here = screen == model.place.screen;
        let cells = width(&text) as u16;
        hits.add(Rect { x, width: cells, ..area }, Target::Screen(screen));
        x += cells + 1;
        left.push(Span::styled(text, if here { theme.focus() } else { theme.text() }));
    }
    let room = usize::from(area.right().saturating_sub(x));
    let mut right = clock(model, session);
    let taken: usize = right.iter().map(|span| width(&span.content)).sum();
    right.extend(goal(model, session, room.saturating_sub(taken)));
    row::draw_pair(left, right, glyphs.cut, area, buffer);
}

/// The name of the program and those of the screens, as many as leave room for the share of the goal: all of it,
/// without the program's, or of the screens that one is not on the numbers alone. Where they are read out they are
/// told in full.
fn screens(model: &Model, room: usize) -> (&'static str, Vec<String>) {
    let texts = |all: bool| -> Vec<String> {
        let text = |(number, screen): (usize, Screen)| match all || screen == model.place.screen {
            true => format!(" {number} {} ", screen.title()),
            false => format!(" {number} "),
        };
        (1..).zip(Screen::ALL).map(text).collect()
    };
    let share = match &model.pages.today.goal {
        Some(_) => width(&words::percent(model.pages.today.share)) + 2,
        None => 0,
    };
    let fits = |(name, texts): &(&str, Vec<String>)| {
        let cells: usize = texts.iter().map(|text| width(text) + 1).sum();
        width(name) + cells + share <= room + 1
    };
    let forms = [(" milepost  ", texts(true)), (" ", texts(true))];
    let least = if model.look().plain { (" ", texts(true)) } else { (" ", texts(false)) };
    forms.into_iter().find(fits).unwrap_or(least)
}

/// The minutes of the clock that runs, and of how many where the learner studies in rounds.
fn clock(model: &Model, session: &Session) -> Vec<Span<'static>> {
    let Some(timer) = session.timer() else { return Vec::new() };
    let (theme, run, work) = (&model.look().theme, session.timer_minutes(), session.settings().timer.work);
    let is_over = timer.is_forgotten(session.now()) || (work > 0 && run >= work);
    let told = if work > 0 { words::of_planned(run, work) } else { words::minutes(u64::from(run)) };
    let style = if is_over { theme.warn() } else { theme.accent() };
    vec![Span::styled(format!("{} {told} ", model.look().glyphs.clock), style), Span::raw(" ")]
}

/// The goal and the share of it, in at most `room` cells; where that is little, the share alone or nothing.
fn goal(model: &Model, session: &Session, room: usize) -> Vec<Span<'static>> {
    let (theme, glyphs, today) = (&model.look().theme, &model.look().glyphs, &model.pages.today);
    let Some(goal) = &today.goal else { return Vec::new() };
    let part = format!("{} ", words::percent(today.share));
    let left = room.saturating_sub(width(glyphs.goal) + 3 + width(&part));
    if left >= LEAST_TITLE {
        let title = cut(&words::goal_title(session.roadmap(), goal), left, glyphs.cut);
        return vec![
            Span::raw(format!("{} ", glyphs.goal)),
            Span::styled(title, theme.accent()),
            Span::raw(format!("  {part}")),
        ];
    }
    if room >= width(&part) { vec![Span::raw(part)] } else { Vec::new() }
}

fn side(model: &Model, session: &Session, area: Rect, buffer: &mut Buffer, hits: &mut Hits) {
    if model.place.screen == Screen::Progress {
        figures::view(model, session, area, buffer);
        return;
    }
    let rows = model.card_rows(session);
    if rows.is_empty() && model.place.screen == Screen::Plan {
        return;
    }
    if rows.is_empty() {
        beside::view(model, session, area, buffer);
        return;
    }
    let state = model.screens.card;
    let chosen = card::starts(&rows).get(state.item).copied();
    let in_focus = model.place.pane == Pane::Side;
    for ((at, shown), y) in
        rows.iter().enumerate().skip(state.top).take(usize::from(area.height)).zip(area.y..)
    {
        let line = Rect { y, height: 1, width: area.width.min(card::WIDEST), ..area };
        if shown.item.is_some() {
            hits.add(line, Target::Row(Pane::Side, at));
        }
        let spans = row::cut_spans(shown.spans.clone(), usize::from(area.width), model.look().glyphs.cut);
        row::draw(&Line::from(spans), line, buffer);
        let same = |first: usize| rows[first].item == shown.item && shown.item.is_some() && at >= first;
        if in_focus && chosen.is_some_and(same) {
            if chosen == Some(at) {
                row::draw(&Line::raw(model.look().glyphs.focus), Rect { width: 1, ..line }, buffer);
            }
            row::paint(line, model.look().theme.focus(), buffer);
        }
    }
    more::draw(model.look(), area, state.top, usize::from(area.height), rows.len(), buffer);
}

fn message(model: &Model, area: Rect, buffer: &mut Buffer) {
    let theme = &model.look().theme;
    let (lines, failed) = model.message();
    let style = if failed { theme.warn() } else { theme.text() };
    for (line, y) in lines.into_iter().zip(area.y..area.bottom()) {
        row::draw(&Line::styled(line, style), Rect { y, height: 1, ..area }, buffer);
    }
}

/// For screen readers: the cursor stands on the row in focus.
fn plain_cursor(model: &Model, session: &Session, areas: &Areas) -> Option<Position> {
    let area = areas.pane(model.place.pane)?;
    let row = match (model.place.screen, model.place.pane) {
        (Screen::Today, Pane::List) => {
            let cursor = model.screens.today.steps;
            model.today_layout().head.len() + (cursor.at - cursor.top) * STEP_ROWS
        }
        (Screen::Map, Pane::List) => model.screens.map.cursor.at - model.screens.map.cursor.top,
        (Screen::Plan, Pane::List) => {
            let cursor = model.screens.plan.list;
            heading(usize::from(area.height)) + cursor.at - cursor.top
        }
        (Screen::Review, Pane::List) => review::question_row(model),
        (Screen::Progress, Pane::List) => {
            model.screens.progress.stages.at - model.screens.progress.stages.top
        }
        (Screen::Progress, Pane::Side) | (_, Pane::Outlook) => 0,
        (_, Pane::Side) => {
            let state = model.screens.card;
            let start = card::starts(&model.card_rows(session)).get(state.item).copied().unwrap_or(state.top);
            start.saturating_sub(state.top)
        }
    };
    let y = area.y + u16::try_from(row).ok()?.min(area.height.saturating_sub(1));
    Some(Position::new(area.x, y))
}
