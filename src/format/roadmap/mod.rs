//! Roadmap files: read as written, lowered to a checked roadmap, with every defect of every file gathered.

mod check;
mod cycle;
mod defect;
mod defect_text;
mod embedded;
mod excerpt;
mod fields;
mod form;
mod lower;
mod lowered;
mod raw;
mod reach;
mod sort;
mod source;
mod taken;

pub use defect::{Defect, Fault, Place, Severity};
pub use embedded::{decode, encode};
pub use excerpt::{Excerpt, excerpt};
pub use form::{FORMS, Form, Key, Shape};
pub use lower::MOST_SKILLS;
pub use source::{LARGEST_FILE, Source};

use crate::domain::Roadmap;

/// What reading a set of roadmap files gave.
#[derive(Debug)]
pub struct Outcome {
    /// The roadmap, unless a defect is an error.
    pub roadmap: Option<Roadmap>,
    /// Every defect of every file, in the order of files and places.
    pub defects: Vec<Defect>,
}

/// Reads and checks `sources` on top of `base`, the roadmap that they may hang their skills onto.
///
/// Only defects of `sources` are reported; `base` is taken to be sound.
pub fn read(base: Option<&Roadmap>, sources: &[Source]) -> Outcome {
    let mut defects = Vec::new();
    let files: Vec<_> =
        sources.iter().enumerate().map(|(i, source)| raw::read(i, source, &mut defects)).collect();
    let lowered = lower::lower(base, &files, &mut defects);
    let roadmap = check::check(lowered, &files, &mut defects);
    defects.sort_by_key(|defect| (defect.place.file, defect.place.span.start, defect.place.span.end));
    Outcome { roadmap, defects }
}

#[cfg(test)]
mod tests;
