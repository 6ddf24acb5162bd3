//! Text measured and cut by the cells that it takes on a terminal.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// How many cells a text takes.
pub fn width(text: &str) -> usize {
    // Nearly all that is measured, frame after frame, are plain words and signs.
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        text.len()
    } else if text.chars().all(is_plain) {
        text.chars().count()
    } else {
        text.width()
    }
}

/// The text in at most `room` cells, cut at a grapheme border and ended with `mark` where something is missing.
pub fn cut(text: &str, room: usize, mark: &str) -> String {
    let (kept, end) = parted(text, room, mark);
    format!("{kept}{end}")
}

/// What is kept of a text in at most `room` cells, and the mark where something is missing, else nothing.
pub fn parted<'a>(text: &'a str, room: usize, mark: &'a str) -> (&'a str, &'a str) {
    if width(text) <= room {
        return (text, "");
    }
    let kept = room.saturating_sub(width(mark));
    let mut used = 0;
    let mut end = 0;
    for (grapheme, cells) in graphemes(text) {
        used += cells;
        if used > kept {
            break;
        }
        end += grapheme.len();
    }
    (&text[..end], if room >= width(mark) { mark } else { "" })
}

/// The graphemes of a text, each with the cells that it takes.
pub fn graphemes(text: &str) -> Graphemes<'_> {
    Graphemes { rest: text }
}

/// See [`graphemes`].
#[derive(Clone, Debug)]
pub struct Graphemes<'a> {
    rest: &'a str,
}

impl<'a> Iterator for Graphemes<'a> {
    type Item = (&'a str, usize);

    fn next(&mut self) -> Option<Self::Item> {
        let mut ahead = self.rest.chars();
        let first = ahead.next()?;
        // Two plain characters beside each other are two graphemes: nothing need be looked up.
        let (end, cells) = if is_plain(first) && ahead.next().is_none_or(is_plain) {
            (first.len_utf8(), 1)
        } else {
            let grapheme = self.rest.graphemes(true).next()?;
            (grapheme.len(), width(grapheme))
        };
        let (grapheme, rest) = self.rest.split_at(end);
        self.rest = rest;
        Some((grapheme, cells))
    }
}

/// Whether a character takes one cell, and joins no other like it to one grapheme: ASCII, Latin, and the dashes, dots,
/// lines, blocks and signs that screens are drawn with.
fn is_plain(char: char) -> bool {
    matches!(char, ' '..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{2010}'..='\u{2027}' | '\u{2500}'..='\u{25bf}')
}

/// The text in exactly `room` cells: cut, or filled with spaces at its end.
pub fn fit(text: &str, room: usize, mark: &str) -> String {
    let mut out = cut(text, room, mark);
    out.push_str(&" ".repeat(room.saturating_sub(width(&out))));
    out
}

/// The text broken into lines of at most `room` cells, at spaces where there are any.
pub fn wrap(text: &str, room: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let (mut line, mut used) = (String::with_capacity(room), 0);
    for word in text.split_whitespace() {
        for piece in pieces(word, room.max(1)) {
            let cells = width(piece);
            if used > 0 && used + 1 + cells > room {
                lines.push(std::mem::replace(&mut line, String::with_capacity(room)));
                used = 0;
            }
            if used > 0 {
                line.push(' ');
                used += 1;
            }
            line.push_str(piece);
            used += cells;
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// A word in pieces of at most `room` cells each, or of one grapheme that is wider.
pub(super) fn pieces(word: &str, room: usize) -> impl Iterator<Item = &str> {
    let mut rest = word;
    std::iter::from_fn(move || {
        if width(rest) <= room {
            return Some(std::mem::take(&mut rest)).filter(|piece| !piece.is_empty());
        }
        let (mut used, mut end) = (0, 0);
        for (grapheme, cells) in graphemes(rest) {
            if used + cells > room && used > 0 {
                break;
            }
            used += cells;
            end += grapheme.len();
        }
        let (piece, after) = rest.split_at(end);
        rest = after;
        (!piece.is_empty()).then_some(piece)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn plain_characters_take_one_cell_and_join_no_other() {
        let plain: Vec<char> = ('\0'..='\u{ffff}').filter(|&char| is_plain(char)).collect();
        let text: String = plain.iter().collect();
        assert_eq!(text.graphemes(true).count(), plain.len());
        assert!(plain.iter().all(|char| char.to_string().width() == 1));
    }

    proptest! {
        /// The oracle are the crates that know all of Unicode.
        #[test]
        fn graphemes_and_widths_are_those_of_unicode(text in "([ -~·…─█○éß\u{301}\u{200d}\u{fe0f}日👩👧🇩🇪☔\r\n\u{ad}]|\\PC){0,12}") {
            let own: Vec<(&str, usize)> = graphemes(&text).collect();
            let all: Vec<(&str, usize)> = text.graphemes(true).map(|part| (part, part.width())).collect();
            prop_assert_eq!(own, all);
            prop_assert_eq!(width(&text), text.width());
        }
    }

    #[test]
    fn cuts_fall_between_graphemes_and_fit_the_room() {
        for (text, room, cut_to) in [
            ("container", 9, "container"),
            ("container", 5, "cont…"),
            ("日本語テキスト", 6, "日本…"),
            ("日本語", 5, "日本…"),
            ("e\u{301}tude", 3, "e\u{301}t…"),
            ("x", 0, ""),
        ] {
            let cut = cut(text, room, "…");
            assert_eq!(cut, cut_to);
            assert!(width(&cut) <= room);
        }
        assert_eq!(fit("ab", 4, "…"), "ab  ");
        assert_eq!(fit("日本語", 4, "…"), "日… ");
    }

    #[test]
    fn wrapped_lines_keep_every_word_and_no_line_is_too_wide() {
        let text = "a layer is reused while its inputs are unchanged; https://example.org/a/very/long/path";
        for room in 1..40 {
            let lines = wrap(text, room);
            assert!(lines.iter().all(|line| width(line) <= room), "{room}");
            let squeezed: String = lines.concat().split_whitespace().collect();
            assert_eq!(squeezed, text.split_whitespace().collect::<String>());
        }
    }
}
