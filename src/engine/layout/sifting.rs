//! Sifting: each slot is taken out of its group and put where it makes the fewest crossings.
//!
//! Matuszewski, Schönfeld and Molitor, "Using sifting for k-layer straightline crossing minimization", 1999.

use std::ops::Range;

use super::crossings::{Ends, Order};
use super::field::Field;

/// Rounds over all layers.
const ROUNDS: usize = 6;
/// Larger groups are left as they are: a table of their pairs would be too large.
const LARGEST: usize = 1000;

/// Sifts all groups.
pub fn run(field: &Field, order: &mut Order) {
    let last = order.layers.len();
    let mut stirred = vec![true; last + 2];
    let mut gains = Gains::default();
    for round in 0..ROUNDS {
        for step in 0..last {
            let layer = if round % 2 == 0 { step } else { last - 1 - step };
            if !std::mem::replace(&mut stirred[layer + 1], false) {
                continue;
            }
            let mut won = false;
            for group in &field.groups[layer] {
                if (2..LARGEST).contains(&group.len()) {
                    won |= sift(field, order, layer, group, &mut gains);
                }
            }
            if won {
                order.settle(layer);
                stirred[layer..layer + 3].fill(true);
            }
        }
    }
}

fn sift(field: &Field, order: &mut Order, layer: usize, group: &Range<usize>, gains: &mut Gains) -> bool {
    let members = order.layers[layer][group.clone()].to_vec();
    gains.read(field, order, &members);
    let mut stand: Vec<usize> = (0..members.len()).collect();
    let mut won = false;
    for one in 0..members.len() {
        let Some(from) = stand.iter().position(|&other| other == one) else { continue };
        if let Some(to) = gains.best_place(&stand, from) {
            let slot = stand.remove(from);
            stand.insert(to, slot);
            won = true;
        }
    }
    for (at, one) in group.clone().zip(stand) {
        order.layers[layer][at] = members[one];
    }
    won
}

/// For each pair of a group's slots, what it gains to have the second above the first.
#[derive(Default)]
struct Gains {
    count: usize,
    pairs: Vec<i32>,
    ends: Ends,
}

impl Gains {
    fn read(&mut self, field: &Field, order: &Order, members: &[usize]) {
        let count = members.len();
        self.count = count;
        self.pairs.clear();
        self.pairs.resize(count * count, 0);
        self.ends.read([&field.left, &field.right], order, members);
        for upper in 0..count {
            for lower in upper + 1..count {
                let gain = self.ends.gain(upper, lower);
                self.pairs[upper * count + lower] = gain;
                self.pairs[lower * count + upper] = -gain;
            }
        }
    }

    /// Where the one at `from` makes fewer crossings, if anywhere: of equal places the nearest.
    fn best_place(&self, stand: &[usize], from: usize) -> Option<usize> {
        let gains = &self.pairs[stand[from] * self.count..][..self.count];
        let (mut best, mut most, mut sum) = (None, 0, 0);
        for at in (0..from).rev() {
            sum -= gains[stand[at]];
            if sum > most {
                (best, most) = (Some(at), sum);
            }
        }
        sum = 0;
        for (at, &other) in stand.iter().enumerate().skip(from + 1) {
            sum += gains[other];
            if sum > most {
                (best, most) = (Some(at), sum);
            }
        }
        best
    }
}
