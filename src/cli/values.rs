//! The JSON values that several commands share. Names are stable; figures are hours, minutes, or shares from 0 to 1.

use serde::Serialize;

use crate::app::AppError;
use crate::cli::output::Console;
use crate::domain::{Act, Event, Goal, Mark, Roadmap, SkillIx};
use crate::engine::plan::Dates;
use crate::engine::readiness::Near;
use crate::engine::suggest::{Reason, Step};
use crate::export::words;

/// A goal.
#[derive(Debug, Serialize)]
pub(crate) struct GoalValue {
    kind: &'static str,
    id: String,
    title: String,
}

impl GoalValue {
    /// The value of a goal.
    pub(crate) fn of(roadmap: &Roadmap, goal: &Goal) -> Self {
        let (kind, id) = match goal {
            Goal::Role(id) => ("role", id),
            Goal::Skill(id) => ("skill", id),
        };
        Self { kind, id: id.to_string(), title: words::goal_title(roadmap, goal).to_string() }
    }
}

/// The days of a forecast.
#[derive(Debug, Serialize)]
pub(crate) struct DatesValue {
    p50: String,
    p85: String,
    p95: String,
}

impl DatesValue {
    /// The value of the days.
    pub(crate) fn of(dates: Dates) -> Self {
        Self { p50: dates.p50.to_string(), p85: dates.p85.to_string(), p95: dates.p95.to_string() }
    }
}

/// A role that comes near on the way.
#[derive(Debug, Serialize)]
pub(crate) struct NearValue {
    id: String,
    ready: f64,
    then: f64,
}

impl NearValue {
    /// The value of a role that comes near.
    pub(crate) fn of(roadmap: &Roadmap, near: &Near) -> Self {
        let id = roadmap.role(near.role).id.to_string();
        Self { id, ready: figure(near.now), then: figure(near.then) }
    }
}

/// A step that can be taken today.
#[derive(Debug, Serialize)]
pub(crate) struct StepValue {
    id: String,
    title: String,
    status: &'static str,
    hours_left: f64,
    reasons: Vec<ReasonValue>,
}

impl StepValue {
    /// The value of a step.
    pub(crate) fn of(roadmap: &Roadmap, step: &Step) -> Self {
        let skill = roadmap.skill(step.skill);
        Self {
            id: skill.id.to_string(),
            title: skill.title.to_string(),
            status: step.status.word(),
            hours_left: figure(step.hours_left),
            reasons: step.reasons.iter().map(|reason| ReasonValue::of(roadmap, reason)).collect(),
        }
    }
}

/// A reason.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum ReasonValue {
    Begun { day: Option<String> },
    LeadsTo { skill: String, hours: f64 },
    Asked { weight: u32 },
    AskedByRoles { roles: u32 },
    Opens { skills: u32, of: u32 },
    Short { hours: f64 },
}

impl ReasonValue {
    /// The value of a reason.
    pub(crate) fn of(roadmap: &Roadmap, reason: &Reason) -> Self {
        match *reason {
            Reason::Begun { day } => Self::Begun { day: day.map(|day| day.to_string()) },
            Reason::LeadsTo { skill, hours } => {
                Self::LeadsTo { skill: roadmap.skill(skill).id.to_string(), hours: figure(hours) }
            }
            Reason::Asked { weight } => Self::Asked { weight },
            Reason::AskedByRoles { roles } => Self::AskedByRoles { roles },
            Reason::Opens { skills, of } => Self::Opens { skills, of },
            Reason::Short { hours } => Self::Short { hours: figure(hours) },
        }
    }
}

/// An event of the journal; what its kind does not have is left out.
#[derive(Debug, Default, Serialize)]
pub(crate) struct EventValue {
    event: String,
    at: String,
    day: String,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    skill: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    choice: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    outcome: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    prompt: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rating: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minutes: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<String>,
    undone: bool,
}

impl EventValue {
    /// The value of an event.
    pub(crate) fn of(roadmap: &Roadmap, event: &Event, undone: bool) -> Self {
        let mut value = Self {
            event: event.id().to_string(),
            at: event.at.to_rfc3339(),
            day: event.day().to_string(),
            kind: kind(&event.act),
            skill: event.act.skill().map(ToString::to_string),
            undone,
            ..Self::default()
        };
        match &event.act {
            Act::Tick { skill, outcome, .. } => {
                let skill = roadmap.names().skill(skill.as_str()).map(|ix| roadmap.skill(ix));
                let told = skill.and_then(|skill| skill.outcome(*outcome));
                value.outcome = Some(outcome.to_string());
                value.text = told.map(|(_, outcome)| outcome.text.to_string());
            }
            Act::Study { minutes, day, note, .. } => {
                value.day = day.to_string();
                value.minutes = Some(*minutes);
                value.text = note.as_ref().map(ToString::to_string);
            }
            Act::Review { prompt, rating, .. } => {
                value.prompt = Some(prompt.to_string());
                value.rating = Some(*rating);
            }
            Act::Note { text, .. } => value.text = Some(text.to_string()),
            Act::Link { to, title, .. } => {
                value.to = Some(to.to_string());
                value.text = title.as_ref().map(ToString::to_string);
            }
            Act::Unlink { to, .. } => value.to = Some(to.to_string()),
            Act::Goal(Some(Goal::Role(role))) => value.role = Some(role.to_string()),
            Act::Prefer { over, .. } => value.before = Some(over.to_string()),
            Act::Pick { choice, .. } => value.choice = Some(choice.to_string()),
            _ => {}
        }
        value
    }
}

/// The kind of an act, by the word that the journal has for it.
fn kind(act: &Act) -> &'static str {
    match act {
        Act::Mark { mark: Mark::Start, .. } => "start",
        Act::Mark { mark: Mark::Done, .. } => "done",
        Act::Mark { mark: Mark::Skip, .. } => "skip",
        Act::Mark { mark: Mark::Reset, .. } => "reset",
        Act::Tick { on: true, .. } => "tick",
        Act::Tick { .. } => "untick",
        Act::Study { .. } => "study",
        Act::Note { .. } => "note",
        Act::Link { .. } => "link",
        Act::Unlink { .. } => "unlink",
        Act::Review { .. } => "review",
        Act::Fit(_) => "fit",
        Act::Place { .. } => "place",
        Act::Goal(_) => "goal",
        Act::Pick { .. } => "pick",
        Act::Prefer { .. } => "prefer",
        Act::Forecast(_) => "forecast",
        Act::Undo(_) => "undo",
        Act::Redo(_) => "redo",
    }
}

/// What an act came to.
#[derive(Debug, Serialize)]
struct Recorded {
    recorded: Vec<EventValue>,
    opens: Vec<String>,
}

/// Says what an act came to, as a value.
///
/// # Errors
/// Fails if it is none that JSON can hold.
pub(crate) fn recorded(
    console: &mut Console,
    roadmap: &Roadmap,
    events: &[Event],
    opens: &[SkillIx],
) -> Result<(), AppError> {
    let recorded = events.iter().map(|event| EventValue::of(roadmap, event, false)).collect();
    console.value(&Recorded { recorded, opens: ids(roadmap, opens) })
}

/// The ids of skills.
pub(crate) fn ids(roadmap: &Roadmap, skills: &[SkillIx]) -> Vec<String> {
    skills.iter().map(|&skill| roadmap.skill(skill).id.to_string()).collect()
}

/// A figure to four places: more would be noise.
pub(crate) fn figure(value: f64) -> f64 {
    (value * 10_000.0).round() / 10_000.0
}
