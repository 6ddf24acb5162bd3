//! Undo and redo against a naive model: a list of acts and a cursor.

use proptest::prelude::*;

use super::*;
use crate::domain::fixture::{event, id, mark};
use crate::domain::{Day, Goal, Mark, Said};

/// What one does at a keyboard.
#[derive(Clone, Copy, Debug)]
enum Key {
    /// An act of so many events.
    Act(usize),
    Undo,
    Redo,
    /// The program notes a forecast by itself.
    Forecast,
}

fn forecast() -> Act {
    let day = Day::parse("2027-03-01").unwrap();
    Act::Forecast(Said { goal: Goal::Role(id("r0")), p50: day, p85: day, p95: day })
}

/// Acts with a cursor: what lies before it holds, what lies after it can be redone.
#[derive(Default)]
struct Model {
    acts: Vec<Vec<EventId>>,
    cursor: usize,
}

/// The events of one act.
fn events_of(acts: Vec<Act>, after: usize) -> Vec<Event> {
    let first = after as u64 + 1;
    let events = (first..)
        .zip(acts)
        .map(|(seq, act)| Event { with: (seq > first).then_some(first), ..event(0, seq, seq, 1, act) });
    events.collect()
}

proptest! {
    #[test]
    fn undo_and_redo_move_a_cursor_over_the_acts(
        keys in prop::collection::vec(
            prop::sample::select(vec![Key::Act(1), Key::Act(3), Key::Undo, Key::Undo, Key::Redo, Key::Forecast]),
            0..60,
        ),
    ) {
        let (mut stack, mut undone, mut model) = (UndoStack::default(), Undone::default(), Model::default());
        let mut count = 0;
        for key in keys {
            let acts: Vec<Act> = match key {
                Key::Act(events) => vec![mark("s0", Mark::Done); events],
                Key::Undo => stack.to_undo().into_iter().map(Act::Undo).collect(),
                Key::Redo => stack.to_redo().into_iter().map(Act::Redo).collect(),
                Key::Forecast => vec![forecast()],
            };
            if acts.is_empty() {
                match key {
                    Key::Undo => prop_assert_eq!(model.cursor, 0),
                    _ => prop_assert_eq!(model.cursor, model.acts.len()),
                }
                continue;
            }
            let events = events_of(acts, count);
            count += events.len();
            match key {
                Key::Act(_) => {
                    model.acts.truncate(model.cursor);
                    model.acts.push(events.iter().map(Event::id).collect());
                    model.cursor += 1;
                }
                Key::Undo => model.cursor -= 1,
                Key::Redo => model.cursor += 1,
                Key::Forecast => {}
            }
            for event in &events {
                stack.apply(event);
                undone.apply(event);
            }
            let last_first = |act: Option<&Vec<EventId>>| -> Vec<EventId> {
                act.into_iter().flatten().rev().copied().collect()
            };
            let before = model.cursor.checked_sub(1).and_then(|at| model.acts.get(at));
            prop_assert_eq!(stack.to_undo(), last_first(before));
            prop_assert_eq!(stack.to_redo(), model.acts.get(model.cursor).cloned().unwrap_or_default());
            for (at, act) in model.acts.iter().enumerate() {
                prop_assert!(act.iter().all(|&id| undone.holds(id) == (at >= model.cursor)));
            }
        }
    }

    /// The newest word on an event decides, in whatever order the words come.
    #[test]
    fn words_on_an_event_commute(words in prop::collection::vec((0_u8..3, 1_u64..9, any::<bool>()), 0..12)) {
        let target = EventId { device: event(0, 1, 1, 1, mark("s0", Mark::Done)).id().device, seq: 1 };
        let mut events: Vec<Event> = words.iter().zip(1..).map(|(&(device, lamport, undo), seq)| {
            let act = if undo { Act::Undo(target) } else { Act::Redo(target) };
            event(device, seq, lamport, 1, act)
        }).collect();
        let holds = |events: &[Event]| {
            let mut undone = Undone::default();
            events.iter().for_each(|event| undone.apply(event));
            (undone.holds(target), undone.is_empty())
        };
        let forward = holds(&events);
        events.reverse();
        prop_assert_eq!(holds(&events), forward);
        let newest = events.iter().max_by_key(|event| event.stamp);
        prop_assert_eq!(forward.0, newest.is_some_and(|event| matches!(event.act, Act::Undo(_))));
        prop_assert_eq!(forward.1, !forward.0);
    }
}

#[test]
fn words_about_unknown_events_are_passed_over() {
    let elsewhere = EventId { seq: 77, ..event(5, 1, 1, 1, mark("s0", Mark::Done)).id() };
    let mut stack = UndoStack::default();
    let own = event(0, 1, 1, 1, mark("s0", Mark::Done));
    stack.apply(&own);
    for act in [Act::Undo(elsewhere), Act::Redo(elsewhere)] {
        stack.apply(&event(0, 2, 2, 1, act));
    }
    assert_eq!((stack.to_undo(), stack.to_redo()), (vec![own.id()], vec![]));
}

#[test]
fn one_event_of_an_act_can_be_taken_back_alone() {
    let mut stack = UndoStack::default();
    let events = events_of(vec![mark("s0", Mark::Done); 3], 0);
    events.iter().for_each(|event| stack.apply(event));
    let ids: Vec<EventId> = events.iter().map(Event::id).collect();
    stack.apply(&event(0, 4, 4, 1, Act::Undo(ids[1])));
    assert_eq!((stack.to_undo(), stack.to_redo()), (vec![ids[2], ids[0]], vec![ids[1]]));
    stack.apply(&event(0, 5, 5, 1, Act::Redo(ids[1])));
    assert_eq!(stack.to_undo(), [ids[1]]);
}

#[test]
fn what_is_brought_back_after_a_newer_act_is_undone_next() {
    let mut stack = UndoStack::default();
    let (old, new) = (event(0, 1, 1, 1, mark("s0", Mark::Done)), event(0, 3, 3, 1, mark("s1", Mark::Done)));
    for event in [&old, &event(0, 2, 2, 1, Act::Undo(old.id())), &new] {
        stack.apply(event);
    }
    assert_eq!((stack.to_undo(), stack.to_redo()), (vec![new.id()], vec![]));
    stack.apply(&event(0, 4, 4, 1, Act::Redo(old.id())));
    assert_eq!(stack.to_undo(), [old.id()]);
    stack.apply(&event(0, 5, 5, 1, Act::Redo(old.id())));
    stack.apply(&event(0, 6, 6, 1, Act::Undo(old.id())));
    assert_eq!(stack.to_undo(), [new.id()], "said twice, it stands there once");
}
