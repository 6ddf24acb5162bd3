//! Progress: the map of days, the figures and the chart, for learners of a day, of a year and of five.

use super::*;
use crate::domain::{Mark, TextKey};
use crate::store::journal::Journal;

pub(super) const TODAY: &str = "2026-11-24";

pub(super) fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

pub(super) fn study(skill: &str, on: Day, minutes: u32) -> Act {
    Act::Study { skill: Id::parse(skill).unwrap(), minutes, day: on, note: None }
}

pub(super) fn done(skill: &str) -> Act {
    Act::Mark { skill: Id::parse(skill).unwrap(), mark: Mark::Done }
}

/// Someone who did these things on these days and looks at Progress.
pub(super) fn learner(days: Vec<(Day, Vec<Act>)>, size: (u16, u16), look: Look) -> Person {
    let device = DeviceId::parse("01J00000000000000000000000").unwrap();
    let mut journal = Box::new(MemoryJournal::new(device));
    for (day, acts) in days {
        journal.append(Clock::Fixed(day).now(), acts).unwrap();
    }
    let clock = Clock::Fixed(day(TODAY));
    let session = Session::new(road(), journal, clock, Settings::default(), Vec::new()).unwrap();
    let manner = Manner { look, keymap: Keymap::default(), mouse: true };
    let model = Model::new(&session, manner, size);
    let mut person = Person { session, model, desk: Desk::default(), left: false, drafts: Vec::new() };
    person.tell(Message::Input(Input::Key(Key::parse("5").unwrap())));
    person
}

pub(super) fn look() -> Look {
    Look::of(&Wanted::default(), false, false, false)
}

/// So many days up to yesterday, four of five of the working days with some study, and a skill done now and then.
pub(super) fn history(count: i32) -> Vec<(Day, Vec<Act>)> {
    let road = road();
    let ids: Vec<Id> = road.skills().map(|(_, skill)| skill.id.clone()).collect();
    let mut days = vec![(
        day(TODAY).plus(-count),
        vec![Act::Goal(Some(Goal::Role(Id::parse("platform-engineer").unwrap())))],
    )];
    for at in 0..count {
        let on = day(TODAY).plus(at - count);
        let skill = &ids[(at * ids.len() as i32 / count / 2) as usize];
        let mut acts = Vec::new();
        if on.weekday() < 5 && at % 5 != 3 {
            acts.push(study(skill.as_str(), on, [10, 25, 45, 70][(at % 4) as usize]));
            acts.push(Act::Review {
                skill: skill.clone(),
                prompt: TextKey(1),
                rating: if at % 8 == 0 { 1 } else { 3 },
            });
        }
        let next = &ids[((at + 1) * ids.len() as i32 / count / 2) as usize];
        if next != skill {
            acts.push(done(skill.as_str()));
        }
        days.push((on, acts));
    }
    days
}

fn sizes(name: &str, days: &[(Day, Vec<Act>)], sizes: &[(u16, u16)]) {
    for &(columns, rows) in sizes {
        let person = learner(days.to_vec(), (columns, rows), look());
        insta::assert_snapshot!(format!("{name}_{columns}x{rows}"), person.screen());
    }
}

#[test]
fn nothing_yet_is_an_open_page() {
    sizes("progress_nothing", &[], &[(80, 24), (120, 40)]);
}

#[test]
fn one_day_shows_at_its_place() {
    let days = [(day(TODAY), vec![study("processes", day(TODAY), 45), done("processes")])];
    sizes("progress_one_day", &days, &[(80, 24), (40, 10)]);
}

#[test]
fn a_year_fills_the_map() {
    sizes("progress_year", &history(366), &[(80, 24), (120, 40), (200, 50), (40, 10)]);
}

#[test]
fn five_years_show_as_far_as_the_map_goes_and_the_rest_is_a_key_away() {
    let days = history(5 * 365);
    sizes("progress_five_years", &days, &[(120, 40), (200, 50)]);
    let mut person = learner(days, (120, 40), look());
    person.keys("shift-tab g");
    insta::assert_snapshot!("progress_five_years_ago", person.screen());
    person.keys("G");
    assert_eq!(person.model.screens.progress.day, None);
}

#[test]
fn a_wide_gap_and_days_to_come_do_no_harm() {
    let days = [
        (day("1999-03-01"), vec![study("processes", day("1999-03-01"), 30)]),
        (day("2038-01-01"), vec![study("processes", day("2038-01-01"), 30), done("processes")]),
    ];
    sizes("progress_gap", &days, &[(80, 24)]);
    let mut person = learner(days.to_vec(), (80, 24), look());
    person.keys("shift-tab g");
    assert!(person.screen().contains("Mon 1 Mar 1999: 30 min"), "{}", person.screen());
}

#[test]
fn keys_and_clicks_go_over_the_days_and_say_what_each_came_to() {
    let mut person = learner(history(366), (80, 24), look());
    let heading = |person: &Person| {
        let screen = person.screen();
        let line =
            screen.lines().find(|line| line.contains("Day by day")).unwrap_or_else(|| panic!("{screen}"));
        line.trim_start_matches(" Day by day").trim().to_owned()
    };
    assert_eq!(heading(&person), "Today: nothing");
    person.keys("shift-tab");
    for (keys, said) in [
        ("up", "Mon 23 Nov 2026: "),
        ("left", "Mon 16 Nov 2026: "),
        ("down", "Tue 17 Nov 2026: "),
        ("right right", "Today: "),
        ("pgup", "Tue 27 Oct 2026: "),
        ("G", "Today: "),
    ] {
        person.keys(keys);
        assert!(heading(&person).starts_with(said), "{keys}: {}", heading(&person));
    }
    person.keys("tab").click("[·]");
    assert_eq!(person.model.place.pane, Pane::Outlook, "a click on a day goes there");
    person.keys("left left tab");
    assert!(!person.screen().lines().take(12).any(|line| line.contains("▸")), "{}", person.screen());
}

#[test]
fn signs_differ_in_ascii_and_lines_tell_it_where_signs_say_nothing() {
    let ascii = Wanted { ascii: true, ..Wanted::default() };
    let person = learner(history(366), (120, 40), Look::of(&ascii, false, true, false));
    insta::assert_snapshot!("progress_ascii", person.screen());
    assert!(person.screen().is_ascii());
    let mut person = learner(history(366), (80, 24), Look::of(&Wanted::default(), true, true, false));
    insta::assert_snapshot!("progress_plain", person.screen());
    person.keys("tab z pgdn");
    insta::assert_snapshot!("progress_plain_figures", person.screen());
}
