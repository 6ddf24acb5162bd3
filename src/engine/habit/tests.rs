//! Streaks with days of rest, weeks across the turn of a year.

use proptest::prelude::*;

use super::*;
use crate::domain::Act;
use crate::domain::fixture::{folded, id};

/// Minutes on weekdays, rest at the weekend.
const WEEKDAYS: Week = [45, 45, 45, 45, 45, 0, 0];

fn studied(days: &[(&str, u32)]) -> Progress {
    let act = |&(day, minutes): &(&str, u32)| Act::Study {
        skill: id("s0"),
        minutes,
        day: Day::parse(day).unwrap(),
        note: None,
    };
    folded(days.iter().map(act).collect())
}

fn streak_of(days: &[&str], today: &str, planned: &Week) -> u32 {
    let calendar = Calendar { week: *planned, away: Vec::new() };
    let days: Vec<(&str, u32)> = days.iter().map(|&day| (day, 10)).collect();
    streak(&studied(&days), Day::parse(today).unwrap(), &calendar)
}

#[test]
fn days_away_break_no_streak() {
    let day = |text| Day::parse(text).unwrap();
    let away = vec![crate::domain::Away { from: day("2026-11-19"), to: day("2026-11-20") }];
    let calendar = Calendar { week: WEEKDAYS, away };
    let progress = studied(&[("2026-11-18", 10), ("2026-11-23", 10)]);
    assert_eq!(streak(&progress, day("2026-11-23"), &calendar), 2);
    assert_eq!(streak(&progress, day("2026-11-23"), &Calendar { away: vec![], ..calendar }), 1);
}

#[test]
fn rest_days_break_no_streak_and_count_only_if_used() {
    let friday_on = ["2026-11-19", "2026-11-20", "2026-11-23", "2026-11-24"];
    for (days, today, streak) in [
        (&friday_on[..], "2026-11-24", 4),
        (&friday_on[..], "2026-11-25", 4),
        (&friday_on[..], "2026-11-26", 0),
        (&friday_on[..2], "2026-11-23", 2),
        (&friday_on[..2], "2026-11-24", 0),
        (&friday_on[..2], "2026-11-22", 2),
        (&["2026-11-20", "2026-11-22", "2026-11-23"], "2026-11-23", 3),
        (&["2026-11-25"], "2026-11-24", 0),
        (&[], "2026-11-24", 0),
    ] {
        assert_eq!(streak_of(days, today, &WEEKDAYS), streak, "{days:?} on {today}");
    }
    assert_eq!(streak_of(&friday_on, "2026-11-24", &[45; 7]), 2);
    assert_eq!(streak_of(&friday_on, "2026-12-24", &[0; 7]), 4, "whoever plans no day misses none");
}

#[test]
fn weeks_begin_on_monday_and_run_across_the_year() {
    let progress = studied(&[("2026-12-27", 5), ("2026-12-28", 10), ("2027-01-01", 20), ("2027-01-03", 30)]);
    let today = Day::parse("2027-01-02").unwrap();
    assert_eq!(week_of(&progress, today), [10, 0, 0, 0, 20, 0, 30]);
    let day = |text| Day::parse(text).unwrap();
    let away = vec![crate::domain::Away { from: day("2026-12-24"), to: day("2026-12-27") }];
    let calendar = Calendar { week: WEEKDAYS, away };
    let weeks = weeks(&progress, &calendar, today, 3);
    let wanted = [("2026-12-14", 0, 225), ("2026-12-21", 5, 135), ("2026-12-28", 60, 225)];
    assert_eq!(
        weeks,
        wanted.map(|(monday, minutes, planned)| WeekKept { monday: day(monday), minutes, planned })
    );
}

#[test]
fn the_longest_streak_is_remembered_and_the_future_is_not_in_it() {
    let longest = |days: &[&str], today: &str, planned: &Week| {
        let calendar = Calendar { week: *planned, away: Vec::new() };
        let days: Vec<(&str, u32)> = days.iter().map(|&day| (day, 10)).collect();
        longest_streak(&studied(&days), Day::parse(today).unwrap(), &calendar)
    };
    let days = ["2026-11-05", "2026-11-06", "2026-11-09", "2026-11-11", "2026-11-12", "2031-01-01"];
    assert_eq!(longest(&days, "2026-11-24", &WEEKDAYS), 3);
    assert_eq!(longest(&days, "2026-11-24", &[45; 7]), 2);
    assert_eq!(longest(&days, "2026-11-24", &[0; 7]), 5);
    assert_eq!(longest(&days[..1], "2026-11-04", &WEEKDAYS), 0);
}

proptest! {
    /// The longest streak is the longest that any day had.
    #[test]
    fn no_day_had_a_longer_streak(
        studied_on in prop::collection::vec(any::<bool>(), 1..60),
        planned in prop::array::uniform7(prop::sample::select(vec![0, 30])),
    ) {
        let today = Day::parse("2026-11-24").unwrap();
        let days: Vec<Day> = (0..studied_on.len()).map(|ago| today.plus(-(ago as i32))).collect();
        let on: Vec<String> = days.iter().zip(&studied_on).filter(|(_, on)| **on).map(|(day, _)| day.to_string()).collect();
        let with_minutes: Vec<(&str, u32)> = on.iter().map(|day| (day.as_str(), 10)).collect();
        let (progress, calendar) = (studied(&with_minutes), Calendar { week: planned, away: Vec::new() });
        let ever = days.iter().map(|&day| streak(&progress, day, &calendar)).max();
        prop_assert_eq!(Some(longest_streak(&progress, today, &calendar)), ever);
    }

    /// Walking back day by day, a streak counts study days until the first day that was planned and missed.
    #[test]
    fn a_streak_ends_at_the_first_day_that_was_missed(
        studied_on in prop::collection::vec(any::<bool>(), 1..40),
        planned in prop::array::uniform7(prop::sample::select(vec![0, 30])),
    ) {
        let today = Day::parse("2026-11-24").unwrap();
        let days: Vec<Day> = (0..studied_on.len()).map(|ago| today.plus(-(ago as i32))).collect();
        let texts: Vec<String> = days.iter().map(Day::to_string).collect();
        let done: Vec<&str> =
            texts.iter().zip(&studied_on).filter(|(_, on)| **on).map(|(text, _)| text.as_str()).collect();
        let missed = |ago: usize| ago > 0 && !studied_on[ago] && planned[usize::from(days[ago].weekday())] > 0;
        let whole = (0..studied_on.len()).take_while(|&ago| !missed(ago)).filter(|&ago| studied_on[ago]);
        prop_assert_eq!(streak_of(&done, "2026-11-24", &planned), whole.count() as u32);
    }
}
