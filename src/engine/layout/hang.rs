//! Hanging slots put into an order: each where its line crosses the fewest others, near to what it hangs from.

use super::crossings::Order;
use super::slots::Slots;

/// Puts the hanging slots into an order of all others. These keep their order among themselves.
pub fn into(slots: &Slots, order: &mut Order) {
    let mut met: Vec<bool> = slots.all.iter().map(|slot| !slot.hangs).collect();
    let mut firm: Vec<usize> = (0..met.len()).filter(|&slot| met[slot]).collect();
    // What the order of the nodes names first is hung first, and all that hangs from it after that.
    let mut at = 0;
    while let Some(&slot) = firm.get(at) {
        at += 1;
        for joined in [slots.right.at(slot), slots.left.at(slot), slots.beside.at(slot)] {
            for &other in joined {
                if !std::mem::replace(&mut met[other], true) {
                    hang(slots, order, slot, other);
                    firm.push(other);
                }
            }
        }
    }
}

/// Puts a slot that is joined with `from` into its layer.
fn hang(slots: &Slots, order: &mut Order, from: usize, slot: usize) {
    let (layer, band) = (slots.all[slot].layer, slots.all[slot].band);
    let links = match slots.all[from].layer.cmp(&layer) {
        std::cmp::Ordering::Less => Some(&slots.left),
        std::cmp::Ordering::Equal => None,
        std::cmp::Ordering::Greater => Some(&slots.right),
    };
    let list = &order.layers[layer];
    let start = list.partition_point(|&other| slots.all[other].band < band);
    let end = list.partition_point(|&other| slots.all[other].band <= band);
    let own = order.place[from];
    let mut best = if links.is_none() { (own + 1).clamp(start, end) } else { start };
    // The crossings with the slot below all that were looked at, less those with it above.
    let (mut sum, mut fewest) = (0_i64, 0);
    for (at, &other) in (start + 1..).zip(&list[start..end]) {
        let ends = links.map_or(&[][..], |links| links.at(other));
        let mut ends = ends.iter().filter(|&&end| is_placed(order, slots, end)).peekable();
        let has_ends = ends.peek().is_some();
        sum += ends.map(|&end| (order.place[end] as i64 - own as i64).signum()).sum::<i64>();
        // Of equal places that below the last slot which is joined no lower: siblings stand in order.
        if has_ends && sum <= fewest {
            (fewest, best) = (sum, at);
        }
    }
    order.layers[layer].insert(best, slot);
    order.settle(layer);
}

fn is_placed(order: &Order, slots: &Slots, slot: usize) -> bool {
    order.layers[slots.all[slot].layer].get(order.place[slot]) == Some(&slot)
}
