//! `plan`: what comes in which order, laid into the weeks, and until when.

mod said;
mod value;

use crate::app::{self, AppError, Session, page};
use crate::cli::names;
use crate::cli::output::Console;

/// The plan laid into the weeks, and when you will be there
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  milepost plan --weeks 8\n  milepost plan --goal platform-engineer --json"
)]
pub(crate) struct Args {
    /// How many weeks to show in full
    #[arg(long, value_name = "N", default_value_t = 4, value_parser = clap::value_parser!(u16).range(1..=520))]
    weeks: u16,
    /// Plan for this role or skill without taking it as the goal
    #[arg(long, value_name = "ROLE|SKILL")]
    goal: Option<String>,
}

pub(crate) fn run(args: &Args, session: &mut Session, console: &mut Console) -> Result<(), AppError> {
    let goal = args.goal.as_deref().map(|typed| names::goal(session.roadmap(), typed)).transpose()?;
    if goal.is_none() {
        app::note_forecast(session);
    }
    let plan = page::plan(session, goal.as_ref());
    if console.json {
        return console.value(&value::Value::of(session.roadmap(), &plan));
    }
    said::say(console, session, &plan, usize::from(args.weeks));
    Ok(())
}
