//! The order of the slots in each layer, for few crossings: a depth-first start, a balance, and what a single slot or a
//! single line wins by another place.
//!
//! Bands are kept: in a layer all of one band stands above all of the next. Where nothing is won, the order in which the
//! nodes are given decides. What hangs is left out of the search and hung into what it found.
//!
//! There are no new starts: of several ends of a search another is the best as soon as one box more is there, and then
//! nothing stays in its place. The balance changes little with the graph, and what follows it stays near to it.

use super::crossings::Order;
use super::field::Field;
use super::graph::Effort;
use super::slots::Slots;
use super::{balance, hang, sifting, strands};

/// Rounds in which a balance is found.
const BALANCES: usize = 15;
/// The same, for a first picture.
const ROUGH_BALANCES: usize = 4;

/// How often all strands are put anew.
const ROUNDS: usize = 3;

/// Finds an order with few crossings.
pub fn of(slots: &Slots, effort: Effort) -> Order {
    let (field, mut order) = Field::of(slots);
    let rounds = if effort == Effort::Full { BALANCES } else { ROUGH_BALANCES };
    balance::run(slots, &field, &mut order, rounds);
    if effort == Effort::Full {
        improve(slots, &field, &mut order);
    }
    hang::into(slots, &mut order);
    if effort == Effort::Full {
        sifting::run(&Field::whole(slots, &order), &mut order);
    }
    order
}

fn improve(slots: &Slots, field: &Field, order: &mut Order) {
    let strands = strands::of(slots, field);
    sifting::run(field, order);
    for _ in 0..ROUNDS {
        if !strands::run(&strands, slots, field, order) {
            break;
        }
        sifting::run(field, order);
    }
}
