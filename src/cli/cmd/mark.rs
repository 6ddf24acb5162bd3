//! `start`, `done`, `skip`, `reset`: the status of skills.

use crate::app::{AppError, Intent, Session};
use crate::cli::line::Line;
use crate::cli::output::Console;
use crate::cli::{act, names, rows, words};
use crate::domain::{Mark, Node, SkillIx, Status};

/// Mark skills as under way
#[derive(Debug, clap::Args)]
pub(crate) struct StartArgs {
    /// The skills
    #[arg(required = true, value_name = "SKILL")]
    skills: Vec<String>,
}

/// Mark skills as done
///
/// Where a prerequisite is missing, it says so and asks first.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  milepost done git.basics docker.images")]
pub(crate) struct DoneArgs {
    /// The skills
    #[arg(required = true, value_name = "SKILL")]
    skills: Vec<String>,
    /// Do not ask about missing prerequisites
    #[arg(short, long)]
    yes: bool,
}

/// Let skills count as had without claiming them
#[derive(Debug, clap::Args)]
pub(crate) struct SkipArgs {
    /// The skills
    #[arg(required = true, value_name = "SKILL")]
    skills: Vec<String>,
}

/// Take the status of skills back; minutes, ticks and notes stay
#[derive(Debug, clap::Args)]
pub(crate) struct ResetArgs {
    /// The skills
    #[arg(required = true, value_name = "SKILL")]
    skills: Vec<String>,
}

pub(crate) fn start(args: &StartArgs, session: &mut Session, console: &mut Console) -> Result<(), AppError> {
    let skills = named(session, &args.skills)?;
    for &skill in &skills {
        let missing = session.standing().missing(session.roadmap(), skill);
        if session.standing().status(skill) == Status::Locked && !missing.is_empty() {
            let title = &session.roadmap().skill(skill).title;
            console.note(format!("{title} needs {} first", words::sentence(session.roadmap(), &missing)));
        }
    }
    mark(&skills, Mark::Start, session, console)
}

pub(crate) fn done(args: &DoneArgs, session: &mut Session, console: &mut Console) -> Result<(), AppError> {
    let skills = named(session, &args.skills)?;
    let gaps = gaps(session, &skills);
    if gaps.is_empty() || args.yes {
        return mark(&skills, Mark::Done, session, console);
    }
    let said: Vec<String> = gaps
        .iter()
        .map(|(skill, missing)| {
            let missing = words::sentence(session.roadmap(), missing);
            format!("{} needs {missing}, not done yet", session.roadmap().skill(*skill).title)
        })
        .collect();
    if !console.can_ask() {
        let id = &session.roadmap().skill(gaps[0].0).id;
        return Err(AppError::usage(said.join("; "))
            .hint("--yes marks it done all the same")
            .hint(format!("milepost path {id} shows the way to it")));
    }
    if console.asks(&format!("{}. Mark it done all the same?", said.join("; ")))? {
        mark(&skills, Mark::Done, session, console)
    } else {
        act::say_nothing(session, console, "Nothing was recorded.")
    }
}

pub(crate) fn skip(args: &SkipArgs, session: &mut Session, console: &mut Console) -> Result<(), AppError> {
    let skills = named(session, &args.skills)?;
    mark(&skills, Mark::Skip, session, console)
}

pub(crate) fn reset(args: &ResetArgs, session: &mut Session, console: &mut Console) -> Result<(), AppError> {
    let skills = named(session, &args.skills)?;
    mark(&skills, Mark::Reset, session, console)
}

/// The skills that were typed, each once, in the order of typing.
fn named(session: &Session, typed: &[String]) -> Result<Vec<SkillIx>, AppError> {
    let mut skills = Vec::new();
    for name in typed {
        let skill = names::skill(session.roadmap(), name)?;
        if !skills.contains(&skill) {
            skills.push(skill);
        }
    }
    Ok(skills)
}

/// What each skill requires that is neither had nor among `skills`.
fn gaps(session: &Session, skills: &[SkillIx]) -> Vec<(SkillIx, Vec<Node>)> {
    let (roadmap, standing) = (session.roadmap(), session.standing());
    let had = |skill: SkillIx| standing.status(skill).is_had() || skills.contains(&skill);
    let is_missing = |node: &Node| match *node {
        Node::Skill(ix) => !had(ix),
        Node::Choice(ix) => {
            let choice = roadmap.choice(ix);
            choice.options.iter().filter(|&&option| had(option)).count() < choice.pick as usize
        }
    };
    skills
        .iter()
        .filter(|&&skill| standing.status(skill) != Status::Done)
        .map(|&skill| {
            (skill, standing.missing(roadmap, skill).into_iter().filter(|node| is_missing(node)).collect())
        })
        .filter(|(_, missing): &(SkillIx, Vec<Node>)| !missing.is_empty())
        .collect()
}

fn mark(
    skills: &[SkillIx],
    mark: Mark,
    session: &mut Session,
    console: &mut Console,
) -> Result<(), AppError> {
    let (new, old): (Vec<SkillIx>, Vec<SkillIx>) =
        skills.iter().partition(|&&skill| changes(session, skill, mark));
    for skill in old {
        let title = &session.roadmap().skill(skill).title;
        console.note(match mark {
            Mark::Reset => format!("{title} has no status to take back"),
            _ => format!("{title} is {} already", session.standing().status(skill).word()),
        });
    }
    let intents = new.iter().map(|&skill| Intent::Mark { skill, mark }).collect();
    let recorded = act::record(session, intents)?;
    recorded.say(session, console, |console| {
        for &skill in &new {
            let line = rows::status(console, Line::default(), session.standing().status(skill));
            let line = line.to(rows::status_cells(console) + 1).strong(&session.roadmap().skill(skill).title);
            console.line(&line);
        }
    })?;
    if mark != Mark::Start {
        act::say_undo(console, &recorded);
    }
    Ok(())
}

/// Whether the mark would say anything new of the skill.
fn changes(session: &Session, skill: SkillIx, mark: Mark) -> bool {
    let said = session.progress().of(session.roadmap().skill(skill));
    let last = said.mark.map(|marked| marked.value.mark);
    match mark {
        Mark::Reset => match last {
            Some(Mark::Reset) => false,
            Some(_) => true,
            None => said.is_touched(),
        },
        mark => last != Some(mark),
    }
}
