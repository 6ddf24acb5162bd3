//! The command line: words to use cases, reports to lines.

mod act;
mod args;
mod cmd;
mod columns;
mod kept;
mod line;
mod look;
mod names;
mod output;
mod rows;
mod shapes;
#[cfg(test)]
mod tests;
mod values;
mod words;

use std::ffi::OsString;
use std::mem::ManuallyDrop;
use std::process::ExitCode;

use args::Args;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use cmd::today::OnFailure;
use cmd::{Command, Walk};
use look::Look;
use output::Console;

use crate::app::{AppError, Host, KeptPage, Options, Session, notice};
use crate::domain::{Clean, Id};

/// What a run comes to.
#[derive(Debug)]
pub enum Outcome {
    /// It has ended so.
    Ended(ExitCode),
    /// The full screen is to be opened, in its plain look if `plain`.
    OpenScreen {
        /// What the run was told.
        options: Options,
        /// Without lines, for screen readers.
        plain: bool,
    },
}

/// Runs the words of a command line, the program's own name first.
///
/// Without a command the full screen is to be opened, or where there is no terminal for it the page of today printed.
pub fn run(words: impl IntoIterator<Item = OsString>) -> Outcome {
    let args = match args::read(words) {
        Ok(args) => args,
        Err(said) => return Outcome::Ended(instead(&said)),
    };
    let kept = kept::page_of(&args);
    if let Some(text) = kept.as_ref().and_then(KeptPage::text) {
        return Outcome::Ended(ended(output::print(&text, false), false));
    }
    let host = Host::look();
    let options = args.global.options();
    let Args { global, command } = args;
    let command = match command {
        Some(command) => command,
        None if global.json || host.dumb || !output::is_terminal() => {
            Command::Walk(Walk::Today(cmd::today::Args::default()))
        }
        None => return Outcome::OpenScreen { options, plain: global.plain },
    };
    let mut console = output::attended(Console::new(Look::of(&host, global.plain), global.json));
    let result = perform(&command, &options, &mut console);
    if let (Ok(()), Some(kept), Some(page)) = (&result, kept, console.whole()) {
        kept.keep(page);
    }
    let result = result.and(console.finish());
    Outcome::Ended(match result {
        Err(error) => failed(&command, &error, &global),
        Ok(()) => ExitCode::SUCCESS,
    })
}

/// The end of a command that failed.
fn failed(command: &Command, error: &AppError, global: &args::Global) -> ExitCode {
    let on_failure = match command {
        Command::Walk(Walk::Today(today)) => today.on_failure(global.json, output::is_terminal()),
        _ => OnFailure::Fail,
    };
    match on_failure {
        OnFailure::LineAlone => output::complain(&in_a_line(error), global.plain),
        OnFailure::SayAlone => output::complain(error, global.plain),
        OnFailure::Fail => return ended(Err(error.clone()), global.plain),
    }
    ExitCode::SUCCESS
}

/// The end of the program: success, or an error that is said once.
pub fn ended(result: Result<(), AppError>, plain: bool) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            output::complain(&error, plain);
            match error.code {
                crate::app::ExitCode::Failed => ExitCode::FAILURE,
                crate::app::ExitCode::Usage => ExitCode::from(2),
            }
        }
    }
}

fn perform(command: &Command, options: &Options, console: &mut Console) -> Result<(), AppError> {
    match command {
        Command::Tend(command) => cmd::tend(command, options, args::command, console),
        Command::Walk(command) => {
            // The process is about to end: to give back piece by piece what it has taken would only make it end later.
            let mut session = ManuallyDrop::new(Session::open(options)?);
            if !matches!(command, Walk::Today(today) if today.short) {
                for (notice, advice) in notice::said(session.notices()) {
                    console.note(notice);
                    advice.iter().for_each(|advice| console.hint(advice));
                }
            }
            cmd::walk(command, &mut session, console)
        }
    }
}

/// What clap says instead of a run: help and the version as they are, an error as an error of ours.
fn instead(said: &clap::Error) -> ExitCode {
    match said.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            ended(output::print(&said.render().ansi().to_string(), false), false)
        }
        _ => {
            let text = said.render().to_string();
            let text = text.trim_start_matches("error: ").trim_end();
            let text = text.trim_end_matches("For more information, try '--help'.").trim_end();
            let error = AppError::usage(text);
            let error = match skill_for_a_command(said) {
                Some(id) => error.hint(format!("milepost show {id}")),
                None => error,
            };
            ended(Err(error.hint("--help behind any command says what it takes")), false)
        }
    }
}

/// The word that stands where a command should, if it looks like a skill's id.
fn skill_for_a_command(said: &clap::Error) -> Option<&str> {
    match said.get(ContextKind::InvalidSubcommand) {
        Some(ContextValue::String(word)) if word.contains('.') && Id::parse(word).is_ok() => Some(word),
        _ => None,
    }
}

/// The first line of an error, without hints: all that the start of a shell should see.
fn in_a_line(error: &AppError) -> AppError {
    let line = error.message.lines().next().unwrap_or_default();
    AppError::failed(Clean::line(line))
}
