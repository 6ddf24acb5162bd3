//! Calendar files read back by a parser that is not the writer's: every week once, every minute, and no text outside.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate};
use ical::parser::ical::component::{IcalCalendar, IcalEvent};
use ical::property::Property as Read;
use proptest::prelude::*;

use super::*;
use crate::domain::{Clean, Day};

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn agenda(weeks: Vec<AgendaWeek>, review: Option<ReviewDays>) -> Agenda {
    let made = DateTime::parse_from_rfc3339("2026-11-24T07:30:00+01:00").unwrap();
    Agenda { made, goal: Target::Role(Clean::fixed("Platform engineer, the whole of it")), weeks, review }
}

fn week(monday: &str, skills: &[(&str, u64)]) -> AgendaWeek {
    let skills = skills.iter().map(|&(title, minutes)| (Clean::line(title), minutes)).collect();
    AgendaWeek { monday: day(monday), skills }
}

/// The one calendar of a file, put together from its lines as the parser does it.
fn read(text: &str) -> IcalCalendar {
    let mut found = ical::IcalParser::new(text.as_bytes());
    let calendar = found.next().unwrap().unwrap();
    assert!(found.next().is_none());
    calendar
}

fn value<'a>(properties: &'a [Read], name: &str) -> &'a str {
    let mut named = properties.iter().filter(|property| property.name == name);
    let value = named.next().unwrap_or_else(|| panic!("no {name}")).value.as_deref().unwrap();
    assert!(named.next().is_none(), "{name} stands once");
    value
}

/// A text as the reader of a calendar sees it: RFC 5545, section 3.3.11.
fn text(event: &IcalEvent, name: &str) -> String {
    let mut out = String::new();
    let mut chars = value(&event.properties, name).chars();
    while let Some(c) = chars.next() {
        match (c, if c == '\\' { chars.next() } else { None }) {
            ('\\', Some('n' | 'N')) => out.push('\n'),
            ('\\', Some(escaped @ ('\\' | ',' | ';'))) => out.push(escaped),
            ('\\' | ',' | ';', other) => panic!("{c} {other:?} bare in {name}"),
            (c, _) => out.push(c),
        }
    }
    out
}

fn date(event: &IcalEvent, name: &str) -> Day {
    let property = event.properties.iter().find(|property| property.name == name).unwrap();
    let whole_day = vec![("VALUE".to_owned(), vec!["DATE".to_owned()])];
    assert_eq!(property.params.as_ref(), Some(&whole_day), "{name} is a day");
    Day::of(NaiveDate::parse_from_str(property.value.as_ref().unwrap(), "%Y%m%d").unwrap())
}

/// Every line ends as the form asks and takes 75 bytes at most, and no line holds half a character.
fn is_well_folded(file: &str) {
    assert!(file.ends_with("\r\n") && file.matches('\n').count() == file.matches("\r\n").count());
    for line in file.split("\r\n") {
        assert!(line.len() <= 75 && !line.contains('\r'), "{}: {line}", line.len());
    }
}

#[test]
fn a_week_is_an_event_from_monday_to_sunday_that_says_what_it_holds() {
    let weeks = vec![
        week("2026-11-23", &[("Container images", 120), ("CI pipelines", 105)]),
        week("2026-11-30", &[("A", 30), ("B", 30), ("C", 30), ("D", 30), ("E", 30)]),
    ];
    let file = ics(&agenda(weeks, None));
    assert!(file.starts_with(ICS_START));
    is_well_folded(&file);
    let calendar = read(&file);
    assert_eq!(value(&calendar.properties, "METHOD"), "PUBLISH");
    let [first, second] = &calendar.events[..] else { panic!("{file}") };
    assert_eq!(text(first, "SUMMARY"), "Container images, CI pipelines (3 h 45)");
    assert_eq!(
        text(first, "DESCRIPTION"),
        "- Container images: 2 h\n- CI pipelines: 1 h 45\n\n\
         The plan to Platform engineer, the whole of it, as of 24 Nov 2026."
    );
    assert_eq!((date(first, "DTSTART"), date(first, "DTEND")), (day("2026-11-23"), day("2026-11-30")));
    assert_eq!(value(&first.properties, "UID"), "plan-2026-11-23@milepost");
    assert_eq!(value(&first.properties, "DTSTAMP"), "20261124T063000Z", "in UTC");
    assert_eq!(value(&first.properties, "TRANSP"), "TRANSPARENT");
    assert_eq!(text(second, "SUMMARY"), "A, B, C and 2 more (2 h 30)");
}

#[test]
fn review_comes_again_on_the_days_that_have_time_and_not_on_those_away() {
    let days = ReviewDays {
        first: day("2026-11-24"),
        until: day("2027-03-09"),
        weekdays: [true, true, false, false, true, false, false],
        away: vec![day("2026-12-25"), day("2026-12-28")],
        minutes: 10,
    };
    let file = ics(&agenda(vec![week("2026-11-23", &[("Git", 45)])], Some(days)));
    is_well_folded(&file);
    let calendar = read(&file);
    let review = &calendar.events[1];
    assert_eq!(text(review, "SUMMARY"), "Review, 10 min");
    assert_eq!(value(&review.properties, "RRULE"), "FREQ=WEEKLY;BYDAY=MO,TU,FR;UNTIL=20270309");
    assert_eq!((date(review, "DTSTART"), date(review, "DTEND")), (day("2026-11-24"), day("2026-11-25")));
    let away: Vec<&str> = review
        .properties
        .iter()
        .filter(|property| property.name == "EXDATE")
        .map(|property| property.value.as_deref().unwrap())
        .collect();
    assert_eq!(away, ["20261225", "20261228"]);
}

#[test]
fn a_newer_file_names_the_same_weeks_and_is_newer() {
    let older = agenda(vec![week("2026-11-23", &[("Git", 45)]), week("2026-11-30", &[("Go", 45)])], None);
    let mut newer = agenda(vec![week("2026-11-30", &[("Git", 45)])], None);
    newer.made = DateTime::parse_from_rfc3339("2026-11-24T07:31:00+01:00").unwrap();
    let (older, newer) = (read(&ics(&older)), read(&ics(&newer)));
    let named = |event: &IcalEvent, name: &str| value(&event.properties, name).to_owned();
    assert_eq!(named(&older.events[1], "UID"), named(&newer.events[0], "UID"));
    assert!(named(&older.events[1], "DTSTAMP") < named(&newer.events[0], "DTSTAMP"));
}

#[test]
fn a_line_that_has_no_place_without_a_space_is_folded_at_one() {
    for line in ["a ".repeat(100), " ".repeat(200), "日 ".repeat(60), "x".repeat(74) + "語語"] {
        let file = format!("SUMMARY:{line}\r\n");
        let folded = folded(&file);
        is_well_folded(&folded);
        assert_eq!(folded.replace("\r\n ", ""), file);
    }
}

/// Titles with all that ends, parts or escapes a line of such a file, and long ones.
fn title() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("END:VEVENT\nBEGIN:VEVENT\nSUMMARY:x".to_owned()),
        Just("\\n\\N\\,\\;\\\\".to_owned()),
        Just("👩‍🚀🏳️‍🌈日本語e\u{301}".to_owned()),
        Just("\r\n ".to_owned()),
        Just("x".repeat(10_000)),
        Just("日本語 ".repeat(300)),
        "[ -~]{0,90}",
        "\\PC{0,40}",
        "[,;:\"\\\\\t ]{1,8}",
    ];
    prop::collection::vec(piece, 0..4).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_the_titles_every_week_stands_once_with_all_its_minutes(
        weeks in prop::collection::vec(prop::collection::vec((title(), 1_u64..900), 1..6), 0..8),
    ) {
        let monday = day("2026-11-23");
        let weeks: Vec<AgendaWeek> = weeks
            .iter()
            .enumerate()
            .map(|(at, skills)| AgendaWeek {
                monday: monday.plus(7 * at as i32),
                skills: skills.iter().map(|(title, minutes)| (Clean::line(title), *minutes)).collect(),
            })
            .collect();
        let file = ics(&agenda(weeks.clone(), None));
        is_well_folded(&file);
        let calendar = read(&file);
        prop_assert_eq!(calendar.events.len(), weeks.len());
        let names: BTreeSet<&str> =
            calendar.events.iter().map(|event| value(&event.properties, "UID")).collect();
        prop_assert_eq!(names.len(), weeks.len());
        for (event, week) in calendar.events.iter().zip(&weeks) {
            prop_assert_eq!(date(event, "DTSTART"), week.monday);
            prop_assert_eq!(event.properties.len(), 7, "nothing but what was put in");
            let whole = format!("({})", minutes(week.minutes()));
            prop_assert!(text(event, "SUMMARY").ends_with(&whole));
            let description = text(event, "DESCRIPTION");
            let lines: Vec<&str> = description.lines().collect();
            prop_assert_eq!(lines.len(), week.skills.len() + 2);
            for (line, (title, own)) in lines.iter().zip(&week.skills) {
                prop_assert_eq!(*line, &format!("- {title}: {}", minutes(*own)));
            }
        }
    }
}
