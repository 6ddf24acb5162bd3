//! One skill's card, as rows of which some can be chosen.

use ratatui::style::Style;
use ratatui::text::Span;

use crate::app::page::Card;
use crate::domain::{Day, Node, Roadmap, SkillIx, Standing, Status};
use crate::export::prose::{Piece, Tone, lay_out};
use crate::export::{measure, words};
use crate::tui::look::Look;
use crate::tui::widget::cursor::Cursor;

/// A card is not laid wider than this; longer lines are hard to read.
pub const WIDEST: u16 = 88;

/// Something on a card that can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// An outcome, from 0.
    Outcome(usize),
    /// Something that the skill requires.
    Need(Node),
    /// A skill that this one opens.
    Opens(SkillIx),
    /// A resource, from 0.
    Resource(usize),
    /// A link of the learner's, from 0.
    Link(usize),
}

/// One row of a card.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What it shows.
    pub spans: Vec<Span<'static>>,
    /// What choosing it means.
    pub item: Option<Item>,
}

/// Where one is on a card: the item in focus, and the first row that shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The item in focus, from 0.
    pub item: usize,
    /// The first row that shows.
    pub top: usize,
}

impl State {
    /// Moves to the next or previous item, scrolling line by line where the next one is out of sight.
    pub fn step(&mut self, down: bool, rows: &[Row], height: usize) {
        let next = if down { self.item + 1 } else { self.item.wrapping_sub(1) };
        match starts(rows).get(next) {
            Some(&row) if (self.top..self.top + height).contains(&row) => self.item = next,
            _ => self.scroll(if down { 1 } else { -1 }, rows, height),
        }
    }

    /// Scrolls, and takes the item in focus along into sight.
    pub fn scroll(&mut self, by: isize, rows: &[Row], height: usize) {
        let mut window = Cursor { at: self.top, top: self.top };
        window.scroll(by, rows.len(), height);
        self.top = window.top;
        let starts = starts(rows);
        let shows =
            |item: usize| starts.get(item).is_some_and(|row| (self.top..self.top + height).contains(row));
        if !shows(self.item) {
            let near = if by > 0 {
                (0..starts.len()).find(|&item| shows(item))
            } else {
                (0..starts.len()).rev().find(|&item| shows(item))
            };
            self.item = near.unwrap_or(self.item);
        }
    }

    /// After a change of size: no more blank rows than need be, and the item in focus shows.
    pub fn keep_in_sight(&mut self, rows: &[Row], height: usize) {
        self.scroll(0, rows, height);
    }

    /// Goes to an item.
    pub fn go(&mut self, item: usize, rows: &[Row], height: usize) {
        if let Some(&row) = starts(rows).get(item) {
            self.item = item;
            self.show(row, rows.len(), height);
        }
    }

    /// The item in focus.
    pub fn chosen(&self, rows: &[Row]) -> Option<Item> {
        starts(rows).get(self.item).and_then(|&row| rows[row].item)
    }

    fn show(&mut self, row: usize, rows: usize, height: usize) {
        let mut window = Cursor { at: row, top: self.top };
        window.go(row, rows, height);
        self.top = window.top;
    }
}

/// The rows at which each item starts.
pub fn starts(rows: &[Row]) -> Vec<usize> {
    let differs = |at: usize| rows[at].item.is_some() && (at == 0 || rows[at - 1].item != rows[at].item);
    (0..rows.len()).filter(|&at| differs(at)).collect()
}

/// The rows of a card for a pane of this width.
pub fn rows(
    roadmap: &Roadmap,
    standing: &Standing,
    card: &Card,
    today: Day,
    width: usize,
    look: &Look,
) -> Vec<Row> {
    let mut sheet = Sheet { width: width.min(usize::from(WIDEST)), look, rows: Vec::new() };
    let skill = roadmap.skill(card.skill);
    sheet.head(roadmap, card);
    sheet.recall(card, today);
    sheet.blank();
    sheet.prose(&skill.details.why);
    sheet.outcomes(skill, card);
    let stands = |ix: SkillIx| (standing.status(ix), card.fading.contains(&ix));
    sheet.nodes(roadmap, &stands, "Needs", &card.needs);
    sheet.opens(roadmap, &stands, &card.opens);
    sheet.nodes(roadmap, &stands, "Good to have first", &card.helps);
    sheet.heading("About", "");
    sheet.prose(&skill.details.about);
    sheet.heading("Practice", "");
    sheet.prose(&skill.details.practice);
    sheet.resources(skill);
    sheet.own(card, today);
    sheet.rows
}

/// Where one stands with a skill: its status, and whether it fades.
type Stands<'a> = dyn Fn(SkillIx) -> (Status, bool) + 'a;

struct Sheet<'l> {
    width: usize,
    look: &'l Look,
    rows: Vec<Row>,
}

impl Sheet<'_> {
    fn push(&mut self, spans: Vec<Span<'static>>, item: Option<Item>) {
        self.rows.push(Row { spans, item });
    }

    fn blank(&mut self) {
        self.push(Vec::new(), None);
    }

    fn heading(&mut self, title: &str, right: &str) {
        self.blank();
        let gap = self.width.saturating_sub(measure::width(title) + measure::width(right));
        let (bold, dim) = (self.look.theme.heading(), self.look.theme.dim());
        let text = right.to_owned();
        self.push(
            vec![Span::styled(title.to_owned(), bold), Span::raw(" ".repeat(gap)), Span::styled(text, dim)],
            None,
        );
    }

    fn head(&mut self, roadmap: &Roadmap, card: &Card) {
        let (theme, glyphs) = (&self.look.theme, &self.look.glyphs);
        let skill = roadmap.skill(card.skill);
        let title = measure::cut(&skill.title, self.width, glyphs.cut);
        let hours = words::hour_range(skill.hours.low, skill.hours.high, glyphs.dash);
        let fades = card.recall.is_some_and(|recall| recall.fades);
        let (sign, word) = glyphs.standing(card.status, fades);
        let state = format!("{sign} {word}");
        let right = format!("{state}   {hours}");
        let place = format!(
            "{} {} {}",
            roadmap.track_of(card.skill).title,
            glyphs.within,
            roadmap.stage_of(card.skill).title
        );
        let room = self.width.saturating_sub(measure::width(&right) + 2);
        let place = measure::fit(&place, room, glyphs.cut);
        let status = theme.standing(card.status, fades);
        let (bold, dim) = (theme.heading(), theme.dim());
        self.push(vec![Span::styled(title, bold)], None);
        self.push(
            vec![
                Span::styled(place, dim),
                Span::raw("  "),
                Span::styled(state, status),
                Span::styled(format!("   {hours}"), dim),
            ],
            None,
        );
    }

    /// How well it is remembered, and when it is asked again.
    fn recall(&mut self, card: &Card, today: Day) {
        if let Some(recall) = card.recall {
            self.wrapped(&words::recall(recall.now, recall.due, today), self.look.theme.dim());
        }
    }

    fn wrapped(&mut self, text: &str, style: Style) {
        for line in measure::wrap(text, self.width) {
            self.push(vec![Span::styled(line, style)], None);
        }
    }

    fn prose(&mut self, markdown: &str) {
        for line in self.laid(markdown, self.width, self.look.theme.text()) {
            self.push(line, None);
        }
    }

    /// Plain markdown in lines of spans.
    fn laid(&self, markdown: &str, room: usize, style: Style) -> Vec<Vec<Span<'static>>> {
        let theme = &self.look.theme;
        let span = |piece: Piece| {
            let style = match piece.tone {
                Tone::Plain | Tone::Block => style,
                Tone::Code => style.patch(theme.accent()),
                Tone::Strong => style.patch(theme.heading()),
            };
            Span::styled(piece.text, style)
        };
        let lines = lay_out(markdown, room, self.look.glyphs.bullet);
        lines.into_iter().map(|line| line.into_iter().map(span).collect()).collect()
    }

    /// An item of several lines: `lead` before the first, the others indented by its width.
    fn item(&mut self, lead: Vec<Span<'static>>, text: &str, style: Style, item: Item) {
        let indent: usize = lead.iter().map(|span| measure::width(&span.content)).sum();
        let mut lead = Some(lead);
        for line in self.laid(text, self.width.saturating_sub(indent), style) {
            let mut spans = lead.take().unwrap_or_else(|| vec![Span::raw(" ".repeat(indent))]);
            spans.extend(line);
            self.push(spans, Some(item));
        }
    }

    fn outcomes(&mut self, skill: &crate::domain::Skill, card: &Card) {
        let ticked = card.ticked.iter().filter(|&&ticked| ticked).count();
        self.heading("Outcomes", &format!("{ticked} of {}", card.ticked.len()));
        let theme = self.look.theme;
        for (i, outcome) in skill.outcomes.iter().enumerate() {
            let on = card.ticked.get(i).copied().unwrap_or(false);
            let mark = self.look.glyphs.ticks[usize::from(!on)];
            let style = if on { theme.good() } else { theme.text() };
            let lead = vec![
                Span::styled(format!(" {} ", i + 1), theme.dim()),
                Span::styled(format!("{mark} "), style),
            ];
            self.item(lead, &outcome.text, style, Item::Outcome(i));
        }
    }

    fn nodes(&mut self, roadmap: &Roadmap, stands: &Stands<'_>, title: &str, nodes: &[(Node, bool)]) {
        if nodes.is_empty() {
            return;
        }
        let had = nodes.iter().filter(|(_, had)| *had).count();
        self.heading(title, &format!("{had} of {} had", nodes.len()));
        for &(node, had) in nodes {
            let (theme, glyphs) = (self.look.theme, &self.look.glyphs);
            let (sign, style, text) = match node {
                Node::Skill(ix) => {
                    let (status, fades) = stands(ix);
                    let (sign, word) = glyphs.standing(status, fades);
                    (sign, theme.standing(status, fades), format!("{} ({word})", roadmap.node_title(node)))
                }
                Node::Choice(ix) if had => (glyphs.status(Status::Done), theme.good(), one_of(roadmap, ix)),
                Node::Choice(ix) => (glyphs.status(Status::Ready), theme.text(), one_of(roadmap, ix)),
            };
            let lead = vec![Span::styled(format!(" {sign} "), style)];
            self.item(lead, &text, theme.text(), Item::Need(node));
        }
    }

    fn opens(&mut self, roadmap: &Roadmap, stands: &Stands<'_>, opens: &[SkillIx]) {
        if opens.is_empty() {
            return;
        }
        self.heading("Opens", &opens.len().to_string());
        for &ix in opens {
            let (theme, (status, fades)) = (self.look.theme, stands(ix));
            let (sign, _) = self.look.glyphs.standing(status, fades);
            let lead = vec![Span::styled(format!(" {sign} "), theme.standing(status, fades))];
            self.item(lead, &roadmap.skill(ix).title, theme.text(), Item::Opens(ix));
        }
    }

    fn resources(&mut self, skill: &crate::domain::Skill) {
        if skill.details.resources.is_empty() {
            return;
        }
        self.heading("Resources", "");
        for (i, resource) in skill.details.resources.iter().enumerate() {
            let paid = if resource.free { "" } else { ", not free" };
            let text =
                format!("{} ({}{paid}, {})", resource.title, resource.kind.word(), host(&resource.url));
            let style = self.look.theme.text();
            self.item(
                vec![Span::raw(format!(" {} ", self.look.glyphs.bullet))],
                &text,
                style,
                Item::Resource(i),
            );
        }
    }

    fn own(&mut self, card: &Card, today: Day) {
        let (dim, text) = (self.look.theme.dim(), self.look.theme.text());
        if card.said.live_links().next().is_some() {
            self.heading("Evidence", "");
        }
        for (i, (to, link)) in card.said.live_links().enumerate() {
            let shown = link.title.as_ref().map_or_else(|| to.to_string(), |title| format!("{title} ({to})"));
            self.item(vec![Span::raw(format!(" {} ", self.look.glyphs.bullet))], &shown, text, Item::Link(i));
        }
        if let Some(note) = card.said.note_text() {
            self.heading("Note", "");
            let note = note.to_string();
            self.prose(&note);
        }
        if card.said.minutes > 0 {
            self.heading("Log", &words::minutes(card.said.minutes));
        }
        for session in &card.said.sessions {
            let study = &session.value;
            let said = study.note.as_ref().map(|note| format!(": {note}")).unwrap_or_default();
            let line = format!(
                " {} {}{said}",
                words::minutes(u64::from(study.minutes)),
                words::ago(study.day, today)
            );
            self.wrapped(&line, dim);
        }
    }
}

/// A choice in words: "One cloud provider: one of AWS, GCP or Azure".
fn one_of(roadmap: &Roadmap, choice: crate::domain::ChoiceIx) -> String {
    let choice = roadmap.choice(choice);
    let titles: Vec<&str> = choice.options.iter().map(|&ix| roadmap.skill(ix).title.as_str()).collect();
    format!("{}: {} of {}", choice.title, choice.pick, titles.join(", "))
}

/// The host of an address.
pub fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or(rest)
}
