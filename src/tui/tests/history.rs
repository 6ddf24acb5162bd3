//! What a person sees of all that they did, and how any of it is taken back.

use chrono::{DateTime, FixedOffset};

use super::*;
use crate::domain::{Clean, FSRS_PARAMETERS, KnownBy, Mark, Said, TextKey};

fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

fn mark(skill: &str, mark: Mark) -> Act {
    Act::Mark { skill: id(skill), mark }
}

fn study(skill: &str, minutes: u32, day: &str, note: Option<&str>) -> Act {
    let note = note.map(Clean::line);
    Act::Study { skill: id(skill), minutes, day: Day::parse(day).unwrap(), note }
}

/// A journal in which this was done, each line one act.
fn journal(device: &str, acts: Vec<(&str, Vec<Act>)>) -> MemoryJournal {
    let mut journal = MemoryJournal::new(DeviceId::parse(device).unwrap());
    for (at, acts) in acts {
        let at: DateTime<FixedOffset> = DateTime::parse_from_rfc3339(at).unwrap();
        journal.append(at, acts).unwrap();
    }
    journal
}

fn own() -> MemoryJournal {
    let evening = vec![
        study("shell", 45, "2026-11-22", Some("pipes")),
        mark("shell", Mark::Done),
        Act::Note { skill: id("shell"), text: Clean::line("quote it") },
    ];
    journal(
        "01J00000000000000000000000",
        vec![
            ("2025-10-02T08:15:00+02:00", vec![mark("shell", Mark::Start)]),
            ("2026-11-23T21:40:00+01:00", evening),
            ("2026-11-23T22:05:00+01:00", vec![mark("git", Mark::Start)]),
            ("2026-11-24T07:30:00+01:00", vec![study("git", 25, "2026-11-24", None)]),
        ],
    )
}

fn other() -> MemoryJournal {
    let acts = vec![
        ("2026-11-20T12:00:00-05:00", vec![Act::Goal(Some(Goal::Role(id("platform"))))]),
        (
            "2026-11-24T01:00:00-05:00",
            vec![study("git", 30, "2026-11-24", Some("rebase \u{1b}[31m\u{202e}on the train"))],
        ),
    ];
    journal("7ZK3QW00000000000000000000", acts)
}

fn person(journal: MemoryJournal, size: (u16, u16), plain: bool) -> Person {
    let look = Look::of(&Wanted::default(), plain, plain, false);
    Person::keeping(journal, Settings::default(), road(), size, look, Vec::new())
}

/// The row of the list that holds this.
fn line(person: &Person, what: &str) -> String {
    let screen = person.screen();
    screen.lines().skip(4).find(|line| line.contains(what)).unwrap_or_else(|| panic!("{screen}")).to_owned()
}

#[test]
fn nothing_yet() {
    let mut person = Person::new();
    person.keys("U");
    insta::assert_snapshot!("history_nothing", person.screen());
    person.keys("enter");
    assert!(person.model.overlay.is_some() && person.session.history().unwrap().is_empty());
}

#[test]
fn what_was_done_on_every_device() {
    let mut person = person(own().beside(other()), (80, 24), false);
    person.keys("u U");
    insta::assert_snapshot!("history", person.screen());
    person.tell(Message::Input(Input::Resize(40, 10)));
    insta::assert_snapshot!("history_40x10", person.screen());
}

#[test]
fn read_out_each_row_says_all_of_itself() {
    let mut person = person(own().beside(other()), (80, 24), true);
    person.keys("u U");
    insta::assert_snapshot!("history_plain", person.screen());
}

#[test]
fn the_third_act_is_taken_back_whole_and_brought_again() {
    let mut person = person(own(), (80, 24), false);
    person.keys("U down down enter");
    let row = line(&person, "studied 45 min");
    assert!(row.contains("21:40  undone  studied 45 min"), "{row}");
    insta::assert_snapshot!("history_undone", person.screen());
    let shell = |person: &Person| {
        let skill = person.session.roadmap().names().skill("shell").unwrap();
        let done = person.session.progress().of(person.session.roadmap().skill(skill));
        (done.minutes, done.note_text().is_some(), person.session.standing().status(skill).word())
    };
    assert_eq!(shell(&person), (0, false, "learning"));
    person.keys("enter");
    assert!(line(&person, "studied 45 min").contains("21:40  studied"), "{}", person.screen());
    assert!(person.screen().contains("Redone: studied 45 min"), "{}", person.screen());
    assert_eq!(shell(&person), (45, true, "done"));
    person.keys("esc u");
    assert_eq!(shell(&person), (0, false, "learning"), "undo takes back what was brought again");
    person.keys("ctrl-r");
    assert_eq!(shell(&person), (45, true, "done"));
}

#[test]
fn an_act_of_another_device_is_taken_back_too() {
    let mut person = person(own().beside(other()), (80, 24), false);
    person.keys("U").types("7zk3qw rebase").keys("enter");
    assert!(line(&person, "rebase").contains("undone  studied 30 min"), "{}", person.screen());
    let history = person.session.history().unwrap();
    assert_eq!(
        history
            .iter()
            .filter(|(event, undone)| event.id().device != person.session.device() && *undone)
            .count(),
        1
    );
}

#[test]
fn typing_leaves_what_matches() {
    let mut person = person(own(), (80, 24), false);
    person.keys("U").types("started");
    insta::assert_snapshot!("history_typed", person.screen());
    person.types("x");
    assert!(person.screen().contains("Nothing matches."), "{}", person.screen());
    person.keys("esc");
    assert!(person.model.overlay.is_some(), "the first only clears");
    assert!(person.screen().contains("studied 25 min"), "{}", person.screen());
    person.types("undone").keys("esc esc");
    assert!(person.model.overlay.is_none());
}

#[test]
fn one_event_of_an_act_may_be_undone_and_the_rest_goes_with_it() {
    let mut person = person(own(), (80, 24), false);
    let (event, _) = person.session.history().unwrap()[1].clone();
    person.session.correct_all(&[event.id()], false).unwrap();
    person.keys("U down down");
    assert!(
        line(&person, "studied 45 min").contains("undone in part  studied 45 min"),
        "{}",
        person.screen()
    );
    person.keys("enter");
    assert!(line(&person, "studied 45 min").contains("21:40  undone  studied 45 min"), "{}", person.screen());
    assert_eq!(
        person.session.history().unwrap().iter().filter(|(event, _)| event.act.is_correction()).count(),
        3
    );
}

#[test]
fn every_kind_of_event_has_words() {
    let day = Day::parse("2026-11-24").unwrap();
    let key = TextKey(77);
    let link = || Clean::line("https://example.org/x");
    let acts = vec![
        mark("git", Mark::Skip),
        mark("git", Mark::Reset),
        Act::Tick { skill: id("git"), outcome: key, on: true },
        Act::Tick { skill: id("git"), outcome: key, on: false },
        Act::Note { skill: id("git"), text: Clean::default() },
        Act::Link { skill: id("git"), to: link(), title: None },
        Act::Unlink { skill: id("git"), to: link() },
        Act::Review { skill: id("git"), prompt: key, rating: 3 },
        Act::Place { skill: id("gone.away"), known: true, by: KnownBy::Quiz },
        Act::Place { skill: id("git"), known: false, by: KnownBy::Import },
        Act::Goal(None),
        Act::Pick { choice: id("lang"), skill: id("git") },
        Act::Prefer { skill: id("git"), over: id("shell"), on: true },
        Act::Prefer { skill: id("git"), over: id("shell"), on: false },
        Act::Forecast(Said { goal: Goal::Role(id("platform")), p50: day, p85: day, p95: day }),
        Act::Fit([0.5; FSRS_PARAMETERS]),
    ];
    let acts = acts.into_iter().map(|act| ("2026-11-24T07:30:00+01:00", vec![act])).collect();
    let mut person = person(journal("01J00000000000000000000000", acts), (80, 24), false);
    person.keys("U");
    insta::assert_snapshot!("history_every_kind", person.screen());
}

#[test]
fn a_click_brings_an_act_into_focus_and_another_takes_it_back() {
    let mut person = person(own(), (80, 24), false);
    person.keys("U").click("started: Git");
    assert!(!person.screen().contains("undone"), "{}", person.screen());
    person.click("started: Git");
    assert!(line(&person, "started: Git").contains("undone"), "{}", person.screen());
}

#[test]
fn what_was_typed_and_what_is_in_focus_stay_when_another_window_writes() {
    let mut person = person(own(), (80, 24), false);
    person.keys("U").types("git").keys("down");
    person
        .session
        .record(vec![Intent::Study {
            skill: person.session.roadmap().names().skill("git").unwrap(),
            minutes: 5,
            day: person.session.today(),
            note: None,
        }])
        .unwrap();
    person.tell(Message::CaughtUp);
    assert!(line(&person, "studied 5 min").contains("24 Nov"), "{}", person.screen());
    assert!(
        person.screen().lines().any(|line| line.contains('▸') && line.contains("started: Git")),
        "{}",
        person.screen()
    );
}
