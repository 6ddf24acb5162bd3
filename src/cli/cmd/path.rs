//! `path`: the way to one skill, in order.

use serde::Serialize;

use crate::app::{AppError, Session};
use crate::cli::columns::Columns;
use crate::cli::line::Line;
use crate::cli::look::Tone;
use crate::cli::output::Console;
use crate::cli::values::{figure, ids};
use crate::cli::{names, rows};
use crate::domain::{Node, Roadmap, SkillIx};
use crate::engine::suggest;
use crate::export::{measure, words};

/// The deepest that titles are set in.
const DEEPEST: usize = 8;

/// Cells that a title has at least, where there is room.
const TITLE: usize = 20;

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

/// A step of the way.
struct Step {
    skill: SkillIx,
    hours_left: f64,
    /// Steps of the longest chain before it.
    depth: usize,
    /// The steps right before it, by their place on the way from 0.
    after: Vec<usize>,
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

fn steps(session: &Session, way: &[SkillIx]) -> Vec<Step> {
    let (roadmap, standing, progress) = (session.roadmap(), session.standing(), session.progress());
    let mut steps: Vec<Step> = Vec::with_capacity(way.len());
    for &skill in way {
        let stands_before = |place: &usize| before(roadmap, skill, steps[*place].skill);
        let after: Vec<usize> = (0..steps.len()).filter(stands_before).collect();
        let depth = after.iter().map(|&place| steps[place].depth + 1).max().unwrap_or(0);
        let hours_left = suggest::hours_left(roadmap, standing, progress, skill);
        steps.push(Step { skill, hours_left, depth, after });
    }
    steps
}

/// Whether a skill requires another directly, or through a choice.
fn before(roadmap: &Roadmap, skill: SkillIx, other: SkillIx) -> bool {
    roadmap.skill(skill).requires.iter().any(|&node| match node {
        Node::Skill(ix) => ix == other,
        Node::Choice(ix) => roadmap.choice(ix).options.contains(&other),
    })
}

fn say(console: &mut Console, session: &Session, steps: &[Step]) {
    let titles: Vec<(String, &str)> = steps.iter().map(|step| title_and_id(session, step)).collect();
    let afters: Vec<String> = steps.iter().map(after).collect();
    let sign_column = 4;
    let lead = sign_column + console.look.sign_cells() + 1;
    let after_cells = afters.iter().map(|after| measure::width(after)).max().unwrap_or(0);
    let rows = titles.iter().map(|(title, id)| (title.as_str(), *id));
    let columns = Columns::of(&console.look, (lead, rows::HOURS + after_cells), TITLE, rows);
    // Below a title there is room for what it comes after.
    let hours_end = if columns.below { columns.end } else { columns.end - after_cells };
    let title_cells = if columns.below { columns.title + after_cells } else { columns.title };
    let columns = Columns { title: title_cells, ..columns };
    for (i, (step, (title, id))) in steps.iter().zip(&titles).enumerate() {
        let status = session.standing().status(step.skill);
        let tone = if status.is_had() { Tone::Dim } else { rows::tone(status) };
        let line = Line::default().ending(3, Tone::Dim, i + 1).to(sign_column);
        let line = line.add(rows::tone(status), console.look.status(status));
        let line = columns.add(console, line, tone, title, id);
        let hours = crate::cli::words::hours_left(status, step.hours_left);
        let line = line.ending(hours_end, Tone::Plain, hours);
        console.line(&if columns.below { line } else { line.dim(&afters[i]) });
        if columns.below {
            console.wrapped(lead, Tone::Dim, format!("{id}{}", afters[i]));
        }
    }
    let hours: f64 = steps.iter().map(|step| step.hours_left).sum();
    let missing = steps.iter().filter(|step| !session.standing().status(step.skill).is_had()).count();
    console.gap();
    console.line(&Line::default().dim(match missing {
        0 => format!("{}, all of them had", words::count(steps.len(), "skill")),
        missing => {
            let of = words::count(steps.len(), "skill");
            format!("{missing} of {of} to go, about {}", words::hours(hours))
        }
    }));
}

/// A title set in by its depth, and the id.
fn title_and_id<'a>(session: &'a Session, step: &Step) -> (String, &'a str) {
    let told = session.roadmap().skill(step.skill);
    (format!("{}{}", " ".repeat(indent(step)), told.title), told.id.as_str())
}

/// "  after 1, 2" for a step that others stand before.
fn after(step: &Step) -> String {
    let places: Vec<String> = step.after.iter().map(|place| (place + 1).to_string()).collect();
    if places.is_empty() { String::new() } else { format!("  after {}", places.join(", ")) }
}

fn indent(step: &Step) -> usize {
    2 * step.depth.min(DEEPEST)
}

fn value(session: &Session, steps: &[Step], step: &Step) -> Value {
    let roadmap = session.roadmap();
    let after: Vec<SkillIx> = step.after.iter().map(|&place| steps[place].skill).collect();
    Value {
        id: roadmap.skill(step.skill).id.to_string(),
        title: roadmap.skill(step.skill).title.to_string(),
        status: session.standing().status(step.skill).word(),
        hours_left: figure(step.hours_left),
        depth: step.depth,
        after: ids(roadmap, &after),
    }
}
