//! The words of the command line: what may be typed, and the help that says so.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::styling::{AnsiColor, Effects, Style, Styles};
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use super::cmd;
use super::parse;
use crate::app::Options;
use crate::domain::Day;

/// A career roadmap you walk in your terminal.
///
/// Without a command, milepost opens its full screen. Everything that it can do there, a command can do too, in plain
/// lines: for scripts, for pipes, for screen readers.
#[derive(Debug, Parser)]
#[command(name = "milepost", version, styles = STYLES, max_term_width = 100)]
pub(crate) struct Args {
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

#[derive(Debug, clap::Args)]
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
    #[arg(long, global = true, value_name = "DAY", value_parser = parse::date, help_heading = "Everywhere")]
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

/// A command.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    #[command(flatten)]
    Walk(Walk),
    #[command(flatten)]
    Tend(Tend),
}

/// A command that needs the road and where the learner stands on it.
#[derive(Debug, Subcommand)]
pub(crate) enum Walk {
    Today(cmd::today::Args),
    Next(cmd::next::Args),
    Why(cmd::why::Args),
    List(cmd::list::Args),
    Show(cmd::show::Args),
    Path(cmd::path::Args),
    Search(cmd::search::Args),
    Stats(cmd::stats::Args),
    Goal(cmd::goal::Args),
    Roles(cmd::roles::Args),
    Pick(cmd::pick::Args),
    Start(cmd::mark::StartArgs),
    Done(cmd::mark::DoneArgs),
    Skip(cmd::mark::SkipArgs),
    Reset(cmd::mark::ResetArgs),
    Tick(cmd::tick::TickArgs),
    Untick(cmd::tick::UntickArgs),
    Log(cmd::log::Args),
    Note(cmd::note::Args),
    Link(cmd::link::Args),
    Undo(cmd::undo::UndoArgs),
    Redo(cmd::undo::RedoArgs),
    History(cmd::history::Args),
    Export(cmd::export::Args),
}

/// A command that tends to files and set-up, and works even where no session can be opened.
#[derive(Debug, Subcommand)]
pub(crate) enum Tend {
    Check(cmd::check::Args),
    Doctor(cmd::doctor::Args),
    Config(cmd::config::Args),
    Schema(cmd::schema::Args),
    Completions(cmd::completions::Args),
    Man(cmd::man::Args),
}

/// The commands by what one asks of them, as the help lists them.
const GROUPS: [(&str, &[&str]); 6] = [
    ("What now", &["today", "next", "why"]),
    ("Where am I", &["list", "show", "path", "search", "stats"]),
    ("Where to", &["goal", "roles", "pick"]),
    (
        "What I did",
        &[
            "start", "done", "skip", "reset", "tick", "untick", "log", "note", "link", "undo", "redo",
            "history",
        ],
    ),
    ("Show it", &["export"]),
    ("Files and set-up", &["check", "doctor", "config", "schema", "completions", "man"]),
];

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
    Args::from_arg_matches(&command().try_get_matches_from(words)?)
}

/// The whole command line, with its commands listed in groups.
pub(crate) fn command() -> clap::Command {
    let command = Args::command();
    let template = format!(
        "{{before-help}}{{about-with-newline}}\n{{usage-heading}} {{usage}}\n\n{}{{options}}{{after-help}}",
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
