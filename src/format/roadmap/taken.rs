//! The ids of a roadmap as they are taken and looked up.

use std::collections::BTreeMap;

use super::fields::nearest;
use super::raw::Text;
use super::{Defect, Fault, Place};
use crate::domain::{Clean, Id};

/// Defects after which no mend is guessed any more: each guess looks at every id.
const MOST_GUESSES: usize = 500;

/// What an id was first taken for, and where.
pub(super) type Taken<Ix> = BTreeMap<String, (Ix, Option<Place>)>;

/// Takes the ids of a base, which has no places that could be shown.
pub(super) fn named<'a, Ix>(ids: impl Iterator<Item = &'a Id>, place: impl Fn(usize) -> Ix) -> Taken<Ix> {
    ids.enumerate().map(|(i, id)| (id.to_string(), (place(i), None))).collect()
}

/// Takes an id for `ix`, unless it is malformed or taken.
pub(super) fn take<Ix: Copy>(
    defects: &mut Vec<Defect>,
    file: usize,
    taken: &mut Taken<Ix>,
    id: Option<&Text>,
    ix: Ix,
) {
    let Some(id) = id else { return };
    let place = Place { file, span: id.span.clone() };
    match Id::parse(&id.value) {
        Err(why) => defects.push(Defect { place, fault: Fault::BadId { id: Clean::line(&id.value), why } }),
        Ok(valid) => match taken.get(&id.value) {
            Some((_, first)) => {
                let fault = Fault::IdTwice { id: valid, first: first.clone() };
                defects.push(Defect { place, fault });
            }
            None => {
                taken.insert(id.value.clone(), (ix, Some(place)));
            }
        },
    }
}

/// What an id stands for; reports it if nothing, with the id that was most likely meant.
pub(super) fn look_up<Ix: Copy>(
    defects: &mut Vec<Defect>,
    file: usize,
    taken: &Taken<Ix>,
    id: &Text,
    wants: &'static str,
) -> Option<Ix> {
    if let Some((ix, _)) = taken.get(&id.value) {
        return Some(*ix);
    }
    let near = if defects.len() < MOST_GUESSES { nearest(&id.value, taken.keys()) } else { None };
    let near = near.and_then(|near| Id::parse(near).ok());
    let fault = Fault::UnknownId { wants, id: Clean::line(&id.value), near };
    defects.push(Defect { place: Place { file, span: id.span.clone() }, fault });
    None
}
