//! The plan: what comes in which order, laid into the weeks, and until when.

use std::collections::BTreeSet;

pub use crate::engine::plan::Held;

use crate::app::Session;
use crate::domain::{Calendar, ChoiceIx, Day, Goal, Id, SkillIx, StageIx, Status};
use crate::engine::plan::{self, Dates, Forecast, Grounds, Job, Laid, Pace, PlanWeek};
use crate::engine::suggest;

/// The plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Which day.
    pub day: Day,
    /// Where one heads for.
    pub goal: Option<Goal>,
    /// How much of the goal is had, from 0 to 1.
    pub share: f64,
    /// Minutes of each day.
    pub calendar: Calendar,
    /// The missing skills in the order of the plan.
    pub steps: Vec<PlanStep>,
    /// The sum of worth times hours until done, over the steps: what the order makes small.
    pub cost: f64,
    /// No order has a smaller cost than this.
    pub bound: f64,
    /// The stages that the plan leads through, in the order in which they begin.
    pub stages: Vec<PlanStage>,
    /// When the goal will be reached; none without a goal, where nothing is missing, or without any time.
    pub forecast: Option<Forecast>,
    /// How past forecasts held.
    pub held: Held,
    /// The open choices, with what each option would cost.
    pub choices: Vec<Offered>,
    /// What the learner prefers and the plan leaves out.
    pub refused: Vec<Refused>,
    /// What there is to say of the plan as a whole.
    pub turn: Turn,
}

/// A step of the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanStep {
    /// Which skill.
    pub skill: SkillIx,
    /// Where the learner stands with it.
    pub status: Status,
    /// Hours that it takes at the learner's pace.
    pub hours: f64,
    /// What the goal itself asks of it; 0 for what is only a prerequisite.
    pub worth: u32,
    /// The first and the last day in which the plan has it; none if the calendar has no room for it.
    pub days: Option<(Day, Day)>,
    /// Whether the learner moved it by hand: a preference holds it before or behind another.
    pub preferred: bool,
}

/// A stage of the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanStage {
    /// Which stage.
    pub stage: StageIx,
    /// Hours of its steps.
    pub hours: f64,
    /// The first day of its first step and the last day of its last one.
    pub days: Option<(Day, Day)>,
    /// When it will be done.
    pub dates: Option<Dates>,
}

/// An open choice with what its options cost.
#[derive(Clone, Debug, PartialEq)]
pub struct Offered {
    /// The choice.
    pub choice: ChoiceIx,
    /// The options that the plan goes by.
    pub taken: Vec<SkillIx>,
    /// Whether the learner picked it.
    pub picked: bool,
    /// Hours that the whole plan takes with each option in the place of the first one taken, in the order of the file.
    pub options: Vec<(SkillIx, f64)>,
}

/// A preference that is left out, since with the road or with other preferences it goes round in a circle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// What was to come first.
    pub first: SkillIx,
    /// What was to come later.
    pub later: SkillIx,
    /// The skills from the later one to the first, of which each must come before the next.
    pub circle: Vec<SkillIx>,
}

/// What there is to say of a plan as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// It is a plan like any other.
    Usual,
    /// Nothing is missing: the goal is reached.
    Reached,
    /// No day of the week has any minutes.
    NoTime,
    /// The week has minutes, and the days away leave none of them within fifty years.
    Away,
}

impl Plan {
    /// Hours of study until a skill is had that the goal asks for, in the mean, each by its weight; none where the
    /// goal asks for nothing that is missing.
    pub fn mean_wait(&self) -> Option<f64> {
        let worth: f64 = self.steps.iter().map(|step| f64::from(step.worth)).sum();
        (worth > 0.0 && self.cost > 0.0).then(|| self.cost / worth)
    }

    /// The day on which the last of its steps ends that the calendar has room for; none if it has for none.
    pub fn ends(&self) -> Option<Day> {
        self.steps.iter().filter_map(|step| step.days).map(|(_, ends)| ends).max()
    }
}

/// The plan towards `goal`, or towards the learner's own if none is given.
pub fn plan(session: &Session, goal: Option<&Goal>) -> Plan {
    let (roadmap, standing, progress) = (session.roadmap(), session.standing(), session.progress());
    let day = session.today();
    let goal = goal.or_else(|| session.goal());
    let calendar = session.calendar().clone();
    let worth = suggest::worth_of(roadmap, goal);
    let closure = suggest::closure(roadmap, standing, progress, &worth);
    let advice = suggest::advise(roadmap, standing, progress, goal);
    let pace = Pace::of(&plan::ratios(roadmap, standing, progress));
    let hours = |skill| suggest::hours_left(roadmap, standing, progress, skill) * pace.hours();
    let planned: Vec<(SkillIx, f64)> = advice.plan.iter().map(|&skill| (skill, hours(skill))).collect();
    let spent = progress.minutes_on(day);
    let laid = plan::lay(&planned, &calendar, day, spent);
    let moved = moved(session, &advice.refused);
    let step = |(at, &(skill, hours)): (usize, &(SkillIx, f64))| PlanStep {
        skill,
        status: standing.status(skill),
        hours,
        worth: closure.worth[skill.at()],
        days: laid.get(at).map(|Laid { starts, ends, .. }| (*starts, *ends)),
        preferred: moved.contains(&skill),
    };
    let steps: Vec<PlanStep> = planned.iter().enumerate().map(step).collect();
    // What all roles together ask is an order to begin in, and no goal that one would wait for.
    // Nor is there a date for what the calendar has no room for.
    let forecast = goal.filter(|_| laid.len() == planned.len()).and_then(|goal| {
        plan::forecast(&Grounds {
            jobs: &jobs(session, &advice.plan),
            pace,
            weeks: &plan::whole_weeks(progress, &calendar, day),
            calendar: &calendar,
            today: day,
            spent,
            seed: seed(goal),
        })
    });
    let turn = match &steps[..] {
        [] => Turn::Reached,
        _ if calendar.minutes_a_week() == 0 => Turn::NoTime,
        _ if laid.is_empty() && is_away(&calendar, day) => Turn::Away,
        _ => Turn::Usual,
    };
    let offered = |assumed: &suggest::Assumed| Offered {
        choice: assumed.choice,
        taken: assumed.options.clone(),
        picked: assumed.picked,
        options: closure.costs(roadmap, standing, &worth, (assumed.choice, hours)),
    };
    Plan {
        day,
        goal: goal.cloned(),
        share: advice.share,
        stages: stages(session, &steps, forecast.as_ref()),
        steps,
        cost: advice.cost,
        bound: advice.bound,
        forecast,
        held: plan::score(roadmap, standing, progress, session.goal(), day),
        choices: advice.assumed.iter().map(offered).collect(),
        refused: advice.refused.iter().map(|&pair| refused(session, pair)).collect(),
        turn,
        calendar,
    }
}

fn refused(session: &Session, (first, later): (SkillIx, SkillIx)) -> Refused {
    let (roadmap, standing, progress) = (session.roadmap(), session.standing(), session.progress());
    let circle = suggest::chain(roadmap, standing, progress, later, first);
    Refused { first, later, circle: circle.unwrap_or_else(|| vec![later, first]) }
}

/// Whether the days away leave no time at all within fifty years: there is none for what takes a minute.
fn is_away(calendar: &Calendar, day: Day) -> bool {
    plan::lay(&[(SkillIx(0), 1.0 / 60.0)], calendar, day, 0).is_empty()
}

/// The skills that a preference of the learner's holds before or behind another.
fn moved(session: &Session, refused: &[(SkillIx, SkillIx)]) -> BTreeSet<SkillIx> {
    let names = session.roadmap().names();
    let skill = |id: &Id| names.skill(id.as_str());
    let wishes = session.progress().preferences();
    let pairs = wishes.filter_map(|(first, later)| skill(first).zip(skill(later)));
    pairs.filter(|pair| !refused.contains(pair)).flat_map(|(first, later)| [first, later]).collect()
}

/// The steps as the forecast sees them.
fn jobs(session: &Session, plan: &[SkillIx]) -> Vec<Job> {
    let (roadmap, standing, progress) = (session.roadmap(), session.standing(), session.progress());
    let job = |&ix: &SkillIx| {
        let skill = roadmap.skill(ix);
        let whole = skill.hours.middle().max(f64::MIN_POSITIVE);
        Job {
            stage: skill.stage,
            low: f64::from(skill.hours.low),
            high: f64::from(skill.hours.high),
            left: suggest::hours_left(roadmap, standing, progress, ix) / whole,
        }
    };
    plan.iter().map(job).collect()
}

/// What fixes the chance of a forecast: the same for one goal on every day and machine (Fowler, Noll and Vo's hash).
fn seed(goal: &Goal) -> u64 {
    goal.id()
        .as_str()
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}

/// The weeks of a plan of today's that hold something, in their order.
pub fn weeks(session: &Session, plan: &Plan) -> Vec<PlanWeek> {
    let laid = |step: &PlanStep| {
        step.days.map(|(starts, ends)| Laid { skill: step.skill, hours: step.hours, starts, ends })
    };
    let laid: Vec<Laid> = plan.steps.iter().filter_map(laid).collect();
    plan::weeks(&laid, &plan.calendar, plan.day, session.progress().minutes_on(plan.day))
}

/// Weeks until so many hours of study are behind one, going by the settings alone; none if that is more than fifty
/// years.
pub fn weeks_of(session: &Session, hours: f64) -> Option<u32> {
    let (day, calendar) = (session.today(), session.settings().calendar());
    let all = plan::lay(&[(SkillIx(0), hours)], &calendar, day, session.progress().minutes_on(day));
    all.first().map(|all| (all.ends.since(day) as u32 + 1).div_ceil(7))
}

/// How long something takes, in the middle of what may come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Middle {
    /// Weeks until it is done, to the nearest, at least one.
    pub weeks: u32,
    /// The day on which it is done.
    pub by: Day,
}

/// How long so many hours of the estimates take this learner in the middle, by their own pace, weeks and calendar; none
/// if that is more than fifty years.
pub fn middle_of(session: &Session, hours: f64) -> Option<Middle> {
    let (roadmap, standing, progress) = (session.roadmap(), session.standing(), session.progress());
    let (day, calendar) = (session.today(), session.calendar());
    let pace = Pace::of(&plan::ratios(roadmap, standing, progress)).hours();
    let week = plan::usual_week(&plan::whole_weeks(progress, calendar, day), calendar);
    if week <= 0.0 {
        return None;
    }
    // What a week falls short of the calendar makes the hours as much longer.
    let longer = f64::from(calendar.minutes_a_week()) / week;
    let all = plan::lay(&[(SkillIx(0), hours * pace * longer)], calendar, day, progress.minutes_on(day));
    let by = all.first()?.ends;
    let weeks = (f64::from(by.since(day)) / 7.0).round().max(1.0);
    Some(Middle { weeks: weeks as u32, by })
}

/// The stages of the steps, in the order in which they begin.
fn stages(session: &Session, steps: &[PlanStep], forecast: Option<&Forecast>) -> Vec<PlanStage> {
    let mut stages: Vec<PlanStage> = Vec::new();
    for step in steps {
        let stage = session.roadmap().skill(step.skill).stage;
        match stages.iter_mut().find(|known| known.stage == stage) {
            Some(known) => {
                known.hours += step.hours;
                known.days = known.days.zip(step.days).map(|(all, own)| (all.0, own.1));
            }
            None => {
                let known = forecast.and_then(|forecast| forecast.stages.iter().find(|(of, _)| *of == stage));
                let dates = known.map(|(_, dates)| *dates);
                stages.push(PlanStage { stage, hours: step.hours, days: step.days, dates });
            }
        }
    }
    stages
}
