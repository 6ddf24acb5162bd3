//! A bar of cells that shows a part of a whole.

use ratatui::text::Span;

use crate::tui::glyphs::Glyphs;
use crate::tui::theme::Theme;

/// A bar of `cells` cells, `part` of which (0 to 1) are full; a started cell shows as half.
pub fn meter(part: f64, cells: usize, glyphs: &Glyphs, theme: &Theme) -> Vec<Span<'static>> {
    let halves = (part.clamp(0.0, 1.0) * cells as f64 * 2.0).round() as usize;
    let halves = if part > 0.0 { halves.max(1) } else { 0 };
    let (full, half) = (halves / 2, halves % 2);
    let [whole, started, empty] = glyphs.meter;
    vec![
        Span::styled(whole.repeat(full) + &started.repeat(half), theme.accent()),
        Span::styled(empty.repeat(cells.saturating_sub(full + half)), theme.dim()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ThemeName;
    use crate::tui::glyphs::ASCII;

    #[test]
    fn a_little_shows_and_the_bar_keeps_its_width() {
        let theme = Theme::of(ThemeName::Mono, true);
        for (part, shown) in [
            (0.0, "......"),
            (0.01, "=....."),
            (0.5, "###..."),
            (0.6, "###=.."),
            (1.0, "######"),
            (7.0, "######"),
        ] {
            let text: String =
                meter(part, 6, &ASCII, &theme).iter().map(|span| span.content.as_ref()).collect();
            assert_eq!(text, shown, "{part}");
        }
    }
}
