//! What a terminal sends, without what milepost does not care for.

use std::fmt;

use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

/// Something that the learner or the terminal did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A key was pressed, or repeats.
    Key(Key),
    /// Text was pasted; it is never read as keys.
    Paste(String),
    /// The left button went down on a cell: column, row, from 0.
    Press(u16, u16),
    /// The pointer came to a cell while the left button was down.
    Drag(u16, u16),
    /// The left button went up.
    Release,
    /// The wheel turned over a cell: by columns, to the left if negative, and by lines, up if negative.
    Wheel(u16, u16, (i16, i16)),
    /// The terminal has a new size: columns, rows.
    Resize(u16, u16),
    /// The learner came back to this window.
    Focus,
}

/// A key with what was held. Shift is folded into a letter: `G`, not shift-g.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// Which key.
    pub code: KeyCode,
    /// Whether ctrl was held.
    pub ctrl: bool,
    /// Whether alt was held.
    pub alt: bool,
}

/// Lines that one notch of the wheel moves.
const NOTCH: i16 = 3;

/// Columns that it moves sideways: about as far, since a cell is about twice as high as it is wide.
const ASIDE: i16 = 2 * NOTCH;

impl Input {
    /// The input of a terminal event. Releases are dropped: some systems report each key twice.
    pub fn of(event: Event) -> Option<Self> {
        match event {
            Event::Key(key) if key.kind != KeyEventKind::Release => Some(Self::Key(Key::of(key))),
            Event::Paste(text) => Some(Self::Paste(text)),
            Event::Resize(columns, rows) => Some(Self::Resize(columns, rows)),
            Event::FocusGained => Some(Self::Focus),
            Event::Mouse(event) => Self::of_mouse(event),
            _ => None,
        }
    }

    fn of_mouse(event: MouseEvent) -> Option<Self> {
        let MouseEvent { kind, column, row, modifiers } = event;
        let wheel = |across, down| Some(Self::Wheel(column, row, (across, down)));
        match (kind, modifiers.contains(KeyModifiers::SHIFT)) {
            (MouseEventKind::Down(MouseButton::Left), _) => Some(Self::Press(column, row)),
            (MouseEventKind::Drag(MouseButton::Left), _) => Some(Self::Drag(column, row)),
            (MouseEventKind::Up(MouseButton::Left), _) => Some(Self::Release),
            (MouseEventKind::ScrollUp, false) => wheel(0, -NOTCH),
            (MouseEventKind::ScrollDown, false) => wheel(0, NOTCH),
            (MouseEventKind::ScrollLeft, _) | (MouseEventKind::ScrollUp, true) => wheel(-ASIDE, 0),
            (MouseEventKind::ScrollRight, _) | (MouseEventKind::ScrollDown, true) => wheel(ASIDE, 0),
            _ => None,
        }
    }
}

impl Key {
    fn of(event: KeyEvent) -> Self {
        let shift = event.modifiers.contains(KeyModifiers::SHIFT);
        let code = match event.code {
            KeyCode::Char(c) if shift => KeyCode::Char(c.to_uppercase().next().unwrap_or(c)),
            KeyCode::Tab if shift => KeyCode::BackTab,
            code => code,
        };
        Self {
            code,
            ctrl: event.modifiers.contains(KeyModifiers::CONTROL),
            alt: event.modifiers.contains(KeyModifiers::ALT),
        }
    }

    /// Reads a key as it is written in the settings: `g`, `G`, `ctrl-r`, `alt-b`, `space`, `enter`, `f1`, `pgdn`.
    pub fn parse(text: &str) -> Option<Self> {
        let (mut ctrl, mut alt, mut rest) = (false, false, text);
        loop {
            if let Some(after) = rest.strip_prefix("ctrl-").filter(|after| !after.is_empty()) {
                (ctrl, rest) = (true, after);
            } else if let Some(after) = rest.strip_prefix("alt-").filter(|after| !after.is_empty()) {
                (alt, rest) = (true, after);
            } else {
                break;
            }
        }
        let named = NAMED.iter().find(|(name, _)| *name == rest).map(|(_, code)| *code);
        let mut letters = rest.chars();
        let code = match (named, letters.next(), letters.next()) {
            (Some(code), ..) => code,
            (None, Some(letter), None) => KeyCode::Char(letter),
            (None, Some('f'), Some(_)) => {
                KeyCode::F(rest[1..].parse().ok().filter(|n| (1..=12).contains(n))?)
            }
            _ => return None,
        };
        Some(Self { code, ctrl, alt })
    }

    /// The character to type, if this key types one.
    pub fn typed(self) -> Option<char> {
        match self.code {
            KeyCode::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }
}

/// Keys with names.
const NAMED: [(&str, KeyCode); 16] = [
    ("space", KeyCode::Char(' ')),
    ("enter", KeyCode::Enter),
    ("esc", KeyCode::Esc),
    ("tab", KeyCode::Tab),
    ("shift-tab", KeyCode::BackTab),
    ("backspace", KeyCode::Backspace),
    ("del", KeyCode::Delete),
    ("up", KeyCode::Up),
    ("down", KeyCode::Down),
    ("left", KeyCode::Left),
    ("right", KeyCode::Right),
    ("home", KeyCode::Home),
    ("end", KeyCode::End),
    ("pgup", KeyCode::PageUp),
    ("pgdn", KeyCode::PageDown),
    ("insert", KeyCode::Insert),
];

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("ctrl-")?;
        }
        if self.alt {
            f.write_str("alt-")?;
        }
        match (NAMED.iter().find(|(_, code)| *code == self.code), self.code) {
            (Some((name, _)), _) => f.write_str(name),
            (None, KeyCode::Char(c)) => write!(f, "{c}"),
            (None, KeyCode::F(number)) => write!(f, "f{number}"),
            (None, _) => f.write_str("?"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_written_as_they_are_read() {
        for text in
            ["g", "G", "ctrl-r", "alt-b", "space", "f1", "f12", "pgdn", "/", "-", "ctrl--", "shift-tab", "?"]
        {
            assert_eq!(Key::parse(text).map(|key| key.to_string()).as_deref(), Some(text));
        }
        for text in ["", "ctrl-", "f13", "f0", "gg", "meta-x"] {
            assert_eq!(Key::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_release_is_nothing_and_a_repeat_is_a_press() {
        let event = |kind| Event::Key(KeyEvent::new_with_kind(KeyCode::Char('d'), KeyModifiers::NONE, kind));
        assert_eq!(Input::of(event(KeyEventKind::Release)), None);
        assert_eq!(Input::of(event(KeyEventKind::Repeat)), Input::of(event(KeyEventKind::Press)));
        assert!(Input::of(event(KeyEventKind::Press)).is_some());
    }

    #[test]
    fn the_left_button_and_the_wheel_are_taken_and_no_other_button() {
        use {KeyModifiers as Held, MouseButton as Button, MouseEventKind as Kind};
        let wheel = |by| Some(Input::Wheel(7, 3, by));
        for (kind, modifiers, input) in [
            (Kind::Down(Button::Left), Held::NONE, Some(Input::Press(7, 3))),
            (Kind::Drag(Button::Left), Held::SHIFT, Some(Input::Drag(7, 3))),
            (Kind::Up(Button::Left), Held::NONE, Some(Input::Release)),
            (Kind::Down(Button::Right), Held::NONE, None),
            (Kind::Drag(Button::Middle), Held::NONE, None),
            (Kind::Up(Button::Right), Held::NONE, None),
            (Kind::Moved, Held::NONE, None),
            (Kind::ScrollUp, Held::NONE, wheel((0, -3))),
            (Kind::ScrollDown, Held::NONE, wheel((0, 3))),
            (Kind::ScrollUp, Held::SHIFT, wheel((-6, 0))),
            (Kind::ScrollDown, Held::SHIFT, wheel((6, 0))),
            (Kind::ScrollLeft, Held::NONE, wheel((-6, 0))),
            (Kind::ScrollRight, Held::SHIFT, wheel((6, 0))),
        ] {
            let event = Event::Mouse(MouseEvent { kind, column: 7, row: 3, modifiers });
            assert_eq!(Input::of(event), input, "{kind:?} {modifiers:?}");
        }
    }
}
