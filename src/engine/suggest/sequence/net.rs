//! The jobs with who waits for whom, both ways, and what an order of them costs.

use super::jobs::Jobs;

/// The jobs; each list has one entry a job. Sums are of 128 bits, which no road is long enough to fill.
#[derive(Debug)]
pub(super) struct Net {
    /// Minutes, at least 1.
    pub(super) minutes: Vec<u128>,
    /// Worth, 0 and up.
    pub(super) worth: Vec<u128>,
    /// Which jobs come before, each once, in the order given.
    pub(super) before: Vec<Vec<usize>>,
    /// Which jobs wait for it.
    pub(super) after: Vec<Vec<usize>>,
}

impl Net {
    /// The net of some jobs; prerequisites that are not among them are left out.
    pub(super) fn of(jobs: &Jobs) -> Self {
        let count = jobs.minutes.len();
        let mut before = Vec::with_capacity(count);
        let mut after = vec![Vec::new(); count];
        for (at, earlier) in jobs.before.iter().enumerate() {
            let mut own: Vec<usize> = earlier.iter().copied().filter(|&b| b < count).collect();
            own.sort_unstable();
            own.dedup();
            for &b in &own {
                after[b].push(at);
            }
            before.push(own);
        }
        Self {
            minutes: jobs.minutes.iter().map(|&minutes| u128::from(minutes.max(1))).collect(),
            worth: jobs.worth.iter().map(|&worth| u128::from(worth)).collect(),
            before,
            after,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.minutes.len()
    }

    /// All jobs that are in no circle and behind none, in the order given.
    pub(super) fn all(&self) -> Vec<usize> {
        let ranks: Vec<usize> = (0..self.len()).collect();
        let mut all = self.listed(&ranks, &ranks);
        all.sort_unstable();
        all
    }

    /// The minutes of some jobs.
    pub(super) fn minutes_of(&self, jobs: &[usize]) -> u128 {
        jobs.iter().map(|&job| self.minutes[job]).sum()
    }

    /// The worth of some jobs.
    pub(super) fn worth_of(&self, jobs: &[usize]) -> u128 {
        jobs.iter().map(|&job| self.worth[job]).sum()
    }

    /// The sum of worth times minutes until done, of jobs in this order that begins at once.
    pub(super) fn cost(&self, order: &[usize]) -> u128 {
        let (mut done, mut cost) = (0, 0);
        for &job in order {
            done += self.minutes[job];
            cost += self.worth[job] * done;
        }
        cost
    }

    /// Some jobs, each after those of them that it waits for, and else by `rank`, of which each job has its own.
    pub(super) fn listed(&self, jobs: &[usize], rank: &[usize]) -> Vec<usize> {
        use std::cmp::Reverse;
        use std::collections::BinaryHeap;
        let mut waits = vec![usize::MAX; self.len()];
        for &job in jobs {
            waits[job] = 0;
        }
        for &job in jobs {
            waits[job] = self.before[job].iter().filter(|&&b| waits[b] != usize::MAX).count();
        }
        let free = jobs.iter().filter(|&&job| waits[job] == 0).map(|&job| Reverse((rank[job], job)));
        let mut free: BinaryHeap<_> = free.collect();
        let mut order = Vec::with_capacity(jobs.len());
        while let Some(Reverse((_, job))) = free.pop() {
            order.push(job);
            for &next in &self.after[job] {
                if waits[next] != usize::MAX {
                    waits[next] -= 1;
                    if waits[next] == 0 {
                        free.push(Reverse((rank[next], next)));
                    }
                }
            }
        }
        order
    }
}
