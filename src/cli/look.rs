//! How output looks: its width, its signs, and the few tones that text has.

use clap::builder::styling::{AnsiColor, Effects, Style};

use crate::app::Host;
use crate::domain::Status;
use crate::export::signs;

/// The width that is taken where there is no terminal, in cells.
const USUAL_WIDTH: usize = 80;

/// The widest that running text gets, in cells.
const WIDEST: usize = 100;

/// The narrowest that is laid out for, in cells.
const NARROWEST: usize = 40;

/// What a piece of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    /// Running text.
    Plain,
    /// A heading, a title.
    Strong,
    /// What may be passed over.
    Dim,
    /// The one accent: what is under way, what to type.
    Accent,
    /// Something is wrong.
    Wrong,
}

impl Tone {
    /// The style in the terminal's own colours.
    pub(crate) fn style(self) -> Style {
        match self {
            Self::Plain => Style::new(),
            Self::Strong => Style::new().effects(Effects::BOLD),
            Self::Dim => Style::new().effects(Effects::DIMMED),
            Self::Accent => AnsiColor::Cyan.on_default(),
            Self::Wrong => AnsiColor::Red.on_default().effects(Effects::BOLD),
        }
    }
}

/// How output looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Look {
    /// Cells that a line may take.
    pub(crate) width: usize,
    /// Whether what does not fit is cut; a pipe gets everything.
    pub(crate) cuts: bool,
    /// No colour and no box lines.
    pub(crate) plain: bool,
    /// Whether there is nothing but ASCII.
    pub(crate) ascii: bool,
}

impl Look {
    /// The look for this machine.
    pub(crate) fn of(host: &Host, plain: bool) -> Self {
        Self {
            width: host.columns.unwrap_or(USUAL_WIDTH).clamp(NARROWEST, WIDEST),
            cuts: host.columns.is_some(),
            plain,
            ascii: plain || host.ascii,
        }
    }

    /// The sign of a status.
    pub(crate) fn status(&self, status: Status) -> &'static str {
        signs::status(status, self.ascii)
    }

    /// Cells that the sign of a status takes.
    pub(crate) fn sign_cells(&self) -> usize {
        if self.ascii { 3 } else { 1 }
    }

    /// The sign of an outcome.
    pub(crate) fn tick(&self, on: bool) -> &'static str {
        if on { "[x]" } else { "[ ]" }
    }

    /// What stands between the figures of a range.
    pub(crate) fn dash(&self) -> &'static str {
        self.pick("–", "-")
    }

    /// What stands where text is cut.
    pub(crate) fn ellipsis(&self) -> &'static str {
        self.pick("…", "...")
    }

    /// What stands before an item of a list.
    pub(crate) fn bullet(&self) -> &'static str {
        self.pick("•", "-")
    }

    /// What stands between a track and its stage.
    pub(crate) fn within(&self) -> &'static str {
        self.pick("›", ">")
    }

    /// What stands between things in a row.
    pub(crate) fn dot(&self) -> &'static str {
        self.pick("·", "|")
    }

    /// What joins an item of a tree to the one above: for one that others follow, and for the last.
    pub(crate) fn joins(&self) -> [&'static str; 2] {
        match (self.plain, self.ascii) {
            (true, _) => ["   ", "   "],
            (false, true) => ["|- ", "`- "],
            (false, false) => ["├─ ", "└─ "],
        }
    }

    /// What goes on past an item of a tree: for one that others follow, and for the last.
    pub(crate) fn trunks(&self) -> [&'static str; 2] {
        match (self.plain, self.ascii) {
            (true, _) => ["   ", "   "],
            (false, true) => ["|  ", "   "],
            (false, false) => ["│  ", "   "],
        }
    }

    /// A bar of `cells` cells, `part` (0 to 1) of which is full; a little shows as one cell, and only the whole fills it.
    pub(crate) fn bar(&self, part: f64, cells: usize) -> [String; 2] {
        let part = part.clamp(0.0, 1.0);
        let full = (part * cells as f64).round() as usize;
        let full = match full {
            0 if part > 0.0 => 1,
            full if full == cells && part < 1.0 => cells.saturating_sub(1),
            full => full,
        };
        [self.pick("█", "#").repeat(full), self.pick("·", ".").repeat(cells - full)]
    }

    fn pick(&self, unicode: &'static str, ascii: &'static str) -> &'static str {
        if self.ascii { ascii } else { unicode }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::measure::width;

    fn look(ascii: bool, plain: bool) -> Look {
        Look::of(&Host { columns: None, ascii, no_color: false, dumb: false }, plain)
    }

    #[test]
    fn bars_are_honest_at_their_ends() {
        let look = look(true, false);
        for (part, shown) in
            [(0.0, "...."), (0.01, "#..."), (0.5, "##.."), (0.99, "###."), (1.0, "####"), (7.0, "####")]
        {
            assert_eq!(look.bar(part, 4).concat(), shown, "{part}");
        }
    }

    #[test]
    fn plain_output_and_ascii_locales_get_ascii_alone() {
        for look in [look(true, false), look(false, true)] {
            let signs: String = Status::ALL.iter().map(|&status| look.status(status)).collect();
            let rest = [look.dash(), look.ellipsis(), look.bullet(), look.within(), look.dot()].concat();
            assert!((signs + &rest + &look.joins().concat() + &look.bar(0.5, 4).concat()).is_ascii());
        }
    }

    #[test]
    fn signs_take_the_cells_that_they_say() {
        for ascii in [false, true] {
            let look = look(ascii, false);
            for status in Status::ALL {
                assert_eq!(width(look.status(status)), look.sign_cells());
            }
        }
    }
}
