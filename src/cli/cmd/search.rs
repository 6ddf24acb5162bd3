//! `search`: skills by a few letters of title, id, alias or outcome.

use serde::Serialize;

use crate::app::{AppError, Session};
use crate::cli::columns::Columns;
use crate::cli::line::Line;
use crate::cli::look::Tone;
use crate::cli::output::Console;
use crate::cli::rows;
use crate::domain::{Clean, Roadmap};
use crate::engine::find::{self, Hit, Where};

/// Cells that a title has at least, where there is room.
const TITLE: usize = 34;

/// Skills by a few letters of title, id, alias or outcome
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// What to look for
    #[arg(required = true)]
    words: Vec<String>,
    /// How many at most
    #[arg(short, long, value_name = "N", default_value_t = 12)]
    number: usize,
}

#[derive(Serialize)]
struct Value {
    id: String,
    title: String,
    status: &'static str,
    score: u32,
    found: &'static str,
    text: String,
}

pub(crate) fn run(args: &Args, session: &Session, console: &mut Console) -> Result<(), AppError> {
    let roadmap = session.roadmap();
    let typed = args.words.join(" ");
    let hits = find::find(roadmap, &typed);
    let shown = &hits[..hits.len().min(args.number)];
    if console.json {
        let values: Vec<Value> = shown.iter().map(|hit| value(session, hit)).collect();
        return console.value(&values);
    }
    let told = shown.iter().map(|hit| roadmap.skill(hit.skill));
    let rows = told.map(|told| (told.title.as_str(), told.id.as_str()));
    let columns = Columns::of(&console.look, (rows::status_cells(console) + 1, 0), TITLE, rows);
    for hit in shown {
        say(console, session, hit, columns);
    }
    if hits.is_empty() {
        console.note(format!("nothing is found for \"{}\"", Clean::line(&typed)));
    } else if hits.len() > shown.len() {
        console.note(format!("{} more; -n {} shows all", hits.len() - shown.len(), hits.len()));
    }
    Ok(())
}

fn say(console: &mut Console, session: &Session, hit: &Hit, columns: Columns) {
    let told = session.roadmap().skill(hit.skill);
    let line = rows::standing(console, Line::default(), session, hit.skill);
    let mut line = line.to(columns.lead);
    for (i, letter) in console.cut(&told.title, columns.title).chars().enumerate() {
        let is_hit = u32::try_from(i).is_ok_and(|at| hit.letters.binary_search(&at).is_ok());
        line = line.add(if is_hit { Tone::Accent } else { Tone::Plain }, letter);
    }
    console.line(&if columns.below { line } else { line.to(columns.id()).dim(&told.id) });
    columns.below(told.id.as_str()).iter().for_each(|line| console.line(line));
    if hit.letters.is_empty()
        && let Where::Alias(_) | Where::Outcome(_) = hit.found
    {
        let (place, text) = found(session.roadmap(), hit);
        console.wrapped(columns.lead, Tone::Dim, format!("{place}: {text}"));
    }
}

/// Where it was found, and the text there.
fn found(roadmap: &Roadmap, hit: &Hit) -> (&'static str, String) {
    let told = roadmap.skill(hit.skill);
    match hit.found {
        Where::Title => ("title", told.title.to_string()),
        Where::Id => ("id", told.id.to_string()),
        Where::Alias(at) => ("alias", told.aliases[at].trim_start_matches('=').to_owned()),
        Where::Outcome(at) => ("outcome", told.outcomes[at].text.to_string()),
    }
}

fn value(session: &Session, hit: &Hit) -> Value {
    let told = session.roadmap().skill(hit.skill);
    let (found, text) = found(session.roadmap(), hit);
    Value {
        id: told.id.to_string(),
        title: told.title.to_string(),
        status: session.standing().status(hit.skill).word(),
        score: hit.score,
        found,
        text,
    }
}
