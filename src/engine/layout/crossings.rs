//! How many joins cross between the layers, for an order from top to bottom in each of them.

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

/// The pairs of joins that cross, over all layers; `left` are the joins by their right ends.
pub fn count(left: &Links, order: &Order) -> usize {
    let mut sums = Sums::default();
    (1..order.layers.len()).map(|layer| between(left, order, layer, &mut sums)).sum()
}

/// The pairs that cross between a layer and the one to its left: by going from the top to the bottom on the right,
/// and counting the joins seen so far that end lower on the left (Barth, Jünger and Mutzel, "Simple and efficient
/// bilayer cross counting", 2002).
fn between(left: &Links, order: &Order, layer: usize, sums: &mut Sums) -> usize {
    sums.clear(order.layers[layer - 1].len());
    let (mut seen, mut crossings) = (0, 0);
    for &slot in &order.layers[layer] {
        let joined = left.at(slot);
        for &other in joined {
            crossings += seen - sums.up_to(order.place[other]);
        }
        // Joins that meet in one slot do not cross.
        joined.iter().for_each(|&other| sums.add(order.place[other]));
        seen += joined.len();
    }
    crossings
}

/// Counts by place, summed from the first place on (Fenwick, "A new data structure for cumulative frequency tables",
/// 1994).
#[derive(Default)]
struct Sums(Vec<usize>);

impl Sums {
    fn clear(&mut self, count: usize) {
        self.0.clear();
        self.0.resize(count + 1, 0);
    }

    fn add(&mut self, place: usize) {
        let mut at = place + 1;
        while at < self.0.len() {
            self.0[at] += 1;
            at += at & at.wrapping_neg();
        }
    }

    /// How many were added at `place` or before it.
    fn up_to(&self, place: usize) -> usize {
        let (mut at, mut sum) = (place + 1, 0);
        while at > 0 {
            sum += self.0[at];
            at &= at - 1;
        }
        sum
    }
}

/// For the slots of one group, how often the joins of each pair cross with the one above the other.
#[derive(Default)]
pub struct Pairs {
    count: usize,
    crossings: Vec<u32>,
}

impl Pairs {
    /// Counts for these slots of one layer, with the joins by their right and by their left ends.
    pub fn count(&mut self, links: [&Links; 2], order: &Order, group: &[usize]) {
        self.count = group.len();
        self.crossings.clear();
        self.crossings.resize(group.len() * group.len(), 0);
        for links in links {
            let places: Vec<Vec<u32>> = group
                .iter()
                .map(|&slot| {
                    let mut places: Vec<u32> =
                        links.at(slot).iter().map(|&other| order.place[other] as u32).collect();
                    places.sort_unstable();
                    places
                })
                .collect();
            for (upper, row) in self.crossings.chunks_exact_mut(self.count).enumerate() {
                if !places[upper].is_empty() {
                    row.iter_mut()
                        .zip(&places)
                        .for_each(|(sum, lower)| *sum += inversions(&places[upper], lower));
                }
            }
        }
    }

    /// Crossings with the one above the other, by their places in the group.
    pub fn at(&self, upper: usize, lower: usize) -> i64 {
        i64::from(self.crossings[upper * self.count + lower])
    }
}

/// Pairs of an upper slot's join and a lower one's of which the upper one's ends lower; both sorted.
pub fn inversions(upper: &[u32], lower: &[u32]) -> u32 {
    if let ([one], [other]) = (upper, lower) {
        return u32::from(one > other);
    }
    let (mut sum, mut below) = (0, 0);
    for place in upper {
        while lower.get(below).is_some_and(|other| other < place) {
            below += 1;
        }
        sum += below as u32;
    }
    sum
}
