//! `today`: the morning's page.

use serde::Serialize;

use crate::app::page::{self, Today, Until};
use crate::app::{AppError, Session};
use crate::cli::line::Line;
use crate::cli::look::Tone;
use crate::cli::output::Console;
use crate::cli::values::{DatesValue, GoalValue, StepValue, figure};
use crate::cli::{rows, words as cli_words};
use crate::domain::Roadmap;
use crate::export::words;

/// Steps that the page shows.
const STEPS: usize = 3;

/// Cells before the text beside a label.
const COLUMN: usize = 11;

/// The morning's page: goal, minutes, the next steps
///
/// It never fails the start of a shell: on a terminal whatever is wrong is said and the exit code is 0, and with
/// --short it is said in one line. With --json, or printed to a file or a pipe, it fails as any command does: with 1.
#[derive(Debug, Default, clap::Args)]
#[command(after_help = "Example: a line in ~/.bashrc\n  milepost today --short")]
pub(crate) struct Args {
    /// One line, for a prompt or a status bar
    #[arg(long)]
    pub(crate) short: bool,
}

impl Args {
    /// What becomes of a failure.
    pub(crate) fn on_failure(&self, json: bool, to_terminal: bool) -> OnFailure {
        match (json, self.short, to_terminal) {
            (false, true, _) => OnFailure::LineAlone,
            (false, false, true) => OnFailure::SayAlone,
            _ => OnFailure::Fail,
        }
    }
}

/// What becomes of a failure, so that the start of a shell is safe and a script is not fooled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OnFailure {
    /// It is said in one line, and the run ends well.
    LineAlone,
    /// It is said with what to do about it, and the run ends well.
    SayAlone,
    /// The run fails.
    Fail,
}

#[derive(Serialize)]
struct Value {
    goal: Option<GoalValue>,
    missing_goal: Option<String>,
    share: f64,
    forecast: Option<ForecastValue>,
    minutes: Minutes,
    reviews_due: u32,
    streak: u32,
    next: Vec<StepValue>,
}

/// The newest forecast that was kept, with the day on which it was said.
#[derive(Serialize)]
struct ForecastValue {
    said: String,
    #[serde(flatten)]
    dates: DatesValue,
}

#[derive(Serialize)]
struct Minutes {
    done: u32,
    planned: u32,
}

pub(crate) fn run(args: &Args, session: &Session, console: &mut Console) -> Result<(), AppError> {
    let today = page::today(session, None);
    let roadmap = session.roadmap();
    if console.json {
        return console.value(&value(roadmap, &today));
    }
    if args.short {
        say_short(console, roadmap, &today);
        return Ok(());
    }
    let clock = super::timer::told(session);
    say_head(console, roadmap, &today, (session.calendar().minutes_a_week() > 0, &clock));
    if today.steps.is_empty() {
        console.gap();
        rows::nothing_left(console, roadmap, today.goal.as_ref());
        return Ok(());
    }
    console.gap();
    console.line(&Line::default().strong("Next"));
    let steps = &today.steps[..today.steps.len().min(STEPS)];
    rows::steps(console, roadmap, steps, today.day, today.goal.is_some());
    rows::assumed(console, roadmap, &today.assumed);
    say_first(console, roadmap, &today);
    Ok(())
}

fn say_head(console: &mut Console, roadmap: &Roadmap, today: &Today, (has_time, clock): (bool, &str)) {
    let day = format!("{} {}", today.day.date().format("%a"), words::long_day(today.day));
    let head = Line::default().strong(day);
    console.line(&match today.streak {
        0 | 1 => head,
        days => head.ending(console.look.width.min(80), Tone::Dim, format!("{days} days in a row")),
    });
    console.gap();
    let goal = Line::default().dim("Goal").to(COLUMN);
    match &today.goal {
        Some(goal_of) => {
            console.line(&goal.strong(words::goal_title(roadmap, goal_of)));
            rows::share_left(console, COLUMN, today.share, today.missing, today.hours_left);
            let until = Line::default().dim("Until").to(COLUMN);
            match today.until {
                Until::Said(on, dates) => {
                    console.line(&until.plain(words::sure_by(dates.p85, on, today.day)));
                }
                Until::Unsaid => console.line(&until.accent("milepost plan").dim(" says when")),
                Until::Nothing => {}
            }
        }
        None => console.labelled(COLUMN, "Goal", without_goal(today)),
    }
    let minutes = words::of_planned(today.minutes, today.planned_minutes());
    console.line(&Line::default().dim("Today").to(COLUMN).plain(minutes));
    if !clock.is_empty() {
        console.labelled(COLUMN, "Clock", clock);
    }
    console.labelled(COLUMN, "This week", week(today, has_time));
    if today.reviews > 0 {
        let line = Line::default().dim("Review").to(COLUMN).plain(words::reviews_due(today.reviews));
        console.line(&line.plain("  ").accent("milepost review"));
    }
}

/// "25 min of 3 h 45"; of a week that never has minutes, where they are set.
fn week(today: &Today, has_time: bool) -> String {
    if !has_time {
        return "no day has minutes for study; [week] in the settings gives them some: milepost config path"
            .to_owned();
    }
    words::of_planned(today.week.iter().sum(), today.planned.iter().sum())
}

/// What stands in a goal's place.
fn without_goal(today: &Today) -> String {
    let what = cli_words::without_goal(today.missing_goal.as_ref(), today.is_partial);
    format!("{what}; the steps below are what all roles ask")
}

fn say_first(console: &mut Console, roadmap: &Roadmap, today: &Today) {
    let Some(first) = today.steps.first() else { return };
    let id = &roadmap.skill(first.skill).id;
    let rows: &[(&str, String)] = match (&today.goal, today.is_first) {
        (_, true) => &[
            ("choose where to go", "milepost roles".to_owned()),
            ("read the first step", format!("milepost show {id}")),
            ("begin it", format!("milepost start {id}")),
        ],
        (None, _) if !today.is_partial => &[("choose where to go", "milepost roles".to_owned())],
        _ => return,
    };
    console.gap();
    for (what, command) in rows {
        console.line(&Line::indented(2).dim(what).to(24).accent(command));
    }
}

fn say_short(console: &mut Console, roadmap: &Roadmap, today: &Today) {
    let mut parts = vec![words::of_planned(today.minutes, today.planned_minutes())];
    if today.reviews > 0 {
        parts.push(words::count(today.reviews, "review"));
    }
    parts.extend(today.steps.first().map(|step| roadmap.skill(step.skill).title.to_string()));
    if let Some(goal) = &today.goal {
        parts.push(format!("{} {}", words::goal_title(roadmap, goal), words::percent(today.share)));
    }
    parts.extend(today.missing_goal.as_ref().map(|goal| format!("goal {} not in this roadmap", goal.id())));
    console.line(&Line::default().plain(parts.join(&format!(" {} ", console.look.dot()))));
}

fn value(roadmap: &Roadmap, today: &Today) -> Value {
    Value {
        goal: today.goal.as_ref().map(|goal| GoalValue::of(roadmap, goal)),
        missing_goal: today.missing_goal.as_ref().map(|goal| goal.id().to_string()),
        share: figure(today.share),
        forecast: match today.until {
            Until::Said(on, dates) => {
                Some(ForecastValue { said: on.to_string(), dates: DatesValue::of(dates) })
            }
            Until::Unsaid | Until::Nothing => None,
        },
        minutes: Minutes { done: today.minutes, planned: today.planned_minutes() },
        reviews_due: u32::try_from(today.reviews).unwrap_or(u32::MAX),
        streak: today.streak,
        next: today.steps.iter().take(STEPS).map(|step| StepValue::of(roadmap, step)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shell_starts_and_a_script_is_told() {
        let on_failure = |short, json, to_terminal| Args { short }.on_failure(json, to_terminal);
        for to_terminal in [true, false] {
            assert_eq!(on_failure(true, false, to_terminal), OnFailure::LineAlone);
            assert_eq!(on_failure(true, true, to_terminal), OnFailure::Fail);
            assert_eq!(on_failure(false, true, to_terminal), OnFailure::Fail);
        }
        assert_eq!(on_failure(false, false, true), OnFailure::SayAlone);
        assert_eq!(on_failure(false, false, false), OnFailure::Fail);
    }
}
