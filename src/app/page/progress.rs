//! What it came to so far.

use crate::app::Session;
use crate::domain::{Day, StageIx, Status, TrackIx};
use crate::engine::habit;
use crate::engine::readiness::{self, Readiness};
use crate::engine::share::{self, Share};

/// Weeks that the page looks back.
const WEEKS: usize = 12;

/// What it came to so far.
#[derive(Clone, Debug, PartialEq)]
pub struct ProgressPage {
    /// The tracks in road order.
    pub tracks: Vec<TrackShare>,
    /// Mondays with the minutes of their week, the current week last.
    pub weeks: Vec<(Day, u32)>,
    /// Minutes planned for a week.
    pub planned: u32,
    /// Minutes studied in all.
    pub minutes: u64,
    /// Days with study.
    pub days: usize,
    /// Days of study in a row.
    pub streak: u32,
    /// Skills marked done.
    pub done: usize,
    /// Skills that were skipped: they count as had and are not claimed.
    pub skipped: usize,
    /// How near each role is.
    pub roles: Vec<Readiness>,
}

/// How much of a track is done.
#[derive(Clone, Debug, PartialEq)]
pub struct TrackShare {
    /// Which track.
    pub track: TrackIx,
    /// How much of it is done.
    pub share: Share,
    /// Its stages in road order.
    pub stages: Vec<StageShare>,
}

/// How much of a stage is done.
#[derive(Clone, Debug, PartialEq)]
pub struct StageShare {
    /// Which stage.
    pub stage: StageIx,
    /// How much of it is done.
    pub share: Share,
    /// Minutes spent on its skills.
    pub minutes: u64,
}

/// What it came to so far.
pub fn progress(session: &Session) -> ProgressPage {
    let (roadmap, standing, progress) = (session.roadmap(), session.standing(), session.progress());
    let today = session.today();
    let stage_share = |stage: StageIx| StageShare {
        stage,
        share: share::of_stage(roadmap, standing, stage),
        minutes: roadmap.skills_of(stage).map(|(_, skill)| progress.of(skill).minutes).sum(),
    };
    let tracks = roadmap.tracks().map(|(track, _)| TrackShare {
        track,
        share: share::of_track(roadmap, standing, track),
        stages: roadmap.stages_of(track).map(|(stage, _)| stage_share(stage)).collect(),
    });
    let with = |status| roadmap.skills().filter(|&(ix, _)| standing.status(ix) == status).count();
    let by_day = progress.minutes_by_day();
    ProgressPage {
        tracks: tracks.collect(),
        weeks: habit::weeks(progress, today, WEEKS),
        planned: session.calendar().minutes_a_week(),
        minutes: by_day.values().map(|&minutes| u64::from(minutes)).sum(),
        days: by_day.len(),
        streak: habit::streak(progress, today, session.calendar()),
        done: with(Status::Done),
        skipped: with(Status::Skipped),
        roles: readiness::roles(roadmap, standing, progress),
    }
}
