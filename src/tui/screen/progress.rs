//! Progress as it is drawn.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::Session;
use crate::app::page::ProgressPage;
use crate::engine::share::Share;
use crate::export::measure::fit;
use crate::export::words;
use crate::tui::hit::{Hits, Target};
use crate::tui::model::Model;
use crate::tui::place::Pane;
use crate::tui::widget::meter::meter;
use crate::tui::widget::row;

/// Cells of a bar in the list of stages.
const BAR: usize = 10;

/// Cells of a bar among the figures.
const WIDE_BAR: usize = 16;

/// Draws the list of tracks and stages with their shares.
pub fn view(model: &Model, session: &Session, area: Rect, buffer: &mut Buffer, hits: &mut Hits) {
    let Some(page) = &model.pages.progress else { return };
    let cursor = model.screens.progress.stages;
    let lines = stage_lines(model, session, page);
    let shown = lines.into_iter().enumerate().skip(cursor.top).take(usize::from(area.height));
    for ((at, (left, right)), y) in shown.zip(area.y..) {
        let line = Rect { y, height: 1, ..area };
        hits.add(line, Target::Row(Pane::List, at));
        let titled = row::draw_pair(left, right, model.look().glyphs.cut, line, buffer);
        if at == cursor.at && model.place.pane == Pane::List {
            row::paint(titled, model.look().theme.focus(), buffer);
        }
    }
}

type Sides = (Vec<Span<'static>>, Vec<Span<'static>>);

fn stage_lines(model: &Model, session: &Session, page: &ProgressPage) -> Vec<Sides> {
    let (theme, glyphs) = (&model.look().theme, &model.look().glyphs);
    let roadmap = session.roadmap();
    let at = model.screens.progress.stages.at;
    let mut lines: Vec<Sides> = Vec::new();
    let lead = |lines: &Vec<Sides>| {
        Span::raw(if lines.len() == at { format!("{} ", glyphs.focus) } else { "  ".into() })
    };
    let right = |share: Share, time: String| {
        let mut right = meter(share.part(), BAR, glyphs, theme);
        right.push(Span::raw(format!(" {:>6}", format!("{}/{}", share.had, share.whole))));
        right.push(Span::styled(format!(" {time:>8}"), theme.dim()));
        right
    };
    for track in &page.tracks {
        let title = roadmap.track(track.track).title.to_uppercase();
        let spent = track.stages.iter().map(|stage| stage.minutes).sum();
        let left = vec![lead(&lines), Span::styled(title, theme.heading())];
        lines.push((left, right(track.share, spent_on(spent))));
        for stage in &track.stages {
            let title = roadmap.stage(stage.stage).title.to_string();
            let left = vec![lead(&lines), Span::raw(format!("  {title}"))];
            lines.push((left, right(stage.share, spent_on(stage.minutes))));
        }
    }
    lines
}

fn spent_on(minutes: u64) -> String {
    if minutes == 0 { String::new() } else { words::minutes(minutes) }
}

/// The figures of the side pane: what it came to in all, hours by week, how near each role is.
pub fn figures<'m>(model: &'m Model, session: &Session, width: usize) -> Vec<Line<'m>> {
    let Some(page) = &model.pages.progress else { return Vec::new() };
    let (theme, glyphs) = (&model.look().theme, &model.look().glyphs);
    let heading = |text: &'static str| Line::styled(text, theme.heading());
    let mut lines = vec![heading("So far")];
    if page.minutes == 0 && page.done == 0 {
        lines.push(Line::from("Nothing logged yet. Time and ticks gather here."));
    } else {
        lines.push(Line::from(format!(
            "{} in {} {} {} done {} {}-day streak",
            words::minutes(page.minutes),
            words::count(page.days, "day"),
            glyphs.dot,
            words::count(page.done, "skill"),
            glyphs.dot,
            page.streak
        )));
    }
    lines.extend([Line::default(), heading("Minutes by week")]);
    let most = page.weeks.iter().map(|(_, minutes)| *minutes).max().unwrap_or(0).max(page.planned).max(1);
    for (monday, minutes) in &page.weeks {
        let mut spans =
            vec![Span::styled(format!("{:>6}  ", monday.date().format("%-d %b").to_string()), theme.dim())];
        spans.extend(meter(f64::from(*minutes) / f64::from(most), WIDE_BAR, glyphs, theme));
        let figure = if *minutes == 0 { String::new() } else { format!(" {minutes}") };
        spans.push(Span::raw(figure));
        lines.push(Line::from(spans));
    }
    lines.push(Line::styled(
        format!("Planned for a week: {}", words::minutes(u64::from(page.planned))),
        theme.dim(),
    ));
    lines.extend([Line::default(), heading("Roles")]);
    let room = width.saturating_sub(WIDE_BAR + 18).max(8);
    for near in &page.roles {
        let title = fit(&session.roadmap().role(near.role).title, room, glyphs.cut);
        let mut spans = vec![Span::raw(format!("{title} "))];
        spans.extend(meter(near.ready, WIDE_BAR, glyphs, theme));
        spans.push(Span::raw(format!(" {:>5}", words::percent(near.ready))));
        spans.push(Span::styled(format!(" {:>7}", words::hours(near.hours_left)), theme.dim()));
        lines.push(Line::from(spans));
    }
    lines
}
