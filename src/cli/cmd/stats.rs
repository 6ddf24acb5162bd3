//! `stats`: what it came to so far.

use serde::Serialize;

use crate::app::page::{self, ProgressPage};
use crate::app::{AppError, Session};
use crate::cli::line::Line;
use crate::cli::look::Tone;
use crate::cli::output::Console;
use crate::cli::rows;
use crate::export::words;

/// Cells before the text beside a label.
const COLUMN: usize = 10;

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
    let most = page.weeks.iter().map(|&(_, minutes)| minutes).max().unwrap_or(0);
    if most == 0 {
        return;
    }
    console.gap();
    let planned = words::minutes(u64::from(page.planned));
    console.line(&Line::default().strong("Weeks").to(COLUMN).dim(format!("{planned} planned for each")));
    let scale = most.max(page.planned);
    let first = page.weeks.iter().position(|&(_, minutes)| minutes > 0).unwrap_or(0);
    for &(monday, minutes) in &page.weeks[first..] {
        let line = Line::indented(2).dim(monday.date().format("%-d %b")).to(COLUMN);
        let line = rows::bar(console, line, f64::from(minutes) / f64::from(scale));
        console.line(&line.plain("  ").plain(words::minutes(u64::from(minutes))));
    }
}

fn say_stages(console: &mut Console, session: &Session, page: &ProgressPage) {
    let roadmap = session.roadmap();
    for track in &page.tracks {
        console.gap();
        console.line(&Line::default().strong(&roadmap.track(track.track).title));
        for stage in &track.stages {
            let title = console.fit(&roadmap.stage(stage.stage).title, 32);
            let line = rows::bar(console, Line::indented(2).plain(title).to(36), stage.share.part());
            let had = format!("{} of {}", stage.share.had, stage.share.whole);
            let line = line.ending(66, Tone::Plain, had);
            let line = match stage.minutes {
                0 => line,
                minutes => line.plain("  ").dim(words::minutes(minutes)),
            };
            console.line(&line);
        }
    }
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
            .map(|&(monday, minutes)| WeekValue { monday: monday.to_string(), minutes })
            .collect(),
    }
}
