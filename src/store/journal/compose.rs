//! From what is one act to the lines that say it, each with the next count and the next Lamport number.

use chrono::{DateTime, FixedOffset};

use super::snapshot::Snapshot;
use crate::domain::{Act, DeviceId, Event, EventId, Stamp};
use crate::format::journal::{self, Unfit};

/// The lines to add to the file of `device`, its header if it has none, and the events that they say.
///
/// # Errors
/// If an act cannot be written.
pub(super) fn compose(
    snapshot: &Snapshot,
    device: DeviceId,
    at: DateTime<FixedOffset>,
    acts: &[Act],
) -> Result<(Vec<u8>, Vec<Event>), Unfit> {
    let mut lines = Vec::new();
    if snapshot.marks.get(&device).is_none_or(|mark| mark.device.is_none()) {
        journal::write_header(device, at, &mut lines);
    }
    let seq = snapshot.last_of(device);
    let events = (1..).zip(acts).map(|(next, act)| {
        let event = EventId { device, seq: seq + next };
        let with = (next > 1).then_some(seq + 1);
        journal::write(Stamp { lamport: snapshot.lamport + next, event }, at, (act, with), &mut lines)
    });
    let events = events.collect::<Result<_, _>>()?;
    Ok((lines, events))
}
