//! The clock on a skill.

use crate::app::{Session, Stopped};
use crate::domain::{SkillIx, Timer};
use crate::export::words;
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::model::Model;
use crate::tui::state::overlay::Overlay;

/// Starts the clock on a skill, or stops it where it runs on that one. Of one that was forgotten it asks how long it
/// was, before anything is logged.
pub(super) fn toggle(model: &mut Model, session: &Session, skill: SkillIx) -> Vec<Effect> {
    match session.timer() {
        Some(timer) if timer.is_forgotten(session.now()) => ask(model, session),
        Some(_) if session.timed() == Some(skill) => vec![Effect::StopClock(None)],
        _ => vec![Effect::StartClock(skill)],
    }
}

/// Asks of a clock that was forgotten how long it was; one that runs on what the road has no more is thrown away.
pub(super) fn ask_if_forgotten(model: &mut Model, session: &Session) -> Vec<Effect> {
    let is_forgotten = |timer: &Timer| timer.is_forgotten(session.now());
    if session.timer().is_some_and(is_forgotten) { ask(model, session) } else { Vec::new() }
}

fn ask(model: &mut Model, session: &Session) -> Vec<Effect> {
    let Some(skill) = session.timed() else { return vec![Effect::CancelClock] };
    let line = tui_input::Input::default();
    model.overlay = Some(Overlay::LogTime { of_clock: true, skill, line, wrong: None });
    Vec::new()
}

/// Says what became of the clock that was stopped.
pub(super) fn stopped(model: &mut Model, session: &Session, stopped: &Stopped) {
    if matches!(model.overlay, Some(Overlay::LogTime { of_clock: true, .. })) {
        model.overlay = None;
    }
    let said = logged(session, stopped);
    model.say(if stopped.events.is_empty() {
        said
    } else {
        format!("{said}  ({} undoes it)", model.manner.keymap.shown(Action::Undo))
    });
}

/// Says that the clock runs, and what became of the one before it.
pub(super) fn started(model: &mut Model, session: &Session, before: Option<&Stopped>) {
    let before = before.map(|stopped| format!("{} ", logged(session, stopped))).unwrap_or_default();
    let title = session.timed().map_or("", |skill| &session.roadmap().skill(skill).title);
    let key = model.manner.keymap.shown(Action::Clock);
    model.say(format!("{before}The clock runs on {title}; {key} stops it."));
}

fn logged(session: &Session, stopped: &Stopped) -> String {
    match stopped {
        Stopped { skill: Some(skill), minutes, .. } if *minutes > 0 => {
            let title = &session.roadmap().skill(*skill).title;
            format!("Studied {}: {title}.", words::minutes(u64::from(*minutes)))
        }
        Stopped { skill: Some(_), .. } => "Less than a minute: nothing is logged.".to_owned(),
        Stopped { skill: None, .. } => {
            "The clock ran on what is not on this road: nothing is logged.".to_owned()
        }
    }
}

/// Says once that the work of a round is over, where the learner studies in rounds.
pub(super) fn minute_passed(model: &mut Model, session: &Session) {
    let rounds = session.settings().timer;
    if rounds.work > 0 && session.timer_minutes() == rounds.work {
        let rest = if rounds.rest > 0 { format!(" Rest for {}.", rounds.rest) } else { String::new() };
        let key = model.manner.keymap.shown(Action::Clock);
        model.say(format!("{} minutes are over.{rest} {key} stops the clock.", rounds.work));
    }
}
