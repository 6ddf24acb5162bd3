//! Days counted by hand, and against a walk over all events.

use proptest::prelude::*;

use super::*;
use crate::domain::fixture::{folded, id, road, skill};
use crate::domain::{Act, TextKey};

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn two_skills() -> Roadmap {
    road(vec![skill("a", 4.0, &[]), skill("b", 4.0, &[])], vec![], vec![])
}

fn study(skill: &str, on: Day, minutes: u32) -> Act {
    Act::Study { skill: id(skill), minutes, day: on, note: None }
}

#[test]
fn what_was_done_counts_on_its_day_and_what_was_taken_back_does_not() {
    let acts = vec![
        study("a", day("2026-10-30"), 40),
        study("gone", day("2026-11-02"), 15),
        Act::Mark { skill: id("a"), mark: Mark::Done },
        Act::Mark { skill: id("b"), mark: Mark::Done },
        Act::Mark { skill: id("b"), mark: Mark::Start },
        Act::Tick { skill: id("b"), outcome: TextKey(0), on: true },
        Act::Tick { skill: id("b"), outcome: TextKey(1), on: true },
        Act::Tick { skill: id("b"), outcome: TextKey(1), on: false },
        Act::Tick { skill: id("b"), outcome: TextKey(77), on: true },
        Act::Review { skill: id("a"), prompt: TextKey(0), rating: 1 },
        Act::Review { skill: id("a"), prompt: TextKey(0), rating: 3 },
    ];
    let progress = folded(acts);
    let record = Record::of(&two_skills(), &progress);
    let marked = progress.of(two_skills().skill(SkillIx(0))).marked().unwrap().day;
    assert_eq!(record.on(marked).unwrap().skills, [SkillIx(0)]);
    let all = record.between(marked.plus(-900), marked.plus(900));
    assert_eq!((&all.skills[..], all.outcomes, all.reviews, all.remembered), (&[SkillIx(0)][..], 1, 2, 1));
    assert_eq!(record.minutes_on(day("2026-11-02")), 15, "time counts on a skill that is gone");
    assert_eq!(record.done_by_day(marked), [(marked, 1)]);
    assert_eq!(record.done_by_day(marked.plus(-9)), [(marked.plus(-9), 1)], "a day to come counts today");
    let october = record.between(day("2026-10-01"), day("2026-10-31"));
    assert_eq!((october.minutes, october.days, october.recall()), (40, 1, None));
    assert!(record.between(day("2026-10-31"), day("2026-10-01")).is_empty());
}

proptest! {
    /// Any way of cutting the days in two gives the same whole.
    #[test]
    fn two_parts_come_to_the_whole(
        days in prop::collection::vec((-400i32..400, 1u32..200), 0..40),
        cut in -420i32..420,
    ) {
        let today = day("2026-11-24");
        let acts = days.iter().map(|&(off, minutes)| study("a", today.plus(off), minutes)).collect();
        let record = Record::of(&two_skills(), &folded(acts));
        let (first, last) = (today.plus(-500), today.plus(500));
        let whole = record.between(first, last);
        let (one, other) =
            (record.between(first, today.plus(cut)), record.between(today.plus(cut + 1), last));
        prop_assert_eq!(whole.minutes, one.minutes + other.minutes);
        prop_assert_eq!(whole.days, one.days + other.days);
        prop_assert_eq!(whole.minutes, days.iter().map(|&(_, minutes)| u64::from(minutes)).sum::<u64>());
    }
}
