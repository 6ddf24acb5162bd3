//! The morning's page.

use crate::app::Session;
use crate::domain::{Day, Goal};
use crate::engine::habit::{self, Week};
use crate::engine::plan::{self, Dates};
use crate::engine::suggest::{self, Assumed, Step};

/// Until when the goal will be reached, as far as the morning knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Until {
    /// There is nothing to forecast: no goal, nothing missing, or a week without minutes.
    Nothing,
    /// Nothing was forecast in the last seven days; the plan does so.
    Unsaid,
    /// It was forecast on this day.
    Said(Day, Dates),
}

/// The morning's page.
#[derive(Clone, Debug, PartialEq)]
pub struct Today {
    /// Which day.
    pub day: Day,
    /// Where one heads for.
    pub goal: Option<Goal>,
    /// The goal that the learner took and that the roadmap does not have; the page is then as without one.
    pub missing_goal: Option<Goal>,
    /// How much of the goal is had, from 0 to 1; without a goal, of what all roles ask.
    pub share: f64,
    /// How many of the goal's skills are missing, prerequisites included.
    pub missing: usize,
    /// Hours that the goal still takes.
    pub hours_left: f64,
    /// Until when, by the newest forecast that was kept: to make one anew takes longer than a morning's page may.
    pub until: Until,
    /// Minutes studied today.
    pub minutes: u32,
    /// Minutes studied on each day of this week, Monday first.
    pub week: Week,
    /// Minutes planned for each day of this week, Monday first; none on days away.
    pub planned: Week,
    /// Prompts to recall today.
    pub reviews: usize,
    /// Days of study in a row.
    pub streak: u32,
    /// The steps that can be taken today, best first.
    pub steps: Vec<Step>,
    /// The open choices, and what was taken for granted.
    pub assumed: Vec<Assumed>,
    /// Whether nothing has been done yet at all.
    pub is_first: bool,
    /// Whether a journal could not be read, so that more was done than is shown, and there may be a goal.
    pub is_partial: bool,
}

impl Today {
    /// Minutes planned for today.
    pub fn planned_minutes(&self) -> u32 {
        self.planned[usize::from(self.day.weekday())]
    }
}

/// The page of today, towards `goal`, or towards the learner's own if none is given.
pub fn today(session: &Session, goal: Option<&Goal>) -> Today {
    let (roadmap, standing, progress) = (session.roadmap(), session.standing(), session.progress());
    let day = session.today();
    let missing_goal = session.missing_goal().filter(|_| goal.is_none()).cloned();
    let goal = goal.or_else(|| session.goal());
    let advice = suggest::advise(roadmap, standing, progress, goal);
    let until = match goal {
        Some(goal) if advice.missing > 0 && session.calendar().minutes_a_week() > 0 => {
            let latest = plan::latest(progress.forecasts(), goal, day);
            // What should long have been reached is no outlook any more.
            let latest = latest.filter(|(_, dates)| dates.p85 >= day);
            latest.map_or(Until::Unsaid, |(on, dates)| Until::Said(on, dates))
        }
        _ => Until::Nothing,
    };
    Today {
        day,
        goal: goal.cloned(),
        missing_goal,
        share: advice.share,
        missing: advice.missing,
        hours_left: advice.hours_left,
        until,
        minutes: progress.minutes_on(day),
        week: habit::week_of(progress, day),
        planned: session.calendar().week_of(day),
        reviews: super::review(session, super::day_limit(session, 0)).due.len(),
        streak: habit::streak(progress, day, session.calendar()),
        steps: advice.steps,
        assumed: advice.assumed,
        is_first: progress.is_empty() && !session.is_partial(),
        is_partial: session.is_partial(),
    }
}
