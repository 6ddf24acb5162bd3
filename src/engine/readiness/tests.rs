//! Readiness: from nothing to all, by weight, and never down by doing something.

use proptest::prelude::*;

use super::*;
use crate::domain::fixture::{choice, folded, id, learners, mark, on, road, role, skill};
use crate::domain::{Act, ChoiceIx, Goal, Mark, TextKey};
use crate::engine::suggest::{advise, worth_of};

fn ready(road: &Roadmap, acts: Vec<Act>, goal: &Goal) -> f64 {
    let progress = folded(acts);
    advise(road, &Standing::of(road, &progress), &progress, Some(goal)).share
}

#[test]
fn a_role_is_ready_by_the_weight_of_what_it_asks() {
    let skills = vec![skill("a", 1.0, &[]), skill("b", 9.0, &[]), skill("c", 5.0, &[]), skill("d", 5.0, &[])];
    let needs = [(on(0), 3), (on(1), 1), (Node::Choice(ChoiceIx(0)), 4)];
    let road = road(skills, vec![choice("one", &[2, 3])], vec![role("r", &needs)]);
    let tick = Act::Tick { skill: id("d"), outcome: TextKey(1), on: true };
    for (acts, share) in [
        (vec![], 0.0),
        (vec![mark("a", Mark::Done)], 3.0 / 8.0),
        (vec![mark("b", Mark::Skip)], 1.0 / 8.0),
        (vec![tick], 2.0 / 8.0),
        (vec![mark("c", Mark::Done)], 4.0 / 8.0),
        (vec![mark("c", Mark::Done), mark("d", Mark::Done)], 4.0 / 8.0),
        (vec![mark("a", Mark::Done), mark("b", Mark::Done), mark("d", Mark::Done)], 1.0),
    ] {
        let progress = folded(acts.clone());
        let found = roles(&road, &Standing::of(&road, &progress), &progress)[0].ready;
        assert!((found - share).abs() < 1e-9, "{acts:?}: {found}");
    }
}

#[test]
fn a_roles_way_is_counted_with_its_prerequisites() {
    let skills = vec![skill("a", 6.0, &[]), skill("b", 2.0, &[on(0)])];
    let road = road(skills, vec![], vec![role("r", &[(on(1), 5)])]);
    let goal = Goal::Role(id("r"));
    assert!((ready(&road, vec![mark("a", Mark::Done)], &goal) - 0.75).abs() < 1e-9);
}

#[test]
fn a_skill_is_ready_by_the_hours_of_its_way() {
    let skills = vec![skill("a", 6.0, &[]), skill("b", 2.0, &[on(0)]), skill("c", 2.0, &[on(1)])];
    let road = road(skills, vec![choice("one", &[0, 2])], vec![]);
    let goal = |name: &str| Goal::Skill(id(name));
    for (acts, name, share) in [
        (vec![], "c", 0.0),
        (vec![mark("a", Mark::Done)], "c", 0.6),
        (vec![mark("c", Mark::Done)], "c", 1.0),
        // What stands below a skill that is had is asked no more.
        (vec![mark("b", Mark::Done)], "c", 0.8),
        (vec![mark("c", Mark::Done)], "one", 1.0),
        (vec![], "one", 0.0),
    ] {
        let found = ready(&road, acts.clone(), &goal(name));
        assert!((found - share).abs() < 1e-9, "{acts:?} {name}: {found}");
    }
}

#[test]
fn a_role_is_near_when_the_plan_brings_most_of_what_it_asks() {
    let skills = vec![skill("a", 1.0, &[]), skill("b", 9.0, &[]), skill("c", 5.0, &[]), skill("d", 5.0, &[])];
    let either = Node::Choice(ChoiceIx(0));
    let roles = vec![
        role("goal", &[(on(0), 1), (on(1), 1)]),
        role("half", &[(on(0), 2), (on(3), 2)]),
        role("most", &[(on(0), 3), (on(3), 1)]),
        role("all", &[(either, 1), (on(0), 4)]),
        role("twin", &[(on(0), 3), (on(3), 1)]),
    ];
    let road = road(skills, vec![choice("one", &[1, 2])], roles);
    let goal = road.names().role("goal");
    let b = [mark("b", Mark::Done)];
    let tick = [Act::Tick { skill: id("d"), outcome: TextKey(1), on: true }];
    /// What was done, the skills that come on the way, and the roles that become near: from and to.
    type Case<'a> = (&'a [Act], &'a [u32], &'a [(&'a str, f64, f64)]);
    let cases: [Case<'_>; 6] = [
        (&[], &[], &[]),
        (&[], &[0], &[("all", 0.0, 0.8), ("most", 0.0, 0.75), ("twin", 0.0, 0.75)]),
        (&[], &[0, 1], &[("all", 0.0, 1.0), ("most", 0.0, 0.75), ("twin", 0.0, 0.75)]),
        // What is near already and comes no nearer is no news.
        (&[mark("a", Mark::Done)], &[1], &[("all", 0.8, 1.0)]),
        (&b, &[0], &[("all", 0.2, 1.0), ("most", 0.0, 0.75), ("twin", 0.0, 0.75)]),
        (
            &tick,
            &[0],
            &[("most", 0.125, 0.875), ("twin", 0.125, 0.875), ("all", 0.0, 0.8), ("half", 0.25, 0.75)],
        ),
    ];
    for (acts, steps, expected) in cases {
        let progress = folded(acts.to_vec());
        let steps: Vec<SkillIx> = steps.iter().map(|&at| SkillIx(at)).collect();
        let found = near(&road, &Standing::of(&road, &progress), &progress, &steps, goal);
        let found: Vec<(&str, f64, f64)> =
            found.iter().map(|near| (road.role(near.role).id.as_str(), near.now, near.then)).collect();
        assert_eq!(found, expected, "{acts:?} {steps:?}");
    }
}

proptest! {
    #[test]
    fn shares_lie_between_nothing_and_all(
        (road, progress) in learners(8),
        goal in prop::option::of((0..9_usize).prop_map(|i| Goal::Skill(id(&format!("s{i}"))))),
    ) {
        let standing = Standing::of(&road, &progress);
        let share = advise(&road, &standing, &progress, goal.as_ref()).share;
        prop_assert!((0.0..=1.0).contains(&share));
        let worth = worth_of(&road, goal.as_ref());
        let left = closure(&road, &standing, &progress, &worth).jobs.len();
        let asks = worth.iter().map(|(_, weight)| weight).sum::<u32>();
        prop_assert!(asks == 0 || (left == 0) == (share > 1.0 - 1e-9), "{} {}", left, share);

        for of in roles(&road, &standing, &progress) {
            prop_assert!((0.0..=1.0).contains(&of.ready));
            prop_assert!(road.role(of.role).needs.is_empty() || (of.missing == 0) == (of.ready > 1.0 - 1e-9));
            prop_assert!(of.missing > 0 || of.hours_left == 0.0);
        }
    }

    #[test]
    fn all_done_is_all_ready((road, _) in learners(8)) {
        let acts: Vec<Act> = road.skills().map(|(_, skill)| mark(skill.id.as_str(), Mark::Done)).collect();
        let progress = folded(acts);
        let standing = Standing::of(&road, &progress);
        for of in roles(&road, &standing, &progress) {
            prop_assert!(road.role(of.role).needs.is_empty() || of.ready == 1.0);
        }
        for (_, skill) in road.skills() {
            let goal = Goal::Skill(skill.id.clone());
            prop_assert_eq!(advise(&road, &standing, &progress, Some(&goal)).share, 1.0);
        }
    }

    /// Having one more skill never makes one less ready.
    #[test]
    fn doing_more_never_lowers_a_role((road, progress) in learners(8), which in any::<prop::sample::Index>()) {
        let before = roles(&road, &Standing::of(&road, &progress), &progress);
        let mut more = progress.clone();
        let done = &road.parts().skills[which.index(road.skills().len())].id;
        more.apply(&crate::domain::fixture::event(9, 1, 1_000, 1, mark(done.as_str(), Mark::Done)));
        let after = roles(&road, &Standing::of(&road, &more), &more);
        for (before, after) in before.iter().zip(&after) {
            prop_assert!(after.ready >= before.ready - 1e-9);
        }
    }
}
