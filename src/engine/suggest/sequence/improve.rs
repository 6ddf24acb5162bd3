//! An order made better by moving jobs and runs of jobs to the front.

use super::net::Net;

/// Jobs that are moved together at most.
const LONGEST_RUN: usize = 24;

/// Steps that the moves may take a job, so that their time grows no faster than the jobs do.
const STEPS_A_JOB: usize = 2_000;

/// The cheapest that becomes of these orders of the same jobs; of equals the first.
pub(super) fn improved(jobs: &Net, orders: Vec<Vec<usize>>) -> Vec<usize> {
    let mut steps = STEPS_A_JOB.saturating_mul(orders.first().map_or(0, Vec::len));
    let mut by_cost: Vec<(u128, Vec<usize>)> =
        orders.into_iter().map(|order| (jobs.cost(&order), order)).collect();
    by_cost.sort_by_key(|(cost, _)| *cost);
    by_cost.dedup_by(|a, b| a.1 == b.1);
    // The cheapest goes first, while there are steps for all.
    let bettered = by_cost.into_iter().map(|(_, order)| better(jobs, order, &mut steps));
    bettered.min_by_key(|(cost, _)| *cost).map(|(_, order)| order).unwrap_or_default()
}

/// Swaps neighbouring runs while that makes the order cheaper and there are steps left.
fn better(jobs: &Net, mut order: Vec<usize>, steps: &mut usize) -> (u128, Vec<usize>) {
    let mut place = vec![usize::MAX; jobs.len()];
    for (at, &job) in order.iter().enumerate() {
        place[job] = at;
    }
    loop {
        let mut has_moved = false;
        for from in 1..order.len() {
            has_moved |= bring_forward(jobs, &mut order, &mut place, from, steps);
        }
        if !has_moved || *steps == 0 {
            return (jobs.cost(&order), order);
        }
    }
}

/// Moves the run that begins at `from`, of the length that saves most, to where it saves most.
fn bring_forward(
    jobs: &Net,
    order: &mut [usize],
    place: &mut [usize],
    from: usize,
    steps: &mut usize,
) -> bool {
    let (mut worth, mut minutes) = (0, 0);
    let mut best: Option<(u128, usize, usize)> = None;
    // The run can go no further to the front than to behind the last of all that it waits for.
    let mut first = 0;
    for end in from + 1..=order.len().min(from + LONGEST_RUN) {
        let job = order[end - 1];
        worth += jobs.worth[job];
        minutes += jobs.minutes[job];
        let earlier = jobs.before[job].iter().map(|&b| place[b]).filter(|&at| at < from);
        first = first.max(earlier.max().map_or(0, |at| at + 1));
        if first == from {
            break;
        }
        let (mut passed_worth, mut passed_minutes) = (0, 0);
        for to in (first..from).rev() {
            passed_worth += jobs.worth[order[to]];
            passed_minutes += jobs.minutes[order[to]];
            let (won, lost) = (worth * passed_minutes, passed_worth * minutes);
            if won > lost && best.is_none_or(|(most, ..)| won - lost > most) {
                best = Some((won - lost, to, end));
            }
        }
        *steps = steps.saturating_sub(from - first);
        if *steps == 0 {
            break;
        }
    }
    let Some((_, to, end)) = best else { return false };
    order[to..end].rotate_left(from - to);
    for (at, &job) in order.iter().enumerate().take(end).skip(to) {
        place[job] = at;
    }
    true
}
