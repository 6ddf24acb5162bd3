//! `Clean`: text that is safe to show on a terminal.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use smol_str::SmolStr;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

/// The most combining marks that one base character keeps.
const MARKS_PER_BASE: usize = 4;

/// Text without control, format or stacked combining characters.
///
/// It can be made from outside text only by [`Clean::line`] and [`Clean::prose`], so whatever holds a `Clean`
/// may be printed or drawn. Reading one back from our own binary forms (`Deserialize`) borrows from bytes that
/// live as long as the program; those bytes were cleaned before they were written. There, text and bytes look the same.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clean(SmolStr);

impl Clean {
    /// Cleans text meant for one line: newlines and tabs become spaces.
    pub fn line(text: &str) -> Self {
        if is_plain(text) {
            return Self(SmolStr::new(text));
        }
        Self(sift(text, |c| if matches!(c, '\n' | '\t') { Some(' ') } else { None }).into())
    }

    /// Cleans text of several lines: newlines and tabs stay.
    pub fn prose(text: &str) -> Self {
        if is_plain(text) {
            return Self(SmolStr::new(text));
        }
        Self(sift(text, |c| if matches!(c, '\n' | '\t') { Some(c) } else { None }).into())
    }

    /// Text from the program's own source, which needs no cleaning.
    pub const fn fixed(text: &'static str) -> Self {
        Self(SmolStr::new_static(text))
    }

    /// Text of which the caller knows that cleaning it would change nothing.
    pub(super) fn plain(text: &str) -> Self {
        debug_assert_eq!(&*Self::line(text), text, "plain text");
        Self(SmolStr::new(text))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether cleaning would drop or replace this character; newline and tab are kept in prose.
    pub fn refuses(c: char) -> bool {
        match c {
            '\n' | '\t' => false,
            _ if c.is_ascii() => c.is_ascii_control(),
            _ => matches!(
                c.general_category(),
                GeneralCategory::Control
                    | GeneralCategory::Format
                    | GeneralCategory::LineSeparator
                    | GeneralCategory::ParagraphSeparator
                    | GeneralCategory::PrivateUse
                    | GeneralCategory::Unassigned
            ),
        }
    }
}

/// Whether `text` is one line of printing ASCII, as most is: there is nothing to clean.
fn is_plain(text: &str) -> bool {
    // Without a way out on the way, many bytes are looked at together.
    text.bytes().fold(true, |plain, byte| plain & (b' '..=b'~').contains(&byte))
}

/// Copies `text` without refused characters and without marks beyond [`MARKS_PER_BASE`]; `keep` decides on the
/// white space that is a control character.
fn sift(text: &str, keep: impl Fn(char) -> Option<char>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut marks = 0;
    for c in text.chars() {
        if let Some(kept) = keep(c) {
            out.push(kept);
            marks = 0;
        } else if c.is_ascii() {
            if !c.is_ascii_control() {
                out.push(c);
            }
            marks = 0;
        } else if is_mark(c) {
            marks += 1;
            if marks <= MARKS_PER_BASE {
                out.push(c);
            }
        } else if !Clean::refuses(c) {
            out.push(c);
            marks = 0;
        }
    }
    out
}

fn is_mark(c: char) -> bool {
    matches!(
        c.general_category(),
        GeneralCategory::NonspacingMark | GeneralCategory::EnclosingMark | GeneralCategory::SpacingMark
    )
}

impl std::ops::Deref for Clean {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Clean {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl std::borrow::Borrow<str> for Clean {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl Serialize for Clean {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de: 'static> Deserialize<'de> for Clean {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // A road is mostly text, and to see that it is such is most of what reading it takes.
        let text = simdutf8::basic::from_utf8(<&'de [u8]>::deserialize(deserializer)?);
        text.map(|text| Self(SmolStr::new_static(text))).map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escape_sequences_lose_what_makes_them_work() {
        assert_eq!(&*Clean::line("A\u{1b}]0;P\u{7}B\u{9b}31m\u{202e}C\rD\u{7f}"), "A]0;PB31mCD");
        assert_eq!(
            &*Clean::line("tag\u{e0041}s, \u{feff}bom, \u{2066}isolate\u{2069}"),
            "tags, bom, isolate"
        );
    }

    #[test]
    fn only_prose_keeps_lines_apart() {
        assert_eq!(&*Clean::line("a\n\tb"), "a  b");
        assert_eq!(&*Clean::prose("a\n\tb\r\n"), "a\n\tb\n");
    }

    #[test]
    fn marks_are_capped_for_each_base() {
        let zalgo = format!("a{}b\u{301}", "\u{301}".repeat(10_000));
        assert_eq!(&*Clean::line(&zalgo), format!("a{}b\u{301}", "\u{301}".repeat(MARKS_PER_BASE)));
    }

    #[test]
    fn ordinary_writing_of_any_script_stays() {
        let text = "naïve Größe 日本語 עברית é – “quotes”";
        assert_eq!(&*Clean::line(text), text);
    }
}
