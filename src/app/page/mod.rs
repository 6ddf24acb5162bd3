//! What each page holds, as plain values that every front end words and draws in its own way.

mod agenda;
mod card;
mod chart;
mod history;
mod map;
mod plan;
mod progress;
mod report;
mod review;
mod study_log;
mod today;

pub use agenda::agenda;
pub use card::{Card, card};
pub use chart::{chart, placed};
pub use history::{History, Holds, PastAct, history};
pub use map::{Is, MapPage, Shown, along, told};
pub use plan::{
    Held, Middle, Offered, Plan, PlanStage, PlanStep, Refused, Turn, middle_of, plan, weeks, weeks_of,
};
pub use progress::{DoneOverTime, ProgressPage, StageShare, TrackShare, done_over_time, progress};
pub use report::{Scope, report};
pub use review::{Recall, ask, day_limit, fit, recall, review, tomorrow};
pub use study_log::study_log;
pub use today::{Today, Until, today};
