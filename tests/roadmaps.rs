//! The shipped roadmap, held to the bar for its content: whole, sound, and worth a learner's evening.

#![expect(clippy::expect_used, reason = "a roadmap that cannot be read fails every test")]

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use milepost::domain::{Node, Progress, Roadmap, Skill, SkillIx, Standing};
use milepost::engine::suggest;
use milepost::format::roadmap::{self, Source};
use milepost::format::shipped::shipped;
use milepost::store::roadmap_files;

static SOURCES: LazyLock<Vec<Source>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("roadmaps");
    roadmap_files::gather(&folder).expect("the folder of the shipped roadmap")
});

static ROADMAP: LazyLock<Roadmap> =
    LazyLock::new(|| roadmap::read(None, &SOURCES).roadmap.expect("a roadmap without errors"));

/// Ends of ways that the roadmap promises, each with a skill that lies on the way to it.
const WAYS: [(&str, &str); 6] = [
    ("kubernetes.workloads", "docker.images"),
    ("cd.deploy", "ci.pipelines"),
    ("obs.alerting", "grafana.dashboards"),
    ("terraform.basics", "cloud.iam"),
    ("serving.api", "ml.supervised"),
    ("mlops.monitoring", "serving.api"),
];

/// Words that fill a line and say nothing.
const FILLER: [&str; 26] = [
    "in today's",
    "crucial role",
    "vital role",
    "key role in",
    "fast-paced",
    "ever-evolving",
    "ever-changing",
    "delve",
    "game-changer",
    "game changer",
    "seamless",
    "cutting-edge",
    "state-of-the-art",
    "unlock the",
    "unleash",
    "harness the",
    "elevate your",
    "important to note",
    "worth noting",
    "in conclusion",
    "at the end of the day",
    "look no further",
    "testament to",
    "tapestry",
    "best-in-class",
    "supercharge",
];

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
fn the_road_is_as_long_as_promised() {
    let stages = ROADMAP.stages().count();
    assert!((20..=24).contains(&stages), "{stages} stages");
    assert!(ROADMAP.skills().len() >= 60, "{} skills", ROADMAP.skills().len());
    assert!(ROADMAP.roles().len() >= 4, "{} roles", ROADMAP.roles().len());
    let empty = ROADMAP.stages().filter(|(ix, _)| ROADMAP.skills_of(*ix).next().is_none());
    none(empty.map(|(_, stage)| format!("the stage {} is empty", stage.id)));
}

#[test]
fn each_promised_way_is_unbroken() {
    none(WAYS.iter().flat_map(|&(end, on_the_way)| gaps(end, on_the_way)));
}

#[test]
fn no_way_is_endless_and_no_skill_waits_for_a_crowd() {
    let mut steps: BTreeMap<SkillIx, usize> = BTreeMap::new();
    for &ix in ROADMAP.graph().order() {
        let requires = ROADMAP.skill(ix).requires.iter();
        let before = requires.flat_map(|&node| stands_for(node)).map(|before| steps[&before]).max();
        steps.insert(ix, before.unwrap_or(0) + 1);
    }
    let longest = steps.iter().max_by_key(|(_, steps)| **steps).map(|(ix, steps)| (id(*ix), *steps));
    assert!(longest.is_some_and(|(_, steps)| steps <= 16), "{longest:?}");

    let mut counts: Vec<usize> = ROADMAP.skills().map(|(_, skill)| skill.requires.len()).collect();
    counts.sort_unstable();
    let median = counts[counts.len() / 2];
    assert!((1..=3).contains(&median), "the median skill has {median} prerequisites");
}

#[test]
fn every_skill_can_be_learnt_from_its_card() {
    none(skills().flat_map(|skill| {
        let mut wrong = Vec::new();
        let words = skill.about.split_whitespace().count();
        if !(80..=210).contains(&words) {
            wrong.push(format!("`about` has {words} words"));
        }
        if skill.outcomes.len() < 3 {
            wrong.push(format!("{} outcomes", skill.outcomes.len()));
        }
        let strange = skill.outcomes.iter().filter(|outcome| !outcome.text.starts_with("I can "));
        wrong.extend(strange.map(|outcome| format!("an outcome begins with \"I can \": {}", outcome.text)));
        let long = skill.prompts.iter().filter(|prompt| prompt.answer.chars().count() > 200);
        wrong.extend(long.map(|prompt| format!("an answer fits two lines: {}", prompt.answer)));
        let (low, high) = (skill.hours.low, skill.hours.high);
        if !(0.5 <= low && low <= high && high <= 200.0 && high <= 4.0 * low) {
            wrong.push(format!("hours = [{low}, {high}]"));
        }
        named(skill, wrong)
    }));
}

#[test]
fn every_skill_has_two_to_four_different_resources() {
    none(skills().flat_map(|skill| {
        let mut urls: Vec<&str> = skill.resources.iter().map(|resource| resource.url.as_str()).collect();
        let count = urls.len();
        urls.sort_unstable();
        urls.dedup();
        let fits = (2..=4).contains(&count) && urls.len() == count;
        named(skill, (!fits).then(|| format!("{count} resources, {} addresses", urls.len())))
    }));
}

#[test]
fn nothing_is_said_twice() {
    let mut said: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for skill in skills() {
        let outcomes = skill.outcomes.iter().map(|outcome| &outcome.text);
        let prompts = skill.prompts.iter().map(|prompt| &prompt.ask);
        for text in outcomes.chain(prompts) {
            said.entry(text.to_lowercase()).or_default().push(skill.id.as_str());
        }
    }
    let twice = said.iter().filter(|(_, by)| by.len() > 1);
    none(twice.map(|(text, by)| format!("{}: {text}", by.join(", "))));
}

#[test]
fn the_prose_is_plain() {
    none(skills().flat_map(|skill| {
        let texts = texts(skill);
        let wrong = texts.iter().flat_map(|text| {
            let lower = text.to_lowercase();
            let filler = FILLER.iter().filter(move |filler| lower.contains(**filler));
            let dashes = text.split("\n\n").filter(|paragraph| dashes(paragraph) > 1);
            let filler = filler.map(|filler| format!("filler: {filler}"));
            filler
                .chain(dashes.map(|paragraph| format!("a chain of dashes: {paragraph}")))
                .collect::<Vec<_>>()
        });
        named(skill, wrong.collect::<Vec<_>>())
    }));
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

/// Where the way to `end` for someone who has nothing breaks off, or passes by what should lie on it.
fn gaps(end: &str, on_the_way: &str) -> Vec<String> {
    let Some(skill) = ROADMAP.names().skill(end) else { return vec![format!("no skill {end}")] };
    let progress = Progress::default();
    let way = suggest::way(&ROADMAP, &Standing::of(&ROADMAP, &progress), &progress, skill);
    let mut wrong = Vec::new();
    for (at, &step) in way.iter().enumerate() {
        let had = |node: Node| match node {
            Node::Skill(ix) => way[..at].contains(&ix),
            Node::Choice(ix) => {
                let choice = ROADMAP.choice(ix);
                let options = choice.options.iter().filter(|option| way[..at].contains(option));
                options.count() >= choice.pick as usize
            }
        };
        let missing = ROADMAP.skill(step).requires.iter().filter(|&&node| !had(node));
        wrong.extend(missing.map(|&node| format!("{end}: {} before {}", ROADMAP.node_id(node), id(step))));
    }
    if way.last() != Some(&skill) || way.len() < 3 {
        wrong.push(format!("{end}: a way of {} steps", way.len()));
    }
    if !way.iter().any(|&step| id(step) == on_the_way) {
        wrong.push(format!("{end}: passes by {on_the_way}"));
    }
    wrong
}

fn stands_for(node: Node) -> Vec<SkillIx> {
    match node {
        Node::Skill(ix) => vec![ix],
        Node::Choice(ix) => ROADMAP.choice(ix).options.clone(),
    }
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
    [&*skill.why, &*skill.about, &*skill.practice].into_iter().chain(outcomes).chain(prompts).collect()
}

fn dashes(paragraph: &str) -> usize {
    ["—", " – ", " -- "].iter().map(|dash| paragraph.matches(dash).count()).sum()
}

fn named(skill: &Skill, wrong: impl IntoIterator<Item = String>) -> Vec<String> {
    wrong.into_iter().map(|wrong| format!("{}: {wrong}", skill.id)).collect()
}

#[track_caller]
fn none(wrong: impl IntoIterator<Item = String>) {
    let lines: Vec<String> = wrong.into_iter().collect();
    assert!(lines.is_empty(), "\n{}", lines.join("\n"));
}
