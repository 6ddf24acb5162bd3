//! Keys in, screen out: what a person sees after typing, at 80x24 unless said otherwise.

mod acts;
mod checkin;
mod clock;
mod history;
mod keys;
mod picture;
mod plan;
mod progress;
mod review;
mod screens;
mod states;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use super::effect::{Draft, Effect};
use super::hit::Target;
use super::input::{Input, Key};
use super::keymap::Keymap;
use super::look::Look;
use super::message::Message;
use super::model::{Manner, Model};
use super::perform::{Outside, perform};
use super::place::{Pane, Screen};
use super::update::update;
use super::view::{Drawn, view};
use crate::app::{AppError, Intent, Notice, Session};
use crate::domain::{Act, Day, DeviceId, Goal, Id, Look as Wanted, Node, Roadmap, Settings};
use crate::format::roadmap::{Source, read};
use crate::store::clock::Clock;
use crate::store::journal::{Journal as _, MemoryJournal};

/// A person at the screen, with a journal in memory.
struct Person {
    session: Session,
    model: Model,
    desk: Desk,
    left: bool,
    /// Layouts that were begun.
    drafts: Vec<Draft>,
}

/// What lies outside, as a test sees it.
#[derive(Default)]
struct Desk {
    note: Option<String>,
    opened: Vec<String>,
    copied: Vec<String>,
    mouse: Option<bool>,
    slept: usize,
}

impl Outside for Desk {
    fn edit(&mut self, _: &str) -> Result<Option<String>, AppError> {
        Ok(self.note.clone())
    }
    fn open(&mut self, address: &str) -> Result<(), AppError> {
        self.opened.push(address.to_owned());
        Ok(())
    }
    fn copy(&mut self, text: &str) -> Result<(), AppError> {
        self.copied.push(text.to_owned());
        Ok(())
    }
    fn mouse(&mut self, on: bool) -> Result<(), AppError> {
        self.mouse = Some(on);
        Ok(())
    }
    fn redraw(&mut self) {}
    fn suspend(&mut self) -> Result<(), AppError> {
        self.slept += 1;
        Ok(())
    }
}

/// The day on which all of it happens.
fn clock() -> Clock {
    Clock::Fixed(Day::parse("2026-11-24").unwrap())
}

fn road() -> Roadmap {
    let text = include_bytes!("../../tests/fixtures/road.toml").to_vec();
    let read = read(None, &[Source::new("road.toml", text)]);
    assert_eq!(read.defects, [], "the fixture is sound");
    read.roadmap.unwrap()
}

/// What a full disk has to say.
fn full() -> AppError {
    let path = "/home/learner/.local/share/milepost/journal/01J00000000000000000000000.log";
    AppError::failed(format!("{path} cannot be written: No space left on device (os error 28)"))
        .hint("milepost doctor")
}

impl Person {
    fn at(size: (u16, u16), plain: bool, no_color: bool) -> Self {
        Self::told(size, plain, no_color, Vec::new())
    }

    fn told(size: (u16, u16), plain: bool, no_color: bool, notices: Vec<Notice>) -> Self {
        Self::on(road(), size, Look::of(&Wanted::default(), plain, no_color, false), notices)
    }

    fn on(roadmap: Roadmap, size: (u16, u16), look: Look, notices: Vec<Notice>) -> Self {
        Self::with(Vec::new(), Settings::default(), roadmap, size, look, notices)
    }

    /// A person who has done this and has these settings.
    fn with(
        acts: Vec<Act>,
        settings: Settings,
        roadmap: Roadmap,
        size: (u16, u16),
        look: Look,
        notices: Vec<Notice>,
    ) -> Self {
        let device = DeviceId::parse("01J00000000000000000000000").unwrap();
        let mut journal = MemoryJournal::new(device);
        journal.append(clock().now(), acts).unwrap();
        Self::keeping(journal, settings, roadmap, size, look, notices)
    }

    /// A person whose journal is this one.
    fn keeping(
        journal: MemoryJournal,
        settings: Settings,
        roadmap: Roadmap,
        size: (u16, u16),
        look: Look,
        notices: Vec<Notice>,
    ) -> Self {
        let session = Session::new(roadmap, Box::new(journal), clock(), settings, notices).unwrap();
        let manner = Manner { look, keymap: Keymap::default(), mouse: true };
        let model = Model::new(&session, manner, size);
        Self { session, model, desk: Desk::default(), left: false, drafts: Vec::new() }
    }

    fn new() -> Self {
        Self::at((80, 24), false, false)
    }

    fn tell(&mut self, message: Message) {
        let mut waiting = vec![message];
        while let Some(message) = waiting.pop() {
            for effect in update(&mut self.model, &self.session, message) {
                self.left |= effect == Effect::Quit;
                if let Effect::LayOut(draft) = &effect {
                    self.drafts.push(draft.clone());
                }
                waiting.extend(perform(effect, &mut self.session, &mut self.desk));
            }
        }
    }

    /// Presses a key after which nothing can be saved.
    fn presses_in_vain(&mut self, key: &str) {
        let input = Input::Key(Key::parse(key).unwrap());
        let effects = update(&mut self.model, &self.session, Message::Input(input));
        assert!(matches!(effects[..], [Effect::Record(_)]), "{effects:?}");
        self.tell(Message::Failed(full()));
    }

    /// Presses keys, written as in the settings and parted by spaces.
    fn keys(&mut self, keys: &str) -> &mut Self {
        for key in keys.split_whitespace() {
            let key = Key::parse(key).unwrap_or_else(|| panic!("no key: {key}"));
            self.tell(Message::Input(Input::Key(key)));
        }
        self
    }

    fn types(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            let key = if c == ' ' { "space".to_owned() } else { c.to_string() };
            self.keys(&key);
        }
        self
    }

    fn drawn(&self) -> (Buffer, Drawn) {
        let mut buffer = Buffer::empty(Rect::new(0, 0, self.model.size.0, self.model.size.1));
        let drawn = view(&self.model, &self.session, &mut buffer);
        (buffer, drawn)
    }

    /// The screen as text, without spaces at the ends of lines.
    fn screen(&self) -> String {
        let (buffer, _) = self.drawn();
        let line = |y| (0..buffer.area.width).map(|x| buffer[(x, y)].symbol()).collect::<String>();
        let lines: Vec<String> = (0..buffer.area.height).map(|y| line(y).trim_end().to_owned()).collect();
        lines.join("\n").trim_end().to_owned()
    }

    fn click(&mut self, on: &str) -> &mut Self {
        let screen = self.screen();
        let (row, line) = screen.lines().enumerate().find(|(_, line)| line.contains(on)).expect(on);
        let column = crate::export::measure::width(&line[..line.find(on).unwrap()]);
        let (column, row) = (column as u16, row as u16);
        assert!(self.drawn().1.hits.at(column, row).is_some(), "nothing to click at {on}");
        self.does(Input::Press(column, row)).does(Input::Release)
    }

    /// What the mouse does to what is drawn now.
    fn does(&mut self, input: Input) -> &mut Self {
        let hits = self.drawn().1.hits;
        Message::of(input, &hits).into_iter().for_each(|message| self.tell(message));
        self
    }
}
