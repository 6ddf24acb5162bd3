//! `path`: the way to one skill, in order.

mod drawn;
mod listed;
mod step;

use serde::Serialize;

use crate::app::{AppError, Session};
use crate::cli::line::Line;
use crate::cli::names;
use crate::cli::output::Console;
use crate::cli::values::{figure, ids};
use crate::domain::SkillIx;
use crate::engine::suggest;
use crate::export::words;
use step::{Step, steps};

/// The way to one skill: all that it takes, in order
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The skill
    skill: String,
    /// Only what is not had yet
    #[arg(long)]
    missing: bool,
}

#[derive(Serialize)]
struct Value {
    id: String,
    title: String,
    status: &'static str,
    hours_left: f64,
    depth: usize,
    after: Vec<String>,
}

pub(crate) fn run(args: &Args, session: &Session, console: &mut Console) -> Result<(), AppError> {
    let roadmap = session.roadmap();
    let skill = names::skill(roadmap, &args.skill)?;
    let mut way = suggest::way(roadmap, session.standing(), session.progress(), skill);
    if args.missing {
        way.retain(|&ix| !session.standing().status(ix).is_had());
    }
    let steps = steps(session, &way);
    if console.json {
        let values: Vec<Value> = steps.iter().map(|step| value(session, &steps, step)).collect();
        return console.value(&values);
    }
    say(console, session, &steps);
    Ok(())
}

fn say(console: &mut Console, session: &Session, steps: &[Step]) {
    // Lines mean nothing to a screen reader; the numbers of what comes before do.
    let rails = if console.look.plain { None } else { drawn::lay(steps, console.look.width) };
    match rails {
        Some(rails) => drawn::say(console, session, steps, &rails),
        None => listed::say(console, session, steps),
    }
    let hours: f64 = steps.iter().map(|step| step.hours_left).sum();
    let missing = steps.iter().filter(|step| !step.status.is_had()).count();
    console.gap();
    console.line(&Line::default().dim(match missing {
        0 => format!("{}, all of them had", words::count(steps.len(), "skill")),
        missing => {
            let of = words::count(steps.len(), "skill");
            format!("{missing} of {of} to go, about {}", words::hours(hours))
        }
    }));
}

fn value(session: &Session, steps: &[Step], step: &Step) -> Value {
    let roadmap = session.roadmap();
    let after: Vec<SkillIx> = step.after.iter().map(|&place| steps[place].skill).collect();
    Value {
        id: roadmap.skill(step.skill).id.to_string(),
        title: roadmap.skill(step.skill).title.to_string(),
        status: step.status.word(),
        hours_left: figure(step.hours_left),
        depth: step.depth,
        after: ids(roadmap, &after),
    }
}
