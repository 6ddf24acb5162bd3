//! The signs on the screen: one table, in Unicode and in ASCII.

use crate::domain::Status;
use crate::export::signs;

/// The signs on the screen. None is an emoji or from a private-use area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glyphs {
    /// Before the row in focus.
    pub focus: &'static str,
    /// Where text is cut.
    pub cut: &'static str,
    /// Between the figures of a range.
    pub dash: &'static str,
    /// Between the steps of a place: Track › Stage.
    pub within: &'static str,
    /// Between things in a row.
    pub dot: &'static str,
    /// Before the minutes of the clock that runs.
    pub clock: &'static str,
    /// Before the goal.
    pub goal: &'static str,
    /// A stage that is unfolded, and one that is folded.
    pub open: &'static str,
    /// A stage that is folded.
    pub folded: &'static str,
    /// Between panes.
    pub bar: &'static str,
    /// A rule.
    pub rule: &'static str,
    /// A meter's full, half and empty cell.
    pub meter: [&'static str; 3],
    /// A bar on an axis: a full cell, one whose second half is full, and one whose first is.
    pub solid: [&'static str; 3],
    /// A cell of what may still come behind a bar on an axis.
    pub fan: &'static str,
    /// A day that is marked on an axis.
    pub mark: &'static str,
    /// Behind a step that was moved by hand.
    pub moved: &'static str,
    /// A day with study, without, and one to come.
    pub days: [&'static str; 3],
    /// The rise of a chart within a cell, from an eighth to the whole.
    pub rise: [&'static str; 8],
    /// The plan on a chart.
    pub planned: &'static str,
    /// Before a list item.
    pub bullet: &'static str,
    /// An outcome that is ticked, and one that is not.
    pub ticks: [&'static str; 2],
    /// More lines above, and below.
    pub more: [&'static str; 2],
    /// Whether all of them are ASCII.
    pub ascii: bool,
}

/// The signs for terminals that show Unicode.
pub const UNICODE: Glyphs = Glyphs {
    focus: "▸",
    cut: "…",
    dash: "–",
    within: "›",
    dot: "·",
    clock: "◷",
    goal: "→",
    open: "▾",
    folded: "▸",
    bar: "│",
    rule: "─",
    meter: ["█", "▌", "·"],
    solid: ["█", "▐", "▌"],
    fan: "░",
    mark: "┊",
    moved: "↕",
    days: ["■", "□", "·"],
    rise: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
    planned: "•",
    bullet: "•",
    ticks: ["[x]", "[ ]"],
    more: ["↑", "↓"],
    ascii: false,
};

/// The signs for terminals that show ASCII alone.
pub const ASCII: Glyphs = Glyphs {
    focus: ">",
    cut: "...",
    dash: "-",
    within: ">",
    dot: "|",
    clock: "clock",
    goal: "->",
    open: "-",
    folded: "+",
    bar: "|",
    rule: "-",
    meter: ["#", "=", "."],
    solid: ["#", "=", "="],
    fan: "-",
    mark: "|",
    moved: "*",
    days: ["#", "o", "."],
    rise: ["_", "_", "_", "=", "=", "=", "#", "#"],
    planned: "*",
    bullet: "-",
    ticks: ["[x]", "[ ]"],
    more: ["^", "v"],
    ascii: true,
};

impl Glyphs {
    /// The sign of a status.
    pub fn status(&self, status: Status) -> &'static str {
        signs::status(status, self.ascii)
    }

    /// The sign and the word of a status, or of fading.
    pub fn standing(&self, status: Status, fades: bool) -> (&'static str, &'static str) {
        (signs::standing(status, fades, self.ascii), signs::standing_word(status, fades))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::measure::width;

    #[test]
    fn ascii_is_ascii_and_every_status_takes_the_same_room() {
        assert!(format!("{ASCII:?}").is_ascii());
        for (glyphs, cells) in [(UNICODE, 1), (ASCII, 3)] {
            for status in Status::ALL {
                assert_eq!(width(glyphs.status(status)), cells);
            }
        }
    }

    #[test]
    fn the_focus_and_a_fold_differ_in_ascii() {
        assert!(![ASCII.open, ASCII.folded].contains(&ASCII.focus));
    }
}
