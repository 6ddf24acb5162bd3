//! Overlays as they are drawn.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Widget};
use tui_input::Input as Typed;

use super::{Entry, entries};
use crate::app::Session;
use crate::engine::suggest;
use crate::export::{measure, words};
use crate::tui::hit::{Hits, Target};
use crate::tui::model::Model;
use crate::tui::state::overlay::{List, Listed, Overlay, list_height};
use crate::tui::widget::row;

/// Cells of the column that says which group a row belongs to.
const GROUP: usize = 20;

/// The widest overlay.
const WIDEST: u16 = 84;

/// Draws the open overlay, and says where the cursor stands in it.
pub fn view(model: &Model, session: &Session, buffer: &mut Buffer, hits: &mut Hits) -> Option<Position> {
    match model.overlay.as_ref()? {
        Overlay::List(list) => Some(draw_list(model, session, list, buffer, hits)),
        Overlay::LogTime { skill, line, wrong } => {
            let title = format!("Log time: {}", session.roadmap().skill(*skill).title);
            let hint =
                wrong.clone().unwrap_or_else(|| "45, 45m, 1h30m; enter logs it, esc closes".to_owned());
            let inner = frame(model, &title, 3, buffer, hits);
            let cursor = draw_typed(model, line, inner, buffer);
            let style = if wrong.is_some() { model.look().theme.warn() } else { model.look().theme.dim() };
            draw_text(&[Line::styled(hint, style)], 0, below(inner, 2), buffer);
            Some(cursor)
        }
        Overlay::Why { skill, top } => {
            let lines = why_lines(model, session, *skill, inner_width(model));
            let title = format!("Why: {}", session.roadmap().skill(*skill).title);
            let inner = frame(model, &title, lines.len() as u16, buffer, hits);
            draw_text(&lines, *top, inner, buffer);
            None
        }
        Overlay::Question { text, .. } => {
            let width = inner_width(model);
            let lines: Vec<Line<'_>> =
                text.iter().flat_map(|text| measure::wrap(text, width)).map(Line::from).collect();
            let inner = frame(model, "Sure?", lines.len() as u16 + 2, buffer, hits);
            draw_text(&lines, 0, inner, buffer);
            let answer = Line::styled("y  yes     esc  no", model.look().theme.accent());
            draw_text(&[answer], 0, below(inner, lines.len() as u16 + 1), buffer);
            None
        }
    }
}

/// Cells of a line within an overlay.
pub fn inner_width(model: &Model) -> usize {
    usize::from(model.size.0.saturating_sub(4).min(WIDEST).saturating_sub(4))
}

fn draw_list(
    model: &Model,
    session: &Session,
    list: &List,
    buffer: &mut Buffer,
    hits: &mut Hits,
) -> Position {
    let all = entries(model, session, list);
    let height = list_height(model.size);
    let inner = frame(model, list.of.title(), height as u16 + 2, buffer, hits);
    let cursor = draw_typed(model, &list.line, inner, buffer);
    let rows = below(inner, 2);
    if all.is_empty() {
        let text = match list.of {
            Listed::Find | Listed::Goal => "Nothing matches. Fewer letters find more.",
            Listed::Commands | Listed::Help => "No command has these words.",
        };
        draw_text(&[Line::styled(text, model.look().theme.dim())], 0, rows, buffer);
    }
    let shown = all.iter().enumerate().skip(list.cursor.top).take(usize::from(rows.height));
    for ((at, entry), y) in shown.zip(rows.y..) {
        let line = Rect { y, height: 1, ..rows };
        hits.add(line, Target::Pick(at));
        let begins = at == list.cursor.top || all[at - 1].group != entry.group;
        draw_entry(model, entry, at == list.cursor.at, begins, line, buffer);
    }
    cursor
}

fn draw_entry(model: &Model, entry: &Entry, focused: bool, begins: bool, area: Rect, buffer: &mut Buffer) {
    let (theme, glyphs) = (&model.look().theme, &model.look().glyphs);
    let mut left = vec![Span::raw(format!("{} ", if focused { glyphs.focus } else { " " }))];
    if !entry.group.is_empty() && area.width >= 50 {
        let group = if begins { entry.group } else { "" };
        left.push(Span::styled(measure::fit(group, GROUP, glyphs.cut), theme.dim()));
    }
    for (at, letter) in entry.title.chars().enumerate() {
        let found = u32::try_from(at).is_ok_and(|at| entry.letters.binary_search(&at).is_ok());
        left.push(Span::styled(letter.to_string(), if found { theme.found() } else { theme.text() }));
    }
    let room = usize::from(area.width) / 2;
    let right = vec![Span::styled(measure::cut(&entry.right, room, glyphs.cut), theme.dim())];
    row::draw_pair(left, right, glyphs.cut, area, buffer);
    if focused {
        row::paint(area, theme.focus(), buffer);
    }
}

/// Draws what was typed, the end of it if it is long, and gives the cursor's place.
fn draw_typed(model: &Model, typed: &Typed, area: Rect, buffer: &mut Buffer) -> Position {
    let room = usize::from(area.width.saturating_sub(3)).max(1);
    let skipped = typed.visual_scroll(room);
    let shown: String = visible(typed.value(), skipped, room);
    let line = Line::from(vec![Span::styled("> ", model.look().theme.accent()), Span::raw(shown)]);
    row::draw(&line, Rect { height: 1.min(area.height), ..area }, buffer);
    let column = typed.visual_cursor().saturating_sub(skipped).min(room);
    Position::new(area.x + 2 + u16::try_from(column).unwrap_or(0), area.y)
}

/// The part of a text that begins `skipped` cells in and takes at most `room`.
fn visible(text: &str, skipped: usize, room: usize) -> String {
    let mut start = 0;
    let rest: String = text
        .chars()
        .skip_while(|c| {
            let hides = start < skipped;
            start += measure::width(c.encode_utf8(&mut [0; 4]));
            hides
        })
        .collect();
    measure::cut(&rest, room, "")
}

fn why_lines(
    model: &Model,
    session: &Session,
    skill: crate::domain::SkillIx,
    width: usize,
) -> Vec<Line<'static>> {
    let (roadmap, theme, glyphs) = (session.roadmap(), &model.look().theme, &model.look().glyphs);
    let goal = session.goal();
    let why = suggest::why(roadmap, session.standing(), session.progress(), goal, skill);
    let mut lines: Vec<Line<'static>> = Vec::new();
    let mut say = |text: String| lines.extend(measure::wrap(&text, width).into_iter().map(Line::from));
    say(format!(
        "{} {}, {} left.",
        glyphs.status(why.status),
        why.status.word(),
        words::hours(why.hours_left)
    ));
    match (why.rank, goal) {
        (Some(rank), _) => say(format!("Step {rank} of what can be done today.")),
        (None, _) if why.on_the_way => say("On the way, but something must be had first.".to_owned()),
        (None, Some(goal)) if !why.status.is_had() => {
            say(format!("Not on the way to {}.", words::goal_title(roadmap, goal)));
        }
        _ => {}
    }
    for reason in &why.reasons {
        say(format!("{} {}", glyphs.bullet, words::reason(reason, model.day(), goal.is_some())));
    }
    if !why.missing.is_empty() {
        let titles: Vec<&str> = why.missing.iter().map(|&node| roadmap.node_title(node).as_str()).collect();
        say(format!("Missing first: {}", titles.join(", ")));
    }
    if !why.opens.is_empty() {
        let titles: Vec<&str> = why.opens.iter().map(|&ix| roadmap.skill(ix).title.as_str()).collect();
        say(format!("Waiting for it: {}", titles.join(", ")));
    }
    if !why.roles.is_empty() {
        lines.push(Line::default());
        lines.push(Line::styled(
            "Roles that ask for it, from 1 (now and then) to 5 (nearly always)",
            theme.dim(),
        ));
        let weight =
            |&(role, weight): &(_, u8)| Line::from(format!("  {weight}  {}", roadmap.role(role).title));
        lines.extend(why.roles.iter().map(weight));
    }
    lines
}

/// Clears a box in the middle with a title, and gives the room within it.
fn frame(model: &Model, title: &str, rows: u16, buffer: &mut Buffer, hits: &mut Hits) -> Rect {
    let (columns, lines) = model.size;
    let width = columns.saturating_sub(4).min(WIDEST);
    let height = (rows + 4).min(lines.saturating_sub(2));
    let area = Rect::new((columns - width) / 2, lines.saturating_sub(height) / 3 + 1, width, height)
        .intersection(buffer.area);
    Clear.render(area, buffer);
    hits.add(area, Target::Overlay);
    let theme = &model.look().theme;
    if !model.look().plain {
        ratatui::widgets::Block::bordered()
            .border_set(if model.look().glyphs == crate::tui::glyphs::ASCII {
                ASCII_BORDER
            } else {
                ratatui::symbols::border::PLAIN
            })
            .border_style(theme.dim())
            .render(area, buffer);
    }
    let title_area = Rect {
        x: area.x + 2,
        y: area.y + 1,
        width: area.width.saturating_sub(4),
        height: 1.min(area.height),
    };
    let title = measure::cut(title, usize::from(title_area.width), model.look().glyphs.cut);
    row::draw(&Line::styled(title, theme.heading()), title_area.intersection(buffer.area), buffer);
    Rect {
        x: area.x + 2,
        y: area.y + 2,
        width: area.width.saturating_sub(4),
        height: area.height.saturating_sub(3),
    }
}

const ASCII_BORDER: ratatui::symbols::border::Set<'static> = ratatui::symbols::border::Set {
    top_left: "+",
    top_right: "+",
    bottom_left: "+",
    bottom_right: "+",
    vertical_left: "|",
    vertical_right: "|",
    horizontal_top: "-",
    horizontal_bottom: "-",
};

fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect { y: area.y + rows, height: area.height - rows, ..area }
}

fn draw_text(lines: &[Line<'_>], top: usize, area: Rect, buffer: &mut Buffer) {
    for (line, y) in lines.iter().skip(top).take(usize::from(area.height)).zip(area.y..) {
        row::draw(line, Rect { y, height: 1, ..area }, buffer);
    }
}
