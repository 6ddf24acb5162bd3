//! Sweeps over the layers: each is ordered by where its neighbours stand, to the right and back again.

use super::crossings::{Ends, Order, count};
use super::field::Field;
use super::slots::Links;

/// Sweeps in a row that win nothing before they end.
const PATIENCE: usize = 6;
/// How often all layers are gone through after a sweep.
const TRANSPOSITIONS: usize = 4;

/// Makes up to so many sweeps, and keeps the best order met. Gives the pairs of slots compared.
pub fn run(field: &Field, order: &mut Order, sweeps: usize) -> usize {
    let mut best = order.clone();
    let mut fewest = count(&field.left, order);
    let (mut idle, mut compared) = (0, 0);
    let mut ends = Ends::default();
    for sweep in 0..sweeps {
        if fewest == 0 || idle == PATIENCE {
            break;
        }
        let median = sweep / 2 % 2 == 1;
        let layers = 0..order.layers.len();
        if sweep % 2 == 0 {
            layers.for_each(|layer| align(field, order, layer, &field.left, median));
        } else {
            layers.rev().for_each(|layer| align(field, order, layer, &field.right, median));
        }
        compared += transpose(field, order, &mut ends);
        let crossings = count(&field.left, order);
        if crossings < fewest {
            (fewest, idle) = (crossings, 0);
            best.clone_from(order);
        } else {
            idle += 1;
        }
    }
    *order = best;
    compared
}

/// Sorts a layer by where the neighbours of its slots stand. What has none keeps its place.
fn align(field: &Field, order: &mut Order, layer: usize, links: &Links, median: bool) {
    let mut keyed: Vec<(f64, usize)> = Vec::with_capacity(order.layers[layer].len());
    let mut held = Vec::with_capacity(order.layers[layer].len());
    for group in &field.groups[layer] {
        keyed.clear();
        held.clear();
        for at in group.clone() {
            let slot = order.layers[layer][at];
            if let Some(key) = middle(order, links.at(slot), median) {
                keyed.push((key, slot));
                held.push(at);
            }
        }
        keyed.sort_by(|a, b| a.0.total_cmp(&b.0));
        for (&at, &(_, slot)) in held.iter().zip(&keyed) {
            order.layers[layer][at] = slot;
        }
    }
    order.settle(layer);
}

/// The mean or the median of the places of these slots; none without slots.
fn middle(order: &Order, joined: &[usize], median: bool) -> Option<f64> {
    if let &[one] = joined {
        return Some(order.place[one] as f64);
    }
    if joined.is_empty() {
        return None;
    }
    let places = joined.iter().map(|&other| order.place[other]);
    if !median {
        return Some(places.sum::<usize>() as f64 / joined.len() as f64);
    }
    let mut places: Vec<usize> = places.collect();
    places.sort_unstable();
    let (low, high) = (places[(places.len() - 1) / 2], places[places.len() / 2]);
    Some(f64::midpoint(low as f64, high as f64))
}

/// Swaps neighbours in a layer as long as that takes crossings away. Gives the pairs compared.
fn transpose(field: &Field, order: &mut Order, ends: &mut Ends) -> usize {
    let last = order.layers.len();
    let mut stirred = vec![true; last + 2];
    let mut compared = 0;
    for _ in 0..TRANSPOSITIONS {
        for layer in 0..last {
            // Nothing is won in a layer as long as neither it nor one beside it has changed.
            if !std::mem::replace(&mut stirred[layer + 1], false) {
                continue;
            }
            ends.read([&field.left, &field.right], order, &order.layers[layer]);
            let mut won = false;
            for group in &field.groups[layer] {
                compared += group.len();
                for lower in group.start + 1..group.end {
                    if ends.gain(lower - 1, lower) > 0 {
                        order.layers[layer].swap(lower - 1, lower);
                        ends.swap(lower - 1, lower);
                        won = true;
                    }
                }
            }
            if won {
                order.settle(layer);
                stirred[layer..layer + 3].fill(true);
            }
        }
    }
    compared
}
