//! The plan in lines: until when, week by week, and what it takes for granted.

use crate::app::Session;
use crate::app::page::{self, Offered, Plan, Turn};
use crate::cli::columns::Columns;
use crate::cli::line::Line;
use crate::cli::look::Tone;
use crate::cli::output::Console;
use crate::cli::{rows, words};
use crate::domain::{Roadmap, Skill, Status};
use crate::engine::plan::{Forecast, PlanWeek};
use crate::export::words as said;

/// Cells before the text beside a label.
const COLUMN: usize = 10;

/// Cells that a title has at least, where there is room.
const TITLE: usize = 32;

/// Cells that minutes take, with what parts them from what stands before.
const MINUTES: usize = 11;

/// Cells that the days of a stage take, with what parts them from its title.
const SPAN: usize = 30;

/// The most steps that are listed where there are no weeks to lay them into.
const STEPS: usize = 8;

/// Says the plan with its first `weeks` weeks in full.
pub(super) fn say(console: &mut Console, session: &Session, plan: &Plan, weeks: usize) {
    let roadmap = session.roadmap();
    say_head(console, session, plan);
    match plan.turn {
        Turn::Reached => {
            console.gap();
            rows::nothing_left(console, roadmap, plan.goal.as_ref());
            return;
        }
        Turn::NoTime | Turn::Away => say_no_time(console, roadmap, plan),
        Turn::Usual => {
            say_until(console, plan);
            say_weeks(console, session, plan, weeks);
        }
    }
    say_choices(console, roadmap, plan);
    say_refused(console, roadmap, plan);
    say_order(console, plan);
}

fn say_head(console: &mut Console, session: &Session, plan: &Plan) {
    let roadmap = session.roadmap();
    let Some(goal) = &plan.goal else {
        let what = words::without_goal(session.missing_goal(), session.is_partial());
        console.labelled(COLUMN, "Goal", format!("{what}; the plan is for what all roles ask"));
        return;
    };
    console.line(&Line::default().dim("Goal").to(COLUMN).strong(said::goal_title(roadmap, goal)));
    let hours: f64 = plan.steps.iter().map(|step| step.hours).sum();
    rows::share_left(console, COLUMN, plan.share, plan.steps.len(), hours);
}

/// When the goal will be reached, and what that rests on.
fn say_until(console: &mut Console, plan: &Plan) {
    let day = |day| words::day(day, plan.day);
    match &plan.forecast {
        Some(forecast) => {
            let dates = forecast.goal;
            let sure = format!("85 % sure by {}", day(dates.p85));
            console.line(&Line::default().dim("Until").to(COLUMN).strong(sure));
            let others = format!("50 % by {}, 95 % by {}", day(dates.p50), day(dates.p95));
            console.labelled(COLUMN, "", others);
            console.wrapped(COLUMN, Tone::Dim, rests_on(forecast));
        }
        None => {
            if let Some(until) = rows::until(plan) {
                console.labelled(COLUMN, "Until", until);
            }
        }
    }
    let [_, scored, _] = plan.held.scored;
    if scored > 0 {
        let held = plan.held.held[1];
        let scored = said::count(scored as usize, "forecast");
        console.wrapped(COLUMN, Tone::Dim, format!("Of {scored} at 85 %, {held} held."));
    }
    let beyond = plan.steps.iter().filter(|step| step.days.is_none()).count();
    if beyond > 0 {
        let beyond = said::count(beyond, "skill");
        let text = format!("{beyond} would end more than fifty years from now, and stand in no week.");
        console.wrapped(COLUMN, Tone::Plain, text);
    }
}

/// What the range of a forecast rests on.
fn rests_on(forecast: &Forecast) -> String {
    let week = said::minutes(u64::from(forecast.week_minutes));
    let weeks = said::count(forecast.weeks, "week");
    let skills = said::count(forecast.paced_by, "skill");
    match (forecast.weeks, forecast.paced_by) {
        (0, 0) => format!(
            "The range is wide, since there is no history yet: it rests on the estimates and on {week} a week. \
             Each week that you log makes it narrower."
        ),
        (0, _) => format!(
            "It rests on {week} a week as in your settings, and on your pace in {skills}: {}.",
            pace(forecast)
        ),
        (_, 0) => format!(
            "It rests on {weeks} of study, about {week} each. The first skill that you finish tells your pace."
        ),
        _ => format!(
            "It rests on {weeks} of study, about {week} each, and on your pace in {skills}: {}.",
            pace(forecast)
        ),
    }
}

/// "9 h for 10 h of the estimates".
fn pace(forecast: &Forecast) -> String {
    format!("{} for 10 h of the estimates", said::hours(forecast.pace * 10.0))
}

fn say_weeks(console: &mut Console, session: &Session, plan: &Plan, shown: usize) {
    let roadmap = session.roadmap();
    let weeks = page::weeks(session, plan);
    let shown = &weeks[..weeks.len().min(shown)];
    let told = shown.iter().flat_map(|week| &week.skills).map(|&(skill, _)| roadmap.skill(skill));
    let rows = told.map(|told| (told.title.as_str(), told.id.as_str()));
    let lead = 2 + console.look.sign_cells() + 1;
    let columns = Columns::of(&console.look, (lead, MINUTES), TITLE, rows);
    let end = columns.end.max(console.look.width.min(80));
    for week in shown {
        say_week(console, session, plan, week, (columns, end));
    }
    let Some(last) = shown.last().map(|week| week.monday.plus(6)) else { return };
    let after = || plan.stages.iter().filter(|stage| stage.days.is_some_and(|(_, ends)| ends > last));
    if after().next().is_none() {
        return;
    }
    console.gap();
    console.line(&Line::default().strong(format!("{} then", console.look.ellipsis())));
    let title = end.saturating_sub(2 + SPAN + MINUTES).max(1);
    for stage in after() {
        let Some((starts, ends)) = stage.days else { continue };
        let span = words::days(starts, ends, plan.day, console.look.dash());
        let line = Line::indented(2);
        let name = roadmap.stage(stage.stage).title.as_str();
        if console.look.cuts && console.look.width < 2 + SPAN + MINUTES + 20 {
            let room = console.look.width.saturating_sub(2);
            console.line(&line.plain(console.cut(name, room)));
            let line = Line::indented(4).dim(span);
            console.line(&line.ending(console.look.width, Tone::Plain, said::hours(stage.hours)));
        } else {
            let line = line.plain(console.cut(name, title)).to(2 + title + 2).dim(span);
            console.line(&line.ending(end, Tone::Plain, said::hours(stage.hours)));
        }
    }
}

fn say_week(
    console: &mut Console,
    session: &Session,
    plan: &Plan,
    week: &PlanWeek,
    (columns, end): (Columns, usize),
) {
    let roadmap = session.roadmap();
    console.gap();
    let head = Line::default().strong(format!("Week of {}", words::day(week.monday, plan.day)));
    console.line(&head.ending(end, Tone::Dim, said::minutes(u64::from(week.minutes))));
    for &(skill, hours) in &week.skills {
        let minutes = said::minutes(((hours * 60.0).round() as u64).max(1));
        let status = session.standing().status(skill);
        say_skill(console, roadmap.skill(skill), status, (columns, end), &minutes);
    }
}

fn say_skill(
    console: &mut Console,
    told: &Skill,
    status: Status,
    (columns, end): (Columns, usize),
    time: &str,
) {
    let line = Line::indented(2).add(rows::tone(status), console.look.status(status));
    let line = columns.add(console, line, Tone::Plain, &told.title, told.id.as_str());
    console.line(&line.ending(end, Tone::Plain, time));
    columns.below(told.id.as_str()).iter().for_each(|line| console.line(line));
}

/// A week without minutes: the order all the same, and where the minutes are given.
fn say_no_time(console: &mut Console, roadmap: &Roadmap, plan: &Plan) {
    console.gap();
    let text = if plan.turn == Turn::Away {
        "Your days away leave no day for study in fifty years, so there are no dates. \
         Give them an end under [[away]] in the settings:"
    } else {
        "No day of the week has minutes for study, so there are no dates. \
         Give some days minutes under [week] in the settings:"
    };
    console.wrapped(0, Tone::Plain, text);
    console.line(&Line::indented(2).accent("milepost config path"));
    console.gap();
    console.line(&Line::default().strong("In this order"));
    let steps = &plan.steps[..plan.steps.len().min(STEPS)];
    let told = steps.iter().map(|step| roadmap.skill(step.skill));
    let lead = 2 + console.look.sign_cells() + 1;
    let rows = told.map(|told| (told.title.as_str(), told.id.as_str()));
    let columns = Columns::of(&console.look, (lead, rows::HOURS), TITLE, rows);
    let end = columns.end.max(console.look.width.min(80));
    for step in steps {
        let hours = said::hours(step.hours);
        say_skill(console, roadmap.skill(step.skill), step.status, (columns, end), &hours);
    }
    let more = plan.steps.len() - steps.len();
    if more > 0 {
        console.line(&Line::indented(lead).dim(format!("and {more} more")));
    }
}

/// The open choices, what was taken for granted, and what another option would cost.
fn say_choices(console: &mut Console, roadmap: &Roadmap, plan: &Plan) {
    if plan.choices.is_empty() {
        return;
    }
    console.gap();
    for (i, offered) in plan.choices.iter().enumerate() {
        console.labelled(COLUMN, if i == 0 { "Choices" } else { "" }, choice(roadmap, plan, offered));
    }
    let another = Line::indented(COLUMN).dim("To take another:").plain(" ");
    console.line(&another.accent("milepost pick"));
}

/// The preferences that the plan leaves out, each with its circle.
fn say_refused(console: &mut Console, roadmap: &Roadmap, plan: &Plan) {
    if plan.refused.is_empty() {
        return;
    }
    console.gap();
    for (i, refused) in plan.refused.iter().enumerate() {
        let text = said::left_out(roadmap, (refused.first, refused.later), &refused.circle);
        console.labelled(COLUMN, if i == 0 { "By hand" } else { "" }, text);
    }
    let off = Line::indented(COLUMN).dim("To prefer it no longer:").plain(" ");
    console.line(&off.accent("milepost prefer SKILL --before SKILL --off"));
}

/// "One cloud: Google Cloud, taken for granted; AWS would take 12 h more".
fn choice(roadmap: &Roadmap, plan: &Plan, offered: &Offered) -> String {
    let title = &roadmap.choice(offered.choice).title;
    let Some(&first) = offered.taken.first() else {
        return format!("{title}: no option of it is left, so the plan goes on without");
    };
    let how = if offered.picked { "your pick" } else { "taken for granted" };
    let taken = words::titles(roadmap, &offered.taken);
    let cost = |&(skill, hours): &(_, f64)| (skill == first).then_some(hours);
    let whole = offered.options.iter().find_map(cost);
    let whole = whole.unwrap_or_else(|| plan.steps.iter().map(|step| step.hours).sum());
    let others: Vec<String> = offered
        .options
        .iter()
        .filter(|(skill, _)| !offered.taken.contains(skill))
        .map(|&(skill, hours)| {
            format!("{} would take {}", roadmap.skill(skill).title, difference(hours - whole))
        })
        .collect();
    let others = if others.is_empty() { String::new() } else { format!("; {}", others.join(", ")) };
    format!("{title}: {taken}, {how}{others}")
}

/// "12 h more", "3 h less", "as long".
fn difference(hours: f64) -> String {
    match hours {
        more if more >= 0.25 => format!("{} more", said::hours(more)),
        less if less <= -0.25 => format!("{} less", said::hours(-less)),
        _ => "as long".to_owned(),
    }
}

/// How good the order is, in a sentence.
fn say_order(console: &mut Console, plan: &Plan) {
    if plan.bound <= 0.0 {
        return;
    }
    let gap = plan.cost / plan.bound - 1.0;
    let text = if gap < 1e-6 {
        "No order of these skills pays off sooner.".to_owned()
    } else {
        format!("No order of these skills could pay off more than {} sooner.", said::percent(gap))
    };
    console.gap();
    console.wrapped(0, Tone::Dim, text);
}

#[cfg(test)]
mod tests;
