//! Tests of the exports: what a reader of the rendered page sees is what the document says.

mod property;
mod reader;

use reader::Seen;

use super::document::*;
use super::{escape, markdown};
use crate::domain::{Clean, Day, Status};
use crate::engine::suggest::Reason;

/// What is left of a text when spacing and the signs around code are taken away.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '`' | '~')).collect()
}

/// A line without the backticks that make code of a part of it, and with single spaces.
fn shown(text: &str) -> String {
    text.replace('`', "").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_line_is_seen_as_it_is_written() {
    let hostile = "*x* [y](z) <b> | # 1.";
    assert_eq!(escape::line(hostile), r"\*x\* \[y\](z) \<b> \| \# 1.");
    for (text, escaped) in [
        ("R&D &amp; &#35; &x", r"R&D \&amp; \&#35; &x"),
        ("snake_case _x_ __init__", r"snake_case \_x\_ \_\_init\_\_"),
        ("# no heading", r"\# no heading"),
        ("C# and C #", r"C# and C \#"),
        ("1. no list", r"1\. no list"),
        ("12) nor this", r"12\) nor this"),
        ("- [x] no box", r"\- \[x\] no box"),
        ("a > b - c + d = e", "a > b - c + d = e"),
        (r"a\b \* end\", r"a\\b \\\* end\\"),
        ("costs $5 or $6, ~~never~~", r"costs \$5 or \$6, \~\~never\~\~"),
        ("run `a_b | *c*` twice", "run `a_b | *c*` twice"),
        ("a lone ` and `` `x` ```", r"a lone \` and \`\` `x` \`\`\`"),
        ("  two\nlines\tin one  ", "two lines in one"),
        ("see https://a.example/b_c?d=(e).", "see <https://a.example/b_c?d=(e)>."),
        ("(https://a.example)", "(<https://a.example>)"),
        ("xhttps://a.example_b", r"xhttps://a.example\_b".replace(r"\_", "_").as_str()),
        ("https://good@evil.example", "https://good@evil.example"),
    ] {
        assert_eq!(escape::line(text), escaped, "{text}");
        let page = reader::read(&format!("- [ ] {}", escape::line(text)));
        let [Seen::Check { on: false, text: seen, .. }] = page.seen.as_slice() else {
            panic!("{text}: {page:?}")
        };
        assert_eq!(bare(seen), bare(text));
    }
}

#[test]
fn links_lead_where_they_say() {
    for (title, to, written) in [
        (None, "https://a.example/b", "<https://a.example/b>"),
        (Some("it"), "https://a.example/b?c=d&e=f", "[it](https://a.example/b?c=d&e=f)"),
        (Some("a [b]"), "https://a.example/(x", r"[a \[b\]](<https://a.example/(x>)"),
        (Some("x"), "https://a.example/?a&lt;b", r"[x](<https://a.example/?a\&lt;b>)"),
        (Some("https://other.example"), "https://a.example", "[https://other.example](https://a.example)"),
        (None, "https://a.example/ü b>c", "[https://a.example/ü b>c](https://a.example/%C3%BC%20b%3Ec)"),
        (None, "~/repos/x", "`~/repos/x`"),
        (Some("mine *"), "C:\\x`y`", r"mine \* (`` C:\x`y` ``)"),
        (Some("click"), "javascript:alert(1)", "click (`javascript:alert(1)`)"),
        (Some("bank"), "https://good@evil.example", "bank (`https://good@evil.example`)"),
        (None, "file:///etc/passwd", "`file:///etc/passwd`"),
    ] {
        let link = escape::link(title, to);
        assert_eq!(link, written);
        let page = reader::read(&format!("- Evidence: {link}"));
        let leads_somewhere = link.starts_with(['<', '[']);
        assert_eq!(page.links.len(), usize::from(leads_somewhere), "{link}");
        if let Some((target, text)) = page.links.first() {
            let plain = to.replace('ü', "%C3%BC").replace(' ', "%20").replace("b>c", "b%3Ec");
            assert_eq!((target.as_str(), text.as_str()), (plain.as_str(), title.unwrap_or(to)));
        }
    }
}

#[test]
fn a_note_keeps_its_lines_and_its_code_and_nothing_else() {
    let note =
        "# Not a heading\n\n\n- [x] not a box\n---\n~~~yaml\nkey: `v`\n\t- *x*\n```\n~~~\nafter\n```\nopen";
    let lines = escape::prose(note);
    insta::assert_snapshot!(lines.join("\n"), @r"
    \# Not a heading

    \- \[x\] not a box\
    \---
    ````yaml
    key: `v`
        - *x*
    ```
    ````
    after
    ```
    open
    ```
    ");
    assert_eq!(escape::prose("\n\n  \n"), Vec::<String>::new());
}

fn empty() -> Document {
    Document {
        day: Day::parse("2026-11-24").unwrap(),
        since: None,
        part: None,
        goal: Target::Everything,
        share: 0.0,
        missing: 0,
        hours_left: 0.0,
        spent: Spent::default(),
        done: vec![],
        learning: vec![],
        next: vec![],
        tracks: vec![],
        period: None,
    }
}

#[test]
fn reasons_and_figures_are_said_in_words() {
    let step = NextStep {
        title: Clean::fixed("Services"),
        hours_left: 2.5,
        reasons: vec![
            Reason::Asked { weight: 5 },
            Reason::Opens { skills: 1, of: 9 },
            Reason::Short { hours: 2.5 },
        ],
    };
    let document = Document {
        share: 0.999,
        missing: 1,
        hours_left: 0.4,
        spent: Spent { minutes: 125, at_least: true },
        since: Day::parse("2026-10-01"),
        part: Some(Clean::fixed("Containers")),
        next: vec![step],
        ..empty()
    };
    insta::assert_snapshot!(markdown(&document), @r"
    # Roadmap report, 24 Nov 2026

    - **Goal:** none chosen; 99 % of what all roles ask is in place
    - **Still to go:** 1 skill, about 0.5 h
    - **This report:** Containers only
    - **Done since 2026-10-01:** nothing
    - **Time spent since 2026-10-01:** at least 2 h 05

    ## Done since 2026-10-01

    Nothing in this time.

    ## Under way

    Nothing at the moment.

    ## Next

    1. **Services** (about 2.5 h): nearly every posting asks for it, 1 of the 9 missing skills waits for it, and it is a short one
    ");
}

#[test]
fn a_long_list_of_what_was_done_is_grouped_by_month() {
    let of = |i: i32| Entry {
        fading: false,
        title: Clean::line(&format!("Skill {i}")),
        status: Status::Done,
        day: (i < 25).then(|| Day::parse("2026-11-24").unwrap().plus(-i * 3)),
        minutes: 0,
        hours_left: 0.0,
        outcomes: vec![],
        links: vec![],
        note: None,
    };
    let headings = |count: i32| -> Vec<String> {
        let document = Document { done: (0..count).map(of).collect(), ..empty() };
        let page = reader::read(&markdown(&document));
        assert_eq!(page.bold.iter().filter(|text| text.starts_with("Skill")).count(), count as usize);
        let months = page.seen.into_iter().filter_map(|seen| match seen {
            Seen::Heading(3, text) => Some(text),
            _ => None,
        });
        months.collect()
    };
    assert_eq!(headings(24), Vec::<String>::new());
    assert_eq!(headings(26), ["November 2026", "October 2026", "September 2026", "Earlier"]);
}
