//! How the screen looks on this terminal.

use super::glyphs::{ASCII, Glyphs, UNICODE};
use super::theme::Theme;
use crate::domain::{Look as Wanted, ThemeName};

/// How the screen looks on this terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Colours by what they mean.
    pub theme: Theme,
    /// The signs.
    pub glyphs: Glyphs,
    /// No lines between panes, states in words, the cursor on the row in focus: for screen readers.
    pub plain: bool,
}

impl Look {
    /// The look for these settings; `plain`, `no_color` and `ascii` come from the run's options and environment.
    pub fn of(wanted: &Wanted, plain: bool, no_color: bool, ascii: bool) -> Self {
        let theme = if plain { ThemeName::Mono } else { wanted.theme };
        Self {
            theme: Theme::of(theme, no_color),
            glyphs: if plain || ascii || wanted.ascii { ASCII } else { UNICODE },
            plain,
        }
    }
}
