//! How much of each stage and track is done.

use std::iter::Sum;

use crate::domain::{Roadmap, StageIx, Standing, Status, TrackIx};

/// How many skills of a stretch stand where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// Skills that are had, skipped ones included.
    pub had: u32,
    /// Skills that were skipped: they count as had and are not claimed.
    pub skipped: u32,
    /// Skills under way.
    pub learning: u32,
    /// Skills that can be begun.
    pub ready: u32,
    /// All skills, options of a satisfied choice that were not taken left out.
    pub whole: u32,
}

impl Share {
    /// The part that is had, from 0 to 1.
    pub fn part(self) -> f64 {
        if self.whole == 0 { 0.0 } else { f64::from(self.had) / f64::from(self.whole) }
    }

    fn count(&mut self, status: Status) {
        self.whole += 1;
        self.skipped += u32::from(status == Status::Skipped);
        match status {
            status if status.is_had() => self.had += 1,
            Status::Learning => self.learning += 1,
            Status::Ready => self.ready += 1,
            _ => {}
        }
    }
}

impl Sum for Share {
    /// The share of all stretches together.
    fn sum<I: Iterator<Item = Self>>(stretches: I) -> Self {
        stretches.fold(Self::default(), |sum, one| Self {
            had: sum.had + one.had,
            skipped: sum.skipped + one.skipped,
            learning: sum.learning + one.learning,
            ready: sum.ready + one.ready,
            whole: sum.whole + one.whole,
        })
    }
}

/// How much of a stage is done. Of a choice, only as many options count as it asks, the most advanced first.
pub fn of_stage(roadmap: &Roadmap, standing: &Standing, stage: StageIx) -> Share {
    let mut share = Share::default();
    let optional = |ix| !roadmap.graph().choices_with(ix).is_empty();
    for (ix, _) in roadmap.skills_of(stage).filter(|&(ix, _)| !optional(ix)) {
        share.count(standing.status(ix));
    }
    for (_, choice) in roadmap.choices_of(stage) {
        let mut options: Vec<Status> = choice.options.iter().map(|&option| standing.status(option)).collect();
        options
            .sort_by_key(|&status| std::cmp::Reverse((status.is_had(), status != Status::Skipped, status)));
        options.into_iter().take(choice.pick as usize).for_each(|status| share.count(status));
    }
    share
}

/// How much of a track is done.
pub fn of_track(roadmap: &Roadmap, standing: &Standing, track: TrackIx) -> Share {
    roadmap.stages_of(track).map(|(stage, _)| of_stage(roadmap, standing, stage)).sum()
}

#[cfg(test)]
mod tests;
