//! Undo and redo against a naive model: a list of acts and a cursor.

use proptest::prelude::*;

use super::*;
use crate::domain::fixture::{event, id, mark};
use crate::domain::{Day, Goal, Mark, Said};

/// What one does at a keyboard.
#[derive(Clone, Copy, Debug)]
enum Key {
    Act,
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
    acts: Vec<EventId>,
    cursor: usize,
}

proptest! {
    #[test]
    fn undo_and_redo_move_a_cursor_over_the_acts(
        keys in prop::collection::vec(prop::sample::select(vec![Key::Act, Key::Act, Key::Undo, Key::Undo, Key::Redo, Key::Forecast]), 0..60),
    ) {
        let (mut stack, mut undone, mut model) = (UndoStack::default(), Undone::default(), Model::default());
        let mut all = Vec::new();
        for key in keys {
            let act = match key {
                Key::Act => Some(mark("s0", Mark::Done)),
                Key::Undo => stack.to_undo().map(Act::Undo),
                Key::Redo => stack.to_redo().map(Act::Redo),
                Key::Forecast => Some(forecast()),
            };
            let Some(act) = act else {
                match key {
                    Key::Undo => prop_assert_eq!(model.cursor, 0),
                    _ => prop_assert_eq!(model.cursor, model.acts.len()),
                }
                continue;
            };
            let seq = all.len() as u64 + 1;
            let event = event(0, seq, seq, 1, act);
            match key {
                Key::Act => {
                    model.acts.truncate(model.cursor);
                    model.acts.push(event.id());
                    model.cursor += 1;
                }
                Key::Undo => model.cursor -= 1,
                Key::Redo => model.cursor += 1,
                Key::Forecast => {}
            }
            stack.apply(&event);
            undone.apply(&event);
            prop_assert_eq!(stack.to_undo(), model.cursor.checked_sub(1).map(|at| model.acts[at]));
            prop_assert_eq!(stack.to_redo(), model.acts.get(model.cursor).copied());
            all.push(event);
            for (at, id) in model.acts.iter().enumerate() {
                prop_assert_eq!(undone.holds(*id), at >= model.cursor);
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
    assert_eq!((stack.to_undo(), stack.to_redo()), (Some(own.id()), None));
}
