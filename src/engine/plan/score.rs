//! How past forecasts held, and when the next is to be kept.

use super::forecast::Dates;
use crate::domain::{Day, Goal, Node, Progress, Roadmap, Said, SkillIx, Standing, Status};

/// How many days lie between two forecasts for one goal that are kept.
const APART: i32 = 7;

/// How past forecasts held: each is scored once its day has come or its goal is reached.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// Forecasts at 50, 85 and 95 of 100 that were scored.
    pub scored: [u32; 3],
    /// How many of them held.
    pub held: [u32; 3],
}

/// Whether a forecast for this goal is to be kept: none is within a week of today. That holds for days to come too, so
/// that a clock that once went ahead does not write one every morning.
pub fn is_due<'a>(forecasts: impl Iterator<Item = &'a (Day, Said)>, goal: &Goal, today: Day) -> bool {
    let mut own = forecasts.filter(|(_, said)| said.goal == *goal);
    own.all(|(day, _)| today.since(*day).saturating_abs() >= APART)
}

/// The newest forecast for this goal that was kept, with the day on which it was said, if that is at most a week ago.
pub fn latest<'a>(
    forecasts: impl Iterator<Item = &'a (Day, Said)>,
    goal: &Goal,
    today: Day,
) -> Option<(Day, Dates)> {
    let own = forecasts.filter(|(_, said)| said.goal == *goal);
    let recent = own.filter(|(day, _)| (0..=APART).contains(&today.since(*day)));
    let (day, said) = recent.max_by_key(|(day, _)| *day)?;
    Some((*day, Dates { p50: said.p50, p85: said.p85, p95: said.p95 }))
}

/// How past forecasts held, those for goals that one no longer heads for left out unless they were reached.
///
/// A date holds if the goal was reached on that day or before. It is scored as soon as that can be told: on the day on
/// which the goal is reached, else on the day after the date. Of a goal whose day is not known nothing is said.
pub fn score(
    roadmap: &Roadmap,
    standing: &Standing,
    progress: &Progress,
    goal: Option<&Goal>,
    today: Day,
) -> Held {
    let mut all = Held::default();
    for (day, said) in progress.forecasts() {
        let reached = reached(roadmap, standing, progress, &said.goal);
        for (at, date) in [said.p50, said.p85, said.p95].into_iter().enumerate() {
            let verdict = match reached {
                Reached::On(on) => (on >= *day).then_some(on <= date),
                Reached::NotYet => (goal == Some(&said.goal) && date < today).then_some(false),
                Reached::SomeDay => None,
            };
            all.scored[at] += u32::from(verdict.is_some());
            all.held[at] += u32::from(verdict == Some(true));
        }
    }
    all
}

/// Whether and when a goal was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reached {
    NotYet,
    /// On a day that the journal does not tell.
    SomeDay,
    On(Day),
}

/// When a goal was reached: the day on which the last of what it asks was marked done or skipped, of a choice as many
/// options as it asks for. What was had before has no day and makes nothing later.
fn reached(roadmap: &Roadmap, standing: &Standing, progress: &Progress, goal: &Goal) -> Reached {
    let names = roadmap.names();
    let asked: Vec<Node> = match goal {
        Goal::Role(id) => names.role(id.as_str()).map(|role| roadmap.role(role).needs.iter()),
        Goal::Skill(_) => None,
    }
    .map_or_else(
        || names.node(goal.id().as_str()).into_iter().collect(),
        |needs| needs.map(|need| need.node).collect(),
    );
    if asked.is_empty() || !asked.iter().all(|&node| standing.has(roadmap, node)) {
        return Reached::NotYet;
    }
    let marked = |skill: SkillIx| match standing.status(skill) {
        Status::Done | Status::Skipped => progress.of(roadmap.skill(skill)).marked().map(|marked| marked.day),
        _ => None,
    };
    let day = |node: &Node| match *node {
        Node::Skill(skill) => marked(skill),
        Node::Choice(choice) => {
            let choice = roadmap.choice(choice);
            let had = choice.options.iter().filter(|&&option| standing.status(option).is_had());
            let mut days: Vec<Option<Day>> = had.map(|&option| marked(option)).collect();
            days.sort();
            days[choice.pick as usize - 1]
        }
    };
    asked.iter().filter_map(day).max().map_or(Reached::SomeDay, Reached::On)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fixture::{choice, event, id, mark, on, road, role, skill};
    use crate::domain::{Act, ChoiceIx, Mark};

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn said(goal: &Goal, [p50, p85, p95]: [&str; 3]) -> Act {
        Act::Forecast(Said { goal: goal.clone(), p50: day(p50), p85: day(p85), p95: day(p95) })
    }

    /// A road whose one role asks for `a` and for `b` or `c`, and what these acts on days after 2026-01-01 leave.
    fn scored(goal: Option<&Goal>, acts: &[(u32, Act)], today: &str) -> Held {
        let skills = ["a", "b", "c"].map(|name| skill(name, 4.0, &[])).to_vec();
        let needs = [(on(0), 3), (Node::Choice(ChoiceIx(0)), 3)];
        let road = road(skills, vec![choice("either", &[1, 2])], vec![role("engineer", &needs)]);
        let mut progress = Progress::default();
        for ((day, act), i) in acts.iter().zip(1..) {
            progress.apply(&event(0, i, i, *day, act.clone()));
        }
        score(&road, &Standing::of(&road, &progress), &progress, goal, day(today))
    }

    #[test]
    fn a_date_is_scored_when_the_goal_is_reached_or_when_it_is_over() {
        let goal = Goal::Role(id("engineer"));
        let named = said(&goal, ["2026-01-10", "2026-01-15", "2026-01-20"]);
        let forecast = (0, named);
        let done = |day, name: &str| (day, mark(name, Mark::Done));
        let held = |scored, held| Held { scored, held };
        let begun = [forecast.clone(), done(4, "a")];
        for (today, wanted) in [
            ("2026-01-10", held([0, 0, 0], [0, 0, 0])),
            ("2026-01-11", held([1, 0, 0], [0, 0, 0])),
            ("2026-01-21", held([1, 1, 1], [0, 0, 0])),
        ] {
            assert_eq!(scored(Some(&goal), &begun, today), wanted, "{today}");
            assert_eq!(scored(None, &begun, today), Held::default(), "one heads elsewhere");
        }
        // Reached on the 15th, by the option that was done first.
        let there = [forecast, done(4, "a"), done(14, "b"), done(17, "c")];
        assert_eq!(scored(None, &there, "2026-01-18"), held([1, 1, 1], [0, 1, 1]));
        let late = [done(4, "a"), done(5, "b"), (6, said(&goal, ["2026-01-10"; 3]))];
        assert_eq!(scored(Some(&goal), &late, "2026-03-01"), Held::default(), "said when it was reached");
    }

    #[test]
    fn what_was_had_before_makes_nothing_later() {
        let goal = Goal::Role(id("engineer"));
        let known =
            |name: &str| Act::Place { skill: id(name), known: true, by: crate::domain::KnownBy::Quiz };
        let named = (0, said(&goal, ["2026-01-10"; 3]));
        let acts = [named.clone(), (20, known("b")), (5, mark("a", Mark::Skip))];
        let all = Held { scored: [1; 3], held: [1; 3] };
        assert_eq!(scored(Some(&goal), &acts, "2026-03-01"), all);
        let acts = [named, (20, known("a")), (20, known("c"))];
        assert_eq!(scored(Some(&goal), &acts, "2026-03-01"), Held::default(), "nobody knows when");
    }

    #[test]
    fn a_forecast_is_kept_once_a_week_for_each_goal() {
        let (goal, other) = (Goal::Skill(id("a")), Goal::Skill(id("b")));
        let at = day("2026-01-10");
        let kept = [(at, Said { goal: goal.clone(), p50: at, p85: at, p95: at })];
        let due = |goal: &Goal, today: Day| is_due(kept.iter(), goal, today);
        assert_eq!(
            [0, 6, 7, -6, -7].map(|days| due(&goal, at.plus(days))),
            [false, false, true, false, true]
        );
        assert!(due(&other, at));
    }

    #[test]
    fn the_latest_forecast_is_that_of_the_goal_and_at_most_a_week_old() {
        let (goal, other) = (Goal::Skill(id("a")), Goal::Skill(id("b")));
        let first = day("2026-01-10");
        let kept = |goal: &Goal, on: Day| {
            let [p50, p85, p95] = [30, 60, 90].map(|days| on.plus(days));
            (on, Said { goal: goal.clone(), p50, p85, p95 })
        };
        let all = [kept(&goal, first.plus(7)), kept(&goal, first), kept(&other, first.plus(9))];
        let told = |today: i32| latest(all.iter(), &goal, first.plus(today));
        let dates = |on: i32| {
            let [p50, p85, p95] = [30, 60, 90].map(|days| first.plus(on + days));
            Some((first.plus(on), Dates { p50, p85, p95 }))
        };
        assert_eq!(
            [-1, 0, 6, 7, 9, 14, 15].map(told),
            [None, dates(0), dates(0), dates(7), dates(7), dates(7), None]
        );
    }
}
