//! Signs for what a learner sees often, the same on the command line and on the full screen.

use crate::domain::Status;
use crate::engine::share::Share;

/// The sign of a status: one cell, or three in ASCII.
pub fn status(status: Status, ascii: bool) -> &'static str {
    match (status, ascii) {
        (Status::Done | Status::Known, false) => "✓",
        (Status::Learning, false) => "◐",
        (Status::Ready, false) => "○",
        (Status::Locked, false) => "·",
        (Status::Skipped, false) => "»",
        (Status::Done | Status::Known, true) => "[x]",
        (Status::Learning, true) => "[~]",
        (Status::Ready, true) => "[ ]",
        (Status::Locked, true) => "[-]",
        (Status::Skipped, true) => "[>]",
    }
}

/// The sign of the plan's next step, in the place of its status.
pub fn next_step(ascii: bool) -> &'static str {
    if ascii { "[*]" } else { "►" }
}

/// The word for a skill that is had and fades.
pub const FADING: &str = "fading";

/// The sign of a skill that is had and fades, in the place of its status.
pub fn fading(ascii: bool) -> &'static str {
    if ascii { "[!]" } else { "!" }
}

/// The sign of where one stands with a skill: of its status, or that it fades.
pub fn standing(at: Status, fades: bool, ascii: bool) -> &'static str {
    if fades { fading(ascii) } else { status(at, ascii) }
}

/// The word for it.
pub fn standing_word(at: Status, fades: bool) -> &'static str {
    if fades { FADING } else { at.word() }
}

/// The sign of a choice: whether enough of its options are had.
pub fn choice(satisfied: bool, ascii: bool) -> &'static str {
    match (satisfied, ascii) {
        (true, false) => "◆",
        (false, false) => "◇",
        (true, true) => "<x>",
        (false, true) => "< >",
    }
}

/// The sign of a stage: all of it had, some of it begun, or none.
pub fn stage(share: Share, ascii: bool) -> &'static str {
    let whole = share.whole > 0 && share.had == share.whole;
    match (whole, share.had + share.learning > 0, ascii) {
        (true, _, false) => "●",
        (false, true, false) => "◉",
        (false, false, false) => "○",
        (true, _, true) => "(x)",
        (false, true, true) => "(o)",
        (false, false, true) => "( )",
    }
}

/// The mark before what is in focus.
pub fn focus(ascii: bool) -> &'static str {
    if ascii { ">" } else { "▸" }
}

/// What stands where text is cut.
pub fn cut(ascii: bool) -> &'static str {
    if ascii { "..." } else { "…" }
}

/// Cells that a sign takes: of a status, a next step, a choice or a stage.
pub fn cells(ascii: bool) -> usize {
    if ascii { 3 } else { 1 }
}

/// The cells of a meter: full, half full and empty.
pub fn meter(ascii: bool) -> [&'static str; 3] {
    if ascii { ["#", "=", "."] } else { ["█", "▌", "·"] }
}

/// What a small map is shaded with: had, begun or to be begun, ahead.
pub fn shades(ascii: bool) -> [&'static str; 3] {
    if ascii { ["#", "=", "."] } else { ["▓", "▒", "░"] }
}

/// Where a box is on a rail.
pub fn station(ascii: bool) -> &'static str {
    if ascii { "o" } else { "●" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::measure::width;

    #[test]
    fn signs_of_a_set_are_as_wide_as_one_another_and_ascii_is_ascii() {
        let share = |had, learning, whole| Share { had, learning, whole, ..Share::default() };
        let shares = [share(0, 0, 0), share(0, 0, 2), share(0, 1, 2), share(1, 0, 2), share(2, 0, 2)];
        for ascii in [false, true] {
            let mut signs = vec![next_step(ascii), fading(ascii), choice(true, ascii), choice(false, ascii)];
            signs.extend(Status::ALL.map(|at| status(at, ascii)));
            signs.extend(shares.map(|share| stage(share, ascii)));
            assert!(signs.iter().all(|sign| width(sign) == cells(ascii)), "{signs:?}");
            signs.extend(meter(ascii).into_iter().chain(shades(ascii)));
            signs.extend([focus(ascii), cut(ascii)]);
            assert!(!ascii || signs.concat().is_ascii());
        }
    }

    #[test]
    fn a_stage_without_skills_is_not_had() {
        assert_eq!(stage(Share::default(), false), "○");
    }
}
