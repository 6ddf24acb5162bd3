//! What a line of a journal can say, and why one is passed over.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::domain::{DeviceId, Event, Stamp};

/// The version of the journal's form that this program writes, and the newest that it knows.
pub const VERSION: u32 = 1;

/// The most bytes that one line may have, its newline included.
pub const LONGEST_LINE: usize = 64 * 1024;

/// The largest count or Lamport number that is taken from a file: beyond it, other JSON readers lose digits,
/// and no honest device ever comes near.
pub const LARGEST_NUMBER: u64 = (1 << 53) - 1;

/// What an undamaged line says.
#[derive(Clone, Debug, PartialEq)]
pub enum Line {
    /// Whose lines follow, and in which version.
    Header {
        /// The version of the form.
        version: u32,
        /// The device that writes the file; `None` if a newer version names it in a way that is not known.
        device: Option<DeviceId>,
    },
    /// One event.
    Event(Event),
    /// One event of a kind, or with a value, that this program does not know. It has its place in the count.
    Newer(Stamp),
}

/// Why a line is passed over as damaged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reason {
    /// It does not begin with eight lower-case hexadecimal digits, a space and an opening brace.
    NoChecksum,
    /// The checksum differs from that of the text.
    Checksum,
    /// It is longer than [`LONGEST_LINE`].
    TooLong,
    /// It is no JSON object, or lacks the numbers that every event has.
    NotAnEvent,
    /// It ends before its newline, as after a crash.
    Torn,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoChecksum => "no checksum",
            Self::Checksum => "checksum differs",
            Self::TooLong => "longer than 64 KiB",
            Self::NotAnEvent => "not an event",
            Self::Torn => "cut off",
        })
    }
}

/// Why an act cannot be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// Its line would have this many bytes, more than [`LONGEST_LINE`].
    TooLong(usize),
    /// It would not be read back: no minutes, a rating beyond 1 to 4, a year beyond 0 to 9999.
    Value,
}

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong(bytes) => write!(f, "a line of {bytes} bytes; {LONGEST_LINE} are the most"),
            Self::Value => f.write_str("a value beyond what the journal can hold"),
        }
    }
}

impl std::error::Error for Unfit {}
