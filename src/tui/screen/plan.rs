//! The order of the plan as it is drawn: its steps by the weeks in which they begin.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::Session;
use crate::app::page::{Plan, PlanStep, Turn};
use crate::domain::Day;
use crate::export::measure::wrap;
use crate::export::words;
use crate::tui::action::Action;
use crate::tui::hit::{Hits, Target};
use crate::tui::model::Model;
use crate::tui::place::Pane;
use crate::tui::state::plan::{Row, Time, heading};
use crate::tui::widget::{more, row};

/// Cells of the columns of hours and of days.
const COLUMN: usize = 6;

/// From this width on, there is room to say in words what was moved by hand.
const ROOMY: u16 = 52;

/// Draws the list of the plan.
pub fn view(model: &Model, session: &Session, area: Rect, buffer: &mut Buffer, hits: &mut Hits) {
    let Some(planned) = &model.pages.plan else { return };
    let plan = &planned.page;
    let above = heading(usize::from(area.height));
    if above > 0 {
        let title = Span::styled("The order", model.look().theme.heading());
        let right = Span::styled(whole(plan), model.look().theme.dim());
        let line = Rect { height: 1, ..area };
        row::draw_pair(vec![title], vec![right], model.look().glyphs.cut, line, buffer);
    }
    let list = Rect { y: area.y + above as u16, height: area.height.saturating_sub(above as u16), ..area };
    if plan.steps.is_empty() {
        let text = wrap(&nothing(model, session, plan), usize::from(list.width));
        for (line, y) in text.into_iter().zip(list.y..list.bottom()) {
            row::draw(&Line::from(line), Rect { y, height: 1, ..list }, buffer);
        }
        return;
    }
    let cursor = model.screens.plan.list;
    let shown = planned.rows.iter().enumerate().skip(cursor.top);
    for ((at, listed), y) in shown.zip(list.y..list.bottom()) {
        let line = Rect { y, height: 1, ..list };
        let (left, right) = match listed {
            Row::Time(time) => head(model, plan, *time),
            Row::Beyond => beyond(model, plan),
            Row::Step(step) => step_spans(model, session, &plan.steps[*step], at == cursor.at, list.width),
        };
        row::draw_pair(left, right, model.look().glyphs.cut, line, buffer);
        if matches!(listed, Row::Step(_)) {
            hits.add(line, Target::Row(Pane::List, at));
            if at == cursor.at && model.place.pane == Pane::List {
                row::paint(line, model.look().theme.focus(), buffer);
            }
        }
    }
    more::draw(model.look(), list, cursor.top, usize::from(list.height), planned.rows.len(), buffer);
}

type Sides = (Vec<Span<'static>>, Vec<Span<'static>>);

/// All steps and their hours.
fn whole(plan: &Plan) -> String {
    let hours: f64 = plan.steps.iter().map(|step| step.hours).sum();
    match plan.steps.len() {
        0 => String::new(),
        steps => format!("{}, {}", words::count(steps, "skill"), words::hours(hours)),
    }
}

/// What there is to say where no step is left.
fn nothing(model: &Model, session: &Session, plan: &Plan) -> String {
    let key = model.manner.keymap.shown(Action::ChooseGoal);
    match &plan.goal {
        Some(goal) => {
            let title = words::goal_title(session.roadmap(), goal);
            format!("You are there: nothing that {title} asks is missing. {key} chooses where to go next.")
        }
        None => format!("Nothing that the roles of this road ask is missing. {key} chooses a goal."),
    }
}

/// The head of a week or a month, or of a few in which one step goes on.
fn head(model: &Model, plan: &Plan, time: Time) -> Sides {
    let year = |day: Day| if day.month().0 == plan.day.month().0 { "" } else { " %Y" };
    let month = |day: Day, year: &str| day.date().format(&format!("%B{year}")).to_string();
    let first = || time.from.date().format(&format!("%-d %b{}", year(time.from))).to_string();
    let title = match (time.months, time.weeks()) {
        (true, _) if time.from.month() == time.to.month() => month(time.from, year(time.from)),
        (true, _) if time.from.month().0 == time.to.month().0 => {
            format!("{} to {}", month(time.from, ""), month(time.to, year(time.to)))
        }
        (true, _) => format!("{} to {}", month(time.from, " %Y"), month(time.to, " %Y")),
        (false, 1) => format!("Week of {}", first()),
        (false, weeks) => format!("{weeks} weeks from {}", first()),
    };
    let theme = &model.look().theme;
    (
        vec![Span::styled(title, theme.heading())],
        vec![Span::styled(words::minutes(time.minutes), theme.dim())],
    )
}

/// The head of what has no place in the calendar.
fn beyond(model: &Model, plan: &Plan) -> Sides {
    let title = if matches!(plan.turn, Turn::NoTime | Turn::Away) {
        "Without dates"
    } else {
        "In more than fifty years"
    };
    (vec![Span::styled(title, model.look().theme.heading())], Vec::new())
}

fn step_spans(model: &Model, session: &Session, step: &PlanStep, focused: bool, width: u16) -> Sides {
    let (theme, glyphs) = (&model.look().theme, &model.look().glyphs);
    let skill = session.roadmap().skill(step.skill);
    let left = vec![
        Span::raw(format!("{} ", if focused { glyphs.focus } else { " " })),
        Span::styled(glyphs.status(step.status), theme.status(step.status)),
        Span::styled(format!(" {}", skill.title), theme.text()),
    ];
    let moved = match (step.preferred, width >= ROOMY || model.look().plain) {
        (false, _) => String::new(),
        (true, true) => "by hand ".to_owned(),
        (true, false) => format!("{} ", glyphs.moved),
    };
    let ends = step.days.map(|(_, last)| last.date().format("%-d %b").to_string()).unwrap_or_default();
    let right = vec![
        Span::styled(moved, theme.accent()),
        Span::styled(format!("{:>COLUMN$}", words::hours(step.hours)), theme.dim()),
        Span::styled(format!("{ends:>cells$}", cells = COLUMN + 1), theme.text()),
    ];
    (left, right)
}
