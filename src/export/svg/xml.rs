//! Text that grows into XML, with all that is not ours escaped.

use crate::export::measure;

/// Pixels that a cell of text takes: 0.6 of the 13 that a letter is high, as in nearly every monospace font.
pub(super) const ADVANCE: f64 = 7.8;

/// Text that grows into XML.
#[derive(Default)]
pub(super) struct Xml {
    text: String,
}

impl Xml {
    /// Adds markup as it is.
    pub(super) fn raw(&mut self, markup: &str) {
        self.text.push_str(markup);
    }

    /// Adds an element that holds nothing but text; `attributes` begin with a space, if there are any.
    pub(super) fn element(&mut self, name: &str, attributes: &str, text: &str) {
        self.raw(&format!("<{name}{attributes}>{}</{name}>\n", escaped(text)));
    }

    /// Adds a line of text with its baseline at a place in pixels, as wide as its cells whatever the font.
    pub(super) fn text(&mut self, at: (f64, f64), class: &str, text: &str) {
        self.spaced(ADVANCE, at, class, text);
    }

    /// The same in letters that take so many pixels each.
    pub(super) fn spaced(&mut self, advance: f64, (x, y): (f64, f64), class: &str, text: &str) {
        let width = measure::width(text) as f64 * advance;
        let attributes = format!(
            " class=\"{class}\" x=\"{x}\" y=\"{y}\" textLength=\"{width:.1}\" lengthAdjust=\"spacingAndGlyphs\""
        );
        self.element("text", &attributes, text);
    }

    /// All that was added.
    pub(super) fn done(self) -> String {
        self.text
    }
}

/// Text without what XML would act on, and without the two characters that are Unicode's and not XML's.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
