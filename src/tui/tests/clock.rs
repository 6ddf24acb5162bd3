//! The clock on the screen.

use super::*;
use crate::domain::Timer;
use crate::store::timer::Timers;

/// A person whose clock has run on the shell since then; it is noon of Tuesday, 24 November.
fn since(text: &str) -> Person {
    let mut person = Person::new();
    let since = chrono::DateTime::parse_from_rfc3339(text).unwrap();
    let timer = Timer { skill: Id::parse("shell").unwrap(), since };
    let empty = crate::format::settings::parse("").settings;
    let journal = MemoryJournal::new(DeviceId::parse(&"0".repeat(26)).unwrap());
    let clock = Clock::Fixed(Day::parse("2026-11-24").unwrap());
    let session = Session::new(road(), Box::new(journal), clock, empty, Vec::new()).unwrap();
    person.session = session.with_timers(Timers::Memory(Some(timer)));
    person.tell(Message::Opened);
    person
}

fn minutes(person: &Person) -> u32 {
    let day = Day::parse("2026-11-24").unwrap();
    person.session.progress().minutes_on(day) + person.session.progress().minutes_on(day.plus(-1))
}

#[test]
fn s_stops_the_clock_of_the_skill_in_focus_and_undo_takes_the_minutes_back() {
    let mut person = since("2026-11-24T11:35:00+00:00");
    assert!(person.screen().lines().next().unwrap().contains("25 min"), "{}", person.screen());
    person.keys("s");
    assert!(person.session.timer().is_none() && minutes(&person) == 25);
    assert!(person.screen().contains("Studied 25 min: Working in a shell."), "{}", person.screen());
    assert!(!person.screen().lines().next().unwrap().contains("min"), "{}", person.screen());
    person.keys("u");
    assert_eq!(minutes(&person), 0);
    person.keys("s");
    assert!(
        person.screen().contains("The clock runs on Working in a shell; s stops it."),
        "{}",
        person.screen()
    );
    person.keys("s");
    assert!(person.screen().contains("Less than a minute: nothing is logged."), "{}", person.screen());
}

#[test]
fn on_another_skill_s_logs_the_one_before() {
    let mut person = since("2026-11-24T11:00:00+00:00");
    person.keys("/").types("git").keys("enter s");
    assert_eq!(minutes(&person), 60);
    let on = person.session.timed().map(|skill| person.session.roadmap().skill(skill).id.to_string());
    assert_eq!(on.as_deref(), Some("git"));
    assert!(
        person.screen().contains("Studied 1 h: Working in a shell. The clock runs on Git"),
        "{}",
        person.screen()
    );
}

#[test]
fn a_clock_that_ran_overnight_asks_how_long_it_was() {
    let mut person = since("2026-11-23T22:40:00+00:00");
    insta::assert_snapshot!("clock_overnight", person.screen());
    person.keys("esc");
    assert!(person.session.timer().is_some() && minutes(&person) == 0, "left as it is, it runs on");
    person.keys("s").types("none").keys("enter");
    assert!(person.session.timer().is_some(), "{}", person.screen());
    person.keys("esc").types("50").keys("enter");
    assert!(person.session.timer().is_none(), "{}", person.screen());
    let yesterday = Day::parse("2026-11-23").unwrap();
    assert_eq!(person.session.progress().minutes_on(yesterday), 50, "on the day on which it began");
    let mut person = since("2026-11-23T22:40:00+00:00");
    person.types("0").keys("enter");
    assert!(person.session.timer().is_none() && minutes(&person) == 0);
    assert!(person.screen().contains("thrown away"), "{}", person.screen());
}

#[test]
fn a_check_in_takes_the_clocks_minutes_also_after_going_back_and_ends_it() {
    let mut person = since("2026-11-24T11:35:00+00:00");
    person.keys("c enter");
    assert!(person.screen().contains("the clock says 25 min"), "{}", person.screen());
    person.keys("enter esc enter enter enter enter");
    assert!(person.screen().contains("studied 25 min: Working in a shell"), "{}", person.screen());
    assert!(person.session.timer().is_some(), "until it is written down the clock runs");
    person.types("a").types("git").keys("enter").types("10").keys("enter enter enter enter enter");
    assert!(person.session.timer().is_none() && minutes(&person) == 35, "{}", person.screen());
}
