//! Colours by what they mean.

use ratatui::style::{Color, Modifier, Style};

use crate::domain::{Status, ThemeName};

/// Colours by what they mean. Text and background are the terminal's own; no meaning is in colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    accent: Color,
    good: Color,
    warn: Color,
}

impl Theme {
    /// The colours of a theme; none at all if `no_color`.
    pub fn of(name: ThemeName, no_color: bool) -> Self {
        let none = Self { accent: Color::Reset, good: Color::Reset, warn: Color::Reset };
        match name {
            _ if no_color => none,
            ThemeName::Mono => none,
            ThemeName::Auto => Self { accent: Color::Magenta, good: Color::Reset, warn: Color::Red },
            ThemeName::Dark => Self { accent: Color::Cyan, good: Color::Green, warn: Color::Yellow },
            ThemeName::Light => Self { accent: Color::Blue, good: Color::Blue, warn: Color::Red },
        }
    }

    /// Running text.
    pub fn text(&self) -> Style {
        Style::new()
    }

    /// What may be passed over; never something that is needed.
    pub fn dim(&self) -> Style {
        Style::new().add_modifier(Modifier::DIM)
    }

    /// Headings.
    pub fn heading(&self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// The one accent: keys, the goal, what is under way.
    pub fn accent(&self) -> Style {
        Style::new().fg(self.accent)
    }

    /// What went well.
    pub fn good(&self) -> Style {
        Style::new().fg(self.good)
    }

    /// What needs a look.
    pub fn warn(&self) -> Style {
        Style::new().fg(self.warn)
    }

    /// The row in focus in the pane in focus; colours give way, so that it reads on any background.
    pub fn focus(&self) -> Style {
        Style::new().fg(Color::Reset).add_modifier(Modifier::REVERSED).remove_modifier(Modifier::DIM)
    }

    /// Letters that a search found.
    pub fn found(&self) -> Style {
        Style::new().add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
    }

    /// A status's own style.
    pub fn status(&self, status: Status) -> Style {
        match status {
            Status::Locked | Status::Skipped => self.dim(),
            Status::Ready => self.text(),
            Status::Learning => self.accent().add_modifier(Modifier::BOLD),
            Status::Done | Status::Known => self.good(),
        }
    }
}
