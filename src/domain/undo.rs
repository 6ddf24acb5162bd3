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
    done: Vec<EventId>,
    undone: Vec<EventId>,
}

impl UndoStack {
    /// Takes the next of the device's own events, in the order of its count.
    pub fn apply(&mut self, event: &Event) {
        match event.act {
            Act::Undo(target) => {
                if let Some(at) = self.done.iter().rposition(|&id| id == target) {
                    self.undone.push(self.done.remove(at));
                }
            }
            Act::Redo(target) => {
                if let Some(at) = self.undone.iter().rposition(|&id| id == target) {
                    self.done.push(self.undone.remove(at));
                }
            }
            Act::Forecast(_) => {}
            _ => {
                self.done.push(event.id());
                self.undone.clear();
            }
        }
    }

    /// The event that undo would take back.
    pub fn to_undo(&self) -> Option<EventId> {
        self.done.last().copied()
    }

    /// The event that redo would bring again.
    pub fn to_redo(&self) -> Option<EventId> {
        self.undone.last().copied()
    }
}

#[cfg(test)]
mod tests;
