//! A balance: every slot is drawn to all that it is joined with, on both sides at once, and a little to where it stands.
//!
//! Where the slots come to rest changes little when the graph does. Sweeps go from layer to layer instead, and a small
//! change at one end makes them end in quite another order at the other.

use super::crossings::Order;
use super::field::Field;
use super::slots::{Links, Slots};

/// Steps towards rest in a round.
const STEPS: usize = 15;
/// How strongly a slot is held where it stands, beside the pull of one join. Weaker ones let all slide together.
const HOLD: f64 = 0.1;

/// Orders all groups by where their slots come to rest: each in the mean of what it is joined with (Tutte, "How to draw a
/// graph", 1963), found step by step for all at once, as Jacobi did.
///
/// The slots come to rest and are ranked anew so many `rounds`.
pub fn run(slots: &Slots, field: &Field, order: &mut Order, rounds: usize) {
    let joined = joined(slots, field);
    let mut held = vec![0.0; joined.len()];
    let mut rests = held.clone();
    let mut next = held.clone();
    for _ in 0..rounds {
        for layer in &order.layers {
            // From -0.5 to 0.5, so that a full layer and a sparse one meet at their middles and at their rims.
            let last = layer.len() as f64 - 1.0;
            for (at, &slot) in layer.iter().enumerate() {
                held[slot] = (at as f64 - last / 2.0) / layer.len() as f64;
            }
        }
        rests.clone_from(&held);
        for _ in 0..STEPS {
            for (slot, next) in next.iter_mut().enumerate() {
                let others = joined.at(slot);
                let pull: f64 = others.iter().map(|&other| rests[other]).sum();
                *next = (pull + HOLD * held[slot]) / (others.len() as f64 + HOLD);
            }
            std::mem::swap(&mut rests, &mut next);
        }
        for (layer, groups) in field.groups.iter().enumerate() {
            for group in groups {
                order.layers[layer][group.clone()].sort_by(|&a, &b| rests[a].total_cmp(&rests[b]));
            }
            order.settle(layer);
        }
    }
}

/// All that a slot is joined with: to its left, to its right and beside it.
fn joined(slots: &Slots, field: &Field) -> Links {
    let count = slots.all.len();
    let firm = |slot: usize| !slots.all[slot].hangs;
    let beside = |slot| slots.beside.at(slot).iter().filter(move |&&other| firm(slot) && firm(other));
    let all = |slot| field.left.at(slot).iter().chain(field.right.at(slot)).chain(beside(slot));
    Links::of(count, || (0..count).flat_map(|slot| all(slot).map(move |&other| (slot, other))))
}
