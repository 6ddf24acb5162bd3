//! What the plan says in each turn, of values made by hand: ranges, costs of choices, the order's quality.

use super::*;
use crate::app::Host;
use crate::app::page::Held;
use crate::cli::look::Look;
use crate::domain::{Day, DeviceId, Parts, Settings, SkillIx};
use crate::engine::plan::Dates;
use crate::format::roadmap::{self, Source};
use crate::store::clock::Clock;
use crate::store::journal::MemoryJournal;

const SMALL: &str = include_str!("../../../../../tests/fixtures/eight-skills.toml");

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn session() -> Session {
    let source = Source::new("road.toml", SMALL.as_bytes().to_vec());
    let road = roadmap::read(Some(&Roadmap::new(Parts::default())), &[source]).roadmap.unwrap();
    let journal = Box::new(MemoryJournal::new(DeviceId::parse("00000000000000000000000001").unwrap()));
    Session::new(road, journal, Clock::Fixed(day("2026-11-24")), Settings::default(), Vec::new()).unwrap()
}

fn forecast(weeks: usize, paced_by: usize) -> Forecast {
    let goal = Dates { p50: day("2026-12-20"), p85: day("2027-03-09"), p95: day("2027-04-20") };
    Forecast { goal, stages: Vec::new(), pace: 0.9, paced_by, weeks, week_minutes: 200 }
}

/// What is said of the session's plan, changed so.
fn said_of(change: impl Fn(&mut Plan)) -> String {
    let session = session();
    let mut plan = page::plan(&session, None);
    change(&mut plan);
    let look = Look::of(&Host { columns: None, ascii: false, no_color: false, dumb: false }, false);
    let mut console = Console::new(look, false);
    say(&mut console, &session, &plan, 4);
    console.take().0.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_range_says_its_days_and_what_it_rests_on() {
    for (weeks, paced_by, rests) in [
        (
            0,
            0,
            "The range is wide, since there is no history yet: it rests on the estimates and on 3 h 20 a week.",
        ),
        (0, 2, "It rests on 3 h 20 a week as in your settings, and on your pace in 2 skills: 9 h for 10 h"),
        (
            3,
            0,
            "It rests on 3 weeks of study, about 3 h 20 each. The first skill that you finish tells your pace.",
        ),
        (1, 1, "It rests on 1 week of study, about 3 h 20 each, and on your pace in 1 skill: 9 h for 10 h"),
    ] {
        let said = said_of(|plan| plan.forecast = Some(forecast(weeks, paced_by)));
        let until = "Until 85 % sure by 9 Mar 2027 50 % by 20 Dec, 95 % by 20 Apr 2027";
        assert!(said.contains(&format!("{until} {rests}")), "{said}");
    }
    assert!(said_of(|plan| plan.forecast = None).contains("if each week has its minutes"));
}

#[test]
fn how_past_forecasts_held_is_said_once_some_were_scored() {
    assert!(!said_of(|_| ()).contains("held"));
    let said = said_of(|plan| plan.held = Held { scored: [8, 8, 8], held: [4, 7, 8] });
    assert!(said.contains("Of 8 forecasts at 85 %, 7 held."), "{said}");
}

#[test]
fn a_choice_says_what_was_taken_and_what_another_option_would_cost() {
    let (go, python) = (SkillIx(3), SkillIx(4));
    let first = |plan: &mut Plan| plan.choices.truncate(1);
    for (picked, taken, options, expected) in [
        (
            false,
            vec![python],
            vec![(go, 62.0), (python, 50.0)],
            "Python, taken for granted; Go would take 12 h more",
        ),
        (true, vec![python], vec![(go, 47.6), (python, 50.0)], "Python, your pick; Go would take 2.5 h less"),
        (true, vec![go], vec![(go, 50.0), (python, 50.1)], "Go, your pick; Python would take as long"),
        (false, vec![go, python], vec![(go, 50.0), (python, 50.0)], "Go, Python, taken for granted"),
        (false, vec![], vec![], "no option of it is left, so the plan goes on without"),
    ] {
        let said = said_of(|plan| {
            first(plan);
            plan.choices[0].picked = picked;
            plan.choices[0].taken = taken.clone();
            plan.choices[0].options = options.clone();
        });
        assert!(said.contains(&format!("Choices One language: {expected} To take another:")), "{said}");
    }
}

#[test]
fn the_order_says_how_good_it_is_where_there_is_a_bound() {
    for (cost, bound, expected) in [
        (0.0, 0.0, None),
        (120.0, 120.0, Some("No order of these skills pays off sooner.")),
        (123.6, 120.0, Some("No order of these skills could pay off more than 3 % sooner.")),
        (120.1, 120.0, Some("No order of these skills could pay off more than 1 % sooner.")),
    ] {
        let said = said_of(|plan| (plan.cost, plan.bound) = (cost, bound));
        assert_eq!(said.contains("No order"), expected.is_some(), "{said}");
        assert!(expected.is_none_or(|expected| said.ends_with(expected)), "{said}");
    }
}

#[test]
fn what_has_no_room_in_the_calendar_is_said() {
    let said = said_of(|plan| plan.steps.iter_mut().skip(1).for_each(|step| step.days = None));
    assert!(said.contains("would end more than fifty years from now, and stand in no week."), "{said}");
}
