//! Answers: pure functions from the roadmap, the progress and a day to reports of plain values.

pub mod find;
pub mod habit;
pub mod layout;
pub mod naming;
pub mod plan;
pub mod readiness;
pub mod record;
pub mod review;
pub mod share;
pub mod suggest;
