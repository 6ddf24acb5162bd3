//! The journal's line: a checksum, a space, one JSON object, a newline.
//!
//! A line is read for what it is worth: whole and understood, whole and of a newer version, or damaged. Nothing
//! here rewrites, and nothing here needs to know where a line came from.

mod entry;
mod frame;
mod line;
mod short;
mod wire;

use chrono::{DateTime, FixedOffset};

use crate::domain::{Act, DeviceId, Event, Stamp};

pub use entry::{LARGEST_NUMBER, LONGEST_LINE, Line, Reason, Unfit, VERSION};
pub use frame::{Frame, open};
pub use line::read;

/// Appends the line of one event to `out` and gives back the event as any reader will read it: times to the
/// second, text as the form keeps it. The number is the count of the first event of the same act, if this is a later
/// one.
///
/// # Errors
/// If the act cannot be written so that it would be read back; `out` is then as it was.
pub fn write(
    stamp: Stamp,
    at: DateTime<FixedOffset>,
    act: (&Act, Option<u64>),
    out: &mut Vec<u8>,
) -> Result<Event, Unfit> {
    let start = out.len();
    let written = line::write(stamp, at, act, out);
    let bytes = out.len() - start;
    let event = match written {
        Err(_) => Err(Unfit::Value),
        Ok(()) if bytes > LONGEST_LINE => Err(Unfit::TooLong(bytes)),
        Ok(()) => match open(&out[start..out.len() - 1]).and_then(|frame| read(&frame, stamp.event.device)) {
            Ok(Line::Event(event)) => Ok(event),
            _ => Err(Unfit::Value),
        },
    };
    if event.is_err() {
        out.truncate(start);
    }
    event
}

/// Appends the line with which a device's file begins to `out`.
pub fn write_header(device: DeviceId, made: DateTime<FixedOffset>, out: &mut Vec<u8>) {
    line::write_header(device, made, out);
}

#[cfg(test)]
mod tests;
