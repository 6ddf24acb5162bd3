//! `goal`: where one heads for.

use crate::app::page::{self, Plan, Turn};
use crate::app::{AppError, Intent, Session};
use crate::cli::line::Line;
use crate::cli::output::Console;
use crate::cli::values::{DatesValue, GoalValue, NearValue, figure};
use crate::cli::{act, names, rows, words};
use crate::domain::{Goal, SkillIx};
use crate::engine::readiness::{self, Near};
use crate::export::words as said;

/// Cells before the text beside a label.
const COLUMN: usize = 7;

/// The most roles that are named as near.
const NEAR: usize = 3;

/// Where you head for: a role, a skill, or none
///
/// Without a name it says what the goal is.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  milepost goal platform-engineer\n  milepost goal none")]
pub(crate) struct Args {
    /// The role or skill, or `none`
    #[arg(value_name = "ROLE|SKILL|none")]
    goal: Option<String>,
}

#[derive(serde::Serialize)]
struct Value {
    goal: Option<GoalValue>,
    missing_goal: Option<String>,
    share: f64,
    missing: usize,
    hours_left: f64,
    ends: Option<String>,
    weeks: Option<usize>,
    forecast: Option<DatesValue>,
    near: Vec<NearValue>,
}

pub(crate) fn run(args: &Args, session: &mut Session, console: &mut Console) -> Result<(), AppError> {
    let Some(typed) = &args.goal else {
        return show(session, console);
    };
    let goal = if typed == "none" { None } else { Some(names::goal(session.roadmap(), typed)?) };
    if session.progress().goal() == goal.as_ref() {
        return act::say_nothing(session, console, "That is the goal already.");
    }
    let recorded = act::record(session, vec![Intent::Goal(goal)])?;
    let session = &*session;
    recorded.say(session, console, |console| say(console, session))
}

fn show(session: &Session, console: &mut Console) -> Result<(), AppError> {
    if !console.json {
        say(console, session);
        return Ok(());
    }
    let (roadmap, plan) = (session.roadmap(), page::plan(session, None));
    console.value(&Value {
        goal: plan.goal.as_ref().map(|goal| GoalValue::of(roadmap, goal)),
        missing_goal: session.missing_goal().map(|goal| goal.id().to_string()),
        share: figure(plan.share),
        missing: plan.steps.len(),
        hours_left: figure(hours_left(&plan)),
        ends: plan.ends().map(|day| day.to_string()),
        weeks: plan.forecast.as_ref().map(|forecast| rows::weeks_until(&plan, forecast.goal.p50)),
        forecast: plan.forecast.as_ref().map(|forecast| DatesValue::of(forecast.goal)),
        near: near(session, &plan).iter().map(|near| NearValue::of(roadmap, near)).collect(),
    })
}

fn hours_left(plan: &Plan) -> f64 {
    plan.steps.iter().map(|step| step.hours).sum()
}

/// The roles that come near on the way to a goal; without a goal the way leads to all of them.
fn near(session: &Session, plan: &Plan) -> Vec<Near> {
    let (roadmap, standing, progress) = (session.roadmap(), session.standing(), session.progress());
    let Some(goal) = &plan.goal else { return Vec::new() };
    let steps: Vec<SkillIx> = plan.steps.iter().map(|step| step.skill).collect();
    let own = match goal {
        Goal::Role(id) => roadmap.names().role(id.as_str()),
        Goal::Skill(_) => None,
    };
    readiness::near(roadmap, standing, progress, &steps, own)
}

fn say(console: &mut Console, session: &Session) {
    let roadmap = session.roadmap();
    if let Some(goal) = session.missing_goal() {
        let id = goal.id();
        console.line(&Line::default().dim("Goal").to(COLUMN).strong(id).plain(", not in this roadmap"));
        return;
    }
    let Some(goal) = session.goal() else {
        if session.is_partial() {
            console.line(&Line::default().plain("The goal is not known, as a journal cannot be read."));
            return;
        }
        console.line(&Line::default().plain("No goal. ").dim("milepost roles lists where one could head."));
        return;
    };
    let plan = page::plan(session, None);
    console.line(&Line::default().dim("Goal").to(COLUMN).strong(said::goal_title(roadmap, goal)));
    let had = said::percent(plan.share);
    let skills = said::count(plan.steps.len(), "skill");
    let left = format!("{had} had; {skills} and about {} left", said::hours(hours_left(&plan)));
    let done = format!("{had} had; nothing left");
    console.line(&Line::indented(COLUMN).plain(if plan.turn == Turn::Reached { done } else { left }));
    let open = page::today(session, None).steps;
    if let Some(step) = open.first() {
        console.line(&Line::default().dim("First").to(COLUMN).plain(&roadmap.skill(step.skill).title));
    }
    let until = match plan.turn {
        Turn::NoTime => Some("no date, as no day of the week has minutes: milepost config path".to_owned()),
        Turn::Away => Some("no date, as your days away have no end: milepost config path".to_owned()),
        Turn::Usual | Turn::Reached => rows::until(&plan),
    };
    if let Some(until) = until {
        console.labelled(COLUMN, "Until", until);
    }
    let near: Vec<String> = near(session, &plan)
        .iter()
        .take(NEAR)
        .map(|near| format!("{} of {}", said::percent(near.then), roadmap.role(near.role).title))
        .collect();
    if !near.is_empty() {
        console.labelled(COLUMN, "Near", format!("on the way you come to {}", words::listed(&near)));
    }
}
