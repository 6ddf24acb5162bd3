//! A running clock as a line of text: the skill, and since when.

use chrono::{DateTime, SecondsFormat};

use crate::domain::{Id, Timer};

/// The line that says it, with its newline.
pub fn write(timer: &Timer) -> String {
    format!("{} {}\n", timer.skill, timer.since.to_rfc3339_opts(SecondsFormat::Secs, false))
}

/// The clock that a line says; `None` if it says none.
pub fn read(text: &str) -> Option<Timer> {
    let (skill, since) = text.trim_end().split_once(' ')?;
    Some(Timer { skill: Id::parse(skill).ok()?, since: DateTime::parse_from_rfc3339(since).ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_is_read_back_to_the_second_and_nothing_else_is_one() {
        let line = "docker.images 2026-11-26T20:15:07+05:45\n";
        assert_eq!(read(line).as_ref().map(write).as_deref(), Some(line));
        for other in ["", "docker.images", "docker.images yesterday", "../x 2026-11-26T20:15:07Z", "a b c"] {
            assert_eq!(read(other), None, "{other:?}");
        }
    }
}
