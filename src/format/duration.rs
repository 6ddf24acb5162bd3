//! Study time as one types it: "45", "45m", "1h30m", "1.5h".

use std::fmt;

/// The most minutes of one entry: a day.
const MOST: u32 = 24 * 60;

/// Why a text is no study time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DurationError {
    /// It is not written as one.
    Unclear,
    /// It is nothing at all.
    Nothing,
    /// It is more than a day.
    TooLong,
}

impl fmt::Display for DurationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unclear => "time is written 45, 45m, 1h30m or 1.5h",
            Self::Nothing => "that is no time at all",
            Self::TooLong => "a day has 24 hours",
        })
    }
}

impl std::error::Error for DurationError {}

/// Minutes, 1 to 1440.
///
/// # Errors
/// Says what is wrong with the text.
pub fn parse_minutes(text: &str) -> Result<u32, DurationError> {
    let text = text.trim().to_ascii_lowercase();
    let text = text.strip_suffix("min").map_or_else(|| text.clone(), |rest| format!("{}m", rest.trim_end()));
    let minutes = match text.split_once('h') {
        None => number(text.strip_suffix('m').unwrap_or(&text))?,
        Some((hours, "")) => number(hours)? * 60.0,
        Some((hours, rest)) => {
            let rest = rest.trim_start();
            number(hours)? * 60.0 + number(rest.strip_suffix('m').unwrap_or(rest))?
        }
    };
    match minutes.round() {
        minutes if minutes < 1.0 => Err(DurationError::Nothing),
        minutes if minutes > f64::from(MOST) => Err(DurationError::TooLong),
        minutes => Ok(minutes as u32),
    }
}

fn number(text: &str) -> Result<f64, DurationError> {
    let text = text.trim();
    let plain = !text.is_empty() && text.len() <= 8 && text.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    text.parse().ok().filter(|_| plain).ok_or(DurationError::Unclear)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_is_read_as_people_write_it() {
        for (text, minutes) in [
            ("45", 45),
            ("45m", 45),
            (" 45 min ", 45),
            ("1h", 60),
            ("1h30", 90),
            ("1H30M", 90),
            ("1.5h", 90),
            ("1 h 05", 65),
            ("24h", 1440),
        ] {
            assert_eq!(parse_minutes(text), Ok(minutes), "{text}");
        }
        for (text, error) in [
            ("", DurationError::Unclear),
            ("h", DurationError::Unclear),
            ("1h30m10s", DurationError::Unclear),
            ("-5", DurationError::Unclear),
            ("1e3", DurationError::Unclear),
            ("NaN", DurationError::Unclear),
            ("0", DurationError::Nothing),
            ("25h", DurationError::TooLong),
        ] {
            assert_eq!(parse_minutes(text), Err(error), "{text}");
        }
    }
}
