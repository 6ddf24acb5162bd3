//! Tests of reading and checking roadmap files.

mod excerpts;
mod faults;
mod graph;
mod whole;

use super::{Outcome, Source, read};
use crate::domain::{Id, Roadmap};

/// A roadmap file without a fault.
const SOUND: &str = include_str!("../../../tests/fixtures/roadmaps/sound.toml");

/// Reads texts as the files `a.toml`, `b.toml` and so on.
fn read_all(base: Option<&Roadmap>, texts: &[&str]) -> (Vec<Source>, Outcome) {
    let named = ('a'..='z').zip(texts);
    let sources: Vec<Source> =
        named.map(|(name, text)| Source::new(&format!("{name}.toml"), text.as_bytes().to_vec())).collect();
    let outcome = read(base, &sources);
    (sources, outcome)
}

/// Each defect as `file:line:column code`.
fn said(sources: &[Source], outcome: &Outcome) -> Vec<String> {
    let place = |defect| {
        let excerpt = super::excerpt(sources, defect);
        format!("{}:{}:{} {}", excerpt.file, excerpt.line, excerpt.column, defect.fault.code())
    };
    outcome.defects.iter().map(place).collect()
}

fn roadmap(texts: &[&str]) -> Roadmap {
    let (sources, outcome) = read_all(None, texts);
    let said = said(&sources, &outcome);
    outcome.roadmap.unwrap_or_else(|| panic!("{said:#?}"))
}

fn ids<'a>(ids: impl Iterator<Item = &'a Id>) -> Vec<&'a str> {
    ids.map(Id::as_str).collect()
}
