//! The stages of the plan as bars on an axis of time, with the forecast behind them.

use ratatui::text::{Line, Span};

use crate::app::Session;
use crate::app::page::{Plan, PlanStage};
use crate::domain::Day;
use crate::export::measure::{fit, width, wrap};
use crate::export::words;
use crate::tui::model::Model;
use crate::tui::widget::timeline::Axis;

/// The fewest cells of an axis, and of a title before it.
const LEAST: (usize, usize) = (12, 10);

/// What the goal is called where there is none.
const ALL_ROLES: &str = "All roles";

/// The stages, each on a line of its own, in at most `room` cells; nothing where no stage has a date.
pub fn lines(model: &Model, session: &Session, plan: &Plan, room: usize) -> Vec<Line<'static>> {
    let ends = plan.stages.iter().filter_map(|stage| stage.days).map(|(_, last)| last);
    let sure = plan.forecast.as_ref().map(|forecast| forecast.goal.p95);
    let fans = plan.stages.iter().filter_map(|stage| stage.dates).map(|dates| dates.p95);
    let Some(last) = ends.chain(sure).chain(fans).max() else { return Vec::new() };
    let titles = titles(model, session, plan);
    if model.look().plain {
        return in_words(session, plan, room);
    }
    let longest = titles.iter().map(|title| width(title)).max().unwrap_or(0);
    let title = longest.min((room * 2 / 5).max(LEAST.1)).min(room.saturating_sub(LEAST.0 + 1));
    let axis = Axis::new(plan.day, last, room.saturating_sub(title + 1));
    let mut lines = vec![line(model, "", title, &axis.names())];
    let focus = model.focus().map(|skill| session.roadmap().skill(skill).stage);
    lines.extend(plan.stages.iter().zip(&titles).map(|(stage, name)| {
        let style =
            if focus == Some(stage.stage) { model.look().theme.heading() } else { Default::default() };
        let name = fit(name, title, model.look().glyphs.cut);
        // Nothing of a stage is done before it begins.
        let begins = stage.days.map_or(plan.day, |(first, _)| first);
        let fan = stage.dates.map(|dates| (dates.p50.max(begins), dates.p95));
        let mut spans = vec![Span::styled(format!("{name} "), style)];
        spans.extend(axis.bar(stage.days, fan, &model.look().glyphs, &model.look().theme));
        Line::from(spans)
    }));
    lines.extend(goal(model, plan, &axis, (titles.last().map_or("", |name| name), title)));
    lines
}

/// The titles of the stages, and last that of the goal.
fn titles(model: &Model, session: &Session, plan: &Plan) -> Vec<String> {
    let roadmap = session.roadmap();
    let goal = match &plan.goal {
        Some(goal) => words::goal_title(roadmap, goal).to_string(),
        None => ALL_ROLES.to_owned(),
    };
    let stages = plan.stages.iter().map(|stage| roadmap.stage(stage.stage).title.to_string());
    stages.chain([format!("{} {goal}", model.look().glyphs.goal)]).collect()
}

/// The goal with the days of its forecast, and below it their dates as far as there is room for them.
fn goal(model: &Model, plan: &Plan, axis: &Axis, (name, title): (&str, usize)) -> Vec<Line<'static>> {
    let glyphs = &model.look().glyphs;
    let Some(dates) = plan.forecast.as_ref().map(|forecast| forecast.goal) else { return Vec::new() };
    let days = [(dates.p50, "50 %"), (dates.p85, "85 %"), (dates.p95, "95 %")];
    let all = days.map(|(day, sure)| (day, format!("{sure} {}", glyphs.mark)));
    let texts = |some: &[(Day, String)]| axis.ending(some.iter().map(|(day, text)| (*day, text.as_str())));
    let dated = |some: &[(Day, &str)]| {
        let dates = some.iter().map(|(day, _)| (*day, day.date().format("%-d %b").to_string()));
        texts(&dates.collect::<Vec<_>>())
    };
    let (marks, below) = match texts(&all).zip(dated(&days)) {
        Some((marks, below)) => (marks, Some(below)),
        None => (axis.signs(&days.map(|(day, _)| day), glyphs.mark), dated(&days[1..2])),
    };
    let lines = [Some(line(model, name, title, &marks)), below.map(|below| line(model, "", title, &below))];
    lines.into_iter().flatten().collect()
}

fn line(model: &Model, name: &str, title: usize, on_axis: &str) -> Line<'static> {
    let (theme, glyphs) = (&model.look().theme, &model.look().glyphs);
    let name = fit(name, title, glyphs.cut);
    let is_goal = name.starts_with(glyphs.goal);
    Line::from(vec![
        Span::styled(format!("{name} "), theme.accent()),
        Span::styled(on_axis.to_owned(), if is_goal { theme.text() } else { theme.dim() }),
    ])
}

/// The stages in sentences, for who has them read out.
fn in_words(session: &Session, plan: &Plan, room: usize) -> Vec<Line<'static>> {
    let told = plan.stages.iter().map(|stage| sentence(session, stage));
    told.flat_map(|text| wrap(&text, room)).map(Line::from).collect()
}

fn sentence(session: &Session, stage: &PlanStage) -> String {
    let (title, hours) = (&session.roadmap().stage(stage.stage).title, words::hours(stage.hours));
    let when = match stage.days {
        Some((first, last)) => format!(", {} to {}", words::long_day(first), words::long_day(last)),
        None => String::new(),
    };
    let sure = match stage.dates {
        Some(dates) => format!("; 95 % sure by {}", words::long_day(dates.p95)),
        None => String::new(),
    };
    format!("{title}: {hours}{when}{sure}.")
}
