//! What a learner set: minutes of the week, reviews, looks, keys.

use std::collections::BTreeMap;

use super::{Away, Calendar};

/// Minutes that a weekday has for study unless the settings say otherwise.
const WEEKDAY_MINUTES: u32 = 45;

/// What the learner set; each part has a default that needs no file.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// Minutes for study on each day of the week, Monday first.
    pub week: [u32; 7],
    /// Days on which the learner is away.
    pub away: Vec<Away>,
    /// When what was learnt is asked again.
    pub review: ReviewSettings,
    /// In which rounds the learner studies by the clock.
    pub timer: TimerSettings,
    /// How the full screen looks.
    pub look: Look,
    /// Keys by action, over the default ones.
    pub keys: BTreeMap<String, Vec<String>>,
}

/// When what was learnt is asked again.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReviewSettings {
    /// The recall at which a skill is due, from 0.7 to 0.97: more means shorter intervals.
    pub retention: f32,
    /// The most skills that a day asks.
    pub cap: u32,
}

/// In which rounds the learner studies by the clock.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TimerSettings {
    /// Minutes of work, up to a day; 0 for no rounds.
    pub work: u32,
    /// Minutes of rest after them, up to a day; 0 says nothing of rest.
    pub rest: u32,
}

/// How the full screen looks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// Which colours.
    pub theme: ThemeName,
    /// Draw with ASCII alone.
    pub ascii: bool,
    /// Take the mouse; shift selects text in most terminals all the same.
    pub mouse: bool,
}

/// Which colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ThemeName {
    /// The terminal's own 16, right in light and dark alike.
    #[default]
    Auto,
    /// Made for a dark background.
    Dark,
    /// Made for a light background.
    Light,
    /// None at all.
    Mono,
}

impl Default for Look {
    fn default() -> Self {
        Self { theme: ThemeName::Auto, ascii: false, mouse: true }
    }
}

impl Default for ReviewSettings {
    fn default() -> Self {
        Self { retention: 0.9, cap: 20 }
    }
}

impl Default for Settings {
    fn default() -> Self {
        let mut week = [WEEKDAY_MINUTES; 7];
        week[5..].fill(0);
        let review = ReviewSettings::default();
        Self {
            week,
            away: Vec::new(),
            review,
            timer: TimerSettings::default(),
            look: Look::default(),
            keys: BTreeMap::new(),
        }
    }
}

impl Settings {
    /// Minutes of each day, with the days away.
    pub fn calendar(&self) -> Calendar {
        Calendar { week: self.week, away: self.away.clone() }
    }
}

impl ThemeName {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Auto, Self::Dark, Self::Light, Self::Mono];

    /// The word in the file.
    pub fn word(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Dark => "dark",
            Self::Light => "light",
            Self::Mono => "mono",
        }
    }
}
