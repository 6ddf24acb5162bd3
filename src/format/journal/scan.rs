//! The short way to read a line's object: the form in which this program writes it, byte for byte.
//!
//! It knows a small part of JSON and leaves the rest, and every doubt, to serde: blanks, escapes, nesting,
//! fractions, fields that are not known, values of the wrong type. On a long history it saves most of the time.

use memchr::memchr2;

use super::wire::{Text, Wire};

/// A value of the short form.
#[derive(Clone, Copy)]
enum Value<'a> {
    Text(&'a str),
    Number(u64),
    Truth(bool),
}

/// Reads the object into the empty `wire`, if it is in the short form. What is read is what serde reads; if it is
/// not in the short form, what was read so far is of no use.
pub(super) fn scan<'a>(json: &'a str, wire: &mut Wire<'a>) -> Option<()> {
    // Once for the whole line, and without a way out, this costs next to nothing.
    if json.bytes().fold(false, |found, byte| found | (byte < b' ')) {
        return None;
    }
    let mut rest = json.strip_prefix('{')?;
    loop {
        let (name, after) = text(rest)?;
        let (value, after) = value(after.strip_prefix(':')?)?;
        set(wire, name, value)?;
        match after.as_bytes() {
            [b',', ..] => rest = &after[1..],
            b"}" => return Some(()),
            _ => return None,
        }
    }
}

/// A string without escapes, and what follows it. The line has no control characters.
fn text(rest: &str) -> Option<(&str, &str)> {
    let inner = rest.strip_prefix('"')?;
    let end = memchr2(b'"', b'\\', inner.as_bytes())?;
    let (text, rest) = inner.split_at_checked(end)?;
    Some((text, rest.strip_prefix('"')?))
}

fn value(rest: &str) -> Option<(Value<'_>, &str)> {
    match rest.as_bytes().first()? {
        b'"' => text(rest).map(|(text, rest)| (Value::Text(text), rest)),
        b'0'..=b'9' => number(rest).map(|(number, rest)| (Value::Number(number), rest)),
        _ => {
            let truth = |word, truth| rest.strip_prefix(word).map(|rest| (Value::Truth(truth), rest));
            truth("true", true).or_else(|| truth("false", false))
        }
    }
}

/// A whole number without leading zeros, and what follows it.
fn number(rest: &str) -> Option<(u64, &str)> {
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 1 && rest.starts_with('0') || digits > 18 {
        return None;
    }
    let (digits, rest) = rest.split_at_checked(digits)?;
    let number = digits.bytes().fold(0, |number, digit| number * 10 + u64::from(digit - b'0'));
    Some((number, rest))
}

/// Puts a value into its field; none if there is no such field, or it has one, or is of another type.
fn set<'a>(wire: &mut Wire<'a>, name: &str, value: Value<'a>) -> Option<()> {
    fn put<T>(field: &mut Option<T>, value: Option<T>) -> Option<()> {
        if field.is_some() {
            return None;
        }
        *field = Some(value?);
        Some(())
    }
    match value {
        Value::Text(text) => put(text_field(wire, name)?, Some(Text::from(text))),
        Value::Number(number) => match name {
            "s" => put(&mut wire.s, Some(number)),
            "l" => put(&mut wire.l, Some(number)),
            "with" => put(&mut wire.with, Some(number)),
            "minutes" => put(&mut wire.minutes, number.try_into().ok()),
            "rating" => put(&mut wire.rating, number.try_into().ok()),
            "v" => put(&mut wire.v, number.try_into().ok()),
            _ => None,
        },
        Value::Truth(truth) => match name {
            "on" => put(&mut wire.on, Some(truth)),
            "known" => put(&mut wire.known, Some(truth)),
            _ => None,
        },
    }
}

fn text_field<'w, 'a>(wire: &'w mut Wire<'a>, name: &str) -> Option<&'w mut Option<Text<'a>>> {
    Some(match name {
        "at" => &mut wire.at,
        "do" => &mut wire.kind,
        "skill" => &mut wire.skill,
        "day" => &mut wire.day,
        "outcome" => &mut wire.outcome,
        "prompt" => &mut wire.prompt,
        "note" => &mut wire.note,
        "text" => &mut wire.text,
        "to" => &mut wire.to,
        "title" => &mut wire.title,
        "by" => &mut wire.by,
        "choice" => &mut wire.choice,
        "role" => &mut wire.role,
        "over" => &mut wire.over,
        "p50" => &mut wire.p50,
        "p85" => &mut wire.p85,
        "p95" => &mut wire.p95,
        "event" => &mut wire.event,
        "device" => &mut wire.device,
        "made" => &mut wire.made,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4000))]

        /// Pieces of JSON, mostly in the right places.
        #[test]
        fn what_is_read_the_short_way_is_what_serde_reads(
            fields in prop::collection::vec(
                (
                    prop::sample::select(vec![
                        "\"s\"", "\"l\"", "\"v\"", "\"with\"", "\"rating\"", "\"minutes\"", "\"at\"", "\"do\"", "\"skill\"",
                        "\"on\"", "\"known\"", "\"goal\"", "\"mood\"", "\"\\u0073\"", "\"\"", "s",
                    ]),
                    prop::sample::select(vec![":", " :", ""]),
                    prop::sample::select(vec![
                        "1", "0", "01", "255", "256", "4294967296", "99999999999999999999", "1.0", "1e3", "-1",
                        "true", "false", "trueish", "null", "\"\"", "\"docker\"", "\"é\"", "\"\\n\"", "\"\u{1}\"",
                        "[]", "{\"role\":\"a\"}",
                    ]),
                    prop::sample::select(vec![",", ",", ",", ", ", "}", ""]),
                ),
                1..5,
            ),
            end in prop::sample::select(vec!["}", "}}", "} ", "", ",}"]),
        ) {
            let mut json = String::from("{");
            for (n, (name, colon, value, comma)) in fields.iter().enumerate() {
                json.push_str(name);
                json.push_str(if n % 2 == 0 { ":" } else { colon });
                json.push_str(value);
                json.push_str(if n + 1 < fields.len() { comma } else { end });
            }
            let mut wire = Wire::default();
            if scan(&json, &mut wire).is_some() {
                let serde = serde_json::from_str::<Wire<'_>>(&json);
                prop_assert_eq!(Some(wire), serde.ok(), "{}", json);
            }
        }
    }
}
