//! All that takes a row in a layer: the boxes, and the places where long lines pass.
//!
//! A line that passes a layer has a slot there. Lines of one source share their slots, so that they run as one trunk. A
//! slot stands in the band of its source: a line changes its band in the last gap before its end.

use std::ops::Range;

use super::graph::Graph;

/// What takes a row of its own in a layer.
#[derive(Clone, Copy, Debug)]
pub struct Slot {
    /// The layer, from the left.
    pub layer: usize,
    /// The band.
    pub band: u16,
    /// Whether it is a box.
    pub is_box: bool,
    /// Whether it is a hanging box, or only the way of lines to such.
    pub hangs: bool,
    /// Rows of it above the one in which lines meet it.
    pub above: i32,
    /// Rows of it below that one.
    pub below: i32,
}

/// The slots in which the lines of one source pass, by layer.
#[derive(Clone, Debug, Default)]
pub struct Trunk {
    /// From the layer after the source's on, to the right.
    pub ahead: Range<usize>,
    /// From the source's own layer on, to the left: for lines to what stands no farther right than their source.
    pub back: Range<usize>,
}

/// Which slots lead to which, looked up by the one end.
#[derive(Clone, Debug, Default)]
pub struct Links {
    starts: Vec<usize>,
    ends: Vec<usize>,
}

impl Links {
    /// The pairs, which are gone through twice, by their first half.
    pub fn of<I: Iterator<Item = (usize, usize)>>(count: usize, pairs: impl Fn() -> I) -> Self {
        let mut starts = vec![0; count + 1];
        for (from, _) in pairs() {
            starts[from + 1] += 1;
        }
        for at in 0..count {
            starts[at + 1] += starts[at];
        }
        let mut free = starts.clone();
        let mut ends = vec![0; starts[count]];
        for (from, to) in pairs() {
            ends[free[from]] = to;
            free[from] += 1;
        }
        Self { starts, ends }
    }

    /// The other ends of a slot's pairs, in the order of the pairs.
    pub fn at(&self, slot: usize) -> &[usize] {
        &self.ends[self.starts[slot]..self.starts[slot + 1]]
    }

    /// How many slots there are.
    pub fn len(&self) -> usize {
        self.starts.len() - 1
    }
}

/// The slots of a graph.
#[derive(Clone, Debug)]
pub struct Slots {
    /// All of them: first the boxes, in the order of their nodes.
    pub all: Vec<Slot>,
    /// How many layers there are.
    pub layers: usize,
    /// How many bands there are.
    pub bands: usize,
    /// By slot, what lies in the layer to the left and is joined with it.
    pub left: Links,
    /// By slot, what lies in the layer to the right and is joined with it.
    pub right: Links,
    /// By slot, what lies in the same layer and is joined with it, where a line turns back.
    pub beside: Links,
    /// For each node, where its lines pass.
    pub trunks: Vec<Trunk>,
    /// For each node, the ends of its lines.
    pub targets: Links,
}

impl Slots {
    /// The slots of a graph whose nodes stand in these layers and hang or not.
    pub fn of(graph: &Graph, layers: &[usize], hanging: &[bool]) -> Self {
        let mut all: Vec<Slot> = Vec::with_capacity(graph.nodes.len() * 2);
        for ((node, &layer), &hangs) in graph.nodes.iter().zip(layers).zip(hanging) {
            let height = i32::from(node.height.max(1));
            let above = (height - 1) / 2;
            let below = height - 1 - above;
            all.push(Slot { layer, band: node.band, is_box: true, hangs, above, below });
        }
        let targets = Links::of(layers.len(), || graph.edges.iter().map(|edge| (edge.from, edge.to)));
        let trunks: Vec<Trunk> =
            (0..layers.len()).map(|source| trunk(&mut all, source, targets.at(source))).collect();
        let mut joins = Joins::default();
        for (source, trunk) in trunks.iter().enumerate() {
            joins.add(&all, source, trunk, targets.at(source));
        }
        let Joins { across, beside } = joins;
        let turned = |pairs: &[(usize, usize)]| pairs.iter().map(|&(a, b)| (b, a)).collect::<Vec<_>>();
        let (back, both) = (turned(&across), [turned(&beside), beside].concat());
        Self {
            layers: layers.iter().max().map_or(0, |last| last + 1),
            bands: graph.nodes.iter().map(|node| usize::from(node.band) + 1).max().unwrap_or(0),
            left: Links::of(all.len(), || back.iter().copied()),
            right: Links::of(all.len(), || across.iter().copied()),
            beside: Links::of(all.len(), || both.iter().copied()),
            all,
            trunks,
            targets,
        }
    }

    /// The slot in which the lines of a source pass a layer to its right.
    pub fn ahead(&self, source: usize, layer: usize) -> Option<usize> {
        let past = layer.checked_sub(self.all[source].layer)?;
        if past == 0 { Some(source) } else { self.trunks[source].ahead.clone().nth(past - 1) }
    }

    /// The slot in which the lines of a source pass its own layer or one to its left, on their way back.
    pub fn back(&self, source: usize, layer: usize) -> Option<usize> {
        self.trunks[source].back.clone().nth(self.all[source].layer.checked_sub(layer)?)
    }
}

/// Adds the slots in which the lines of a source pass.
fn trunk(all: &mut Vec<Slot>, source: usize, targets: &[usize]) -> Trunk {
    let Slot { layer: own, band, .. } = all[source];
    let farthest = |all: &[Slot], hanging: bool| {
        let layers = targets.iter().filter(|&&to| hanging || !all[to].hangs).map(|&to| all[to].layer);
        (layers.clone().min().unwrap_or(own + 1), layers.max().unwrap_or(own))
    };
    let (first, last) = farthest(all, true);
    let (first_firm, last_firm) = farthest(all, false);
    let passed = |layer: usize| {
        let hangs = if layer > own { layer >= last_firm } else { layer < first_firm };
        Slot { layer, band, is_box: false, hangs, above: 0, below: 0 }
    };
    let from = all.len();
    all.extend((own + 1..last).map(passed));
    let turn = all.len();
    all.extend((first..=own).rev().map(passed));
    Trunk { ahead: from..turn, back: turn..all.len() }
}

/// Pairs of slots that a line joins.
#[derive(Default)]
struct Joins {
    /// The left one and the right one of neighbouring layers.
    across: Vec<(usize, usize)>,
    /// Those of one layer.
    beside: Vec<(usize, usize)>,
}

impl Joins {
    fn add(&mut self, all: &[Slot], source: usize, trunk: &Trunk, targets: &[usize]) {
        let own = all[source].layer;
        let mut last = source;
        for slot in trunk.ahead.clone() {
            self.across.push((last, slot));
            last = slot;
        }
        let mut last = source;
        for slot in trunk.back.clone() {
            if last == source {
                self.beside.push((source, slot));
            } else {
                self.across.push((slot, last));
            }
            last = slot;
        }
        for &to in targets {
            let layer = all[to].layer;
            if layer == own + 1 {
                self.across.push((source, to));
            } else if layer > own {
                self.across.push((trunk.ahead.start + layer - own - 2, to));
            } else {
                self.beside.push((trunk.back.start + own - layer, to));
            }
        }
    }
}
