//! Reading one file line by line, and the mark that says how far it was read.

use std::io::{self, BufRead};
use std::ops::ControlFlow;

use memchr::{memchr, memchr_iter, memrchr};
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
    /// The line of so many `bytes` that ends at `offset`; `line` is as much of it as counts.
    fn of(offset: u64, bytes: u64, line: &[u8]) -> Self {
        Self { start: offset - bytes, bytes, crc: crc32fast::hash(&line[..line.len().min(LONGEST_LINE)]) }
    }

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
/// Lines are read where they lie in the buffer of `input`; one that runs over its end is put together first.
///
/// # Errors
/// If reading fails on the way; what came before was taken.
pub(super) fn read(
    mut input: impl BufRead,
    file: DeviceId,
    mark: &mut Mark,
    take: &mut dyn FnMut(Found) -> ControlFlow<()>,
) -> io::Result<ControlFlow<()>> {
    let mut put_together = Vec::new();
    mark.torn = false;
    let mut reading = Reading { file, mark, take };
    loop {
        let ready = match input.fill_buf() {
            Ok([]) => return Ok(ControlFlow::Continue(())),
            Ok(ready) => ready,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        let whole = memrchr(b'\n', ready).map_or(0, |at| at + 1);
        let (end, taken) = if whole > 0 {
            (reading.whole_lines(&ready[..whole]), whole)
        } else {
            let Some(raw) = next(&mut input, &mut put_together)? else { continue };
            (reading.line(&raw, &put_together), 0)
        };
        if end.is_break() {
            // What is torn is the end of the file, and all that was read before it counts.
            return Ok(if reading.mark.torn { ControlFlow::Continue(()) } else { end });
        }
        input.consume(taken);
    }
}

/// A file on its way from the mark to its end.
struct Reading<'a> {
    file: DeviceId,
    mark: &'a mut Mark,
    take: &'a mut dyn FnMut(Found) -> ControlFlow<()>,
}

impl Reading<'_> {
    /// Takes lines that all end.
    fn whole_lines(&mut self, lines: &[u8]) -> ControlFlow<()> {
        let mut start = 0;
        let mut last = &lines[..0];
        for end in memchr_iter(b'\n', lines) {
            last = &lines[start..=end];
            self.found(&Raw { bytes: last.len() as u64, ended: true }, last)?;
            start = end + 1;
        }
        self.mark.last = Some(LastLine::of(self.mark.offset, last.len() as u64, last));
        ControlFlow::Continue(())
    }

    /// Takes one line that was put together.
    fn line(&mut self, raw: &Raw, line: &[u8]) -> ControlFlow<()> {
        self.found(raw, line)?;
        self.mark.last = Some(LastLine::of(self.mark.offset, raw.bytes, line));
        ControlFlow::Continue(())
    }

    /// Hands over what a line says, and moves the mark behind it; breaks if it is torn, too.
    fn found(&mut self, raw: &Raw, line: &[u8]) -> ControlFlow<()> {
        let mark = &mut *self.mark;
        let sound = check(raw, line, mark.device.unwrap_or(self.file));
        // The last line of a file that is being written, here or by a sync, may yet become whole.
        if sound.is_err() && !raw.ended {
            mark.torn = true;
            return ControlFlow::Break(());
        }
        mark.offset += raw.bytes;
        mark.lines += 1;
        match sound {
            Ok(None) => ControlFlow::Continue(()),
            Ok(Some((crc, line))) => {
                if let Line::Header { version, device } = line {
                    mark.device = device.or(mark.device);
                    mark.version = mark.version.max(version);
                }
                (self.take)(Found::Sound(crc, line))
            }
            Err(why) => (self.take)(Found::Bad(mark.lines, why)),
        }
    }
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
