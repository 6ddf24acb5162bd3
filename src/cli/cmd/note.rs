//! `note`: the learner's own note on a skill.

use crate::app::{AppError, Intent, Session, edit};
use crate::cli::line::Line;
use crate::cli::output::Console;
use crate::cli::{act, names};
use crate::domain::Clean;

/// The longest note, in bytes.
const LONGEST: usize = 32 * 1024;

/// Write your note on a skill
///
/// Without a text it opens the note in $VISUAL or $EDITOR; `-` reads it from standard input. An empty text removes it.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  milepost note docker.images\n  milepost note docker.images Order the steps\n  pbpaste | milepost note docker.images -"
)]
pub(crate) struct Args {
    /// The skill
    skill: String,
    /// The note, or `-` to read it
    text: Vec<String>,
}

pub(crate) fn run(args: &Args, session: &mut Session, console: &mut Console) -> Result<(), AppError> {
    let skill = names::skill(session.roadmap(), &args.skill)?;
    let told = session.roadmap().skill(skill);
    let (title, id) = (told.title.clone(), told.id.clone());
    let old = session.progress().of(told).note_text().cloned().unwrap_or_default();
    let typed = match args.text.as_slice() {
        [] if console.can_edit() => edit(&old)?,
        [] => return Err(AppError::usage("give the text, or - to read it from standard input")),
        [dash] if dash == "-" => Some(console.read_all(LONGEST)?),
        words => Some(words.join(" ")),
    };
    let Some(typed) = typed else {
        return Err(AppError::failed("the editor ended with an error; the note is as it was"));
    };
    let text = Clean::prose(typed.trim());
    if text.len() > LONGEST {
        return Err(AppError::usage("a note has 32 KiB at most").hint(format!("milepost link {id} PATH")));
    }
    if text == old {
        return act::say_nothing(session, console, format!("The note on {title} is as it was."));
    }
    let removed = text.is_empty();
    let recorded = act::record(session, vec![Intent::Note { skill, text }])?;
    recorded.say(session, console, |console| {
        let done = if removed { "Removed" } else { "Written" };
        console.line(&Line::default().plain(format!("{done}: your note on ")).strong(&title));
    })?;
    if removed {
        act::say_undo(console, &recorded);
    }
    Ok(())
}
