//! `timer`: a clock on a skill, which goes on when the terminal is closed.

use clap::Subcommand;
use serde::Serialize;

use crate::app::{AppError, Session, Stopped, typed};
use crate::cli::line::Line;
use crate::cli::output::Console;
use crate::cli::{act, names};
use crate::domain::{Clean, SkillIx, Timer};
use crate::export::words;

/// A clock that runs while you study, with the terminal closed too
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  milepost timer start docker.images\n  milepost timer stop -m \"multi-stage builds\"\n  milepost timer stop 45    it ran on over lunch"
)]
pub(crate) struct Args {
    #[command(subcommand)]
    step: Option<Step>,
}

#[derive(Debug, Subcommand)]
enum Step {
    /// Start it on a skill
    Start {
        /// The skill
        skill: String,
    },
    /// Stop it and log its minutes
    Stop {
        /// How long it was, if the clock knows worse: 45, 45m, 1h30m or 1.5h
        minutes: Option<String>,
        /// What was done
        #[arg(short, long, value_name = "NOTE")]
        message: Option<String>,
    },
    /// Throw it away; nothing is logged
    Cancel,
    /// Whether it runs, on what and for how long
    Status,
}

#[derive(Serialize)]
struct TimerValue {
    skill: String,
    since: String,
    minutes: u32,
}

pub(crate) fn run(args: &Args, session: &mut Session, console: &mut Console) -> Result<(), AppError> {
    match &args.step {
        Some(Step::Start { skill }) => start(skill, session, console),
        Some(Step::Stop { minutes, message }) => {
            stop((minutes.as_deref(), message.as_deref()), session, console)
        }
        Some(Step::Cancel) => cancel(session, console),
        Some(Step::Status) | None => status(session, console),
    }
}

fn start(typed: &str, session: &mut Session, console: &mut Console) -> Result<(), AppError> {
    let skill = names::skill(session.roadmap(), typed)?;
    if session.timer().is_some() {
        if session.timed() == Some(skill) {
            return status(session, console);
        }
        let said = format!("the clock runs already: {}", told(session));
        return Err(AppError::failed(said).hint("milepost timer stop"));
    }
    session.start_timer(skill)?;
    status(session, console)
}

fn stop(
    (minutes, message): (Option<&str>, Option<&str>),
    session: &mut Session,
    console: &mut Console,
) -> Result<(), AppError> {
    let known = minutes.map(typed::minutes).transpose()?;
    let Some(timer) = session.timer() else { return none(console) };
    let minutes = match known {
        None if timer.is_forgotten(session.now()) => Some(asked(session, console)?),
        known => known,
    };
    let note = message.map(str::trim).filter(|note| !note.is_empty()).map(Clean::line);
    let day = timer_day(session);
    let Some(stopped) = session.stop_timer(minutes, note)? else { return none(console) };
    let Stopped { skill, minutes, events } = stopped;
    let Some(skill) = skill else {
        return Err(AppError::failed(
            "the clock ran on a skill that this roadmap does not have; it is stopped, and nothing is logged",
        ));
    };
    if minutes == 0 {
        return act::say_nothing(session, console, "Less than a minute: nothing is logged.");
    }
    let recorded = act::Recorded { events, opens: Vec::new() };
    let today = session.today();
    recorded.say(session, console, |console| {
        let line = Line::default().strong(words::minutes(u64::from(minutes))).plain(" on ");
        let line = line.plain(&session.roadmap().skill(skill).title);
        let day = day.filter(|&day| day != today);
        console.line(&match day {
            Some(day) => line.plain(format!(", {}", words::ago(day, today))),
            None => line,
        });
        let done = session.progress().minutes_on(today);
        let planned = session.planned_on(today);
        console.line(&Line::default().dim(format!("Today: {}", words::of_planned(done, planned))));
    })?;
    act::say_undo(console, &recorded);
    Ok(())
}

fn timer_day(session: &Session) -> Option<crate::domain::Day> {
    session.timer().map(Timer::day)
}

/// Asks how long it really was, of a clock that was forgotten.
fn asked(session: &Session, console: &mut Console) -> Result<u32, AppError> {
    let run = told(session);
    let typed = if console.can_ask() {
        console.line(&Line::default().plain(format!("{run}. How long did you study?")));
        console.reply()?
    } else {
        None
    };
    match typed.as_deref().map(str::trim).filter(|typed| !typed.is_empty()) {
        Some(typed) => typed::minutes(typed),
        None => Err(AppError::usage(format!("the clock has run for {run}; say how long you studied"))
            .hint("milepost timer stop 45")
            .hint("milepost timer cancel")),
    }
}

fn cancel(session: &mut Session, console: &mut Console) -> Result<(), AppError> {
    let said = told(session);
    if session.cancel_timer()?.is_none() {
        return none(console);
    }
    if console.json {
        return console.value(&None::<TimerValue>);
    }
    console.line(&Line::default().plain(format!("Thrown away: {said}.")));
    Ok(())
}

fn status(session: &Session, console: &mut Console) -> Result<(), AppError> {
    let Some(timer) = session.timer() else { return none(console) };
    if console.json {
        let value = TimerValue {
            skill: timer.skill.to_string(),
            since: timer.since.to_rfc3339(),
            minutes: timer.minutes(session.now()),
        };
        return console.value(&Some(value));
    }
    console.line(&Line::default().plain(told(session)));
    Ok(())
}

fn none(console: &mut Console) -> Result<(), AppError> {
    if console.json {
        return console.value(&None::<TimerValue>);
    }
    console.note("no clock runs");
    console.hint("milepost timer start SKILL");
    Ok(())
}

/// "12 min on Container images, since 20:15"; empty without a clock.
pub(crate) fn told(session: &Session) -> String {
    let title = |skill: SkillIx| session.roadmap().skill(skill).title.to_string();
    session.timer().map_or_else(String::new, |timer| {
        let title = session.timed().map_or_else(|| timer.skill.to_string(), title);
        words::timer(&title, timer, session.now())
    })
}
