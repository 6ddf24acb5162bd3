//! `roles`: the roles, with how ready one is for each.

use serde::Serialize;

use crate::app::page;
use crate::app::{AppError, Session};
use crate::cli::line::Line;
use crate::cli::look::Tone;
use crate::cli::output::Console;
use crate::cli::rows;
use crate::cli::values::figure;
use crate::domain::Goal;
use crate::engine::readiness::{self, Near};
use crate::engine::suggest;
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
    missing: usize,
    weeks: Option<u32>,
    own_weeks: Option<u32>,
    own_by: Option<String>,
    then: Option<f64>,
}

/// The roles that come near on the way to the goal.
fn near(session: &Session) -> Vec<Near> {
    let (roadmap, standing, progress) = (session.roadmap(), session.standing(), session.progress());
    let Some(goal) = session.goal() else { return Vec::new() };
    let worth = suggest::worth_of(roadmap, Some(goal));
    let steps = suggest::closure(roadmap, standing, progress, &worth).jobs;
    readiness::near(roadmap, standing, progress, &steps, roadmap.names().role(goal.id().as_str()))
}

pub(crate) fn run(session: &Session, console: &mut Console) -> Result<(), AppError> {
    let roadmap = session.roadmap();
    let roles = readiness::roles(roadmap, session.standing(), session.progress());
    let near = near(session);
    let middle =
        |role: &readiness::Readiness| page::middle_of(session, role.hours_left).filter(|_| role.missing > 0);
    if console.json {
        let value = |role: &readiness::Readiness| Value {
            id: roadmap.role(role.role).id.to_string(),
            title: roadmap.role(role.role).title.to_string(),
            ready: figure(role.ready),
            hours_left: figure(role.hours_left),
            missing: role.missing,
            weeks: page::weeks_of(session, role.hours_left),
            own_weeks: middle(role).map(|middle| middle.weeks),
            own_by: middle(role).map(|middle| middle.by.to_string()),
            then: near.iter().find(|near| near.role == role.role).map(|near| figure(near.then)),
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
        let weeks = middle(role).map(|middle| {
            let weeks = words::count(middle.weeks as usize, "week");
            let by = middle.by.date().format("%b %Y");
            format!("about {weeks} at your pace, as likely as not by {by}")
        });
        let near = near.iter().find(|near| near.role == role.role);
        let near = near.map(|near| format!("{} on the way to your goal", words::percent(near.then)));
        let facts: Vec<String> = weeks.into_iter().chain(near).collect();
        if !facts.is_empty() {
            console.wrapped(2, Tone::Plain, facts.join("; "));
        }
        console.wrapped(2, Tone::Dim, &told.summary);
    }
    if session.calendar().minutes_a_week() == 0 && roles.iter().any(|role| role.missing > 0) {
        console.gap();
        console.wrapped(
            0,
            Tone::Dim,
            "No day of your week has minutes for study, so there are no weeks to tell.",
        );
        console.line(
            &Line::default().dim("Give it some under [week]:").plain(" ").accent("milepost config path"),
        );
    }
    if session.goal().is_none() {
        console.gap();
        console.line(&Line::default().dim("Take one as your goal:").plain(" ").accent("milepost goal ROLE"));
    }
    Ok(())
}
