//! `stats`: what it came to so far.

use serde::Serialize;

use crate::app::page::{self, ProgressPage, StageShare};
use crate::app::{AppError, Session};
use crate::cli::line::Line;
use crate::cli::look::Tone;
use crate::cli::output::Console;
use crate::cli::rows;
use crate::domain::{Day, SkillIx};
use crate::engine::habit::WeekKept;
use crate::engine::readiness::Readiness;
use crate::engine::record::{DayRecord, Period, Scale, Sum};
use crate::export::heat::{self, HeatMap};
use crate::export::{measure, words};

/// Cells before the text beside a label.
const COLUMN: usize = 10;

/// Cells that the title of a stage has at least, where there is room.
const TITLE: usize = 32;

/// Cells before what a period came to.
const LEARNT: usize = 16;

/// The widest map of days, in cells: a year.
const HEAT: usize = heat::LABEL + 53 * heat::WEEK;

/// The narrowest terminal that has room for bars beside stages, in cells.
const ROOM_FOR_BARS: usize = 64;

/// What it came to so far: streak, days, weeks, share by stage
#[derive(Debug, clap::Args)]
pub(crate) struct Args {}

#[derive(Serialize)]
struct Value {
    minutes: u64,
    days: usize,
    streak: u32,
    longest_streak: u32,
    done: usize,
    skipped: usize,
    planned: u32,
    weeks: Vec<WeekValue>,
    stages: Vec<StageValue>,
    learnt: Vec<LearntValue>,
    by_day: Vec<DayValue>,
    done_by_day: Vec<DoneValue>,
    roles: Vec<RoleValue>,
}

#[derive(Serialize)]
struct LearntValue {
    period: &'static str,
    from: String,
    minutes: u64,
    days: u32,
    skills: Vec<String>,
    outcomes: u32,
    reviews: u32,
    remembered: u32,
}

#[derive(Serialize)]
struct DayValue {
    day: String,
    minutes: u32,
    level: u8,
    skills: Vec<String>,
    outcomes: u32,
    reviews: u32,
    remembered: u32,
}

#[derive(Serialize)]
struct DoneValue {
    day: String,
    done: u32,
}

#[derive(Serialize)]
struct RoleValue {
    id: String,
    ready: f64,
    hours_left: f64,
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
    let streak = words::count(page.streak as usize, "day");
    let longest = match page.longest {
        0 => String::new(),
        longest => format!(", the longest {}", words::count(longest as usize, "day")),
    };
    console.line(&Line::default().dim("Streak").to(COLUMN).plain(streak).plain(longest));
    let skills = session.roadmap().skills().len();
    console.line(&Line::default().dim("Done").to(COLUMN).plain(format!("{} of {skills} skills", page.done)));
    if page.skipped > 0 {
        let skipped = format!("{}, counted as had below", words::count(page.skipped, "skill"));
        console.line(&Line::default().dim("Skipped").to(COLUMN).plain(skipped));
    }
    say_learnt(console, &page);
    say_days(console, session, &page);
    say_weeks(console, &page);
    say_stages(console, session, &page);
    Ok(())
}

/// What this week, this month and this quarter came to.
fn say_learnt(console: &mut Console, page: &ProgressPage) {
    if page.learnt.iter().all(|(_, sum)| sum.is_empty()) {
        return;
    }
    console.gap();
    console.line(&Line::default().strong("Learnt"));
    for (period, sum) in &page.learnt {
        let line = Line::indented(2).dim(format!("This {}", period.word())).to(LEARNT);
        console.line(&line.plain(heat::parts(sum).join(", ")));
    }
}

/// The days as a map, as many weeks as there is room for; where signs would say nothing, there are the weeks below.
fn say_days(console: &mut Console, session: &Session, page: &ProgressPage) {
    if console.look.plain || page.days == 0 {
        return;
    }
    let today = session.today();
    let map = HeatMap::new(today, today, console.look.width.saturating_sub(2).min(HEAT));
    let (scale, ascii) = (Scale::of(session.calendar(), &page.record), console.look.ascii);
    console.gap();
    console.line(&Line::default().strong("Days"));
    console.line(&Line::indented(2).dim(map.months()));
    for weekday in 0..7 {
        let signs =
            map.row(weekday).map(|day| heat::sign(scale.heat(day, page.record.minutes_on(day)), ascii));
        let signs: Vec<&str> = signs.collect();
        console.line(&Line::indented(2).dim(HeatMap::label(weekday)).plain(signs.join(" ")));
    }
    let [full, short] = heat::legend(ascii);
    let fits = measure::width(&full) + 2 + heat::LABEL <= console.look.width;
    console.line(&Line::indented(2 + heat::LABEL).dim(if fits { full } else { short }));
}

fn say_weeks(console: &mut Console, page: &ProgressPage) {
    let most = page.weeks.iter().map(|week| week.minutes).max().unwrap_or(0);
    if most == 0 {
        return;
    }
    console.gap();
    let usual = words::minutes(u64::from(page.planned));
    console.line(&Line::default().strong("Weeks").to(COLUMN).dim(format!("{usual} planned for each")));
    let scale = most.max(page.planned);
    let first = page.weeks.iter().position(|week| week.minutes > 0).unwrap_or(0);
    for &WeekKept { monday, minutes, planned } in &page.weeks[first..] {
        let line = Line::indented(2).dim(monday.date().format("%-d %b")).to(COLUMN);
        let line = rows::bar(console, line, f64::from(minutes) / f64::from(scale));
        let line = line.plain("  ").plain(words::minutes(u64::from(minutes)));
        console.line(&match planned {
            _ if planned == page.planned => line,
            0 => line.dim("  days of rest"),
            planned => line.dim(format!("  of {}", words::minutes(u64::from(planned)))),
        });
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
        longest_streak: page.longest,
        done: page.done,
        skipped: page.skipped,
        planned: page.planned,
        stages: stages.collect(),
        learnt: learnt(session, page),
        by_day: by_day(session, page),
        done_by_day: done_by_day(session, page),
        roles: roles(session, page),
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

fn ids(session: &Session, skills: &[SkillIx]) -> Vec<String> {
    skills.iter().map(|&skill| session.roadmap().skill(skill).id.to_string()).collect()
}

fn learnt(session: &Session, page: &ProgressPage) -> Vec<LearntValue> {
    let value = |(period, sum): &(Period, Sum)| LearntValue {
        period: period.word(),
        from: period.start(session.today()).to_string(),
        minutes: sum.minutes,
        days: sum.days,
        skills: ids(session, &sum.skills),
        outcomes: sum.outcomes,
        reviews: sum.reviews,
        remembered: sum.remembered,
    };
    page.learnt.iter().map(value).collect()
}

fn by_day(session: &Session, page: &ProgressPage) -> Vec<DayValue> {
    let scale = Scale::of(session.calendar(), &page.record);
    let value = |(day, record): (Day, &DayRecord)| DayValue {
        day: day.to_string(),
        minutes: record.minutes,
        level: scale.heat(day, record.minutes) as u8,
        skills: ids(session, &record.skills),
        outcomes: record.outcomes,
        reviews: record.reviews,
        remembered: record.remembered,
    };
    page.record.days().map(value).collect()
}

fn done_by_day(session: &Session, page: &ProgressPage) -> Vec<DoneValue> {
    let by_day = page.record.done_by_day(session.today()).into_iter();
    by_day.map(|(day, done)| DoneValue { day: day.to_string(), done }).collect()
}

fn roles(session: &Session, page: &ProgressPage) -> Vec<RoleValue> {
    let value = |near: &Readiness| RoleValue {
        id: session.roadmap().role(near.role).id.to_string(),
        ready: near.ready,
        hours_left: near.hours_left,
    };
    page.roles.iter().map(value).collect()
}
