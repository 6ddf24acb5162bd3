//! Text made safe for markdown: what a reader of the rendered page sees is what the text says.

use crate::domain::is_web_address;

/// Bytes that may stand in a link's target without brackets around it.
const PLAIN_IN_TARGET: &str = "-._~:/?#@!$'+,=%&";

/// One line of text. Code between single backticks stays code and a web address becomes a link; all else that
/// markdown would act on is escaped.
pub(super) fn line(text: &str) -> String {
    inline(text, true)
}

/// Text for use within a link, where no other link may stand.
pub(super) fn label(text: &str) -> String {
    inline(text, false)
}

/// A link to a web address, or the path as code where it is none.
pub(super) fn link(title: Option<&str>, to: &str) -> String {
    let to = to.trim();
    let title = title.map(str::trim).filter(|title| !title.is_empty());
    match (web_target(to), title) {
        (Some(target), None) if target == to => format!("<{to}>"),
        (Some(target), _) => format!("[{}]({})", label(title.unwrap_or(to)), bracketed(&target)),
        (None, None) => code(to),
        (None, Some(title)) => format!("{} ({})", line(title), code(to)),
    }
}

/// Text of several lines: its paragraphs and lines stay apart, and what stands in fences stays code.
///
/// Gives lines without their ends. Markdown in the text is shown as it was typed, so that it can reach nothing
/// outside the place where it is put.
pub(super) fn prose(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut lines = text.split('\n').map(|line| line.replace('\t', "    "));
    while let Some(written) = lines.next() {
        if let Some(fence) = Fence::opened_by(&written) {
            let inner: Vec<String> = lines.by_ref().take_while(|line| !fence.is_closed_by(line)).collect();
            push_block(&mut out, &fence.language, &inner);
            continue;
        }
        let shown = line(&written);
        let follows_text = out.last().is_some_and(|last| !last.is_empty());
        match (shown.is_empty(), follows_text) {
            (true, true) => out.push(String::new()),
            (true, false) => {}
            (false, _) => {
                let after_line = out.last_mut().filter(|last| !last.is_empty() && !last.starts_with("```"));
                if let Some(last) = after_line {
                    last.push('\\');
                }
                out.push(shown);
            }
        }
    }
    while out.last().is_some_and(String::is_empty) {
        out.pop();
    }
    out
}

/// Text as code, whatever backticks it holds.
fn code(text: &str) -> String {
    let text = text.replace('\n', " ");
    let ticks = "`".repeat(longest_run(&text, '`') + 1);
    let ends_in_tick = text.starts_with('`') || text.ends_with('`');
    let pad = if ends_in_tick || (text.starts_with(' ') && text.ends_with(' ')) { " " } else { "" };
    format!("{ticks}{pad}{text}{pad}{ticks}")
}

fn inline(text: &str, links: bool) -> String {
    let text = text.replace(['\n', '\t'], " ");
    let text = text.trim();
    let mut out = String::with_capacity(text.len() + 8);
    let mut before = None;
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        let taken = if let Some(span) = code_span(rest) {
            out.push_str(span);
            span
        } else if let Some(address) = web_address(rest, before).filter(|_| links) {
            out.extend(["<", address, ">"]);
            address
        } else {
            if must_escape(c, &text[..at], rest) {
                out.push('\\');
            }
            out.push(c);
            &rest[..c.len_utf8()]
        };
        before = taken.chars().next_back();
        at += taken.len();
    }
    out
}

/// Whether `c` would act as markdown here; `rest` starts with it.
fn must_escape(c: char, before: &str, rest: &str) -> bool {
    let next = rest[c.len_utf8()..].chars().next();
    let last = before.chars().next_back();
    let within_word = |side: Option<char>| side.is_some_and(char::is_alphanumeric);
    match c {
        '\\' | '`' | '*' | '[' | ']' | '<' | '~' | '|' | '$' => true,
        '_' => !(within_word(last) && within_word(next)),
        '&' => is_entity(rest),
        '#' => last.is_none_or(|last| last.is_whitespace() || last == '#'),
        '>' | '-' | '+' | '=' | ':' => before.is_empty(),
        '.' | ')' => !before.is_empty() && before.bytes().all(|b| b.is_ascii_digit()),
        _ => false,
    }
}

/// The code span that `rest` starts with: single backticks around something, so that it means the same in
/// markdown as it does to the eye.
fn code_span(rest: &str) -> Option<&str> {
    let inner = rest.strip_prefix('`')?;
    let end = inner.find('`')?;
    let shown = &inner[..end];
    let plain = !shown.is_empty() && shown.trim() == shown && !shown.ends_with('\\');
    plain.then(|| &rest[..end + 2])
}

/// The web address that `rest` starts with, without punctuation that belongs to the sentence around it.
fn web_address(rest: &str, before: Option<char>) -> Option<&str> {
    if !(rest.starts_with("https://") || rest.starts_with("http://"))
        || before.is_some_and(char::is_alphanumeric)
    {
        return None;
    }
    let ends = |c: char| !c.is_ascii_graphic() || matches!(c, '<' | '>' | '"' | '`' | '\\' | '|');
    let mut address = &rest[..rest.find(ends).unwrap_or(rest.len())];
    while let Some(last) = address.chars().next_back() {
        let closes = |open: char, close: char| {
            last == close && address.matches(close).count() > address.matches(open).count()
        };
        if !matches!(last, '?' | '!' | '.' | ',' | ':' | ';' | '*' | '_' | '~' | '\'')
            && !closes('(', ')')
            && !closes('[', ']')
        {
            break;
        }
        address = &address[..address.len() - 1];
    }
    is_web_address(address, true).then_some(address)
}

/// The address of a link, percent-encoded where it must be; `None` if this is no web address.
fn web_target(to: &str) -> Option<String> {
    let lower = to.get(..8).unwrap_or(to).to_ascii_lowercase();
    if !(lower.starts_with("https://") || lower.starts_with("http://")) {
        return None;
    }
    let mut target = String::with_capacity(to.len());
    for byte in to.bytes() {
        if byte.is_ascii_graphic() && !b"<>\"\\^`{|}".contains(&byte) {
            target.push(char::from(byte));
        } else {
            target.push_str(&format!("%{byte:02X}"));
        }
    }
    is_web_address(&target, true).then_some(target)
}

/// A target as it stands in a link: in angle brackets where its own signs could end it early.
fn bracketed(target: &str) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || PLAIN_IN_TARGET.as_bytes().contains(&b);
    if target.bytes().all(plain) {
        return target.to_owned();
    }
    format!("<{}>", target.replace('&', "\\&"))
}

/// Whether markdown would read what `rest` starts with as an entity, such as `&amp;`.
fn is_entity(rest: &str) -> bool {
    let Some(name) = rest[1..].split(';').next().filter(|name| name.len() + 1 < rest.len()) else {
        return false;
    };
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'#')
}

/// The start of a block of code.
struct Fence {
    sign: char,
    length: usize,
    language: String,
}

impl Fence {
    fn opened_by(line: &str) -> Option<Self> {
        let line = line.trim();
        let sign = line.chars().next().filter(|c| matches!(c, '`' | '~'))?;
        let rest = line.trim_start_matches(sign);
        let length = line.len() - rest.len();
        let language = rest.trim();
        let is_word = language.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '+' | '.'));
        (length >= 3 && is_word).then(|| Self { sign, length, language: language.to_owned() })
    }

    fn is_closed_by(&self, line: &str) -> bool {
        let line = line.trim();
        line.len() >= self.length && line.chars().all(|c| c == self.sign)
    }
}

/// Adds a block of code, with a fence longer than any within it.
fn push_block(out: &mut Vec<String>, language: &str, inner: &[String]) {
    let longest = inner.iter().map(|line| longest_run(line, '`')).max().unwrap_or(0);
    let fence = "`".repeat(3.max(longest + 1));
    out.push(format!("{fence}{language}"));
    out.extend(inner.iter().map(|line| line.trim_end().to_owned()));
    out.push(fence);
}

fn longest_run(text: &str, sign: char) -> usize {
    text.split(|c| c != sign).map(str::len).max().unwrap_or(0)
}
