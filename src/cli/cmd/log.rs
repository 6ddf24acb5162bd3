//! `log`: study time.

use crate::app::{AppError, Intent, Session, typed};
use crate::cli::line::Line;
use crate::cli::output::Console;
use crate::cli::{act, names};
use crate::domain::{Clean, Day, SkillIx};
use crate::export::words;

/// Log study time
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  milepost log docker.images 45\n  milepost log docker.images 1h30m -m \"multi-stage builds\" --on yesterday"
)]
pub(crate) struct Args {
    /// The skill
    skill: String,
    /// How long: 45, 45m, 1h30m or 1.5h
    minutes: String,
    /// What was done
    #[arg(short, long, value_name = "NOTE")]
    message: Option<String>,
    /// On which day: 2026-11-20, yesterday, or mon for the last Monday
    #[arg(long, value_name = "DAY", default_value = "today")]
    on: String,
}

pub(crate) fn run(args: &Args, session: &mut Session, console: &mut Console) -> Result<(), AppError> {
    let skill = names::skill(session.roadmap(), &args.skill)?;
    let minutes = typed::minutes(&args.minutes)?;
    let day = typed::past_day(&args.on, session.today())?;
    let note = args.message.as_deref().map(str::trim).filter(|note| !note.is_empty()).map(Clean::line);
    let recorded = act::record(session, vec![Intent::Study { skill, minutes, day, note }])?;
    recorded.say(session, console, |console| say(console, session, skill, minutes, day))
}

fn say(console: &mut Console, session: &Session, skill: SkillIx, minutes: u32, day: Day) {
    let (roadmap, today) = (session.roadmap(), session.today());
    let line = Line::default().strong(words::minutes(u64::from(minutes))).plain(" on ");
    let line = line.plain(&roadmap.skill(skill).title);
    console.line(&if day == today { line } else { line.plain(format!(", {}", words::ago(day, today))) });
    let done = session.progress().minutes_on(today);
    let planned = session.planned_on(today);
    console.line(&Line::default().dim(format!("Today: {}", words::of_planned(done, planned))));
}
