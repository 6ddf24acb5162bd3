//! What the learner did, act by act, and what of it is taken back.

use std::collections::BTreeMap;

use crate::app::{AppError, Session};
use crate::domain::{Day, DeviceId, Event, EventId};

/// What the learner did, on whatever device.
#[derive(Clone, Debug, PartialEq)]
pub struct History {
    /// Every act, the newest first.
    pub acts: Vec<PastAct>,
    /// The device that this is.
    pub own: DeviceId,
    /// Whether more than one device has written.
    pub has_others: bool,
    /// The learner's own day on which it was read.
    pub today: Day,
}

/// One act: what it left in the journal, taken back and brought again together.
#[derive(Clone, Debug, PartialEq)]
pub struct PastAct {
    /// Its first event.
    pub first: Event,
    /// Whether that is taken back.
    pub undone: bool,
    /// The events after it, each with whether it is taken back.
    pub more: Vec<(Event, bool)>,
}

/// How much of an act holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// All of it.
    Whole,
    /// Some of its events are taken back.
    Part,
    /// All of it is taken back.
    Not,
}

impl PastAct {
    /// How much of it holds.
    pub fn holds(&self) -> Holds {
        let undone = self.events().filter(|(_, undone)| *undone).count();
        match self.more.len() + 1 - undone {
            0 => Holds::Not,
            _ if undone == 0 => Holds::Whole,
            _ => Holds::Part,
        }
    }

    /// Its events in their order, each with whether it is taken back.
    pub fn events(&self) -> impl Iterator<Item = (&Event, bool)> {
        let more = self.more.iter().map(|(event, undone)| (event, *undone));
        std::iter::once((&self.first, self.undone)).chain(more)
    }
}

/// Every act of every device; undoing and redoing show in what they did.
///
/// # Errors
/// Fails if the journal cannot be read.
pub fn history(session: &mut Session) -> Result<History, AppError> {
    let events = session.history()?;
    let own = session.device();
    let has_others = events.iter().any(|(event, _)| event.id().device != own);
    let mut acts: Vec<PastAct> = Vec::new();
    let mut places: BTreeMap<EventId, usize> = BTreeMap::new();
    for (event, undone) in events.into_iter().filter(|(event, _)| !event.act.is_correction()) {
        let id = event.id();
        let act = EventId { seq: event.with.unwrap_or(id.seq), ..id };
        match places.get(&act).and_then(|&at| acts.get_mut(at)) {
            Some(act) => act.more.push((event, undone)),
            None => {
                places.insert(act, acts.len());
                acts.push(PastAct { first: event, undone, more: Vec::new() });
            }
        }
    }
    acts.reverse();
    Ok(History { acts, own, has_others, today: session.today() })
}
