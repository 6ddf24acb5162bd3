//! The best order of a few jobs, by a search through all that can be done first.

use super::net::Net;

/// Jobs that are searched through at most: 65,536 sets.
pub(super) const MOST: usize = 16;

/// The best order of at most [`MOST`] jobs; of several the one that comes first in the order given.
///
/// For each closed set of jobs (one that has all that its jobs wait for) the least cost of what is left is found once, from the
/// full set down: Held and Karp's scheme (1962). A job that is done next holds up all that is left, itself included.
pub(super) fn best(jobs: &Net, block: &[usize]) -> Vec<usize> {
    debug_assert!(block.len() <= MOST, "too many jobs to search through");
    if block.len() < 2 {
        return block.to_vec();
    }
    let full = (1_usize << block.len()) - 1;
    let before: Vec<usize> = block
        .iter()
        .map(|&job| {
            let own = block.iter().enumerate().filter(|(_, other)| jobs.before[job].contains(other));
            own.fold(0, |set, (at, _)| set | 1 << at)
        })
        .collect();
    let next = |done: usize| {
        let before = &before;
        (0..before.len()).filter(move |&at| done & (1 << at) == 0 && before[at] & !done == 0)
    };
    let mut is_closed = vec![false; full + 1];
    is_closed[0] = true;
    for done in 0..full {
        if is_closed[done] {
            for at in next(done) {
                is_closed[done | 1 << at] = true;
            }
        }
    }
    let mut least = vec![u128::MAX; full + 1];
    least[full] = 0;
    let held_up = |done: usize| -> u128 {
        (0..block.len()).filter(|at| done & (1 << at) == 0).map(|at| jobs.worth[block[at]]).sum()
    };
    for done in (0..full).rev().filter(|&done| is_closed[done]) {
        let held_up = held_up(done);
        for at in next(done) {
            let cost = jobs.minutes[block[at]] * held_up + least[done | 1 << at];
            least[done] = least[done].min(cost);
        }
    }
    let (mut done, mut order) = (0, Vec::with_capacity(block.len()));
    while done != full {
        let held_up = held_up(done);
        let is_best = |at: &usize| jobs.minutes[block[*at]] * held_up + least[done | 1 << at] == least[done];
        let Some(at) = next(done).find(is_best) else { break };
        order.push(block[at]);
        done |= 1 << at;
    }
    order
}
