//! The loop: input, update, effects, view.

use std::sync::atomic::Ordering;
use std::time::Duration;

use crossterm::event;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Size};

use super::effect::Effect;
use super::hit::Hits;
use super::input::Input;
use super::kept_frame::Frame;
use super::keymap::Keymap;
use super::look::Look;
use super::message::Message;
use super::model::{Manner, Model};
use super::perform::perform;
use super::signals;
use super::terminal::{Terminal, size};
use super::update::update;
use super::view::view;
use super::workshop::Workshop;
use crate::app::{AppError, Host, KeptPage, Options, Session};

/// How long the loop sleeps at most before it looks whether it was told to end.
const PATIENCE: Duration = Duration::from_millis(250);

/// The same while a layout is being made.
const BUSY: Duration = Duration::from_millis(10);

/// Opens the full screen and runs it until the learner quits or the terminal is gone.
///
/// # Errors
/// Fails if the session cannot be opened, if the learner's keys clash, or if there is no terminal to draw on.
pub fn run(options: &Options, plain: bool) -> Result<(), AppError> {
    let host = Host::look();
    if host.no_color {
        // Otherwise crossterm answers NO_COLOR with an empty colour sequence, which also ends the reverse video of
        // the row in focus.
        crossterm::style::force_color_output(true);
    }
    let told_to_end = signals::watch().map_err(AppError::failed)?;
    let opening = Opening::with_what_was_kept(options, &format!("{plain} {host:?}"))?;
    let session = &mut Session::open(options)?;
    let settings = session.settings();
    let keymap = Keymap::with(&settings.keys).map_err(|errors| {
        let said: Vec<String> = errors.iter().map(ToString::to_string).collect();
        AppError::failed(said.join("\n")).hint("milepost config path")
    })?;
    let look = Look::of(&settings.look, plain, host.no_color, host.ascii);
    let mouse = settings.look.mouse;
    let Opening { terminal, kept, has_frame } = opening;
    let terminal = terminal.map_or_else(|| take(mouse), Ok)?;
    let size = size().map_err(AppError::failed)?;
    let model = Model::new(session, Manner { look, keymap, mouse }, (size.width, size.height));
    let mut desk = Desk { model, session, terminal, workshop: Workshop::new() };
    desk.handle(Message::Opened);
    let mut minutes = desk.session.timer_minutes();
    let mut hits = desk.draw(|buffer, cursor| {
        if let Some(kept) = kept.filter(|_| !has_frame) {
            kept.keep(&Frame::of(buffer, cursor, mouse).written());
        }
    })?;
    while !told_to_end.load(Ordering::Relaxed) {
        let patience = if desk.workshop.is_busy() { BUSY } else { PATIENCE };
        let told = event::poll(patience).map_err(AppError::failed)?;
        if told && !desk.take_all(&hits)? {
            break;
        }
        let finished = desk.take_layouts();
        let has_run = desk.session.timer_minutes();
        let minute_passed = std::mem::replace(&mut minutes, has_run) != has_run;
        if minute_passed {
            desk.handle(Message::MinutePassed);
        }
        if desk.fit()? || finished || told || minute_passed {
            hits = desk.draw(|_, _| {})?;
        }
    }
    Ok(())
}

fn take(mouse: bool) -> Result<Terminal, AppError> {
    Terminal::take(mouse)
        .map_err(|error| AppError::failed(format!("no terminal to draw on: {error}")).hint("milepost today"))
}

/// What shows before anything is read.
struct Opening {
    /// The terminal, if there was something to draw on it.
    terminal: Option<Terminal>,
    /// Where the first frame is kept.
    kept: Option<KeptPage>,
    /// Whether one was kept that still holds.
    has_frame: bool,
}

impl Opening {
    /// Draws the first frame as it was drawn last, if nothing has changed since that it was made of.
    fn with_what_was_kept(options: &Options, look: &str) -> Result<Self, AppError> {
        let Ok(size) = size() else { return Ok(Self { terminal: None, kept: None, has_frame: false }) };
        let kept = KeptPage::drawn(options, &format!("{look} {size:?}"));
        let frame = kept.as_ref().and_then(KeptPage::text).and_then(|text| Frame::read(&text));
        let Some(frame) = frame else { return Ok(Self { terminal: None, kept, has_frame: false }) };
        let mut terminal = take(frame.mouse)?;
        let draw = |buffer: &mut Buffer| {
            frame.draw(buffer);
            frame.cursor
        };
        terminal.canvas.draw(size, draw).map_err(AppError::failed)?;
        Ok(Self { terminal: Some(terminal), kept, has_frame: true })
    }
}

/// All that the loop works with.
struct Desk<'a> {
    model: Model,
    session: &'a mut Session,
    terminal: Terminal,
    workshop: Workshop,
}

impl Desk<'_> {
    /// Makes sure that the model has the size that the terminal has, and says whether it had another. A change that
    /// comes together with a key may be told by nobody.
    fn fit(&mut self) -> Result<bool, AppError> {
        let size = size().map_err(AppError::failed)?;
        if self.model.size == (size.width, size.height) {
            return Ok(false);
        }
        self.handle(Message::Input(Input::Resize(size.width, size.height)));
        Ok(true)
    }

    /// Takes in all that is waiting, so that a held key or a long paste never queues frames; says whether to go on.
    fn take_all(&mut self, hits: &Hits) -> Result<bool, AppError> {
        loop {
            let event = event::read().map_err(AppError::failed)?;
            if let Some(message) = Input::of(event).and_then(|input| Message::of(input, hits))
                && !self.handle(message)
            {
                return Ok(false);
            }
            if !event::poll(Duration::ZERO).map_err(AppError::failed)? {
                return Ok(true);
            }
        }
    }

    /// Takes in the layouts that are finished, and says whether there were any.
    fn take_layouts(&mut self) -> bool {
        let mut any = false;
        while let Some(message) = self.workshop.finished() {
            self.handle(message);
            any = true;
        }
        any
    }

    /// Updates, and performs what comes of it; says whether to go on.
    fn handle(&mut self, message: Message) -> bool {
        let mut waiting = vec![message];
        while let Some(message) = waiting.pop() {
            for effect in update(&mut self.model, self.session, message) {
                match effect {
                    Effect::Quit => return false,
                    Effect::LayOut(draft) => self.workshop.begin(draft),
                    effect => waiting.extend(perform(effect, self.session, &mut self.terminal)),
                }
            }
        }
        true
    }

    /// Draws, and lets `seen` look at what was drawn and at where the cursor stands.
    fn draw(&mut self, seen: impl FnOnce(&Buffer, Option<Position>)) -> Result<Hits, AppError> {
        let mut hits = Hits::default();
        let (model, session) = (&self.model, &*self.session);
        let size = Size::from(model.size);
        let draw = |buffer: &mut Buffer| {
            let drawn = view(model, session, buffer);
            hits = drawn.hits;
            seen(buffer, drawn.cursor);
            drawn.cursor
        };
        self.terminal.canvas.draw(size, draw).map_err(AppError::failed)?;
        Ok(hits)
    }
}
