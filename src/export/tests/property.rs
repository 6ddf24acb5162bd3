//! Whatever is written in it, a reader sees what the document says.

use proptest::prelude::*;

use super::reader::{self, Seen};
use super::{bare, empty, shown};
use crate::domain::{Clean, Day, Status};
use crate::engine::share::Share;
use crate::export::document::*;
use crate::export::{escape, markdown};

/// Text made of what means something to markdown.
fn hostile(longest: usize) -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "*",
        "**",
        "_",
        "`",
        "``",
        "```",
        "~~~",
        "\n",
        "\n\n",
        "# ",
        "- ",
        "- [ ] ",
        "* ",
        "1. ",
        "2) ",
        "> ",
        "<b>",
        "</b>",
        "<!--",
        "<?",
        "&amp;",
        "&#42;",
        "&",
        "[x](y)",
        "![",
        "[",
        "]",
        "](",
        "[^1]: ",
        "[r]: x",
        "https://a.example/b_c*d?x=1&copy;y",
        "http://",
        "<https://x>",
        "~~",
        "|",
        "|-|",
        "\\",
        "    ",
        "\t",
        "---",
        "===",
        "$",
        "$$",
        ":",
        "::",
        "a",
        "word",
        "é",
        "日本",
        " ",
        "(",
        ")",
        "\u{a0}",
        "+",
        "=",
        "!",
        "\"",
        "'",
        "#",
        "x_y",
        "7",
        ".",
        "\u{3000}",
        "{",
        "}",
        "^",
        "@a",
        "www.a_b.example",
    ]);
    prop::collection::vec(pieces, 1..longest).prop_map(|pieces| pieces.concat())
}

fn title() -> impl Strategy<Value = Clean> {
    hostile(9).prop_map(|text| Clean::line(&text)).prop_filter("a title shows", |text| !bare(text).is_empty())
}

fn link() -> impl Strategy<Value = LinkLine> {
    let to = prop_oneof![
        title(),
        title().prop_map(|rest| Clean::line(&format!("https://a.example/{}", rest.as_str()))),
    ];
    (to, prop::option::of(title())).prop_map(|(to, title)| LinkLine { to, title })
}

fn entry() -> impl Strategy<Value = Entry> {
    let note = prop::option::of(hostile(14).prop_map(|text| Clean::prose(&text)));
    let outcomes = prop::collection::vec((title(), any::<bool>()), 0..3);
    let status = prop::sample::select(Status::ALL.to_vec());
    (title(), status, any::<bool>(), 0_u64..200, outcomes, prop::collection::vec(link(), 0..3), note)
        .prop_map(|(title, status, dated, minutes, outcomes, links, note)| Entry {
            fading: minutes % 2 == 1,
            title,
            status,
            day: dated.then(|| Day::parse("2026-11-20").unwrap()),
            minutes,
            hours_left: 3.5,
            outcomes,
            links,
            note,
        })
}

fn document() -> impl Strategy<Value = Document> {
    let entries = || prop::collection::vec(entry(), 0..3);
    let choice = (title(), any::<bool>(), entries()).prop_map(|(title, satisfied, options)| {
        Item::Choice(ChoicePart { title, pick: 1, of: options.len(), satisfied, options })
    });
    let item = prop_oneof![3 => entry().prop_map(Item::Skill), 1 => choice];
    let stage = (title(), prop::collection::vec(item, 0..4)).prop_map(|(title, items)| StagePart {
        title,
        share: Share { had: 1, whole: 4, ..Share::default() },
        minutes: 30,
        items,
    });
    let track = (title(), prop::collection::vec(stage, 0..3)).prop_map(|(title, stages)| TrackPart {
        title,
        share: Share::default(),
        stages,
    });
    let next = title().prop_map(|title| NextStep { title, hours_left: 2.0, reasons: vec![] });
    let target = title().prop_map(Target::Role);
    (target, entries(), entries(), prop::collection::vec(next, 0..3), prop::collection::vec(track, 0..3))
        .prop_map(|(goal, done, learning, next, tracks)| Document {
            goal,
            done,
            learning,
            next,
            tracks,
            ..empty()
        })
}

/// What the road below the three first sections is to look like.
#[derive(Debug, PartialEq)]
enum Expected {
    Heading(usize, String),
    Check(usize, bool, String),
    Evidence(usize),
    Note(String),
}

fn expected(document: &Document) -> Vec<Expected> {
    let mut road = Vec::new();
    for track in &document.tracks {
        road.push(Expected::Heading(2, shown(&track.title)));
        for stage in &track.stages {
            road.push(Expected::Heading(3, shown(&stage.title)));
            for item in &stage.items {
                match item {
                    Item::Skill(entry) => expect_entry(&mut road, 0, entry),
                    Item::Choice(choice) => {
                        road.push(Expected::Check(0, choice.satisfied, shown(&choice.title)));
                        choice.options.iter().for_each(|option| expect_entry(&mut road, 1, option));
                    }
                }
            }
        }
    }
    road
}

fn expect_entry(road: &mut Vec<Expected>, depth: usize, entry: &Entry) {
    let claimed = matches!(entry.status, Status::Done | Status::Known);
    road.push(Expected::Check(depth, claimed, shown(&entry.title)));
    if entry.shows_outcomes() {
        road.extend(entry.outcomes.iter().map(|(text, on)| Expected::Check(depth + 1, *on, shown(text))));
    }
    if !entry.links.is_empty() {
        road.push(Expected::Evidence(depth + 1));
    }
    road.extend(entry.note.iter().map(|note| bare(note)).filter(|n| !n.is_empty()).map(Expected::Note));
}

/// Whether what is seen is what was expected; facts in brackets may follow a title.
fn agrees(seen: &Seen, expected: &Expected) -> bool {
    match (seen, expected) {
        (Seen::Heading(level, text), Expected::Heading(wanted, title)) => {
            level == wanted && shown(text) == *title
        }
        (Seen::Check { depth, on, text }, Expected::Check(wanted, checked, title)) => {
            let text = shown(text);
            let rest = text.strip_prefix(title.as_str());
            depth == wanted && on == checked && rest.is_some_and(|r| r.is_empty() || r.starts_with(" ("))
        }
        (Seen::Item { depth, text }, Expected::Evidence(wanted)) => {
            depth == wanted && text.starts_with("Evidence: ")
        }
        (Seen::Quote(text), Expected::Note(note)) => bare(text) == *note,
        _ => false,
    }
}

proptest! {
    #[test]
    fn a_reader_sees_what_the_document_says(document in document()) {
        let text = markdown(&document);
        let page = reader::read(&text);
        let is_next = |seen: &Seen| matches!(seen, Seen::Heading(2, title) if title == "Next");
        let at = page.seen.iter().position(is_next).expect("the report has a section of next steps");
        let road: Vec<&Seen> = page.seen[at + 1..]
            .iter()
            .filter(|seen| match seen {
                Seen::Paragraph(_) => false,
                Seen::Quote(text) => !bare(text).is_empty(),
                Seen::Item { text, .. } => text.starts_with("Evidence"),
                _ => true,
            })
            .collect();
        let expected = expected(&document);
        prop_assert_eq!(road.len(), expected.len(), "{}\n{:#?}\n{:#?}", text, road, expected);
        for (seen, expected) in road.iter().zip(&expected) {
            prop_assert!(agrees(seen, expected), "{:?}\n{:?}\n{}", seen, expected, text);
        }

        let titles = |entries: &[Entry]| -> Vec<String> { entries.iter().map(|e| shown(&e.title)).collect() };
        let bold: Vec<String> = page.bold.iter().map(|text| shown(text)).collect();
        let listed = [titles(&document.done), titles(&document.learning)].concat();
        let steps: Vec<String> = document.next.iter().map(|step| shown(&step.title)).collect();
        prop_assert!(bold.ends_with(&[listed, steps].concat()), "{:?}\n{}", bold, text);
        for (target, _) in &page.links {
            prop_assert!(crate::domain::is_web_address(target, true), "{}", target);
        }
    }

    #[test]
    fn any_line_is_seen_as_it_is(text in "\\PC{0,40}") {
        let page = reader::read(&format!("- **{}** x\n", escape::line(&format!("a{text}b"))));
        let [Seen::Item { text: seen, .. }] = page.seen.as_slice() else { panic!("{page:?}") };
        prop_assert_eq!(shown(seen), shown(&format!("a{text}b x")));
    }
}
