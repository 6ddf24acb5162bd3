//! The recalls of a skill: packed into about ten bytes each where they are stored, since years of reviews make many
//! of them, and unpacked when they are first asked for.

use std::borrow::Cow;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Day, DeviceId, EventId, Stamp, Stamped, TextKey};

/// A recall of one prompt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recall {
    /// Which prompt.
    pub prompt: TextKey,
    /// 1 (forgotten) to 4 (easy).
    pub rating: u8,
    /// On which day.
    pub day: Day,
}

/// Every recall of a skill, in the order of events.
///
/// What comes from a cache stays as it lies there until somebody looks: most mornings ask for a few skills' recalls
/// of hundreds. The bytes are vouched for by the cache; such as make no sense count as no recalls. A copy shares both
/// forms with what it was copied from, until one of them gains a recall.
#[derive(Clone, Debug, Default)]
pub struct Recalls(Option<Arc<Forms>>);

/// The two forms of recalls, of which at least one is there.
#[derive(Clone, Debug)]
struct Forms {
    packed: OnceLock<Cow<'static, [u8]>>,
    unpacked: OnceLock<Vec<Stamped<Recall>>>,
}

impl Recalls {
    /// Puts a recall in its place.
    pub(super) fn add(&mut self, recall: Stamped<Recall>) {
        let forms = Arc::make_mut(self.0.get_or_insert_with(|| Arc::new(Forms::of(Vec::new()))));
        let mut all = forms.unpacked.take().unwrap_or_else(|| forms.read());
        let is_newest = all.last().is_none_or(|last| last.stamp < recall.stamp);
        let at = if is_newest { all.len() } else { all.partition_point(|kept| kept.stamp < recall.stamp) };
        all.insert(at, recall);
        *forms = Forms::of(all);
    }

    /// The recalls as they are stored; the same recalls are always the same bytes.
    pub fn packed(&self) -> &[u8] {
        self.0.as_ref().map_or(&[], |forms| forms.packed.get_or_init(|| Cow::Owned(pack(forms.unpacked()))))
    }
}

impl Forms {
    fn of(recalls: Vec<Stamped<Recall>>) -> Self {
        Self { packed: OnceLock::new(), unpacked: OnceLock::from(recalls) }
    }

    fn kept(packed: &'static [u8]) -> Self {
        Self { packed: OnceLock::from(Cow::Borrowed(packed)), unpacked: OnceLock::new() }
    }

    fn unpacked(&self) -> &[Stamped<Recall>] {
        self.unpacked.get_or_init(|| self.read())
    }

    fn read(&self) -> Vec<Stamped<Recall>> {
        self.packed.get().and_then(|packed| unpack(packed)).unwrap_or_default()
    }
}

impl Deref for Recalls {
    type Target = [Stamped<Recall>];

    fn deref(&self) -> &Self::Target {
        self.0.as_ref().map_or(&[], |forms| forms.unpacked())
    }
}

impl PartialEq for Recalls {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Serialize for Recalls {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(self.packed())
    }
}

impl<'de: 'static> Deserialize<'de> for Recalls {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let packed = <&'de [u8]>::deserialize(deserializer)?;
        Ok(Self((!packed.is_empty()).then(|| Arc::new(Forms::kept(packed)))))
    }
}

/// Packs recalls: the devices and the prompts, each named once, then a row for each recall, in which the Lamport
/// number stands as what it has grown by. No recalls are no bytes.
fn pack(recalls: &[Stamped<Recall>]) -> Vec<u8> {
    if recalls.is_empty() {
        return Vec::new();
    }
    let (mut devices, mut prompts, mut rows) =
        (Vec::new(), Vec::new(), Vec::with_capacity(recalls.len() * 12));
    let mut before = 0;
    for Stamped { stamp, value } in recalls {
        let grown = stamp.lamport.wrapping_sub(before);
        before = stamp.lamport;
        let device = place(&mut devices, stamp.event.device);
        let prompt = place(&mut prompts, value.prompt);
        let day = u64::from(value.day.number().cast_unsigned());
        for number in [grown, device, stamp.event.seq, prompt, u64::from(value.rating), day] {
            put(&mut rows, number);
        }
    }
    let mut packed = Vec::with_capacity(rows.len() + devices.len() * 26 + prompts.len() * 5 + 8);
    put(&mut packed, devices.len() as u64);
    devices.iter().for_each(|device| packed.extend_from_slice(device.as_bytes()));
    put(&mut packed, prompts.len() as u64);
    prompts.iter().for_each(|TextKey(key)| put(&mut packed, u64::from(*key)));
    packed.append(&mut rows);
    packed
}

/// The place of `one` among `all`, where it is put if it is not there yet.
fn place<T: Copy + PartialEq>(all: &mut Vec<T>, one: T) -> u64 {
    let at = all.iter().position(|&known| known == one).unwrap_or_else(|| {
        all.push(one);
        all.len() - 1
    });
    at as u64
}

/// Unpacks recalls; `None` if these are none.
fn unpack(mut packed: &[u8]) -> Option<Vec<Stamped<Recall>>> {
    let from = &mut packed;
    if from.is_empty() {
        return Some(Vec::new());
    }
    let mut devices = Vec::new();
    for _ in 0..take(from)? {
        let (device, rest) = from.split_first_chunk()?;
        devices.push(DeviceId::of(*device));
        *from = rest;
    }
    let mut prompts = Vec::new();
    for _ in 0..take(from)? {
        prompts.push(TextKey(take(from)?.try_into().ok()?));
    }
    let mut recalls = Vec::with_capacity(from.len() / 9);
    let mut lamport = 0_u64;
    while !from.is_empty() {
        lamport = lamport.wrapping_add(take(from)?);
        let device = *devices.get(usize::try_from(take(from)?).ok()?)?;
        let stamp = Stamp { lamport, event: EventId { device, seq: take(from)? } };
        let prompt = *prompts.get(usize::try_from(take(from)?).ok()?)?;
        let rating = take(from)?.try_into().ok()?;
        let day = Day::numbered(u32::try_from(take(from)?).ok()?.cast_signed());
        recalls.push(Stamped { stamp, value: Recall { prompt, rating, day } });
    }
    Some(recalls)
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
    for shift in (0..64).step_by(7) {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u64::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

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

    fn kept(packed: &[u8]) -> Recalls {
        Recalls(Some(Arc::new(Forms::kept(packed.to_vec().leak()))))
    }

    proptest! {
        #[test]
        fn what_was_packed_is_unpacked(recalls in prop::collection::vec(a_recall(), 0..20)) {
            prop_assert_eq!(unpack(&pack(&recalls)), Some(recalls));
        }

        #[test]
        fn recalls_stand_in_the_order_of_events_wherever_they_came_from(
            recalls in prop::collection::vec(a_recall(), 0..20),
            cut in 0..20_usize,
        ) {
            let once: BTreeMap<Stamp, Stamped<Recall>> =
                recalls.into_iter().map(|recall| (recall.stamp, recall)).collect();
            let in_order: Vec<_> = once.values().copied().collect();
            let mut all = Recalls::default();
            // As they come, the later half first.
            let (first, later) = in_order.split_at(in_order.len() / 2);
            for (at, &recall) in later.iter().chain(first).enumerate() {
                if at == cut {
                    all = kept(all.packed());
                }
                all.add(recall);
            }
            let (before, mut copy) = (all.clone(), all.clone());
            prop_assert_eq!(&*all, &in_order[..]);
            prop_assert_eq!(all.packed(), pack(&in_order));
            if let Some(&recall) = in_order.last() {
                copy.add(recall);
                prop_assert_eq!((copy.len(), &before), (all.len() + 1, &all), "a copy is its own");
            }
        }

        #[test]
        fn bytes_that_make_no_sense_are_no_recalls(bytes in prop::collection::vec(any::<u8>(), 0..40)) {
            let all = kept(&bytes);
            prop_assert_eq!(all.to_vec(), unpack(&bytes).unwrap_or_default());
        }
    }
}
