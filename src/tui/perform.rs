//! Effects carried out: the one place where the full screen reaches outside itself.

use super::effect::Effect;
use super::message::Message;
use crate::app::{AppError, Session, checkin, note_forecast, page};
use crate::domain::{Event, EventId, SkillIx};

/// What lies outside the screen besides the session.
pub trait Outside {
    /// Lets the learner edit a text; none if the editor ended with an error.
    ///
    /// # Errors
    /// Fails if the editor cannot be started.
    fn edit(&mut self, text: &str) -> Result<Option<String>, AppError>;
    /// Opens an address in the browser.
    ///
    /// # Errors
    /// Fails if there is nothing to open it with.
    fn open(&mut self, address: &str) -> Result<(), AppError>;
    /// Puts a text on the terminal's clipboard.
    ///
    /// # Errors
    /// Fails if the terminal cannot be written to.
    fn copy(&mut self, text: &str) -> Result<(), AppError>;
    /// Takes the mouse, or gives it back.
    ///
    /// # Errors
    /// Fails if the terminal cannot be written to.
    fn mouse(&mut self, on: bool) -> Result<(), AppError>;
    /// Draws everything afresh the next time.
    ///
    /// # Errors
    /// Fails if the terminal cannot be written to.
    fn redraw(&mut self);
    /// Leaves the terminal as it was found, goes to sleep, and takes it again afterwards.
    ///
    /// # Errors
    /// Fails if the terminal cannot be written to.
    fn suspend(&mut self) -> Result<(), AppError>;
}

/// Carries an effect out and says what came of it. `LayOut` and `Quit` are the loop's own.
pub fn perform(effect: Effect, session: &mut Session, outside: &mut dyn Outside) -> Option<Message> {
    let done = match effect {
        Effect::Record(intents) => session.record(intents).map(|events| Some(Message::Recorded(events))),
        Effect::CheckIn(worked) => {
            checkin::write_down(session, &worked).map(|events| Some(Message::Recorded(events)))
        }
        Effect::CatchUp => catch_up(session),
        Effect::Undo => session.undo().map(|events| Some(Message::Undone(events))),
        Effect::Redo => session.redo().map(|events| Some(Message::Redone(events))),
        Effect::TakeBack(events) => correct(session, &events, false).map(|()| Some(Message::Undone(events))),
        Effect::BringBack(events) => correct(session, &events, true).map(|()| Some(Message::Redone(events))),
        Effect::ReadHistory => page::history(session).map(|history| Some(Message::HistoryRead(history))),
        Effect::StartClock(skill) => start_clock(session, skill),
        Effect::StopClock(minutes) => {
            session.stop_timer(minutes, None).map(|stopped| stopped.map(Message::Stopped))
        }
        Effect::CancelClock => session.cancel_timer().map(|timer| {
            timer.map(|_| Message::Said("The clock is thrown away; nothing is logged.".to_owned()))
        }),
        Effect::NoteForecast => {
            note_forecast(session);
            Ok(None)
        }
        Effect::EditNote(skill, text) => {
            outside.edit(&text).map(|text| Some(Message::NoteWritten(skill, text)))
        }
        Effect::OpenLink(address) => {
            outside.open(&address).map(|()| Some(Message::Said(format!("Opening {address}"))))
        }
        Effect::Copy(text) => {
            let first = text.lines().next().unwrap_or_default().to_owned();
            outside.copy(&text).map(|()| Some(Message::Said(format!("Copied: {first}"))))
        }
        Effect::Mouse(on) => outside.mouse(on).map(|()| None),
        Effect::Redraw => {
            outside.redraw();
            Ok(None)
        }
        Effect::Suspend => outside.suspend().and_then(|()| catch_up(session)),
        Effect::LayOut(_) | Effect::Quit => Ok(None),
    };
    done.unwrap_or_else(|error| Some(Message::Failed(error)))
}

fn correct(session: &mut Session, events: &[Event], on: bool) -> Result<(), AppError> {
    let ids: Vec<EventId> = events.iter().map(Event::id).collect();
    session.correct_all(&ids, on)
}

/// Lets the clock run on a skill, after what ran on another is logged.
fn start_clock(session: &mut Session, skill: SkillIx) -> Result<Option<Message>, AppError> {
    let stopped = session.stop_timer(None, None)?;
    session.start_timer(skill)?;
    Ok(Some(Message::Started(stopped)))
}

fn catch_up(session: &mut Session) -> Result<Option<Message>, AppError> {
    session.catch_up().map(|news| news.then_some(Message::CaughtUp))
}
