//! The order of jobs under prerequisites in which what is worth most is done soonest: 1|prec|Σ w·C.
//!
//! It is NP-hard, and its structure is known (Sidney, "Decomposition algorithms for single-machine sequencing with
//! precedence relations", 1975): some best order works through one block after the other, each the
//! prerequisite-closed set of what is left that has the most worth for its time. Blocks of up to 16 jobs are searched through,
//! so their order is a best one; longer ones go by the best of several rules, improved by moves. All sums are whole
//! numbers and all work is counted in steps, so that every machine finds the same order.

mod blocks;
mod cut;
mod exact;
mod improve;
mod jobs;
mod net;
mod rules;
#[cfg(test)]
mod tests;
mod waiting;

pub use jobs::Jobs;
use net::Net;

/// An order of jobs, and how good it is. Costs are worth times minutes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sequence {
    /// Every job once, each after all that must come before it.
    pub order: Vec<usize>,
    /// The sum of each job's worth times the minutes until it is done.
    pub cost: u128,
    /// No order has a smaller cost than this. It is the cost itself where every block was searched through.
    pub bound: u128,
}

/// So many jobs are searched through sooner than they are cut into blocks.
const FEW: usize = 8;

/// Finds an order of small cost: the smallest there is if no block has more than 16 jobs, and never more than that of
/// any of the rules of thumb: by worth, by worth for the time, by time, by how many jobs wait. Where nothing else
/// decides, jobs keep the order in which they are given.
pub fn sequence(jobs: &Jobs) -> Sequence {
    let net = Net::of(jobs);
    let waiting = waiting::waiting(&net.before);
    let mut order = Vec::with_capacity(net.len());
    let (mut start, mut doubled) = (0, 0);
    for block in blocks::blocks(&net, FEW) {
        let (worth, minutes) = (net.worth_of(&block), net.minutes_of(&block));
        doubled += 2 * worth * start;
        if block.len() <= exact::MOST {
            let best = exact::best(&net, &block);
            doubled += 2 * net.cost(&best);
            order.extend(best);
        } else {
            // No closed part of a block pays more for its time than the whole, so that the best that can be hoped
            // for is worth that comes in evenly: half of w(B)·p(B), and half of its own time for each job.
            let alone: u128 = block.iter().map(|&job| net.worth[job] * net.minutes[job]).sum();
            doubled += worth * minutes + alone;
            order.extend(improve::improved(&net, rules::orders(&net, &block, &waiting)));
        }
        start += minutes;
    }
    let mut cost = net.cost(&order);
    for other in rules::of_thumb(&net, &net.all(), &waiting) {
        let instead = net.cost(&other);
        if instead < cost {
            (cost, order) = (instead, other);
        }
    }
    // Costs are whole, so that a bound may be rounded up.
    Sequence { order, cost, bound: doubled.div_ceil(2) }
}
