//! What a line must survive.

use super::*;
use crate::domain::{Clean, Day, EventId, Goal, Id, KnownBy, Mark, Said, TextKey};

const DEVICE: &str = "01ARZ3NDEKTSV4RRFFQ69G5FAV";

fn device() -> DeviceId {
    DeviceId::parse(DEVICE).unwrap()
}

fn at() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-23T09:12:44+01:00").unwrap()
}

fn stamp(seq: u64, lamport: u64) -> Stamp {
    Stamp { lamport, event: EventId { device: device(), seq } }
}

fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

fn one_of_each() -> Vec<Act> {
    let skill = || id("docker.images");
    let event = EventId { device: device(), seq: 7 };
    let day = |text| Day::parse(text).unwrap();
    let mut acts = vec![
        Act::Tick { skill: skill(), outcome: TextKey(0x3f9a_01c2), on: true },
        Act::Tick { skill: skill(), outcome: TextKey(0), on: false },
        Act::Study { skill: skill(), minutes: 25, day: day("2026-11-22"), note: None },
        Act::Study {
            skill: skill(),
            minutes: 1,
            day: day("2026-11-22"),
            note: Some(Clean::line("\"é\" \\")),
        },
        Act::Note { skill: skill(), text: Clean::prose("one\n\ttwo") },
        Act::Link {
            skill: skill(),
            to: Clean::line("https://example.org/?a=b"),
            title: Some(Clean::line("t")),
        },
        Act::Link { skill: skill(), to: Clean::line("src/main.rs"), title: None },
        Act::Unlink { skill: skill(), to: Clean::line("src/main.rs") },
        Act::Review { skill: skill(), prompt: TextKey(u32::MAX), rating: 4 },
        Act::Fit(std::array::from_fn(|i| 0.1 + i as f32 / 7.0)),
        Act::Place { skill: skill(), known: true, by: KnownBy::Quiz },
        Act::Place { skill: skill(), known: true, by: KnownBy::Scan },
        Act::Place { skill: skill(), known: false, by: KnownBy::Import },
        Act::Goal(None),
        Act::Goal(Some(Goal::Role(id("sre")))),
        Act::Goal(Some(Goal::Skill(skill()))),
        Act::Pick { choice: id("cloud"), skill: id("aws") },
        Act::Prefer { skill: skill(), over: id("helm"), on: true },
        Act::Forecast(Said {
            goal: Goal::Role(id("sre")),
            p50: day("2027-01-01"),
            p85: day("2027-02-01"),
            p95: day("2027-03-01"),
        }),
        Act::Undo(event),
        Act::Redo(event),
    ];
    acts.extend(
        [Mark::Start, Mark::Done, Mark::Skip, Mark::Reset].map(|mark| Act::Mark { skill: skill(), mark }),
    );
    acts
}

fn line(json: &str) -> Result<Line, Reason> {
    let mut out = Vec::new();
    frame::close(json.as_bytes(), &mut out);
    read(&open(out.strip_suffix(b"\n").unwrap())?, device())
}

#[test]
fn every_act_is_read_back_as_it_was_written() {
    for (act, with) in one_of_each().into_iter().zip([None, Some(2)].into_iter().cycle()) {
        let mut out = Vec::new();
        let event = write(stamp(3, 9), at(), (&act, with), &mut out).unwrap();
        assert_eq!(
            event,
            Event { stamp: stamp(3, 9), at: at(), act, with },
            "{}",
            String::from_utf8_lossy(&out)
        );
        assert_eq!(out.iter().filter(|&&b| b == b'\n').count(), 1);
    }
}

#[test]
fn lines_look_as_the_design_says() {
    let mut out = Vec::new();
    write_header(device(), at(), &mut out);
    let act =
        Act::Study { skill: id("docker.images"), minutes: 25, day: Day::of(at().date_naive()), note: None };
    write(stamp(1, 1), at(), (&act, None), &mut out).unwrap();
    insta::assert_snapshot!(String::from_utf8(out).unwrap(), @r#"
    e2d8a57b {"v":1,"do":"header","device":"01ARZ3NDEKTSV4RRFFQ69G5FAV","made":"2026-11-23T08:12:44Z"}
    d460f436 {"s":1,"l":1,"at":"2026-11-23T09:12:44+01:00","do":"study","skill":"docker.images","minutes":25,"day":"2026-11-23"}
    "#);
}

#[test]
fn what_a_newer_version_wrote_keeps_its_place() {
    for json in [
        r#"{"s":1,"l":2,"at":"2026-11-23T09:12:44+01:00","do":"dream","skill":"docker"}"#,
        r#"{"s":1,"l":2,"do":"done"}"#,
        r#"{"s":1,"l":2,"at":"never","do":"done","skill":"docker"}"#,
        r#"{"s":1,"l":2,"at":"2026-11-23T09:12:44+01:00","do":"done","skill":["docker"]}"#,
        r#"{"s":1,"l":2,"at":"2026-11-23T09:12:44+01:00","do":"done","skill":"../docker"}"#,
        r#"{"s":1,"l":2,"at":"2026-11-23T09:12:44+01:00","do":"place","skill":"a","known":true,"by":"oracle"}"#,
        r#"{"s":1,"l":2,"at":"2026-11-23T09:12:44+01:00","do":"study","skill":"a","minutes":0,"day":"2026-11-23"}"#,
        r#"{"s":1,"l":2}"#,
    ] {
        assert_eq!(line(json), Ok(Line::Newer(stamp(1, 2))), "{json}");
    }
    let json = r#"{"s":1,"l":2,"at":"2026-11-23T09:12:44+01:00","do":"done","skill":"a","mood":{"x":[1]}}"#;
    assert!(matches!(line(json), Ok(Line::Event(_))), "an unknown field does no harm");
}

#[test]
fn a_header_of_a_newer_version_is_known_for_what_it_is() {
    let header = |version, device| Ok(Line::Header { version, device });
    assert_eq!(line(r#"{"v":2,"do":"header","device":"x","made":1}"#), header(2, None));
    assert_eq!(line(r#"{"v":2,"do":"header","device":7}"#), header(2, None));
    let json = format!(r#"{{"v":9,"do":"header","device":"{DEVICE}","at":{{}}}}"#);
    assert_eq!(line(&json), header(9, Some(device())));
}

#[test]
fn what_is_no_event_is_said_to_be_none() {
    for json in ["{}", "{", r#"{"s":0,"l":1}"#, r#"{"s":1,"l":9007199254740992}"#, r#"{"s":-1,"l":1}"#] {
        assert_eq!(line(json), Err(Reason::NotAnEvent), "{json}");
    }
    for bytes in [&b""[..], b"9f3c02aa", b"9F3C02AA {}", b"9f3c02aa\t{}", b"9f3c02aa []", b"\xff\xff"] {
        assert_eq!(open(bytes), Err(Reason::NoChecksum), "{bytes:?}");
    }
    assert_eq!(open(b"9f3c02aa {}"), Err(Reason::Checksum));
}

#[test]
fn no_flipped_bit_makes_another_event() {
    for act in one_of_each() {
        let mut out = Vec::new();
        write(stamp(3, 9), at(), (&act, None), &mut out).unwrap();
        out.pop();
        for bit in 0..out.len() * 8 {
            let mut flipped = out.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            assert!(open(&flipped).is_err(), "bit {bit} of {act:?}");
        }
    }
}

#[test]
fn what_would_not_be_read_back_is_not_written() {
    let mut out = b"before".to_vec();
    let long = Act::Note { skill: id("a"), text: Clean::prose(&"x".repeat(LONGEST_LINE)) };
    assert!(matches!(write(stamp(1, 1), at(), (&long, None), &mut out), Err(Unfit::TooLong(_))));
    let none = Act::Study { skill: id("a"), minutes: 0, day: Day::of(at().date_naive()), note: None };
    assert_eq!(write(stamp(1, 1), at(), (&none, None), &mut out), Err(Unfit::Value));
    let rated = Act::Review { skill: id("a"), prompt: TextKey(1), rating: 5 };
    assert_eq!(write(stamp(1, 1), at(), (&rated, None), &mut out), Err(Unfit::Value));
    assert_eq!(out, b"before");
}

#[test]
fn text_of_other_devices_is_cleaned() {
    let json = r#"{"s":1,"l":1,"at":"2026-11-23T09:12:44+01:00","do":"link","skill":"a","to":"x\u001b]0;P\u0007","title":"\u202eb\nc"}"#;
    let Ok(Line::Event(Event { act: Act::Link { to, title, .. }, .. })) = line(json) else {
        panic!("a link")
    };
    assert_eq!((to.as_str(), title.as_deref()), ("x]0;P", Some("b c")));
}
