//! The plan as a calendar takes it: its weeks, and the days with time for review.

use super::plan::{Plan, weeks};
use super::report::target;
use crate::app::Session;
use crate::domain::Day;
use crate::export::agenda::{Agenda, AgendaWeek, ReviewDays};

/// Minutes for review on a day, of those that it has for study.
const REVIEW: u32 = 10;

/// What a calendar takes of a plan.
pub fn agenda(session: &Session, plan: &Plan) -> Agenda {
    let week = |week: &crate::engine::plan::PlanWeek| AgendaWeek {
        monday: week.monday,
        skills: week
            .skills
            .iter()
            .map(|&(skill, hours)| (session.roadmap().skill(skill).title.clone(), minutes(hours)))
            .collect(),
    };
    Agenda {
        made: session.now(),
        goal: target(session),
        weeks: weeks(session, plan).iter().map(week).collect(),
        review: review(plan),
    }
}

/// Hours in whole minutes, and for what takes less still one.
fn minutes(hours: f64) -> u64 {
    ((hours * 60.0).round() as u64).max(1)
}

/// The days of the plan that have enough time for review, if there is any.
fn review(plan: &Plan) -> Option<ReviewDays> {
    let weekdays = plan.calendar.week.map(|minutes| minutes >= REVIEW);
    let until = plan.ends()?;
    let days = (0..=until.since(plan.day)).map(|after| plan.day.plus(after));
    let mut usual = days.filter(|day| weekdays[usize::from(day.weekday())]);
    let is_away = |day: &Day| plan.calendar.minutes_on(*day) == 0;
    let first = usual.find(|day| !is_away(day))?;
    Some(ReviewDays { first, until, weekdays, away: usual.filter(is_away).collect(), minutes: REVIEW })
}
