//! Which of a device's events were read: by their counts alone, and with checksums while a journal is read whole.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The counts of the events that were read, as ranges; in order, with a gap between any two.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Seen(Vec<(u64, u64)>);

impl Seen {
    /// Adds a count; says whether it is new.
    pub(super) fn add(&mut self, seq: u64) -> bool {
        let next = self.0.partition_point(|&(first, _)| first <= seq);
        if next > 0 && seq <= self.0[next - 1].1 {
            return false;
        }
        let joins_before = next > 0 && self.0[next - 1].1 + 1 == seq;
        let joins_after = self.0.get(next).is_some_and(|&(first, _)| first == seq + 1);
        match (joins_before, joins_after) {
            (true, true) => self.0[next - 1].1 = self.0.remove(next).1,
            (true, false) => self.0[next - 1].1 = seq,
            (false, true) => self.0[next].0 = seq,
            (false, false) => self.0.insert(next, (seq, seq)),
        }
        true
    }

    /// The largest count; 0 if there is none.
    pub(super) fn last(&self) -> u64 {
        self.0.last().map_or(0, |&(_, last)| last)
    }

    /// The ranges that are missing below the largest count.
    pub(super) fn holes(&self) -> impl Iterator<Item = (u64, u64)> {
        let ends = std::iter::once(0).chain(self.0.iter().map(|&(_, last)| last));
        ends.zip(&self.0)
            .filter(|&(before, &(first, _))| before + 1 < first)
            .map(|(b, &(f, _))| (b + 1, f - 1))
    }
}

/// The same with each event's checksum: by the first count of a run, the checksums of the run. Four bytes an
/// event, as long as the journal is in good order.
#[derive(Clone, Debug, Default)]
pub(super) struct Sums(BTreeMap<u64, Vec<u32>>);

/// How an event stands to those read before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Met {
    /// It is new.
    New,
    /// It was read before.
    Again,
    /// Another was read under its name.
    Other,
}

impl Sums {
    /// Adds an event.
    pub(super) fn meet(&mut self, seq: u64, crc: u32) -> Met {
        if let Some((first, run)) = self.0.range_mut(..=seq).next_back() {
            match usize::try_from(seq - first).ok().map(|at| (at, run.get(at))) {
                Some((_, Some(&known))) => return if known == crc { Met::Again } else { Met::Other },
                Some((at, None)) if at == run.len() => {
                    run.push(crc);
                    return Met::New;
                }
                _ => {}
            }
        }
        self.0.insert(seq, vec![crc]);
        Met::New
    }

    /// The counts alone.
    pub(super) fn seen(&self) -> Seen {
        let mut ranges: Vec<(u64, u64)> = Vec::new();
        for (&first, run) in &self.0 {
            let last = first + run.len() as u64 - 1;
            match ranges.last_mut() {
                Some(range) if range.1 + 1 == first => range.1 = last,
                _ => ranges.push((first, last)),
            }
        }
        Seen(ranges)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn both_forms_agree_with_a_plain_map(events in prop::collection::vec((1u64..30, 0u32..3), 0..60)) {
            let (mut seen, mut sums, mut plain) = (Seen::default(), Sums::default(), BTreeMap::new());
            for (seq, crc) in events {
                let expected = match plain.get(&seq) {
                    None => Met::New,
                    Some(&known) if known == crc => Met::Again,
                    Some(_) => Met::Other,
                };
                plain.entry(seq).or_insert(crc);
                prop_assert_eq!(sums.meet(seq, crc), expected);
                prop_assert_eq!(seen.add(seq), expected == Met::New);
                prop_assert_eq!(&sums.seen(), &seen);
            }
            let last = plain.keys().last().copied().unwrap_or(0);
            prop_assert_eq!(seen.last(), last);
            let missing: Vec<u64> = (1..last).filter(|seq| !plain.contains_key(seq)).collect();
            let holes: Vec<u64> = seen.holes().flat_map(|(first, last)| first..=last).collect();
            prop_assert_eq!(holes, missing);
        }
    }
}
