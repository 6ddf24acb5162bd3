//! What the README lists comes from the program: its table of keys.
//!
//! `UPDATE_README=1 cargo test --test readme` writes it anew.

#![expect(
    clippy::disallowed_methods,
    reason = "a test may stop where it stands, and reads the file that it is about"
)]

use milepost::tui::{ACTIONS, Scope};

const MARK: &str = "<!-- keys -->";

/// The scopes that a newcomer should see; the rest is in the help on the screen.
const SHOWN: [Scope; 8] = [
    Scope::Screens,
    Scope::Moves,
    Scope::Skill,
    Scope::Map,
    Scope::Plan,
    Scope::Question,
    Scope::Answer,
    Scope::Everywhere,
];

#[test]
fn the_keys_are_those_of_the_program() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    let readme = std::fs::read_to_string(path).unwrap();
    let [before, found, after] = readme.splitn(3, MARK).collect::<Vec<_>>()[..] else {
        panic!("the README has no two {MARK}");
    };
    if std::env::var_os("UPDATE_README").is_some() {
        std::fs::write(path, format!("{before}{MARK}\n{}{MARK}{after}", table())).unwrap();
    } else {
        assert_eq!(found.trim(), table().trim(), "UPDATE_README=1 cargo test --test readme");
    }
}

fn table() -> String {
    let mut table = "| where | keys | what |\n|---|---|---|\n".to_owned();
    for scope in SHOWN {
        for row in ACTIONS.iter().filter(|row| row.scope == scope) {
            let keys: Vec<String> = row.keys.iter().map(|key| format!("`{key}`")).collect();
            table += &format!("| {} | {} | {} |\n", scope.title(), keys.join(" "), row.title);
        }
    }
    table
}
