//! `next`: the next steps with their reasons.

use crate::app::page;
use crate::app::{AppError, Session};
use crate::cli::line::Line;
use crate::cli::look::Tone;
use crate::cli::names;
use crate::cli::output::Console;
use crate::cli::rows;
use crate::cli::values::StepValue;
use crate::export::words;

/// The next steps, each with its reasons
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  milepost next -n 5\n  milepost next --goal platform-engineer")]
pub(crate) struct Args {
    /// How many steps
    #[arg(short, long, value_name = "N", default_value_t = 3)]
    number: usize,
    /// Advise for this role or skill without taking it as the goal
    #[arg(long, value_name = "ROLE|SKILL")]
    goal: Option<String>,
}

pub(crate) fn run(args: &Args, session: &Session, console: &mut Console) -> Result<(), AppError> {
    let roadmap = session.roadmap();
    let goal = args.goal.as_deref().map(|typed| names::goal(roadmap, typed)).transpose()?;
    let today = page::today(session, goal.as_ref());
    let steps = &today.steps[..today.steps.len().min(args.number)];
    if console.json {
        let steps: Vec<StepValue> = steps.iter().map(|step| StepValue::of(roadmap, step)).collect();
        return console.value(&steps);
    }
    if today.steps.is_empty() {
        console.line(&Line::default().plain("Nothing is left to do here."));
        return Ok(());
    }
    let towards = today.goal.as_ref().map(|goal| format!("towards {}", words::goal_title(roadmap, goal)));
    let open = words::count(today.steps.len(), "open step");
    let towards = towards.unwrap_or_else(|| "towards what all roles ask".to_owned());
    console.wrapped(0, Tone::Strong, format!("{} of {open} {towards}", steps.len()));
    rows::steps(console, roadmap, steps, today.day, today.goal.is_some());
    rows::assumed(console, roadmap, &today.assumed);
    Ok(())
}
