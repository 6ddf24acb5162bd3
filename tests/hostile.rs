//! Text that would drive a terminal: in every field of a roadmap, in the journal of another device, in the settings,
//! in names of files and in the words of a command. Nothing of it may come out again.

#![cfg(unix)]
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test starts the program and arranges the files that it needs"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A title set, a clipboard filled, a cursor moved, a device asked: each as an escape of TOML and JSON.
const ESCAPED: &str = r"\u001b]0;P\u0007\u001b]52;c;cm0=\u001b\\\u001b[2J\u009b31m\u001bPq\u001b_x\r\u007f";

/// What reorders or hides text without being a control character, as it is.
const DISGUISED: &str = "\u{202e}\u{2066}\u{200f}\u{200b}\u{feff}\u{e0041}\u{85}";

/// Every command that prints, but for `check`, each with what it takes.
const COMMANDS: &[&[&str]] = &[
    &["today"],
    &["today", "--short"],
    &["next", "-n", "9"],
    &["why", "evil.one"],
    &["list", "--tree"],
    &["show", "evil.one"],
    &["path", "evil.two"],
    &["search", "evil"],
    &["stats"],
    &["goal"],
    &["goal", "evil-role"],
    &["roles"],
    &["pick"],
    &["pick", "evil.choice", "evil.two"],
    &["start", "evil.one"],
    &["done", "evil.two"],
    &["tick", "evil.one", "1"],
    &["untick", "evil.one", "1"],
    &["log", "evil.one", "20"],
    &["note", "evil.one", "mine"],
    &["link", "evil.one", "https://example.org/x"],
    &["undo"],
    &["redo"],
    &["history"],
    &["skip", "evil.three"],
    &["reset", "evil.three"],
    &["export", "markdown"],
    &["export", "mermaid"],
    &["export", "dot"],
    &["export", "svg"],
    &["export", "svg", "--full"],
    &["doctor"],
    &["config", "path"],
    &["config", "show"],
];

/// A roadmap that has `text` in every field that takes any.
fn roadmap(text: &str) -> String {
    let skill = |name: &str, needs: &str| {
        format!(
            r#"
[[skill]]
id = "evil.{name}"
title = "Evil {name} {text}"
hours = [1, 2]
requires = [{needs}]
aliases = ["evil alias {name} {text}"]
why = "Why {text}"
about = "About {text}"
outcomes = ["I can {text} one", "I can {text} two", "I can {text} three"]
practice = "Do {text}"

[[skill.resource]]
title = "Resource {text}"
url = "https://example.org/{name}"
kind = "docs"

[[skill.prompt]]
ask = "Ask {text}"
answer = "Answer {text}"

[[skill.evidence]]
path = "**/{text}"
"#
        )
    };
    format!(
        r#"
[[track]]
id = "evil"
title = "Track {text}"
order = 1
summary = "Summary {text}"

[stage]
id = "evil-stage"
track = "evil"
title = "Stage {text}"
order = 1
summary = "Summary {text}"
{}{}{}
[[choice]]
id = "evil.choice"
title = "Choice {text}"
pick = 1
options = ["evil.two", "evil.three"]

[[role]]
id = "evil-role"
title = "Role {text}"
summary = "Summary {text}"
needs = [{{ skill = "evil.one", weight = 3 }}, {{ choice = "evil.choice", weight = 2 }}]
"#,
        skill("one", ""),
        skill("two", "\"evil.one\""),
        skill("three", "\"evil.one\""),
    )
}

/// A line of a journal.
fn line(json: &str) -> String {
    format!("{:08x} {json}\n", crc32fast::hash(json.as_bytes()))
}

/// The journal of another device: what can be written into one, and a line that is damaged.
fn journal(text: &str) -> String {
    let mut lines =
        line(r#"{"v":1,"do":"header","device":"01JAAAAAAAAAAAAAAAAAAAAAAA","made":"2026-11-23T03:00:00Z"}"#);
    for (s, act) in (1..).zip([
        format!(r#""do":"note","skill":"evil.one","text":"note {text}""#),
        format!(r#""do":"link","skill":"evil.one","to":"https://x{text}","title":"title {text}""#),
        format!(r#""do":"study","skill":"evil.one","minutes":5,"day":"2026-11-23","note":"studied {text}""#),
        format!(r#""do":"done","skill":"gone.{text}""#),
        format!(r#""do":"sing","skill":"evil.one","song":"{text}""#),
        r#""do":"done","skill":"evil.one""#.to_owned(),
    ]) {
        lines += &line(&format!(r#"{{"s":{s},"l":{s},"at":"2026-11-23T09:12:44+01:00",{act}}}"#));
    }
    lines + "00000000 \u{1b}]0;damaged\u{7}\n"
}

/// A home folder with nothing but what a test puts there.
struct Home(tempfile::TempDir);

impl Home {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.0.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path
    }

    fn run(&self, words: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_milepost"));
        command.env_clear().current_dir(self.0.path()).stdin(Stdio::null());
        for (name, folder) in [("DATA", "data"), ("CONFIG", "config"), ("CACHE", "cache"), ("STATE", "state")]
        {
            command.env(format!("MILEPOST_{name}_DIR"), self.0.path().join(folder));
        }
        // Otherwise escapes are stripped on the way into a pipe, and the test would see none.
        command.env("CLICOLOR_FORCE", "1");
        command.env("LC_ALL", "C.UTF-8").args(["--today", "2026-11-24"]).args(words).output().unwrap()
    }

    /// Runs a command and holds both of its outputs to be clean; gives back what it said.
    fn holds(&self, words: &[&str]) -> String {
        let output = self.run(words);
        let said = unstyled(&String::from_utf8([output.stdout, output.stderr].concat()).unwrap());
        assert!(!said.is_empty(), "{words:?} says nothing");
        let drives = said.find(drives).map(|at| {
            let from = said.floor_char_boundary(at.saturating_sub(60));
            (&said[from..at], said[at..].chars().next())
        });
        assert_eq!(drives, None, "{words:?} lets it through");
        said
    }
}

/// Text without the only escapes that milepost prints: styles, `ESC [ … m`.
fn unstyled(said: &str) -> String {
    let mut parts = said.split("\u{1b}[");
    let mut out = parts.next().unwrap().to_owned();
    for part in parts {
        let codes = part.find(|c: char| c != ';' && !c.is_ascii_digit()).unwrap_or(part.len());
        match part[codes..].strip_prefix('m') {
            Some(rest) => out.push_str(rest),
            None => out.extend(["\u{1b}[", part]),
        }
    }
    out
}

/// Whether a character does something to a terminal or to the order of text.
fn drives(c: char) -> bool {
    c.is_control() && c != '\n'
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        || matches!(c, '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

#[test]
fn a_roadmap_that_drives_the_terminal_is_refused_in_clean_words() {
    for text in [ESCAPED, DISGUISED] {
        let home = Home::new();
        let file = home.write("evil.toml", &roadmap(text));
        let file = file.to_str().unwrap();
        let said = home.holds(&["check", file]);
        assert!(said.contains("evil.toml:"), "{said}");
        home.holds(&["check", file, "--json"]);
        for command in COMMANDS {
            let asked_for = [&["--no-shipped", "--roadmap", file], *command].concat();
            home.holds(&asked_for);
        }
        // The same among the learner's own files, where it is left out with a notice.
        home.write("data/roadmaps/evil.toml", &roadmap(text));
        home.holds(&["list"]);
        home.holds(&["doctor"]);
    }
}

#[test]
fn parse_errors_quote_a_raw_line_in_clean_words() {
    let raw: &[u8] = b"\x1b]0;P\x07\x9b31m\r\x7f\x00";
    for around in [
        &b"id = \"%\""[..],
        b"% = 1",
        b"[%]",
        b"[[skill]]\nid = 'a'\n%",
        b"# %",
        b"hours = [%",
        b"[stage]\nid = \"%",
    ] {
        let home = Home::new();
        let file = home.0.path().join("raw.toml");
        let at = around.iter().position(|&byte| byte == b'%').unwrap();
        fs::write(&file, [&around[..at], raw, &around[at + 1..]].concat()).unwrap();
        home.holds(&["check", file.to_str().unwrap()]);
        home.holds(&["--roadmap", file.to_str().unwrap(), "next"]);
        fs::create_dir_all(home.0.path().join("config")).unwrap();
        fs::copy(&file, home.0.path().join("config/config.toml")).unwrap();
        home.holds(&["config", "show"]);
        home.holds(&["list"]);
    }
}

/// Marks that pile up on a letter are no control characters; such a roadmap is loaded, and shows a few of them.
#[test]
fn a_tower_of_marks_is_cut_wherever_it_is_shown() {
    let home = Home::new();
    let file = home.write("evil.toml", &roadmap(&format!("o{}", "\u{301}".repeat(300))));
    let file = file.to_str().unwrap();
    assert!(home.holds(&["--no-shipped", "--roadmap", file, "show", "evil.one"]).contains("Evil one"));
    for command in COMMANDS {
        let said = home.holds(&[&["--no-shipped", "--roadmap", file], *command].concat());
        assert!(!said.contains(&"\u{301}".repeat(5)), "{command:?}");
    }
}

#[test]
fn a_journal_of_another_device_is_shown_in_clean_words() {
    for text in [ESCAPED, DISGUISED] {
        let home = Home::new();
        let file = home.write("evil.toml", &roadmap("calm"));
        home.write("data/journal/01JAAAAAAAAAAAAAAAAAAAAAAA.log", &journal(text));
        for command in COMMANDS {
            for form in [&[][..], &["--json"], &["--plain"]] {
                home.holds(
                    &[form, &["--no-shipped", "--roadmap", file.to_str().unwrap()], *command].concat(),
                );
            }
        }
        let shown = home.holds(&["--no-shipped", "--roadmap", file.to_str().unwrap(), "history"]);
        assert!(shown.contains("studied"), "the journal was read: {shown}");
    }
}

#[test]
fn words_and_names_of_files_are_repeated_in_clean_words() {
    let evil = "\u{1b}]0;P\u{7}\u{9b}31m\u{202e}\r";
    let home = Home::new();
    for command in
        ["why", "show", "path", "search", "goal", "start", "done", "tick", "log", "note", "link", "pick"]
    {
        home.holds(&[command, evil, evil]);
    }
    home.holds(&["log", "shell.basics", evil]);
    home.holds(&["log", "shell.basics", "20", "--on", evil]);
    home.holds(&["list", "--track", evil]);
    home.holds(&["export", evil]);
    home.holds(&["--today", evil, "today"]);
    home.holds(&[evil]);
    let file = home.write(&format!("{}.toml", evil.replace('\r', "")), "nothing = ");
    home.holds(&["check", file.to_str().unwrap()]);
    home.holds(&["--roadmap", file.to_str().unwrap(), "list"]);
    home.holds(&["export", "markdown", "-o", &format!("{}/no/{evil}", home.0.path().display())]);
    fs::create_dir_all(home.0.path().join("data/roadmaps")).unwrap();
    fs::copy(&file, home.0.path().join("data/roadmaps").join(Path::new(&file).file_name().unwrap())).unwrap();
    home.holds(&["list"]);
    home.holds(&["doctor"]);
}
