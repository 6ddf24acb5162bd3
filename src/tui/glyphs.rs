//! The signs on the screen: one table, in Unicode and in ASCII.

use crate::domain::Status;

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
    /// A day with study, without, and one to come.
    pub days: [&'static str; 3],
    /// A day without study, with some, and with as much as was planned.
    pub studied: [&'static str; 3],
    /// Before a list item.
    pub bullet: &'static str,
    /// An outcome that is ticked, and one that is not.
    pub ticks: [&'static str; 2],
    /// A tick behind what is had.
    pub had: &'static str,
    /// More lines above, and below.
    pub more: [&'static str; 2],
    statuses: [&'static str; 6],
}

/// The signs for terminals that show Unicode.
pub const UNICODE: Glyphs = Glyphs {
    focus: "▸",
    cut: "…",
    dash: "–",
    within: "›",
    dot: "·",
    goal: "→",
    open: "▾",
    folded: "▸",
    bar: "│",
    rule: "─",
    meter: ["█", "▌", "·"],
    days: ["■", "□", "·"],
    studied: ["·", "▪", "■"],
    bullet: "•",
    ticks: ["[x]", "[ ]"],
    had: "✓",
    more: ["↑", "↓"],
    statuses: ["·", "○", "◐", "✓", "✓", "»"],
};

/// The signs for terminals that show ASCII alone.
pub const ASCII: Glyphs = Glyphs {
    focus: ">",
    cut: "~",
    dash: "-",
    within: ">",
    dot: "-",
    goal: "->",
    open: "v",
    folded: ">",
    bar: "|",
    rule: "-",
    meter: ["#", "=", "."],
    days: ["#", "o", "."],
    studied: [".", "o", "#"],
    bullet: "-",
    ticks: ["[x]", "[ ]"],
    had: "+",
    more: ["^", "v"],
    statuses: [".", "o", "~", "x", "x", ">"],
};

impl Glyphs {
    /// The sign of a status.
    pub fn status(&self, status: Status) -> &'static str {
        let at = Status::ALL.iter().position(|&other| other == status);
        self.statuses[at.unwrap_or(0)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::measure::width;

    #[test]
    fn ascii_is_ascii_and_every_status_has_a_cell() {
        assert!(format!("{ASCII:?}").is_ascii());
        for glyphs in [UNICODE, ASCII] {
            for status in Status::ALL {
                assert_eq!(width(glyphs.status(status)), 1);
            }
        }
    }
}
