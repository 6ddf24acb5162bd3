//! What it came to so far.

use crate::app::Session;
use crate::domain::{StageIx, Status, TrackIx};
use crate::engine::habit::{self, WeekKept};
use crate::engine::readiness::{self, Readiness};
use crate::engine::record::{Curve, Period, Record, Sum};
use crate::engine::share::{self, Share};

use super::plan::Plan;
use crate::engine::plan::Dates;

/// Weeks that the page looks back.
const WEEKS: usize = 12;

/// What it came to so far.
#[derive(Clone, Debug, PartialEq)]
pub struct ProgressPage {
    /// The tracks in road order.
    pub tracks: Vec<TrackShare>,
    /// The last weeks, the current one last.
    pub weeks: Vec<WeekKept>,
    /// Minutes planned for a week on which one is not away.
    pub planned: u32,
    /// Minutes studied in all.
    pub minutes: u64,
    /// Days with study.
    pub days: usize,
    /// Days of study in a row.
    pub streak: u32,
    /// The most days of study in a row that there ever were.
    pub longest: u32,
    /// What was done on each day.
    pub record: Record,
    /// What this week, this month and this quarter came to so far.
    pub learnt: [(Period, Sum); 3],
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

/// Skills done over time, with what the plan and the forecast have to come.
#[derive(Clone, Debug, PartialEq)]
pub struct DoneOverTime {
    /// Behind and ahead.
    pub curve: Curve,
    /// When the forecast has the goal reached; none without a forecast.
    pub dates: Option<Dates>,
}

/// Skills done over time, and what a plan of today has to come.
pub fn done_over_time(page: &ProgressPage, plan: &Plan) -> DoneOverTime {
    let ends = plan.steps.iter().filter_map(|step| step.days).map(|(_, last)| last).collect();
    DoneOverTime {
        curve: Curve::new(plan.day, page.record.done_by_day(plan.day), ends),
        dates: plan.forecast.as_ref().map(|forecast| forecast.goal),
    }
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
    let record = Record::of(roadmap, progress);
    let by_day = progress.minutes_by_day();
    ProgressPage {
        tracks: tracks.collect(),
        weeks: habit::weeks(progress, session.calendar(), today, WEEKS),
        planned: session.calendar().minutes_a_week(),
        minutes: by_day.values().map(|&minutes| u64::from(minutes)).sum(),
        days: by_day.len(),
        streak: habit::streak(progress, today, session.calendar()),
        longest: habit::longest_streak(progress, today, session.calendar()),
        learnt: Period::ALL.map(|period| (period, record.between(period.start(today), today))),
        record,
        done: with(Status::Done),
        skipped: with(Status::Skipped),
        roles: readiness::roles(roadmap, standing, progress),
    }
}
