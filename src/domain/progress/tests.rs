//! The laws of the fold: no order, no split and no former name changes what it gives.

use proptest::prelude::*;

use super::*;
use crate::domain::fixture::{acts, event, id, skill};
use crate::domain::{Clean, Mark};

/// Events of up to three devices, whose Lamport numbers collide and whose clocks jump.
fn events() -> impl Strategy<Value = Vec<Event>> {
    let one = (0_u8..3, 1_u64..12, 0_u32..300, acts());
    prop::collection::vec(one, 0..40).prop_map(|drawn| {
        let mut seqs = [0; 3];
        let stamped = drawn.into_iter().map(|(device, lamport, day, act)| {
            let seq = &mut seqs[usize::from(device)];
            *seq += 1;
            event(device, *seq, lamport, day, act)
        });
        stamped.collect()
    })
}

fn fold<'a>(mut from: Progress, events: impl IntoIterator<Item = &'a Event>) -> Progress {
    events.into_iter().for_each(|event| from.apply(event));
    from
}

proptest! {
    #[test]
    fn the_order_of_events_does_not_matter(
        (events, shuffled) in events().prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle())),
    ) {
        let whole = fold(Progress::default(), &events);
        prop_assert_eq!(&whole, &fold(Progress::default(), &shuffled));
        prop_assert_eq!(&whole, &fold(Progress::default(), events.iter().rev()));
    }

    #[test]
    fn a_snapshot_and_its_tail_are_the_whole(events in events(), at in any::<prop::sample::Index>()) {
        let (head, tail) = events.split_at(at.index(events.len() + 1));
        let bytes = postcard::to_stdvec(&fold(Progress::default(), head)).unwrap();
        let snapshot: Progress = postcard::from_bytes(bytes.leak()).unwrap();
        prop_assert_eq!(fold(snapshot, tail), fold(Progress::default(), &events));
    }

    /// A skill that was renamed has the progress that it would have had under one name all along.
    #[test]
    fn a_former_id_is_the_same_skill(events in events()) {
        let renamed = Skill { was: vec![id("s1"), id("s2")], ..skill("s0", 1.0, &[]) };
        let one_name = |event: &Event| {
            let mut event = event.clone();
            let named = match &mut event.act {
                Act::Mark { skill, .. } | Act::Tick { skill, .. } | Act::Study { skill, .. }
                | Act::Note { skill, .. } | Act::Link { skill, .. } | Act::Unlink { skill, .. }
                | Act::Review { skill, .. } | Act::Place { skill, .. } => Some(skill),
                _ => None,
            };
            if let Some(skill) = named.filter(|skill| renamed.was.contains(skill)) {
                *skill = renamed.id.clone();
            }
            event
        };
        let under_one: Vec<Event> = events.iter().map(one_name).collect();
        let all_along = fold(Progress::default(), &under_one);
        let merged = fold(Progress::default(), &events);
        prop_assert_eq!(merged.of(&renamed), all_along.of(&skill("s0", 1.0, &[])));
    }

    #[test]
    fn minutes_are_a_sum_by_day_and_by_skill(events in events()) {
        let progress = fold(Progress::default(), &events);
        let (mut all, mut of_s0) = (0, 0);
        for event in &events {
            if let Act::Study { skill, minutes, .. } = &event.act {
                all += minutes;
                of_s0 += if *skill == id("s0") { u64::from(*minutes) } else { 0 };
            }
        }
        prop_assert_eq!(progress.minutes_by_day().values().sum::<u32>(), all);
        prop_assert_eq!(progress.of(&skill("s0", 1.0, &[])).minutes, of_s0);
    }
}

#[test]
fn the_clock_never_decides_which_status_wins() {
    let later_clock = event(0, 1, 1, 300, Act::Mark { skill: id("s0"), mark: Mark::Done });
    let later_event = event(1, 1, 2, 10, Act::Mark { skill: id("s0"), mark: Mark::Reset });
    let progress = fold(Progress::default(), [&later_clock, &later_event]);
    assert_eq!(progress.of(&skill("s0", 1.0, &[])).marked(), None);
}

#[test]
fn taken_off_links_and_empty_notes_are_gone() {
    let (s0, to) = (id("s0"), Clean::fixed("https://a.example"));
    let mut progress = Progress::default();
    let acts = [
        Act::Link { skill: s0.clone(), to: to.clone(), title: None },
        Act::Note { skill: s0.clone(), text: Clean::fixed("a") },
        Act::Unlink { skill: s0.clone(), to },
        Act::Note { skill: s0, text: Clean::fixed("") },
    ];
    for (act, i) in acts.into_iter().zip(1..) {
        progress.apply(&event(0, i, i, 1, act));
    }
    let said = progress.of(&skill("s0", 1.0, &[])).into_owned();
    assert_eq!((said.live_links().count(), said.note_text()), (0, None));
}
