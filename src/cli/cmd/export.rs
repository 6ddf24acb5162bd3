//! `export`: the whole road with one's marks, as a document.

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use serde::Serialize;

use crate::app::page::{self, Scope};
use crate::app::{AppError, Session, save, typed, would_lose};
use crate::cli::line::Line;
use crate::cli::names;
use crate::cli::output::Console;
use crate::export;

/// A report of the road and your marks
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  milepost export markdown --since 2026-09-01 -o report.md")]
pub(crate) struct Args {
    /// In which format
    format: Format,
    /// Write it to this file; an earlier report there is overwritten
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Overwrite whatever file is there
    #[arg(long)]
    yes: bool,
    /// Report what was done from this day on
    #[arg(long, value_name = "DAY")]
    since: Option<String>,
    /// Of this stage alone
    #[arg(long, value_name = "STAGE")]
    stage: Option<String>,
    /// Of this track alone
    #[arg(long, value_name = "TRACK")]
    track: Option<String>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// A report in GitHub's markdown
    Markdown,
}

#[derive(Serialize)]
struct Value {
    path: String,
}

pub(crate) fn run(args: &Args, session: &Session, console: &mut Console) -> Result<(), AppError> {
    let roadmap = session.roadmap();
    let scope = Scope {
        since: args.since.as_deref().map(|typed| typed::past_day(typed, session.today())).transpose()?,
        stage: args.stage.as_deref().map(|typed| names::stage(roadmap, typed)).transpose()?,
        track: args.track.as_deref().map(|typed| names::track(roadmap, typed)).transpose()?,
    };
    let text = match args.format {
        Format::Markdown => export::markdown(&page::report(session, &scope)),
    };
    match &args.output {
        Some(file) if file != Path::new("-") => {
            if !args.yes && !may_write(file, console)? {
                console.note(format!("nothing was written to {}", file.display()));
                return Ok(());
            }
            save(file, &text)?;
            let path = file.display().to_string();
            if console.json {
                return console.value(&Value { path });
            }
            console.line(&Line::default().plain("Written: ").strong(path));
        }
        _ => console.verbatim(&text),
    }
    Ok(())
}

/// Whether a report may be written there: over nothing, over an earlier one, or at the learner's word.
fn may_write(file: &Path, console: &mut Console) -> Result<bool, AppError> {
    if !would_lose(file, export::REPORT_START) {
        return Ok(true);
    }
    let said = format!("{} is there and is no report of ours", file.display());
    if console.can_ask() {
        return console.asks(&format!("{said}. Overwrite it?"));
    }
    Err(AppError::failed(said).hint("--yes overwrites it all the same"))
}
