//! What the Plan remembers, and the rows of its list: weeks and months, and the steps that begin in them.

use crate::app::page::{Plan, PlanStep};
use crate::domain::{Calendar, Day, SkillIx};
use crate::tui::widget::cursor::Cursor;

/// Days of a week.
const WEEK: i32 = 7;

/// Weeks that are told one by one; what comes after is told by months.
const NEAR: i32 = 8;

/// From this height on, there is a heading above the weeks.
const ROOMY: usize = 12;

/// Rows above the weeks in a list of this height.
pub fn heading(height: usize) -> usize {
    if height >= ROOMY { 2 } else { 0 }
}

/// What the Plan remembers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The row of the list in focus; always that of a step, if there is one.
    pub list: Cursor,
    /// The first row of the outlook that shows.
    pub outlook: Cursor,
    /// The skill to put into focus as soon as the plan is made.
    pub wanted: Option<SkillIx>,
}

/// A row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// A time in which the steps below begin.
    Time(Time),
    /// What has no place in the calendar: behind its end, or for want of any minutes.
    Beyond,
    /// A step, by its place in the plan.
    Step(usize),
}

/// Weeks or months in a row, of which only the first has steps that begin in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Time {
    /// The first day: a Monday, or where months are told, the first of one or the end of the weeks.
    pub from: Day,
    /// The last day.
    pub to: Day,
    /// Whether months are told and not weeks.
    pub months: bool,
    /// Minutes that there are for study, from the day of the plan on.
    pub minutes: u64,
}

impl Time {
    /// How many weeks it is, at least one.
    pub fn weeks(&self) -> i32 {
        (self.to.since(self.from) / WEEK + 1).max(1)
    }
}

/// The rows of the list. `spent` minutes of the plan's day are gone.
fn rows(plan: &Plan, spent: u32) -> Vec<Row> {
    let far = plan.day.monday().plus(NEAR * WEEK);
    let begin = |day: Day| if day < far { day.monday() } else { day.month_start().max(far) };
    let begins = |step: &PlanStep| step.days.map(|(first, _)| begin(first));
    let last = plan.steps.iter().filter_map(|step| step.days).map(|(_, last)| last).max();
    let mut rows = Vec::with_capacity(plan.steps.len() * 2);
    let mut time = None;
    for (at, step) in plan.steps.iter().enumerate() {
        if at == 0 || begins(step) != time {
            time = begins(step);
            let next = plan.steps[at..].iter().map(begins).find(|&next| next != time).flatten();
            rows.push(match time {
                Some(from) => {
                    let end = next.or(last.map(|last| after(last, from >= far))).unwrap_or(from);
                    Row::Time(of_days(&plan.calendar, (plan.day, spent), (from, end.plus(-1)), from >= far))
                }
                None => Row::Beyond,
            });
        }
        rows.push(Row::Step(at));
    }
    rows
}

/// The first day after the month or the week of a day.
fn after(day: Day, months: bool) -> Day {
    if months { day.month_start().plus(31).month_start() } else { day.monday().plus(WEEK) }
}

/// The time from one day to another, with the minutes that it has.
fn of_days(calendar: &Calendar, (today, spent): (Day, u32), (from, to): (Day, Day), months: bool) -> Time {
    let to = to.max(from);
    let left = |day: Day| calendar.minutes_on(day).saturating_sub(if day == today { spent } else { 0 });
    let days = (0..=to.since(from)).map(|ahead| from.plus(ahead)).filter(|&day| day >= today);
    Time { from, to, months, minutes: days.map(|day| u64::from(left(day))).sum() }
}

/// The plan with the rows of its list.
#[derive(Clone, Debug, PartialEq)]
pub struct Planned {
    /// The plan.
    pub page: Plan,
    /// The rows of its list.
    pub rows: Vec<Row>,
}

impl Planned {
    /// A plan on whose day so many minutes are spent already.
    pub fn new(page: Plan, spent: u32) -> Self {
        let rows = rows(&page, spent);
        Self { page, rows }
    }

    /// The step in focus, by its place in the plan.
    pub fn at(&self, state: &State) -> Option<usize> {
        match self.rows.get(state.list.at) {
            Some(Row::Step(at)) => Some(*at),
            _ => None,
        }
    }

    /// The skill of the step in focus.
    pub fn focus(&self, state: &State) -> Option<SkillIx> {
        self.at(state).and_then(|at| self.page.steps.get(at)).map(|step| step.skill)
    }
}

impl State {
    /// Puts a skill into focus after the plan changed; where it is gone, the step that took its place.
    pub fn keep(&mut self, skill: Option<SkillIx>, planned: &Planned, height: usize) {
        let rows = &planned.rows;
        let step = planned.page.steps.iter().position(|step| Some(step.skill) == skill);
        let at = rows.iter().position(|row| step.is_some_and(|step| *row == Row::Step(step)));
        self.list.go(at.unwrap_or(self.list.at), rows.len(), height);
        let from = self.list.at;
        settle(&mut self.list, from, rows, height);
    }
}

/// Brings a cursor that came from row `from` off the head of a week, further the way that it went; and the head of a
/// week into sight together with its first step.
pub fn settle(cursor: &mut Cursor, from: usize, rows: &[Row], height: usize) {
    let is_step = |at: usize| matches!(rows.get(at), Some(Row::Step(_)));
    if !is_step(cursor.at) {
        let up = cursor.at < from && cursor.at > 0;
        let to = if up { cursor.at - 1 } else { cursor.at + 1 };
        cursor.go(to, rows.len(), height);
    }
    if height > 1 && cursor.at > 0 && cursor.top == cursor.at && !is_step(cursor.at - 1) {
        cursor.top -= 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::page::{Held, Turn};
    use crate::domain::Status;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    /// A plan of Tuesday, 24 November 2026, 45 minutes a weekday, whose steps have these days.
    fn planned(days: &[Option<(&str, &str)>], spent: u32) -> Planned {
        let step = |(at, days): (usize, &Option<(&str, &str)>)| PlanStep {
            skill: SkillIx(at as u32),
            status: Status::Ready,
            hours: 2.0,
            worth: 1,
            days: days.map(|(first, last)| (day(first), day(last))),
            preferred: false,
        };
        let plan = Plan {
            day: day("2026-11-24"),
            goal: None,
            share: 0.0,
            calendar: Calendar { week: [45, 45, 45, 45, 45, 0, 0], away: Vec::new() },
            steps: days.iter().enumerate().map(step).collect(),
            cost: 0.0,
            bound: 0.0,
            stages: Vec::new(),
            forecast: None,
            held: Held::default(),
            choices: Vec::new(),
            refused: Vec::new(),
            turn: Turn::Usual,
        };
        Planned::new(plan, spent)
    }

    #[test]
    fn steps_stand_below_the_week_in_which_they_begin_and_later_below_the_month() {
        let planned = planned(
            &[
                Some(("2026-11-24", "2026-11-26")),
                Some(("2026-11-27", "2026-12-09")),
                Some(("2026-12-09", "2027-01-28")),
                Some(("2027-01-28", "2027-02-03")),
                Some(("2027-04-01", "2027-04-30")),
                None,
            ],
            15,
        );
        let said: Vec<String> = planned
            .rows
            .iter()
            .map(|row| match row {
                Row::Time(time) => format!("{} to {}: {} min", time.from, time.to, time.minutes),
                Row::Beyond => "beyond".to_owned(),
                Row::Step(at) => at.to_string(),
            })
            .collect();
        assert_eq!(
            said,
            [
                "2026-11-23 to 2026-12-06: 390 min",
                "0",
                "1",
                "2026-12-07 to 2027-01-17: 1350 min",
                "2",
                "2027-01-18 to 2027-03-31: 2385 min",
                "3",
                "2027-04-01 to 2027-04-30: 990 min",
                "4",
                "beyond",
                "5",
            ]
        );
    }

    #[test]
    fn the_cursor_is_always_on_a_step_and_its_week_shows_with_the_first() {
        let days = ["2026-11-24", "2026-12-01", "2026-12-08"].map(|day| Some((day, day)));
        let planned = planned(&days, 0);
        let height = 3;
        let mut state = State::default();
        state.keep(None, &planned, height);
        assert_eq!((planned.at(&state), state.list.top), (Some(0), 0));
        for (by, at, top) in [(1, 1, 1), (1, 2, 3), (1, 2, 3), (-1, 1, 2), (-9, 0, 0), (9, 2, 3)] {
            let from = state.list.at;
            state.list.step(by, planned.rows.len(), height);
            settle(&mut state.list, from, &planned.rows, height);
            assert_eq!((planned.at(&state), state.list.top), (Some(at), top), "{by} from {from}");
        }
        state.keep(Some(SkillIx(1)), &planned, height);
        assert_eq!(planned.focus(&state), Some(SkillIx(1)));
        state.keep(Some(SkillIx(7)), &planned, height);
        assert_eq!(planned.focus(&state), Some(SkillIx(1)), "what is gone leaves the focus where it is");
        let empty = self::planned(&[], 0);
        state.keep(None, &empty, height);
        assert_eq!(empty.at(&state), None);
    }
}
