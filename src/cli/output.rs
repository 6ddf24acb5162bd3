//! Output: the one place that prints. What commands say is gathered here and written at the end.

use std::fmt::Display;
use std::io::{self, BufRead, IsTerminal, Read, Write};

use anstream::adapter::strip_str;
use anstream::{AutoStream, ColorChoice};
use serde::Serialize;

use super::line::Line;
use super::look::{Look, Tone};
use crate::app::AppError;
use crate::domain::Clean;
use crate::export::measure;
use crate::export::prose;

/// The longest line of a reply, in bytes.
const LONGEST_REPLY: u64 = 1024;

/// What a command says, and to whom.
pub(crate) struct Console {
    /// How it looks.
    pub(crate) look: Look,
    /// Whether values are wanted rather than sentences.
    pub(crate) json: bool,
    attendant: Option<Attendant>,
    said: String,
    aside: String,
    /// Whether something was shown already.
    shown: bool,
}

/// Somebody who answers questions: where they are put, and where the answers come from.
struct Attendant {
    questions: Box<dyn Write>,
    answers: Box<dyn BufRead>,
}

impl Console {
    /// A console without anybody to ask.
    pub(crate) fn new(look: Look, json: bool) -> Self {
        Self { look, json, attendant: None, said: String::new(), aside: String::new(), shown: false }
    }

    /// The same with somebody who answers questions.
    pub(crate) fn asking(self, questions: Box<dyn Write>, answers: Box<dyn BufRead>) -> Self {
        Self { attendant: Some(Attendant { questions, answers }), ..self }
    }

    /// Says a line.
    pub(crate) fn line(&mut self, line: &Line) {
        self.said.push_str(&line.to_string());
        self.said.push('\n');
    }

    /// Leaves a line empty, unless nothing was said yet or the last line is.
    pub(crate) fn gap(&mut self) {
        if (self.shown || !self.said.is_empty()) && !self.said.ends_with("\n\n") {
            self.said.push('\n');
        }
    }

    /// Says running text, wrapped and indented.
    pub(crate) fn wrapped(&mut self, indent: usize, tone: Tone, text: impl Display) {
        let room = self.look.width.saturating_sub(indent);
        for line in measure::wrap(&Clean::prose(&text.to_string()), room) {
            self.line(&Line::indented(indent).add(tone, line));
        }
    }

    /// Says `label`, and beside it running text from a column on.
    pub(crate) fn labelled(&mut self, column: usize, label: &str, text: impl Display) {
        let room = self.look.width.saturating_sub(column);
        let lines = measure::wrap(&Clean::prose(&text.to_string()), room);
        for (i, line) in lines.iter().enumerate() {
            let start = if i == 0 { Line::default().dim(label) } else { Line::default() };
            self.line(&start.to(column).plain(line));
        }
    }

    /// Says plain markdown, wrapped and indented.
    pub(crate) fn prose(&mut self, indent: usize, markdown: &Clean) {
        let room = self.look.width.saturating_sub(indent);
        for pieces in prose::lay_out(markdown, room, self.look.bullet()) {
            let mut line = Line::indented(indent);
            for piece in pieces {
                line = match piece.tone {
                    prose::Tone::Plain | prose::Tone::Block => line.plain(piece.text),
                    prose::Tone::Code => line.accent(piece.text),
                    prose::Tone::Strong => line.strong(piece.text),
                };
            }
            self.line(&line);
        }
    }

    /// Says text of the program's own making as it is.
    pub(crate) fn verbatim(&mut self, text: &str) {
        self.said.push_str(text);
    }

    /// Says a value.
    ///
    /// # Errors
    /// Fails if it is none that JSON can hold.
    pub(crate) fn value<T: Serialize>(&mut self, value: &T) -> Result<(), AppError> {
        self.said.push_str(&serde_json::to_string_pretty(value).map_err(AppError::failed)?);
        self.said.push('\n');
        Ok(())
    }

    /// Says something beside the answer, on standard error.
    pub(crate) fn note(&mut self, text: impl Display) {
        self.aside.push_str(&marked("note", Tone::Accent, &text.to_string()));
    }

    /// Says what to do about what was said aside.
    pub(crate) fn hint(&mut self, text: impl Display) {
        self.aside.push_str(&marked("hint", Tone::Accent, &text.to_string()));
    }

    /// A text in at most so many cells; cut only on a terminal.
    pub(crate) fn cut(&self, text: &str, cells: usize) -> String {
        if self.look.cuts { measure::cut(text, cells, self.look.ellipsis()) } else { text.to_owned() }
    }

    /// Whether there is somebody to ask.
    pub(crate) fn can_ask(&self) -> bool {
        self.attendant.is_some()
    }

    /// Asks a question that is answered with yes or no; without an answer it is no.
    ///
    /// # Errors
    /// Fails if it cannot be asked or the answer not be read.
    pub(crate) fn asks(&mut self, question: &str) -> Result<bool, AppError> {
        let Some(Attendant { questions, answers }) = &mut self.attendant else { return Ok(false) };
        let mut answer = String::new();
        write!(questions, "{} [y/N] ", Clean::prose(question))
            .and_then(|()| questions.flush())
            .and_then(|()| answers.read_line(&mut answer))
            .map_err(AppError::failed)?;
        Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes"))
    }

    /// Shows what was said so far, and reads a line of reply; none if there are no more.
    ///
    /// # Errors
    /// Fails if it cannot be shown or the reply not be read.
    pub(crate) fn reply(&mut self) -> Result<Option<String>, AppError> {
        write_aside(&std::mem::take(&mut self.aside), self.look.plain);
        print(&std::mem::take(&mut self.said), self.look.plain)?;
        self.shown = true;
        let mut reply = String::new();
        let read = match &mut self.attendant {
            Some(Attendant { questions, answers }) => write!(questions, "> ")
                .and_then(|()| questions.flush())
                .and_then(|()| answers.as_mut().take(LONGEST_REPLY).read_line(&mut reply)),
            None => io::stdin().lock().take(LONGEST_REPLY).read_line(&mut reply),
        };
        let read = read.map_err(|error| AppError::failed(format!("cannot read the answer: {error}")))?;
        Ok((read > 0).then_some(reply))
    }

    /// Whether a program can take over the terminal, such as an editor.
    pub(crate) fn can_edit(&self) -> bool {
        self.attendant.is_some() && is_terminal()
    }

    /// All of standard input, as text; of a longer one than `most` bytes, enough to tell.
    ///
    /// # Errors
    /// Fails if it cannot be read, or is no UTF-8.
    pub(crate) fn read_all(&mut self, most: usize) -> Result<String, AppError> {
        let most = most as u64 + 1;
        let mut text = Vec::new();
        match &mut self.attendant {
            Some(attendant) => attendant.answers.as_mut().take(most).read_to_end(&mut text),
            None => io::stdin().lock().take(most).read_to_end(&mut text),
        }
        .map_err(|error| AppError::failed(format!("cannot read standard input: {error}")))?;
        String::from_utf8(text).map_err(|_| AppError::failed("standard input is no UTF-8"))
    }

    /// What was said, if nothing was said aside.
    pub(crate) fn whole(&self) -> Option<&str> {
        self.aside.is_empty().then_some(self.said.as_str())
    }

    /// Writes everything that was said. A reader that went away is a normal end.
    ///
    /// # Errors
    /// Fails if it cannot be written for another reason, such as a full disk.
    pub(crate) fn finish(self) -> Result<(), AppError> {
        write_aside(&self.aside, self.look.plain);
        print(&self.said, self.look.plain)
    }

    /// What was said, and what was said aside, without colour.
    #[cfg(test)]
    pub(crate) fn take(&mut self) -> (String, String) {
        let strip = |text: String| strip_str(&text).to_string();
        (strip(std::mem::take(&mut self.said)), strip(std::mem::take(&mut self.aside)))
    }
}

/// Writes text of the program's own making to standard output. A reader that went away is a normal end.
///
/// # Errors
/// Fails if it cannot be written for another reason, such as a full disk.
pub(crate) fn print(text: &str, plain: bool) -> Result<(), AppError> {
    let mut raw = io::stdout().lock();
    let colour = if plain { ColorChoice::Never } else { AutoStream::choice(&raw) };
    let written = if colour == ColorChoice::Never {
        // Piece by piece, as the stream would, each line were a write of its own.
        raw.write_all(strip_str(text).to_string().as_bytes()).and_then(|()| raw.flush())
    } else {
        let mut out = AutoStream::new(raw, colour);
        out.write_all(text.as_bytes()).and_then(|()| out.flush())
    };
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(AppError::failed(format!("cannot write the output: {error}")))
        }
        _ => Ok(()),
    }
}

/// Says an error and what to do about it, on standard error.
pub(crate) fn complain(error: &AppError, plain: bool) {
    write_aside(&error_text(error), plain);
}

/// An error and what to do about it, as lines.
pub(crate) fn error_text(error: &AppError) -> String {
    let mut text = marked("error", Tone::Wrong, &error.message);
    for hint in &error.hints {
        text.push_str(&marked("hint", Tone::Accent, hint));
    }
    text
}

/// The same console, with the learner to ask where both questions and answers go through a terminal.
pub(crate) fn attended(console: Console) -> Console {
    if io::stdin().is_terminal() && io::stderr().is_terminal() {
        console.asking(Box::new(io::stderr()), Box::new(io::stdin().lock()))
    } else {
        console
    }
}

/// Whether standard output is a terminal.
pub(crate) fn is_terminal() -> bool {
    io::stdout().is_terminal()
}

fn marked(mark: &str, tone: Tone, text: &str) -> String {
    let style = tone.style();
    format!("{style}{mark}:{style:#} {}\n", Clean::prose(text.trim_end()))
}

/// Writes to standard error. Where that fails there is nobody left to tell.
fn write_aside(text: &str, plain: bool) {
    let mut out = AutoStream::new(io::stderr().lock(), choice(plain));
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

fn choice(plain: bool) -> ColorChoice {
    if plain { ColorChoice::Never } else { ColorChoice::Auto }
}
