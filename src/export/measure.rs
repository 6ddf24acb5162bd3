//! Text measured and cut by the cells that it takes on a terminal.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// How many cells a text takes.
pub fn width(text: &str) -> usize {
    text.width()
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
    for grapheme in text.graphemes(true) {
        used += width(grapheme);
        if used > kept {
            break;
        }
        end += grapheme.len();
    }
    (&text[..end], if room >= width(mark) { mark } else { "" })
}

/// The graphemes of a text, each with the cells that it takes.
pub fn graphemes(text: &str) -> impl Iterator<Item = (&str, usize)> {
    text.graphemes(true).map(|grapheme| (grapheme, width(grapheme)))
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
    let mut line = String::new();
    for word in text.split_whitespace() {
        for piece in pieces(word, room.max(1)) {
            let gap = usize::from(!line.is_empty());
            if gap + width(&line) + width(&piece) > room && !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(&piece);
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// A word in pieces of at most `room` cells each.
pub(super) fn pieces(word: &str, room: usize) -> Vec<String> {
    if width(word) <= room {
        return vec![word.to_owned()];
    }
    let mut pieces = vec![String::new()];
    let mut used = 0;
    for grapheme in word.graphemes(true) {
        let cells = width(grapheme);
        if used + cells > room && used > 0 {
            pieces.push(String::new());
            used = 0;
        }
        used += cells;
        if let Some(last) = pieces.last_mut() {
            last.push_str(grapheme);
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

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
