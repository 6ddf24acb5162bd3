//! Rules of thumb: of the jobs that can be done now, always the one that a rule likes best.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

use super::jobs::Jobs;

/// Sets above which what a job leads to is not looked at: that takes time with the square of the jobs.
const LOOKING_AHEAD: usize = 2_000;

/// What a rule likes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Much worth.
    Worth,
    /// Much worth for the time (Smith, "Various optimizers for single-stage production", 1956).
    Ratio,
    /// Little time.
    Short,
    /// Many jobs that wait for it.
    Opens,
    /// That it leads to much worth for the time of all that comes before that.
    Leads,
}

/// A likes-for-cost ratio.
#[derive(Clone, Copy, Debug)]
struct Liking(u64, u64);

impl Ord for Liking {
    fn cmp(&self, other: &Self) -> Ordering {
        (u128::from(self.0) * u128::from(other.1)).cmp(&(u128::from(other.0) * u128::from(self.1)))
    }
}

impl PartialOrd for Liking {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Liking {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Liking {}

impl Rule {
    /// The ones that anybody would think of.
    pub const PLAIN: [Self; 4] = [Self::Worth, Self::Ratio, Self::Short, Self::Opens];
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Worth, Self::Ratio, Self::Short, Self::Opens, Self::Leads];
}

/// Some jobs in the order of a rule; equals in the order given. Of what must come before a job, only what is among
/// them counts.
pub fn order(jobs: &Jobs, among: &[usize], rule: Rule) -> Vec<usize> {
    let within = Within::of(jobs, among);
    let liking = within.liking(jobs, among, rule);
    let mut waits: Vec<usize> = within.before.iter().map(Vec::len).collect();
    let ready = (0..among.len()).filter(|&at| waits[at] == 0);
    let mut ready: BinaryHeap<(Liking, Reverse<usize>)> = ready.map(|at| (liking[at], Reverse(at))).collect();
    let mut order = Vec::with_capacity(among.len());
    while let Some((_, Reverse(at))) = ready.pop() {
        order.push(among[at]);
        for &next in &within.after[at] {
            waits[next] -= 1;
            if waits[next] == 0 {
                ready.push((liking[next], Reverse(next)));
            }
        }
    }
    order
}

/// What comes before and after each job within a set, by places in it.
struct Within {
    before: Vec<Vec<usize>>,
    after: Vec<Vec<usize>>,
}

impl Within {
    fn of(jobs: &Jobs, among: &[usize]) -> Self {
        let mut place = vec![usize::MAX; jobs.minutes.len()];
        among.iter().enumerate().for_each(|(at, &job)| place[job] = at);
        let mut within = Self { before: vec![Vec::new(); among.len()], after: vec![Vec::new(); among.len()] };
        for (at, &job) in among.iter().enumerate() {
            let mut before: Vec<usize> =
                jobs.before[job].iter().map(|&job| place[job]).filter(|&at| at != usize::MAX).collect();
            before.sort_unstable();
            before.dedup();
            before.iter().for_each(|&first| within.after[first].push(at));
            within.before[at] = before;
        }
        within
    }

    fn liking(&self, jobs: &Jobs, among: &[usize], rule: Rule) -> Vec<Liking> {
        let plain = |like: &dyn Fn(usize) -> Liking| among.iter().map(|&job| like(job)).collect();
        match rule {
            Rule::Worth => plain(&|job| Liking(jobs.worth[job], 1)),
            Rule::Short => plain(&|job| Liking(1, jobs.minutes[job].max(1))),
            Rule::Leads if among.len() <= LOOKING_AHEAD => self.leads(jobs, among),
            Rule::Ratio | Rule::Leads => plain(&|job| Liking(jobs.worth[job], jobs.minutes[job].max(1))),
            Rule::Opens => self.after.iter().map(|after| Liking(after.len() as u64, 1)).collect(),
        }
    }

    /// For each job the best ratio of any that it leads to, itself among them: its worth for the time of all that comes
    /// before it.
    fn leads(&self, jobs: &Jobs, among: &[usize]) -> Vec<Liking> {
        let mut best = vec![Liking(0, 1); among.len()];
        let mut met = vec![usize::MAX; among.len()];
        for (end, &job) in among.iter().enumerate() {
            let (mut open, mut on_it, mut minutes) = (vec![end], Vec::new(), 0);
            met[end] = end;
            while let Some(at) = open.pop() {
                minutes += jobs.minutes[among[at]];
                on_it.push(at);
                for &before in &self.before[at] {
                    if std::mem::replace(&mut met[before], end) != end {
                        open.push(before);
                    }
                }
            }
            let ratio = Liking(jobs.worth[job], minutes.max(1));
            on_it.iter().for_each(|&at| best[at] = best[at].max(ratio));
        }
        best
    }
}
