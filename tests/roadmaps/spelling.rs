//! The spelling: each word of the road is in the list of words of the field.
//!
//! `UPDATE_WORDS=1 cargo test --test roadmaps` writes the list anew from the road; read what it adds before keeping it.

#![expect(clippy::disallowed_methods, reason = "the list of words is a file beside the test")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use crate::{ROADMAP, none, texts};

/// What stands at the head of the list.
const HEAD: &str =
    "# The words of the shipped road. A word that is missing here is a slip, or new: then it is added.\n";

#[test]
fn every_word_is_spelt_as_in_the_list() {
    let path = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/roadmaps/words.txt"));
    let used = words();
    if std::env::var_os("UPDATE_WORDS").is_some() {
        let list: Vec<&str> = used.keys().map(String::as_str).collect();
        std::fs::write(&path, format!("{HEAD}{}\n", list.join("\n"))).expect("the list can be written");
    }
    let list = std::fs::read_to_string(&path).expect("the list of words");
    let known: BTreeSet<&str> = list.lines().filter(|line| !line.starts_with('#')).collect();
    let strange = used.iter().filter(|(word, _)| !known.contains(word.as_str()));
    none(strange.map(|(word, place)| format!("{place}: {word}")));
    none(
        known.iter().filter(|word| !used.contains_key(**word)).map(|word| format!("{word} is used no more")),
    );
}

/// Every word in lower case, code left out, with a place where it stands.
fn words() -> BTreeMap<String, String> {
    let mut words = BTreeMap::new();
    let mut add = |place: &str, text: &str| {
        for word in prose(text).split(|c: char| !c.is_alphabetic() && c != '\'') {
            let word = word.trim_matches('\'').to_lowercase();
            if !word.is_empty() {
                words.entry(word).or_insert_with(|| place.to_owned());
            }
        }
    };
    for (_, skill) in ROADMAP.skills() {
        let texts = texts(skill).into_iter().chain([&*skill.title]);
        texts.for_each(|text| add(skill.id.as_str(), text));
    }
    for (_, role) in ROADMAP.roles() {
        [&role.title, &role.summary].into_iter().for_each(|text| add(role.id.as_str(), text));
    }
    for (_, stage) in ROADMAP.stages() {
        [&stage.title, &stage.summary].into_iter().for_each(|text| add(stage.id.as_str(), text));
    }
    words
}

/// A text without what stands in backquotes.
fn prose(text: &str) -> String {
    let outside = text.split("```").step_by(2);
    outside.flat_map(|part| part.split('`').step_by(2)).collect::<Vec<_>>().join(" ")
}
