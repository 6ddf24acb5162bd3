//! Which events are taken back, and what undo and redo would touch next.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Act, Event, EventId, Stamped};

/// The newest word on each event that was ever undone or redone.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Undone {
    verdicts: BTreeMap<EventId, Stamped<bool>>,
}

impl Undone {
    /// Takes note of an undo or a redo; other events are passed over.
    pub fn apply(&mut self, event: &Event) {
        let (target, undone) = match event.act {
            Act::Undo(target) => (target, true),
            Act::Redo(target) => (target, false),
            _ => return,
        };
        super::skill_progress::set_in(
            &mut self.verdicts,
            target,
            Stamped { stamp: event.stamp, value: undone },
        );
    }

    /// Whether this event is taken back.
    pub fn holds(&self, event: EventId) -> bool {
        self.verdicts.get(&event).is_some_and(|verdict| verdict.value)
    }

    /// Whether no event is taken back.
    pub fn is_empty(&self) -> bool {
        !self.verdicts.values().any(|verdict| verdict.value)
    }
}

/// What undo and redo would touch next, on one device: a new act forgets what could be redone.
#[derive(Clone, Debug, Default)]
pub struct UndoStack {
    done: Vec<Group>,
    undone: Vec<Group>,
}

/// Events that are taken back, or brought again, together; and the count of the first event of the act that put them
/// here.
#[derive(Clone, Debug)]
struct Group {
    by: u64,
    events: Vec<EventId>,
}

impl UndoStack {
    /// Takes the next of the device's own events, in the order of its count.
    pub fn apply(&mut self, event: &Event) {
        let by = event.with.unwrap_or(event.id().seq);
        match event.act {
            Act::Undo(target) => {
                if take(&mut self.done, target) {
                    put(&mut self.undone, by, target);
                }
            }
            Act::Redo(target) => {
                // One of the device's own may have been taken back before a newer act forgot what could be redone.
                let is_own = target.device == event.id().device && !holds(&self.done, target);
                if take(&mut self.undone, target) || is_own {
                    put(&mut self.done, by, target);
                }
            }
            Act::Forecast(_) => {}
            _ => {
                put(&mut self.done, by, event.id());
                self.undone.clear();
            }
        }
    }

    /// The events that undo would take back, the last first; none if nothing is left.
    pub fn to_undo(&self) -> Vec<EventId> {
        last_first(&self.done)
    }

    /// The events that redo would bring again, the first first; none if nothing is left.
    pub fn to_redo(&self) -> Vec<EventId> {
        last_first(&self.undone)
    }
}

/// Takes an event out of its group, and says whether it was there.
fn take(groups: &mut Vec<Group>, event: EventId) -> bool {
    let Some(at) = groups.iter().rposition(|group| group.events.contains(&event)) else { return false };
    groups[at].events.retain(|&other| other != event);
    if groups[at].events.is_empty() {
        groups.remove(at);
    }
    true
}

fn holds(groups: &[Group], event: EventId) -> bool {
    groups.iter().any(|group| group.events.contains(&event))
}

/// Puts an event on top, beside what the same act has put there.
fn put(groups: &mut Vec<Group>, by: u64, event: EventId) {
    match groups.last_mut().filter(|group| group.by == by) {
        Some(group) => group.events.push(event),
        None => groups.push(Group { by, events: vec![event] }),
    }
}

fn last_first(groups: &[Group]) -> Vec<EventId> {
    groups.last().map(|group| group.events.iter().rev().copied().collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests;
