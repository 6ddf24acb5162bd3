//! The map's outline as it is drawn.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Span;

use crate::app::Session;
use crate::engine::share::{self, Share};
use crate::tui::hit::{Hits, Target};
use crate::tui::model::Model;
use crate::tui::place::Pane;
use crate::tui::state::outline::Row;
use crate::tui::widget::meter::meter;
use crate::tui::widget::{more, row};

/// Cells of a stage's bar, where there is room for one.
const BAR: usize = 8;

/// From this width on, there is room for bars and for states in words.
const ROOMY: u16 = 44;

/// Draws the outline.
pub fn view(model: &Model, session: &Session, area: Rect, buffer: &mut Buffer, hits: &mut Hits) {
    let state = &model.screens.map;
    let all = state.rows();
    let shown = all.iter().enumerate().skip(state.cursor.top).take(usize::from(area.height));
    for ((at, outlined), y) in shown.zip(area.y..) {
        let line = Rect { y, height: 1, ..area };
        hits.add(line, Target::Row(Pane::List, at));
        let (left, right) = row_spans(model, session, *outlined, at == state.cursor.at, area.width);
        let titled = row::draw_pair(left, right, model.look().glyphs.cut, line, buffer);
        if at == state.cursor.at && model.place.pane == Pane::List {
            row::paint(titled, model.look().theme.focus(), buffer);
        }
    }
    more::draw(model.look(), area, state.cursor.top, usize::from(area.height), all.len(), buffer);
}

fn row_spans(
    model: &Model,
    session: &Session,
    outlined: Row,
    focused: bool,
    width: u16,
) -> (Vec<Span<'static>>, Vec<Span<'static>>) {
    let (theme, glyphs) = (&model.look().theme, &model.look().glyphs);
    let (roadmap, standing) = (session.roadmap(), session.standing());
    let lead = Span::raw(format!("{} ", if focused { glyphs.focus } else { " " }));
    let fold = |open: bool| if open { glyphs.open } else { glyphs.folded };
    match outlined {
        Row::Track(track) => {
            let open = model.screens.map.is_open(track);
            let title = roadmap.track(track).title.to_uppercase();
            let right = counted(share::of_track(roadmap, standing, track));
            (
                vec![lead, Span::raw(format!("{} ", fold(open))), Span::styled(title, theme.heading())],
                vec![Span::styled(right, theme.dim())],
            )
        }
        Row::Stage(stage) => {
            let open = model.screens.map.is_stage_open(stage);
            let share = share::of_stage(roadmap, standing, stage);
            let style = if share.learning > 0 { theme.accent() } else { theme.text() };
            let mut right = Vec::new();
            if width >= ROOMY {
                right = meter(share.part(), BAR, glyphs, theme);
            }
            right.push(Span::styled(format!(" {:>5}", counted(share)), theme.dim()));
            let title = roadmap.stage(stage).title.to_string();
            (vec![lead, Span::raw(format!(" {} ", fold(open))), Span::styled(title, style)], right)
        }
        Row::Choice(choice) => {
            let choice = roadmap.choice(choice);
            let text = format!("    {}: {} of {}", choice.title, choice.pick, choice.options.len());
            (vec![lead, Span::styled(text, theme.dim())], Vec::new())
        }
        Row::Skill(skill, option) => {
            let status = standing.status(skill);
            let fades = session.fades(skill);
            let (sign, word) = glyphs.standing(status, fades);
            let tone = theme.standing(status, fades);
            let indent = if option { "      " } else { "    " };
            let next = model.pages.today.steps.first().is_some_and(|step| step.skill == skill);
            let title = roadmap.skill(skill).title.to_string();
            let style = if next { theme.heading() } else { tone };
            let right = match (next, width >= ROOMY || model.look().plain) {
                (true, _) => "next",
                (false, true) => word,
                (false, false) => "",
            };
            (
                vec![
                    lead,
                    Span::raw(indent),
                    Span::styled(format!("{sign} "), tone),
                    Span::styled(title, style),
                ],
                vec![Span::styled(right, if next { theme.accent() } else { theme.dim() })],
            )
        }
    }
}

fn counted(share: Share) -> String {
    format!("{}/{}", share.had, share.whole)
}
