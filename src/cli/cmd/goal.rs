//! `goal`: where one heads for.

use crate::app::page::{self, Today};
use crate::app::{AppError, Intent, Session};
use crate::cli::line::Line;
use crate::cli::output::Console;
use crate::cli::values::{GoalValue, figure};
use crate::cli::{act, names};
use crate::domain::Roadmap;
use crate::export::words;

/// Where you head for: a role, a skill, or none
///
/// Without a name it says what the goal is.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  milepost goal platform-engineer\n  milepost goal none")]
pub(crate) struct Args {
    /// The role or skill, or `none`
    #[arg(value_name = "ROLE|SKILL|none")]
    goal: Option<String>,
}

#[derive(serde::Serialize)]
struct Value {
    goal: Option<GoalValue>,
    missing_goal: Option<String>,
    share: f64,
    missing: usize,
    hours_left: f64,
}

pub(crate) fn run(args: &Args, session: &mut Session, console: &mut Console) -> Result<(), AppError> {
    let Some(typed) = &args.goal else {
        return show(session, console);
    };
    let goal = if typed == "none" { None } else { Some(names::goal(session.roadmap(), typed)?) };
    if session.progress().goal() == goal.as_ref() {
        return act::say_nothing(session, console, "That is the goal already.");
    }
    let recorded = act::record(session, vec![Intent::Goal(goal)])?;
    let today = page::today(session, None);
    recorded.say(session, console, |console| say(console, session.roadmap(), &today))
}

fn show(session: &Session, console: &mut Console) -> Result<(), AppError> {
    let today = page::today(session, None);
    if !console.json {
        say(console, session.roadmap(), &today);
        return Ok(());
    }
    console.value(&Value {
        goal: today.goal.as_ref().map(|goal| GoalValue::of(session.roadmap(), goal)),
        missing_goal: today.missing_goal.as_ref().map(|goal| goal.id().to_string()),
        share: figure(today.share),
        missing: today.missing,
        hours_left: figure(today.hours_left),
    })
}

fn say(console: &mut Console, roadmap: &Roadmap, today: &Today) {
    if let Some(goal) = &today.missing_goal {
        let id = goal.id();
        console.line(&Line::default().dim("Goal").to(7).strong(id).plain(", not in this roadmap"));
        return;
    }
    let Some(goal) = &today.goal else {
        if today.is_partial {
            console.line(&Line::default().plain("The goal is not known, as a journal cannot be read."));
            return;
        }
        console.line(&Line::default().plain("No goal. ").dim("milepost roles lists where one could head."));
        return;
    };
    console.line(&Line::default().dim("Goal").to(7).strong(words::goal_title(roadmap, goal)));
    let left = format!(
        "{} had; {} and about {} left",
        words::percent(today.share),
        words::count(today.missing, "skill"),
        words::hours(today.hours_left)
    );
    let done = format!("{} had; nothing left", words::percent(today.share));
    console.line(&Line::indented(7).plain(if today.missing == 0 { done } else { left }));
    if let Some(step) = today.steps.first() {
        console.line(&Line::default().dim("First").to(7).plain(&roadmap.skill(step.skill).title));
    }
}
