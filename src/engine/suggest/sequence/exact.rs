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
    let net = Small::of(jobs, block);
    let sets = net.closed_sets();
    // Every set stands after all those that it grows from, so that from behind what is left is always known.
    let mut least = vec![0_u128; sets.closed.len()];
    let mut first = vec![0; sets.closed.len()];
    for (number, set) in sets.closed.iter().enumerate().rev().skip(1) {
        let after = |at: usize| {
            jobs.minutes[block[at]] * set.held_up + least[sets.number[set.done | 1 << at] as usize]
        };
        let costs = net.next(set.done).map(|at| (after(at), at));
        (least[number], first[number]) = costs.min().unwrap_or_default();
    }
    let (mut done, mut order) = (0, Vec::with_capacity(block.len()));
    while done != net.full {
        let at = first[sets.number[done] as usize];
        order.push(block[at]);
        done |= 1 << at;
    }
    order
}

/// A few jobs, of which a set is a number with a bit for each.
struct Small {
    /// Which jobs must be done before each.
    before: Vec<usize>,
    worth: Vec<u128>,
    /// The set of all.
    full: usize,
}

/// Closed sets, each after all that it grows from.
struct Sets {
    closed: Vec<Closed>,
    /// For each set, its number among the closed ones; 0 for the empty set and for those that are not closed.
    number: Vec<u32>,
}

/// A set that has all that its jobs wait for.
struct Closed {
    done: usize,
    /// The worth of all that is left.
    held_up: u128,
}

impl Small {
    fn of(jobs: &Net, block: &[usize]) -> Self {
        let before = |job: usize| {
            let own = block.iter().enumerate().filter(|(_, other)| jobs.before[job].contains(other));
            own.fold(0, |set, (at, _)| set | 1 << at)
        };
        Self {
            before: block.iter().map(|&job| before(job)).collect(),
            worth: block.iter().map(|&job| jobs.worth[job]).collect(),
            full: (1 << block.len()) - 1,
        }
    }

    /// The jobs that can be done when these are.
    fn next(&self, done: usize) -> impl Iterator<Item = usize> {
        let mut left = self.full & !done;
        std::iter::from_fn(move || {
            let at = (left != 0).then_some(left.trailing_zeros() as usize)?;
            left &= left - 1;
            Some(at)
        })
        .filter(move |&at| self.before[at] & !done == 0)
    }

    fn closed_sets(&self) -> Sets {
        let mut number = vec![0; self.full + 1];
        let mut closed = vec![Closed { done: 0, held_up: self.worth.iter().sum() }];
        let mut at = 0;
        while let Some(&Closed { done, held_up }) = closed.get(at) {
            for job in self.next(done) {
                let grown = done | 1 << job;
                if number[grown] == 0 {
                    number[grown] = closed.len() as u32;
                    closed.push(Closed { done: grown, held_up: held_up - self.worth[job] });
                }
            }
            at += 1;
        }
        Sets { closed, number }
    }
}
