//! The order of the slots in each layer, for few crossings: a depth-first start, sweeps, sifting, and new starts.
//!
//! Bands are kept: in a layer all of one band stands above all of the next. Where nothing is won, the order in which the
//! nodes are given decides. What hangs is left out of the search and hung into what it found.

use super::crossings::{Order, count};
use super::field::Field;
use super::graph::Effort;
use super::slots::Slots;
use super::{hang, sifting, sweeps};

/// Sweeps of one start.
const SWEEPS: usize = 40;
/// The same, for a first picture.
const ROUGH_SWEEPS: usize = 6;
/// New starts at most.
const STARTS: usize = 32;
/// How many pairs of slots may be compared before new starts end. Work is measured by these, not by time, so that it is
/// the same on every machine: they take some 15 ms for the shipped road.
const PAIRS: usize = 600_000;

/// Finds an order with few crossings.
pub fn of(slots: &Slots, effort: Effort) -> Order {
    let (field, start) = Field::of(slots);
    let mut order = match effort {
        Effort::Rough => rough(&field, start),
        Effort::Full => full(&field, start),
    };
    hang::into(slots, &mut order);
    if effort == Effort::Full {
        sifting::run(&Field::whole(slots, &order), &mut order);
    }
    order
}

fn rough(field: &Field, mut order: Order) -> Order {
    sweeps::run(field, &mut order, ROUGH_SWEEPS);
    order
}

fn full(field: &Field, start: Order) -> Order {
    let mut best = start;
    let mut compared = improve(field, &mut best);
    let mut fewest = count(&field.left, &best);
    let mut random = Random(0x6d69_6c65_706f_7374);
    for _ in 0..STARTS {
        if compared >= PAIRS || fewest == 0 {
            break;
        }
        let mut order = best.clone();
        shake(field, &mut order, &mut random);
        compared += improve(field, &mut order);
        let crossings = count(&field.left, &order);
        if crossings < fewest {
            (best, fewest) = (order, crossings);
        }
    }
    best
}

/// Sweeps and sifts. Gives the pairs of slots compared.
fn improve(field: &Field, order: &mut Order) -> usize {
    sweeps::run(field, order, SWEEPS) + sifting::run(field, order)
}

/// Mixes every group, for a new start.
fn shake(field: &Field, order: &mut Order, random: &mut Random) {
    for layer in 0..order.layers.len() {
        for group in &field.groups[layer] {
            let members = &mut order.layers[layer][group.clone()];
            for at in (1..members.len()).rev() {
                members.swap(at, random.below(at + 1));
            }
        }
        order.settle(layer);
    }
}

/// Numbers that look random and are the same on every machine (Steele, Lea and Flood, "Fast splittable pseudorandom
/// number generators", 2014).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound as u64) as usize
    }
}
