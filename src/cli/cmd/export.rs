//! `export`: the road with one's marks as a document or a drawing, and the plan as a calendar.

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use serde::Serialize;

use crate::app::page::{self, Scope, Turn};
use crate::app::{AppError, Session, save, typed, would_lose};
use crate::cli::line::Line;
use crate::cli::names;
use crate::cli::output::Console;
use crate::export;

/// The road with your marks as a report or a picture; your calendar
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  milepost export markdown --since 2026-09-01 -o report.md\n  milepost export markdown --since quarter\n  milepost export csv --since month -o log.csv\n  milepost export svg -o road.svg\n  milepost export svg --track devops -o devops.svg\n  milepost export ics -o plan.ics"
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
    /// What was done from this day on: 2026-11-20, yesterday, mon, or week, month, quarter for the beginning of the current one; for markdown and csv
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
    /// The weeks of the plan and the time for review, for a calendar program
    Ics,
    /// The study log for a spreadsheet, one session a line; a text that it would take for a formula gets an apostrophe before it
    Csv,
}

impl Format {
    /// How a file of this format begins, if it is ours.
    fn start(self) -> &'static str {
        match self {
            Self::Markdown => export::REPORT_START,
            Self::Mermaid => export::MERMAID_START,
            Self::Dot => export::DOT_START,
            Self::Svg => export::SVG_START,
            Self::Ics => export::ICS_START,
            Self::Csv => export::CSV_START,
        }
    }

    /// What a file of this format is.
    fn noun(self) -> &'static str {
        match self {
            Self::Markdown => "report",
            Self::Mermaid => "flowchart",
            Self::Dot => "graph",
            Self::Svg => "picture",
            Self::Ics => "calendar",
            Self::Csv => "study log",
        }
    }

    /// The text of a file of this format; `full` is whether a picture of the whole road has every line.
    ///
    /// # Errors
    /// Fails if there is no plan to put into a calendar, or if the journal cannot be read again for the log.
    fn text(self, session: &mut Session, scope: &Scope, full: bool) -> Result<String, AppError> {
        let chart = |session: &Session| page::chart(session, scope);
        Ok(match self {
            Self::Markdown => export::markdown(&page::report(session, scope)),
            Self::Mermaid => export::mermaid(&chart(session)),
            Self::Dot => export::dot(&chart(session)),
            Self::Svg if scope.is_whole() && !full => export::stations(&chart(session)),
            Self::Svg => {
                let chart = chart(session);
                export::svg(&chart, &page::placed(&chart))
            }
            Self::Ics => calendar(session)?,
            Self::Csv => export::csv(&page::study_log(session, scope.since)?),
        })
    }
}

/// The plan as a calendar file.
///
/// # Errors
/// Fails if the plan has no week that could go into it.
fn calendar(session: &Session) -> Result<String, AppError> {
    let plan = page::plan(session, None);
    match plan.turn {
        Turn::Reached => Err(AppError::failed("nothing is left to plan, so there is nothing for a calendar")
            .hint("milepost roles lists where to go next")),
        Turn::NoTime => Err(AppError::failed("no day of the week has minutes for study")
            .hint("give some days minutes under [week] in the settings: milepost config path")),
        Turn::Away => Err(AppError::failed("the days away leave no day for study in fifty years")
            .hint("give them an end under [[away]]; milepost config path says where")),
        Turn::Usual => Ok(export::ics(&page::agenda(session, &plan))),
    }
}

#[derive(Serialize)]
struct Value {
    path: String,
}

pub(crate) fn run(args: &Args, session: &mut Session, console: &mut Console) -> Result<(), AppError> {
    if args.since.is_some() && !matches!(args.format, Format::Markdown | Format::Csv) {
        let message = format!(
            "--since limits a report or the study log; a {} shows what is so today",
            args.format.noun()
        );
        return Err(AppError::usage(message).hint("milepost export markdown --since DAY"));
    }
    if args.full && !matches!(args.format, Format::Svg) {
        let message = format!("--full is for a picture; a {} has every skill as it is", args.format.noun());
        return Err(AppError::usage(message).hint("milepost export svg --full"));
    }
    if (args.stage.is_some() || args.track.is_some()) && matches!(args.format, Format::Ics) {
        return Err(AppError::usage("--stage and --track limit the road; a calendar holds the whole plan")
            .hint("milepost export ics"));
    }
    if (args.stage.is_some() || args.track.is_some()) && matches!(args.format, Format::Csv) {
        return Err(AppError::usage(
            "--stage and --track limit the road; the study log names both on every line",
        )
        .hint("milepost export csv"));
    }
    let roadmap = session.roadmap();
    let scope = Scope {
        since: args.since.as_deref().map(|typed| typed::since(typed, session.today())).transpose()?,
        stage: args.stage.as_deref().map(|typed| names::stage(roadmap, typed)).transpose()?,
        track: args.track.as_deref().map(|typed| names::track(roadmap, typed)).transpose()?,
    };
    let text = args.format.text(session, &scope, args.full)?;
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
