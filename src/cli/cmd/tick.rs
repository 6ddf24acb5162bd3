//! `tick`, `untick`: outcomes, reached or taken back.

use crate::app::{AppError, Intent, Session};
use crate::cli::line::Line;
use crate::cli::output::Console;
use crate::cli::{act, names};
use crate::domain::{SkillIx, Status};

/// Tick outcomes of a skill
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  milepost tick docker.images 1 3")]
pub(crate) struct TickArgs {
    /// The skill
    skill: String,
    /// Which outcomes, by the numbers that `milepost show` gives them
    #[arg(required = true, value_name = "N")]
    outcomes: Vec<String>,
}

/// Take the ticks of outcomes back
#[derive(Debug, clap::Args)]
pub(crate) struct UntickArgs {
    /// The skill
    skill: String,
    /// Which outcomes, by the numbers that `milepost show` gives them
    #[arg(required = true, value_name = "N")]
    outcomes: Vec<String>,
}

pub(crate) fn tick(args: &TickArgs, session: &mut Session, console: &mut Console) -> Result<(), AppError> {
    set(&args.skill, &args.outcomes, true, session, console)
}

pub(crate) fn untick(
    args: &UntickArgs,
    session: &mut Session,
    console: &mut Console,
) -> Result<(), AppError> {
    set(&args.skill, &args.outcomes, false, session, console)
}

fn set(
    typed: &str,
    numbers: &[String],
    on: bool,
    session: &mut Session,
    console: &mut Console,
) -> Result<(), AppError> {
    let skill = names::skill(session.roadmap(), typed)?;
    let mut places = places(session, skill, numbers)?;
    let said = session.progress().of(session.roadmap().skill(skill)).into_owned();
    let is_set = |place: usize| said.has_ticked(session.roadmap().skill(skill).outcomes[place].key) == on;
    let asked = places.len();
    places.retain(|&place| !is_set(place));
    if places.len() < asked {
        console.note(if on { "some are ticked already" } else { "some are not ticked" });
    }
    let intents = places.iter().map(|&outcome| Intent::Tick { skill, outcome, on }).collect();
    let recorded = act::record(session, intents)?;
    recorded.say(session, console, |console| say(console, session, skill, &places, on))
}

/// The places from 0 of outcomes that are numbered from 1, each once.
fn places(session: &Session, skill: SkillIx, numbers: &[String]) -> Result<Vec<usize>, AppError> {
    let told = session.roadmap().skill(skill);
    let count = told.outcomes.len();
    let mut places = Vec::new();
    let hint = format!("milepost show {} lists them", told.id);
    for typed in numbers {
        let Ok(number) = typed.parse::<usize>() else {
            let id = &told.id;
            let message = format!("outcomes are numbers from 1, not {typed}; {id} has {count} of them");
            return Err(AppError::usage(message).hint(hint));
        };
        let Some(place) = number.checked_sub(1).filter(|&place| place < count) else {
            let message = format!("{} has outcomes 1 to {count}, not {number}", told.id);
            return Err(AppError::usage(message).hint(hint));
        };
        if !places.contains(&place) {
            places.push(place);
        }
    }
    Ok(places)
}

fn say(console: &mut Console, session: &Session, skill: SkillIx, places: &[usize], on: bool) {
    let told = session.roadmap().skill(skill);
    for &place in places {
        let mark = console.look.tick(on);
        console.line(&Line::default().accent(mark).plain(" ").plain(&told.outcomes[place].text));
    }
    let said = session.progress().of(told);
    let ticked = told.outcomes.iter().filter(|outcome| said.has_ticked(outcome.key)).count();
    let count = format!("{ticked} of {} outcomes of {}", told.outcomes.len(), told.title);
    console.line(&Line::default().dim(count));
    let is_open = matches!(session.standing().status(skill), Status::Learning | Status::Ready);
    if on && is_open && ticked == told.outcomes.len() {
        console.line(
            &Line::default().dim("All of them:").plain(" ").accent(format!("milepost done {}", told.id)),
        );
    }
}
