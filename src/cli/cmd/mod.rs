//! The commands, one a file, and which words run which.

pub(crate) mod check;
pub(crate) mod checkin;
pub(crate) mod completions;
pub(crate) mod config;
pub(crate) mod doctor;
pub(crate) mod export;
pub(crate) mod goal;
pub(crate) mod history;
pub(crate) mod link;
pub(crate) mod list;
pub(crate) mod log;
pub(crate) mod man;
pub(crate) mod mark;
pub(crate) mod next;
pub(crate) mod note;
pub(crate) mod path;
pub(crate) mod pick;
pub(crate) mod plan;
pub(crate) mod prefer;
pub(crate) mod review;
pub(crate) mod roles;
pub(crate) mod schema;
pub(crate) mod search;
pub(crate) mod show;
pub(crate) mod stats;
pub(crate) mod tick;
pub(crate) mod timer;
pub(crate) mod today;
pub(crate) mod undo;
pub(crate) mod why;

use clap::Subcommand;

use super::output::Console;
use crate::app::{AppError, Options, Session};

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
    Today(today::Args),
    Next(next::Args),
    Why(why::Args),
    Plan(plan::Args),
    List(list::Args),
    Show(show::Args),
    Path(path::Args),
    Search(search::Args),
    Stats(stats::Args),
    Review(review::Args),
    Goal(goal::Args),
    Roles(roles::Args),
    Pick(pick::Args),
    Prefer(prefer::Args),
    Start(mark::StartArgs),
    Done(mark::DoneArgs),
    Skip(mark::SkipArgs),
    Reset(mark::ResetArgs),
    Tick(tick::TickArgs),
    Untick(tick::UntickArgs),
    Checkin(checkin::Args),
    Log(log::Args),
    Timer(timer::Args),
    Note(note::Args),
    Link(link::Args),
    Undo(undo::UndoArgs),
    Redo(undo::RedoArgs),
    History(history::Args),
    Export(export::Args),
}

/// A command that tends to files and set-up, and works even where no session can be opened.
#[derive(Debug, Subcommand)]
pub(crate) enum Tend {
    Check(check::Args),
    Doctor(doctor::Args),
    Config(config::Args),
    Schema(schema::Args),
    Completions(completions::Args),
    Man(man::Args),
}

/// Runs a command on the road.
///
/// # Errors
/// Fails as the command does.
pub(crate) fn walk(command: &Walk, session: &mut Session, console: &mut Console) -> Result<(), AppError> {
    match command {
        Walk::Today(args) => today::run(args, session, console),
        Walk::Next(args) => next::run(args, session, console),
        Walk::Why(args) => why::run(args, session, console),
        Walk::Plan(args) => plan::run(args, session, console),
        Walk::List(args) => list::run(args, session, console),
        Walk::Show(args) => show::run(args, session, console),
        Walk::Path(args) => path::run(args, session, console),
        Walk::Search(args) => search::run(args, session, console),
        Walk::Stats(_) => stats::run(session, console),
        Walk::Review(args) => review::run(args, session, console),
        Walk::Goal(args) => goal::run(args, session, console),
        Walk::Roles(_) => roles::run(session, console),
        Walk::Pick(args) => pick::run(args, session, console),
        Walk::Prefer(args) => prefer::run(args, session, console),
        Walk::Start(args) => mark::start(args, session, console),
        Walk::Done(args) => mark::done(args, session, console),
        Walk::Skip(args) => mark::skip(args, session, console),
        Walk::Reset(args) => mark::reset(args, session, console),
        Walk::Tick(args) => tick::tick(args, session, console),
        Walk::Untick(args) => tick::untick(args, session, console),
        Walk::Checkin(_) => checkin::run(session, console),
        Walk::Log(args) => log::run(args, session, console),
        Walk::Timer(args) => timer::run(args, session, console),
        Walk::Note(args) => note::run(args, session, console),
        Walk::Link(args) => link::run(args, session, console),
        Walk::Undo(args) => undo::undo(args, session, console),
        Walk::Redo(args) => undo::redo(args, session, console),
        Walk::History(args) => history::run(args, session, console),
        Walk::Export(args) => export::run(args, session, console),
    }
}

/// Runs a command that tends to files and set-up; `words` is the whole command line.
///
/// # Errors
/// Fails as the command does.
pub(crate) fn tend(
    command: &Tend,
    options: &Options,
    words: fn() -> clap::Command,
    console: &mut Console,
) -> Result<(), AppError> {
    match command {
        Tend::Check(args) => check::run(args, options, console),
        Tend::Doctor(args) => doctor::run(args, options, console),
        Tend::Config(args) => config::run(args, options, console),
        Tend::Schema(args) => schema::run(args, console),
        Tend::Completions(args) => completions::run(args, words(), console),
        Tend::Man(args) => man::run(args, words(), console),
    }
}
