//! What stands beside a track, a stage or a choice of the outline.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::Session;
use crate::domain::ChoiceIx;
use crate::export::measure::wrap;
use crate::tui::action::Action;
use crate::tui::model::Model;
use crate::tui::state::outline::Row;
use crate::tui::widget::card::WIDEST;
use crate::tui::widget::row;

/// Draws it.
pub fn view(model: &Model, session: &Session, area: Rect, buffer: &mut Buffer) {
    let roadmap = session.roadmap();
    let room = usize::from(area.width.min(WIDEST));
    let lines = match model.screens.map.row() {
        Some(Row::Track(track)) => {
            let track = roadmap.track(track);
            told(model, &track.title, &track.summary, room)
        }
        Some(Row::Stage(stage)) => {
            let stage = roadmap.stage(stage);
            told(model, &stage.title, &stage.summary, room)
        }
        Some(Row::Choice(choice)) => of_choice(model, session, choice, room),
        Some(Row::Skill(..)) | None => return,
    };
    for (line, y) in lines.into_iter().take(usize::from(area.height)).zip(area.y..) {
        let spans = row::cut_spans(line.spans, room, model.look().glyphs.cut);
        row::draw(&Line::from(spans), Rect { y, height: 1, ..area }, buffer);
    }
}

/// A title, and below it what is said of it.
fn told(model: &Model, title: &str, text: &str, room: usize) -> Vec<Line<'static>> {
    let title = Line::from(Span::styled(title.to_owned(), model.look().theme.heading()));
    let mut lines = vec![title, Line::default()];
    lines.extend(wrap(text, room).into_iter().map(Line::from));
    lines
}

/// A choice with its options, each with its status, and which of them the plan goes by.
fn of_choice(model: &Model, session: &Session, ix: ChoiceIx, room: usize) -> Vec<Line<'static>> {
    let (theme, glyphs) = (&model.look().theme, &model.look().glyphs);
    let (roadmap, standing) = (session.roadmap(), session.standing());
    let choice = roadmap.choice(ix);
    let had = if standing.satisfies(roadmap, ix) { " You have that." } else { "" };
    let text = format!("{} of these is enough.{had}", choice.pick);
    let mut lines = told(model, &choice.title, &text, room);
    lines.push(Line::default());
    for &option in &choice.options {
        let (status, fades) = (standing.status(option), session.fades(option));
        let (sign, word) = glyphs.standing(status, fades);
        lines.push(Line::from(vec![
            Span::styled(format!(" {sign} "), theme.standing(status, fades)),
            Span::raw(format!("{} ", roadmap.skill(option).title)),
            Span::styled(format!("({word})"), theme.dim()),
        ]));
        if let Some(word) = model.taken(session, ix, option) {
            let indent = " ".repeat(2 + crate::export::measure::width(sign));
            lines.push(Line::from(Span::styled(format!("{indent}{word}"), theme.accent())));
        }
    }
    let key = model.manner.keymap.shown(Action::Open);
    lines.push(Line::default());
    let how = format!("The plan goes by what you pick or begin. {key} picks one.");
    lines.extend(wrap(&how, room).into_iter().map(|line| Line::from(Span::styled(line, theme.dim()))));
    lines
}
