//! The order of the slots in each layer, for few crossings: a depth-first start, sweeps, sifting, and new starts.
//!
//! Bands are kept: in a layer all of one band stands above all of the next. Where nothing is won, the order in which the
//! nodes are given decides.

use std::ops::Range;

use super::crossings::{Order, Pairs, count};
use super::graph::Effort;
use super::hang;
use super::slots::{Links, Slots};

/// Sweeps of one start; they end early when they win nothing.
const SWEEPS: usize = 40;
/// Sweeps in a row that win nothing before they end.
const PATIENCE: usize = 6;
/// The same, for a first picture.
const ROUGH_SWEEPS: usize = 6;
/// Rounds of sifting.
const SIFTINGS: usize = 6;
/// New starts at most.
const STARTS: usize = 16;
/// How many pairs of slots may be compared: about 20 ms in all for a graph of 200 nodes.
const PAIRS: usize = 2_000_000;
/// Groups larger than this are not sifted: a table of their pairs would be too large.
const SIFTED: usize = 1000;

/// Finds an order with few crossings. What hangs is left out of the search and hung into what it found.
pub fn of(slots: &Slots, effort: Effort) -> Order {
    let mut order = Search::new(slots).best(effort);
    hang::into(slots, &mut order);
    order
}

struct Search<'a> {
    slots: &'a Slots,
    /// The joins of what does not hang, by their right ends.
    left: Links,
    /// The same, by their left ends.
    right: Links,
    pairs: Pairs,
    /// Pairs of slots compared so far: what the work is measured by, so that it is the same on every machine.
    spent: usize,
}

impl<'a> Search<'a> {
    fn new(slots: &'a Slots) -> Self {
        let firm = (0..slots.all.len()).filter(|&slot| !slots.all[slot].hangs);
        let pairs = || {
            let right = |slot| slots.right.at(slot).iter().map(move |&other| (slot, other));
            firm.clone().flat_map(right).filter(|&(_, other)| !slots.all[other].hangs)
        };
        Self {
            left: Links::of(slots.all.len(), || pairs().map(|(slot, other)| (other, slot))),
            right: Links::of(slots.all.len(), pairs),
            slots,
            pairs: Pairs::default(),
            spent: 0,
        }
    }

    fn best(&mut self, effort: Effort) -> Order {
        let mut best = self.start();
        let sweeps = if effort == Effort::Rough { ROUGH_SWEEPS } else { SWEEPS };
        self.sweep(&mut best, sweeps);
        if effort == Effort::Rough {
            return best;
        }
        self.sift(&mut best);
        let mut fewest = count(&self.left, &best);
        let mut random = Random(0x6d69_6c65_706f_7374);
        for _ in 0..STARTS {
            if self.spent >= PAIRS || fewest == 0 {
                break;
            }
            let mut order = best.clone();
            self.shake(&mut order, &mut random);
            self.sweep(&mut order, sweeps);
            self.sift(&mut order);
            let crossings = count(&self.left, &order);
            if crossings < fewest {
                (best, fewest) = (order, crossings);
            }
        }
        best
    }

    /// The slots as they are met when walking from each node, in the order of the nodes, to the right.
    fn start(&self) -> Order {
        let mut met = vec![false; self.slots.all.len()];
        let mut layers = vec![Vec::new(); self.slots.layers];
        let mut open = Vec::new();
        for root in 0..self.slots.all.len() {
            if self.left.at(root).is_empty() && !self.slots.all[root].hangs {
                open.push(root);
            }
            while let Some(slot) = open.pop() {
                if !std::mem::replace(&mut met[slot], true) {
                    layers[self.slots.all[slot].layer].push(slot);
                    open.extend(self.right.at(slot).iter().rev().filter(|&&other| !met[other]));
                    let beside = self.slots.beside.at(slot).iter().rev();
                    open.extend(beside.filter(|&&other| !met[other] && !self.slots.all[other].hangs));
                }
            }
        }
        for layer in &mut layers {
            layer.sort_by_key(|&slot| self.slots.all[slot].band);
        }
        Order::of(layers, self.slots.all.len())
    }

    /// The stretches of a layer that belong to one band each.
    fn groups(&self, order: &Order, layer: usize) -> Vec<Range<usize>> {
        let mut from = 0;
        let band = |a: &usize, b: &usize| self.slots.all[*a].band == self.slots.all[*b].band;
        let lengths = order.layers[layer].chunk_by(band).map(<[usize]>::len);
        lengths
            .map(|length| {
                from += length;
                from - length..from
            })
            .collect()
    }

    /// Orders the layers by their neighbours', alternately to the right and to the left, and keeps the best.
    fn sweep(&mut self, order: &mut Order, sweeps: usize) {
        let mut best = order.clone();
        let mut fewest = count(&self.left, order);
        let mut idle = 0;
        for sweep in 0..sweeps {
            if fewest == 0 || idle == PATIENCE {
                break;
            }
            let median = sweep / 2 % 2 == 1;
            let layers = 0..order.layers.len();
            if sweep % 2 == 0 {
                layers.for_each(|layer| self.align(order, layer, &self.left, median));
            } else {
                layers.rev().for_each(|layer| self.align(order, layer, &self.right, median));
            }
            self.transpose(order);
            let crossings = count(&self.left, order);
            if crossings < fewest {
                (fewest, idle) = (crossings, 0);
                best.clone_from(order);
            } else {
                idle += 1;
            }
        }
        *order = best;
    }

    /// Sorts a layer by where the neighbours of its slots stand. What has none keeps its place.
    fn align(&self, order: &mut Order, layer: usize, links: &Links, median: bool) {
        for group in self.groups(order, layer) {
            let mut keyed: Vec<(f64, usize)> = Vec::with_capacity(group.len());
            let mut held = Vec::with_capacity(group.len());
            for at in group {
                let slot = order.layers[layer][at];
                if let Some(key) = middle(order, links.at(slot), median) {
                    keyed.push((key, slot));
                    held.push(at);
                }
            }
            keyed.sort_by(|a, b| a.0.total_cmp(&b.0));
            for (at, (_, slot)) in held.into_iter().zip(keyed) {
                order.layers[layer][at] = slot;
            }
        }
        order.settle(layer);
    }

    /// Swaps neighbours in a layer as long as that takes crossings away.
    fn transpose(&mut self, order: &mut Order) {
        let mut places = Places::default();
        for _ in 0..4 {
            let mut won = false;
            for layer in 0..order.layers.len() {
                places.read([&self.left, &self.right], order, layer);
                for group in self.groups(order, layer) {
                    for lower in group.start + 1..group.end {
                        self.spent += 1;
                        if places.gain(lower - 1, lower) > 0 {
                            order.layers[layer].swap(lower - 1, lower);
                            places.order.swap(lower - 1, lower);
                            won = true;
                        }
                    }
                }
                order.settle(layer);
            }
            if !won {
                break;
            }
        }
    }

    /// Takes each slot out and puts it where it makes the fewest crossings (Matuszewski, Schönfeld and Molitor, "Using
    /// sifting for k-layer straightline crossing minimization", 1999).
    fn sift(&mut self, order: &mut Order) {
        for round in 0..SIFTINGS {
            let mut won = false;
            let layers = 0..order.layers.len();
            let layers: Vec<usize> = if round % 2 == 0 { layers.collect() } else { layers.rev().collect() };
            for layer in layers {
                for group in self.groups(order, layer) {
                    won |= self.sift_group(order, layer, group);
                }
                order.settle(layer);
            }
            if !won {
                break;
            }
        }
    }

    fn sift_group(&mut self, order: &mut Order, layer: usize, group: Range<usize>) -> bool {
        if !(2..SIFTED).contains(&group.len()) {
            return false;
        }
        self.spent += group.len() * group.len();
        let members = order.layers[layer][group.clone()].to_vec();
        self.pairs.count([&self.left, &self.right], order, &members);
        let mut stand: Vec<usize> = (0..members.len()).collect();
        let mut won = false;
        for one in 0..members.len() {
            let Some(from) = stand.iter().position(|&other| other == one) else { continue };
            if let Some(to) = self.best_place(&stand, from) {
                let slot = stand.remove(from);
                stand.insert(to, slot);
                won = true;
            }
        }
        for (at, one) in group.zip(stand) {
            order.layers[layer][at] = members[one];
        }
        won
    }

    /// Where the one at `from` would make fewer crossings, if anywhere: of equals the nearest.
    fn best_place(&self, stand: &[usize], from: usize) -> Option<usize> {
        let one = stand[from];
        let (mut best, mut least, mut sum) = (None, 0, 0);
        for at in (0..from).rev() {
            sum += self.pairs.at(one, stand[at]) - self.pairs.at(stand[at], one);
            if sum < least {
                (best, least) = (Some(at), sum);
            }
        }
        sum = 0;
        for (at, &other) in stand.iter().enumerate().skip(from + 1) {
            sum += self.pairs.at(other, one) - self.pairs.at(one, other);
            if sum < least {
                (best, least) = (Some(at), sum);
            }
        }
        best
    }

    /// Mixes every group, for a new start.
    fn shake(&self, order: &mut Order, random: &mut Random) {
        for layer in 0..order.layers.len() {
            for group in self.groups(order, layer) {
                let members = &mut order.layers[layer][group];
                for at in (1..members.len()).rev() {
                    members.swap(at, random.below(at + 1));
                }
            }
            order.settle(layer);
        }
    }
}

/// The mean or the median of the places of these slots; none without slots.
fn middle(order: &Order, joined: &[usize], median: bool) -> Option<f64> {
    if joined.is_empty() {
        return None;
    }
    let places = joined.iter().map(|&other| order.place[other]);
    if !median {
        return Some(places.sum::<usize>() as f64 / joined.len() as f64);
    }
    let mut places: Vec<usize> = places.collect();
    places.sort_unstable();
    let half = places.len() / 2;
    let low = places[(places.len() - 1) / 2];
    Some(f64::midpoint(low as f64, places[half] as f64))
}

/// Where the neighbours of a layer's slots stand, sorted, for comparing slots that stand side by side.
#[derive(Default)]
struct Places {
    /// Which entries belong to the slot at each place.
    order: Vec<[Range<usize>; 2]>,
    all: Vec<u32>,
}

impl Places {
    fn read(&mut self, links: [&Links; 2], order: &Order, layer: usize) {
        self.order.clear();
        self.all.clear();
        for &slot in &order.layers[layer] {
            let sides = links.map(|links| {
                let from = self.all.len();
                self.all.extend(links.at(slot).iter().map(|&other| order.place[other] as u32));
                self.all[from..].sort_unstable();
                from..self.all.len()
            });
            self.order.push(sides);
        }
    }

    /// How many crossings a swap of two neighbours takes away.
    fn gain(&self, upper: usize, lower: usize) -> i64 {
        let sides = self.order[upper].iter().zip(&self.order[lower]);
        sides
            .map(|(upper, lower)| {
                let (upper, lower) = (&self.all[upper.clone()], &self.all[lower.clone()]);
                let inversions = |a, b| i64::from(super::crossings::inversions(a, b));
                inversions(upper, lower) - inversions(lower, upper)
            })
            .sum()
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
