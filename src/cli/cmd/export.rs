//! `export`: the road with one's marks, as a document or a drawing.

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use serde::Serialize;

use crate::app::page::{self, Scope};
use crate::app::{AppError, Session, save, typed, would_lose};
use crate::cli::line::Line;
use crate::cli::names;
use crate::cli::output::Console;
use crate::export;

/// The road with your marks, as a report or a picture
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  milepost export markdown --since 2026-09-01 -o report.md\n  milepost export svg -o road.svg\n  milepost export svg --track devops -o devops.svg"
)]
pub(crate) struct Args {
    /// In which format
    format: Format,
    /// Write it to this file; an earlier export there is overwritten
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Overwrite whatever file is there
    #[arg(long)]
    yes: bool,
    /// Report what was done from this day on; for markdown alone
    #[arg(long, value_name = "DAY")]
    since: Option<String>,
    /// Of this stage alone
    #[arg(long, value_name = "STAGE")]
    stage: Option<String>,
    /// Of this track alone
    #[arg(long, value_name = "TRACK")]
    track: Option<String>,
    /// The whole road with every skill and every line, however large; for svg alone
    #[arg(long)]
    full: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// A report in GitHub's markdown
    Markdown,
    /// The road as a flowchart for mermaid, which GitHub draws
    Mermaid,
    /// The road as a graph for Graphviz
    Dot,
    /// The road as a picture, light and dark in one file: the whole by its stages, a part with every line
    Svg,
}

impl Format {
    /// How a file of this format begins, if it is ours.
    fn start(self) -> &'static str {
        match self {
            Self::Markdown => export::REPORT_START,
            Self::Mermaid => export::MERMAID_START,
            Self::Dot => export::DOT_START,
            Self::Svg => export::SVG_START,
        }
    }

    /// What a file of this format is.
    fn noun(self) -> &'static str {
        match self {
            Self::Markdown => "report",
            Self::Mermaid => "flowchart",
            Self::Dot => "graph",
            Self::Svg => "picture",
        }
    }

    /// The text of a file of this format; `full` is whether a picture of the whole road has every line.
    fn text(self, session: &Session, scope: &Scope, full: bool) -> String {
        let chart = || page::chart(session, scope);
        match self {
            Self::Markdown => export::markdown(&page::report(session, scope)),
            Self::Mermaid => export::mermaid(&chart()),
            Self::Dot => export::dot(&chart()),
            Self::Svg if scope.is_whole() && !full => export::stations(&chart()),
            Self::Svg => {
                let chart = chart();
                export::svg(&chart, &page::placed(&chart))
            }
        }
    }
}

#[derive(Serialize)]
struct Value {
    path: String,
}

pub(crate) fn run(args: &Args, session: &Session, console: &mut Console) -> Result<(), AppError> {
    let roadmap = session.roadmap();
    if args.since.is_some() && !matches!(args.format, Format::Markdown) {
        let message =
            format!("--since limits a report; a {} shows the road as it stands", args.format.noun());
        return Err(AppError::usage(message).hint("milepost export markdown --since DAY"));
    }
    if args.full && !matches!(args.format, Format::Svg) {
        let message = format!("--full is for a picture; a {} has every skill as it is", args.format.noun());
        return Err(AppError::usage(message).hint("milepost export svg --full"));
    }
    let scope = Scope {
        since: args.since.as_deref().map(|typed| typed::past_day(typed, session.today())).transpose()?,
        stage: args.stage.as_deref().map(|typed| names::stage(roadmap, typed)).transpose()?,
        track: args.track.as_deref().map(|typed| names::track(roadmap, typed)).transpose()?,
    };
    let text = args.format.text(session, &scope, args.full);
    match &args.output {
        Some(file) if file != Path::new("-") => {
            if !args.yes && !may_write(file, args.format, console)? {
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

/// Whether it may be written there: over nothing, over an earlier one, or at the learner's word.
fn may_write(file: &Path, format: Format, console: &mut Console) -> Result<bool, AppError> {
    if !would_lose(file, format.start()) {
        return Ok(true);
    }
    let said = format!("{} is there and is no {} of ours", file.display(), format.noun());
    if console.can_ask() {
        return console.asks(&format!("{said}. Overwrite it?"));
    }
    Err(AppError::failed(said).hint("--yes overwrites it all the same"))
}
