//! The suggestions against tables and against what is derived from the graph anew.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::domain::fixture::{choice, folded, id, learners, mark, on, road, role, skill};
use crate::domain::{
    Act, Choice, ChoiceIx, Day, Goal, Mark, Node, Progress, Roadmap, SkillIx, Standing, Status, TextKey,
};

fn goal(name: &str) -> Option<Goal> {
    Some(Goal::Role(id(name)))
}

fn names(road: &Roadmap, skills: impl IntoIterator<Item = SkillIx>) -> Vec<String> {
    skills.into_iter().map(|ix| road.skill(ix).id.to_string()).collect()
}

/// The open skills towards `r`, best first.
fn ordered(road: &Roadmap, acts: Vec<Act>) -> Vec<String> {
    let progress = folded(acts);
    let standing = Standing::of(road, &progress);
    let advice = advise(road, &standing, &progress, goal("r").as_ref());
    names(road, advice.steps.iter().map(|step| step.skill))
}

#[test]
fn what_is_under_way_comes_first_then_the_best_ratio_then_road_order() {
    let skills = vec![
        skill("dear", 20.0, &[]),
        skill("cheap", 2.0, &[]),
        skill("base", 4.0, &[]),
        skill("prize", 1.0, &[on(2)]),
        skill("same", 4.0, &[]),
    ];
    // base leads to prize: 5 over 4 + 1 hours; same is worth as much by the hour.
    let needs = [(on(0), 5), (on(1), 1), (on(3), 5), (on(4), 4)];
    let road = road(skills, vec![], vec![role("r", &needs)]);
    assert_eq!(ordered(&road, vec![]), ["base", "same", "cheap", "dear"]);
    assert_eq!(ordered(&road, vec![mark("dear", Mark::Start)]), ["dear", "base", "same", "cheap"]);
    assert_eq!(ordered(&road, vec![mark("base", Mark::Done)]), ["prize", "same", "cheap", "dear"]);
    let half = Act::Tick { skill: id("cheap"), outcome: TextKey(0), on: true };
    let begun = vec![half, mark("dear", Mark::Start)];
    assert_eq!(ordered(&road, begun), ["cheap", "dear", "base", "same"]);
}

#[test]
fn hours_left_shrink_with_the_outcomes_and_never_to_nothing() {
    let road = road(vec![skill("a", 8.0, &[])], vec![], vec![]);
    let tick = |key| Act::Tick { skill: id("a"), outcome: TextKey(key), on: true };
    let study =
        Act::Study { skill: id("a"), minutes: 600, day: Day::parse("2026-11-24").unwrap(), note: None };
    for (acts, hours) in [
        (vec![], 8.0),
        (vec![study], 8.0),
        (vec![tick(0)], 4.0),
        (vec![tick(0), tick(7)], 4.0),
        (vec![tick(0), tick(1)], 0.8),
        (vec![mark("a", Mark::Done)], 0.0),
        (vec![mark("a", Mark::Skip), tick(0)], 0.0),
    ] {
        let progress = folded(acts.clone());
        let left = hours_left(&road, &Standing::of(&road, &progress), &progress, SkillIx(0));
        assert!((left - hours).abs() < 1e-9, "{acts:?}: {left}");
    }
}

#[test]
fn of_a_choice_the_pick_decides_then_what_is_had_or_begun_then_the_cheapest_way() {
    let skills = vec![
        skill("far", 10.0, &[]),
        skill("a", 3.0, &[on(0)]),
        skill("b", 8.0, &[]),
        skill("c", 5.0, &[]),
        skill("target", 1.0, &[Node::Choice(ChoiceIx(0))]),
        skill("other", 1.0, &[on(0)]),
    ];
    let alone = [(on(4), 5)];
    let beside = [(on(4), 5), (on(5), 1)];
    let take = |name: &str| Act::Pick { choice: id("one"), skill: id(name) };
    /// What was done, what the role needs, how many to pick; the options that are taken, and whether by a pick.
    type Case<'a> = (Vec<Act>, &'a [(Node, u8)], u32, &'a [&'a str], bool);
    let cases: Vec<Case<'_>> = vec![
        (vec![], &alone, 1, &["c"], false),
        (vec![], &alone, 2, &["c", "b"], false),
        // "other" needs "far" anyway, so that "a" costs its own three hours only.
        (vec![], &beside, 1, &["a"], false),
        (vec![take("b")], &beside, 1, &["b"], true),
        (vec![take("b"), take("a")], &alone, 1, &["a"], true),
        (vec![take("far")], &alone, 1, &["c"], false),
        (vec![mark("b", Mark::Start)], &alone, 1, &["b"], false),
        (vec![mark("b", Mark::Start), take("c")], &alone, 1, &["c"], true),
        (vec![mark("b", Mark::Done)], &alone, 2, &["b", "c"], false),
        (vec![mark("b", Mark::Done), mark("a", Mark::Start)], &alone, 2, &["b", "a"], false),
    ];
    for (acts, needs, pick, options, picked) in cases {
        let choice = Choice { pick, ..choice("one", &[1, 2, 3]) };
        let road = road(skills.clone(), vec![choice], vec![role("r", needs)]);
        let progress = folded(acts.clone());
        let advice = advise(&road, &Standing::of(&road, &progress), &progress, goal("r").as_ref());
        let [assumed] = advice.assumed.as_slice() else { panic!("{acts:?}: {:?}", advice.assumed) };
        assert_eq!(
            (names(&road, assumed.options.clone()), assumed.picked),
            (options.iter().map(|&name| name.to_owned()).collect(), picked,),
            "{acts:?}"
        );
    }
}

#[test]
fn a_choice_that_is_satisfied_asks_for_no_more_whatever_is_picked() {
    let skills = vec![skill("a", 3.0, &[]), skill("b", 3.0, &[])];
    let needs = [(Node::Choice(ChoiceIx(0)), 5)];
    let road = road(skills, vec![choice("one", &[0, 1])], vec![role("r", &needs)]);
    let pick_b = Act::Pick { choice: id("one"), skill: id("b") };
    let progress = folded(vec![mark("a", Mark::Done), pick_b]);
    let advice = advise(&road, &Standing::of(&road, &progress), &progress, goal("r").as_ref());
    assert_eq!((advice.missing, advice.assumed, advice.steps), (0, vec![], vec![]));
}

#[test]
fn without_a_goal_all_roles_count_and_without_roles_the_level() {
    let skills = || vec![skill("a", 1.0, &[]), skill("b", 1.0, &[])];
    let two = vec![role("r", &[(on(0), 2), (on(1), 4)]), role("q", &[(on(0), 3)])];
    let asked = worth_of(&road(skills(), vec![], two), None);
    assert_eq!(asked, [(on(0), 5), (on(1), 4)]);
    let optional = crate::domain::Skill { level: crate::domain::Level::Optional, ..skill("c", 1.0, &[]) };
    let bare = road([skills(), vec![optional]].concat(), vec![], vec![]);
    assert_eq!(worth_of(&bare, None), [(on(0), 3), (on(1), 3), (on(2), 1)]);
    let gone = Goal::Role(id("gone"));
    assert_eq!(worth_of(&bare, Some(&gone)), worth_of(&bare, None), "a goal that is gone is none");
    assert_eq!(worth_of(&bare, Some(&Goal::Skill(id("b")))), [(on(1), 1)]);
}

/// The goals that one may have on a drawn roadmap, one of them unknown.
fn goals() -> impl Strategy<Value = Option<Goal>> {
    let skill = (0..9_usize).prop_map(|i| Goal::Skill(id(&format!("s{i}"))));
    prop::option::of(prop_oneof![skill, (0..3_usize).prop_map(|i| Goal::Role(id(&format!("r{i}"))))])
}

/// What is missing before these skills, themselves included: walked anew with the options that were assumed.
fn missing(road: &Roadmap, standing: &Standing, assumed: &[Assumed], from: &[Node]) -> BTreeSet<SkillIx> {
    let mut missing = BTreeSet::new();
    let mut ahead = from.to_vec();
    while let Some(node) = ahead.pop() {
        match node {
            _ if standing.has(road, node) => {}
            Node::Skill(skill) => {
                if missing.insert(skill) {
                    ahead.extend(&road.skill(skill).requires);
                }
            }
            Node::Choice(choice) => {
                let taken = assumed.iter().find(|assumed| assumed.choice == choice);
                let taken = taken.expect("every open choice on the way is told");
                assert_eq!(taken.options.len(), road.choice(choice).pick as usize);
                ahead.extend(taken.options.iter().map(|&option| Node::Skill(option)));
            }
        }
    }
    missing
}

/// What the goal asks of one skill, itself or as the option that is taken of a choice.
fn asked(road: &Roadmap, standing: &Standing, advice: &Advice, worth: &Worth, skill: SkillIx) -> u32 {
    let stands_for = |node: Node| match node {
        Node::Skill(ix) => ix == skill,
        Node::Choice(ix) => {
            let taken = advice.assumed.iter().find(|assumed| assumed.choice == ix);
            !standing.satisfies(road, ix) && taken.is_some_and(|assumed| assumed.options.contains(&skill))
        }
    };
    worth.iter().filter(|(node, _)| stands_for(*node)).map(|(_, weight)| weight).sum()
}

proptest! {
    #[test]
    fn the_advice_is_true_of_the_graph(((road, progress), goal) in (learners(8), goals())) {
        let standing = Standing::of(&road, &progress);
        let goal = goal.as_ref();
        let worth = worth_of(&road, goal);
        let advice = advise(&road, &standing, &progress, goal);
        let wanted: Vec<Node> = worth.iter().map(|(node, _)| *node).collect();
        let jobs = missing(&road, &standing, &advice.assumed, &wanted);
        prop_assert_eq!(advice.missing, jobs.len());
        let hours = |skill: SkillIx| hours_left(&road, &standing, &progress, skill);
        let sum: f64 = jobs.iter().map(|&job| hours(job)).sum();
        prop_assert!((advice.hours_left - sum).abs() < 1e-9);
        let open: BTreeSet<SkillIx> = jobs.iter().copied()
            .filter(|&job| matches!(standing.status(job), Status::Ready | Status::Learning)).collect();
        prop_assert_eq!(&open, &advice.steps.iter().map(|step| step.skill).collect());
        prop_assert_eq!(open.len(), advice.steps.len());

        let before = |job: SkillIx| missing(&road, &standing, &advice.assumed, &[Node::Skill(job)]);
        let refused = |pair: &(SkillIx, SkillIx)| advice.refused.contains(pair);
        let ix = |id: &crate::domain::Id| road.names().skill(id.as_str());
        let wishes = progress.preferences().filter_map(|(first, later)| ix(first).zip(ix(later)));
        let wishes: Vec<(SkillIx, SkillIx)> = wishes.filter(|pair| !refused(pair)).collect();
        let may_follow = |done: &[SkillIx], job: SkillIx| {
            let needed = before(job).into_iter().filter(|&first| first != job);
            let wished = wishes.iter().filter(|(first, later)| *later == job && jobs.contains(first));
            needed.chain(wished.map(|(first, _)| *first)).all(|first| done.contains(&first))
        };
        let cost_of = |plan: &[SkillIx]| {
            let (mut done, mut cost) = (0.0, 0.0);
            for &job in plan {
                done += (hours(job) * 60.0).round().max(1.0) / 60.0;
                cost += f64::from(asked(&road, &standing, &advice, &worth, job)) * done;
            }
            cost
        };
        prop_assert_eq!(advice.plan.iter().copied().collect::<BTreeSet<_>>(), jobs.iter().copied().collect());
        for (at, &job) in advice.plan.iter().enumerate() {
            prop_assert!(may_follow(&advice.plan[..at], job), "{:?} at {}", job, at);
        }
        prop_assert!((advice.cost - cost_of(&advice.plan)).abs() < 1e-6);
        prop_assert!(advice.bound <= advice.cost + 1e-9);
        let places = advice.steps.iter().map(|step| {
            let at = advice.plan.iter().position(|&job| job == step.skill);
            (standing.status(step.skill) != Status::Learning, at)
        });
        prop_assert!(places.clone().is_sorted(), "{:?}", places.collect::<Vec<_>>());
        for (rank, step) in advice.steps.iter().enumerate() {
            let skill = step.skill;
            let waiting: Vec<SkillIx> =
                jobs.iter().copied().filter(|&job| job != skill && before(job).contains(&skill)).collect();
            let is_ready = standing.status(skill) == Status::Ready;
            let ratio = |job: SkillIx| {
                let taken: f64 = before(job).iter().map(|&skill| hours(skill)).sum();
                f64::from(asked(&road, &standing, &advice, &worth, job)) / taken
            };

            let mut kinds = Vec::new();
            for reason in &step.reasons {
                kinds.push(std::mem::discriminant(reason));
                match *reason {
                    Reason::Begun { day } => {
                        prop_assert_eq!(standing.status(skill), Status::Learning);
                        prop_assert_eq!(day, progress.of(road.skill(skill)).begun());
                    }
                    Reason::LeadsTo { skill: to, hours: away } => {
                        let taken: f64 = before(to).iter().map(|&skill| hours(skill)).sum();
                        prop_assert!(waiting.contains(&to) && (away - taken).abs() < 1e-9);
                        let best = waiting.iter().copied().chain([skill]).map(ratio).fold(0.0, f64::max);
                        prop_assert!(best > 0.0 && ratio(to) > best - 1e-9);
                    }
                    Reason::Asked { weight } => {
                        prop_assert!(weight > 0 && matches!(goal, Some(Goal::Role(_))));
                        prop_assert_eq!(weight, asked(&road, &standing, &advice, &worth, skill));
                    }
                    Reason::AskedByRoles { roles } => {
                        let asks = |node: Node| node == Node::Skill(skill)
                            || matches!(node, Node::Choice(ix) if road.choice(ix).options.contains(&skill));
                        let asking = road.roles().filter(|(_, role)| role.needs.iter().any(|need| asks(need.node)));
                        prop_assert!(goal.is_none() && roles > 0);
                        prop_assert_eq!(roles as usize, asking.count());
                    }
                    Reason::Opens { skills, of } => {
                        prop_assert!(skills > 0);
                        prop_assert_eq!((skills as usize, of as usize), (waiting.len(), jobs.len()));
                    }
                    Reason::Short { hours: left } => {
                        prop_assert!(left > 0.0 && left <= 3.0 && (left - hours(skill)).abs() < 1e-9);
                    }
                }
            }
            prop_assert_eq!(kinds.len(), step.reasons.len());
            let says = |wanted: fn(&Reason) -> bool| step.reasons.iter().any(wanted);
            prop_assert_eq!(says(|r| matches!(r, Reason::Begun { .. })), !is_ready);
            prop_assert_eq!(says(|r| matches!(r, Reason::Opens { .. })), !waiting.is_empty());
            prop_assert_eq!(says(|r| matches!(r, Reason::Short { .. })), hours(skill) <= 3.0);

            let why = why(&road, &standing, &progress, goal, skill);
            prop_assert_eq!((&why.reasons, why.rank, why.on_the_way), (&step.reasons, Some(rank + 1), true));
            prop_assert_eq!(why.opens.iter().copied().collect::<BTreeSet<_>>(), waiting.into_iter().collect());
            let none: Vec<Node> = vec![];
            if is_ready {
                prop_assert_eq!(why.missing, none);
            }
        }
    }

    #[test]
    fn jobs_come_in_prerequisite_order((road, progress) in learners(8)) {
        let standing = Standing::of(&road, &progress);
        let closure = closure(&road, &standing, &progress, &worth_of(&road, None));
        for (at, &job) in closure.jobs.iter().enumerate() {
            for before in closure.before(&road, &standing, job) {
                prop_assert!(closure.jobs[..=at].contains(&before));
            }
        }
    }

    /// With one open choice of one option, nothing cheaper could have been taken.
    #[test]
    fn the_assumed_option_costs_the_least((road, progress) in learners(8)) {
        let standing = Standing::of(&road, &progress);
        let worth = worth_of(&road, None);
        let whole = closure(&road, &standing, &progress, &worth);
        let [one] = whole.assumed.as_slice() else { return Ok(()) };
        let choice = road.choice(one.choice);
        let begun = choice.options.iter().any(|&option| standing.status(option) == Status::Learning);
        if one.picked || begun || choice.pick > 1 || road.parts().choices.len() > 1 {
            return Ok(());
        }
        let wanted: Vec<Node> = worth.iter().map(|(node, _)| *node).collect();
        let cost = |option: SkillIx| -> f64 {
            let taken = [Assumed { choice: one.choice, options: vec![option], picked: false }];
            let jobs = missing(&road, &standing, &taken, &wanted);
            jobs.iter().map(|&job| hours_left(&road, &standing, &progress, job)).sum()
        };
        let least = choice.options.iter().map(|&option| cost(option)).fold(f64::INFINITY, f64::min);
        let left = |skill| hours_left(&road, &standing, &progress, skill);
        let costs = whole.costs(&road, &standing, &worth, (one.choice, left));
        prop_assert_eq!(costs.len(), choice.options.len());
        for (option, hours) in costs {
            prop_assert!((hours - cost(option)).abs() < 1e-9, "{option:?}");
        }
        prop_assert!(cost(one.options[0]) <= least + 1e-9, "{:?} of {:?}", one.options, choice.options);
    }

    #[test]
    fn a_way_ends_with_its_skill_and_has_all_that_it_rests_on((road, progress) in learners(8)) {
        let standing = Standing::of(&road, &progress);
        for (target, _) in road.skills() {
            let way = way(&road, &standing, &progress, target);
            prop_assert_eq!(way.last(), Some(&target));
            for (at, &skill) in way.iter().enumerate() {
                for &node in &road.skill(skill).requires {
                    match node {
                        Node::Skill(before) => prop_assert!(way[..at].contains(&before)),
                        Node::Choice(choice) => {
                            let choice = road.choice(choice);
                            let taken = choice.options.iter().filter(|option| way[..at].contains(option));
                            prop_assert!(taken.count() >= choice.pick as usize);
                        }
                    }
                }
                let leads_on = skill == target || way[at + 1..].iter().any(|&later| {
                    road.skill(later).requires.iter().any(|&node| match node {
                        Node::Skill(before) => before == skill,
                        Node::Choice(choice) => road.choice(choice).options.contains(&skill),
                    })
                });
                prop_assert!(leads_on, "{:?} is on the way to {:?} for nothing", skill, target);
            }
        }
    }
}

#[test]
fn an_empty_roadmap_asks_for_nothing() {
    let empty = road(vec![], vec![], vec![]);
    let progress = Progress::default();
    let advice = advise(&empty, &Standing::of(&empty, &progress), &progress, None);
    assert_eq!((advice.missing, advice.steps.len()), (0, 0));
}
