//! What the journal says of one skill.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::recalls::{Recall, Recalls};
use super::{Clean, Day, KnownBy, Mark, Stamp, Stamped, TextKey};

/// How many of the newest study sessions are kept one by one; older ones live on in the sums.
const KEPT_SESSIONS: usize = 10;

/// What the journal says of one skill. Folding is commutative: the order of events does not matter.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct SkillProgress {
    /// What the learner said of it last.
    pub mark: Option<Stamped<Marked>>,
    /// Had before milepost, and how that was found; `None` inside if taken back.
    pub known: Option<Stamped<Option<KnownBy>>>,
    /// Its outcomes, reached or taken back.
    pub ticks: BTreeMap<TextKey, Stamped<Ticked>>,
    /// All minutes spent.
    pub minutes: u64,
    /// The first and the last day on which time was spent.
    pub studied: Option<(Day, Day)>,
    /// The newest study sessions, newest first.
    pub sessions: Vec<Stamped<Study>>,
    /// The learner's note.
    pub note: Option<Stamped<Clean>>,
    /// Evidence by address or path; `None` inside if taken off.
    pub links: BTreeMap<Clean, Stamped<Option<Link>>>,
    /// Every recall.
    pub recalls: Recalls,
}

/// A status as it was set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marked {
    /// To what.
    pub mark: Mark,
    /// On which day.
    pub day: Day,
}

/// An outcome as it was ticked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ticked {
    /// Reached, or taken back.
    pub on: bool,
    /// On which day.
    pub day: Day,
}

/// A study session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Study {
    /// On which day.
    pub day: Day,
    /// How long.
    pub minutes: u32,
    /// What was done.
    pub note: Option<Clean>,
}

/// Evidence, or a resource of one's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Link {
    /// What it is called.
    pub title: Option<Clean>,
    /// On which day it was linked.
    pub day: Day,
}

impl SkillProgress {
    /// The status that was set last, with its day; a reset is none.
    pub fn marked(&self) -> Option<Marked> {
        self.mark.map(|mark| mark.value).filter(|marked| marked.mark != Mark::Reset)
    }

    /// Whether this outcome is reached.
    pub fn has_ticked(&self, outcome: TextKey) -> bool {
        self.ticks.get(&outcome).is_some_and(|tick| tick.value.on)
    }

    /// Whether time was spent on it or an outcome is ticked.
    pub fn is_touched(&self) -> bool {
        self.minutes > 0 || self.ticks.values().any(|tick| tick.value.on)
    }

    /// How the skill was found to be had before milepost, if it was.
    pub fn known_by(&self) -> Option<KnownBy> {
        self.known.and_then(|known| known.value)
    }

    /// The note, unless it is empty.
    pub fn note_text(&self) -> Option<&Clean> {
        self.note.as_ref().map(|note| &note.value).filter(|text| !text.is_empty())
    }

    /// The links that are not taken off, by address.
    pub fn live_links(&self) -> impl Iterator<Item = (&Clean, &Link)> {
        self.links.iter().filter_map(|(to, link)| link.value.as_ref().map(|link| (to, link)))
    }

    /// The first day on which it was started or time was spent on it.
    pub fn begun(&self) -> Option<Day> {
        let started = self.marked().filter(|marked| marked.mark == Mark::Start).map(|marked| marked.day);
        [started, self.studied.map(|(first, _)| first)].into_iter().flatten().min()
    }

    /// Counts a study session.
    pub(super) fn study(&mut self, stamp: Stamp, study: Study) {
        self.minutes += u64::from(study.minutes);
        self.spent_on(study.day, study.day);
        self.keep_session(Stamped { stamp, value: study });
    }

    /// Counts a recall.
    pub(super) fn recall(&mut self, stamp: Stamp, recall: Recall) {
        self.recalls.add(Stamped { stamp, value: recall });
    }

    /// Adds what the journal says under a former id of the same skill.
    pub(super) fn merge(&mut self, other: &Self) {
        if let Some(mark) = other.mark {
            Stamped::set(&mut self.mark, mark);
        }
        if let Some(known) = other.known {
            Stamped::set(&mut self.known, known);
        }
        for (key, tick) in &other.ticks {
            set_in(&mut self.ticks, *key, *tick);
        }
        self.minutes += other.minutes;
        if let Some((first, last)) = other.studied {
            self.spent_on(first, last);
        }
        for session in &other.sessions {
            self.keep_session(session.clone());
        }
        if let Some(note) = &other.note {
            Stamped::set(&mut self.note, note.clone());
        }
        for (to, link) in &other.links {
            set_in(&mut self.links, to.clone(), link.clone());
        }
        for recall in other.recalls.iter() {
            self.recalls.add(recall);
        }
    }

    fn spent_on(&mut self, first: Day, last: Day) {
        let (from, to) = self.studied.unwrap_or((first, last));
        self.studied = Some((from.min(first), to.max(last)));
    }

    fn keep_session(&mut self, session: Stamped<Study>) {
        let at = self.sessions.iter().take_while(|kept| kept.stamp > session.stamp).count();
        if at < KEPT_SESSIONS {
            self.sessions.truncate(KEPT_SESSIONS - 1);
            // Doubling would leave room for six that never come.
            if self.sessions.len() == self.sessions.capacity() {
                self.sessions.reserve_exact(KEPT_SESSIONS / 2);
            }
            self.sessions.insert(at, session);
        }
    }
}

/// Puts `new` under `key` unless a newer value stands there.
pub(super) fn set_in<K: Ord, T>(map: &mut BTreeMap<K, Stamped<T>>, key: K, new: Stamped<T>) {
    match map.entry(key) {
        std::collections::btree_map::Entry::Vacant(slot) => {
            slot.insert(new);
        }
        std::collections::btree_map::Entry::Occupied(mut slot) => {
            if slot.get().stamp < new.stamp {
                slot.insert(new);
            }
        }
    }
}
