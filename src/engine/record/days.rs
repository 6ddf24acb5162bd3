//! What was done on each day.

use std::collections::BTreeMap;

use crate::domain::{Day, Mark, Progress, Roadmap, SkillIx};
use crate::engine::review::is_missed;

/// What was done on one day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DayRecord {
    /// Minutes of study.
    pub minutes: u32,
    /// Skills marked done, by the newest mark of each, in road order.
    pub skills: Vec<SkillIx>,
    /// Outcomes ticked that are ticked still.
    pub outcomes: u32,
    /// Prompts that were recalled.
    pub reviews: u32,
    /// Those of them that were remembered.
    pub remembered: u32,
}

/// What was done on each day on which something was.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    days: BTreeMap<Day, DayRecord>,
}

/// What a stretch of days came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// Minutes of study.
    pub minutes: u64,
    /// Days with study.
    pub days: u32,
    /// Skills marked done, the newest first; those of one day in road order.
    pub skills: Vec<SkillIx>,
    /// Outcomes ticked.
    pub outcomes: u32,
    /// Prompts that were recalled.
    pub reviews: u32,
    /// Those of them that were remembered.
    pub remembered: u32,
}

impl Record {
    /// Gathers it in one pass over the skills and the days. Time counts on skills that have left the roadmap too.
    pub fn of(roadmap: &Roadmap, progress: &Progress) -> Self {
        let mut days: BTreeMap<Day, DayRecord> = BTreeMap::new();
        for (&day, &minutes) in progress.minutes_by_day() {
            days.entry(day).or_default().minutes = minutes;
        }
        for (ix, skill) in roadmap.skills() {
            let said = progress.of(skill);
            if let Some(marked) = said.marked().filter(|marked| marked.mark == Mark::Done) {
                days.entry(marked.day).or_default().skills.push(ix);
            }
            for tick in skill.outcomes.iter().filter_map(|outcome| said.ticks.get(&outcome.key)) {
                if tick.value.on {
                    days.entry(tick.value.day).or_default().outcomes += 1;
                }
            }
            for recall in said.recalls.iter() {
                let day = days.entry(recall.value.day).or_default();
                day.reviews += 1;
                day.remembered += u32::from(!is_missed(recall.value.rating));
            }
        }
        Self { days }
    }

    /// What was done on a day, if anything was.
    pub fn on(&self, day: Day) -> Option<&DayRecord> {
        self.days.get(&day)
    }

    /// Minutes of study on a day.
    pub fn minutes_on(&self, day: Day) -> u32 {
        self.on(day).map_or(0, |day| day.minutes)
    }

    /// The days on which something was done, the oldest first.
    pub fn days(&self) -> impl DoubleEndedIterator<Item = (Day, &DayRecord)> {
        self.days.iter().map(|(&day, record)| (day, record))
    }

    /// The first day on which something was done.
    pub fn first(&self) -> Option<Day> {
        self.days.keys().next().copied()
    }

    /// What the days from `from` to `to` came to, both among them; nothing if they are the wrong way round.
    pub fn between(&self, from: Day, to: Day) -> Sum {
        let mut sum = Sum::default();
        if from > to {
            return sum;
        }
        for (_, day) in self.days.range(from..=to).rev() {
            sum.minutes += u64::from(day.minutes);
            sum.days += u32::from(day.minutes > 0);
            sum.skills.extend(&day.skills);
            sum.outcomes += day.outcomes;
            sum.reviews += day.reviews;
            sum.remembered += day.remembered;
        }
        sum
    }

    /// How many skills were done by the end of each day on which one was. What a clock that ran ahead put on a day to
    /// come counts today.
    pub fn done_by_day(&self, today: Day) -> Vec<(Day, u32)> {
        let mut by_day: Vec<(Day, u32)> = Vec::new();
        let mut done = 0;
        for (&day, record) in self.days.iter().filter(|(_, record)| !record.skills.is_empty()) {
            done += record.skills.len() as u32;
            match by_day.last_mut() {
                Some(last) if last.0 == day.min(today) => last.1 = done,
                _ => by_day.push((day.min(today), done)),
            }
        }
        by_day
    }
}

impl Sum {
    /// The part of the recalls that was remembered, from 0 to 1; none without recalls.
    pub fn recall(&self) -> Option<f64> {
        (self.reviews > 0).then(|| f64::from(self.remembered) / f64::from(self.reviews))
    }

    /// Whether nothing was done.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
mod tests;
