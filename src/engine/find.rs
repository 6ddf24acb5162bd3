//! Fuzzy search over titles, ids, aliases and outcomes.

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use crate::domain::{Roadmap, SkillIx};

/// What an id, an alias and an outcome count for beside a title's score, in hundredths.
const ID: u32 = 90;
const ALIAS: u32 = 90;
const OUTCOME: u32 = 40;

/// The score of a match without any slip, among those with slips.
const NO_SLIP: u32 = 100;

/// Where the words were found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Where {
    /// In the title.
    Title,
    /// In the id.
    Id,
    /// In this alias, from 0.
    Alias(usize),
    /// In this outcome, from 0.
    Outcome(usize),
}

/// A skill that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Which skill.
    pub skill: SkillIx,
    /// Higher is better; comparable within one search.
    pub score: u32,
    /// What matched best.
    pub found: Where,
    /// The characters of the title that matched, if the title did.
    pub letters: Vec<u32>,
}

/// The skills that match `words`, best first; ties keep road order. No words find every skill; if nothing matches,
/// words with a slip of the fingers do.
pub fn find(roadmap: &Roadmap, words: &str) -> Vec<Hit> {
    let hits = matching(roadmap, words);
    if hits.is_empty() { nearly_matching(roadmap, words) } else { hits }
}

fn matching(roadmap: &Roadmap, words: &str) -> Vec<Hit> {
    let pattern = Pattern::parse(words, CaseMatching::Ignore, Normalization::Smart);
    // Letters scattered over a sentence are found in nearly every one, so outcomes must hold the words as they are.
    let whole_words = Pattern::new(words, CaseMatching::Ignore, Normalization::Smart, AtomKind::Substring);
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut buffer = Vec::new();
    let mut hits = Vec::new();
    for (ix, skill) in roadmap.skills() {
        let mut score = |text: &str| pattern.score(Utf32Str::new(text, &mut buffer), &mut matcher);
        let mut best = score(&skill.title).map(|score| (score, Where::Title));
        let mut offer = |score: Option<u32>, share: u32, found: Where| {
            let score = score.map(|score| score * share / 100);
            if score > best.map(|(score, _)| score) {
                best = score.map(|score| (score, found));
            }
        };
        offer(score(skill.id.as_str()), ID, Where::Id);
        for (i, alias) in skill.aliases.iter().enumerate() {
            offer(score(alias.trim_start_matches('=')), ALIAS, Where::Alias(i));
        }
        for (i, outcome) in skill.outcomes.iter().enumerate() {
            let score = whole_words.score(Utf32Str::new(&outcome.text, &mut buffer), &mut matcher);
            offer(score, OUTCOME, Where::Outcome(i));
        }
        if let Some((score, found)) = best {
            hits.push(Hit { skill: ix, score, found, letters: Vec::new() });
        }
    }
    hits.sort_by_key(|hit| (std::cmp::Reverse(hit.score), hit.skill));
    for hit in &mut hits {
        let title = &roadmap.skill(hit.skill).title;
        if pattern.indices(Utf32Str::new(title, &mut buffer), &mut matcher, &mut hit.letters).is_some() {
            hit.letters.sort_unstable();
            hit.letters.dedup();
        }
    }
    hits
}

/// The skills of which each word stands in the title, the id or an alias with few letters swapped, missing or wrong.
fn nearly_matching(roadmap: &Roadmap, words: &str) -> Vec<Hit> {
    let typed: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
    let mut hits = Vec::new();
    for (skill, told) in roadmap.skills() {
        let aliases = told.aliases.iter().enumerate().map(|(i, alias)| (alias.as_str(), Where::Alias(i)));
        let places = [(told.title.as_str(), Where::Title), (told.id.as_str(), Where::Id)];
        let near =
            places.into_iter().chain(aliases).filter_map(|(text, found)| Some((slips(&typed, text)?, found)));
        if let Some((slips, found)) = near.min_by_key(|(slips, _)| *slips) {
            hits.push(Hit { skill, score: NO_SLIP.saturating_sub(slips), found, letters: Vec::new() });
        }
    }
    hits.sort_by_key(|hit| (std::cmp::Reverse(hit.score), hit.skill));
    hits
}

/// How many slips make the typed words of some words of `text`; `None` if it takes more than one in four letters.
fn slips(typed: &[String], text: &str) -> Option<u32> {
    let text = text.to_lowercase();
    let words = || text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut sum = 0;
    for word in typed {
        let length = word.chars().count();
        let most = length / 4;
        let near = words().filter(|other| other.chars().count().abs_diff(length) <= most);
        let fewest = near.map(|other| strsim::damerau_levenshtein(word, other)).min()?;
        if fewest > most {
            return None;
        }
        sum += u32::try_from(fewest).unwrap_or(u32::MAX);
    }
    Some(sum)
}

#[cfg(test)]
mod tests;
