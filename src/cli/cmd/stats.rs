//! `stats`: what it came to so far.

use serde::Serialize;

use crate::app::page::{self, ProgressPage, StageShare};
use crate::app::{AppError, Session};
use crate::cli::line::Line;
use crate::cli::look::Tone;
use crate::cli::output::Console;
use crate::cli::rows;
use crate::engine::habit::WeekKept;
use crate::export::{measure, words};

/// Cells before the text beside a label.
const COLUMN: usize = 10;

/// Cells that the title of a stage has at least, where there is room.
const TITLE: usize = 32;

/// The narrowest terminal that has room for bars beside stages, in cells.
const ROOM_FOR_BARS: usize = 64;

/// What it came to so far: streak, weeks, time and share by stage
#[derive(Debug, clap::Args)]
pub(crate) struct Args {}

#[derive(Serialize)]
struct Value {
    minutes: u64,
    days: usize,
    streak: u32,
    done: usize,
    skipped: usize,
    planned: u32,
    weeks: Vec<WeekValue>,
    stages: Vec<StageValue>,
}

#[derive(Serialize)]
struct WeekValue {
    monday: String,
    minutes: u32,
    planned: u32,
}

#[derive(Serialize)]
struct StageValue {
    id: String,
    track: String,
    had: u32,
    skipped: u32,
    whole: u32,
    minutes: u64,
}

pub(crate) fn run(session: &Session, console: &mut Console) -> Result<(), AppError> {
    let page = page::progress(session);
    if console.json {
        return console.value(&value(session, &page));
    }
    let days = format!("{} on {}", words::minutes(page.minutes), words::count(page.days, "day"));
    console.line(&Line::default().dim("Study").to(COLUMN).plain(days));
    console.line(&Line::default().dim("Streak").to(COLUMN).plain(words::count(page.streak as usize, "day")));
    let skills = session.roadmap().skills().len();
    console.line(&Line::default().dim("Done").to(COLUMN).plain(format!("{} of {skills} skills", page.done)));
    if page.skipped > 0 {
        let skipped = format!("{}, counted as had below", words::count(page.skipped, "skill"));
        console.line(&Line::default().dim("Skipped").to(COLUMN).plain(skipped));
    }
    say_weeks(console, &page);
    say_stages(console, session, &page);
    Ok(())
}

fn say_weeks(console: &mut Console, page: &ProgressPage) {
    let most = page.weeks.iter().map(|week| week.minutes).max().unwrap_or(0);
    if most == 0 {
        return;
    }
    console.gap();
    let planned = words::minutes(u64::from(page.planned));
    console.line(&Line::default().strong("Weeks").to(COLUMN).dim(format!("{planned} planned for each")));
    let scale = most.max(page.planned);
    let first = page.weeks.iter().position(|week| week.minutes > 0).unwrap_or(0);
    for &WeekKept { monday, minutes, .. } in &page.weeks[first..] {
        let line = Line::indented(2).dim(monday.date().format("%-d %b")).to(COLUMN);
        let line = rows::bar(console, line, f64::from(minutes) / f64::from(scale));
        console.line(&line.plain("  ").plain(words::minutes(u64::from(minutes))));
    }
}

/// A row of the table of stages.
struct StageRow<'a> {
    title: &'a str,
    part: f64,
    had: String,
    /// What was skipped and the time spent; each may be nothing.
    more: Vec<String>,
}

fn say_stages(console: &mut Console, session: &Session, page: &ProgressPage) {
    let roadmap = session.roadmap();
    let row = |stage: &StageShare| StageRow {
        title: roadmap.stage(stage.stage).title.as_str(),
        part: stage.share.part(),
        had: format!("{} of {}", stage.share.had, stage.share.whole),
        more: more(stage),
    };
    let tracks: Vec<(&str, Vec<StageRow<'_>>)> = page
        .tracks
        .iter()
        .map(|track| (roadmap.track(track.track).title.as_str(), track.stages.iter().map(row).collect()))
        .collect();
    let rows = || tracks.iter().flat_map(|(_, rows)| rows);
    let most = |cells: &dyn Fn(&StageRow<'_>) -> usize| rows().map(cells).max().unwrap_or(0);
    let had_cells = most(&|row| measure::width(&row.had));
    let more_cells = most(&|row| row.more.iter().map(|fact| 2 + measure::width(fact)).sum());
    let bar = if console.look.cuts && console.look.width < ROOM_FOR_BARS { 0 } else { rows::BAR + 2 };
    let tail = 2 + bar + had_cells + more_cells;
    let longest = most(&|row| measure::width(row.title)).max(TITLE);
    let room = console.look.width.saturating_sub(2 + tail).max(1);
    let title = if console.look.cuts { longest.min(room) } else { longest };
    for (track, rows) in &tracks {
        console.gap();
        console.line(&Line::default().strong(track));
        for row in rows {
            let mut line = Line::indented(2).plain(console.cut(row.title, title));
            if bar > 0 {
                line = rows::bar(console, line.to(2 + title + 2), row.part);
            }
            line = line.ending(2 + title + 2 + bar + had_cells, Tone::Plain, &row.had);
            for fact in &row.more {
                line = line.plain("  ").dim(fact);
            }
            console.line(&line);
        }
    }
}

/// What there is to say of a stage beside how much of it is had.
fn more(stage: &StageShare) -> Vec<String> {
    let skipped = Some(stage.share.skipped).filter(|&skipped| skipped > 0);
    let minutes = Some(stage.minutes).filter(|&minutes| minutes > 0);
    let skipped = skipped.map(|skipped| format!("{skipped} skipped"));
    skipped.into_iter().chain(minutes.map(words::minutes)).collect()
}

fn value(session: &Session, page: &ProgressPage) -> Value {
    let roadmap = session.roadmap();
    let stages = page.tracks.iter().flat_map(|track| {
        track.stages.iter().map(move |stage| StageValue {
            id: roadmap.stage(stage.stage).id.to_string(),
            track: roadmap.track(track.track).id.to_string(),
            had: stage.share.had,
            skipped: stage.share.skipped,
            whole: stage.share.whole,
            minutes: stage.minutes,
        })
    });
    Value {
        minutes: page.minutes,
        days: page.days,
        streak: page.streak,
        done: page.done,
        skipped: page.skipped,
        planned: page.planned,
        stages: stages.collect(),
        weeks: page
            .weeks
            .iter()
            .map(|week| WeekValue {
                monday: week.monday.to_string(),
                minutes: week.minutes,
                planned: week.planned,
            })
            .collect(),
    }
}
