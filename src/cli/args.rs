//! The words of the command line: what may be typed, and the help that says so.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::styling::{AnsiColor, Effects, Style, Styles};
use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches, Parser};

use super::cmd::{Command, Walk, today};
use crate::app::{Options, typed};
use crate::domain::Day;

/// A career roadmap you walk in your terminal.
#[derive(Debug, Parser)]
#[command(name = "milepost", version, styles = STYLES, max_term_width = 100)]
pub(crate) struct Args {
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

#[derive(Debug, Default, PartialEq, Eq, clap::Args)]
pub(crate) struct Global {
    /// Print values as JSON, with the names that `milepost schema output` lists
    #[arg(long, global = true, help_heading = "Everywhere")]
    pub(crate) json: bool,
    /// Print without colour, box lines and signs beyond ASCII, for screen readers
    #[arg(long, global = true, help_heading = "Everywhere")]
    pub(crate) plain: bool,
    /// Keep the data in this folder
    #[arg(long, global = true, value_name = "DIR", help_heading = "Everywhere")]
    data_dir: Option<PathBuf>,
    /// Load this roadmap file or folder beside the shipped roadmap; may be given several times
    #[arg(long = "roadmap", global = true, value_name = "PATH", help_heading = "Everywhere")]
    roadmaps: Vec<PathBuf>,
    /// Leave the shipped roadmap out
    #[arg(long, global = true, help_heading = "Everywhere")]
    no_shipped: bool,
    /// Take it for this day, such as 2026-11-20
    #[arg(long, global = true, value_name = "DAY", value_parser = typed::date, help_heading = "Everywhere")]
    today: Option<Day>,
}

impl Global {
    /// What a run was told.
    pub(crate) fn options(&self) -> Options {
        Options {
            data_dir: self.data_dir.clone(),
            roadmaps: self.roadmaps.clone(),
            no_shipped: self.no_shipped,
            today: self.today,
        }
    }
}

/// The commands by what one asks of them, as the help lists them.
const GROUPS: [(&str, &[&str]); 6] = [
    ("What now", &["today", "next", "why", "plan"]),
    ("Where am I", &["list", "show", "path", "search", "stats"]),
    ("Where to", &["goal", "roles", "pick", "prefer"]),
    (
        "What I did",
        &[
            "start", "done", "skip", "reset", "tick", "untick", "checkin", "log", "timer", "review", "note",
            "link", "undo", "redo", "history",
        ],
    ),
    ("Show it", &["export"]),
    ("Files and set-up", &["check", "doctor", "config", "schema", "completions", "man"]),
];

/// What the help says of a run without a command.
const WITHOUT_COMMAND: &str = "\
Without a command it opens the full screen. Everything that the screen can do, a
command can do too, in plain lines: for scripts, for pipes, for screen readers.";

const HEADING: Style = AnsiColor::Cyan.on_default().effects(Effects::BOLD);

const STYLES: Styles = Styles::styled()
    .header(HEADING)
    .usage(HEADING)
    .literal(Style::new().effects(Effects::BOLD))
    .error(AnsiColor::Red.on_default().effects(Effects::BOLD))
    .valid(AnsiColor::Cyan.on_default())
    .invalid(AnsiColor::Red.on_default());

/// Reads the words of a run; what clap says instead is help, the version, or an error.
pub(crate) fn read(words: impl IntoIterator<Item = OsString>) -> Result<Args, clap::Error> {
    let words: Vec<OsString> = words.into_iter().collect();
    if let Some(args) = of_every_morning(&words) {
        return Ok(args);
    }
    match Args::command().try_get_matches_from(&words) {
        Ok(matches) => Args::from_arg_matches(&matches),
        // Only help needs the listing of commands, which costs more than all else here.
        Err(said) if said.kind() == ErrorKind::DisplayHelp => {
            Err(command().try_get_matches_from(&words).err().unwrap_or(said))
        }
        Err(said) => Err(said),
    }
}

/// What the words that are typed every morning ask for, without the whole command line being set up to read them: that
/// takes longer than the page.
fn of_every_morning(words: &[OsString]) -> Option<Args> {
    let short = match words {
        [_] => return Some(Args { global: Global::default(), command: None }),
        [_, word] if word == "today" => false,
        [_, word, short] if word == "today" && short == "--short" => true,
        _ => return None,
    };
    let command = Some(Command::Walk(Walk::Today(today::Args { short })));
    Some(Args { global: Global::default(), command })
}

/// The whole command line, with its commands listed in groups.
pub(crate) fn command() -> clap::Command {
    let command = Args::command();
    let template = format!(
        "{{about}}\n\n{WITHOUT_COMMAND}\n\n{{usage-heading}} {{usage}}\n\n\
         {}{HEADING}Everywhere{HEADING:#}\n{{options}}{{after-help}}",
        listing(&command)
    );
    command.help_template(template).after_help(
        "A skill may be named by its id, by any part of its id or title that no other has, or by an alias.",
    )
}

fn listing(command: &clap::Command) -> String {
    let mut text = String::new();
    for (heading, names) in GROUPS {
        text.push_str(&format!("{HEADING}{heading}{HEADING:#}\n"));
        for name in names {
            let about = command.find_subcommand(name).and_then(clap::Command::get_about);
            let about = about.map(ToString::to_string).unwrap_or_default();
            let literal = STYLES.get_literal();
            text.push_str(&format!("  {literal}{name:<13}{literal:#}{about}\n"));
        }
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        command().debug_assert();
    }

    #[test]
    fn every_command_stands_in_one_group_and_says_what_it_is_for() {
        let command = command();
        let mut listed: Vec<&str> = GROUPS.iter().flat_map(|(_, names)| names.iter().copied()).collect();
        let mut there: Vec<&str> = command.get_subcommands().map(clap::Command::get_name).collect();
        listed.sort_unstable();
        there.sort_unstable();
        assert_eq!(listed, there);
        for sub in command.get_subcommands() {
            let about = sub.get_about().map(ToString::to_string).unwrap_or_default();
            assert!(!about.is_empty() && about.len() <= 64, "{}: {about}", sub.get_name());
            for arg in sub.get_arguments().filter(|arg| !arg.is_global_set()) {
                assert!(arg.get_help().is_some() || arg.is_hide_set(), "{} {}", sub.get_name(), arg.get_id());
            }
        }
    }

    #[test]
    fn the_words_of_every_morning_are_read_as_all_words_are() {
        for words in [&["milepost"][..], &["milepost", "today"], &["milepost", "today", "--short"]] {
            let words: Vec<OsString> = words.iter().map(OsString::from).collect();
            let read = Args::from_arg_matches(&Args::command().get_matches_from(&words)).unwrap();
            let at_once = of_every_morning(&words).unwrap();
            assert_eq!(format!("{at_once:?}"), format!("{read:?}"));
        }
        assert!(of_every_morning(&["milepost", "next"].map(OsString::from)).is_none());
    }

    #[test]
    fn options_that_hold_everywhere_may_stand_behind_the_command() {
        let words =
            ["milepost", "next", "--json", "--today", "2026-11-24", "--roadmap", "a", "--roadmap", "b"];
        let args = read(words.map(OsString::from)).unwrap();
        let options = args.global.options();
        assert!(args.global.json);
        assert_eq!(options.roadmaps.len(), 2);
        assert_eq!(options.today, Day::parse("2026-11-24"));
        assert!(read(["milepost", "--today", "mon"].map(OsString::from)).is_err());
    }
}
