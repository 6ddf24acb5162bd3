//! `link`: evidence, or a resource of one's own.

use crate::app::{AppError, Intent, Session, evidence};
use crate::cli::line::Line;
use crate::cli::output::Console;
use crate::cli::{act, names};
use crate::domain::Clean;

/// Link evidence or a resource of your own to a skill
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  milepost link docker.images https://github.com/you/service/pull/7 \"Halved the image\""
)]
pub(crate) struct Args {
    /// The skill
    skill: String,
    /// An http or https address, or a path
    #[arg(value_name = "URL|PATH")]
    to: String,
    /// What it is called
    title: Vec<String>,
    /// Take the link off
    #[arg(long, conflicts_with = "title")]
    remove: bool,
}

pub(crate) fn run(args: &Args, session: &mut Session, console: &mut Console) -> Result<(), AppError> {
    let skill = names::skill(session.roadmap(), &args.skill)?;
    let told = session.roadmap().skill(skill);
    let skill_title = told.title.clone();
    let said = session.progress().of(told).into_owned();
    let links: Vec<&Clean> = said.live_links().map(|(to, _)| to).collect();
    if args.remove {
        let typed = Clean::line(args.to.trim());
        let to = if links.contains(&&typed) { typed } else { evidence::target(&args.to)? };
        if !links.contains(&&to) {
            return Err(AppError::usage(format!("{} has no link to {to}", told.id))
                .hint(format!("milepost show {}", told.id)));
        }
        let recorded = act::record(session, vec![Intent::Unlink { skill, to }])?;
        return recorded.say(session, console, |console| {
            console.line(&Line::default().plain("Taken off: a link of ").strong(&skill_title));
        });
    }
    let to = evidence::target(&args.to)?;
    let title = Clean::line(args.title.join(" ").trim());
    let title = Some(title).filter(|title| !title.is_empty());
    let recorded = act::record(session, vec![Intent::Link { skill, to: to.clone(), title }])?;
    recorded.say(session, console, |console| {
        console.line(&Line::default().plain("Linked to ").strong(&skill_title).plain(": ").plain(&to));
    })
}
