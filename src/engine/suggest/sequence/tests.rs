//! The order against all orders, against all closed sets, and against the rules of thumb.

use proptest::prelude::*;

use super::*;

/// A job: its minutes, its worth, and what comes before it.
#[derive(Clone, Debug)]
struct Job {
    minutes: u64,
    worth: u64,
    before: Vec<usize>,
}

fn job(minutes: u64, worth: u64, before: &[usize]) -> Job {
    Job { minutes, worth, before: before.to_vec() }
}

fn listed(jobs: &[Job]) -> Jobs {
    Jobs {
        minutes: jobs.iter().map(|job| job.minutes).collect(),
        worth: jobs.iter().map(|job| job.worth).collect(),
        before: jobs.iter().map(|job| job.before.clone()).collect(),
    }
}

fn found(jobs: &[Job]) -> Sequence {
    sequence(&listed(jobs))
}

/// Up to `most` jobs that wait for others of a drawn order, whatever their places are.
fn drawn(most: usize) -> impl Strategy<Value = Vec<Job>> {
    (0..=most).prop_flat_map(|n| {
        let columns = prop::collection::vec((1_u64..12, 0_u64..6), n);
        let waits = prop::collection::vec(prop::collection::vec(0..n.max(1), 0..4), n);
        let turn = Just((0..n).collect::<Vec<usize>>()).prop_shuffle();
        (columns, waits, turn).prop_map(|(columns, waits, turn)| {
            let with_waits = columns.into_iter().zip(waits).enumerate();
            let drawn = with_waits.map(|(at, ((minutes, worth), waits))| {
                let before = waits.into_iter().filter(|&b| turn[b] < turn[at]).collect();
                Job { minutes, worth: worth.saturating_sub(1), before }
            });
            drawn.collect()
        })
    })
}

/// The sum of worth times minutes until done, added up as it is defined.
fn cost(jobs: &[Job], order: &[usize]) -> u128 {
    let (mut minutes, mut sum) = (0, 0);
    for &at in order {
        minutes += u128::from(jobs[at].minutes);
        sum += minutes * u128::from(jobs[at].worth);
    }
    sum
}

fn respects(jobs: &[Job], order: &[usize]) -> bool {
    let place = |at: usize| order.iter().position(|&other| other == at);
    let mut sorted = order.to_vec();
    sorted.sort_unstable();
    sorted == (0..jobs.len()).collect::<Vec<_>>()
        && (0..jobs.len()).all(|at| jobs[at].before.iter().all(|&b| place(b) < place(at)))
}

/// The least cost over all orders, each tried.
fn least_of_all_orders(jobs: &[Job], order: &mut Vec<usize>) -> u128 {
    if order.len() == jobs.len() {
        return cost(jobs, order);
    }
    let mut least = u128::MAX;
    for at in 0..jobs.len() {
        if !order.contains(&at) && jobs[at].before.iter().all(|b| order.contains(b)) {
            order.push(at);
            least = least.min(least_of_all_orders(jobs, order));
            order.pop();
        }
    }
    least
}

/// The least cost of all orders, by the least cost of what is done first: from the empty set up.
fn least_over_sets(jobs: &[Job]) -> u128 {
    let mut least = vec![u128::MAX; 1 << jobs.len()];
    least[0] = 0;
    for done in 0..least.len() {
        let minutes: u64 = (0..jobs.len()).filter(|at| done >> at & 1 == 1).map(|at| jobs[at].minutes).sum();
        if least[done] == u128::MAX {
            continue;
        }
        for (at, job) in jobs.iter().enumerate() {
            if done >> at & 1 == 0 && job.before.iter().all(|b| done >> b & 1 == 1) {
                let then = least[done] + u128::from(job.worth * (minutes + job.minutes));
                least[done | 1 << at] = least[done | 1 << at].min(then);
            }
        }
    }
    least[least.len() - 1]
}

/// All sets of jobs that have all that their jobs wait for, as bits.
fn closed_sets(jobs: &[Job]) -> Vec<usize> {
    let has_all = |set: usize| {
        (0..jobs.len()).all(|at| set >> at & 1 == 0 || jobs[at].before.iter().all(|b| set >> b & 1 == 1))
    };
    (0..1 << jobs.len()).filter(|&set| has_all(set)).collect()
}

/// The worth and the minutes of a set.
fn sums(jobs: &[Job], set: usize) -> (u64, u64) {
    let inside = jobs.iter().enumerate().filter(|(at, _)| set >> at & 1 == 1);
    inside.fold((0, 0), |(w, m), (_, job)| (w + job.worth, m + job.minutes))
}

/// The four rules of thumb, each as a plain search through what is free.
fn rules_of_thumb(jobs: &[Job]) -> [Vec<usize>; 4] {
    let mut waiting = vec![0_u32; jobs.len()];
    for at in 0..jobs.len() {
        let mut met = vec![false; jobs.len()];
        let mut open = vec![at];
        while let Some(next) = open.pop() {
            for &b in &jobs[next].before {
                if !std::mem::replace(&mut met[b], true) {
                    waiting[b] += 1;
                    open.push(b);
                }
            }
        }
    }
    let by = |key: &dyn Fn(usize) -> f64| {
        let mut order: Vec<usize> = Vec::new();
        while order.len() < jobs.len() {
            let free = (0..jobs.len())
                .filter(|at| !order.contains(at) && jobs[*at].before.iter().all(|b| order.contains(b)));
            let first = free.min_by(|&a, &b| key(a).total_cmp(&key(b)).then(a.cmp(&b)));
            order.push(first.unwrap());
        }
        order
    };
    [
        by(&|at| -(jobs[at].worth as f64)),
        by(&|at| -(jobs[at].worth as f64) / jobs[at].minutes as f64),
        by(&|at| jobs[at].minutes as f64),
        by(&|at| -f64::from(waiting[at])),
    ]
}

/// Numbers that look random and are the same on every machine (splitmix64).
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % bound as u64) as usize
    }
}

/// A road: stages of about eight skills that wait for one to three of their own stage or the one before; one in three is
/// asked for by the goal.
fn road(count: usize, seed: u64) -> Vec<Job> {
    let mut random = Random(seed);
    let road = (0..count).map(|at| {
        let first = (at / 8 * 8).saturating_sub(8);
        let waits = if at > first { 1 + random.below(3) } else { 0 };
        let before = (0..waits).map(|_| first + random.below(at - first)).collect();
        let worth = if random.below(3) == 0 { 1 + random.below(5) as u64 } else { 0 };
        Job { minutes: 30 * (1 + random.below(24) as u64), worth, before }
    });
    road.collect()
}

/// A tangle that falls into few blocks: a layer of prerequisites worth nothing below a layer of what is asked.
fn tangle(count: usize, seed: u64) -> Vec<Job> {
    let mut random = Random(seed);
    let half = count / 2;
    let tangle = (0..count).map(|at| {
        let waits = if at < half { 0 } else { 2 + random.below(3) };
        let before = (0..waits).map(|_| random.below(half)).collect();
        let worth = if at < half { 0 } else { 1 + random.below(5) as u64 };
        Job { minutes: 30 * (1 + random.below(24) as u64), worth, before }
    });
    tangle.collect()
}

proptest! {
    #[test]
    fn no_order_of_up_to_seven_jobs_is_cheaper(jobs in drawn(7)) {
        let found = found(&jobs);
        prop_assert!(respects(&jobs, &found.order));
        prop_assert_eq!(found.cost, cost(&jobs, &found.order));
        prop_assert_eq!(found.cost, least_of_all_orders(&jobs, &mut vec![]));
        prop_assert_eq!(found.bound, found.cost);
        prop_assert_eq!(&found, &self::found(&jobs));
    }

    #[test]
    fn no_order_of_up_to_fourteen_jobs_is_cheaper(jobs in drawn(14)) {
        let found = found(&jobs);
        prop_assert!(respects(&jobs, &found.order));
        prop_assert_eq!((found.cost, found.bound), (least_over_sets(&jobs), found.cost));
    }

    /// Each block, with those before it gone, pays most of all closed sets, and none within it pays as much.
    #[test]
    fn each_block_is_a_least_one_of_those_that_pay_most(jobs in drawn(9)) {
        let blocks = blocks::blocks(&Net::of(&listed(&jobs)), 1);
        let sets = closed_sets(&jobs);
        let mut gone = 0;
        for block in &blocks {
            let own = block.iter().fold(0, |set, at| set | 1 << at);
            let (worth, minutes) = sums(&jobs, own);
            prop_assert!(sets.contains(&(gone | own)));
            for set in sets.iter().filter(|&&set| set & gone == gone && set != gone) {
                let (other_worth, other_minutes) = sums(&jobs, set & !gone);
                prop_assert!(other_worth * minutes <= worth * other_minutes, "{:?} after {:b}", blocks, gone);
                let is_within = (set & !gone) & !own == 0 && set & !gone != own;
                prop_assert!(!is_within || other_worth * minutes < worth * other_minutes, "{:?}", blocks);
            }
            gone |= own;
        }
        prop_assert_eq!(gone, (1 << jobs.len()) - 1);
    }

    #[test]
    fn as_many_wait_as_can_be_reached(jobs in drawn(90)) {
        let before: Vec<Vec<usize>> = jobs.iter().map(|job| job.before.clone()).collect();
        let counts = waiting::waiting(&before);
        for (at, count) in counts.into_iter().enumerate() {
            let mut met = vec![at];
            let mut next = 0;
            while next < met.len() {
                let waits = (0..jobs.len()).filter(|&other| before[other].contains(&met[next]));
                let new: Vec<usize> = waits.filter(|other| !met.contains(other)).collect();
                met.extend(new);
                next += 1;
            }
            prop_assert_eq!(count as usize, met.len() - 1);
        }
    }
}

#[test]
fn on_long_roads_no_rule_of_thumb_is_cheaper_and_the_bound_holds() {
    for count in [50, 90, 150, 300] {
        for seed in 0..4 {
            for jobs in [road(count, seed), tangle(count, seed)] {
                let found = found(&jobs);
                assert!(respects(&jobs, &found.order), "{count} jobs, seed {seed}");
                let rules = rules_of_thumb(&jobs).map(|order| cost(&jobs, &order));
                let best = rules.into_iter().fold(u128::MAX, u128::min);
                assert!(found.cost <= best, "{count} jobs, seed {seed}: {} over {best}", found.cost);
                assert!(found.bound <= found.cost, "{count} jobs, seed {seed}");
                assert_eq!(found, self::found(&jobs));
            }
        }
    }
}

#[test]
fn what_pays_the_same_keeps_the_order_given_and_what_is_worth_nothing_comes_last() {
    let jobs =
        [job(4, 0, &[]), job(4, 2, &[]), job(2, 1, &[]), job(6, 3, &[]), job(1, 0, &[0]), job(2, 1, &[])];
    assert_eq!(found(&jobs).order, [1, 2, 3, 5, 0, 4]);
    let same = [job(3, 1, &[2]), job(3, 1, &[]), job(3, 1, &[]), job(3, 1, &[])];
    assert_eq!(found(&same).order, [1, 2, 0, 3], "of those that wait for nothing the first given");
}

#[test]
fn a_prize_pulls_all_that_it_waits_for_to_the_front() {
    // Two hours for 3, four for 5, and one hour at once for 1.
    let jobs = [job(60, 1, &[]), job(60, 0, &[]), job(60, 3, &[1]), job(240, 5, &[])];
    let found = found(&jobs);
    assert_eq!(found.order, [1, 2, 3, 0]);
    assert_eq!((found.cost, found.bound), (43 * 60, 43 * 60), "3 at 2 h, 5 at 6 h, 1 at 7 h");
}

#[test]
fn no_jobs_no_worth_and_circles_are_borne() {
    assert_eq!(found(&[]), Sequence::default());
    let worthless = found(&[job(5, 0, &[1]), job(5, 0, &[])]);
    assert_eq!((worthless.order, worthless.cost, worthless.bound), (vec![1, 0], 0, 0));
    let circle = [job(1, 1, &[1]), job(1, 1, &[0]), job(1, 1, &[]), job(0, 1, &[0, 9])];
    assert_eq!(found(&circle).order, [2], "what is in a circle or behind one has no place");
    let huge = found(&vec![job(u64::from(u32::MAX), u64::from(u32::MAX), &[]); 40]);
    assert_eq!(huge.order, (0..40).collect::<Vec<_>>());
    assert!(huge.bound <= huge.cost);
}
