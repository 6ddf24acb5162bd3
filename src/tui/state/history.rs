//! The list of what the learner did: which acts match what was typed, and the one in focus.

use tui_input::Input as Line;

use crate::app::page::{self, Holds, PastAct};
use crate::domain::{Event, Roadmap};
use crate::export::words;
use crate::tui::widget::cursor::Cursor;

/// The list of what the learner did. An act is put into words when it shows, so that a journal of years opens at once.
#[derive(Clone, Debug)]
pub struct History {
    page: page::History,
    /// What was typed.
    pub line: Line,
    /// The row in focus.
    pub cursor: Cursor,
    /// The acts that match what was typed, by their place; none where nothing was typed and all of them show.
    matching: Option<Vec<usize>>,
    /// Each act in small letters, to find what was typed in; made when the first letter is.
    texts: Vec<String>,
}

/// An act in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// On which day, as the learner's clock said.
    pub day: String,
    /// At what time.
    pub time: String,
    /// How much of it holds.
    pub holds: Holds,
    /// What was done: the first event of the act.
    pub what: String,
    /// The other events of the act.
    pub more: Vec<String>,
    /// On which device; empty where there is but one.
    pub device: String,
}

impl History {
    /// The list with nothing typed yet.
    pub fn new(page: page::History) -> Self {
        Self { page, line: Line::default(), cursor: Cursor::default(), matching: None, texts: Vec::new() }
    }

    /// The same list read anew; what was in focus stays so.
    pub fn renew(&mut self, page: page::History, roadmap: &Roadmap, height: usize) {
        let focus = self.focus().map(|act| act.first.id());
        self.page = page;
        self.texts.clear();
        self.narrow(roadmap);
        let kept = (0..self.rows()).find(|&row| self.act(row).map(|act| act.first.id()) == focus);
        self.cursor.go(kept.unwrap_or(self.cursor.at), self.rows(), height);
    }

    /// After the text changed: what matches it, with the newest in focus.
    pub fn search(&mut self, roadmap: &Roadmap, height: usize) {
        self.narrow(roadmap);
        self.cursor = Cursor::default();
        self.cursor.go(0, self.rows(), height);
    }

    fn narrow(&mut self, roadmap: &Roadmap) {
        let typed = self.line.value().to_lowercase();
        let words: Vec<&str> = typed.split_whitespace().collect();
        if words.is_empty() {
            self.matching = None;
            return;
        }
        if self.texts.is_empty() {
            self.texts = self.page.acts.iter().map(|act| self.tell(roadmap, act).text()).collect();
        }
        let holds = |text: &String| words.iter().all(|word| text.contains(word));
        let matching = self.texts.iter().enumerate().filter(|(_, text)| holds(text));
        self.matching = Some(matching.map(|(at, _)| at).collect());
    }

    /// How many acts match.
    pub fn rows(&self) -> usize {
        self.matching.as_ref().map_or(self.page.acts.len(), Vec::len)
    }

    /// The act of a row.
    pub fn act(&self, row: usize) -> Option<&PastAct> {
        let at = match &self.matching {
            Some(matching) => *matching.get(row)?,
            None => row,
        };
        self.page.acts.get(at)
    }

    /// The act in focus.
    pub fn focus(&self) -> Option<&PastAct> {
        self.act(self.cursor.at)
    }

    /// What picking the act in focus corrects, and whether that brings it again: what holds of it is taken back, and
    /// where nothing does, all of it comes back.
    pub fn correction(&self) -> Option<(Vec<Event>, bool)> {
        let act = self.focus()?;
        let brings = act.holds() == Holds::Not;
        let events = act.events().filter(|(_, undone)| *undone == brings).map(|(event, _)| event.clone());
        Some((events.collect(), brings))
    }

    /// The act of a row in words.
    pub fn told(&self, roadmap: &Roadmap, row: usize) -> Option<Told> {
        self.act(row).map(|act| self.tell(roadmap, act))
    }

    fn tell(&self, roadmap: &Roadmap, act: &PastAct) -> Told {
        let device = act.first.id().device;
        Told {
            day: words::past_day(act.first.day(), self.page.today),
            time: act.first.at.format("%H:%M").to_string(),
            holds: act.holds(),
            what: words::past_event(roadmap, &act.first),
            more: act.more.iter().map(|(event, _)| words::past_event(roadmap, event)).collect(),
            device: match device == self.page.own {
                _ if !self.page.has_others => String::new(),
                true => "here".to_owned(),
                false => words::device_name(device),
            },
        }
    }
}

impl Told {
    /// The word for how much of it is taken back; none where nothing is.
    pub fn mark(&self) -> &'static str {
        match self.holds {
            Holds::Whole => "",
            Holds::Part => "undone in part",
            Holds::Not => "undone",
        }
    }

    /// All of it in small letters, as it is searched.
    fn text(&self) -> String {
        let (Self { day, time, what, device, .. }, mark, more) = (self, self.mark(), self.more.join(" "));
        format!("{day} {time} {mark} {what} {more} {device}").to_lowercase()
    }
}
