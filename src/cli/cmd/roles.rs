//! `roles`: the roles, with how ready one is for each.

use serde::Serialize;

use crate::app::{AppError, Session};
use crate::cli::line::Line;
use crate::cli::look::Tone;
use crate::cli::output::Console;
use crate::cli::rows;
use crate::cli::values::figure;
use crate::domain::Goal;
use crate::engine::readiness;
use crate::export::words;

/// The roles, with how ready you are for each
#[derive(Debug, clap::Args)]
pub(crate) struct Args {}

#[derive(Serialize)]
struct Value {
    id: String,
    title: String,
    ready: f64,
    hours_left: f64,
}

pub(crate) fn run(session: &Session, console: &mut Console) -> Result<(), AppError> {
    let roadmap = session.roadmap();
    let roles = readiness::roles(roadmap, session.standing(), session.progress());
    if console.json {
        let value = |role: &readiness::Readiness| Value {
            id: roadmap.role(role.role).id.to_string(),
            title: roadmap.role(role.role).title.to_string(),
            ready: figure(role.ready),
            hours_left: figure(role.hours_left),
        };
        return console.value(&roles.iter().map(value).collect::<Vec<_>>());
    }
    if roles.is_empty() {
        console.note("the roadmap has no roles");
        return Ok(());
    }
    for role in &roles {
        let told = roadmap.role(role.role);
        let is_goal = session.progress().goal() == Some(&Goal::Role(told.id.clone()));
        console.gap();
        let head = Line::default().strong(&told.title).plain("  ").dim(&told.id);
        console.line(&if is_goal { head.plain("  ").accent("your goal") } else { head });
        let bar = rows::bar(console, Line::indented(2), role.ready);
        let left = match role.missing {
            0 => "nothing left".to_owned(),
            missing => {
                format!("{} and about {} left", words::count(missing, "skill"), words::hours(role.hours_left))
            }
        };
        console.line(&bar.ending(29, Tone::Plain, words::percent(role.ready)).plain("  ").dim(left));
        console.wrapped(2, Tone::Dim, &told.summary);
    }
    if session.goal().is_none() {
        console.gap();
        console.line(&Line::default().dim("Take one as your goal:").plain(" ").accent("milepost goal ROLE"));
    }
    Ok(())
}
