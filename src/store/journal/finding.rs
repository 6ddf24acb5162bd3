//! What is odd about the journal's files, as values; each is said, and nothing is dropped for it.

use std::fmt;

use crate::domain::{DeviceId, EventId};
use crate::format::journal::Reason;

/// One oddity. A file is named by the device whose name it bears: `<device>.log`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// A line is damaged and was passed over.
    BadLine {
        /// In which file.
        file: DeviceId,
        /// Which line, from 1.
        line: u64,
        /// What is wrong with it.
        why: Reason,
    },
    /// So many further lines are damaged that they are not named one by one.
    MoreBadLines {
        /// How many.
        count: u64,
    },
    /// Events of a device are missing from its count.
    Hole {
        /// Whose.
        device: DeviceId,
        /// The first that is missing.
        first: u64,
        /// The last that is missing.
        last: u64,
    },
    /// Two different events bear one name: a copied machine wrote under the same device. Both count.
    Fork {
        /// The name.
        event: EventId,
    },
    /// This device has taken a new name. Comes once, with the first fold after it.
    Renewed {
        /// The name until now.
        was: DeviceId,
        /// The new name.
        now: DeviceId,
        /// Why.
        why: Renewal,
    },
    /// A file is written by a newer version; it is read as far as it is understood and not added to.
    NewerFile {
        /// Which.
        file: DeviceId,
        /// The version of its form.
        version: u32,
    },
    /// An event is dated more than 24 hours ahead of this device's clock. Only its day is in doubt.
    ClockAhead {
        /// The furthest one of its device.
        event: EventId,
        /// By how many whole hours.
        hours: i64,
    },
    /// A file bears one device's name and says that it is another's; its events count as the other's.
    Misnamed {
        /// Which.
        file: DeviceId,
        /// Whose events it holds.
        device: DeviceId,
    },
    /// A file was not read.
    Unread {
        /// Which.
        file: DeviceId,
        /// Why.
        why: Refusal,
    },
}

/// Why a device takes a new name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Renewal {
    /// Two different events bear the same name of this device: there is a copy of this machine.
    Fork,
    /// This device has written more than its file holds: an older copy of the file came back.
    RolledBack,
    /// The file with this device's name holds another device's events.
    Misnamed,
    /// The file is as long as a journal's file may be.
    Full,
}

/// Why a file was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is a link, a folder, a pipe or a device.
    NotAFile,
    /// It is larger than 256 MiB.
    TooLarge,
    /// The system does not let us.
    Failed(std::io::ErrorKind),
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BadLine { file, line, why } => write!(f, "{file}.log:{line}: {why}"),
            Self::MoreBadLines { count } => write!(f, "{count} more damaged lines"),
            Self::Hole { device, first, last } if first == last => {
                write!(f, "{device}.log: event {first} is missing")
            }
            Self::Hole { device, first, last } => {
                write!(f, "{device}.log: events {first} to {last} are missing")
            }
            Self::Fork { event } => write!(f, "{event}: two different events of one name; both count"),
            Self::Renewed { was, now, why } => write!(f, "this device was {was} and is now {now}: {why}"),
            Self::NewerFile { file, version } => {
                write!(f, "{file}.log: written by a newer milepost (version {version})")
            }
            Self::ClockAhead { event, hours } => write!(f, "{event}: dated {hours} hours ahead"),
            Self::Misnamed { file, device } => write!(f, "{file}.log: holds the events of {device}"),
            Self::Unread { file, why } => write!(f, "{file}.log: not read: {why}"),
        }
    }
}

impl fmt::Display for Renewal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Fork => "a copy of this machine writes under the same name",
            Self::RolledBack => "its file is older than what it has written",
            Self::Misnamed => "its file holds another device's events",
            Self::Full => "its file is full",
        })
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAFile => f.write_str("a link, or not a regular file"),
            Self::TooLarge => f.write_str("larger than 256 MiB"),
            Self::Failed(kind) => kind.fmt(f),
        }
    }
}
