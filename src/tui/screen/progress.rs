//! Progress as it is drawn.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Span;

use crate::app::Session;
use crate::app::page::ProgressPage;
use crate::engine::share::Share;
use crate::export::measure::width;
use crate::export::words;
use crate::tui::hit::{Hits, Target};
use crate::tui::model::Model;
use crate::tui::place::Pane;
use crate::tui::widget::meter::meter;
use crate::tui::widget::{more, row};

/// Cells of a bar in the list of stages.
const BAR: usize = 10;

/// The fewest cells of the column of time.
const TIME: usize = 6;

/// From this width on, there is room for long bars and for the time spent.
const ROOMY: u16 = 52;

/// Draws the list of tracks and stages with their shares.
pub fn view(model: &Model, session: &Session, area: Rect, buffer: &mut Buffer, hits: &mut Hits) {
    let Some(page) = &model.pages.progress else { return };
    let cursor = model.screens.progress.stages;
    let lines = stage_lines(model, session, page, area.width);
    let rows = lines.len();
    let shown = lines.into_iter().enumerate().skip(cursor.top).take(usize::from(area.height));
    for ((at, (left, right)), y) in shown.zip(area.y..) {
        let line = Rect { y, height: 1, ..area };
        hits.add(line, Target::Row(Pane::List, at));
        let titled = row::draw_pair(left, right, model.look().glyphs.cut, line, buffer);
        if at == cursor.at && model.place.pane == Pane::List {
            row::paint(titled, model.look().theme.focus(), buffer);
        }
    }
    more::draw(model.look(), area, cursor.top, usize::from(area.height), rows, buffer);
}

type Sides = (Vec<Span<'static>>, Vec<Span<'static>>);

/// How the columns of the list are laid.
struct Columns {
    /// Cells of a bar.
    bar: usize,
    /// Cells of the time spent; 0 where nothing was, or where there is no room.
    time: usize,
}

impl Columns {
    fn of(page: &ProgressPage, room: u16) -> Self {
        if room < ROOMY {
            return Self { bar: BAR / 2, time: 0 };
        }
        let stages = page.tracks.iter().flat_map(|track| &track.stages);
        let whole: u64 = stages.map(|stage| stage.minutes).sum();
        let time = if whole == 0 { 0 } else { width(&words::minutes(whole)).max(TIME) + 2 };
        Self { bar: BAR, time }
    }
}

fn stage_lines(model: &Model, session: &Session, page: &ProgressPage, room: u16) -> Vec<Sides> {
    let (theme, glyphs) = (&model.look().theme, &model.look().glyphs);
    let roadmap = session.roadmap();
    let at = model.screens.progress.stages.at;
    let columns = Columns::of(page, room);
    let mut lines: Vec<Sides> = Vec::new();
    let lead = |lines: &Vec<Sides>| {
        Span::raw(if lines.len() == at { format!("{} ", glyphs.focus) } else { "  ".into() })
    };
    let right = |share: Share, minutes: u64| {
        let mut right = meter(share.part(), columns.bar, glyphs, theme);
        right.push(Span::raw(format!(" {:>5}", format!("{}/{}", share.had, share.whole))));
        let time = if minutes == 0 || columns.time == 0 { String::new() } else { words::minutes(minutes) };
        right.push(Span::styled(format!("{time:>cells$}", cells = columns.time), theme.dim()));
        right
    };
    for track in &page.tracks {
        let title = roadmap.track(track.track).title.to_uppercase();
        let spent = track.stages.iter().map(|stage| stage.minutes).sum();
        let left = vec![lead(&lines), Span::styled(title, theme.heading())];
        lines.push((left, right(track.share, spent)));
        for stage in &track.stages {
            let title = roadmap.stage(stage.stage).title.to_string();
            let left = vec![lead(&lines), Span::raw(format!(" {title}"))];
            lines.push((left, right(stage.share, stage.minutes)));
        }
    }
    lines
}
