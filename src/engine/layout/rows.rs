//! The row of each slot: in its order, near to what it is joined with, in few more rows than the fullest layer needs.

use super::crossings::Order;
use super::graph::Effort;
use super::slots::Slots;
use super::straight;

/// Passes over all layers.
const PASSES: usize = 30;
/// The same, for a first picture.
const ROUGH_PASSES: usize = 8;
/// A band of up to so many rows, which a screen shows whole, takes no more than its fullest layer needs.
const SCREEN: i32 = 24;
/// What a higher band may take more, so that its lines run straighter, as a part of what is above that.
const SLACK: i32 = 12;
/// The weight of a slot that nothing pulls.
const IDLE: f64 = 0.1;

/// Rows for all slots.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    /// The row in which lines meet each slot.
    pub ports: Vec<i32>,
    /// The first row of each band, and the first row after the last band. Above each band a row is free.
    pub bands: Vec<i32>,
}

/// The slots of one layer that belong to one band, from the top.
struct Group<'a> {
    members: &'a [usize],
    band: u16,
    /// For each member, the row of its port when all stand as high as they can.
    highest: Vec<i32>,
    /// Rows in which the group could be moved down as a whole.
    room: i32,
}

/// Finds rows for slots in this order.
pub fn of(slots: &Slots, order: &Order, effort: Effort) -> Rows {
    let mut groups: Vec<Group> = Vec::new();
    let mut heights = vec![0; slots.bands];
    for layer in &order.layers {
        for members in layer.chunk_by(|&a, &b| slots.all[a].band == slots.all[b].band) {
            let group = Group::of(slots, members);
            let height = &mut heights[usize::from(group.band)];
            *height = group.room.max(*height);
            groups.push(group);
        }
    }
    for height in &mut heights {
        *height += (*height - SCREEN).max(0) / SLACK;
    }
    let mut ports = vec![0; slots.all.len()];
    for group in &mut groups {
        group.room = heights[usize::from(group.band)] - group.room;
        group.set(&mut ports, &vec![group.room / 2; group.members.len()]);
    }
    let passes = if effort == Effort::Rough { ROUGH_PASSES } else { PASSES };
    for pass in 0..passes {
        let sides = match (pass % 2, pass + 2 < passes) {
            (0, true) => [true, false],
            (1, true) => [false, true],
            _ => [true, true],
        };
        let mut align = |group: &Group| group.align(slots, &mut ports, sides);
        if pass % 2 == 0 {
            groups.iter().for_each(&mut align)
        } else {
            groups.iter().rev().for_each(&mut align)
        }
    }
    straight::pull(slots, order, &heights, &mut ports);
    let mut bands = vec![1];
    for height in heights {
        let top = bands.last().map_or(1, |top| top + height + 1);
        bands.push(top);
    }
    for (port, slot) in ports.iter_mut().zip(&slots.all) {
        *port += bands[usize::from(slot.band)];
    }
    // Below the last band no row is kept for headings.
    if let [_, .., end] = &mut bands[..] {
        *end -= 1;
    }
    Rows { ports, bands }
}

impl<'a> Group<'a> {
    /// The group of these slots; for the time being its room is the rows that it needs.
    fn of(slots: &Slots, members: &'a [usize]) -> Self {
        let mut highest: Vec<i32> = Vec::with_capacity(members.len());
        let mut next = 0;
        let mut after_box = false;
        for &member in members {
            let slot = &slots.all[member];
            let port = next + i32::from(after_box && slot.is_box) + slot.above;
            highest.push(port);
            next = port + slot.below + 1;
            after_box = slot.is_box;
        }
        let band = members.first().map_or(0, |&member| slots.all[member].band);
        Self { members, band, highest, room: next }
    }

    /// Moves each member down from where it would stand highest.
    fn set(&self, ports: &mut [i32], down: &[i32]) {
        for ((&member, highest), down) in self.members.iter().zip(&self.highest).zip(down) {
            ports[member] = highest + down;
        }
    }

    /// Moves all members as near as can be to what they are joined with to the left, to the right, or both.
    fn align(&self, slots: &Slots, ports: &mut [i32], [left, right]: [bool; 2]) {
        let mut joined: Vec<(i32, i32)> = Vec::new();
        let mut wanted = Vec::with_capacity(self.members.len());
        for (&member, &highest) in self.members.iter().zip(&self.highest) {
            joined.clear();
            let band = slots.all[member].band;
            let mut add = |others: &[usize]| {
                let near = others.iter().filter(|&&other| slots.all[other].band == band);
                joined.extend(near.map(|&other| (ports[other], weight(slots, member, other))));
            };
            if left {
                add(slots.left.at(member));
            }
            if right {
                add(slots.right.at(member));
            }
            add(slots.beside.at(member));
            let weight: i32 = joined.iter().map(|(_, weight)| weight).sum();
            let row = median(&mut joined).unwrap_or_else(|| f64::from(ports[member]));
            wanted.push((row - f64::from(highest), f64::from(weight).max(IDLE)));
        }
        let down: Vec<i32> =
            rising(&wanted).into_iter().map(|row| (row.round() as i32).clamp(0, self.room)).collect();
        self.set(ports, &down);
    }
}

/// How strongly one slot pulls another: long lines are to run straight.
fn weight(slots: &Slots, one: usize, other: usize) -> i32 {
    match (slots.all[one].is_box, slots.all[other].is_box) {
        (true, true) => 1,
        (false, false) => 8,
        _ => 2,
    }
}

/// The row above and below which half of the weight lies.
fn median(joined: &mut [(i32, i32)]) -> Option<f64> {
    joined.sort_unstable();
    let whole: i32 = joined.iter().map(|(_, weight)| weight).sum();
    let at = |part: i32| {
        let mut sum = 0;
        joined.iter().find(|(_, weight)| {
            sum += weight;
            sum * 2 >= part
        })
    };
    let (low, high) = (at(whole)?, at(whole + 1)?);
    Some(f64::midpoint(f64::from(low.0), f64::from(high.0)))
}

/// The values nearest to those wanted, by weighted squares, that never fall: neighbours that would fall are pooled at
/// their mean (Ayer and others, "An empirical distribution function for sampling with incomplete information", 1955).
fn rising(wanted: &[(f64, f64)]) -> Vec<f64> {
    let mut blocks: Vec<(f64, f64, usize)> = Vec::with_capacity(wanted.len());
    for &(value, weight) in wanted {
        let mut block = (value, weight, 1);
        while let Some(above) = blocks.pop_if(|above| above.0 >= block.0) {
            let weight = above.1 + block.1;
            block = ((above.0 * above.1 + block.0 * block.1) / weight, weight, above.2 + block.2);
        }
        blocks.push(block);
    }
    blocks.into_iter().flat_map(|(value, _, count)| std::iter::repeat_n(value, count)).collect()
}
