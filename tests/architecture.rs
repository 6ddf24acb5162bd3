//! The laws of the house that a machine can keep: layers, cycles, outside crates, and the manners of a file.
//!
//! The source is read as tokens (`proc-macro2`, with places), not as text: comments and strings cannot mislead the
//! rules, and paths inside of macros are seen, which a syntax tree would hide.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::panic,
    reason = "the rules read the source tree; a tree that cannot be read fails them"
)]

mod architecture {
    pub mod cycles;
    pub mod finding;
    pub mod house;
    pub mod layers;
    pub mod manners;
    pub mod paths;
    pub mod tokens;
}

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use architecture::finding::Finding;
use architecture::house::House;
use architecture::{cycles, layers, manners};

#[test]
fn imports_point_down_and_outside_crates_stay_where_they_belong() {
    none(&layers::check(&house()));
}

#[test]
fn no_folder_has_modules_that_go_round_in_a_circle() {
    none(&cycles::check(&house()));
}

#[test]
fn every_file_keeps_its_manners() {
    let findings = ["src", "tests", "benches", "build.rs"]
        .into_iter()
        .flat_map(rust_files)
        .flat_map(|(file, text)| manners::check(&file, &text))
        .collect::<Vec<_>>();
    none(&findings);
}

#[test]
fn no_file_is_left_out_of_the_house() {
    none(&house().orphans());
}

fn house() -> House {
    let manifest: toml::Table = fs::read_to_string(root().join("Cargo.toml")).unwrap().parse().unwrap();
    let unix = &manifest["target"]["cfg(unix)"]["dependencies"];
    let crates: BTreeSet<String> = [&manifest["dependencies"], unix]
        .into_iter()
        .flat_map(|section| section.as_table().unwrap().keys())
        .map(|name| name.replace('-', "_"))
        .collect();
    House::build(rust_files("src"), crates).unwrap_or_else(|error| panic!("{error}"))
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file below `name`, or the file itself: its path with forward slashes, and its text.
fn rust_files(name: &str) -> Vec<(String, String)> {
    let mut files = Vec::new();
    let mut ahead = vec![root().join(name)];
    while let Some(path) = ahead.pop() {
        if path.is_dir() {
            ahead.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push((shown(&path), fs::read_to_string(&path).unwrap()));
        }
    }
    files.sort();
    files
}

fn shown(path: &Path) -> String {
    let inside = path.strip_prefix(root()).unwrap();
    inside.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

#[track_caller]
fn none(findings: &[Finding]) {
    let lines: String = findings.iter().map(|finding| format!("{finding}\n")).collect();
    assert!(findings.is_empty(), "ARCHITECTURE.md says why:\n{lines}");
}
