//! `checkin`: the questions of an evening, a line each, and one undo for all of it.

use crate::app::checkin::{self, Worked};
use crate::app::{AppError, Session, evidence, page, typed};
use crate::cli::line::Line;
use crate::cli::look::Tone;
use crate::cli::output::Console;
use crate::cli::{act, names, rows};
use crate::domain::{Clean, SkillIx};
use crate::export::words;

/// What you did today, in a minute: what, how long, which outcomes
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Each question takes one line, and enter passes it over. On a pipe the answers are read in the same order:\n  printf '1\\n45\\n1 3\\nmulti-stage builds\\n\\n' | milepost checkin"
)]
pub(crate) struct Args {}

/// Cells before the rows of a question.
const INDENT: usize = 2;

pub(crate) fn run(session: &mut Session, console: &mut Console) -> Result<(), AppError> {
    let mut worked = Vec::new();
    let offered = checkin::offered(session);
    offer(session, console, &offered);
    let mut question = "What did you work on? A number or a name; enter for nothing.";
    while let Some(skill) = ask_skill(session, console, &offered, question)? {
        worked.push(about(session, console, skill)?);
        question = "Anything else? A number or a name; enter ends.";
    }
    end(&worked, session, console)
}

/// The skills that one most likely worked on, by number.
fn offer(session: &Session, console: &mut Console, offered: &[SkillIx]) {
    if console.json {
        return;
    }
    for (number, &skill) in (1..).zip(offered) {
        let line = Line::indented(INDENT).dim(number).to(INDENT + 3);
        let line = rows::standing(console, line, session, skill);
        console.line(&line.plain(format!(" {}", session.roadmap().skill(skill).title)));
    }
}

/// Puts a question, and gives the answer; none for an empty one, and where no more answers come.
fn ask(console: &mut Console, question: &str) -> Result<Option<String>, AppError> {
    if !console.json {
        console.line(&Line::default().strong(question));
    }
    let reply = console.reply()?.unwrap_or_default();
    Ok(Some(reply.trim().to_owned()).filter(|reply| !reply.is_empty()))
}

/// Puts a question until its answer can be read or is empty.
fn ask_for<T>(
    console: &mut Console,
    question: &str,
    read: impl Fn(&str) -> Result<T, AppError>,
) -> Result<Option<T>, AppError> {
    while let Some(reply) = ask(console, question)? {
        match read(&reply) {
            Ok(answer) => return Ok(Some(answer)),
            Err(error) => {
                console.note(error.message);
                error.hints.iter().for_each(|hint| console.hint(hint));
            }
        }
    }
    Ok(None)
}

fn ask_skill(
    session: &Session,
    console: &mut Console,
    offered: &[SkillIx],
    question: &str,
) -> Result<Option<SkillIx>, AppError> {
    ask_for(console, question, |reply| match reply.parse::<usize>() {
        Ok(number) => number
            .checked_sub(1)
            .and_then(|at| offered.get(at).copied())
            .ok_or_else(|| AppError::usage(format!("the numbers are 1 to {}", offered.len()))),
        Err(_) => names::skill(session.roadmap(), reply),
    })
}

/// All that is asked about one skill.
fn about(session: &Session, console: &mut Console, skill: SkillIx) -> Result<Worked, AppError> {
    let mut worked = Worked::on(skill);
    worked.minutes = ask_minutes(session, console, &worked)?;
    worked.ticked = ask_outcomes(session, console, &worked)?;
    worked.note = ask(console, "A note? One line; enter for none.")?.map(|note| Clean::line(&note));
    let link = "A link that shows it? An address or a path; enter for none.";
    worked.link = ask_for(console, link, evidence::target)?;
    Ok(worked)
}

fn ask_minutes(session: &Session, console: &mut Console, worked: &Worked) -> Result<Option<u32>, AppError> {
    let clock = worked.clock(session);
    let question = match clock {
        Some(minutes) => {
            format!("How long? The clock says {}; enter takes that.", words::minutes(u64::from(minutes)))
        }
        None => "How long? 45, 1h30m; enter for no time.".to_owned(),
    };
    Ok(ask_for(console, &question, typed::minutes)?.or(clock))
}

/// Asks which outcomes that are open can be ticked.
fn ask_outcomes(session: &Session, console: &mut Console, worked: &Worked) -> Result<Vec<usize>, AppError> {
    let open = worked.open_outcomes(session);
    if open.is_empty() {
        return Ok(Vec::new());
    }
    if !console.json {
        for &at in &open {
            let text = &session.roadmap().skill(worked.skill).outcomes[at].text;
            console.wrapped(INDENT, Tone::Plain, format!("{} [ ] {text}", at + 1));
        }
    }
    let numbers = |reply: &str| -> Result<Vec<usize>, AppError> {
        let words = reply.split([' ', ',']).filter(|word| !word.is_empty());
        let at = |word: &str| {
            let at = word.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
            at.filter(|at| open.contains(at))
                .ok_or_else(|| AppError::usage(format!("{word} is no number of an outcome that is open")))
        };
        words.map(at).collect()
    };
    let ticked = ask_for(console, "Which can you do now? Numbers; enter for none.", numbers)?;
    let mut ticked = ticked.unwrap_or_default();
    ticked.sort_unstable();
    ticked.dedup();
    Ok(ticked)
}

/// Writes all of it down as one act; then the day so far, and the next step.
fn end(worked: &[Worked], session: &mut Session, console: &mut Console) -> Result<(), AppError> {
    if checkin::intents(session, worked).is_empty() {
        return act::say_nothing(session, console, "Nothing to write down. Rest well.");
    }
    let recorded = act::recorded(session, |session| checkin::write_down(session, worked))?;
    let session = &*session;
    recorded.say(session, console, |console| {
        console.gap();
        let today = page::today(session, None);
        let minutes = words::of_planned(today.minutes, today.planned_minutes());
        console.line(&Line::default().dim("Today").to(7).strong(minutes));
        if let Some(step) = today.steps.first() {
            let title = &session.roadmap().skill(step.skill).title;
            let left = words::hours(step.hours_left);
            console.line(&Line::default().dim("Next").to(7).plain(title).dim(format!("  {left}")));
        }
    })?;
    act::say_undo(console, &recorded);
    Ok(())
}
