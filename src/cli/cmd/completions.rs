//! `completions`: what a shell needs to complete the words of the command line.

use clap::ValueEnum;
use clap_complete::{Generator, Shell, generate};

use crate::app::AppError;
use crate::cli::output::Console;

/// What your shell needs to complete these words
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  milepost completions bash > ~/.local/share/bash-completion/completions/milepost"
)]
pub(crate) struct Args {
    /// The shell
    shell: ShellName,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ShellName {
    Bash,
    Elvish,
    Fish,
    Nushell,
    #[value(name = "powershell")]
    PowerShell,
    Zsh,
}

pub(crate) fn run(args: &Args, words: clap::Command, console: &mut Console) -> Result<(), AppError> {
    let text = match args.shell {
        ShellName::Bash => made_by(Shell::Bash, words),
        ShellName::Elvish => made_by(Shell::Elvish, words),
        ShellName::Fish => made_by(Shell::Fish, words),
        ShellName::Nushell => made_by(clap_complete_nushell::Nushell, words),
        ShellName::PowerShell => made_by(Shell::PowerShell, words),
        ShellName::Zsh => made_by(Shell::Zsh, words),
    };
    console.verbatim(&text);
    Ok(())
}

fn made_by(generator: impl Generator, mut words: clap::Command) -> String {
    let mut bytes = Vec::new();
    generate(generator, &mut words, "milepost", &mut bytes);
    String::from_utf8_lossy(&bytes).into_owned()
}
