//! The recalls of a skill, packed into about ten bytes each: years of reviews make many of them, and few are looked at
//! twice.

use std::borrow::Cow;
use std::hash::{Hash, Hasher};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Day, DeviceId, EventId, Stamp, Stamped, TextKey};

/// A recall of one prompt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Recall {
    /// Which prompt.
    pub prompt: TextKey,
    /// 1 (forgotten) to 4 (easy).
    pub rating: u8,
    /// On which day.
    pub day: Day,
}

/// Every recall of a skill, as they came.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Recalls {
    /// The devices and the prompts, each named once, in the order in which the rows first name them.
    devices: Vec<DeviceId>,
    prompts: Vec<TextKey>,
    #[serde(serialize_with = "as_bytes", deserialize_with = "borrowed")]
    rows: Cow<'static, [u8]>,
    /// How many there are.
    count: usize,
    /// The Lamport number of the last row.
    ends: u64,
    newest: Option<Stamped<Recall>>,
}

impl Recalls {
    /// All of them, in the order in which they came, which says nothing; at a row that makes no sense they end.
    pub fn iter(&self) -> impl Iterator<Item = Stamped<Recall>> + '_ {
        let (mut rest, mut lamport) = (&*self.rows, 0_u64);
        std::iter::from_fn(move || {
            lamport = lamport.wrapping_add(take(&mut rest)?);
            let device = *self.devices.get(usize::try_from(take(&mut rest)?).ok()?)?;
            let stamp = Stamp { lamport, event: EventId { device, seq: take(&mut rest)? } };
            let prompt = *self.prompts.get(usize::try_from(take(&mut rest)?).ok()?)?;
            let rating = take(&mut rest)?.try_into().ok()?;
            let day = Day::numbered(u32::try_from(take(&mut rest)?).ok()?.cast_signed());
            Some(Stamped { stamp, value: Recall { prompt, rating, day } })
        })
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// The newest in the order of events.
    pub fn newest(&self) -> Option<Recall> {
        self.newest.map(|newest| newest.value)
    }

    /// Hashes them as they came: what has the same hash is the same, and the same in another order has another.
    pub fn hash_as_they_came(&self, state: &mut impl Hasher) {
        (&self.devices, &self.prompts, &self.rows).hash(state);
    }

    /// Adds one; they may come in any order.
    pub(super) fn add(&mut self, recall: Stamped<Recall>) {
        let Stamped { stamp, value: Recall { prompt, rating, day } } = recall;
        let device = place(&mut self.devices, stamp.event.device);
        let prompt = place(&mut self.prompts, prompt);
        let grown = stamp.lamport.wrapping_sub(self.ends);
        let day = u64::from(day.number().cast_unsigned());
        let rows = self.rows.to_mut();
        for number in [grown, device, stamp.event.seq, prompt, u64::from(rating), day] {
            put(rows, number);
        }
        self.count += 1;
        self.ends = stamp.lamport;
        if self.newest.is_none_or(|newest| newest < recall) {
            self.newest = Some(recall);
        }
    }

    fn sorted(&self) -> Vec<Stamped<Recall>> {
        let mut sorted: Vec<_> = self.iter().collect();
        sorted.sort_unstable();
        sorted
    }
}

/// The same recalls are equal, in whatever order they came.
impl PartialEq for Recalls {
    fn eq(&self, other: &Self) -> bool {
        self.sorted() == other.sorted()
    }
}

fn as_bytes<S: Serializer>(rows: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_bytes(rows)
}

fn borrowed<'de: 'static, D: Deserializer<'de>>(deserializer: D) -> Result<Cow<'static, [u8]>, D::Error> {
    <&'de [u8]>::deserialize(deserializer).map(Cow::Borrowed)
}

/// The place of `one` among `all`, where it is put if it is not there yet.
fn place<T: Copy + PartialEq>(all: &mut Vec<T>, one: T) -> u64 {
    let at = all.iter().position(|&known| known == one).unwrap_or_else(|| {
        all.push(one);
        all.len() - 1
    });
    at as u64
}

/// Appends a number, seven bits a byte, the lowest first; all bytes but the last have their highest bit set.
fn put(bytes: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Takes the next number off the front; `None` if there is no whole one.
fn take(bytes: &mut &[u8]) -> Option<u64> {
    let mut number = 0;
    let mut shift = 0;
    while let Some((&byte, rest)) = bytes.split_first() {
        *bytes = rest;
        number |= u64::from(byte & 0x7f) << shift;
        shift += 7;
        if byte < 0x80 || shift > 63 {
            return (byte < 0x80).then_some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::fixture::stamp;
    use super::*;

    fn a_recall() -> impl Strategy<Value = Stamped<Recall>> {
        let any_day = prop_oneof![735_000..745_000, any::<i32>()];
        let number = prop_oneof![1..50_u64, any::<u64>()];
        (0..3_u8, number.clone(), number, 0..4_u32, 1..=4_u8, any_day).prop_map(
            |(device, seq, lamport, prompt, rating, day)| {
                let value = Recall { prompt: TextKey(u32::MAX - prompt), rating, day: Day::numbered(day) };
                Stamped { stamp: stamp(device, seq, lamport), value }
            },
        )
    }

    proptest! {
        #[test]
        fn recalls_are_the_same_in_whatever_order_they_came(
            recalls in prop::collection::vec(a_recall(), 0..20),
            order in any::<prop::sample::Index>(),
        ) {
            let of = |recalls: &[Stamped<Recall>]| {
                let mut all = Recalls::default();
                recalls.iter().for_each(|&recall| all.add(recall));
                all
            };
            let mut other = recalls.clone();
            other.rotate_left(order.index(recalls.len().max(1)).min(recalls.len()));
            other.reverse();
            let (one, other) = (of(&recalls), of(&other));
            prop_assert_eq!(one.iter().collect::<Vec<_>>(), &recalls[..]);
            prop_assert_eq!(&one, &other);
            let newest = recalls.iter().max().map(|newest| newest.value);
            prop_assert_eq!((one.newest(), other.newest()), (newest, newest));
            prop_assert_eq!((one.count(), other.count()), (recalls.len(), recalls.len()));
            let more = of(&[&recalls[..], &recalls[..recalls.len().min(1)]].concat());
            prop_assert_eq!(one == more, recalls.is_empty());
        }

        #[test]
        fn bytes_that_make_no_sense_end_the_recalls(bytes in prop::collection::vec(any::<u8>(), 0..40)) {
            let rows = Cow::Owned(bytes.clone());
            let all = Recalls { devices: vec![stamp(1, 1, 1).event.device], prompts: vec![TextKey(1)], rows, ..Recalls::default() };
            prop_assert!(all.iter().count() <= bytes.len() / 6);
        }
    }
}
