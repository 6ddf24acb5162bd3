//! A reader of markdown: what of a text reaches the eye, taken from a parser that is not ours.

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// What a reader sees, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Seen {
    /// A heading of level 1 to 6.
    Heading(usize, String),
    /// A box to tick, `depth` lists deep.
    Check { depth: usize, on: bool, text: String },
    /// Any other item of a list.
    Item { depth: usize, text: String },
    /// A paragraph.
    Paragraph(String),
    /// A quotation with all that is in it.
    Quote(String),
}

/// A page as it is seen.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) seen: Vec<Seen>,
    /// Targets with their texts.
    pub(super) links: Vec<(String, String)>,
    pub(super) bold: Vec<String>,
}

#[derive(Default)]
struct Walk {
    page: Page,
    open: Vec<(Option<bool>, String)>,
    quote: Option<String>,
    link: Option<(String, String)>,
    bold: Option<String>,
    loose: String,
}

/// Reads a page with GitHub's extensions on.
///
/// # Panics
/// If anything takes effect that a report never uses: HTML, images, tables, rules, emphasis, footnotes, formulas.
pub(super) fn read(markdown: &str) -> Page {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_MATH
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST;
    let mut walk = Walk::default();
    for event in Parser::new_ext(markdown, options) {
        walk.take(&event, markdown);
    }
    assert!(walk.open.is_empty() && walk.quote.is_none());
    walk.page
}

impl Walk {
    fn take(&mut self, event: &Event<'_>, markdown: &str) {
        match event {
            Event::Start(Tag::Heading { .. } | Tag::Paragraph | Tag::List(_) | Tag::Strong) => {
                self.start(event);
            }
            Event::Start(Tag::Item) => self.open.push((None, String::new())),
            Event::Start(Tag::BlockQuote(None)) => {
                self.flush_item();
                assert!(self.quote.replace(String::new()).is_none(), "a quote in a quote:\n{markdown}");
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                assert!(self.quote.is_some(), "a block of code outside a note:\n{markdown}");
                self.text(info);
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                self.link = Some((dest_url.to_string(), String::new()));
            }
            Event::End(end) => self.end(*end),
            Event::Text(text) | Event::Code(text) => self.text(text),
            Event::SoftBreak | Event::HardBreak => self.text("\n"),
            Event::TaskListMarker(on) => {
                self.open.last_mut().expect("a box stands in an item").0 = Some(*on);
            }
            other => panic!("{other:?} takes effect in:\n{markdown}"),
        }
    }

    fn start(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(Tag::List(_)) => {
                assert!(self.quote.is_none(), "a list in a note");
                self.flush_item();
            }
            Event::Start(Tag::Strong) => self.bold = Some(String::new()),
            _ => {
                assert!(
                    self.quote.is_none() || matches!(event, Event::Start(Tag::Paragraph)),
                    "a heading in a note"
                );
                self.loose.clear();
            }
        }
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::Heading(level) => {
                let level = match level {
                    HeadingLevel::H1 => 1,
                    HeadingLevel::H2 => 2,
                    HeadingLevel::H3 => 3,
                    _ => 4,
                };
                let text = std::mem::take(&mut self.loose);
                self.page.seen.push(Seen::Heading(level, text));
            }
            TagEnd::Paragraph if self.quote.is_none() => {
                assert!(self.open.is_empty(), "a list came apart: {:?}", self.open);
                let text = std::mem::take(&mut self.loose);
                self.page.seen.push(Seen::Paragraph(text));
            }
            TagEnd::Paragraph | TagEnd::CodeBlock => self.text("\n"),
            TagEnd::Item => {
                self.flush_item();
                self.open.pop();
            }
            TagEnd::BlockQuote(_) => {
                let text = self.quote.take().expect("a quote that ends was open");
                self.page.seen.push(Seen::Quote(text));
            }
            TagEnd::Link => self.page.links.extend(self.link.take()),
            TagEnd::Strong => self.page.bold.extend(self.bold.take()),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        let place = match (&mut self.quote, self.open.last_mut()) {
            (Some(quote), _) => quote,
            (None, Some((_, item))) => item,
            (None, None) => &mut self.loose,
        };
        place.push_str(text);
        for also in [self.link.as_mut().map(|(_, text)| text), self.bold.as_mut()].into_iter().flatten() {
            also.push_str(text);
        }
    }

    /// Sets down the item that is open, before what is nested in it.
    fn flush_item(&mut self) {
        let depth = self.open.len().saturating_sub(1);
        let Some((on, text)) = self.open.last_mut() else { return };
        let text = std::mem::take(text);
        match on.take() {
            Some(on) => self.page.seen.push(Seen::Check { depth, on, text }),
            None if !text.is_empty() => self.page.seen.push(Seen::Item { depth, text }),
            None => {}
        }
    }
}
