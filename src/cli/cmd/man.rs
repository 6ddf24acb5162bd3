//! `man`: the manual page, of the program or of one command.

use clap_mangen::Man;

use crate::app::AppError;
use crate::cli::output::Console;

/// The manual page, of milepost or of one command
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  milepost man > ~/.local/share/man/man1/milepost.1")]
pub(crate) struct Args {
    /// The command; all of milepost without one
    command: Option<String>,
}

pub(crate) fn run(args: &Args, mut whole: clap::Command, console: &mut Console) -> Result<(), AppError> {
    whole.build();
    let page = match &args.command {
        None => whole,
        Some(name) => whole.find_subcommand(name).cloned().ok_or_else(|| {
            AppError::usage(format!("there is no command \"{name}\""))
                .hint("milepost --help lists the commands")
        })?,
    };
    let mut bytes = Vec::new();
    let named = page.get_display_name().unwrap_or("milepost").to_owned();
    Man::new(page).title(named).render(&mut bytes).map_err(AppError::failed)?;
    console.verbatim(&String::from_utf8_lossy(&bytes));
    Ok(())
}
