//! `why`: the whole reasoning for one skill.

use serde::Serialize;

use crate::app::page;
use crate::app::{AppError, Session};
use crate::cli::line::Line;
use crate::cli::output::Console;
use crate::cli::values::{ReasonValue, figure, ids};
use crate::cli::{names, rows, words};
use crate::domain::{Day, Goal, SkillIx};
use crate::engine::suggest::{self, Why};
use crate::export::words as said;

/// Cells before the text beside a label.
const COLUMN: usize = 10;

/// The whole reasoning for one skill
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The skill
    skill: String,
    /// Reason for this role or skill without taking it as the goal
    #[arg(long, value_name = "ROLE|SKILL")]
    goal: Option<String>,
}

#[derive(Serialize)]
struct Value {
    id: String,
    title: String,
    status: &'static str,
    hours_left: f64,
    on_the_way: bool,
    rank: Option<usize>,
    missing: Vec<String>,
    roles: Vec<RoleValue>,
    opens: Vec<String>,
    reasons: Vec<ReasonValue>,
    place: Option<usize>,
    starts: Option<String>,
    ends: Option<String>,
}

#[derive(Serialize)]
struct RoleValue {
    id: String,
    weight: u8,
}

pub(crate) fn run(args: &Args, session: &Session, console: &mut Console) -> Result<(), AppError> {
    let (roadmap, standing, progress) = (session.roadmap(), session.standing(), session.progress());
    let skill = names::skill(roadmap, &args.skill)?;
    let other = args.goal.as_deref().map(|typed| names::goal(roadmap, typed)).transpose()?;
    let goal = other.as_ref().or_else(|| session.goal());
    let why = suggest::why(roadmap, standing, progress, goal, skill);
    let planned = Planned::find(session, other.as_ref(), skill);
    if console.json {
        return console.value(&value(session, &why, planned));
    }
    say(console, session, goal, &why);
    if let Some(planned) = planned {
        console.labelled(COLUMN, "Planned", planned.said(console, session));
    }
    Ok(())
}

/// Where the whole plan has a skill.
#[derive(Clone, Copy)]
struct Planned {
    /// Its place, from 1.
    place: usize,
    /// How many places there are.
    of: usize,
    /// Its first and its last day, if the calendar has room for it.
    days: Option<(Day, Day)>,
}

impl Planned {
    /// The place of a skill in the plan, if it has one there.
    fn find(session: &Session, goal: Option<&Goal>, skill: SkillIx) -> Option<Self> {
        let steps = page::plan(session, goal).steps;
        let at = steps.iter().position(|step| step.skill == skill)?;
        Some(Self { place: at + 1, of: steps.len(), days: steps[at].days })
    }

    /// "number 14 of 60, 12 – 20 Jan 2027".
    fn said(self, console: &Console, session: &Session) -> String {
        let days = self.days.map(|(starts, ends)| {
            format!(", {}", words::days(starts, ends, session.today(), console.look.dash()))
        });
        format!("number {} of {}{}", self.place, self.of, days.unwrap_or_default())
    }
}

fn say(console: &mut Console, session: &Session, goal: Option<&Goal>, why: &Why) {
    let roadmap = session.roadmap();
    let told = roadmap.skill(why.skill);
    let start = console.look.width.min(80).saturating_sub(rows::status_cells(console));
    let head = Line::default().strong(&told.title).plain("  ").dim(&told.id).to(start);
    console.line(&rows::standing(console, head, session, why.skill));
    console.wrapped(0, crate::cli::look::Tone::Plain, place(session, goal, why));
    console.gap();
    for (i, reason) in why.reasons.iter().enumerate() {
        let label = if i == 0 { "Because" } else { "" };
        console.labelled(
            COLUMN,
            label,
            said::reason(session.roadmap(), reason, session.today(), goal.is_some()),
        );
    }
    rows::nodes(console, session, "Missing", COLUMN, &why.missing);
    if !why.opens.is_empty() {
        let opens = words::titles(roadmap, &why.opens);
        console.labelled(COLUMN, "Opens", format!("{} ({opens})", said::count(why.opens.len(), "skill")));
    }
    let roles: Vec<String> = why
        .roles
        .iter()
        .map(|&(role, weight)| format!("{} ({weight} of 5)", roadmap.role(role).title))
        .collect();
    if !roles.is_empty() {
        console.labelled(COLUMN, "Asked by", roles.join(", "));
    }
    if !why.status.is_had() {
        let whole = said::hour_range(told.hours.low, told.hours.high, console.look.dash());
        console.labelled(COLUMN, "Takes", format!("about {} more, of {whole}", said::hours(why.hours_left)));
    }
}

/// Where the skill stands on the way, in a sentence.
fn place(session: &Session, goal: Option<&Goal>, why: &Why) -> String {
    let towards = match goal {
        Some(goal) => format!("towards {}", said::goal_title(session.roadmap(), goal)),
        None => "towards what all roles ask".to_owned(),
    };
    match why.rank {
        _ if why.status.is_had() => "You have it.".to_owned(),
        Some(rank) => format!("It is step {rank} of those that you can take today {towards}."),
        None if why.on_the_way => {
            let missing = words::sentence(session.roadmap(), &why.missing);
            format!("It is on the way {towards}, and waits for {missing}.")
        }
        None => format!("It is not on the way {towards}."),
    }
}

fn value(session: &Session, why: &Why, planned: Option<Planned>) -> Value {
    let days = planned.and_then(|planned| planned.days);
    let roadmap = session.roadmap();
    let told = roadmap.skill(why.skill);
    Value {
        id: told.id.to_string(),
        title: told.title.to_string(),
        status: why.status.word(),
        hours_left: figure(why.hours_left),
        on_the_way: why.on_the_way,
        rank: why.rank,
        missing: why.missing.iter().map(|&node| roadmap.node_id(node).to_string()).collect(),
        roles: why
            .roles
            .iter()
            .map(|&(role, weight)| RoleValue { id: roadmap.role(role).id.to_string(), weight })
            .collect(),
        opens: ids(roadmap, &why.opens),
        reasons: why.reasons.iter().map(|reason| ReasonValue::of(roadmap, reason)).collect(),
        place: planned.map(|planned| planned.place),
        starts: days.map(|(starts, _)| starts.to_string()),
        ends: days.map(|(_, ends)| ends.to_string()),
    }
}
