//! Recording what the learner did, and seeing what it opened.

use super::line::Line;
use super::output::Console;
use super::values;
use super::words;
use crate::app::{AppError, Intent, Session};
use crate::domain::{Event, SkillIx, Status};

/// What was recorded, and what it opened.
#[derive(Debug)]
pub(crate) struct Recorded {
    /// The events, in the order of the acts.
    pub(crate) events: Vec<Event>,
    /// Skills that were locked before and can be begun now.
    pub(crate) opens: Vec<SkillIx>,
}

/// Records acts, all of them or none.
///
/// # Errors
/// Fails if the journal cannot be written.
pub(crate) fn record(session: &mut Session, intents: Vec<Intent>) -> Result<Recorded, AppError> {
    recorded(session, |session| session.record(intents))
}

/// What is recorded by `act`, and what it opens.
///
/// # Errors
/// Fails as `act` does.
pub(crate) fn recorded(
    session: &mut Session,
    act: impl FnOnce(&mut Session) -> Result<Vec<Event>, AppError>,
) -> Result<Recorded, AppError> {
    let before = session.standing().clone();
    let events = act(session)?;
    let standing = session.standing();
    let opened = |&ix: &SkillIx| before.status(ix) == Status::Locked && standing.status(ix) == Status::Ready;
    let opens = session.roadmap().skills().map(|(ix, _)| ix).filter(opened).collect();
    Ok(Recorded { events, opens })
}

impl Recorded {
    /// Says it as a value if that is wanted, else `lines` and what it opened.
    ///
    /// # Errors
    /// Fails if the value is none that JSON can hold.
    pub(crate) fn say(
        &self,
        session: &Session,
        console: &mut Console,
        lines: impl FnOnce(&mut Console),
    ) -> Result<(), AppError> {
        if console.json {
            return values::recorded(console, session.roadmap(), &self.events, &self.opens);
        }
        lines(console);
        if !self.opens.is_empty() {
            console.labelled(7, "Opens:", words::titles(session.roadmap(), &self.opens));
        }
        Ok(())
    }
}

/// Says how to take back what was just recorded, if anything was.
pub(crate) fn say_undo(console: &mut Console, recorded: &Recorded) {
    if !recorded.events.is_empty() && !console.json {
        console.line(&Line::default().dim("Undo:").to(7).accent("milepost undo"));
    }
}

/// Says that there was nothing to record.
///
/// # Errors
/// Fails if the value is none that JSON can hold.
pub(crate) fn say_nothing(
    session: &Session,
    console: &mut Console,
    why: impl std::fmt::Display,
) -> Result<(), AppError> {
    if console.json {
        return values::recorded(console, session.roadmap(), &[], &[]);
    }
    console.line(&Line::default().plain(why));
    Ok(())
}
