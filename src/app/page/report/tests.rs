//! Tests of the report: learners of a day and of a year, and what a scope leaves of them.

use super::*;
use crate::app::Intent;
use crate::domain::Settings;
use crate::domain::{Act, Clean, DeviceId};
use crate::export::markdown;
use crate::format::roadmap::{self, Source};
use crate::store::clock::Clock;
use crate::store::journal::{Journal, MemoryJournal};

const ROAD: &str = include_str!("../../../../tests/fixtures/roadmaps/reported.toml");

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn journal() -> MemoryJournal {
    MemoryJournal::new(DeviceId::parse("00000000000000000000000001").unwrap())
}

/// A learner on the small road who did these things on these days.
fn learner(done: &[(&str, Vec<Did>)], today: &str) -> Session {
    let read = roadmap::read(None, &[Source::new("reported.toml", ROAD.into())]);
    let road = read.roadmap.expect("the small road is sound");
    let mut journal = journal();
    for (day, acts) in done {
        let at = Clock::Fixed(self::day(day)).now();
        let acts = acts.iter().map(|did| did.intent(&road, self::day(day)).act(&road).unwrap()).collect();
        journal.append(at, acts).unwrap();
    }
    let clock = Clock::Fixed(self::day(today));
    Session::new(road, Box::new(journal), clock, Settings::default(), Vec::new()).unwrap()
}

#[derive(Clone, Copy)]
enum Did {
    Set(&'static str, Mark),
    Tick(&'static str, usize),
    Study(&'static str, u32),
    Note(&'static str, &'static str),
    Link(&'static str, &'static str, Option<&'static str>),
    Head(&'static str),
}

impl Did {
    fn intent(self, road: &crate::domain::Roadmap, day: Day) -> Intent {
        let skill = |id: &str| road.names().skill(id).unwrap_or_else(|| panic!("no skill {id}"));
        match self {
            Self::Set(id, mark) => Intent::Mark { skill: skill(id), mark },
            Self::Tick(id, outcome) => Intent::Tick { skill: skill(id), outcome, on: true },
            Self::Study(id, minutes) => Intent::Study { skill: skill(id), minutes, day, note: None },
            Self::Note(id, text) => Intent::Note { skill: skill(id), text: Clean::prose(text) },
            Self::Link(id, to, title) => {
                Intent::Link { skill: skill(id), to: Clean::line(to), title: title.map(Clean::line) }
            }
            Self::Head(role) => Intent::Goal(Some(Goal::Role(crate::domain::Id::parse(role).unwrap()))),
        }
    }
}

fn a_year() -> Session {
    use Did::*;
    let done = |id, minutes| vec![Study(id, minutes), Set(id, Mark::Done)];
    learner(
        &[
            ("2025-12-01", vec![Head("platform-engineer"), Set("http.semantics", Mark::Skip)]),
            ("2025-12-20", done("git.basics", 300)),
            ("2026-01-18", done("linux.processes", 200)),
            ("2026-02-02", done("shell.scripting", 245)),
            ("2026-04-30", done("lang.go", 1710)),
            ("2026-06-11", done("docker.images", 390)),
            ("2026-06-12", vec![Tick("docker.images", 0), Tick("docker.images", 1)]),
            (
                "2026-06-12",
                vec![
                    Link(
                        "docker.images",
                        "https://git.example/shop/-/merge_requests/41",
                        Some("Half the size"),
                    ),
                    Link("docker.images", "~/work/shop/Dockerfile", None),
                    Note(
                        "docker.images",
                        "# Learnt the hard way\n`COPY . .` goes *last*.\n\n```dockerfile\nFROM rust:1 AS build\n```",
                    ),
                ],
            ),
            ("2026-07-03", done("docker.compose", 100)),
            ("2026-08-21", done("sql.queries", 840)),
            ("2026-09-30", done("docker.security", 215)),
            ("2026-11-02", done("api.design", 480)),
            ("2026-11-10", vec![Set("k8s.workloads", Mark::Start), Study("k8s.workloads", 95)]),
            ("2026-11-22", vec![Study("k8s.workloads", 60), Tick("k8s.workloads", 1)]),
        ],
        "2026-11-24",
    )
}

#[test]
fn the_first_morning() {
    insta::assert_snapshot!(markdown(&report(&learner(&[], "2026-11-24"), &Scope::default())));
}

#[test]
fn the_first_evening() {
    use Did::*;
    let acts = vec![
        Head("platform-engineer"),
        Set("git.basics", Mark::Done),
        Study("http.semantics", 45),
        Tick("http.semantics", 0),
        Link("http.semantics", "https://www.rfc-editor.org/rfc/rfc9110", None),
    ];
    let session = learner(&[("2026-11-24", acts)], "2026-11-24");
    insta::assert_snapshot!(markdown(&report(&session, &Scope::default())));
}

#[test]
fn after_a_year() {
    insta::assert_snapshot!(markdown(&report(&a_year(), &Scope::default())));
}

#[test]
fn a_quarter_on_one_track() {
    let session = a_year();
    let scope = Scope {
        since: Some(day("2026-09-01")),
        track: session.roadmap().names().track("devops"),
        stage: None,
    };
    insta::assert_snapshot!(markdown(&report(&session, &scope)));
}

#[test]
fn a_period_tells_what_was_learnt_the_hours_and_the_reviews() {
    let mut session = a_year();
    let key = |text: u32| crate::domain::TextKey(text);
    let id = |text: &str| crate::domain::Id::parse(text).unwrap();
    let mut journal = journal();
    for (event, _) in session.history().unwrap() {
        journal.append(event.at, vec![event.act]).unwrap();
    }
    let recall = |rating| Act::Review { skill: id("docker.images"), prompt: key(1), rating };
    journal.append(Clock::Fixed(day("2026-11-23")).now(), vec![recall(3), recall(1), recall(4)]).unwrap();
    let clock = Clock::Fixed(day("2026-11-24"));
    let road = session.roadmap().clone();
    let session = Session::new(road, Box::new(journal), clock, Settings::default(), Vec::new()).unwrap();
    for (name, since) in [("week", "2026-11-18"), ("quarter", "2026-09-01"), ("half_a_year", "2026-05-01")] {
        let scope = Scope { since: Some(day(since)), ..Scope::default() };
        insta::assert_snapshot!(format!("a_period_of_a_{name}"), markdown(&report(&session, &scope)));
    }
    let scope = Scope { since: Some(day("2026-11-24")), ..Scope::default() };
    let nothing = report(&session, &scope).period.unwrap();
    assert_eq!((nothing.days, nothing.reviews, nothing.done.len(), nothing.worked.len()), (Some(0), 0, 0, 0));
}

#[test]
fn a_stage_holds_its_own_skills_only() {
    let session = a_year();
    let stage = session.roadmap().names().stage("containers");
    let document = report(&session, &Scope { stage, ..Scope::default() });
    assert_eq!(document.part.as_deref(), Some("Containers"));
    assert_eq!(document.spent, Spent { minutes: 390 + 100 + 215, at_least: false });
    let done: Vec<&str> = document.done.iter().map(|entry| entry.title.as_str()).collect();
    assert_eq!(done, ["Container security", "Compose", "Container images"]);
    assert!(document.learning.is_empty() && document.next.is_empty());
    let stages: Vec<usize> = document.tracks.iter().map(|track| track.stages.len()).collect();
    assert_eq!(stages, [1]);
}

#[test]
fn time_since_a_day_is_exact_or_says_that_it_may_be_more() {
    let sessions = |days: &[(&'static str, u32)]| {
        let done: Vec<_> = days.iter().map(|&(day, m)| (day, vec![Did::Study("git.basics", m)])).collect();
        learner(&done, "2026-11-24")
    };
    let spent = |session: &Session, since: &str, whole: bool| {
        let track = session.roadmap().names().track("backend").filter(|_| !whole);
        report(session, &Scope { since: Some(day(since)), track, stage: None }).spent
    };
    let few = sessions(&[("2026-10-01", 30), ("2026-11-01", 20), ("2026-11-02", 5)]);
    for (since, minutes) in [("2026-09-01", 55), ("2026-11-01", 25), ("2026-11-02", 5), ("2026-11-03", 0)] {
        for whole in [true, false] {
            assert_eq!(spent(&few, since, whole), Spent { minutes, at_least: false }, "{since}");
        }
    }
    let mut many = vec![("2026-10-01", 30)];
    many.extend([("2026-11-01", 10); 12]);
    let many = sessions(&many);
    assert_eq!(spent(&many, "2026-11-01", true), Spent { minutes: 120, at_least: false });
    assert_eq!(spent(&many, "2026-11-01", false), Spent { minutes: 100, at_least: true });
}

#[test]
fn had_before_is_claimed_and_skipped_is_not() {
    let session = a_year();
    let text = markdown(&report(&session, &Scope::default()));
    assert!(text.contains("- [ ] HTTP semantics (skipped)\n"), "{text}");
    let act = Act::Place {
        skill: crate::domain::Id::parse("sql.queries").unwrap(),
        known: true,
        by: crate::domain::KnownBy::Quiz,
    };
    let mut journal = journal();
    journal.append(Clock::Fixed(day("2026-11-20")).now(), vec![act]).unwrap();
    let road = session.roadmap().clone();
    let clock = Clock::Fixed(day("2026-11-24"));
    let session = Session::new(road, Box::new(journal), clock, Settings::default(), Vec::new()).unwrap();
    let document = report(&session, &Scope::default());
    assert!(document.done.is_empty(), "what was had before is not an achievement of this time");
    assert!(markdown(&document).contains("- [x] SQL queries (had before)\n"));
}

#[test]
fn a_goal_that_the_road_does_not_have_is_named_and_noticed_until_another_is_taken() {
    let mut session = learner(&[("2026-01-01", vec![Did::Head("team.on-call")])], "2026-01-02");
    let lost = |session: &Session| {
        session.notices().iter().any(|notice| matches!(notice, crate::app::Notice::GoalMissing { .. }))
    };
    assert!(lost(&session) && session.goal().is_none());
    let text = markdown(&report(&session, &Scope::default()));
    assert!(text.contains("- **Goal:** team.on-call, which the roadmap does not have; "), "{text}");
    let page = crate::app::page::today(&session, None);
    assert_eq!(
        (page.goal, page.missing_goal.map(|goal| goal.id().to_string())),
        (None, Some("team.on-call".into()))
    );
    let other = Goal::Role(crate::domain::Id::parse("platform-engineer").unwrap());
    session.record(vec![Intent::Goal(Some(other))]).unwrap();
    assert!(!lost(&session) && session.goal().is_some());
    session.undo().unwrap();
    assert!(lost(&session), "it is back with the undo");
}
