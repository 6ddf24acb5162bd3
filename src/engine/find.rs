//! Search over titles, ids, aliases and outcomes: the words as they are, else with letters left out, else with slips.

use nucleo_matcher::chars::{normalize, to_lower_case};
use nucleo_matcher::pattern::{Atom, AtomKind, CaseMatching, Normalization};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use crate::domain::{Roadmap, Skill, SkillIx};

/// What each step of a rank counts for; within it, shorter titles come first. Below the first step stand matches with
/// letters left out and with slips.
const RANK: u32 = 1000;

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
///
/// Only if no text holds all words as they are may letters be left out, and only if that finds nothing either, do
/// words with a slip of the fingers count: else what was meant would drown in what merely could be.
pub fn find(roadmap: &Roadmap, words: &str) -> Vec<Hit> {
    let holding = matching(roadmap, &Search::whole(words));
    if !holding.is_empty() {
        return holding;
    }
    let with_gaps = matching(roadmap, &Search::with_gaps(words));
    if with_gaps.is_empty() { nearly_matching(roadmap, words) } else { with_gaps }
}

/// What is looked for.
struct Search {
    typed: String,
    words: Vec<Word>,
}

/// One word, and how it is looked for.
enum Word {
    /// As it is, in letters without case.
    Whole(Vec<char>),
    /// With letters left out.
    WithGaps(Atom),
}

/// How words lie in a text that holds them all.
#[derive(Clone, Copy)]
struct Fit {
    /// One of them begins the text.
    begins: bool,
    /// All of them begin a word.
    starts: bool,
    /// Letters between theirs.
    gaps: usize,
}

impl Search {
    fn whole(typed: &str) -> Self {
        let words = typed.split_whitespace().map(|word| Word::Whole(word.chars().map(folded).collect()));
        Self { typed: typed.trim().to_lowercase(), words: words.collect() }
    }

    fn with_gaps(typed: &str) -> Self {
        let atom = |word| Atom::new(word, CaseMatching::Ignore, Normalization::Smart, AtomKind::Fuzzy, false);
        let words = typed.split_whitespace().map(|word| Word::WithGaps(atom(word)));
        Self { typed: typed.trim().to_lowercase(), words: words.collect() }
    }

    /// How the words lie in `text`, if it holds them all; their letters are added to `letters`.
    fn fit(&self, text: &str, matcher: &mut Matcher, letters: &mut Vec<u32>) -> Option<Fit> {
        let mut fit = Fit { begins: false, starts: true, gaps: 0 };
        for word in &self.words {
            let found = word.letters_in(text, matcher)?;
            let (first, last) = (*found.first()? as usize, *found.last()? as usize);
            let gaps = (last + 1 - first).saturating_sub(found.len());
            // Letters scattered over a sentence are found in nearly every one.
            if gaps > found.len() {
                return None;
            }
            fit.begins |= first == 0;
            fit.starts &= begins_word(text, first);
            fit.gaps += gaps;
            letters.extend(found);
        }
        Some(fit)
    }

    /// How good it is to find the words so in this place; 0 is not worth telling.
    fn rank(&self, place: Where, text: &str, fit: Fit) -> u32 {
        let whole = text.to_lowercase() == self.typed;
        match place {
            Where::Title | Where::Id | Where::Alias(_) if whole => 9,
            Where::Title if fit.begins && fit.starts => 8,
            Where::Id if fit.begins && fit.starts => 7,
            Where::Title if fit.starts => 6,
            Where::Alias(_) if fit.begins && fit.starts => 5,
            Where::Id | Where::Alias(_) if fit.starts => 4,
            Where::Title => 3,
            Where::Id | Where::Alias(_) => 2,
            Where::Outcome(_) => u32::from(fit.starts),
        }
    }

    /// The best place of a skill in which the words are found, with its score, and their letters in the title.
    fn best(&self, skill: &Skill, matcher: &mut Matcher) -> Option<(u32, Where, Vec<u32>)> {
        let mut letters = Vec::new();
        let short = (RANK - 1).saturating_sub(skill.title.chars().count() as u32);
        let score = |place, text: &str, fit: Fit| match (fit.gaps, self.rank(place, text, fit)) {
            (_, 0) => 0,
            (0, rank) => rank * RANK + short,
            _ if matches!(place, Where::Outcome(_)) => 0,
            (gaps, _) => RANK.saturating_sub(gaps as u32),
        };
        let title = self.fit(&skill.title, matcher, &mut letters);
        let mut best = title.map(|fit| (score(Where::Title, &skill.title, fit), Where::Title));
        if best.is_none() {
            letters.clear();
        }
        for (text, place) in other_places(skill) {
            let score = self.fit(text, matcher, &mut Vec::new()).map(|fit| score(place, text, fit));
            if let Some(score) = score.filter(|&score| score > best.map_or(0, |(best, _)| best)) {
                best = Some((score, place));
            }
        }
        letters.sort_unstable();
        letters.dedup();
        best.map(|(score, place)| (score, place, letters))
    }
}

impl Word {
    /// The places of the word's letters in a text; where it stands more than once, at the beginning of a word if it can.
    fn letters_in(&self, text: &str, matcher: &mut Matcher) -> Option<Vec<u32>> {
        match self {
            Self::Whole(word) => {
                let at = whole_in(text, word)?;
                Some((at..at + word.len()).map(|at| at as u32).collect())
            }
            Self::WithGaps(word) => {
                let mut found = Vec::new();
                if text.is_ascii() {
                    word.indices(Utf32Str::Ascii(text.as_bytes()), matcher, &mut found)?;
                } else {
                    let chars: Vec<char> = text.chars().collect();
                    word.indices(Utf32Str::Unicode(&chars), matcher, &mut found)?;
                }
                Some(found)
            }
        }
    }
}

/// The place in letters at which a text holds a folded word. Nearly every text is ASCII and nearly none holds the word,
/// so those are told without making anything.
fn whole_in(text: &str, word: &[char]) -> Option<usize> {
    let first = |places: &mut dyn Iterator<Item = usize>| {
        let one = places.next()?;
        let mut all = std::iter::once(one).chain(places);
        Some(all.find(|&at| begins_word(text, at)).unwrap_or(one))
    };
    if text.is_ascii() {
        let is_word = |piece: &[u8]| {
            piece.iter().zip(word).all(|(byte, letter)| char::from(byte.to_ascii_lowercase()) == *letter)
        };
        let pieces = text.as_bytes().windows(word.len()).enumerate();
        return first(&mut pieces.filter(|(_, piece)| is_word(piece)).map(|(at, _)| at));
    }
    let letters: Vec<char> = text.chars().map(folded).collect();
    let pieces = letters.windows(word.len()).enumerate();
    first(&mut pieces.filter(|(_, piece)| *piece == word).map(|(at, _)| at))
}

/// A letter without case and accents.
fn folded(letter: char) -> char {
    to_lower_case(normalize(letter))
}

/// The texts of a skill beside its title.
fn other_places(skill: &Skill) -> impl Iterator<Item = (&str, Where)> {
    let aliases = skill.aliases.iter().enumerate();
    let aliases = aliases.map(|(i, alias)| (alias.trim_start_matches('='), Where::Alias(i)));
    let outcomes = skill.outcomes.iter().enumerate();
    let outcomes = outcomes.map(|(i, outcome)| (outcome.text.as_str(), Where::Outcome(i)));
    std::iter::once((skill.id.as_str(), Where::Id)).chain(aliases).chain(outcomes)
}

/// Whether a word begins at this letter, be it one within `CamelCase`.
fn begins_word(text: &str, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return true };
    let letter = |at: usize| match text.is_ascii() {
        true => text.as_bytes().get(at).copied().map(char::from),
        false => text.chars().nth(at),
    };
    let begins = |before: char| {
        !before.is_alphanumeric() || (before.is_lowercase() && letter(at).is_some_and(char::is_uppercase))
    };
    letter(before).is_none_or(begins)
}

fn matching(roadmap: &Roadmap, search: &Search) -> Vec<Hit> {
    if search.words.is_empty() {
        let all = roadmap.skills().map(|(skill, _)| skill);
        return all.map(|skill| Hit { skill, score: 0, found: Where::Title, letters: Vec::new() }).collect();
    }
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut hits: Vec<Hit> = roadmap
        .skills()
        .filter_map(|(ix, skill)| {
            let (score, found, letters) = search.best(skill, &mut matcher)?;
            Some(Hit { skill: ix, score, found, letters })
        })
        .collect();
    hits.sort_by_key(|hit| (std::cmp::Reverse(hit.score), hit.skill));
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
            hits.push(Hit { skill, score: RANK.saturating_sub(slips), found, letters: Vec::new() });
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
