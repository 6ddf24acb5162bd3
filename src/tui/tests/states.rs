//! Today and Review for every kind of learner: of no day, of one, of a year and of five, after a gap, and with a clock
//! that stood wrong.

use super::progress::{TODAY, day, done, history, learner, look, study};
use super::*;
use crate::domain::TextKey;

type Days = Vec<(Day, Vec<Act>)>;

/// Today and Review of a learner of these days.
fn screens(name: &str, days: &Days, sizes: &[(u16, u16)]) {
    for &(columns, rows) in sizes {
        let mut person = learner(days.clone(), (columns, rows), look());
        for (key, screen) in [("1", "today"), ("4", "review")] {
            person.keys(key);
            insta::assert_snapshot!(format!("{screen}_{name}_{columns}x{rows}"), person.screen());
        }
    }
}

fn recalled(skill: &str, rating: u8) -> Act {
    Act::Review { skill: Id::parse(skill).unwrap(), prompt: TextKey(1), rating }
}

#[test]
fn nothing_yet() {
    screens("nothing", &Vec::new(), &[(80, 24)]);
}

#[test]
fn one_day() {
    let today = day(TODAY);
    screens("one_day", &vec![(today, vec![study("processes", today, 45), done("processes")])], &[(80, 24)]);
}

#[test]
fn a_year() {
    screens("year", &history(366), &[(80, 24), (200, 50)]);
}

#[test]
fn five_years() {
    screens("five_years", &history(5 * 365), &[(80, 24)]);
}

#[test]
fn a_gap_of_three_years_scolds_nobody() {
    let then = day(TODAY).plus(-3 * 365);
    let before = then.plus(-1);
    let days = vec![
        (before, vec![study("shell", before, 30), done("shell")]),
        (then, vec![study("git", then, 50), done("git"), recalled("shell", 3)]),
    ];
    screens("gap", &days, &[(80, 24)]);
}

#[test]
fn what_was_done_by_a_clock_ahead_harms_nothing() {
    let ahead = day(TODAY).plus(400);
    let days = vec![
        (day(TODAY).plus(-30), vec![done("shell")]),
        (ahead, vec![study("git", ahead, 50), done("git"), recalled("shell", 4)]),
    ];
    screens("clock_ahead", &days, &[(80, 24)]);
}

#[test]
fn everything_is_done() {
    let goal = Act::Goal(Some(Goal::Role(Id::parse("platform-engineer").unwrap())));
    let all = road().skills().map(|(_, skill)| done(skill.id.as_str())).collect::<Vec<_>>();
    screens("everything_done", &vec![(day(TODAY), [vec![goal], all].concat())], &[(80, 24)]);
}
