//! The short way to read a line's object: the common acts in the form in which this program writes them, byte for
//! byte.
//!
//! It knows a small part of JSON and leaves the rest, and every doubt, to serde: blanks, escapes, other orders, fields
//! and values that are not known. On a long history it saves most of the time.

use chrono::{DateTime, FixedOffset, NaiveTime};
use memchr::memchr;

use super::LARGEST_NUMBER;
use crate::domain::{Act, Clean, Day, DeviceId, Event, EventId, Id, Mark, Stamp, TextKey, date_of};

/// How long a time is: `2026-11-23T09:12:44+01:00`.
const TIME: usize = 25;

/// How long a key is: `3f9a01c2`.
const KEY: usize = 8;

/// The event that the object of a line in the file of `device` says, if it is in the short form. What is read is what
/// serde reads.
pub(super) fn event(json: &str, device: DeviceId) -> Option<Event> {
    let mut rest = Rest(json);
    let seq = rest.after("{\"s\":")?.count()?;
    let lamport = rest.after(",\"l\":")?.count()?;
    let at = time(rest.after(",\"at\":\"")?.first(TIME)?)?;
    let kind = rest.after("\",\"do\":\"")?.one_of(&KINDS)?;
    let skill = Id::parse(rest.after(",\"skill\":\"")?.string()?).ok()?;
    let act = match kind {
        Kind::Review => {
            let prompt = TextKey::parse(rest.after(",\"prompt\":\"")?.first(KEY)?)?;
            let rating = rest.after("\",\"rating\":")?.number().filter(|rating| (1..=4).contains(rating))?;
            Act::Review { skill, prompt, rating: rating as u8 }
        }
        Kind::Study => {
            let minutes = rest.after(",\"minutes\":")?.number().filter(|&minutes| minutes > 0)?;
            let day = Day::parse(rest.after(",\"day\":\"")?.string()?)?;
            let note = if rest.after(",\"note\":\"").is_some() { Some(rest.plain()?) } else { None };
            Act::Study { skill, minutes: minutes.try_into().ok()?, day, note: note.map(Clean::line) }
        }
        Kind::Tick(on) => {
            let outcome = TextKey::parse(rest.after(",\"outcome\":\"")?.string()?)?;
            Act::Tick { skill, outcome, on }
        }
        Kind::Mark(mark) => Act::Mark { skill, mark },
        Kind::Note => Act::Note { skill, text: Clean::prose(rest.after(",\"text\":\"")?.plain()?) },
        Kind::Link => {
            let to = Clean::line(rest.after(",\"to\":\"")?.plain()?);
            let title = if rest.after(",\"title\":\"").is_some() { Some(rest.plain()?) } else { None };
            Act::Link { skill, to, title: title.map(Clean::line) }
        }
    };
    let with = if rest.after(",\"with\":").is_some() { Some(rest.number()?) } else { None };
    let stamp = Stamp { lamport, event: EventId { device, seq } };
    (rest.0 == "}").then_some(Event { stamp, at, act, with })
}

/// A common act.
#[derive(Clone, Copy)]
enum Kind {
    Review,
    Study,
    Tick(bool),
    Mark(Mark),
    Note,
    Link,
}

/// The common acts as they are written, their last quote included, from the one that is written most.
const KINDS: [(&str, Kind); 10] = [
    ("review\"", Kind::Review),
    ("study\"", Kind::Study),
    ("tick\"", Kind::Tick(true)),
    ("done\"", Kind::Mark(Mark::Done)),
    ("start\"", Kind::Mark(Mark::Start)),
    ("note\"", Kind::Note),
    ("link\"", Kind::Link),
    ("untick\"", Kind::Tick(false)),
    ("skip\"", Kind::Mark(Mark::Skip)),
    ("reset\"", Kind::Mark(Mark::Reset)),
];

/// What of a line is not read yet. What is not found moves nothing.
struct Rest<'a>(&'a str);

impl<'a> Rest<'a> {
    /// Goes on behind these characters, if they come next.
    fn after(&mut self, next: &str) -> Option<&mut Self> {
        self.0 = self.0.strip_prefix(next)?;
        Some(self)
    }

    /// So many bytes.
    fn first(&mut self, bytes: usize) -> Option<&'a str> {
        let (first, rest) = self.0.split_at_checked(bytes)?;
        self.0 = rest;
        Some(first)
    }

    /// What the first of these stands for that comes next; goes on behind it.
    fn one_of<T: Copy>(&mut self, all: &[(&str, T)]) -> Option<T> {
        all.iter().find_map(|&(next, meaning)| self.after(next).map(|_| meaning))
    }

    /// The rest of a string, of which the first quote is behind; the last is so then, too. It may hold what JSON does
    /// not allow, or reads in another way.
    fn string(&mut self) -> Option<&'a str> {
        let string = self.first(memchr(b'"', self.0.as_bytes())?)?;
        self.0 = &self.0[1..];
        Some(string)
    }

    /// The same, if it means what it shows.
    fn plain(&mut self) -> Option<&'a str> {
        self.string().filter(|text| text.bytes().all(|byte| byte >= b' ' && byte != b'\\'))
    }

    /// A whole number without leading zeros.
    fn number(&mut self) -> Option<u64> {
        let digits = self.0.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 || digits > 1 && self.0.starts_with('0') || digits > 18 {
            return None;
        }
        Some(self.first(digits)?.bytes().fold(0, |number, digit| number * 10 + u64::from(digit - b'0')))
    }

    /// A number that an event can have as its count or its Lamport number.
    fn count(&mut self) -> Option<u64> {
        self.number().filter(|number| (1..=LARGEST_NUMBER).contains(number))
    }
}

/// A time in the form in which this program writes it.
fn time(text: &str) -> Option<DateTime<FixedOffset>> {
    let bytes: &[u8; TIME] = text.as_bytes().try_into().ok()?;
    let &[.., b'T', h, hh, b':', m, mm, b':', s, ss, sign @ (b'+' | b'-'), oh, ohh, b':', om, omm] = bytes
    else {
        return None;
    };
    let two = |tens: u8, ones: u8| {
        let is_number = tens.is_ascii_digit() && ones.is_ascii_digit();
        is_number.then(|| u32::from(tens - b'0') * 10 + u32::from(ones - b'0'))
    };
    let time = NaiveTime::from_hms_opt(two(h, hh)?, two(m, mm)?, two(s, ss)?)?;
    let east = two(oh, ohh)? * 3600 + two(om, omm).filter(|&minutes| minutes < 60)? * 60;
    let east = if sign == b'-' { -east.cast_signed() } else { east.cast_signed() };
    let offset = FixedOffset::east_opt(east)?;
    let utc = date_of(text.get(..10)?)?.and_time(time).checked_sub_offset(offset)?;
    Some(DateTime::from_naive_utc_and_offset(utc, offset))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::line;
    use super::*;

    fn device() -> DeviceId {
        DeviceId::parse("01ARZ3NDEKTSV4RRFFQ69G5FAV").unwrap()
    }

    fn one_of(values: &'static [&'static str]) -> impl Strategy<Value = &'static str> {
        prop::sample::select(values)
    }

    /// A field as it is mostly written, and now and then in some other way.
    fn field(name: &'static str, usual: &'static [&'static str]) -> impl Strategy<Value = String> {
        const ODD: &[&str] = &[
            "1",
            "0",
            "01",
            "5",
            "256",
            "4294967296",
            "9007199254740992",
            "99999999999999999999",
            "1.0",
            "1e3",
            "-1",
            "true",
            "null",
            "\"\"",
            "\"é\"",
            "\"a\\u0062\"",
            "\"\u{1}\"",
            "[]",
            "\"2026-02-30\"",
            "\"1\" ",
            "{\"a\":1}",
            "\"2026-11-23T09:12:60+01:00\"",
            "\"2026-11-23T09:12:44+01:60\"",
            "\"2026-11-23T09:12:44-24:00\"",
            "\"2026-11-23T09:12:44.500+01:00\"",
            "\"2026-11-23 09:12:44+01:00\"",
            "\"2026-11-23T09:12:44Z\"",
            "\"0000-01-01T00:30:00+01:00\"",
            "\"9999-12-31T23:30:00-01:00\"",
            "\"2026-11-23T09:12:44+ée:0\"",
        ];
        let value = prop_oneof![30 => one_of(usual), 1 => one_of(ODD)];
        let colon = prop_oneof![40 => Just(":"), 1 => Just(" :"), 1 => Just("")];
        (value, colon).prop_map(move |(value, colon)| format!("\"{name}\"{colon}{value}"))
    }

    fn object() -> impl Strategy<Value = String> {
        let head = [
            field("s", &["1", "9007199254740991"]).boxed(),
            field("l", &["2", "77"]).boxed(),
            field("at", &["\"2026-11-23T09:12:44+01:00\"", "\"2024-02-29T23:59:59-11:30\""]).boxed(),
            field(
                "do",
                &[
                    "\"review\"",
                    "\"study\"",
                    "\"tick\"",
                    "\"untick\"",
                    "\"start\"",
                    "\"done\"",
                    "\"skip\"",
                    "\"reset\"",
                    "\"note\"",
                    "\"link\"",
                    "\"unlink\"",
                    "\"header\"",
                ],
            )
            .boxed(),
            field("skill", &["\"docker.images\"", "\"Docker\"", "\"a\""]).boxed(),
        ];
        let tails = [
            vec![("prompt", &["\"3f9a01c2\"", "\"3F9a01c2\""][..]), ("rating", &["1", "4", "5"])],
            vec![("minutes", &["25", "0"]), ("day", &["\"2026-11-23\""])],
            vec![
                ("minutes", &["25"]),
                ("day", &["\"2026-11-23\""]),
                ("note", &["\"Read \u{202e}it\"", "\"\""]),
            ],
            vec![("outcome", &["\"3f9a01c2\""])],
            vec![],
            vec![("text", &["\"x\"", "\"two\\nlines\""])],
            vec![("to", &["\"src/main.rs\"", "\"\""])],
            vec![("to", &["\"src/main.rs\""]), ("title", &["\"Mine\"", "\"\\u202e\""])],
        ];
        let tail = prop::sample::select(tails.to_vec()).prop_flat_map(|tail| {
            tail.into_iter().map(|(name, usual)| field(name, usual).boxed()).collect::<Vec<_>>()
        });
        let with = prop::option::weighted(0.2, field("with", &["1"]));
        let fields = (head, tail, with)
            .prop_map(|(head, tail, with)| head.into_iter().chain(tail).chain(with).collect::<Vec<String>>());
        // Now and then two change places.
        let swapped = (fields, any::<prop::sample::Index>(), 0..12_u8).prop_map(|(mut fields, at, swap)| {
            let at = at.index(fields.len() - 1);
            if swap == 0 {
                fields.swap(at, at + 1);
            }
            fields.join(",")
        });
        let end = prop_oneof![20 => Just("}"), 1 => one_of(&["}}", "} ", "", ",}", ",\"mood\":1}"])];
        (swapped, end).prop_map(|(fields, end)| format!("{{{fields}{end}"))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4000))]

        #[test]
        fn what_is_read_the_short_way_is_what_serde_reads(json in object()) {
            if let Some(event) = event(&json, device()) {
                prop_assert_eq!(line::by_serde(&json, device()), Ok(super::super::Line::Event(event)), "{}", json);
            }
        }
    }

    #[test]
    fn what_this_program_writes_of_the_common_acts_is_read_the_short_way() {
        let read = |act: &str| {
            event(&format!(r#"{{"s":1,"l":2,"at":"2026-11-23T09:12:44+01:00","do":{act}}}"#), device())
        };
        for act in [
            r#""review","skill":"docker","prompt":"3f9a01c2","rating":4"#,
            r#""study","skill":"docker","minutes":25,"day":"2026-11-23""#,
            r#""study","skill":"docker","minutes":25,"day":"2026-11-23","note":"Größe","with":1"#,
            r#""untick","skill":"docker","outcome":"3f9a01c2""#,
            r#""done","skill":"docker","with":1"#,
            r#""note","skill":"docker","text":"Größe""#,
            r#""link","skill":"docker","to":"https://example.org/?a=b""#,
            r#""link","skill":"docker","to":"src/main.rs","title":"Mine""#,
        ] {
            assert!(read(act).is_some(), "{act}");
        }
        assert_eq!(read(r#""study","skill":"docker","minutes":25,"day":"2026-11-23","note":"\"""#), None);
    }
}
