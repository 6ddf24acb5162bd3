//! `undo`, `redo`: step back and forth through one's own acts, or take back any one event.

use crate::app::{AppError, Session};
use crate::cli::line::Line;
use crate::cli::names;
use crate::cli::output::Console;
use crate::cli::values::EventValue;
use crate::domain::Event;
use crate::export::words;

/// Take back what was done last on this device, or any one event
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  milepost undo\n  milepost undo -n 3\n  milepost undo 42    the event that `milepost history` calls 42"
)]
pub(crate) struct UndoArgs {
    /// How many acts
    #[arg(short, long, value_name = "N", default_value_t = 1, conflicts_with = "events")]
    number: usize,
    /// Events, by their numbers in `milepost history`
    #[arg(value_name = "EVENT")]
    events: Vec<String>,
}

/// Bring back what was undone last, or any one event
#[derive(Debug, clap::Args)]
pub(crate) struct RedoArgs {
    /// How many acts
    #[arg(short, long, value_name = "N", default_value_t = 1, conflicts_with = "events")]
    number: usize,
    /// Events, by their numbers in `milepost history`
    #[arg(value_name = "EVENT")]
    events: Vec<String>,
}

/// Which way a step goes, in words.
struct Way {
    /// What was done to the event.
    done: &'static str,
    undone: bool,
    /// Where there is nothing to do it to.
    nothing: &'static str,
    /// Where all of it was so already.
    already: &'static str,
    /// The command that goes the other way.
    back: &'static str,
}

const UNDO: Way = Way {
    done: "Undone",
    undone: true,
    nothing: "nothing is left to undo",
    already: "undone already",
    back: "milepost redo",
};

const REDO: Way = Way {
    done: "Redone",
    undone: false,
    nothing: "nothing is left to redo",
    already: "not undone",
    back: "milepost undo",
};

pub(crate) fn undo(args: &UndoArgs, session: &mut Session, console: &mut Console) -> Result<(), AppError> {
    if args.events.is_empty() {
        return steps(args.number, Session::undo, &UNDO, session, console);
    }
    single(&args.events, &UNDO, session, console)
}

pub(crate) fn redo(args: &RedoArgs, session: &mut Session, console: &mut Console) -> Result<(), AppError> {
    if args.events.is_empty() {
        return steps(args.number, Session::redo, &REDO, session, console);
    }
    single(&args.events, &REDO, session, console)
}

/// Takes `number` steps, or as many as there are.
fn steps(
    number: usize,
    step: impl Fn(&mut Session) -> Result<Vec<Event>, AppError>,
    way: &Way,
    session: &mut Session,
    console: &mut Console,
) -> Result<(), AppError> {
    let (mut events, mut taken) = (Vec::new(), 0);
    for _ in 0..number {
        let act = step(session)?;
        if act.is_empty() {
            break;
        }
        taken += 1;
        events.extend(act);
    }
    let back = if taken == 1 { way.back.to_owned() } else { format!("{} -n {taken}", way.back) };
    say(&events, way, way.nothing, &back, session, console)
}

/// Corrects the events that were named, of whatever device.
fn single(typed: &[String], way: &Way, session: &mut Session, console: &mut Console) -> Result<(), AppError> {
    let history = session.history()?;
    let mut chosen = Vec::new();
    for word in typed {
        let id = names::event(&history, session.device(), word)?;
        let found = history.iter().find(|(event, _)| event.id() == id);
        chosen.extend(
            found
                .filter(|(event, undone)| *undone != way.undone && !chosen.contains(event))
                .map(|(event, _)| event.clone()),
        );
    }
    let ids: Vec<_> = chosen.iter().map(Event::id).collect();
    if !ids.is_empty() {
        session.correct_all(&ids, !way.undone)?;
    }
    let names: Vec<String> = ids.iter().map(|&id| words::event_name(id, session.device())).collect();
    let back = format!("{} {}", way.back, names.join(" "));
    say(&chosen, way, way.already, &back, session, console)
}

fn say(
    events: &[Event],
    way: &Way,
    nothing: &str,
    back: &str,
    session: &Session,
    console: &mut Console,
) -> Result<(), AppError> {
    let roadmap = session.roadmap();
    if console.json {
        let values: Vec<EventValue> =
            events.iter().map(|event| EventValue::of(roadmap, event, way.undone)).collect();
        return console.value(&values);
    }
    if events.is_empty() {
        console.note(nothing);
        return Ok(());
    }
    for event in events {
        let line = Line::default().dim(format!("{}:", way.done)).to(9);
        console.line(&line.plain(words::event(roadmap, event)));
    }
    console.line(&Line::default().dim("Back:").to(9).accent(back));
    Ok(())
}
