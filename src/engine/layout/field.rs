//! What the search for an order works on: the slots that do not hang, their joins, and which of them may change places.

use std::ops::Range;

use super::crossings::Order;
use super::slots::{Links, Slots};

/// The joins and groups of the slots that do not hang.
pub struct Field {
    /// The joins, by their right ends.
    pub left: Links,
    /// The joins, by their left ends.
    pub right: Links,
    /// For each layer, the stretches that belong to one band each: slots change places within these.
    pub groups: Vec<Vec<Range<usize>>>,
}

impl Field {
    /// The field of a graph's slots, with a first order: as they are met when walking from each node, in the order of the
    /// nodes, to the right.
    pub fn of(slots: &Slots) -> (Self, Order) {
        let firm = (0..slots.all.len()).filter(|&slot| !slots.all[slot].hangs);
        let pairs = || {
            let right = |slot| slots.right.at(slot).iter().map(move |&other| (slot, other));
            firm.clone().flat_map(right).filter(|&(_, other)| !slots.all[other].hangs)
        };
        let left = Links::of(slots.all.len(), || pairs().map(|(slot, other)| (other, slot)));
        let right = Links::of(slots.all.len(), pairs);
        let mut field = Self { left, right, groups: Vec::new() };
        let order = Order::of(field.met(slots), slots.all.len());
        field.groups = order.layers.iter().map(|layer| groups(slots, layer)).collect();
        (field, order)
    }

    /// The field of all slots, those that hang as well, in an order of them all.
    pub fn whole(slots: &Slots, order: &Order) -> Self {
        let groups = order.layers.iter().map(|layer| groups(slots, layer)).collect();
        Self { left: slots.left.clone(), right: slots.right.clone(), groups }
    }

    fn met(&self, slots: &Slots) -> Vec<Vec<usize>> {
        let mut met: Vec<bool> = slots.all.iter().map(|slot| slot.hangs).collect();
        let mut layers = vec![Vec::new(); slots.layers];
        let mut open = Vec::new();
        for root in 0..slots.all.len() {
            if self.left.at(root).is_empty() {
                open.push(root);
            }
            while let Some(slot) = open.pop() {
                if !std::mem::replace(&mut met[slot], true) {
                    layers[slots.all[slot].layer].push(slot);
                    let joined = self.right.at(slot).iter().rev().chain(slots.beside.at(slot).iter().rev());
                    open.extend(joined.filter(|&&other| !met[other]));
                }
            }
        }
        for layer in &mut layers {
            layer.sort_by_key(|&slot| slots.all[slot].band);
        }
        layers
    }
}

fn groups(slots: &Slots, layer: &[usize]) -> Vec<Range<usize>> {
    let mut from = 0;
    let stretches = layer.chunk_by(|&a, &b| slots.all[a].band == slots.all[b].band);
    let range = |stretch: &[usize]| {
        from += stretch.len();
        from - stretch.len()..from
    };
    stretches.map(range).collect()
}
