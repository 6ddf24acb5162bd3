//! The best order of a few jobs, found over all their prerequisite-closed sets.

use super::jobs::Jobs;

/// The most jobs that are solved exactly.
pub const MOST: usize = 16;

/// The order of smallest cost of at most [`MOST`] jobs; of several the first by the order given.
///
/// What comes after a set is done costs the same however the set was done (Held and Karp, "A dynamic programming
/// approach to sequencing problems", 1962).
pub fn solve(jobs: &Jobs, block: &[usize]) -> Vec<usize> {
    let count = block.len();
    let needs: Vec<usize> = block.iter().map(|&job| mask_of(block, &jobs.before[job])).collect();
    let mut done = vec![0_u64; 1 << count];
    for set in 1..1_usize << count {
        let last = set.trailing_zeros() as usize;
        done[set] = done[set & (set - 1)] + jobs.minutes[block[last]];
    }
    let can_follow = |set: usize, at: usize| set >> at & 1 == 0 && needs[at] & !set == 0;
    let step = |set: usize, at: usize| u128::from(jobs.worth[block[at]]) * u128::from(done[set | 1 << at]);
    let mut rest = vec![u128::MAX; 1 << count];
    rest[(1 << count) - 1] = 0;
    for set in (0..(1_usize << count) - 1).rev() {
        let costs = (0..count).filter(|&at| can_follow(set, at)).map(|at| {
            let after = rest[set | 1 << at];
            after.saturating_add(step(set, at))
        });
        rest[set] = costs.min().unwrap_or(u128::MAX);
    }
    let (mut order, mut set) = (Vec::with_capacity(count), 0);
    while let Some(at) = (0..count)
        .find(|&at| can_follow(set, at) && rest[set | 1 << at].saturating_add(step(set, at)) == rest[set])
    {
        order.push(block[at]);
        set |= 1 << at;
    }
    order
}

/// The places of those of the jobs that are in the block, as bits.
fn mask_of(block: &[usize], jobs: &[usize]) -> usize {
    jobs.iter()
        .filter_map(|job| block.iter().position(|other| other == job))
        .fold(0, |mask, at| mask | 1 << at)
}
