//! Reading one file line by line, and the mark that says how far it was read.

use std::io::{self, BufRead};
use std::ops::ControlFlow;

use memchr::memchr;
use serde::{Deserialize, Serialize};

use super::shelf::Stat;
use crate::domain::DeviceId;
use crate::format::journal::{self, LONGEST_LINE, Line, Reason, VERSION};

/// How far a file was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Mark {
    /// The file as it was then.
    pub(super) stat: Stat,
    /// Where reading goes on: behind the last whole line.
    pub(super) offset: u64,
    /// How many lines, whole or damaged, lie before that.
    pub(super) lines: u64,
    /// The last of them.
    pub(super) last: Option<LastLine>,
    /// The device that the last header named.
    pub(super) device: Option<DeviceId>,
    /// The largest version that a header named.
    pub(super) version: u32,
    /// Whether bytes lie behind the last whole line: a write that was cut off, or is still under way.
    pub(super) torn: bool,
}

/// The last line that was read: the proof that a file that has grown is still the same file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct LastLine {
    /// Where it begins.
    pub(super) start: u64,
    /// How many bytes it has, its newline included. One that had none yet is another line when it has grown.
    bytes: u64,
    /// The CRC-32 of these bytes, or of the first [`LONGEST_LINE`] of them.
    crc: u32,
}

impl Mark {
    /// The mark of a file of which nothing was read.
    pub(super) fn start(stat: Stat) -> Self {
        Self { stat, offset: 0, lines: 0, last: None, device: None, version: VERSION, torn: false }
    }
}

impl LastLine {
    /// Whether this line is the next in `input`.
    pub(super) fn is_next(&self, mut input: impl BufRead) -> bool {
        let mut line = Vec::new();
        let raw = next(&mut input, &mut line);
        matches!(raw, Ok(Some(raw)) if raw.bytes == self.bytes && crc32fast::hash(&line) == self.crc)
    }
}

/// What the fold takes from a file.
#[derive(Debug)]
pub(super) enum Found {
    /// An undamaged line, with its checksum.
    Sound(u32, Line),
    /// A damaged line, with its number from 1.
    Bad(u64, Reason),
}

/// Reads from where the mark stands to the end, and moves the mark. The events are those of `file` unless a header
/// says otherwise. Stops when `take` breaks; the mark is then of no use.
///
/// # Errors
/// If reading fails on the way; what came before was taken.
pub(super) fn read(
    mut input: impl BufRead,
    file: DeviceId,
    mark: &mut Mark,
    take: &mut dyn FnMut(Found) -> ControlFlow<()>,
) -> io::Result<ControlFlow<()>> {
    // The line at hand, and the last that was taken.
    let (mut line, mut taken, mut last) = (Vec::new(), Vec::new(), None);
    mark.torn = false;
    while let Some(raw) = next(&mut input, &mut line)? {
        let sound = check(&raw, &line, mark.device.unwrap_or(file));
        // The last line of a file that is being written, here or by a sync, may yet become whole.
        if sound.is_err() && !raw.ended {
            mark.torn = true;
            break;
        }
        last = Some((mark.offset, raw));
        mark.offset += raw.bytes;
        mark.lines += 1;
        let found = match sound {
            Ok(None) => None,
            Ok(Some((crc, line))) => {
                if let Line::Header { version, device } = line {
                    mark.device = device.or(mark.device);
                    mark.version = mark.version.max(version);
                }
                Some(Found::Sound(crc, line))
            }
            Err(why) => Some(Found::Bad(mark.lines, why)),
        };
        if let Some(found) = found
            && take(found).is_break()
        {
            return Ok(ControlFlow::Break(()));
        }
        std::mem::swap(&mut line, &mut taken);
    }
    if let Some((start, raw)) = last {
        let crc = crc32fast::hash(&taken);
        mark.last = Some(LastLine { start, bytes: raw.bytes, crc });
    }
    Ok(ControlFlow::Continue(()))
}

/// A line as it stands in the file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Raw {
    /// How many bytes it has, its newline included.
    pub(super) bytes: u64,
    /// Whether it ends with a newline.
    pub(super) ended: bool,
}

/// What a line says: `None` if it is empty, as the one is that heals a line that was cut off.
pub(super) fn check(raw: &Raw, line: &[u8], device: DeviceId) -> Result<Option<(u32, Line)>, Reason> {
    if raw.bytes > LONGEST_LINE as u64 {
        return Err(Reason::TooLong);
    }
    let text = line.strip_suffix(b"\n").unwrap_or(line);
    if text.is_empty() {
        return Ok(None);
    }
    let frame = journal::open(text)?;
    Ok(Some((frame.crc, journal::read(&frame, device)?)))
}

/// Puts the next line, newline included, into `line`; of one that is too long only its beginning.
///
/// # Errors
/// If reading fails.
pub(super) fn next(input: &mut dyn BufRead, line: &mut Vec<u8>) -> io::Result<Option<Raw>> {
    line.clear();
    let mut raw = Raw { bytes: 0, ended: false };
    while !raw.ended {
        let ready = match input.fill_buf() {
            Ok([]) => break,
            Ok(ready) => ready,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        let newline = memchr(b'\n', ready);
        let taken = newline.map_or(ready.len(), |at| at + 1);
        line.extend_from_slice(&ready[..taken.min(LONGEST_LINE - line.len())]);
        raw.ended = newline.is_some();
        raw.bytes += taken as u64;
        input.consume(taken);
    }
    Ok((raw.bytes > 0).then_some(raw))
}
