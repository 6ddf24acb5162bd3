//! Shares of stages and tracks: every skill once, of a choice as many as it asks.

use proptest::prelude::*;

use super::*;
use crate::domain::fixture::{choice, folded, learners, mark, on, road, skill};
use crate::domain::{Choice, Mark, Skill, SkillIx};

#[test]
fn of_a_choice_the_nearest_options_count() {
    let in_stage = |stage: u32, skill: Skill| Skill { stage: StageIx(stage), ..skill };
    let skills = vec![
        in_stage(0, skill("a", 1.0, &[])),
        in_stage(0, skill("x", 1.0, &[])),
        in_stage(1, skill("y", 1.0, &[])),
        in_stage(1, skill("b", 1.0, &[on(0)])),
    ];
    let road = road(skills, vec![choice("one", &[1, 2])], vec![]);
    let share = |acts: &[(&str, Mark)], stage: u32| {
        let progress = folded(acts.iter().map(|&(name, to)| mark(name, to)).collect());
        of_stage(&road, &Standing::of(&road, &progress), StageIx(stage))
    };
    let is = |had, learning, ready, whole| Share { had, skipped: 0, learning, ready, whole };
    assert_eq!(share(&[], 0), is(0, 0, 2, 2));
    assert_eq!(share(&[], 1), is(0, 0, 0, 1));
    assert_eq!(share(&[("y", Mark::Done)], 0), is(1, 0, 1, 2));
    assert_eq!(share(&[("y", Mark::Start)], 0), is(0, 1, 1, 2));
    let skipped = |skipped, share| Share { skipped, ..share };
    assert_eq!(share(&[("y", Mark::Skip), ("x", Mark::Start)], 0), skipped(1, is(1, 0, 1, 2)));
    assert_eq!(
        share(&[("y", Mark::Skip), ("x", Mark::Done)], 0),
        is(1, 0, 1, 2),
        "what is done counts first"
    );
    assert_eq!(share(&[("y", Mark::Skip), ("x", Mark::Skip)], 0), skipped(1, is(1, 0, 1, 2)));
    assert_eq!(share(&[("a", Mark::Done)], 1), is(0, 0, 1, 1));
}

proptest! {
    #[test]
    fn a_track_is_the_sum_of_its_skills_and_picks((road, progress) in learners(8)) {
        let standing = Standing::of(&road, &progress);
        let share = of_track(&road, &standing, TrackIx(0));
        let free = (0..road.skills().len()).map(SkillIx::new);
        let free: Vec<SkillIx> = free.filter(|&ix| road.graph().choices_with(ix).is_empty()).collect();
        let picks: u32 = road.choices().map(|(_, Choice { pick, .. })| pick).sum();
        prop_assert_eq!(share.whole, free.len() as u32 + picks);
        prop_assert!(share.skipped <= share.had);
        prop_assert!(share.had + share.learning + share.ready <= share.whole);
        let satisfied = road.choices().filter(|&(ix, _)| standing.satisfies(&road, ix));
        let sure: u32 = satisfied.map(|(_, choice)| choice.pick).sum();
        prop_assert!(share.had >= sure + free.iter().filter(|&&ix| standing.status(ix).is_had()).count() as u32);
        prop_assert!((0.0..=1.0).contains(&share.part()));
        prop_assert_eq!(Share::default().part(), 0.0);
    }
}
