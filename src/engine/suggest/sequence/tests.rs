//! The order against every other one, and against rules of thumb.

use proptest::prelude::*;

use super::*;

/// Jobs whose prerequisites come earlier in a mixed order, so that none goes round in a circle.
fn drawn(count: std::ops::Range<usize>, lines: usize) -> impl Strategy<Value = Jobs> {
    count.prop_flat_map(move |count| {
        let minutes = prop::collection::vec(1_u64..600, count);
        // Half of them are only prerequisites.
        let worth = prop::collection::vec(prop_oneof![Just(0_u64), 1_u64..6], count);
        let pairs = prop::collection::vec((0..count, 0..count), 0..lines * count / 2 + 1);
        let rank = Just((0..count).collect::<Vec<usize>>()).prop_shuffle();
        (minutes, worth, pairs, rank).prop_map(move |(minutes, worth, pairs, rank)| {
            let mut before = vec![Vec::new(); count];
            for (first, later) in pairs.into_iter().filter(|&(a, b)| rank[a] < rank[b]) {
                before[later].push(first);
            }
            Jobs { minutes, worth, before }
        })
    })
}

fn is_sound(jobs: &Jobs, order: &[usize]) -> bool {
    let mut place = vec![usize::MAX; jobs.minutes.len()];
    order.iter().enumerate().for_each(|(at, &job)| place[job] = at);
    let follows = |job: usize| jobs.before[job].iter().all(|&before| place[before] < place[job]);
    order.len() == jobs.minutes.len() && (0..order.len()).all(|job| place[job] != usize::MAX && follows(job))
}

/// The least cost of any order: all orders tried one after the other.
fn least(jobs: &Jobs, order: &mut Vec<usize>, done: u64, cost: u128, best: &mut u128) {
    if order.len() == jobs.minutes.len() {
        *best = cost.min(*best);
        return;
    }
    for job in 0..jobs.minutes.len() {
        if !order.contains(&job) && jobs.before[job].iter().all(|before| order.contains(before)) {
            let done = done + jobs.minutes[job];
            order.push(job);
            least(jobs, order, done, cost + u128::from(jobs.worth[job]) * u128::from(done), best);
            order.pop();
        }
    }
}

/// The same by sets, last job first: what is done before the last one is a smaller case of the same.
fn least_by_sets(jobs: &Jobs) -> u128 {
    let count = jobs.minutes.len();
    let mut best = vec![u128::MAX; 1 << count];
    best[0] = 0;
    for set in 1..1_usize << count {
        let done: u64 = (0..count).filter(|at| set >> at & 1 == 1).map(|at| jobs.minutes[at]).sum();
        for last in (0..count).filter(|at| set >> at & 1 == 1) {
            let others = set & !(1 << last);
            let waits = (0..count).any(|at| others >> at & 1 == 1 && jobs.before[at].contains(&last));
            let missing = jobs.before[last].iter().any(|&before| others >> before & 1 == 0);
            if !waits && !missing && best[others] < u128::MAX {
                let cost = best[others] + u128::from(jobs.worth[last]) * u128::from(done);
                best[set] = best[set].min(cost);
            }
        }
    }
    best[(1 << count) - 1]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn no_order_of_up_to_seven_jobs_is_better(jobs in drawn(0..8, 3)) {
        let found = sequence(&jobs);
        let mut best = u128::MAX;
        least(&jobs, &mut Vec::new(), 0, 0, &mut best);
        prop_assert!(is_sound(&jobs, &found.order));
        prop_assert_eq!((found.cost, found.bound), (best, best));
        prop_assert_eq!(sequence(&jobs), found);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn no_order_of_up_to_fourteen_jobs_is_better(jobs in drawn(8..15, 3)) {
        let found = sequence(&jobs);
        prop_assert!(is_sound(&jobs, &found.order));
        prop_assert_eq!(found.cost, least_by_sets(&jobs));
    }

    #[test]
    fn an_order_of_many_jobs_is_as_good_as_every_rule_of_thumb(jobs in drawn(50..300, 4)) {
        let found = sequence(&jobs);
        prop_assert!(is_sound(&jobs, &found.order));
        prop_assert!(found.bound <= found.cost, "{} {}", found.bound, found.cost);
        let all: Vec<usize> = (0..jobs.minutes.len()).collect();
        for rule in Rule::PLAIN {
            let other = rules::order(&jobs, &all, rule);
            prop_assert!(is_sound(&jobs, &other));
            prop_assert!(found.cost <= jobs.cost(&other, 0), "{rule:?}");
        }
    }

    #[test]
    fn a_part_of_a_block_that_can_come_first_is_never_worth_more_for_its_time(jobs in drawn(2..40, 3)) {
        let (mut before, mut last) = (Vec::new(), (1, 0));
        for block in blocks::of(&jobs) {
            let (minutes, worth) = jobs.sums(&block);
            prop_assert!(last.0 * u128::from(minutes) >= u128::from(worth) * last.1, "blocks fall");
            last = (u128::from(worth), u128::from(minutes));
            for &job in &block {
                // The job with all of the block that comes before it is such a part.
                let (mut part, mut open) = (vec![job], vec![job]);
                while let Some(at) = open.pop() {
                    for &first in jobs.before[at].iter().filter(|first| block.contains(first)) {
                        if !part.contains(&first) {
                            part.push(first);
                            open.push(first);
                        }
                    }
                }
                let (own, value) = jobs.sums(&part);
                prop_assert!(u128::from(value) * u128::from(minutes) <= u128::from(worth) * u128::from(own));
            }
            prop_assert!(block.iter().flat_map(|&job| &jobs.before[job]).all(|first| block.contains(first) || before.contains(first)));
            before.extend(block);
        }
    }
}

#[test]
fn equals_keep_the_order_given_and_nothing_is_nothing() {
    let jobs = Jobs { minutes: vec![60; 30], worth: vec![2; 30], before: vec![Vec::new(); 30] };
    assert_eq!(sequence(&jobs).order, (0..30).collect::<Vec<_>>());
    assert_eq!(sequence(&Jobs::default()), Sequence::default());
    let idle = Jobs { worth: vec![0; 30], ..jobs };
    assert_eq!((sequence(&idle).order.len(), sequence(&idle).cost), (30, 0));
}
