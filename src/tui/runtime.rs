//! The loop: input, update, effects, view.

use std::sync::atomic::Ordering;
use std::time::Duration;

use crossterm::event;

use super::effect::Effect;
use super::hit::Hits;
use super::input::Input;
use super::keymap::Keymap;
use super::look::Look;
use super::message::Message;
use super::model::{Manner, Model};
use super::perform::perform;
use super::signals;
use super::terminal::Terminal;
use super::update::update;
use super::view::view;
use crate::app::{AppError, Host, Options, Session};

/// How long the loop sleeps at most before it looks whether it was told to end.
const PATIENCE: Duration = Duration::from_millis(250);

/// Opens the full screen and runs it until the learner quits or the terminal is gone.
///
/// # Errors
/// Fails if the session cannot be opened, if the learner's keys clash, or if there is no terminal to draw on.
pub fn run(options: &Options, plain: bool) -> Result<(), AppError> {
    let session = &mut Session::open(options)?;
    let host = Host::look();
    let settings = session.settings();
    let keymap = Keymap::with(&settings.keys).map_err(|errors| {
        let said: Vec<String> = errors.iter().map(ToString::to_string).collect();
        AppError::failed(said.join("\n")).hint("milepost config path")
    })?;
    let look = Look::of(&settings.look, plain, host.no_color, host.ascii);
    let mouse = settings.look.mouse;
    if host.no_color {
        // Otherwise crossterm answers NO_COLOR with an empty colour sequence, which also ends the reverse video of
        // the row in focus.
        crossterm::style::force_color_output(true);
    }
    let told_to_end = signals::watch().map_err(AppError::failed)?;
    let mut terminal = Terminal::take(mouse).map_err(|error| {
        AppError::failed(format!("no terminal to draw on: {error}")).hint("milepost today")
    })?;
    let size = terminal.canvas.size().map_err(AppError::failed)?;
    let mut model = Model::new(session, Manner { look, keymap, mouse }, (size.width, size.height));
    let mut hits = draw(&model, session, &mut terminal)?;
    while !told_to_end.load(Ordering::Relaxed) {
        let told = event::poll(PATIENCE).map_err(AppError::failed)?;
        if told && !take_all(&mut model, session, &mut terminal, &hits)? {
            break;
        }
        if !fit(&mut model, session, &mut terminal)? && !told {
            continue;
        }
        hits = draw(&model, session, &mut terminal)?;
    }
    Ok(())
}

/// Makes sure that the model has the size that the terminal has, and says whether it had another. A change that comes
/// together with a key may be told by nobody.
fn fit(model: &mut Model, session: &mut Session, terminal: &mut Terminal) -> Result<bool, AppError> {
    let size = terminal.canvas.size().map_err(AppError::failed)?;
    if model.size == (size.width, size.height) {
        return Ok(false);
    }
    handle(model, session, terminal, Message::Input(Input::Resize(size.width, size.height)));
    Ok(true)
}

/// Takes in all that is waiting, so that a held key or a long paste never queues frames; says whether to go on.
fn take_all(
    model: &mut Model,
    session: &mut Session,
    terminal: &mut Terminal,
    hits: &Hits,
) -> Result<bool, AppError> {
    loop {
        let event = event::read().map_err(AppError::failed)?;
        if let Some(message) = Input::of(event).and_then(|input| Message::of(input, hits))
            && !handle(model, session, terminal, message)
        {
            return Ok(false);
        }
        if !event::poll(Duration::ZERO).map_err(AppError::failed)? {
            return Ok(true);
        }
    }
}

/// Updates, and performs what comes of it; says whether to go on.
fn handle(model: &mut Model, session: &mut Session, terminal: &mut Terminal, message: Message) -> bool {
    let mut waiting = vec![message];
    while let Some(message) = waiting.pop() {
        for effect in update(model, session, message) {
            if effect == Effect::Quit {
                return false;
            }
            waiting.extend(perform(effect, session, terminal));
        }
    }
    true
}

fn draw(model: &Model, session: &Session, terminal: &mut Terminal) -> Result<Hits, AppError> {
    let mut hits = Hits::default();
    terminal
        .canvas
        .draw(|frame| {
            let drawn = view(model, session, frame.buffer_mut());
            if let Some(cursor) = drawn.cursor {
                frame.set_cursor_position(cursor);
            }
            hits = drawn.hits;
        })
        .map_err(AppError::failed)?;
    Ok(hits)
}
