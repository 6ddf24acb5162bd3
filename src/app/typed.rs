//! Typed minutes and days as values.

use super::AppError;
use crate::domain::Day;
use crate::engine::record::Period;

/// The most minutes that one entry may have: a day.
const MOST_MINUTES: u32 = 24 * 60;

/// The days by the first three letters of their names, Monday first.
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Reads "45", "45m", "45min", "1h30m", "1h30", "2h" or "1.5h" as minutes, 1 to 1440.
///
/// # Errors
/// Says what may be written.
pub fn minutes(typed: &str) -> Result<u32, AppError> {
    let text = typed.trim().to_ascii_lowercase();
    let read = match text.split_once('h') {
        Some((hours, rest)) => hours_and_rest(hours.trim(), rest.trim()),
        None => whole(text.strip_suffix("min").or_else(|| text.strip_suffix('m')).unwrap_or(&text).trim()),
    };
    match read {
        Some(minutes) if (1..=MOST_MINUTES).contains(&minutes) => Ok(minutes),
        Some(_) => Err(AppError::usage(format!("{typed} is not 1 minute to 24 hours")).hint(MINUTES_HINT)),
        None => Err(AppError::usage(format!("{typed} is no number of minutes")).hint(MINUTES_HINT)),
    }
}

const MINUTES_HINT: &str = "write minutes or hours: 45, 45m, 1h30m, 1.5h";

/// Hours that may have a fraction if nothing follows, or whole ones with minutes below 60 behind them.
fn hours_and_rest(hours: &str, rest: &str) -> Option<u32> {
    if rest.is_empty() {
        let plain = hours.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        let hours: f64 = plain.then(|| hours.parse().ok()).flatten()?;
        return Some((hours * 60.0).round() as u32);
    }
    let minutes = whole(rest.strip_suffix("min").or_else(|| rest.strip_suffix('m')).unwrap_or(rest))?;
    let hours = whole(hours)?;
    (minutes < 60).then(|| hours.saturating_mul(60).saturating_add(minutes))
}

/// Digits alone; a number too large for its type is as good as the largest.
fn whole(text: &str) -> Option<u32> {
    let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.parse().unwrap_or(u32::MAX))
}

/// Reads "2026-11-20", "today", "yesterday", or a weekday such as "mon" or "Monday": the last such day, today
/// included.
///
/// # Errors
/// Says what may be written.
pub fn day(typed: &str, today: Day) -> Result<Day, AppError> {
    let text = typed.trim().to_ascii_lowercase();
    let named = match text.as_str() {
        "today" => Some(today),
        "yesterday" => Some(today.plus(-1)),
        _ => weekday(&text).map(|day| today.plus(-((i32::from(today.weekday()) - day).rem_euclid(7)))),
    };
    named.or_else(|| Day::parse(&text)).ok_or_else(|| {
        AppError::usage(format!("{typed} is no day"))
            .hint("write 2026-11-20, today, yesterday, or mon to sun")
    })
}

/// The same, but no day that is still to come.
///
/// # Errors
/// Says what may be written, or that the day is still to come.
pub fn past_day(typed: &str, today: Day) -> Result<Day, AppError> {
    match day(typed, today)? {
        day if day > today => {
            Err(AppError::usage(format!("{day} is still to come")).hint("name a day up to today"))
        }
        day => Ok(day),
    }
}

/// The same, or the beginning of the current "week", "month" or "quarter".
///
/// # Errors
/// Says what may be written, or that the day is still to come.
pub fn since(typed: &str, today: Day) -> Result<Day, AppError> {
    let word = typed.trim().to_ascii_lowercase();
    match Period::ALL.into_iter().find(|period| period.word() == word) {
        Some(period) => Ok(period.start(today)),
        None => past_day(typed, today),
    }
}

/// 0 for Monday to 6 for Sunday, by at least three letters of the name.
fn weekday(text: &str) -> Option<i32> {
    let at = WEEKDAYS.iter().position(|name| text.len() >= 3 && name.starts_with(text))?;
    i32::try_from(at).ok()
}

/// Reads `2026-11-24`, for an option.
///
/// # Errors
/// Says what may be written.
pub fn date(typed: &str) -> Result<Day, String> {
    Day::parse(typed).ok_or_else(|| "write a date such as 2026-11-20".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_begins_on_a_day_or_with_the_current_week_month_or_quarter() {
        let today = Day::parse("2026-11-24").unwrap();
        for (typed, wanted) in [
            ("week", "2026-11-23"),
            (" Month ", "2026-11-01"),
            ("quarter", "2026-10-01"),
            ("yesterday", "2026-11-23"),
            ("2026-09-01", "2026-09-01"),
        ] {
            assert_eq!(since(typed, today).unwrap().to_string(), wanted, "{typed}");
        }
        assert!(since("year", today).is_err() && since("2026-12-01", today).is_err());
    }

    #[test]
    fn minutes_are_read_in_every_common_writing() {
        for (typed, read) in [
            ("45", 45),
            ("45m", 45),
            ("45min", 45),
            (" 45 m ", 45),
            ("1h", 60),
            ("1H30M", 90),
            ("1h30", 90),
            ("1h 30m", 90),
            ("1h05", 65),
            ("1.5h", 90),
            (".5h", 30),
            ("0.25h", 15),
            ("1", 1),
            ("1440", 1440),
            ("24h", 1440),
        ] {
            assert_eq!(minutes(typed), Ok(read), "{typed}");
        }
    }

    #[test]
    fn what_is_no_time_or_too_much_is_refused_with_what_to_write() {
        for typed in [
            "",
            "0",
            "-5",
            "1441",
            "24h1m",
            "1h60",
            "h",
            "1.5",
            "1.5h30",
            "abc",
            "1e3",
            "NaNh",
            "infh",
            "1h2h",
            "99999999999",
            "٤٥",
            "45 minutes",
            "1.2.3h",
            "+5",
        ] {
            let refused = minutes(typed).unwrap_err();
            assert_eq!(refused.hints, [MINUTES_HINT], "{typed}");
        }
    }

    #[test]
    fn days_are_read_by_date_by_word_and_by_weekday() {
        let tuesday = Day::parse("2026-11-24").unwrap();
        for (typed, read) in [
            ("2026-11-20", "2026-11-20"),
            ("2026-12-01", "2026-12-01"),
            ("today", "2026-11-24"),
            ("Yesterday", "2026-11-23"),
            ("tue", "2026-11-24"),
            ("tuesday", "2026-11-24"),
            ("MON", "2026-11-23"),
            ("wed", "2026-11-18"),
            ("thurs", "2026-11-19"),
            ("sun", "2026-11-22"),
        ] {
            assert_eq!(day(typed, tuesday).unwrap().to_string(), read, "{typed}");
        }
        for typed in ["", "t", "tu", "tuesdays", "tomorrow", "24.11.2026", "2026-02-30", "11-20"] {
            assert!(day(typed, tuesday).is_err(), "{typed}");
        }
    }

    #[test]
    fn no_time_is_logged_for_a_day_to_come() {
        let today = Day::parse("2026-11-24").unwrap();
        assert!(past_day("2026-11-25", today).is_err());
        assert_eq!(past_day("2026-11-24", today), Ok(today));
        for weekday in WEEKDAYS {
            let day = past_day(weekday, today).unwrap();
            assert!((0..7).contains(&today.since(day)), "{weekday}");
        }
    }
}
