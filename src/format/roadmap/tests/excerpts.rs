//! Excerpts as a person reads them: the place underlined whatever stands before it, and nothing that a terminal
//! would act on.

use proptest::prelude::*;

use super::{SOUND, read_all};
use crate::domain::Clean;
use crate::format::roadmap::excerpt;

/// All excerpts of a text, as they are printed.
fn shown(texts: &[&str]) -> String {
    let (sources, outcome) = read_all(None, texts);
    let shown: Vec<String> =
        outcome.defects.iter().map(|defect| excerpt(&sources, defect).to_string()).collect();
    shown.join("\n")
}

fn changed(from: &str, to: &str) -> String {
    assert!(SOUND.contains(from), "{from}");
    shown(&[&SOUND.replacen(from, to, 1)])
}

#[test]
fn a_place_is_underlined_and_a_mend_is_named() {
    insta::assert_snapshot!(changed("helps = [\"docker\"]", "helps = [\"dokcer\"]"), @r#"
    error: no skill or choice `dokcer`
      --> a.toml:53:10
    53 | helps = ["dokcer"]
       |          ^^^^^^^^
       = help: did you mean `docker`?
    "#);
    insta::assert_snapshot!(changed("level = \"core\"", "requires = [\"docker\"]"), @r#"
    error: skills wait for each other: shell -> docker -> shell
      --> a.toml:15:6
    15 | id = "shell"
       |      ^^^^^^^
       = help: take out the prerequisite that is least real
    "#);
}

#[test]
fn the_other_one_of_a_pair_is_named() {
    let twice = "[[track]]\nid = \"devops\"\ntitle = \"Again\"\norder = 2\nsummary = \"Taken.\"\n";
    insta::assert_snapshot!(shown(&[SOUND, twice]), @r#"
    error: the id `devops` is taken twice
     --> b.toml:2:6
    2 | id = "devops"
      |      ^^^^^^^^
      = first: a.toml:2:6
      = help: an id stands for one thing; choose another for one of the two
    "#);
}

#[test]
fn text_of_any_width_before_the_place_moves_the_line_below_along() {
    insta::assert_snapshot!(
        changed("{ title = \"A course\", url = \"https://shell", "{ title = \"Größe 日本\", url = \"ftp://shell"), @r#"
    error: `ftp://shell.example/course` is no https address
      --> a.toml:26:31
    26 |   { title = "Größe 日本", url = "ftp://shell.example/course", kind = "course", free = false },
       |                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    "#);
    insta::assert_snapshot!(changed("hours = [2, 4]", "\thours\t=\t[4, 2]"), @r"
    error: the low figure is above the high one
      --> a.toml:17:10
    17 |  hours = [4, 2]
       |          ^^^^^^
       = help: write the low figure first: hours = [4, 8]
    ");
    let marks = "e\u{301}".repeat(3) + &"\u{301}".repeat(20);
    insta::assert_snapshot!(changed("\"I can redirect\"", &format!("\"{marks}\", \"\"")), @r#"
    error: `outcomes` is empty
      --> a.toml:23:57
    23 | es = ["I can pipe", "ééé́́́", "", "I can trap a signal"]
       |                            ^^
    "#);
}

#[test]
fn a_very_long_line_is_shown_around_the_place() {
    let many: String = (0..2_000).map(|i| format!("\"I can do {i}\", ")).collect();
    insta::assert_snapshot!(changed("\"I can trap a signal\"", &format!("{many}7, \"and more\"")), @r#"
    error: `outcomes` is a list of texts, not a whole number
      --> a.toml:23:32935
    23 | I can do 1997", "I can do 1998", "I can do 1999", 7, "and more"]
       |                                                   ^
    "#);
}

#[test]
fn control_characters_never_come_out() {
    for (from, to) in [
        ("title = \"The shell\"", "title = \"The \u{1b}]0;shell\u{7}\" x"),
        ("title = \"The shell\"", "title = \"The \\u001b]0;shell\""),
        ("title = \"The shell\"", "ti\u{9b}31mtle = \"The shell\""),
        ("title = \"The shell\"", "\"\u{9b}31m\u{202e}title\" = \"The shell\""),
        ("id = \"shell\"", "id = \"\u{202e}shell\\u0000\\u009b\""),
        ("https://shell.example/manual", "https://a/\\u001b\\\\"),
        ("(?m)^FROM .+ AS ", "(\\u001b[31m"),
        ("requires = [\"shell\"]", "requires = [\"\\u001b]52;c;AAAA\\u0007\"]"),
        ("level = \"core\"", "level = \"\\u001b[31m\""),
        ("[stage]", "\u{0}[stage]\r\u{7f}"),
    ] {
        let text = changed(from, to);
        assert!(text.contains("error: "), "{text}");
        let hidden = text.chars().find(|&c| Clean::refuses(c) || c == '\t');
        assert_eq!(hidden, None, "{text:?}");
    }
    let read = crate::format::roadmap::Source::unreadable("a\u{1b}[2J.toml", "no\u{7}");
    let sources = [read];
    let outcome = crate::format::roadmap::read(None, &sources);
    let text = excerpt(&sources, &outcome.defects[0]).to_string();
    assert!(!text.contains(|c: char| c != '\n' && c.is_control()), "{text:?}");
}

#[test]
fn a_syntax_error_with_hidden_characters_points_at_its_place() {
    insta::assert_snapshot!(changed("title = \"The shell\"", "title = \"\u{1b}]0;\u{7}\u{9b}\" = oops"), @r#"
    error: not TOML: invalid basic string, expected non-double-quote visible characters, `\`
      --> a.toml:16:10
    16 | title = "]0;" = oops
       |          ^

    error: not TOML: invalid basic string, expected non-double-quote visible characters, `\`
      --> a.toml:16:14
    16 | title = "]0;" = oops
       |             ^

    error: not TOML: unexpected key or value, expected newline, `#`
      --> a.toml:16:18
    16 | title = "]0;" = oops
       |               ^
    "#);
}

proptest! {
    /// Whatever is in a file, reading it ends, and every excerpt is clean and underlines something of its line.
    #[test]
    fn any_text_gives_clean_excerpts(at in 0..SOUND.len(), noise in "(\\PC|[\u{0}-\u{1f}\u{7f}-\u{9f}\u{202e}]){1,8}") {
        let at = SOUND.floor_char_boundary(at);
        let text = format!("{}{noise}{}", &SOUND[..at], &SOUND[at..]);
        let (sources, outcome) = read_all(None, &[&text]);
        for defect in &outcome.defects {
            let excerpt = excerpt(&sources, defect);
            let shown = excerpt.to_string();
            prop_assert!(!shown.chars().any(Clean::refuses), "{:?}", shown);
            let length = excerpt.text.chars().count();
            prop_assert!(excerpt.indent + excerpt.width <= length.max(excerpt.indent + 1), "{:?}", excerpt);
        }
    }
}
