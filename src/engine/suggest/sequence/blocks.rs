//! Sidney's decomposition: again and again the closed part that pays most by the hour.

use super::cut::Cut;
use super::net::Net;

/// The blocks of all jobs, what pays most by the hour first; each has its jobs in the order given. Of equals the one comes first
/// whose first job does, as far as they do not wait for each other, and what is worth nothing comes last.
///
/// Instead of the best part alone, each cut takes at once all parts that pay more than what is left does on the whole: the blocks
/// of those come first, and then those of the rest. What comes to at most `whole` jobs is not taken apart any more: where its
/// best order is searched for among all orders, the cuts would tell nothing new.
pub(super) fn blocks(jobs: &Net, whole: usize) -> Vec<Vec<usize>> {
    let mut blocks = Vec::new();
    let mut place = vec![usize::MAX; jobs.len()];
    let mut ahead = vec![jobs.all()];
    while let Some(some) = ahead.pop() {
        if some.len() < 2 {
            blocks.extend((!some.is_empty()).then_some(some));
        } else if jobs.worth_of(&some) == 0 {
            let in_order: Vec<usize> = (0..jobs.len()).collect();
            blocks.extend(jobs.listed(&some, &in_order).into_iter().map(|job| vec![job]));
        } else if some.len() <= whole {
            blocks.push(some);
        } else {
            let cut = Cut::of(jobs, &some, &mut place);
            let best = cut.best();
            if best.is_empty() {
                blocks.extend(in_turn(&cut, &some));
            } else {
                let best: Vec<usize> = best.into_iter().map(|at| some[at]).collect();
                ahead.push(some.into_iter().filter(|job| best.binary_search(job).is_err()).collect());
                ahead.push(best);
            }
        }
    }
    blocks
}

/// The parts of jobs that all pay the same, each after those that it needs, and else by their first jobs.
fn in_turn(cut: &Cut, some: &[usize]) -> Vec<Vec<usize>> {
    use std::cmp::Reverse;
    use std::collections::BinaryHeap;
    let part = cut.parts();
    let count = part.iter().max().map_or(0, |last| last + 1);
    let mut parts = vec![Vec::new(); count];
    for (at, &job) in some.iter().enumerate() {
        parts[part[at]].push(job);
    }
    let mut waits = vec![0_usize; count];
    let mut opens = vec![Vec::new(); count];
    for (later, earlier) in cut.needs().filter(|&(a, b)| part[a] != part[b]) {
        waits[part[later]] += 1;
        opens[part[earlier]].push(part[later]);
    }
    let key = |number: usize| Reverse((parts[number][0], number));
    let mut free: BinaryHeap<_> = (0..count).filter(|&number| waits[number] == 0).map(key).collect();
    let mut order = Vec::with_capacity(count);
    while let Some(Reverse((_, number))) = free.pop() {
        order.push(number);
        for &next in &opens[number] {
            waits[next] -= 1;
            if waits[next] == 0 {
                free.push(key(next));
            }
        }
    }
    order.into_iter().map(|number| std::mem::take(&mut parts[number])).collect()
}
