//! The manners of a single file: its first line, its length, its name, and what it may not say.

use super::finding::Finding;
use super::tokens::{self, Token, attribute};

/// The most lines of a file, a tail of tests left out.
const LONGEST: usize = 400;

/// The most lines of `main.rs`.
const LONGEST_MAIN: usize = 40;

/// Names under which anything could be put.
const DRAWERS: [&str; 9] =
    ["util", "utils", "helper", "helpers", "common", "misc", "manager", "managers", "utilities"];

/// The one file that prints.
const OUTPUT: &str = "src/cli/output.rs";

/// Every breach in one file.
pub fn check(file: &str, text: &str) -> Vec<Finding> {
    let tokens = match tokens::lex(text) {
        Ok(tokens) => tokens,
        Err(error) => return vec![Finding::new(file, 1, error)],
    };
    let mut findings = Vec::new();
    let mut report = |line: usize, what: &str| findings.push(Finding::new(file, line, what));
    if !text.lines().next().is_some_and(|line| line.strip_prefix("//! ").is_some_and(says_something)) {
        report(1, "the first line is a `//!` sentence that says what the file is");
    }
    if is_drawer(file) {
        report(1, "a module is named for what it holds; what two modules share lies below both");
    }
    if let Some(line) = over_long(file, text, &tokens) {
        report(line, &format!("a file has at most {} lines without its tests", ceiling(file)));
    }
    for (at, token) in tokens.iter().enumerate() {
        if attribute(&tokens, at).is_some_and(|end| allows(&tokens[at..end])) {
            report(token.line, "a lint is never allowed: `#[expect(…, reason = \"…\")]`");
        }
        let called = tokens.get(at + 1).is_some_and(|next| next.is("!"));
        let prints = called && matches!(&*token.text, "print" | "println" | "eprint" | "eprintln");
        if prints && file.starts_with("src/") && file != OUTPUT {
            report(token.line, "output goes through cli/output.rs");
        }
    }
    findings
}

fn says_something(line: &str) -> bool {
    line.trim().len() > 3
}

fn is_drawer(file: &str) -> bool {
    let bare = file.strip_suffix(".rs").unwrap_or(file);
    bare.split(['/', '_']).any(|word| DRAWERS.contains(&word))
}

fn ceiling(file: &str) -> usize {
    if file == "src/main.rs" { LONGEST_MAIN } else { LONGEST }
}

/// The first line above the ceiling. A file of tests beside the code may grow with its tables.
fn over_long(file: &str, text: &str, tokens: &[Token]) -> Option<usize> {
    let is_tests = file.ends_with("/tests.rs") || file.contains("/tests/") || !file.starts_with("src/");
    let lines = tokens::first_test_line(tokens).map_or_else(|| text.lines().count(), |line| line - 1);
    (!is_tests && lines > ceiling(file)).then(|| ceiling(file) + 1)
}

/// Whether an attribute holds `allow(…)`, be it inside of `cfg_attr`.
fn allows(attribute: &[Token]) -> bool {
    attribute.windows(2).any(|pair| pair[0].is("allow") && pair[0].word && pair[1].is("("))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(file: &str, text: &str) -> Vec<(usize, String)> {
        check(file, text).into_iter().map(|finding| (finding.line, finding.what)).collect()
    }

    fn count(file: &str, text: &str) -> usize {
        found(file, text).len()
    }

    #[test]
    fn a_file_opens_with_what_it_is() {
        assert_eq!(count("src/a.rs", "//! A tree.\n"), 0);
        for text in ["", "// A tree.\n", "//!\n//! A tree.\n", "\n//! A tree.\n", "//! .\n", "use a;\n//! x"]
        {
            assert_ne!(count("src/a.rs", text), 0, "{text:?}");
        }
    }

    #[test]
    fn the_ceiling_leaves_out_a_tail_of_tests() {
        let lines = |count: usize| format!("//! A tree.\n{}", "fn f() {}\n".repeat(count - 1));
        let tests = format!("#[cfg(test)]\nmod tests {{\n{}}}\n", "fn f() {}\n".repeat(500));
        assert_eq!(count("src/a.rs", &(lines(400) + &tests)), 0);
        assert_eq!(found("src/a.rs", &(lines(401) + &tests))[0].0, 401);
        assert_eq!(count("src/a.rs", &(lines(10) + &tests + &lines(10)[1..])), 1);
        assert_eq!(count("src/a/tests.rs", &lines(900)), 0);
        assert_eq!((count("src/main.rs", &lines(40)), count("src/main.rs", &lines(41))), (0, 1));
    }

    #[test]
    fn no_drawer_for_odds_and_ends() {
        for file in ["src/util.rs", "src/tui/helpers/a.rs", "src/string_utils.rs", "tests/common/mod.rs"] {
            assert_eq!(count(file, "//! A tree.\n"), 1, "{file}");
        }
        assert_eq!(count("src/commonplace.rs", "//! A tree.\n"), 0);
    }

    #[test]
    fn lints_are_expected_and_never_allowed() {
        let count = |text: &str| count("src/a.rs", &format!("//! A tree.\n{text}"));
        assert_eq!(count("#[allow(dead_code)] fn f() {}"), 1);
        assert_eq!(count("#![allow(dead_code)]"), 1);
        assert_eq!(count("#[cfg_attr(test, allow(dead_code))] fn f() {}"), 1);
        assert_eq!(count("#[expect(dead_code, reason = \"#[allow(x)]\")] fn f() { allow(1) }"), 0);
    }

    #[test]
    fn one_file_prints() {
        let text = "//! A tree.\nfn f() {\n    println!(\"println!\");\n}";
        assert_eq!(found("src/a.rs", text), [(3, "output goes through cli/output.rs".to_owned())]);
        assert_eq!(count("src/cli/output.rs", text) + count("tests/a.rs", text), 0);
    }
}
