//! Orders of the slots from top to bottom in each layer, and how many crossings another place of a slot takes away.

use std::ops::Range;

use super::slots::Links;

/// Which slot stands where in its layer, from the top.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// The slots of each layer.
    pub layers: Vec<Vec<usize>>,
    /// The place of each slot in its layer.
    pub place: Vec<usize>,
}

impl Order {
    /// The order of these lists, of `count` slots in all.
    pub fn of(layers: Vec<Vec<usize>>, count: usize) -> Self {
        let mut order = Self { place: vec![0; count], layers };
        (0..order.layers.len()).for_each(|layer| order.settle(layer));
        order
    }

    /// Writes down where the slots of a layer now stand.
    pub fn settle(&mut self, layer: usize) {
        for (at, &slot) in self.layers[layer].iter().enumerate() {
            self.place[slot] = at;
        }
    }
}

/// Where the joins of one layer's slots end, sorted.
#[derive(Clone, Default)]
pub struct Ends {
    /// For each slot, from the top, where its ends on the left and those on the right lie among all.
    of: Vec<[Range<usize>; 2]>,
    all: Vec<u32>,
}

impl Ends {
    /// Reads the ends of these slots' joins, given by their right and by their left ends.
    pub fn read(&mut self, links: [&Links; 2], order: &Order, members: &[usize]) {
        self.of.clear();
        self.all.clear();
        for &slot in members {
            let sides = links.map(|links| {
                let from = self.all.len();
                self.all.extend(links.at(slot).iter().map(|&other| order.place[other] as u32));
                self.all[from..].sort_unstable();
                from..self.all.len()
            });
            self.of.push(sides);
        }
    }

    /// How many crossings of two slots' joins a swap takes away, where the first stands above.
    pub fn gain(&self, upper: usize, lower: usize) -> i32 {
        let sides = self.of[upper].iter().zip(&self.of[lower]);
        sides.map(|(upper, lower)| gain(&self.all[upper.clone()], &self.all[lower.clone()])).sum()
    }
}

/// The pairs of an upper slot's join and a lower one's of which the upper one's ends lower, less those of which it ends
/// higher; both sorted.
fn gain(upper: &[u32], lower: &[u32]) -> i32 {
    if let ([one], [other]) = (upper, lower) {
        return i32::from(one > other) - i32::from(one < other);
    }
    let (mut sum, mut below, mut level) = (0, 0, 0);
    for place in upper {
        while lower.get(below).is_some_and(|other| other < place) {
            below += 1;
        }
        level = level.max(below);
        while lower.get(level).is_some_and(|other| other == place) {
            level += 1;
        }
        sum += below as i32 - (lower.len() - level) as i32;
    }
    sum
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Pairs of places, one on either side of a gap.
    fn joins() -> impl Strategy<Value = Vec<(usize, usize)>> {
        prop::collection::btree_set((0..9_usize, 9..18_usize), 0..30)
            .prop_map(|set| set.into_iter().collect())
    }

    fn crossed(joins: &[(usize, usize)], place: &[usize]) -> i32 {
        let crosses =
            |a: &(usize, usize), b: &(usize, usize)| place[a.0] < place[b.0] && place[a.1] > place[b.1];
        joins.iter().map(|a| joins.iter().filter(|b| crosses(a, b)).count() as i32).sum()
    }

    proptest! {
        #[test]
        fn a_swap_takes_away_as_many_crossings_as_it_says(
            joins in joins(),
            right in Just((9..18).collect::<Vec<usize>>()).prop_shuffle(),
            upper in 0..8_usize,
        ) {
            let left = Links::of(18, || joins.iter().map(|&(a, b)| (b, a)));
            let none = Links::of(18, std::iter::empty);
            let mut order = Order::of(vec![(0..9).collect(), right], 18);
            let before = crossed(&joins, &order.place);
            let mut ends = Ends::default();
            ends.read([&left, &none], &order, &order.layers[1]);
            let gain = ends.gain(upper, upper + 1);
            order.layers[1].swap(upper, upper + 1);
            order.settle(1);
            prop_assert_eq!(before - crossed(&joins, &order.place), gain);
        }
    }
}
