//! `review`: what was learnt, asked again; on a pipe the answers are read in lines.

mod fit;
mod sitting;
mod value;

use crate::app::page;
use crate::app::{AppError, Session};
use crate::cli::names;
use crate::cli::output::Console;
use crate::domain::{SkillIx, Status};
use crate::engine::review::{Due, Limit};
use sitting::Sitting;

/// Recall what you learnt: what is due, or the skills you name
///
/// It asks, you answer for yourself, enter shows the answer, and 1 to 4 say how it went: forgotten, hard, good, easy.
/// What was forgotten comes again at the end. u takes the last rating back, s leaves one for later, q ends. On a pipe
/// each line is such an answer. With --json it lists what is due and asks nothing.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  milepost review\n  milepost review -n 5\n  milepost review docker.images"
)]
pub(crate) struct Args {
    /// Skills to ask now, due or not
    #[arg(value_name = "SKILL")]
    skills: Vec<String>,
    /// At most so many, even beyond what the settings have for a day
    #[arg(short, long, value_name = "N", conflicts_with = "skills")]
    number: Option<usize>,
    /// Fit the intervals to how well you remembered so far
    #[arg(long, conflicts_with_all = ["skills", "number"])]
    fit: bool,
}

pub(crate) fn run(args: &Args, session: &mut Session, console: &mut Console) -> Result<(), AppError> {
    if args.fit {
        return fit::run(session, console);
    }
    let skills = args.skills.iter().map(|typed| skill(session, typed)).collect::<Result<Vec<_>, _>>()?;
    if console.json {
        let due: Vec<Due> = match skills.as_slice() {
            [] => page::review(session, limit(session, args.number)).due,
            skills => skills.iter().filter_map(|&skill| page::ask(session, skill)).collect(),
        };
        let values: Vec<_> = due.iter().map(|due| value::of(session, due)).collect();
        return console.value(&values);
    }
    Sitting::new(skills, args.number).hold(session, console)
}

/// How much is asked: what the settings have for a day, or `most`.
fn limit(session: &Session, most: Option<usize>) -> Limit {
    most.map_or_else(|| page::day_limit(session, 0), Limit::Now)
}

/// A skill that can be asked.
///
/// # Errors
/// Says why it cannot.
fn skill(session: &Session, typed: &str) -> Result<SkillIx, AppError> {
    let skill = names::skill(session.roadmap(), typed)?;
    let told = session.roadmap().skill(skill);
    if !matches!(session.standing().status(skill), Status::Done | Status::Known) {
        let message = format!("{} is not done yet; reviews are for what was learnt", told.id);
        return Err(AppError::usage(message).hint(format!("milepost done {}", told.id)));
    }
    if told.prompts.is_empty() {
        return Err(AppError::usage(format!("{} has no recall questions", told.id)));
    }
    Ok(skill)
}
