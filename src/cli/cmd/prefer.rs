//! `prefer`: one skill before another in the plan, by hand.

use serde::Serialize;

use crate::app::page;
use crate::app::{AppError, Intent, Session};
use crate::cli::line::Line;
use crate::cli::output::Console;
use crate::cli::{act, names, words};
use crate::domain::SkillIx;
use crate::engine::suggest;
use crate::export::words as said;

/// Take one skill before another in the plan
///
/// What a skill requires comes first all the same. Without skills it lists what you prefer.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  milepost prefer docker.images --before lang.go\n  milepost prefer docker.images --before lang.go --off"
)]
pub(crate) struct Args {
    /// The skill that is to come first
    #[arg(requires = "before")]
    skill: Option<String>,
    /// The one that is to come later
    #[arg(long, value_name = "SKILL", requires = "skill")]
    before: Option<String>,
    /// Prefer it no longer
    #[arg(long, requires = "before")]
    off: bool,
}

#[derive(Serialize)]
struct Value {
    skill: String,
    before: String,
}

pub(crate) fn run(args: &Args, session: &mut Session, console: &mut Console) -> Result<(), AppError> {
    let (Some(first), Some(later)) = (&args.skill, &args.before) else { return list(session, console) };
    let roadmap = session.roadmap();
    let (first, later) = (names::skill(roadmap, first)?, names::skill(roadmap, later)?);
    let ids = |ix: SkillIx| roadmap.skill(ix).id.clone();
    let is_preferred = session.progress().preferences().any(|pair| pair == (&ids(first), &ids(later)));
    if args.off != is_preferred {
        let why = if args.off { "That was not preferred." } else { "That is preferred already." };
        return act::say_nothing(session, console, why);
    }
    if !args.off {
        can_come_first(session, first, later)?;
    }
    let before = page::plan(session, None).mean_wait();
    let recorded = act::record(session, vec![Intent::Prefer { first, later, on: !args.off }])?;
    let after = page::plan(session, None).mean_wait();
    let session = &*session;
    recorded.say(session, console, |console| {
        let how = if args.off { "no longer before" } else { "before" };
        let title = |ix: SkillIx| &session.roadmap().skill(ix).title;
        console.line(&Line::default().plain(title(first)).plain(format!(" {how} ")).plain(title(later)));
        if let Some((before, after)) = before.zip(after) {
            console.labelled(7, "Costs:", cost(after - before));
        }
    })?;
    act::say_undo(console, &recorded);
    Ok(())
}

/// What it comes to that skills are had so many hours of study later, in the mean.
fn cost(hours: f64) -> String {
    let minutes = (hours * 60.0).round();
    let told = said::minutes(minutes.abs() as u64);
    match minutes {
        later if later >= 1.0 => format!("what the goal asks comes {told} of study later on average"),
        earlier if earlier <= -1.0 => format!("what the goal asks comes {told} of study earlier on average"),
        _ => "nothing".to_owned(),
    }
}

/// Whether a skill can come before another one.
///
/// # Errors
/// Says which of them is had, or through which skills the other one must come first.
fn can_come_first(session: &Session, first: SkillIx, later: SkillIx) -> Result<(), AppError> {
    let roadmap = session.roadmap();
    let had = [first, later].into_iter().find(|&skill| session.standing().status(skill).is_had());
    if let Some(had) = had {
        let id = &roadmap.skill(had).id;
        return Err(AppError::usage(format!("{id} is had already; the plan orders what is still to come")));
    }
    if first == later {
        return Err(AppError::usage("a skill cannot come before itself"));
    }
    let (standing, progress) = (session.standing(), session.progress());
    let Some(chain) = suggest::chain(roadmap, standing, progress, later, first) else { return Ok(()) };
    let circle = said::circle(roadmap, &chain);
    Err(AppError::usage(format!("that would make a circle: {circle}"))
        .hint(format!("milepost path {}", roadmap.skill(first).id)))
}

fn list(session: &Session, console: &mut Console) -> Result<(), AppError> {
    let pairs = session.progress().preferences();
    if console.json {
        let value = |(skill, before): (&crate::domain::Id, &crate::domain::Id)| Value {
            skill: skill.to_string(),
            before: before.to_string(),
        };
        return console.value(&pairs.map(value).collect::<Vec<_>>());
    }
    let mut none = true;
    for (first, later) in pairs {
        none = false;
        let title = |id: &crate::domain::Id| words::title_of(session.roadmap(), id);
        console.line(&Line::default().plain(title(first)).dim(" before ").plain(title(later)));
    }
    if none {
        console.note("you prefer nothing so far; the plan goes by what pays off soonest");
    }
    Ok(())
}
