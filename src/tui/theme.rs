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

/// For a dark background, out of the fixed part of the 256 colours: pale cyan, green and yellow.
const DARK: Theme =
    Theme { accent: Color::Indexed(80), good: Color::Indexed(114), warn: Color::Indexed(221) };

/// For a light background, likewise: deep blue, green and red.
const LIGHT: Theme =
    Theme { accent: Color::Indexed(25), good: Color::Indexed(22), warn: Color::Indexed(124) };

impl Theme {
    /// The colours of a theme; none at all if `no_color`.
    pub fn of(name: ThemeName, no_color: bool) -> Self {
        let none = Self { accent: Color::Reset, good: Color::Reset, warn: Color::Reset };
        match name {
            _ if no_color => none,
            ThemeName::Mono => none,
            ThemeName::Auto => Self { accent: Color::Magenta, good: Color::Reset, warn: Color::Red },
            ThemeName::Dark => DARK,
            ThemeName::Light => LIGHT,
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

    /// The style of a status, or of fading.
    pub fn standing(&self, status: Status, fades: bool) -> Style {
        if fades { self.warn() } else { self.status(status) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Rgb = [u8; 3];

    const BLACK: Rgb = [0, 0, 0];
    const WHITE: Rgb = [255, 255, 255];
    const SOLARIZED_DARK: Rgb = [0x00, 0x2b, 0x36];
    const SOLARIZED_LIGHT: Rgb = [0xfd, 0xf6, 0xe3];

    /// What xterm and Solarized make of the colours that `auto` leaves to the terminal.
    const PALETTES: [fn(Color) -> Rgb; 2] = [
        |color| match color {
            Color::Magenta => [0xcd, 0x00, 0xcd],
            Color::Red => [0xcd, 0x00, 0x00],
            other => panic!("{other:?} is not among the colours of `auto`"),
        },
        |color| match color {
            Color::Magenta => [0xd3, 0x36, 0x82],
            Color::Red => [0xdc, 0x32, 0x2f],
            other => panic!("{other:?} is not among the colours of `auto`"),
        },
    ];

    /// The colours 16 to 231 are a cube of six steps a side, the same on every terminal.
    fn cube(color: Color) -> Rgb {
        let Color::Indexed(index @ 16..=231) = color else { panic!("{color:?} is the terminal's own") };
        let step = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
        let at = index - 16;
        [step(at / 36), step(at / 6 % 6), step(at % 6)]
    }

    /// WCAG 2.2's relative luminance.
    fn luminance(color: Rgb) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(color[0]) + 0.7152 * linear(color[1]) + 0.0722 * linear(color[2])
    }

    /// WCAG 2.2's contrast ratio, from 1 to 21.
    fn contrast(one: Rgb, other: Rgb) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    fn colours(theme: &Theme) -> impl Iterator<Item = Color> {
        [theme.accent, theme.good, theme.warn].into_iter().filter(|&color| color != Color::Reset)
    }

    #[test]
    fn what_is_coloured_can_be_read_on_the_backgrounds_that_its_theme_is_for() {
        assert!((contrast(BLACK, WHITE) - 21.0).abs() < 1e-9);
        for (name, grounds) in
            [(ThemeName::Dark, [BLACK, SOLARIZED_DARK]), (ThemeName::Light, [WHITE, SOLARIZED_LIGHT])]
        {
            for color in colours(&Theme::of(name, false)) {
                for ground in grounds {
                    let found = contrast(cube(color), ground);
                    assert!(found >= 4.5, "{name:?}: {color:?} has {found:.2} on {ground:?}");
                }
            }
        }
    }

    /// Of the terminal's own colours there is none with 4.5 on both of Solarized's backgrounds; 3 is what WCAG asks
    /// of a sign, and no sign of ours is colour alone.
    #[test]
    fn the_terminals_own_colours_stand_out_on_dark_and_light_alike() {
        for (palette, grounds) in
            PALETTES.into_iter().zip([[BLACK, WHITE], [SOLARIZED_DARK, SOLARIZED_LIGHT]])
        {
            for color in colours(&Theme::of(ThemeName::Auto, false)) {
                for ground in grounds {
                    let found = contrast(palette(color), ground);
                    assert!(found >= 3.0, "{color:?} has {found:.2} on {ground:?}");
                }
            }
        }
    }

    #[test]
    fn without_colour_there_is_none() {
        for name in [ThemeName::Auto, ThemeName::Dark, ThemeName::Light, ThemeName::Mono] {
            assert_eq!(colours(&Theme::of(name, true)).count(), 0);
        }
        assert_eq!(colours(&Theme::of(ThemeName::Mono, false)).count(), 0);
    }
}
