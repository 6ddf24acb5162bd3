//! Which acts lead to which status, and what a choice asks.

use proptest::prelude::*;

use super::*;
use crate::domain::fixture::{choice, folded, id, learners, mark, on, road, skill};
use crate::domain::{Act, Choice, Clean, Day, KnownBy, TextKey};

fn study(name: &str) -> Act {
    Act::Study { skill: id(name), minutes: 5, day: Day::parse("2026-11-24").unwrap(), note: None }
}

fn tick(name: &str, on: bool) -> Act {
    Act::Tick { skill: id(name), outcome: TextKey(0), on }
}

fn known(name: &str, known: bool) -> Act {
    Act::Place { skill: id(name), known, by: KnownBy::Quiz }
}

#[test]
fn each_history_leads_to_its_status() {
    use Mark::{Done, Reset, Skip, Start};
    use Status::{Done as IsDone, Known, Learning, Locked, Ready, Skipped};
    let road = road(vec![skill("a", 1.0, &[]), skill("b", 1.0, &[on(0)])], vec![], vec![]);
    let cases: Vec<(Vec<Act>, [Status; 2])> = vec![
        (vec![], [Ready, Locked]),
        (vec![mark("a", Start)], [Learning, Locked]),
        (vec![mark("a", Done)], [IsDone, Ready]),
        (vec![mark("a", Skip)], [Skipped, Ready]),
        (vec![known("a", true)], [Known, Ready]),
        (vec![mark("a", Done), mark("a", Reset)], [Ready, Locked]),
        (vec![mark("b", Start)], [Ready, Learning]),
        (vec![mark("b", Done)], [Ready, IsDone]),
        (vec![study("b")], [Ready, Learning]),
        (vec![tick("b", true)], [Ready, Learning]),
        (vec![tick("b", true), tick("b", false)], [Ready, Locked]),
        (vec![study("a"), mark("a", Reset)], [Ready, Locked]),
        (vec![known("a", true), mark("a", Done)], [IsDone, Ready]),
        (vec![known("a", true), mark("a", Skip)], [Skipped, Ready]),
        (vec![mark("a", Start), known("a", true)], [Known, Ready]),
        (vec![known("a", true), known("a", false)], [Ready, Locked]),
        (vec![Act::Note { skill: id("a"), text: Clean::fixed("n") }], [Ready, Locked]),
        (vec![mark("gone", Done)], [Ready, Locked]),
    ];
    for (acts, wanted) in cases {
        let standing = Standing::of(&road, &folded(acts.clone()));
        assert_eq!([0, 1].map(|i| standing.status(SkillIx(i))), wanted, "{acts:?}");
    }
}

#[test]
fn a_choice_opens_once_enough_options_are_had() {
    let skills = || {
        let free = ["a", "b", "c"].map(|name| skill(name, 1.0, &[]));
        [free.as_slice(), &[skill("d", 1.0, &[Node::Choice(ChoiceIx(0))])]].concat()
    };
    let status = |pick: u32, had: &[&str]| {
        let choice = Choice { pick, ..choice("one", &[0, 1, 2]) };
        let road = road(skills(), vec![choice], vec![]);
        let standing = Standing::of(&road, &folded(had.iter().map(|name| mark(name, Mark::Skip)).collect()));
        assert_eq!(standing.missing(&road, SkillIx(3)).is_empty(), standing.satisfies(&road, ChoiceIx(0)));
        standing.status(SkillIx(3))
    };
    assert_eq!(status(1, &[]), Status::Locked);
    assert_eq!(status(1, &["c"]), Status::Ready);
    assert_eq!(status(2, &["c"]), Status::Locked);
    assert_eq!(status(2, &["c", "a"]), Status::Ready);
}

proptest! {
    #[test]
    fn only_what_is_untouched_waits_for_its_prerequisites((road, progress) in learners(8)) {
        let standing = Standing::of(&road, &progress);
        for (ix, skill) in road.skills() {
            let missing: Vec<Node> = skill.requires.iter().copied().filter(|&node| match node {
                Node::Skill(before) => !standing.status(before).is_had(),
                Node::Choice(choice) => {
                    let choice = road.choice(choice);
                    let had = choice.options.iter().filter(|&&option| standing.status(option).is_had());
                    had.count() < choice.pick as usize
                }
            }).collect();
            prop_assert_eq!(&standing.missing(&road, ix), &missing);
            match standing.status(ix) {
                Status::Locked => prop_assert!(!missing.is_empty()),
                Status::Ready => prop_assert!(missing.is_empty()),
                _ => prop_assert!(progress.of(skill).mark.is_some() || progress.of(skill).is_touched()
                    || progress.of(skill).known_by().is_some()),
            }
        }
    }
}
