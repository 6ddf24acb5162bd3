//! Plain markdown laid into lines of a given width, as pieces that each front end styles in its own way.

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::measure::{pieces, width};

/// What a piece of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Running text.
    Plain,
    /// Code within a line.
    Code,
    /// A line of a code block.
    Block,
    /// Emphasised.
    Strong,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The text, without line breaks.
    pub text: String,
    /// What it is.
    pub tone: Tone,
}

/// A line of at most the asked width.
pub type Line = Vec<Piece>;

/// Lays plain markdown into lines of at most `room` cells: paragraphs parted by an empty line, lists with `bullet`
/// before their items, code blocks indented by two. Code lines are not wrapped and may be wider.
pub fn lay_out(markdown: &str, room: usize, bullet: &str) -> Vec<Line> {
    let mut layout = Layout { room: room.max(8), bullet, ..Layout::default() };
    for event in Parser::new_ext(markdown, Options::empty()) {
        layout.take(event);
    }
    layout.end_block();
    while layout.lines.last().is_some_and(Vec::is_empty) {
        layout.lines.pop();
    }
    layout.lines
}

/// Before a word that touches the one before it.
const GLUE: char = '\u{0}';

#[derive(Default)]
struct Layout<'a> {
    room: usize,
    bullet: &'a str,
    lines: Vec<Line>,
    words: Vec<Piece>,
    /// Whether the next text goes on with the last word.
    glued: bool,
    strong: usize,
    in_code: bool,
    /// For each open list, the number of its next item, or none if it is not numbered.
    lists: Vec<Option<u64>>,
    /// What stands before the first line of the next block.
    lead: String,
}

impl Layout<'_> {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented)) => {
                self.end_block();
                self.in_code = true;
            }
            Event::End(TagEnd::CodeBlock) => {
                self.in_code = false;
                self.lines.push(Vec::new());
            }
            Event::Start(Tag::List(from)) => {
                self.end_block_tight();
                self.lists.push(from);
            }
            Event::End(TagEnd::List(_)) => {
                self.end_block_tight();
                self.lists.pop();
                if self.lists.is_empty() {
                    self.lines.push(Vec::new());
                }
            }
            Event::Start(Tag::Item) => self.begin_item(),
            Event::End(TagEnd::Item) => self.end_block_tight(),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_)) => self.end_block(),
            Event::Start(Tag::Strong | Tag::Emphasis | Tag::Heading { .. }) => self.strong += 1,
            Event::End(TagEnd::Strong | TagEnd::Emphasis) => self.strong = self.strong.saturating_sub(1),
            Event::Text(text) if self.in_code => self.code_lines(&text),
            Event::Text(text) => self.text(&text, if self.strong > 0 { Tone::Strong } else { Tone::Plain }),
            Event::Code(text) => self.text(&text, Tone::Code),
            Event::Html(text) | Event::InlineHtml(text) => self.text(&text, Tone::Plain),
            Event::SoftBreak | Event::HardBreak => self.glued = false,
            _ => {}
        }
    }

    fn begin_item(&mut self) {
        self.end_block_tight();
        let depth = self.lists.len().saturating_sub(1);
        let mark = match self.lists.last_mut() {
            Some(Some(number)) => {
                *number += 1;
                format!("{}.", *number - 1)
            }
            _ => self.bullet.to_owned(),
        };
        self.lead = format!("{}{mark} ", "  ".repeat(depth));
    }

    fn text(&mut self, text: &str, tone: Tone) {
        let starts_apart = text.starts_with(char::is_whitespace);
        for (i, word) in text.split_whitespace().enumerate() {
            let glue = i == 0 && self.glued && !starts_apart;
            self.words
                .push(Piece { text: if glue { format!("{GLUE}{word}") } else { word.to_owned() }, tone });
        }
        self.glued = !text.ends_with(char::is_whitespace) && !text.is_empty();
    }

    fn code_lines(&mut self, text: &str) {
        for line in text.lines() {
            let text = format!("  {}", line.replace('\t', "    "));
            self.lines.push(vec![Piece { text, tone: Tone::Block }]);
        }
    }

    fn end_block(&mut self) {
        if !self.words.is_empty() {
            self.end_block_tight();
            if self.lists.is_empty() {
                self.lines.push(Vec::new());
            }
        }
        self.strong = 0;
    }

    /// Lays the gathered words into lines.
    fn end_block_tight(&mut self) {
        self.glued = false;
        let words = std::mem::take(&mut self.words);
        if words.is_empty() {
            return;
        }
        let lead = std::mem::take(&mut self.lead);
        let indent = " ".repeat(width(&lead));
        let mut line: Line = Vec::new();
        let mut used = width(&lead);
        if !lead.is_empty() {
            line.push(Piece { text: lead, tone: Tone::Plain });
        }
        let room = self.room.saturating_sub(indent.len()).max(1);
        for joined in words.chunk_by(|_, next| next.text.starts_with(GLUE)) {
            let bare = || joined.iter().map(|word| (word.text.trim_start_matches(GLUE), word.tone));
            let whole: usize = bare().map(|(text, _)| width(text)).sum();
            let mut first = true;
            for (text, tone) in
                bare().flat_map(|(text, tone)| pieces(text, room).map(move |part| (part, tone)))
            {
                let gap = usize::from(first && used > indent.len());
                let ahead = if first && whole <= room { whole } else { width(text) };
                let may_break = (first || whole > room) && used > indent.len();
                if may_break && used + gap + ahead > self.room {
                    self.lines.push(std::mem::take(&mut line));
                    used = indent.len();
                    if !indent.is_empty() {
                        line.push(Piece { text: indent.clone(), tone: Tone::Plain });
                    }
                } else if gap == 1 {
                    push(&mut line, " ", Tone::Plain);
                    used += 1;
                }
                first = false;
                used += width(text);
                push(&mut line, text, tone);
            }
        }
        self.lines.push(line);
    }
}

fn push(line: &mut Line, text: &str, tone: Tone) {
    match line.last_mut() {
        Some(last) if last.tone == tone => last.text.push_str(text),
        _ => line.push(Piece { text: text.to_owned(), tone }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(markdown: &str, room: usize) -> String {
        let lines = lay_out(markdown, room, "-");
        let text = |line: &Line| line.iter().map(|piece| piece.text.as_str()).collect::<String>();
        lines.iter().map(text).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn paragraphs_lists_and_code_keep_their_shape() {
        let markdown = "One `two`, *three*\nfour five six.\n\n- first item that is long\n- second\n\n```\nfn main() {}\n```\n\nEnd.";
        assert_eq!(
            plain(markdown, 20),
            "One two, three four\nfive six.\n\n- first item that is\n  long\n- second\n\n  fn main() {}\n\nEnd."
        );
    }

    #[test]
    fn code_touching_punctuation_stays_with_it() {
        assert_eq!(plain("(`a`) and `b`.", 40), "(a) and b.");
        assert_eq!(plain("one two `copy`, but", 12), "one two\ncopy, but", "no line begins with a comma");
        assert_eq!(plain("a `longer-than-room`, b", 8), "a\nlonger-t\nhan-room\n, b");
    }

    #[test]
    fn no_line_of_text_is_wider_than_the_room() {
        let markdown =
            "A line with `some code that is long` and averyveryverylongwordwithoutanyspaces.\n\n1. x\n2. y z";
        for room in 8..60 {
            for line in lay_out(markdown, room, "-") {
                let cells: usize = line.iter().map(|piece| width(&piece.text)).sum();
                assert!(cells <= room, "{room}: {line:?}");
            }
        }
    }
}
