//! The shipped roadmap, held to the bar for its content: whole, sound, and worth a learner's evening.

#![expect(clippy::expect_used, reason = "a roadmap that cannot be read fails every test")]

mod roadmaps {
    mod cards;
    mod names;
    mod road;
    mod spelling;
}

use std::path::Path;
use std::sync::LazyLock;

use milepost::domain::{Roadmap, Skill, SkillIx};
use milepost::format::roadmap::{self, Source};
use milepost::format::shipped::shipped;
use milepost::store::roadmap_files;

static SOURCES: LazyLock<Vec<Source>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("roadmaps");
    roadmap_files::gather(&folder).expect("the folder of the shipped roadmap")
});

static ROADMAP: LazyLock<Roadmap> =
    LazyLock::new(|| roadmap::read(None, &SOURCES).roadmap.expect("a roadmap without errors"));

#[test]
fn the_checker_has_nothing_to_say() {
    let read = roadmap::read(None, &SOURCES);
    let said = read.defects.iter().map(|defect| roadmap::excerpt(&SOURCES, defect).to_string());
    none(said);
}

#[test]
fn what_is_compiled_in_is_what_lies_in_the_folder() {
    let bytes = |roadmap: &Roadmap| roadmap::encode(roadmap).expect("enough memory");
    assert!(bytes(&shipped()) == bytes(&ROADMAP), "build.rs and the folder differ");
}

#[test]
fn the_readmes_own_roadmap_can_be_loaded() {
    let readme = include_str!("../README.md");
    let example = readme.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next());
    let sources = [Source::new("README.md", example.unwrap_or_default().into())];
    let read = roadmap::read(Some(&ROADMAP), &sources);
    let errors = read.defects.iter().filter(|defect| defect.is_error());
    none(errors.map(|defect| roadmap::excerpt(&sources, defect).to_string()));
    assert!(read.roadmap.is_some_and(|roadmap| roadmap.skills().len() == ROADMAP.skills().len() + 1));
}

fn skills() -> impl Iterator<Item = &'static Skill> {
    ROADMAP.skills().map(|(_, skill)| skill)
}

fn id(ix: SkillIx) -> &'static str {
    ROADMAP.skill(ix).id.as_str()
}

/// Every text of a skill that a learner reads as prose.
fn texts(skill: &Skill) -> Vec<&str> {
    let outcomes = skill.outcomes.iter().map(|outcome| &*outcome.text);
    let prompts = skill.prompts.iter().flat_map(|prompt| [&*prompt.ask, &*prompt.answer]);
    [&*skill.details.why, &*skill.details.about, &*skill.details.practice]
        .into_iter()
        .chain(outcomes)
        .chain(prompts)
        .collect()
}

fn named(skill: &Skill, wrong: impl IntoIterator<Item = String>) -> Vec<String> {
    wrong.into_iter().map(|wrong| format!("{}: {wrong}", skill.id)).collect()
}

#[track_caller]
fn none(wrong: impl IntoIterator<Item = String>) {
    let lines: Vec<String> = wrong.into_iter().collect();
    assert!(lines.is_empty(), "\n{}", lines.join("\n"));
}
