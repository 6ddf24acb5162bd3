//! `undo`, `redo`: step back and forth through one's own acts.

use crate::app::{AppError, Session};
use crate::cli::line::Line;
use crate::cli::output::Console;
use crate::cli::values::EventValue;
use crate::domain::Event;
use crate::export::words;

/// Take back what was done last on this device
#[derive(Debug, clap::Args)]
pub(crate) struct UndoArgs {
    /// How many acts
    #[arg(short, long, value_name = "N", default_value_t = 1)]
    number: usize,
}

/// Bring back what was undone last
#[derive(Debug, clap::Args)]
pub(crate) struct RedoArgs {
    /// How many acts
    #[arg(short, long, value_name = "N", default_value_t = 1)]
    number: usize,
}

pub(crate) fn undo(args: &UndoArgs, session: &mut Session, console: &mut Console) -> Result<(), AppError> {
    let events = repeat(args.number, session, Session::undo)?;
    say(&events, ("Undone", true), ("nothing is left to undo", "milepost redo"), session, console)
}

pub(crate) fn redo(args: &RedoArgs, session: &mut Session, console: &mut Console) -> Result<(), AppError> {
    let events = repeat(args.number, session, Session::redo)?;
    say(&events, ("Redone", false), ("nothing is left to redo", "milepost undo"), session, console)
}

/// Takes `number` steps, or as many as there are.
fn repeat(
    number: usize,
    session: &mut Session,
    step: impl Fn(&mut Session) -> Result<Option<Event>, AppError>,
) -> Result<Vec<Event>, AppError> {
    let mut events = Vec::new();
    for _ in 0..number {
        match step(session)? {
            Some(event) => events.push(event),
            None => break,
        }
    }
    Ok(events)
}

fn say(
    events: &[Event],
    (word, undone): (&str, bool),
    (nothing, back): (&str, &str),
    session: &Session,
    console: &mut Console,
) -> Result<(), AppError> {
    let roadmap = session.roadmap();
    if console.json {
        let values: Vec<EventValue> =
            events.iter().map(|event| EventValue::of(roadmap, event, undone)).collect();
        return console.value(&values);
    }
    if events.is_empty() {
        console.note(nothing);
        return Ok(());
    }
    for event in events {
        console.line(&Line::default().dim(format!("{word}:")).to(9).plain(words::event(roadmap, event)));
    }
    console.line(&Line::default().dim("Back:").to(9).accent(match events.len() {
        1 => back.to_owned(),
        count => format!("{back} -n {count}"),
    }));
    Ok(())
}
