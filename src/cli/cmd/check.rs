//! `check`: roadmap files, with every defect of every file.

use std::path::PathBuf;

use serde::Serialize;

use crate::app::{self, AppError, Options};
use crate::cli::line::Line;
use crate::cli::output::Console;
use crate::export::words;

/// Check roadmap files: every defect, with its place
///
/// Without a path it checks your own files in the data folder. They may hang onto the shipped roadmap.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  milepost check roadmaps/platform.toml")]
pub(crate) struct Args {
    /// Files or folders
    paths: Vec<PathBuf>,
}

#[derive(Serialize)]
struct Value {
    file: String,
    line: usize,
    column: usize,
    severity: String,
    code: &'static str,
    message: String,
    help: Option<String>,
}

pub(crate) fn run(args: &Args, options: &Options, console: &mut Console) -> Result<(), AppError> {
    let checked = app::check(options, &args.paths)?;
    let (mut errors, mut warnings) = (0, 0);
    let mut values = Vec::new();
    for found in checked.defects() {
        let fault = &found.defect.fault;
        *(if found.defect.is_error() { &mut errors } else { &mut warnings }) += 1;
        if console.json {
            values.push(Value {
                file: found.file.to_string(),
                line: found.line,
                column: found.column,
                severity: fault.severity().to_string(),
                code: fault.code(),
                message: fault.to_string(),
                help: fault.help(),
            });
        } else {
            console.gap();
            found.to_string().lines().for_each(|line| console.line(&Line::default().plain(line)));
        }
    }
    let files = words::count(checked.files(), "file");
    let counts = [(errors, "error"), (warnings, "warning")];
    let counts: Vec<String> =
        counts.iter().filter(|(count, _)| *count > 0).map(|&(count, one)| words::count(count, one)).collect();
    if console.json {
        console.value(&values)?;
    } else if checked.files() == 0 {
        console.note(format!(
            "there are no roadmap files of your own; they would lie in {}",
            own_folder(options)?
        ));
    } else if counts.is_empty() {
        console.line(&Line::default().plain(format!("{files}: nothing is wrong")));
    } else if errors == 0 {
        console.gap();
        console.line(&Line::default().plain(format!("{} in {files}", counts.join(" and "))));
    }
    if errors > 0 {
        return Err(AppError::failed(format!("{} in {files}", counts.join(" and "))));
    }
    Ok(())
}

fn own_folder(options: &Options) -> Result<String, AppError> {
    Ok(options.paths()?.data.join("roadmaps").display().to_string())
}
