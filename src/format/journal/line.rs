//! From a line's object to the event that it means, and back.

use chrono::{DateTime, FixedOffset, SecondsFormat};

use super::wire::{Aim, Head, Numbers, Text, Whose, Wire};
use super::{Frame, LARGEST_NUMBER, Line, Reason, VERSION, frame, short};
use crate::domain::{
    Act, Clean, Day, DeviceId, Event, EventId, FSRS_PARAMETERS, Goal, Id, KnownBy, Mark, Said, Stamp, TextKey,
};

/// The largest that any parameter of the scheduler of reviews can be.
const LARGEST_PARAMETER: f32 = 100.0;

/// Reads a line that stands in the file of `device`.
///
/// A sound line is never called damaged for what it says: a kind, a field or a value that is not known comes
/// from a newer version, and is passed over with its place in the count kept.
///
/// # Errors
/// If it is no JSON object, or has not the numbers that every event has.
pub fn read(frame: &Frame<'_>, device: DeviceId) -> Result<Line, Reason> {
    match short::event(frame.json, device) {
        Some(event) => Ok(Line::Event(event)),
        None => by_serde(frame.json, device),
    }
}

/// The same the long way, which knows all.
pub(super) fn by_serde(json: &str, device: DeviceId) -> Result<Line, Reason> {
    let newer = |Numbers { s, l }| {
        let stamp = Stamp { lamport: l, event: EventId { device, seq: s } };
        let counts = |number| (1..=LARGEST_NUMBER).contains(&number);
        if counts(s) && counts(l) { Ok(stamp) } else { Err(Reason::NotAnEvent) }
    };
    let Ok(wire) = serde_json::from_str::<Wire<'_>>(json) else {
        if let Ok(head) = serde_json::from_str::<Head<'_>>(json)
            && head.kind.0 == "header"
        {
            let whose = serde_json::from_str::<Whose<'_>>(json).ok();
            let device = whose.and_then(|whose| DeviceId::parse(&whose.device.0));
            return Ok(Line::Header { version: head.v, device });
        }
        let numbers = serde_json::from_str(json).map_err(|_| Reason::NotAnEvent)?;
        return newer(numbers).map(Line::Newer);
    };
    if wire.kind.as_ref().is_some_and(|kind| kind.0 == "header") {
        let device = wire.device.as_ref().and_then(|device| DeviceId::parse(&device.0));
        return Ok(Line::Header { version: wire.v.unwrap_or(VERSION), device });
    }
    let (Some(s), Some(l)) = (wire.s, wire.l) else { return Err(Reason::NotAnEvent) };
    let stamp = newer(Numbers { s, l })?;
    let at = wire.at.as_ref().and_then(|at| DateTime::parse_from_rfc3339(&at.0).ok());
    Ok(match (at, act(&wire)) {
        (Some(at), Some(act)) => Line::Event(Event { stamp, at, act, with: wire.with }),
        _ => Line::Newer(stamp),
    })
}

/// What the object means, if it is understood.
fn act(wire: &Wire<'_>) -> Option<Act> {
    let skill = || id(&wire.skill);
    let mark = |mark| Some(Act::Mark { skill: skill()?, mark });
    let tick = |on| Some(Act::Tick { skill: skill()?, outcome: key(&wire.outcome)?, on });
    match &*wire.kind.as_ref()?.0 {
        "start" => mark(Mark::Start),
        "done" => mark(Mark::Done),
        "skip" => mark(Mark::Skip),
        "reset" => mark(Mark::Reset),
        "tick" => tick(true),
        "untick" => tick(false),
        "study" => {
            let minutes = wire.minutes.filter(|&minutes| minutes > 0)?;
            Some(Act::Study { skill: skill()?, minutes, day: day(&wire.day)?, note: line(&wire.note) })
        }
        "note" => Some(Act::Note { skill: skill()?, text: Clean::prose(&wire.text.as_ref()?.0) }),
        "link" => Some(Act::Link { skill: skill()?, to: line(&wire.to)?, title: line(&wire.title) }),
        "unlink" => Some(Act::Unlink { skill: skill()?, to: line(&wire.to)? }),
        "review" => {
            let rating = wire.rating.filter(|rating| (1..=4).contains(rating))?;
            Some(Act::Review { skill: skill()?, prompt: key(&wire.prompt)?, rating })
        }
        "place" => Some(Act::Place { skill: skill()?, known: wire.known?, by: known_by(&wire.by)? }),
        "goal" => aim(&wire.role, &wire.skill).map(Act::Goal),
        "pick" => Some(Act::Pick { choice: id(&wire.choice)?, skill: skill()? }),
        "prefer" => Some(Act::Prefer { skill: skill()?, over: id(&wire.over)?, on: wire.on? }),
        "forecast" => {
            let goal = wire.goal.as_ref().and_then(|goal| aim(&goal.role, &goal.skill)?)?;
            let said = Said { goal, p50: day(&wire.p50)?, p85: day(&wire.p85)?, p95: day(&wire.p95)? };
            Some(Act::Forecast(said))
        }
        "fit" => parameters(wire.parameters.as_deref()?).map(Act::Fit),
        "undo" => EventId::parse(&wire.event.as_ref()?.0).map(Act::Undo),
        "redo" => EventId::parse(&wire.event.as_ref()?.0).map(Act::Redo),
        _ => None,
    }
}

/// As many numbers as the scheduler has parameters, each of a size that one can have.
fn parameters(read: &[f32]) -> Option<[f32; FSRS_PARAMETERS]> {
    let sound = read.iter().all(|number| number.is_finite() && number.abs() <= LARGEST_PARAMETER);
    read.try_into().ok().filter(|_| sound)
}

fn id(text: &Option<Text<'_>>) -> Option<Id> {
    Id::parse(&text.as_ref()?.0).ok()
}

fn key(text: &Option<Text<'_>>) -> Option<TextKey> {
    TextKey::parse(&text.as_ref()?.0)
}

fn day(text: &Option<Text<'_>>) -> Option<Day> {
    Day::parse(&text.as_ref()?.0)
}

fn line(text: &Option<Text<'_>>) -> Option<Clean> {
    text.as_ref().map(|text| Clean::line(&text.0))
}

fn known_by(text: &Option<Text<'_>>) -> Option<KnownBy> {
    match &*text.as_ref()?.0 {
        "quiz" => Some(KnownBy::Quiz),
        "scan" => Some(KnownBy::Scan),
        "import" => Some(KnownBy::Import),
        _ => None,
    }
}

/// A role, a skill, or neither; `None` if that is not understood.
fn aim(role: &Option<Text<'_>>, skill: &Option<Text<'_>>) -> Option<Option<Goal>> {
    match (role, skill) {
        (None, None) => Some(None),
        (Some(_), None) => Some(Some(Goal::Role(id(role)?))),
        (None, Some(_)) => Some(Some(Goal::Skill(id(skill)?))),
        (Some(_), Some(_)) => None,
    }
}

/// Appends an event's line to `out`.
pub(super) fn write(
    stamp: Stamp,
    at: DateTime<FixedOffset>,
    (act, with): (&Act, Option<u64>),
    out: &mut Vec<u8>,
) -> serde_json::Result<()> {
    let wire = Wire {
        s: Some(stamp.event.seq),
        l: Some(stamp.lamport),
        at: Some(at.to_rfc3339_opts(SecondsFormat::Secs, false).into()),
        with,
        ..said(act)
    };
    let text = serde_json::to_vec(&wire)?;
    frame::close(&text, out);
    Ok(())
}

/// Appends a header's line to `out`.
pub(super) fn write_header(device: DeviceId, made: DateTime<FixedOffset>, out: &mut Vec<u8>) {
    let made = made.to_utc().to_rfc3339_opts(SecondsFormat::Secs, true);
    let text = format!(r#"{{"v":{VERSION},"do":"header","device":"{device}","made":"{made}"}}"#);
    frame::close(text.as_bytes(), out);
}

/// The object that says this act, but for its stamp and time.
fn said(act: &Act) -> Wire<'_> {
    let wire = Wire { skill: act.skill().map(written), ..Wire::default() };
    let kind = |kind: &'static str| Some(Text::from(kind));
    match act {
        Act::Mark { mark, .. } => Wire { kind: kind(mark_name(*mark)), ..wire },
        Act::Tick { outcome, on, .. } => {
            let outcome = Some(outcome.to_string().into());
            Wire { kind: kind(if *on { "tick" } else { "untick" }), outcome, ..wire }
        }
        Act::Study { minutes, day, note, .. } => Wire {
            kind: kind("study"),
            minutes: Some(*minutes),
            day: Some(day.to_string().into()),
            note: note.as_deref().map(Text::from),
            ..wire
        },
        Act::Note { text, .. } => Wire { kind: kind("note"), text: Some(Text::from(text.as_str())), ..wire },
        Act::Link { to, title, .. } => Wire {
            kind: kind("link"),
            to: Some(Text::from(to.as_str())),
            title: title.as_deref().map(Text::from),
            ..wire
        },
        Act::Unlink { to, .. } => Wire { kind: kind("unlink"), to: Some(Text::from(to.as_str())), ..wire },
        Act::Review { prompt, rating, .. } => {
            let prompt = Some(prompt.to_string().into());
            Wire { kind: kind("review"), prompt, rating: Some(*rating), ..wire }
        }
        Act::Place { known, by, .. } => {
            Wire { kind: kind("place"), known: Some(*known), by: Some(by_name(*by).into()), ..wire }
        }
        Act::Goal(goal) => {
            let Aim { role, skill } = goal.as_ref().map(aimed).unwrap_or_default();
            Wire { kind: kind("goal"), role, skill, ..wire }
        }
        Act::Pick { choice, .. } => Wire { kind: kind("pick"), choice: Some(written(choice)), ..wire },
        Act::Prefer { over, on, .. } => {
            Wire { kind: kind("prefer"), over: Some(written(over)), on: Some(*on), ..wire }
        }
        Act::Forecast(said) => Wire {
            kind: kind("forecast"),
            goal: Some(aimed(&said.goal)),
            p50: Some(said.p50.to_string().into()),
            p85: Some(said.p85.to_string().into()),
            p95: Some(said.p95.to_string().into()),
            ..wire
        },
        Act::Fit(parameters) => Wire { kind: kind("fit"), parameters: Some(parameters.to_vec()), ..wire },
        Act::Undo(event) => Wire { kind: kind("undo"), event: Some(event.to_string().into()), ..wire },
        Act::Redo(event) => Wire { kind: kind("redo"), event: Some(event.to_string().into()), ..wire },
    }
}

fn written(id: &Id) -> Text<'_> {
    id.as_str().into()
}

fn aimed(goal: &Goal) -> Aim<'_> {
    match goal {
        Goal::Role(id) => Aim { role: Some(written(id)), skill: None },
        Goal::Skill(id) => Aim { role: None, skill: Some(written(id)) },
    }
}

fn mark_name(mark: Mark) -> &'static str {
    match mark {
        Mark::Start => "start",
        Mark::Done => "done",
        Mark::Skip => "skip",
        Mark::Reset => "reset",
    }
}

fn by_name(by: KnownBy) -> &'static str {
    match by {
        KnownBy::Quiz => "quiz",
        KnownBy::Scan => "scan",
        KnownBy::Import => "import",
    }
}
