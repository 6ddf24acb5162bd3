//! Long lines pulled straight: each runs in as few rows as the room between its neighbours allows.

use std::ops::Range;

use super::crossings::Order;
use super::slots::Slots;

/// Rounds over all trunks: one that was pulled straight may have made room for another.
const ROUNDS: usize = 3;

/// Moves the slots of long lines, in rows counted from the top of their band; `heights` are those of the bands.
pub fn pull(slots: &Slots, order: &Order, heights: &[i32], ports: &mut [i32]) {
    for _ in 0..ROUNDS {
        for (source, trunk) in slots.trunks.iter().enumerate() {
            let end = slots.right.at(trunk.ahead.end.saturating_sub(1)).first().copied();
            run(slots, order, heights, ports, &trunk.ahead, source, end);
            run(slots, order, heights, ports, &trunk.back, source, None);
        }
    }
}

/// Cuts a trunk into the fewest stretches that have a row in common, from its beginning on, and puts each into such a row:
/// the one that it comes from, if that is free.
fn run(
    slots: &Slots,
    order: &Order,
    heights: &[i32],
    ports: &mut [i32],
    trunk: &Range<usize>,
    source: usize,
    end: Option<usize>,
) {
    let mut row = ports[source];
    let mut from = trunk.start;
    while from < trunk.end {
        let mut free = room(slots, order, heights, ports, from);
        let mut to = from + 1;
        while to < trunk.end {
            let next = room(slots, order, heights, ports, to);
            let both = (free.0.max(next.0), free.1.min(next.1));
            if both.0 > both.1 {
                break;
            }
            free = both;
            to += 1;
        }
        let wanted = match end {
            // The last stretch rather meets its end straight than turns at both of its own.
            Some(end) if to == trunk.end && !(free.0..=free.1).contains(&row) => ports[end],
            _ => row,
        };
        row = wanted.clamp(free.0, free.1);
        ports[from..to].fill(row);
        from = to;
    }
}

/// The rows from the lowest number to the highest that a slot may take between its neighbours.
fn room(slots: &Slots, order: &Order, heights: &[i32], ports: &[i32], slot: usize) -> (i32, i32) {
    let one = &slots.all[slot];
    let (layer, place) = (&order.layers[one.layer], order.place[slot]);
    let beside = |at: Option<usize>| {
        let other = *layer.get(at?)?;
        (slots.all[other].band == one.band).then_some(other)
    };
    let top = beside(place.checked_sub(1)).map_or(0, |other| ports[other] + slots.all[other].below + 1);
    let bottom = beside(Some(place + 1))
        .map_or(heights[usize::from(one.band)] - 1, |other| ports[other] - slots.all[other].above - 1);
    (top + one.above, bottom - one.below)
}
