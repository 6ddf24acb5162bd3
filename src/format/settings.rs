//! The learner's settings: `config.toml` to values.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;

use crate::domain::{Clean, Look, Settings};

/// The most minutes a day has.
const DAY_MINUTES: u32 = 24 * 60;

/// Why settings could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsError {
    /// What is wrong, with the line underlined where that is known.
    pub message: Clean,
}

impl fmt::Display for SettingsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.message.fmt(f)
    }
}

impl std::error::Error for SettingsError {}

/// A week as it is written; a day that is left out keeps its default.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct RawWeek {
    mon: Option<u32>,
    tue: Option<u32>,
    wed: Option<u32>,
    thu: Option<u32>,
    fri: Option<u32>,
    sat: Option<u32>,
    sun: Option<u32>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct RawSettings {
    week: RawWeek,
    look: Look,
    keys: BTreeMap<String, OneOrMore>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum OneOrMore {
    One(String),
    More(Vec<String>),
}

/// Reads `config.toml`.
///
/// # Errors
/// Says what is wrong and where, in text that is safe to show.
pub fn parse(text: &str) -> Result<Settings, SettingsError> {
    let refused = |message: &str| SettingsError { message: Clean::prose(message) };
    let raw: RawSettings = toml::from_str(text).map_err(|error| refused(error.to_string().trim_end()))?;
    let mut settings = Settings { look: raw.look, ..Settings::default() };
    let RawWeek { mon, tue, wed, thu, fri, sat, sun } = raw.week;
    for (minutes, written) in settings.week.iter_mut().zip([mon, tue, wed, thu, fri, sat, sun]) {
        *minutes = written.unwrap_or(*minutes);
    }
    if settings.week.iter().any(|&minutes| minutes > DAY_MINUTES) {
        return Err(refused("[week]: a day has 1440 minutes at most"));
    }
    settings.keys = raw
        .keys
        .into_iter()
        .map(|(action, keys)| match keys {
            OneOrMore::One(key) => (action, vec![key]),
            OneOrMore::More(keys) => (action, keys),
        })
        .collect();
    Ok(settings)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_out_keeps_its_default() {
        let settings = parse("[week]\nsat = 90\n[keys]\nquit = \"Q\"\nfind = [\"/\", \"ctrl-f\"]\n").unwrap();
        assert_eq!(settings.week, [45, 45, 45, 45, 45, 90, 0]);
        assert_eq!(settings.keys["quit"], ["Q"]);
        assert_eq!(settings.keys["find"].len(), 2);
        assert_eq!(parse("").unwrap(), Settings::default());
    }

    #[test]
    fn errors_show_the_place_and_are_clean() {
        let error = parse("[week]\nfunday = 3\n").unwrap_err().to_string();
        assert!(error.contains("funday") && error.contains("line 2"), "{error}");
        let error = parse("[look]\ntheme = \"\u{9b}31m\"\n").unwrap_err().to_string();
        assert!(!error.contains('\u{9b}'), "{error}");
        assert!(parse("[week]\nmon = 2000\n").unwrap_err().to_string().contains("1440"));
    }
}
