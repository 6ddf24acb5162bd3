//! What keys do to a line that one types.

use crossterm::event::KeyCode;
use tui_input::{Input as Line, InputRequest};

use crate::domain::Clean;
use crate::tui::input::Key;

/// The longest text that is typed or pasted into a line, in bytes.
pub(super) const LONGEST: usize = 1024;

/// Edits a line as shells do; says whether its text changed.
pub(super) fn edit(line: &mut Line, key: Key) -> bool {
    use InputRequest as R;
    let request = match (key.code, key.ctrl, key.alt) {
        (KeyCode::Char('a'), true, _) | (KeyCode::Home, ..) => R::GoToStart,
        (KeyCode::Char('e'), true, _) | (KeyCode::End, ..) => R::GoToEnd,
        (KeyCode::Char('b'), true, _) | (KeyCode::Left, false, false) => R::GoToPrevChar,
        (KeyCode::Char('f'), true, _) | (KeyCode::Right, false, false) => R::GoToNextChar,
        (KeyCode::Char('b'), _, true) | (KeyCode::Left, ..) => R::GoToPrevWord,
        (KeyCode::Char('f'), _, true) | (KeyCode::Right, ..) => R::GoToNextWord,
        (KeyCode::Char('w'), true, _) => R::DeletePrevWord,
        (KeyCode::Char('u'), true, _) => R::DeleteLine,
        (KeyCode::Backspace, ..) | (KeyCode::Char('h'), true, _) => R::DeletePrevChar,
        (KeyCode::Delete, ..) => R::DeleteNextChar,
        _ => match key.typed().filter(|&c| !Clean::refuses(c)) {
            Some(c) if line.value().len() < LONGEST => R::InsertChar(c),
            _ => return false,
        },
    };
    line.handle(request).is_some_and(|change| change.value)
}

pub(super) fn insert(line: &mut Line, text: &str) {
    for c in text.chars() {
        if line.value().len() < LONGEST {
            line.handle(InputRequest::InsertChar(c));
        }
    }
}
