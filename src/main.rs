//! The program.

use std::process::ExitCode;

use milepost::cli::{self, Outcome};
use milepost::tui;

fn main() -> ExitCode {
    match cli::run(std::env::args_os()) {
        Outcome::Ended(code) => code,
        Outcome::OpenScreen { options, plain } => cli::ended(tui::run(&options, plain), plain),
    }
}
