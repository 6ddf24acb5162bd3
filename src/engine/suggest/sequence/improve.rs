//! A good order made better: single jobs, and runs of them, are moved to where they cost less.

use super::jobs::Jobs;

/// The longest run that is moved as one.
const RUN: usize = 8;

/// Jobs that may be passed in all. Work is measured by these, not by time, so that it is the same on every machine.
const WORK: usize = 4_000_000;

/// Moves jobs as long as that makes the order better, and work is left.
pub fn run(jobs: &Jobs, order: &mut [usize]) {
    let mut work = WORK;
    loop {
        let mut moved = false;
        for length in 1..=RUN.min(order.len()) {
            for at in 0..=order.len() - length {
                if work == 0 {
                    return;
                }
                moved |= better(jobs, order, (at, length), &mut work);
            }
        }
        if !moved {
            return;
        }
    }
}

/// Moves a run to where it costs least, if that is elsewhere.
fn better(jobs: &Jobs, order: &mut [usize], (at, length): (usize, usize), work: &mut usize) -> bool {
    let run = &order[at..at + length];
    let (minutes, worth) = jobs.sums(run);
    // What is won by passing a job with the run: the run gets later and the job earlier, or the other way round.
    let won = |job: usize| {
        i128::from(jobs.worth[job]) * i128::from(minutes) - i128::from(worth) * i128::from(jobs.minutes[job])
    };
    let (mut best, mut to) = (0, at);
    let mut sum = 0;
    for (passed, &job) in order[at + length..].iter().enumerate() {
        *work = work.saturating_sub(1);
        if jobs.before[job].iter().any(|before| run.contains(before)) {
            break;
        }
        sum += won(job);
        if sum > best {
            (best, to) = (sum, at + passed + 1);
        }
    }
    sum = 0;
    for (passed, &job) in order[..at].iter().rev().enumerate() {
        *work = work.saturating_sub(1);
        if run.iter().any(|&member| jobs.before[member].contains(&job)) {
            break;
        }
        sum -= won(job);
        if sum > best {
            (best, to) = (sum, at - passed - 1);
        }
    }
    if to > at {
        order[at..to + length].rotate_left(length);
    } else if to < at {
        order[to..at + length].rotate_right(length);
    }
    to != at
}
