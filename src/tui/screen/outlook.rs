//! The outlook of the plan: until when, stage by stage, what was taken for granted, and what that rests on.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{laid, stages};
use crate::app::Session;
use crate::app::page::{Held, Offered, Plan, Refused, Turn};
use crate::engine::plan::Forecast;
use crate::export::measure::{width, wrap};
use crate::export::words;
use crate::tui::action::Action;
use crate::tui::model::Model;
use crate::tui::place::Pane;
use crate::tui::widget::{row, sheet};

/// The widest that the outlook is laid, in cells.
const WIDEST: usize = 110;

/// The widest that running text is set, in cells.
const TEXT: usize = 76;

/// How sure the three dates of a forecast are.
const SURE: [&str; 3] = ["50 %", "85 %", "95 %"];

/// Draws the outlook; where it is the pane in focus, its first line is marked.
pub fn view(model: &Model, session: &Session, area: Rect, buffer: &mut Buffer) {
    let (lines, top) = (lines(model, session), model.screens.plan.outlook.top);
    let focused = model.place.pane == Pane::Outlook;
    sheet::draw(model.look(), (&lines, top), (focused, WIDEST), area, buffer);
}

/// All lines of the outlook, laid for the pane that it has.
pub fn lines<'m>(model: &'m Model, session: &Session) -> Cow<'m, [Line<'static>]> {
    laid::lines(model, session, Pane::Outlook, lay)
}

/// Keeps them until something changes.
pub fn keep(model: &mut Model, session: &Session) {
    laid::keep(model, session, Pane::Outlook, lay);
}

fn lay(model: &Model, session: &Session, width: u16) -> Vec<Line<'static>> {
    let Some(plan) = model.pages.plan.as_ref().map(|planned| &planned.page) else { return Vec::new() };
    let room = usize::from(width).min(WIDEST);
    let parts = [
        until(model, plan, room),
        stages::lines(model, session, plan, room),
        choices(model, session, plan, room),
        held(model, plan, room),
        rests_on(model, session, plan, room),
    ];
    sheet::below(parts)
}

fn heading(model: &Model, title: &str, right: &str, room: usize) -> Line<'static> {
    let theme = &model.look().theme;
    let gap = room.saturating_sub(width(title) + width(right));
    Line::from(vec![
        Span::styled(title.to_owned(), theme.heading()),
        Span::raw(" ".repeat(gap)),
        Span::styled(right.to_owned(), theme.dim()),
    ])
}

fn prose(text: &str, room: usize) -> impl Iterator<Item = Line<'static>> {
    wrap(text, room.min(TEXT)).into_iter().map(Line::from)
}

/// The dates, or why there are none.
fn until(model: &Model, plan: &Plan, room: usize) -> Vec<Line<'static>> {
    let mut lines = vec![heading(model, "Until when", "", room)];
    let key = model.manner.keymap.shown(Action::ChooseGoal);
    if plan.goal.is_none() && plan.turn != Turn::Reached {
        lines.extend(prose(
            &format!("No goal yet: this is the order for all roles together. {key} chooses one."),
            room,
        ));
        if plan.turn == Turn::Usual {
            return lines;
        }
    }
    let text = match (&plan.forecast, plan.turn) {
        (Some(forecast), _) => {
            let [p50, p85, p95] = [forecast.goal.p50, forecast.goal.p85, forecast.goal.p95].map(words::long_day);
            let sure = format!("85 % sure by {p85}");
            lines.push(Line::from(Span::styled(sure, model.look().theme.accent())));
            let others = vec![format!("As likely as not by {p50}"), format!("95 % sure by {p95}")];
            let others = row::joined(others, model.look().glyphs.dot, room.min(TEXT));
            lines.extend(others.into_iter().map(Line::from));
            return lines;
        }
        (None, Turn::Reached) => "Nothing is left to do, so nothing is left to forecast.".to_owned(),
        (None, Turn::NoTime) => "No day of your week has minutes for study, so the order has no dates. Give it some \
             under [week] in the settings; `milepost config path` says where they are."
            .to_owned(),
        (None, Turn::Away) => "Your days away leave no day for study in fifty years, so the order has no dates. Give \
             them an end under [[away]] in the settings; `milepost config path` says where they are."
            .to_owned(),
        (None, Turn::Usual) if plan.steps.iter().any(|step| step.days.is_none()) => {
            "With the minutes of your week this takes longer than fifty years, too long to forecast. [week] in the \
             settings has more room."
                .to_owned()
        }
        (None, Turn::Usual) => "There is no forecast here: the dates are those of your week as it is set.".to_owned(),
    };
    lines.extend(prose(&text, room));
    lines
}

/// The open choices, the options that the plan goes by, and what the others would cost.
fn choices(model: &Model, session: &Session, plan: &Plan, room: usize) -> Vec<Line<'static>> {
    if plan.choices.is_empty() {
        return Vec::new();
    }
    let (theme, roadmap) = (&model.look().theme, session.roadmap());
    let key = model.manner.keymap.shown(Action::Pick);
    let mut lines = vec![heading(model, "Choices", &format!("{key} picks"), room)];
    for offered in &plan.choices {
        let taken: Vec<&str> =
            offered.taken.iter().map(|&skill| roadmap.skill(skill).title.as_str()).collect();
        let how = if offered.picked { "your pick" } else { "taken for granted" };
        let text = format!("{}: {}, {how}", roadmap.choice(offered.choice).title, taken.join(", "));
        lines.extend(prose(&text, room));
        let others = others(session, offered);
        let indent = room.min(TEXT).saturating_sub(2);
        let others = row::joined(others, model.look().glyphs.dot, indent);
        lines.extend(others.into_iter().map(|line| Line::styled(format!("  {line}"), theme.dim())));
    }
    lines
}

/// What the other options of a choice would cost: "Python 12 h more".
fn others(session: &Session, offered: &Offered) -> Vec<String> {
    let first = offered.taken.first();
    let Some((_, base)) = offered.options.iter().find(|(skill, _)| Some(skill) == first) else {
        return Vec::new();
    };
    let others = offered.options.iter().filter(|(skill, _)| !offered.taken.contains(skill));
    let told = others.map(|(skill, hours)| {
        let (title, more) = (&session.roadmap().skill(*skill).title, hours - base);
        match more {
            _ if more.abs() < 0.25 => format!("{title} as long"),
            _ if more > 0.0 => format!("{title} {} more", words::hours(more)),
            _ => format!("{title} {} less", words::hours(-more)),
        }
    });
    told.collect()
}

/// How past forecasts held.
fn held(model: &Model, plan: &Plan, room: usize) -> Vec<Line<'static>> {
    let Held { scored, held } = plan.held;
    if plan.forecast.is_none() && scored == [0; 3] {
        return Vec::new();
    }
    let mut lines = vec![heading(model, "How past forecasts held", "", room)];
    if scored == [0; 3] {
        lines.extend(prose("None has come due yet; the first is scored when its day has come.", room));
        return lines;
    }
    let told = SURE.iter().zip(scored).zip(held).filter(|((_, scored), _)| *scored > 0);
    let told = told.map(|((sure, scored), held)| format!("{held} of {scored} at {sure}")).collect();
    lines.extend(row::joined(told, model.look().glyphs.dot, room.min(TEXT)).into_iter().map(Line::from));
    lines
}

/// What the forecast rests on, and how good the order is.
fn rests_on(model: &Model, session: &Session, plan: &Plan, room: usize) -> Vec<Line<'static>> {
    let mut texts: Vec<String> = plan.forecast.as_ref().map(history).unwrap_or_default();
    if plan.cost > 0.0 && plan.bound > 0.0 {
        let gap = (plan.cost / plan.bound - 1.0) * 100.0;
        texts.push(match gap {
            _ if gap < 0.05 => "No other order pays off sooner.".to_owned(),
            _ if gap < 1.0 => "No other order pays off even 1 % sooner.".to_owned(),
            _ => format!("No other order pays off more than {} % sooner.", gap.ceil()),
        });
    }
    let moved = plan.steps.iter().filter(|step| step.preferred).count();
    if moved > 0 {
        texts.push(format!("{} {} moved by hand.", model.look().glyphs.moved, words::count(moved, "step")));
    }
    let refused = |refused: &Refused| {
        words::left_out(session.roadmap(), (refused.first, refused.later), &refused.circle)
    };
    texts.extend(plan.refused.iter().map(refused));
    if texts.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![heading(model, "What this rests on", "", room)];
    lines.extend(texts.iter().flat_map(|text| prose(text, room)));
    lines
}

/// What of one's own history the forecast goes by.
fn history(forecast: &Forecast) -> Vec<String> {
    let week = words::minutes(u64::from(forecast.week_minutes));
    if forecast.weeks == 0 && forecast.paced_by == 0 {
        return vec![format!(
            "Your settings, {week} a week, and the estimates as they stand. Nothing is known of your own pace yet, so \
             the range is wide; it narrows with the time that you log."
        )];
    }
    let weeks = match forecast.weeks {
        0 => format!("The week of your settings: {week}."),
        1 => format!("Your last week, with the settings beside it: about {week} a week."),
        weeks => format!("Your last {weeks} weeks: about {week} each."),
    };
    let pace = match forecast.paced_by {
        0 => "The estimates as they stand: no skill with time on it is done yet.".to_owned(),
        skills => format!(
            "Your pace: {:.1} h for an hour of the estimate, from {}.",
            forecast.pace,
            words::count(skills, "skill")
        ),
    };
    vec![weeks, pace]
}
