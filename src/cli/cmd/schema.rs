//! `schema`: what roadmap files and the JSON outputs look like.

use clap::ValueEnum;

use crate::app::{AppError, roadmap_schema};
use crate::cli::output::Console;
use crate::cli::shapes;

/// What roadmap files and the JSON outputs look like
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  milepost schema roadmap > milepost.schema.json")]
pub(crate) struct Args {
    /// Of what
    of: Of,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Of {
    /// The JSON Schema of roadmap files, for editors
    Roadmap,
    /// The shape of what each command prints with --json
    Output,
}

pub(crate) fn run(args: &Args, console: &mut Console) -> Result<(), AppError> {
    match args.of {
        Of::Roadmap => {
            console.verbatim(&roadmap_schema());
            Ok(())
        }
        Of::Output => console.value(&shapes::all()),
    }
}
