//! Strands: long lines with their boxes, each taken out as a whole and put back where it crosses the fewest others.
//!
//! A slot that is moved alone, as sifting does, only bends its line; a strand gets past what all its slots have to pass
//! together.

use super::crossings::Order;
use super::field::Field;
use super::slots::{Links, Slots};

/// How many places a slot is moved at most, up or down.
const REACH: usize = 16;

/// Slots that follow each other from layer to layer, each joined with the next. Of two neighbours one is joined with no
/// more on the other's side, so that no other joins of theirs cross each other.
#[derive(Debug)]
pub struct Strand {
    slots: Vec<usize>,
    /// The layer of the first one.
    layer: usize,
}

/// The strands of a field: each box with the places where its lines pass, and with what is joined with nothing else on
/// that side; each way of lines that lead back.
pub fn of(slots: &Slots, field: &Field) -> Vec<Strand> {
    let mut strands = Vec::new();
    for (source, trunk) in slots.trunks.iter().enumerate() {
        let firm = |&slot: &usize| !slots.all[slot].hangs;
        let before = std::iter::successors(only(&field.left, source), |&slot| only(&field.left, slot));
        let mut ahead: Vec<usize> = before.collect();
        ahead.reverse();
        ahead.extend(std::iter::once(source).chain(trunk.ahead.clone()).filter(firm));
        while let Some(next) = ahead.last().and_then(|&slot| only(&field.right, slot)) {
            ahead.push(next);
        }
        let back: Vec<usize> = trunk.back.clone().rev().filter(firm).collect();
        for line in [ahead, back] {
            if let [first, _, ..] = line[..] {
                strands.push(Strand { layer: slots.all[first].layer, slots: line });
            }
        }
    }
    strands
}

/// The one slot that a slot is joined with there; none if it is joined with more.
fn only(links: &Links, slot: usize) -> Option<usize> {
    if let &[one] = links.at(slot) { Some(one) } else { None }
}

/// Puts every strand where it crosses the fewest others. Gives whether anything was won.
pub fn run(strands: &[Strand], slots: &Slots, field: &Field, order: &mut Order) -> bool {
    let mut won = false;
    let mut joins = Joins::default();
    for strand in strands {
        let found = Out::of(strand, slots, field, order).best(&mut joins);
        if let Some(places) = found {
            won = true;
            for ((&slot, layer), place) in strand.slots.iter().zip(strand.layer..).zip(places) {
                order.layers[layer].remove(order.place[slot]);
                order.layers[layer].insert(place, slot);
                order.settle(layer);
            }
        }
    }
    won
}

/// Crossings, counted from some base, and how far slots are moved: of equal places the nearest are taken.
type Cost = (i32, usize);

/// An order out of which a strand is taken. All places are those without it.
struct Out<'a> {
    strand: &'a Strand,
    slots: &'a Slots,
    field: &'a Field,
    order: &'a Order,
    /// Where each slot of the strand may be put.
    rooms: Vec<Room>,
}

/// The places in which a slot of a strand may be put: above the slot at its first place, or below as many as it may pass.
struct Room {
    layer: usize,
    first: usize,
    passes: usize,
    /// Where it stands now, counted from the first place.
    own: usize,
}

impl<'a> Out<'a> {
    fn of(strand: &'a Strand, slots: &'a Slots, field: &'a Field, order: &'a Order) -> Self {
        let room = |(&slot, layer): (&usize, usize)| {
            let place = order.place[slot];
            let groups = &field.groups[layer];
            let group = &groups[groups.partition_point(|group| group.end <= place)];
            let first = group.start.max(place.saturating_sub(REACH));
            let last = (group.end - 1).min(place + REACH);
            Room { layer, first, passes: last - first, own: place - first }
        };
        let rooms = strand.slots.iter().zip(strand.layer..).map(room).collect();
        Self { strand, slots, field, order, rooms }
    }

    /// The best places for all slots of the strand together, if they take crossings away: from layer to layer, each place
    /// by the best one before it (Bellman, "The theory of dynamic programming", 1954).
    fn best(&self, joins: &mut Joins) -> Option<Vec<usize>> {
        let (first, rest) = self.rooms.split_first()?;
        let mut costs = self.passing(0, first);
        let mut now = costs[first.own].0;
        let mut ways: Vec<Vec<usize>> = Vec::with_capacity(rest.len());
        let mut before = first;
        for (at, room) in (1..).zip(rest) {
            let own = self.passing(at, room);
            let mut next = vec![(i32::MAX, usize::MAX); own.len()];
            let mut way = vec![0; own.len()];
            self.read(before, room, joins);
            joins.crossed(|from, to, crossed| {
                let cost = (costs[from].0 + crossed, costs[from].1);
                if cost < next[to] {
                    (next[to], way[to]) = (cost, from);
                }
                if (from, to) == (before.own, room.own) {
                    now += crossed;
                }
            });
            now += own[room.own].0;
            costs = next.iter().zip(&own).map(|(next, own)| (next.0 + own.0, next.1 + own.1)).collect();
            ways.push(way);
            before = room;
        }
        let best = (0..costs.len()).min_by_key(|&to| costs[to]).filter(|&to| costs[to].0 < now)?;
        let mut places = vec![best];
        places.extend(ways.iter().rev().scan(best, |to, way| {
            *to = way[*to];
            Some(*to)
        }));
        places.reverse();
        Some(self.rooms.iter().zip(places).map(|(room, place)| room.first + place).collect())
    }

    /// What each place in a room costs by the other joins of its slot: those that are no part of the strand.
    fn passing(&self, at: usize, room: &Room) -> Vec<Cost> {
        let slot = self.strand.slots[at];
        let sides = [&self.field.left, &self.field.right].map(|links| {
            let mut own: Vec<usize> = self.ends(links, slot).collect();
            own.sort_unstable();
            (links, own)
        });
        let mut costs = Vec::with_capacity(room.passes + 1);
        let mut crossings = 0;
        costs.push((0, room.own));
        for (place, other) in (1..).zip(self.passed(room)) {
            for (links, own) in sides.iter().filter(|(_, own)| !own.is_empty()) {
                for end in self.ends(links, other) {
                    let above = own.partition_point(|&own| own < end);
                    let below = own.len() - own.partition_point(|&own| own <= end);
                    crossings += above as i32 - below as i32;
                }
            }
            costs.push((crossings, room.own.abs_diff(place)));
        }
        costs
    }

    /// The slots that may be passed in a room, from the top.
    fn passed(&self, room: &Room) -> impl Iterator<Item = usize> {
        let list = &self.order.layers[room.layer][room.first..=room.first + room.passes];
        let others = list.iter().enumerate().filter(|&(at, _)| at != room.own);
        others.map(|(_, &slot)| slot)
    }

    /// The places of what a slot is joined with, but for the strand.
    fn ends<'s>(&'s self, links: &'s Links, slot: usize) -> impl Iterator<Item = usize> + 's {
        links.at(slot).iter().filter_map(|&other| self.place(other))
    }

    /// The place of a slot, unless it is of the strand.
    fn place(&self, slot: usize) -> Option<usize> {
        let place = self.order.place[slot];
        let at = self.slots.all[slot].layer.checked_sub(self.strand.layer);
        match at.and_then(|at| self.strand.slots.get(at)) {
            Some(&taken) if taken == slot => None,
            Some(&taken) => Some(place - usize::from(place > self.order.place[taken])),
            None => Some(place),
        }
    }

    /// Reads the joins that the strand crosses between two rooms in some places and not in others.
    fn read(&self, left: &Room, right: &Room, joins: &mut Joins) {
        joins.clear(left.passes + 1, right.passes + 1);
        for (above, from) in (1..).zip(self.passed(left)) {
            for to in self.ends(&self.field.right, from) {
                joins.add(above, right.below(to));
            }
        }
        for (below, to) in (1..).zip(self.passed(right)) {
            for from in self.ends(&self.field.left, to).map(|from| left.below(from)) {
                // The others were met from their left ends.
                if from == 0 || from > left.passes {
                    joins.add(from, below);
                }
            }
        }
    }
}

impl Room {
    /// The first place in the room that lies below a slot: 0 if all do, and one more than there are if none does.
    fn below(&self, place: usize) -> usize {
        (place + 1).saturating_sub(self.first).min(self.passes + 1)
    }
}

/// How many joins lead from where to where between two rooms, told by the first places below their ends.
#[derive(Default)]
struct Joins {
    counts: Vec<i32>,
    /// Places in the room to the right.
    right: usize,
}

impl Joins {
    fn clear(&mut self, left: usize, right: usize) {
        self.right = right;
        self.counts.clear();
        self.counts.resize((left + 1) * (right + 1), 0);
    }

    fn add(&mut self, from: usize, to: usize) {
        self.counts[from * (self.right + 1) + to] += 1;
    }

    /// Tells for each place to the left and each to the right how many joins a join between them crosses.
    fn crossed(&self, mut tell: impl FnMut(usize, usize, i32)) {
        let rows = || self.counts.chunks_exact(self.right + 1);
        let mut above = vec![0; self.right + 1];
        let mut below = above.clone();
        for row in rows() {
            below.iter_mut().zip(row).for_each(|(below, joins)| *below += joins);
        }
        for (from, row) in rows().enumerate().take(rows().len() - 1) {
            for ((above, below), joins) in above.iter_mut().zip(&mut below).zip(row) {
                *above += joins;
                *below -= joins;
            }
            // Those from above to below, and those from below to above.
            let mut crossed: i32 = above.iter().sum();
            for to in 0..self.right {
                crossed += below[to] - above[to];
                tell(from, to, crossed);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::tests::graphs;
    use super::super::{hanging, layers};
    use super::*;

    /// The joins that cross, pair by pair.
    fn crossings(slots: &Slots, field: &Field, order: &Order) -> usize {
        let joins = || {
            let of = |slot: usize| field.right.at(slot).iter().map(move |&to| (slot, to));
            (0..slots.all.len()).flat_map(of)
        };
        let crosses = |a: (usize, usize), b: (usize, usize)| {
            slots.all[a.0].layer == slots.all[b.0].layer
                && order.place[a.0] < order.place[b.0]
                && order.place[a.1] > order.place[b.1]
        };
        joins().map(|a| joins().filter(|&b| crosses(a, b)).count()).sum()
    }

    /// The fewest crossings with the slots of a strand, from the `at`th on, in any place of their bands.
    fn fewest(slots: &Slots, field: &Field, order: &mut Order, strand: &Strand, at: usize) -> usize {
        let Some(&slot) = strand.slots.get(at) else { return crossings(slots, field, order) };
        let (layer, own) = (strand.layer + at, order.place[slot]);
        let group = field.groups[layer].iter().find(|group| group.contains(&own)).unwrap().clone();
        let mut least = usize::MAX;
        for place in group {
            let here = order.layers[layer].remove(order.place[slot]);
            order.layers[layer].insert(place, here);
            order.settle(layer);
            least = least.min(fewest(slots, field, order, strand, at + 1));
        }
        order.layers[layer].remove(order.place[slot]);
        order.layers[layer].insert(own, slot);
        order.settle(layer);
        least
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

        #[test]
        fn a_strand_is_put_where_it_crosses_the_fewest_others(graph in graphs(12)) {
            let hanging = hanging::of(&graph);
            let slots = Slots::of(&graph, &layers::of(&graph, &hanging), &hanging);
            let (field, mut order) = Field::of(&slots);
            for strand in of(&slots, &field) {
                let tries: usize = strand.slots.iter().zip(strand.layer..).map(|(_, layer)| order.layers[layer].len()).product();
                if tries <= 2000 {
                    let (was, least) = (crossings(&slots, &field, &order), fewest(&slots, &field, &mut order, &strand, 0));
                    let won = run(std::slice::from_ref(&strand), &slots, &field, &mut order);
                    prop_assert_eq!(crossings(&slots, &field, &order), least);
                    prop_assert_eq!(won, least < was);
                }
            }
        }
    }
}
