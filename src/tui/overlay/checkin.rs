//! A check-in as it is drawn.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::frame;
use super::lines::{below, draw_text, draw_typed, wrapped};
use crate::app::{Session, checkin};
use crate::export::{measure, words};
use crate::tui::hit::{Hits, Target};
use crate::tui::model::Model;
use crate::tui::state::checkin::{CheckIn, SHOWN, Step};
use crate::tui::widget::row;

/// Draws it, and says where the cursor stands.
pub(super) fn view(
    model: &Model,
    session: &Session,
    form: &CheckIn,
    buffer: &mut Buffer,
    hits: &mut Hits,
) -> Position {
    let theme = &model.look().theme;
    let width = frame::inner_width(model.size);
    let (question, rows) = asked(model, session, form, width);
    let has_cursor = matches!(form.step, Step::Skill | Step::Outcomes);
    let is_typed = !matches!(form.step, Step::Outcomes | Step::Whole);
    let question = wrapped([question].iter(), width, theme.heading());
    let wrong = wrapped(form.wrong.iter(), width, theme.warn());
    let asked = question.len() as u16;
    let head = asked + u16::from(is_typed);
    let height = usize::from(head) + wrong.len() + 1 + rows.len();
    let inner = frame::draw(model, &title(session, form), height, buffer, hits);
    draw_text(&question, 0, inner, buffer);
    let cursor = match is_typed {
        true => draw_typed(model, &form.line, below(inner, asked), buffer),
        false => Position::new(inner.x, inner.y),
    };
    draw_text(&wrong, 0, below(inner, head), buffer);
    let area = below(inner, head + wrong.len() as u16 + 1);
    let end =
        rows.iter().rposition(|row| has_cursor && row.item == form.cursor.at).map_or(0, |last| last + 1);
    let shown = rows.iter().skip(end.saturating_sub(usize::from(area.height)));
    for (row, y) in shown.zip(area.y..area.bottom()) {
        let place = Rect { y, height: 1, ..area };
        row::draw(&row.line, place, buffer);
        if form.step == Step::Skill {
            hits.add(place, Target::Pick(row.item));
        }
        if has_cursor && row.item == form.cursor.at {
            row::paint(place, theme.focus(), buffer);
        }
    }
    cursor
}

fn title(session: &Session, form: &CheckIn) -> String {
    match form.at_hand() {
        Some(worked) => format!("Check in: {}", session.roadmap().skill(worked.skill).title),
        None => "Check in".to_owned(),
    }
}

/// A row below the question.
struct Row {
    /// Which answer it belongs to, from 0.
    item: usize,
    line: Line<'static>,
}

fn rows(lines: impl IntoIterator<Item = Line<'static>>) -> Vec<Row> {
    lines.into_iter().enumerate().map(|(item, line)| Row { item, line }).collect()
}

/// The question, and the rows below it.
fn asked(model: &Model, session: &Session, form: &CheckIn, width: usize) -> (String, Vec<Row>) {
    let (theme, glyphs) = (&model.look().theme, &model.look().glyphs);
    let told = |text: &str| rows(wrapped([text.to_owned()].iter(), width, theme.dim()));
    match form.step {
        Step::Skill => {
            let offered = form.offered(session).into_iter().take(SHOWN).map(|skill| {
                let (status, fades) = (session.standing().status(skill), session.fades(skill));
                let (sign, _) = glyphs.standing(status, fades);
                let title = &session.roadmap().skill(skill).title;
                let text = measure::cut(title, width.saturating_sub(3), glyphs.cut);
                Line::from(vec![
                    Span::styled(format!(" {sign} "), theme.standing(status, fades)),
                    Span::raw(text),
                ])
            });
            let question = if form.worked.is_empty() { "What did you work on?" } else { "And what else?" };
            (question.to_owned(), rows(offered))
        }
        Step::Minutes => match form.at_hand().and_then(|worked| worked.clock(session)) {
            Some(minutes) => {
                let minutes = words::minutes(u64::from(minutes));
                (
                    "How long?".to_owned(),
                    told(&format!("45, 45m, 1h30m; the clock says {minutes}, and enter takes that")),
                )
            }
            None => ("How long?".to_owned(), told("45, 45m, 1h30m; enter for no time")),
        },
        Step::Outcomes => {
            let Some(worked) = form.at_hand() else { return (String::new(), Vec::new()) };
            let outcomes = &session.roadmap().skill(worked.skill).outcomes;
            let rows = form.open_outcomes(session).into_iter().enumerate().flat_map(|(item, at)| {
                let tick = if worked.ticked.contains(&at) { "x" } else { " " };
                let lead = format!("{} [{tick}] ", at + 1);
                let indent = measure::width(&lead);
                let lines = measure::wrap(&outcomes[at].text, width.saturating_sub(indent));
                let line = move |(row, text): (usize, String)| {
                    let before = if row == 0 { lead.clone() } else { " ".repeat(indent) };
                    Row { item, line: Line::raw(format!("{before}{text}")) }
                };
                lines.into_iter().enumerate().map(line).collect::<Vec<_>>()
            });
            ("Which can you do now? space or its number ticks".to_owned(), rows.collect::<Vec<_>>())
        }
        Step::Note => ("A note?".to_owned(), told("one line; enter for none")),
        Step::Link => ("A link that shows it?".to_owned(), told("an address or a path; enter for none")),
        Step::Whole => ("This is what is written down".to_owned(), rows(whole(model, session, form, width))),
    }
}

/// All that was answered, and how to go on.
fn whole(model: &Model, session: &Session, form: &CheckIn, width: usize) -> Vec<Line<'static>> {
    let intents = checkin::intents(session, &form.worked);
    let acts = intents.into_iter().filter_map(|intent| intent.act(session.roadmap()));
    let said: Vec<String> = acts.map(|act| words::act(session.roadmap(), &act)).collect();
    let theme = &model.look().theme;
    let mut lines = wrapped(said.iter(), width, theme.text());
    if said.is_empty() {
        lines.push(Line::styled("nothing", theme.dim()));
    }
    lines.push(Line::default());
    lines.push(Line::styled("a  another skill", theme.accent()));
    lines
}
