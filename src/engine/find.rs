//! Fuzzy search over titles, ids, aliases and outcomes.

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use crate::domain::{Roadmap, SkillIx};

/// What an id, an alias and an outcome count for beside a title's score, in hundredths.
const ID: u32 = 90;
const ALIAS: u32 = 90;
const OUTCOME: u32 = 40;

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

/// The skills that match `words`, best first; ties keep road order. No words find every skill.
pub fn find(roadmap: &Roadmap, words: &str) -> Vec<Hit> {
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
