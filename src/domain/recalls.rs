//! Recalls as they are stored: packed into about ten bytes each, since years of reviews make many of them.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{Day, DeviceId, EventId, Recall, Stamp, Stamped, TextKey};

/// Recalls in which devices and prompts are named once, and Lamport numbers by how much they grow.
#[derive(Serialize, Deserialize)]
struct Packed {
    devices: Vec<DeviceId>,
    prompts: Vec<TextKey>,
    rows: Vec<Row>,
}

#[derive(Serialize, Deserialize)]
struct Row {
    grown: u64,
    device: usize,
    seq: u64,
    prompt: usize,
    rating: u8,
    day: Day,
}

/// Packs recalls, which are in the order of events.
pub(super) fn serialize<S: Serializer>(
    recalls: &[Stamped<Recall>],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut packed = Packed { devices: Vec::new(), prompts: Vec::new(), rows: Vec::new() };
    let mut before = 0;
    for Stamped { stamp, value } in recalls {
        let device = place(&mut packed.devices, stamp.event.device);
        let prompt = place(&mut packed.prompts, value.prompt);
        let grown = stamp.lamport.wrapping_sub(before);
        before = stamp.lamport;
        let Recall { rating, day, .. } = *value;
        packed.rows.push(Row { grown, device, seq: stamp.event.seq, prompt, rating, day });
    }
    packed.serialize(serializer)
}

/// Unpacks them.
pub(super) fn deserialize<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Vec<Stamped<Recall>>, D::Error> {
    let Packed { devices, prompts, rows } = Packed::deserialize(deserializer)?;
    let mut lamport = 0_u64;
    let unpacked = rows.iter().map(|row| {
        lamport = lamport.wrapping_add(row.grown);
        let event = EventId { device: *devices.get(row.device)?, seq: row.seq };
        let value = Recall { prompt: *prompts.get(row.prompt)?, rating: row.rating, day: row.day };
        Some(Stamped { stamp: Stamp { lamport, event }, value })
    });
    unpacked.collect::<Option<Vec<_>>>().ok_or_else(|| de::Error::custom("a name that is not there"))
}

/// The place of `one` among `all`, where it is put if it is not there yet.
fn place<T: Copy + PartialEq>(all: &mut Vec<T>, one: T) -> usize {
    all.iter().position(|&known| known == one).unwrap_or_else(|| {
        all.push(one);
        all.len() - 1
    })
}
