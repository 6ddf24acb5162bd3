//! Today as it is drawn.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::Session;
use crate::app::page::{Today, Until};
use crate::engine::suggest::Step;
use crate::export::measure::{cut, width, wrap};
use crate::export::words;
use crate::tui::action::{Action, Scope};
use crate::tui::hit::{Hits, Target};
use crate::tui::model::Model;
use crate::tui::place::Pane;
use crate::tui::state::today::{Head, STEP_ROWS};
use crate::tui::widget::meter::meter;
use crate::tui::widget::{more, row};

/// Cells of the bar of today's minutes.
const BAR: usize = 20;

/// Draws the list of Today.
pub fn view(model: &Model, session: &Session, area: Rect, buffer: &mut Buffer, hits: &mut Hits) {
    let today = &model.pages.today;
    let layout = model.today_layout();
    for (&line, y) in layout.head.iter().take(usize::from(area.height)).zip(area.y..) {
        let place = Rect { y, height: 1, ..area };
        if line == Head::Day {
            let right = vec![Span::raw(streak(today))];
            let day = Span::styled(words::short_day(today.day), model.look().theme.heading());
            row::draw_pair(vec![day], right, model.look().glyphs.cut, place, buffer);
        } else {
            row::draw(&head(model, session, today, (line, area.width)), place, buffer);
        }
    }
    let shown = layout.steps;
    let top = model.screens.today.steps.top;
    let first = area.y + layout.head.len() as u16;
    for (i, step) in today.steps.iter().enumerate().skip(top).take(shown) {
        let y = first + ((i - top) * STEP_ROWS) as u16;
        let place = Rect { y, height: STEP_ROWS as u16, ..area }.intersection(area);
        hits.add(place, Target::Row(Pane::List, i));
        draw_step(model, session, step, i == model.screens.today.steps.at, place, buffer);
    }
    let list = Rect { y: first, height: (shown * STEP_ROWS) as u16, ..area }.intersection(area);
    more::draw(model.look(), list, top, shown, today.steps.len(), buffer);
    let rows = today.steps.len().saturating_sub(top).min(shown) * STEP_ROWS;
    if layout.foot > 0 {
        let y = first + rows as u16 + 1;
        let place = Rect { y, height: area.bottom().saturating_sub(y), ..area };
        draw_assumed(model, session, place, buffer);
    }
    if today.steps.is_empty() {
        let key = model.manner.keymap.shown(Action::ChooseGoal);
        let text = format!("Nothing is left to do here. {key} chooses a new goal.");
        let first = first.min(area.bottom().saturating_sub(1));
        for (line, y) in wrap(&text, usize::from(area.width)).into_iter().zip(first..area.bottom()) {
            row::draw(&Line::from(line), Rect { y, height: 1, ..area }, buffer);
        }
    }
}

fn head<'m>(model: &'m Model, session: &Session, today: &Today, (line, width): (Head, u16)) -> Line<'m> {
    let (theme, glyphs) = (&model.look().theme, &model.look().glyphs);
    match (line, &today.goal) {
        (Head::Goal, Some(goal)) => Line::from(vec![
            Span::raw(format!("{} ", glyphs.goal)),
            Span::styled(words::goal_title(session.roadmap(), goal).to_string(), theme.accent()),
        ]),
        (Head::Goal, None) => Line::from(vec![
            Span::raw(match &today.missing_goal {
                Some(goal) => format!("{} is not in this roadmap   ", goal.id()),
                None if today.is_partial => "No goal that can be read   ".to_owned(),
                None => "No goal yet   ".to_owned(),
            }),
            Span::styled(model.manner.keymap.shown(Action::ChooseGoal), theme.accent()),
            Span::raw(" choose one"),
        ]),
        (Head::Share, Some(_)) if today.hours_left <= 0.0 => {
            Line::from(format!("{}, all of it is done", words::percent(today.share)))
        }
        (Head::Share, Some(_)) => {
            Line::from(format!("{}, {} to go", words::percent(today.share), words::hours(today.hours_left)))
        }
        (Head::Share, None) | (Head::Day | Head::Gap, _) => Line::default(),
        (Head::Until, _) => until(model, usize::from(width)),
        (Head::Minutes, _) => minutes(model, today),
        (Head::Letters, _) => letters(model, today),
        (Head::Week, _) => week(model, today),
        (Head::Review, _) => Line::from(vec![
            Span::raw(format!("Review {}   ", words::reviews_due(today.reviews))),
            Span::styled(
                model
                    .manner
                    .keymap
                    .keys(Action::Review, Scope::Screens)
                    .last()
                    .map(|key| key.to_string())
                    .unwrap_or_default(),
                theme.accent(),
            ),
        ]),
        (Head::Heading, _) if today.is_first => Line::styled("Your road starts here", theme.heading()),
        (Head::Heading, _) => Line::styled("Next", theme.heading()),
    }
}

/// Until when, in at most `room` cells.
fn until<'m>(model: &Model, room: usize) -> Line<'m> {
    let theme = &model.look().theme;
    match model.until() {
        Until::Nothing => Line::default(),
        Until::Unsaid => Line::from(vec![
            Span::styled(model.manner.keymap.shown(Action::Plan), theme.accent()),
            Span::styled(" says until when", theme.dim()),
        ]),
        Until::Said(on, dates) => {
            let text = words::sure_by(dates.p85, on, model.day());
            // Where both do not fit, the day on which it was said stays and the word goes.
            let text = if width(&text) > room { text.replacen("sure by", "by", 1) } else { text };
            Line::from(cut(&text, room, model.look().glyphs.cut))
        }
    }
}

/// Today's minutes against the plan.
fn minutes<'m>(model: &Model, today: &Today) -> Line<'m> {
    let (theme, glyphs) = (&model.look().theme, &model.look().glyphs);
    let planned = today.planned_minutes();
    if planned == 0 && today.minutes == 0 {
        return Line::from("A day of rest in your week.");
    }
    if planned == 0 {
        return Line::from(format!("{} on a day of rest.", words::minutes(u64::from(today.minutes))));
    }
    let mut spans = vec![Span::raw(format!("{}   ", words::of_planned(today.minutes, planned)))];
    spans.extend(meter(f64::from(today.minutes) / f64::from(planned), BAR, glyphs, theme));
    Line::from(spans)
}

fn streak(today: &Today) -> String {
    if today.streak == 0 { String::new() } else { format!("{}-day streak", today.streak) }
}

/// The first letters of the week's days.
fn letters<'m>(model: &Model, today: &Today) -> Line<'m> {
    let theme = &model.look().theme;
    let mut spans = vec![Span::raw("Week ")];
    for (i, letter) in ["M", "T", "W", "T", "F", "S", "S"].into_iter().enumerate() {
        let is_today = i == usize::from(today.day.weekday());
        let style = if is_today { theme.heading() } else { theme.dim() };
        spans.extend([Span::raw(" "), Span::styled(letter, style)]);
    }
    Line::from(spans)
}

/// The week day by day, today between brackets.
fn week<'m>(model: &Model, today: &Today) -> Line<'m> {
    let (theme, glyphs) = (&model.look().theme, &model.look().glyphs);
    let weekday = usize::from(today.day.weekday());
    let is_named = model.today_layout().head.contains(&Head::Letters);
    let mut spans = vec![Span::raw(if is_named { "     " } else { "Week " })];
    for (i, &spent) in today.week.iter().enumerate() {
        let [studied, missed, to_come] = glyphs.days;
        let rests = today.planned[i] == 0;
        let (sign, style) = match () {
            () if spent > 0 => (studied, theme.accent()),
            () if i >= weekday || rests => (to_come, theme.dim()),
            () => (missed, theme.text()),
        };
        let before = match i {
            _ if i == weekday => "[",
            _ if i == weekday + 1 => "]",
            _ => " ",
        };
        spans.extend([Span::raw(before), Span::styled(sign, style)]);
    }
    spans.push(Span::raw(if weekday == 6 { "]" } else { "" }));
    Line::from(spans)
}

fn draw_step(model: &Model, session: &Session, step: &Step, focused: bool, area: Rect, buffer: &mut Buffer) {
    let (theme, glyphs) = (&model.look().theme, &model.look().glyphs);
    let skill = session.roadmap().skill(step.skill);
    let lead = if focused { glyphs.focus } else { " " };
    let left = vec![
        Span::raw(format!("{lead} ")),
        Span::styled(glyphs.status(step.status), theme.status(step.status)),
        Span::styled(format!(" {}", skill.title), theme.heading()),
    ];
    let right = vec![Span::styled(words::hours(step.hours_left), theme.dim())];
    let line = Rect { height: 1, ..area };
    row::draw_pair(left, right, glyphs.cut, line, buffer);
    if focused && model.place.pane == Pane::List {
        row::paint(line, theme.focus(), buffer);
    }
    let has_goal = model.pages.today.goal.is_some();
    let parts =
        step.reasons.iter().map(|reason| words::reason(session.roadmap(), reason, model.day(), has_goal));
    let text = format!("    {}", joined(parts, glyphs.dot, usize::from(area.width).saturating_sub(4)));
    if area.height > 1 {
        let spans =
            row::cut_spans(vec![Span::styled(text, theme.dim())], usize::from(area.width), glyphs.cut);
        row::draw(&Line::from(spans), Rect { y: area.y + 1, height: 1, ..area }, buffer);
    }
}

/// What the steps take for granted, and the key that changes it.
fn draw_assumed(model: &Model, session: &Session, area: Rect, buffer: &mut Buffer) {
    let roadmap = session.roadmap();
    let titles: Vec<&str> = model.assumed().map(|skill| roadmap.skill(skill).title.as_str()).collect();
    let key = model.manner.keymap.shown(Action::Pick);
    let text = format!("Taken for granted: {}. {key} picks another.", titles.join(", "));
    let mut lines = wrap(&text, usize::from(area.width));
    let rows = usize::from(area.height);
    if lines.len() > rows {
        let rest = lines.split_off(rows.saturating_sub(1)).join(" ");
        lines.push(cut(&rest, usize::from(area.width), model.look().glyphs.cut));
    }
    let style = model.look().theme.dim();
    for (line, y) in lines.into_iter().zip(area.y..area.bottom()) {
        row::draw(&Line::styled(line, style), Rect { y, height: 1, ..area }, buffer);
    }
}

/// As many of the reasons as fit, the strongest always.
fn joined(reasons: impl Iterator<Item = String>, dot: &str, room: usize) -> String {
    let mut text = String::new();
    for reason in reasons {
        let longer = if text.is_empty() { reason } else { format!("{text} {dot} {reason}") };
        if !text.is_empty() && width(&longer) > room {
            break;
        }
        text = longer;
    }
    text
}
