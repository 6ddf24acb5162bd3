//! Signs for what a learner sees often, the same on the command line and on the full screen.

use crate::domain::Status;

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
