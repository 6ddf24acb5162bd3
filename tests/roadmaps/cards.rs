//! Each skill's card, held to what a program can check of the bar in `roadmaps/README.md`.

use std::collections::BTreeMap;

use milepost::domain::Skill;

use crate::{named, none, skills, texts};

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

/// Characters of what should fit two lines of a terminal.
const LINE: usize = 160;

/// Characters of a line of code.
const CODE: usize = 76;

#[test]
fn every_skill_can_be_learnt_from_its_card() {
    none(skills().flat_map(|skill| {
        let mut wrong = Vec::new();
        let words = skill.details.about.split_whitespace().count();
        if !(80..=200).contains(&words) {
            wrong.push(format!("`about` has {words} words"));
        }
        let outcomes = skill.outcomes.len();
        if !(3..=5).contains(&outcomes) {
            wrong.push(format!("{outcomes} outcomes"));
        }
        if skill.details.why.contains('\n') || skill.details.why.chars().count() > LINE {
            wrong.push("`why` is one line".to_owned());
        }
        if !(100..=400).contains(&skill.details.practice.chars().count()) {
            wrong.push(format!("`practice` has {} characters", skill.details.practice.chars().count()));
        }
        if skill.aliases.is_empty() {
            wrong.push("no alias".to_owned());
        }
        let strange = skill.outcomes.iter().filter(|outcome| !outcome.text.starts_with("I can "));
        wrong.extend(strange.map(|outcome| format!("an outcome begins with \"I can \": {}", outcome.text)));
        if !(2..=4).contains(&skill.prompts.len()) {
            wrong.push(format!("{} prompts", skill.prompts.len()));
        }
        let sides = skill.prompts.iter().flat_map(|prompt| [&prompt.ask, &prompt.answer]);
        let long = sides.filter(|side| side.chars().count() > LINE);
        wrong.extend(long.map(|side| format!("a side of a prompt fits two lines: {side}")));
        wrong.extend(wide_lines(skill).map(|line| format!("a line of code is wider than a card: {line}")));
        let (low, high) = (skill.hours.low, skill.hours.high);
        let each = f64::from(low) / outcomes as f64;
        if high > 4.0 * low || each < 0.5 || f64::from(high) / outcomes as f64 > 25.0 {
            wrong.push(format!("hours = [{low}, {high}] for {outcomes} outcomes"));
        }
        named(skill, wrong)
    }));
}

#[test]
fn every_skill_has_two_to_four_different_resources() {
    none(skills().flat_map(|skill| {
        let mut urls: Vec<&str> =
            skill.details.resources.iter().map(|resource| resource.url.as_str()).collect();
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
        let prompts = skill.prompts.iter().flat_map(|prompt| [&prompt.ask, &prompt.answer]);
        for text in outcomes.chain(prompts).chain([&skill.details.why, &skill.details.practice]) {
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
            // Between the fences; a comment in SQL begins with dashes too.
            let prose = text.split("```").step_by(2).flat_map(|part| part.split("\n\n"));
            let dashes = prose.filter(|paragraph| dashes(paragraph) > 1);
            let filler = filler.map(|filler| format!("filler: {filler}"));
            filler
                .chain(dashes.map(|paragraph| format!("a chain of dashes: {paragraph}")))
                .collect::<Vec<_>>()
        });
        named(skill, wrong.collect::<Vec<_>>())
    }));
}

fn dashes(paragraph: &str) -> usize {
    ["—", " – ", " -- "].iter().map(|dash| paragraph.matches(dash).count()).sum()
}

/// Lines of code that no card at the design size of the screen shows whole.
fn wide_lines(skill: &Skill) -> impl Iterator<Item = &str> {
    let code = skill.details.about.split("```").skip(1).step_by(2);
    code.flat_map(|block| block.lines().skip(1)).filter(|line| line.chars().count() > CODE)
}
