//! Rules of thumb for an order: what comes first among the jobs that wait for nothing any more.

use std::cmp::Ordering;

use super::net::Net;

/// Steps that one search for closed parts may take a job, so that its time grows no faster than the jobs do.
const STEPS_A_JOB: usize = 1_000;

/// The orders of some jobs by worth, by worth over minutes, by minutes and by how many jobs wait, in this turn.
pub(super) fn of_thumb(jobs: &Net, some: &[usize], waiting: &[u32]) -> [Vec<usize>; 4] {
    let by_worth = |a: usize, b: usize| jobs.worth[b].cmp(&jobs.worth[a]);
    let by_ratio = |a, b| by_ratio((jobs.worth[a], jobs.minutes[a]), (jobs.worth[b], jobs.minutes[b]));
    let by_minutes = |a: usize, b: usize| jobs.minutes[a].cmp(&jobs.minutes[b]);
    let by_waiting = |a: usize, b: usize| waiting[b].cmp(&waiting[a]);
    [
        listed(jobs, some, by_worth),
        listed(jobs, some, by_ratio),
        listed(jobs, some, by_minutes),
        listed(jobs, some, by_waiting),
    ]
}

/// The orders by the rules of thumb, and the one by closed parts if it takes no more steps than it may.
pub(super) fn orders(jobs: &Net, some: &[usize], waiting: &[u32]) -> Vec<Vec<usize>> {
    let mut orders: Vec<Vec<usize>> = of_thumb(jobs, some, waiting).into();
    orders.extend(by_closed_parts(jobs, some));
    orders
}

/// The greater worth by the minute first.
fn by_ratio(a: (u128, u128), b: (u128, u128)) -> Ordering {
    (b.0 * a.1).cmp(&(a.0 * b.1))
}

fn listed(jobs: &Net, some: &[usize], first: impl Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut sorted = some.to_vec();
    sorted.sort_unstable_by(|&a, &b| first(a, b).then(a.cmp(&b)));
    let mut rank = vec![0; jobs.len()];
    for (at, &job) in sorted.iter().enumerate() {
        rank[job] = at;
    }
    jobs.listed(some, &rank)
}

/// Again and again the job that pays best together with all that is left before it, and that with it.
fn by_closed_parts(jobs: &Net, some: &[usize]) -> Option<Vec<usize>> {
    let mut search = Search {
        jobs,
        left: vec![false; jobs.len()],
        met: vec![0; jobs.len()],
        round: 0,
        steps: STEPS_A_JOB.saturating_mul(some.len()),
    };
    for &job in some {
        search.left[job] = true;
    }
    let in_order = listed(jobs, some, |a, b| {
        by_ratio((jobs.worth[a], jobs.minutes[a]), (jobs.worth[b], jobs.minutes[b]))
    });
    let mut place = vec![0; jobs.len()];
    for (at, &job) in in_order.iter().enumerate() {
        place[job] = at;
    }
    let mut pays: Vec<(usize, Option<(u128, u128)>)> =
        some.iter().filter(|&&job| jobs.worth[job] > 0).map(|&job| (job, None)).collect();
    let mut order = Vec::with_capacity(some.len());
    while !pays.is_empty() {
        for (job, known) in &mut pays {
            if known.is_none() {
                let part = search.reached(&[*job], &jobs.before)?;
                *known = Some((jobs.worth_of(&part), jobs.minutes_of(&part)));
            }
        }
        search.steps = search.steps.checked_sub(pays.len())?;
        let &(best, _) = pays.iter().min_by(|a, b| match (a.1, b.1) {
            (Some(a), Some(b)) => by_ratio(a, b),
            _ => Ordering::Equal,
        })?;
        let mut part = search.reached(&[best], &jobs.before)?;
        part.sort_unstable_by_key(|&job| place[job]);
        let behind = search.reached(&part, &jobs.after)?;
        for &job in &part {
            search.left[job] = false;
        }
        let touched = search.round;
        for (job, known) in &mut pays {
            if search.met[*job] == touched {
                *known = None;
            }
        }
        debug_assert!(behind.len() >= part.len());
        pays.retain(|(job, _)| search.left[*job]);
        order.extend(part);
    }
    order.extend(in_order.into_iter().filter(|&job| search.left[job]));
    Some(order)
}

struct Search<'a> {
    jobs: &'a Net,
    left: Vec<bool>,
    /// The round in which a job was met last.
    met: Vec<usize>,
    round: usize,
    steps: usize,
}

impl Search<'_> {
    /// What is left and can be reached from `from` along `next`, itself included; none once no steps are left.
    fn reached(&mut self, from: &[usize], next: &[Vec<usize>]) -> Option<Vec<usize>> {
        self.round += 1;
        let mut reached = Vec::new();
        for &job in from {
            if std::mem::replace(&mut self.met[job], self.round) != self.round {
                reached.push(job);
            }
        }
        let mut at = 0;
        while let Some(&job) = reached.get(at) {
            at += 1;
            self.steps = self.steps.checked_sub(1 + next[job].len())?;
            for &to in &next[job] {
                if self.left[to] && std::mem::replace(&mut self.met[to], self.round) != self.round {
                    reached.push(to);
                }
            }
        }
        debug_assert!(reached.len() <= self.jobs.len());
        Some(reached)
    }
}
