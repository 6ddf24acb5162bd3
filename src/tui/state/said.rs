//! What was said to the learner, and how much of it the message line shows.

use crate::export::measure::{cut, width, wrap};

/// Things said that are remembered.
const MOST: usize = 100;

/// Cells before a line of a message.
const INDENT: usize = 3;

/// Something said in the message line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// What, in one or more paragraphs.
    pub text: String,
    /// Whether it is a failure.
    pub failed: bool,
}

/// What was said, and what the learner should know all the while.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Talk {
    /// What is being said, until the next key.
    pub now: Option<Said>,
    /// All that was said, the newest last.
    pub log: Vec<Said>,
    /// What holds all the while: the notices.
    pub standing: Vec<String>,
}

impl Talk {
    /// Begins with the notices, all of them said at once.
    pub fn new(standing: Vec<String>) -> Self {
        let now = (!standing.is_empty()).then(|| Said { text: standing.join("\n"), failed: true });
        Self { now, log: Vec::new(), standing }
    }

    /// Says something, and remembers it.
    pub fn say(&mut self, said: Said) {
        if self.log.len() == MOST {
            self.log.remove(0);
        }
        self.log.push(said.clone());
        self.now = Some(said);
    }

    /// The lines of the message: at most `most` of `room` cells, cut with `mark`; where something is missing, with
    /// `key` as what reads it whole. Also whether it is a failure.
    pub fn lines(&self, room: usize, most: usize, mark: &str, key: &str) -> (Vec<String>, bool) {
        let Some(said) = &self.now else {
            return (self.standing_line(room, mark, key).into_iter().collect(), true);
        };
        let lead = |first: bool| if said.failed && first { " ! " } else { &"   "[..indent(said.failed)] };
        let text = room.saturating_sub(indent(said.failed) + 1);
        let mut lines: Vec<String> = Vec::new();
        for paragraph in said.text.lines() {
            let wrapped = wrap(paragraph, text);
            lines.extend(wrapped.iter().enumerate().map(|(i, line)| format!("{}{line}", lead(i == 0))));
        }
        if lines.len() > most {
            lines.truncate(most);
            if let Some(last) = lines.last_mut() {
                *last = with_key(&format!("{last} {mark}"), room, mark, key);
            }
        }
        (lines, said.failed)
    }

    /// The notices in one line, while nothing else is said.
    fn standing_line(&self, room: usize, mark: &str, key: &str) -> Option<String> {
        let line = format!(" ! {}", self.standing.first()?);
        let fits = self.standing.len() == 1 && width(&line) < room;
        Some(if fits { line } else { with_key(&line, room, mark, key) })
    }
}

fn indent(failed: bool) -> usize {
    if failed { INDENT } else { 1 }
}

/// A line that ends with the key that reads all of it.
fn with_key(line: &str, room: usize, mark: &str, key: &str) -> String {
    let end = if key.is_empty() { String::new() } else { format!("  {key} reads all") };
    format!("{}{end}", cut(line, room.saturating_sub(width(&end) + 1), mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_takes_the_lines_that_it_needs_and_says_how_to_read_what_is_missing() {
        let text = "/nonexistent/device may not be written: Permission denied\nmilepost doctor";
        let mut talk = Talk::default();
        talk.say(Said { text: text.to_owned(), failed: true });
        let (lines, failed) = talk.lines(40, 6, "…", "!");
        assert!(failed);
        assert_eq!(
            lines,
            [" ! /nonexistent/device may not be", "   written: Permission denied", " ! milepost doctor"]
        );
        let (lines, _) = talk.lines(40, 1, "…", "!");
        assert_eq!(lines, [" ! /nonexistent/device ma…  ! reads all"]);
        talk.now = None;
        assert_eq!(talk.lines(40, 6, "…", "!").0, [""; 0]);
    }

    #[test]
    fn every_notice_is_said_at_the_start_and_stays_within_reach() {
        let mut talk = Talk::new(vec!["One.".to_owned(), "Two.".to_owned()]);
        assert_eq!(talk.lines(40, 6, "…", "!").0, [" ! One.", " ! Two."]);
        talk.now = None;
        assert_eq!(talk.lines(40, 6, "…", "!").0, [" ! One.  ! reads all"]);
    }
}
