//! The order of jobs under prerequisites in which what is worth most is done soonest: 1|prec|Σ w·C.
//!
//! It is NP-hard, and its structure is known (Sidney, "Decomposition algorithms for single-machine sequencing with
//! precedence relations", 1975): some best order works through one block after the other, each the
//! prerequisite-closed set of what is left that has the most worth for its time. Small blocks are solved exactly.

mod blocks;
mod exact;
mod improve;
mod jobs;
mod rules;
#[cfg(test)]
mod tests;

pub use jobs::Jobs;
use rules::Rule;

/// An order of jobs, and how good it is. Costs are worth times minutes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sequence {
    /// Every job once, each after all that must come before it.
    pub order: Vec<usize>,
    /// The sum of each job's worth times the minutes until it is done.
    pub cost: u128,
    /// No order has a smaller cost than this.
    pub bound: u128,
}

/// Finds an order of small cost: the smallest there is if no block has more than 16 jobs, and never more than that of
/// any of the rules of thumb: by worth, by worth for the time, by time, by how much a job opens. Where nothing else
/// decides, jobs keep the order in which they are given.
pub fn sequence(jobs: &Jobs) -> Sequence {
    let (mut order, mut start, mut bound) = (Vec::with_capacity(jobs.minutes.len()), 0, 0);
    for block in blocks::of(jobs) {
        let (minutes, worth) = jobs.sums(&block);
        let solved = if block.len() <= exact::MOST {
            let solved = exact::solve(jobs, &block);
            bound += jobs.cost(&solved, start);
            solved
        } else {
            let alone: u128 = block.iter().map(|&job| jobs.alone(job)).sum();
            let least = (u128::from(worth) * u128::from(minutes) + alone) / 2;
            bound += u128::from(worth) * u128::from(start) + least;
            best_of_rules(jobs, &block)
        };
        order.extend(solved);
        start += minutes;
    }
    let all: Vec<usize> = (0..jobs.minutes.len()).collect();
    let by_rules = Rule::PLAIN.map(|rule| rules::order(jobs, &all, rule));
    let orders = std::iter::once(order).chain(by_rules).map(|order| (jobs.cost(&order, 0), order));
    let (cost, order) = orders.min_by_key(|(cost, _)| *cost).unwrap_or_default();
    Sequence { order, cost, bound }
}

/// The best order of a block that the rules of thumb and moves from there lead to.
fn best_of_rules(jobs: &Jobs, block: &[usize]) -> Vec<usize> {
    let orders = Rule::ALL.map(|rule| rules::order(jobs, block, rule));
    let mut best = orders.into_iter().min_by_key(|order| jobs.cost(order, 0)).unwrap_or_default();
    improve::run(jobs, &mut best);
    best
}
