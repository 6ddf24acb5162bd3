//! The frame of a line: the checksum and the text that it vouches for.

use super::Reason;

/// How many bytes stand before the text: eight digits and a space.
const PREFIX: usize = 9;

/// A line whose checksum holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame<'a> {
    /// The CRC-32 of the text.
    pub crc: u32,
    /// The text: one JSON object, if nobody played tricks.
    pub json: &'a str,
}

/// Checks a line, given without its newline. A carriage return at its end, as some tools put there, is no part
/// of it.
///
/// # Errors
/// If the line has no checksum, or one that differs.
pub fn open(line: &[u8]) -> Result<Frame<'_>, Reason> {
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    let (prefix, text) = line.split_at_checked(PREFIX).ok_or(Reason::NoChecksum)?;
    let crc = digits(prefix).filter(|_| text.first() == Some(&b'{')).ok_or(Reason::NoChecksum)?;
    if crc32fast::hash(text) != crc {
        return Err(Reason::Checksum);
    }
    let json = simdutf8::basic::from_utf8(text).map_err(|_| Reason::NotAnEvent)?;
    Ok(Frame { crc, json })
}

/// Appends `text` as a line to `out`.
pub(super) fn close(text: &[u8], out: &mut Vec<u8>) {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    let crc = crc32fast::hash(text);
    out.extend((0..8).rev().map(|digit| HEX[(crc >> (digit * 4)) as usize & 15]));
    out.push(b' ');
    out.extend_from_slice(text);
    out.push(b'\n');
}

/// Reads eight digits and a space. Strictly: a reader that takes upper-case digits as well takes 2 in 100 lines
/// with a flipped bit for sound.
fn digits(prefix: &[u8]) -> Option<u32> {
    let (space, digits) = prefix.split_last()?;
    if *space != b' ' {
        return None;
    }
    digits.iter().try_fold(0u32, |sum, &digit| {
        let value = match digit {
            b'0'..=b'9' => digit - b'0',
            b'a'..=b'f' => digit - b'a' + 10,
            _ => return None,
        };
        Some(sum << 4 | u32::from(value))
    })
}
