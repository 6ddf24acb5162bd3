//! The plan as a value for scripts.

use serde::Serialize;

use crate::app::page::{Held, Offered, Plan, PlanStage, PlanStep, Refused};
use crate::cli::values::{DatesValue, GoalValue, figure, ids};
use crate::domain::{Day, Roadmap};
use crate::engine::plan::Forecast;

/// The plan.
#[derive(Debug, Serialize)]
pub(super) struct Value {
    goal: Option<GoalValue>,
    share: f64,
    steps: Vec<StepValue>,
    cost: f64,
    bound: f64,
    choices: Vec<ChoiceValue>,
    refused: Vec<RefusedValue>,
    forecast: Option<ForecastValue>,
    stages: Vec<StageValue>,
    held: Option<[HeldValue; 3]>,
}

#[derive(Debug, Serialize)]
struct StepValue {
    id: String,
    hours: f64,
    weight: u32,
    starts: Option<String>,
    ends: Option<String>,
}

#[derive(Debug, Serialize)]
struct ChoiceValue {
    choice: String,
    assumed: Vec<String>,
    picked: bool,
    options: Vec<OptionValue>,
}

/// A preference that the plan leaves out, with the circle that it would make.
#[derive(Debug, Serialize)]
struct RefusedValue {
    skill: String,
    before: String,
    circle: Vec<String>,
}

#[derive(Debug, Serialize)]
struct OptionValue {
    skill: String,
    hours: f64,
}

#[derive(Debug, Serialize)]
struct ForecastValue {
    #[serde(flatten)]
    dates: DatesValue,
    pace: f64,
    paced_by: usize,
    weeks: usize,
    week_minutes: u32,
}

#[derive(Debug, Serialize)]
struct StageValue {
    id: String,
    hours: f64,
    starts: Option<String>,
    ends: Option<String>,
    forecast: Option<DatesValue>,
}

#[derive(Debug, Serialize)]
struct HeldValue {
    at: u8,
    scored: u32,
    held: u32,
}

impl Value {
    /// The value of a plan.
    pub(super) fn of(roadmap: &Roadmap, plan: &Plan) -> Self {
        let step = |step: &PlanStep| StepValue {
            id: roadmap.skill(step.skill).id.to_string(),
            hours: figure(step.hours),
            weight: step.worth,
            starts: step.days.map(first),
            ends: step.days.map(last),
        };
        let stage = |stage: &PlanStage| StageValue {
            id: roadmap.stage(stage.stage).id.to_string(),
            hours: figure(stage.hours),
            starts: stage.days.map(first),
            ends: stage.days.map(last),
            forecast: stage.dates.map(DatesValue::of),
        };
        let refused = |refused: &Refused| RefusedValue {
            skill: roadmap.skill(refused.first).id.to_string(),
            before: roadmap.skill(refused.later).id.to_string(),
            circle: ids(roadmap, &refused.circle),
        };
        Self {
            goal: plan.goal.as_ref().map(|goal| GoalValue::of(roadmap, goal)),
            share: figure(plan.share),
            steps: plan.steps.iter().map(step).collect(),
            cost: figure(plan.cost),
            bound: figure(plan.bound),
            choices: plan.choices.iter().map(|offered| choice(roadmap, offered)).collect(),
            refused: plan.refused.iter().map(refused).collect(),
            forecast: plan.forecast.as_ref().map(forecast),
            stages: plan.stages.iter().map(stage).collect(),
            held: held(plan.held),
        }
    }
}

fn choice(roadmap: &Roadmap, offered: &Offered) -> ChoiceValue {
    let options = offered.options.iter().map(|&(skill, hours)| OptionValue {
        skill: roadmap.skill(skill).id.to_string(),
        hours: figure(hours),
    });
    ChoiceValue {
        choice: roadmap.choice(offered.choice).id.to_string(),
        assumed: ids(roadmap, &offered.taken),
        picked: offered.picked,
        options: options.collect(),
    }
}

fn forecast(forecast: &Forecast) -> ForecastValue {
    ForecastValue {
        dates: DatesValue::of(forecast.goal),
        pace: figure(forecast.pace),
        paced_by: forecast.paced_by,
        weeks: forecast.weeks,
        week_minutes: forecast.week_minutes,
    }
}

/// How past forecasts held, at 50, 85 and 95 of 100; nothing while none was scored.
fn held(held: Held) -> Option<[HeldValue; 3]> {
    let at = |i: usize, at: u8| HeldValue { at, scored: held.scored[i], held: held.held[i] };
    (held != Held::default()).then(|| [at(0, 50), at(1, 85), at(2, 95)])
}

fn first((first, _): (Day, Day)) -> String {
    first.to_string()
}

fn last((_, last): (Day, Day)) -> String {
    last.to_string()
}
