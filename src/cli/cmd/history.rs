//! `history`: what was done, the newest first.

use crate::app::{AppError, Session};
use crate::cli::line::Line;
use crate::cli::look::Tone;
use crate::cli::output::Console;
use crate::cli::values::EventValue;
use crate::domain::Event;
use crate::export::words;

/// What you did, the newest first, with what was undone marked
#[derive(Debug, clap::Args)]
#[command(
    after_help = "The number before each event is what `milepost undo NUMBER` takes back; one of another device begins with that device's name."
)]
pub(crate) struct Args {
    /// How many acts
    #[arg(short, long, value_name = "N", default_value_t = 20)]
    number: usize,
}

pub(crate) fn run(args: &Args, session: &mut Session, console: &mut Console) -> Result<(), AppError> {
    let mut events = session.history()?;
    // An undo shows as the mark on what it took back.
    events.retain(|(event, _)| !event.act.is_correction());
    events.reverse();
    let shown = &events[..events.len().min(args.number)];
    let roadmap = session.roadmap();
    if console.json {
        let values: Vec<EventValue> =
            shown.iter().map(|(event, undone)| EventValue::of(roadmap, event, *undone)).collect();
        return console.value(&values);
    }
    let names: Vec<String> =
        shown.iter().map(|(event, _)| words::event_name(event.id(), session.device())).collect();
    let widest = names.iter().map(String::len).max().unwrap_or(0);
    for ((event, undone), name) in shown.iter().zip(&names) {
        say(console, session, (name, widest), event, *undone);
    }
    match events.len() - shown.len() {
        0 if events.is_empty() && !session.is_partial() => console.note("nothing was done yet"),
        0 => {}
        more => console.note(format!("{more} more; -n {} shows all", events.len())),
    }
    Ok(())
}

fn say(console: &mut Console, session: &Session, (name, widest): (&str, usize), event: &Event, undone: bool) {
    let day = words::past_day(event.day(), session.today());
    let start = widest + 2;
    let line = Line::default()
        .dim(format!("{name:>widest$}"))
        .to(start)
        .dim(day)
        .to(start + 13)
        .dim(event.at.format("%H:%M"))
        .to(start + 20);
    let what = words::past_event(session.roadmap(), event);
    let line = if undone { line.dim("undone  ").add(Tone::Dim, what) } else { line.plain(what) };
    console.line(&line);
}
