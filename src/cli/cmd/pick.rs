//! `pick`: which option of a choice one takes.

use serde::Serialize;

use crate::app::{AppError, Intent, Session};
use crate::cli::columns::Columns;
use crate::cli::line::Line;
use crate::cli::look::Tone;
use crate::cli::output::Console;
use crate::cli::{act, names, rows};
use crate::domain::{ChoiceIx, Roadmap, SkillIx};

/// Take an option of a choice, such as one cloud of three
///
/// Without an option it lists the options; without a choice it lists all choices.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  milepost pick cloud.provider cloud.gcp")]
pub(crate) struct Args {
    /// The choice
    choice: Option<String>,
    /// The option
    skill: Option<String>,
}

/// Cells that the title of an option has at least, where there is room.
const OPTION_TITLE: usize = 28;

#[derive(Serialize)]
pub(super) struct Value {
    id: String,
    title: String,
    pick: u32,
    picked: Option<String>,
    satisfied: bool,
    options: Vec<String>,
}

pub(crate) fn run(args: &Args, session: &mut Session, console: &mut Console) -> Result<(), AppError> {
    let roadmap = session.roadmap();
    let Some(typed) = &args.choice else {
        let all: Vec<ChoiceIx> = roadmap.choices().map(|(ix, _)| ix).collect();
        return show(session, console, &all);
    };
    let choice = names::choice(roadmap, typed)?;
    let Some(typed) = &args.skill else {
        return show(session, console, &[choice]);
    };
    let skill = option(roadmap, choice, typed)?;
    if picked(session, choice) == Some(skill) {
        return act::say_nothing(session, console, "That is the option you take already.");
    }
    let recorded = act::record(session, vec![Intent::Pick { choice, skill }])?;
    recorded.say(session, console, |console| {
        let roadmap = session.roadmap();
        let title = &roadmap.choice(choice).title;
        console.line(&Line::default().plain(title).plain(": ").strong(&roadmap.skill(skill).title));
    })
}

/// The option of a choice that was typed.
fn option(roadmap: &Roadmap, choice: ChoiceIx, typed: &str) -> Result<SkillIx, AppError> {
    let told = roadmap.choice(choice);
    let holds = |&&ix: &&SkillIx| {
        let (id, title) = (roadmap.skill(ix).id.as_str(), roadmap.skill(ix).title.to_lowercase());
        id == typed || id.contains(&typed.to_lowercase()) || title.contains(&typed.to_lowercase())
    };
    let found: Vec<SkillIx> = told.options.iter().filter(holds).copied().collect();
    let skill = match found.as_slice() {
        [one] => *one,
        _ => names::skill(roadmap, typed)?,
    };
    if told.options.contains(&skill) {
        return Ok(skill);
    }
    let options: Vec<&str> = told.options.iter().map(|&option| roadmap.skill(option).id.as_str()).collect();
    Err(AppError::usage(format!("{} is no option of {}", roadmap.skill(skill).id, told.id))
        .hint(format!("its options: {}", options.join(", "))))
}

fn picked(session: &Session, choice: ChoiceIx) -> Option<SkillIx> {
    let id = session.progress().picked(&session.roadmap().choice(choice).id)?;
    session.roadmap().names().skill(id.as_str())
}

fn show(session: &Session, console: &mut Console, choices: &[ChoiceIx]) -> Result<(), AppError> {
    let roadmap = session.roadmap();
    if console.json {
        let values: Vec<Value> = choices.iter().map(|&choice| value(session, choice)).collect();
        return console.value(&values);
    }
    for &choice in choices {
        say(console, session, choice);
    }
    if roadmap.parts().choices.is_empty() {
        console.note("the roadmap has no choices");
    }
    Ok(())
}

/// One choice with its options.
pub(super) fn say(console: &mut Console, session: &Session, choice: ChoiceIx) {
    let roadmap = session.roadmap();
    let told = roadmap.choice(choice);
    console.gap();
    let is_had = session.standing().satisfies(roadmap, choice);
    let need = if is_had { "satisfied".to_owned() } else { format!("{} of these", told.pick) };
    console.line(&Line::default().strong(&told.title).plain("  ").dim(&told.id).plain("  ").plain(need));
    let row = |ix: SkillIx| (roadmap.skill(ix).title.as_str(), roadmap.skill(ix).id.as_str());
    let lead = 2 + rows::status_cells(console) + 1;
    let yours = "  your pick";
    let options = told.options.iter().copied();
    let columns = Columns::of(&console.look, (lead, yours.len()), OPTION_TITLE, options.map(row));
    for &option in &told.options {
        let line = rows::standing(console, Line::indented(2), session, option);
        let (title, id) = row(option);
        let line = columns.add(console, line, Tone::Plain, title, id);
        let is_picked = picked(session, choice) == Some(option);
        console.line(&if is_picked { line.accent(yours) } else { line });
        columns.below(id).iter().for_each(|line| console.line(line));
    }
}

/// The value of a choice.
pub(super) fn value(session: &Session, choice: ChoiceIx) -> Value {
    let roadmap = session.roadmap();
    let told = roadmap.choice(choice);
    Value {
        id: told.id.to_string(),
        title: told.title.to_string(),
        pick: told.pick,
        picked: picked(session, choice).map(|ix| roadmap.skill(ix).id.to_string()),
        satisfied: session.standing().satisfies(roadmap, choice),
        options: crate::cli::values::ids(roadmap, &told.options),
    }
}
