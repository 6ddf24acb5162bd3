//! Commands run in one process on a small road: questions and answers, JSON shapes, hostile text.

use std::ffi::OsString;
use std::io::Cursor;

use serde_json::Value;

use super::args;
use super::cmd::{self, Command};
use super::look::Look;
use super::output::Console;
use super::shapes::{SHAPES, Shape};
use crate::app::{AppError, ExitCode, Host, Intent, Options, Session};
use crate::domain::{Day, DeviceId, Parts, Roadmap, Settings};
use crate::format::roadmap::{self, Source};

use crate::store::clock::Clock;
use crate::store::journal::MemoryJournal;

const SMALL: &str = include_str!("../../tests/fixtures/eight-skills.toml");

/// What a command said, said aside, and came to.
struct Said {
    out: String,
    aside: String,
    result: Result<(), AppError>,
}

fn road(text: &str) -> Roadmap {
    let base = Roadmap::new(Parts::default());
    let read = roadmap::read(Some(&base), &[Source::new("road.toml", text.as_bytes().to_vec())]);
    read.roadmap.unwrap_or_else(|| panic!("{:?}", read.defects))
}

fn session(text: &str) -> Session {
    let device = DeviceId::parse("00000000000000000000000001").unwrap();
    let clock = Clock::Fixed(Day::parse("2026-11-24").unwrap());
    let journal = Box::new(MemoryJournal::new(device));
    Session::new(road(text), journal, clock, Settings::default(), Vec::new()).unwrap()
}

fn answered(session: &mut Session, words: &[&str], answers: Option<&str>) -> Said {
    seen(session, words, answers, None)
}

/// The same with a terminal of so many columns.
fn seen(session: &mut Session, words: &[&str], answers: Option<&str>, columns: Option<usize>) -> Said {
    let typed = std::iter::once("milepost").chain(words.iter().copied()).map(OsString::from);
    let args = args::read(typed).unwrap();
    let look = Look::of(&Host { columns, ascii: false, dumb: false, no_color: false }, args.global.plain);
    let mut console = Console::new(look, args.global.json);
    if let Some(answers) = answers {
        console = console.asking(Box::new(std::io::sink()), Box::new(Cursor::new(answers.to_owned())));
    }
    let result = match args.command.unwrap() {
        Command::Walk(command) => cmd::walk(&command, session, &mut console),
        Command::Tend(command) => cmd::tend(&command, &Options::default(), args::command, &mut console),
    };
    let (out, aside) = console.take();
    Said { out, aside, result }
}

fn say(session: &mut Session, words: &[&str]) -> Said {
    answered(session, words, None)
}

#[test]
fn done_asks_about_missing_prerequisites_and_takes_no_for_an_answer() {
    let mut session = session(SMALL);
    let said = answered(&mut session, &["done", "docker.images"], Some("n\n"));
    assert_eq!(said.result, Ok(()));
    assert!(said.out.contains("Nothing was recorded"), "{}", said.out);
    assert!(session.progress().is_empty());
    for silence in ["", "\n", "maybe\n"] {
        answered(&mut session, &["done", "docker.images"], Some(silence)).result.unwrap();
        assert!(session.progress().is_empty(), "{silence:?}");
    }
    let said = answered(&mut session, &["done", "docker.images"], Some("Yes\n"));
    assert!(said.out.contains("done") && !session.progress().is_empty(), "{}", said.out);
}

#[test]
fn without_anybody_to_ask_done_records_nothing_unless_told_so() {
    let mut session = session(SMALL);
    let refused = say(&mut session, &["done", "docker.images", "git.basics"]).result.unwrap_err();
    assert_eq!(refused.code, ExitCode::Usage);
    assert!(refused.message.contains("The shell"), "{refused}");
    assert!(session.progress().is_empty());
    say(&mut session, &["done", "docker.images", "--yes"]).result.unwrap();
    assert_eq!(session.history().unwrap().len(), 1);
}

#[test]
fn what_is_done_in_one_go_needs_no_asking() {
    let mut session = session(SMALL);
    let words = ["done", "api.rest", "lang.go", "http.basics", "shell.basics", "lang.go"];
    say(&mut session, &words).result.unwrap();
    assert_eq!(session.history().unwrap().len(), 4);
}

#[test]
fn a_report_asks_before_it_takes_the_place_of_another_file() {
    let room = tempfile::tempdir().unwrap();
    let path = room.path().join("notes.md");
    crate::app::save(&path, "my own").unwrap();
    let is_other = || crate::app::would_lose(&path, crate::export::REPORT_START);
    let mut session = session(SMALL);
    let words = ["export", "markdown", "-o", path.to_str().unwrap()];
    let said = answered(&mut session, &words, Some("n\n"));
    assert!(said.result.is_ok() && said.aside.contains("nothing was written"), "{}", said.aside);
    assert!(is_other());
    answered(&mut session, &words, Some("y\n")).result.unwrap();
    assert!(!is_other());
    say(&mut session, &words).result.unwrap();
}

#[test]
fn an_act_that_says_nothing_new_leaves_no_event() {
    let mut session = session(SMALL);
    let acts: [&[&str]; 7] = [
        &["prefer", "docker.images", "--before", "lang.go"],
        &["start", "shell.basics"],
        &["tick", "shell.basics", "2"],
        &["note", "shell.basics", "quote", "everything"],
        &["goal", "backend-engineer"],
        &["pick", "lang.one", "lang.go"],
        &["untick", "shell.basics", "1"],
    ];
    for (i, words) in acts.iter().enumerate() {
        say(&mut session, words).result.unwrap();
        let events = session.history().unwrap().len();
        assert_eq!(events, if i < 6 { i + 1 } else { 6 }, "{words:?}");
        say(&mut session, words).result.unwrap();
        assert_eq!(session.history().unwrap().len(), events, "{words:?} again");
    }
}

#[test]
fn undo_takes_back_as_many_acts_as_asked_and_redo_brings_them_again() {
    let mut session = session(SMALL);
    for words in [["start", "shell.basics"], ["done", "shell.basics"], ["start", "git.basics"]] {
        say(&mut session, &words).result.unwrap();
    }
    let used = session.progress().clone();
    let said = say(&mut session, &["undo", "-n", "2"]);
    assert!(said.out.contains("started: Git") && said.out.contains("done: The shell"), "{}", said.out);
    let said = say(&mut session, &["history"]);
    assert_eq!(said.out.matches("undone").count(), 2, "{}", said.out);
    say(&mut session, &["redo", "-n", "9"]).result.unwrap();
    assert_eq!(*session.progress(), used);
    assert!(say(&mut session, &["redo"]).aside.contains("nothing is left"));
}

#[test]
fn a_preference_that_would_make_a_circle_is_refused_with_the_circle() {
    let mut session = session(SMALL);
    let prefer = |first: &'static str, later: &'static str| ["prefer", first, "--before", later];
    let refused = |session: &mut Session, first, later| {
        let error = say(session, &prefer(first, later)).result.unwrap_err();
        assert_eq!(error.code, ExitCode::Usage);
        error.message
    };
    let by_road = refused(&mut session, "docker.images", "shell.basics");
    assert!(
        by_road
            .ends_with("Container images waits for The shell, and The shell would wait for Container images"),
        "{by_road}"
    );
    assert!(refused(&mut session, "git.basics", "git.basics").contains("itself"));
    say(&mut session, &prefer("docker.images", "git.basics")).result.unwrap();
    say(&mut session, &prefer("git.basics", "http.basics")).result.unwrap();
    let by_hand = refused(&mut session, "http.basics", "docker.images");
    let circle = "HTTP waits for Git, Git for Container images, and Container images would wait for HTTP";
    assert!(by_hand.ends_with(circle), "{by_hand}");
    assert_eq!(session.history().unwrap().len(), 2, "what is refused leaves no event");
    // Two machines may bring together what neither would have taken: the plan leaves one out and says so.
    let ix = |session: &Session, id: &str| session.roadmap().names().skill(id).unwrap();
    let (first, later) = (ix(&session, "http.basics"), ix(&session, "docker.images"));
    session.record(vec![Intent::Prefer { first, later, on: true }]).unwrap();
    let plan = say(&mut session, &["plan"]).out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(plan.contains("is left out, since it makes a circle: "), "{plan}");
    let json: Value = serde_json::from_str(&say(&mut session, &["plan", "--json"]).out).unwrap();
    assert_eq!(json["refused"][0]["circle"].as_array().unwrap().len(), 3, "{json}");
    session.undo().unwrap();
    let off = [&prefer("git.basics", "http.basics")[..], &["--off"]].concat();
    say(&mut session, &off).result.unwrap();
    say(&mut session, &prefer("http.basics", "docker.images")).result.unwrap();
    say(&mut session, &["done", "shell.basics"]).result.unwrap();
    assert!(refused(&mut session, "shell.basics", "git.basics").contains("had already"));
}

#[test]
fn an_ambiguous_name_lists_what_it_could_be_and_an_unknown_one_the_nearest() {
    let mut session = session(SMALL);
    let refused = say(&mut session, &["show", "basics"]).result.unwrap_err();
    assert_eq!(refused.code, ExitCode::Usage);
    for id in ["shell.basics", "git.basics", "http.basics"] {
        assert!(refused.message.contains(id), "{refused}");
    }
    let refused = say(&mut session, &["show", "docker.imges"]).result.unwrap_err();
    assert!(refused.hints[0].contains("docker.images"), "{refused:?}");
    let refused = say(&mut session, &["start", "lang.one"]).result.unwrap_err();
    assert!(refused.hints[0].contains("lang.go, lang.python"), "{refused:?}");
    let refused = say(&mut session, &["goal", "engineer"]).result.unwrap_err();
    assert!(refused.message.contains("backend-engineer"), "{refused}");
    assert_eq!(say(&mut session, &["show", "dockerfile"]).result, Ok(()));
}

/// A road with something done on it, so that every field has a value.
fn used() -> Session {
    let mut session = session(SMALL);
    let acts: [&[&str]; 8] = [
        &["goal", "platform-engineer"],
        &["done", "shell.basics"],
        &["start", "docker.images"],
        &["tick", "docker.images", "1"],
        &["log", "docker.images", "50", "-m", "layers", "--on", "mon"],
        &["note", "docker.images", "Order", "the", "steps."],
        &["link", "docker.images", "https://example.org/pull/7", "Halved", "the", "image"],
        &["pick", "lang.one", "lang.go"],
    ];
    for words in acts {
        say(&mut session, words).result.unwrap();
    }
    session
}

#[test]
fn json_has_the_fields_that_the_schema_lists() {
    let calls: [(&str, &[&str]); 21] = [
        ("today", &["today"]),
        ("next", &["next"]),
        ("why", &["why", "docker.images"]),
        ("plan", &["plan"]),
        ("start, done,", &["prefer", "docker.images", "--before", "git.basics"]),
        ("prefer", &["prefer"]),
        ("list", &["list"]),
        ("show", &["show", "docker.images"]),
        ("review", &["review", "shell.basics"]),
        ("review --fit", &["review", "--fit"]),
        ("path", &["path", "api.rest"]),
        ("search", &["search", "docker"]),
        ("stats", &["stats"]),
        ("goal", &["goal"]),
        ("roles", &["roles"]),
        ("pick", &["pick"]),
        ("undo, redo, history", &["history"]),
        ("undo, redo, history", &["undo"]),
        ("start, done,", &["start", "git.basics"]),
        ("start, done,", &["log", "git.basics", "5"]),
        ("check", &["check", "tests/fixtures/broken.toml"]),
    ];
    let mut session = used();
    for (command, words) in calls {
        let shape = SHAPES.iter().find(|shape| shape.command.starts_with(command)).unwrap();
        let said = say(&mut session, &[words, &["--json"]].concat());
        let value: Value =
            serde_json::from_str(&said.out).unwrap_or_else(|error| panic!("{words:?}: {error}"));
        match value {
            Value::Array(items) => {
                assert!(shape.list && !items.is_empty(), "{words:?}");
                items.iter().for_each(|item| has_fields(shape, item));
            }
            value => {
                assert!(!shape.list, "{words:?}");
                has_fields(shape, &value);
            }
        }
    }
}

fn has_fields(shape: &Shape, value: &Value) {
    let names: Vec<&str> = shape.fields.iter().map(|(name, _)| *name).collect();
    let there: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
    for name in &there {
        assert!(
            names.iter().any(|listed| listed.trim_end_matches('?') == *name),
            "{}: {name}",
            shape.command
        );
    }
    for name in names.iter().filter(|name| !name.ends_with('?')) {
        assert!(there.contains(name), "{}: {name}", shape.command);
    }
}

#[test]
fn plain_output_is_ascii_where_the_road_is() {
    let mut session = used();
    let calls: [&[&str]; 14] = [
        &["today"],
        &["plan"],
        &["plan", "--goal", "backend-engineer"],
        &["today", "--short"],
        &["next"],
        &["why", "docker.images"],
        &["list", "--tree"],
        &["show", "docker.images", "--answers"],
        &["path", "api.rest"],
        &["roles"],
        &["stats"],
        &["pick"],
        &["history"],
        &["goal"],
    ];
    for words in calls {
        let said = say(&mut session, &[words, &["--plain"]].concat());
        assert!(said.out.is_ascii(), "{words:?}: {}", said.out);
    }
}

#[test]
fn no_line_is_wider_than_the_output() {
    let mut session = used();
    for words in [
        vec!["today"],
        vec!["next"],
        vec!["plan"],
        vec!["list"],
        vec!["show", "docker.images"],
        vec!["path", "api.rest"],
    ] {
        for line in say(&mut session, &words).out.lines() {
            let cells = crate::export::measure::width(line);
            assert!(cells <= 80, "{words:?}: {cells} cells: {line}");
        }
    }
}

#[test]
fn columns_hold_whatever_the_length_of_a_title_and_a_terminal_bounds_them() {
    let long = "Container images that start fast, hold little and are rebuilt only where they changed";
    let text = SMALL.replace("title = \"Container images\"", &format!("title = \"{long}\""));
    let text = text.replace("title = \"Shipping\"", "title = \"Shipping, running, watching and mending\"");
    let mut session = session(&text);
    say(&mut session, &["done", "shell.basics"]).result.unwrap();
    say(&mut session, &["skip", "git.basics"]).result.unwrap();
    let calls: [(&[&str], &str); 7] = [
        (&["plan", "--weeks", "20"], ".images"),
        (&["next", "-n", "9"], "docker.images"),
        (&["search", "in"], "docker.images"),
        (&["list"], " h"),
        (&["stats"], " of "),
        (&["path", "ci.pipelines"], " h"),
        (&["why", "ci.pipelines"], "docker.images"),
    ];
    for (words, mark) in calls {
        let said = say(&mut session, words).out;
        let columns: Vec<usize> = said
            .lines()
            .filter(|line| line.contains(mark) && !line.contains("about") && !line.starts_with("Done"))
            .map(|line| crate::export::measure::width(&line[..line.rfind(mark).unwrap()]))
            .collect();
        let one = columns.windows(2).all(|pair| pair[0] == pair[1]);
        assert!(one && !columns.is_empty(), "{words:?}: {columns:?}\n{said}");
        assert!(words[0] == "stats" || said.contains(long), "a pipe gets everything: {said}");
        for width in [40, 60, 80, 100] {
            let said = seen(&mut session, words, None, Some(width)).out;
            let widest = said.lines().map(crate::export::measure::width).max();
            assert!(widest <= Some(width), "{words:?} at {width}: {widest:?}\n{said}");
        }
    }
}

#[test]
fn hostile_text_reaches_no_output() {
    let hostile = "\u{1b}]0;owned\u{7}\u{9b}31m\u{202e}\u{2066}x\u{7f}\r";
    let mut session = session(SMALL);
    let calls: [&[&str]; 14] = [
        &["note", "shell.basics", hostile],
        &["log", "shell.basics", "5", "-m", hostile],
        &["link", "shell.basics", "https://example.org/", hostile],
        &["show", "shell.basics"],
        &["history"],
        &["history", "--json"],
        &["show", "shell.basics", "--json"],
        &["show", hostile],
        &["search", hostile],
        &["goal", hostile],
        &["list", "--stage", hostile],
        &["log", "shell.basics", hostile],
        &["link", "shell.basics", hostile],
        &["tick", "shell.basics", "99"],
    ];
    for words in calls {
        let said = say(&mut session, words);
        let bad = |text: &str| text.chars().any(crate::domain::Clean::refuses);
        assert!(!bad(&said.out) && !bad(&said.aside), "{words:?}: {:?} {:?}", said.out, said.aside);
        if let Err(error) = said.result {
            let shown = super::output::error_text(&error);
            let shown = anstream::adapter::strip_str(&shown).to_string();
            assert!(!bad(&shown), "{words:?}: {shown:?}");
        }
    }
}
