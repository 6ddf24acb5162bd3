//! The columns of the layers, and the ways of the lines through the gaps between them.

use super::gaps::{self, Net, Run};
use super::graph::Graph;
use super::picture::{Layout, Place, Route};
use super::rows::Rows;
use super::slots::Slots;

/// The fewest columns between two layers.
const NARROWEST: i32 = 3;

/// Places boxes and lines whose rows are known.
pub fn lay(graph: &Graph, slots: &Slots, rows: &Rows) -> Layout {
    let wires = Wires::of(slots, &rows.ports);
    let bottom = rows.bands.last().copied().unwrap_or(1);
    let headings = &rows.bands[..slots.bands];
    let is_kept = |row: i32| headings.binary_search(&(row + 1)).is_ok();
    let drawn: Vec<(Vec<Run>, i32)> = wires.nets.iter().map(|nets| gaps::run(nets, is_kept)).collect();
    let columns = Columns::of(graph, slots, &drawn);
    let places: Vec<Place> = graph
        .nodes
        .iter()
        .zip(&slots.all)
        .zip(&rows.ports)
        .map(|((node, slot), port)| Place {
            x: columns.layers[slot.layer],
            y: port - slot.above,
            width: node.width.max(1),
            height: node.height.max(1),
            layer: slot.layer as u16,
        })
        .collect();
    let tracer = Tracer { slots, ports: &rows.ports, wires: &wires, drawn: &drawn, columns: &columns };
    let routes = graph.edges.iter().map(|edge| tracer.trace(&places, edge.from, edge.to)).collect();
    let detours = drawn.iter().flat_map(|(runs, _)| runs).filter_map(|run| match run {
        Run::Detour(_, row, _) => Some(row + 1),
        _ => None,
    });
    Layout {
        routes,
        width: columns.width,
        height: detours.max().unwrap_or(0).max(bottom),
        places,
        bands: rows.bands.clone(),
        layers: columns.layers,
    }
}

/// Which nets run in which gap. A gap has the number of the layer to its right.
struct Wires {
    nets: Vec<Vec<Net>>,
    /// For each source, its first gap, and its place in the nets of that gap and of those after it.
    places: Vec<(usize, Vec<usize>)>,
}

impl Wires {
    fn of(slots: &Slots, ports: &[i32]) -> Self {
        let mut wires = Self { nets: vec![Vec::new(); slots.layers + 1], places: Vec::new() };
        for source in 0..slots.trunks.len() {
            let (first, nets) = nets(slots, ports, source);
            let mut places = Vec::with_capacity(nets.len());
            for (net, gap) in nets.into_iter().zip(first..) {
                places.push(wires.nets[gap].len());
                wires.nets[gap].push(net);
            }
            wires.places.push((first, places));
        }
        wires
    }

    /// The place of a source's net in a gap.
    fn place(&self, source: usize, gap: usize) -> Option<usize> {
        let (first, places) = &self.places[source];
        places.get(gap.checked_sub(*first)?).copied()
    }
}

/// The nets of one source: its first gap, and the net in each gap from there on.
fn nets(slots: &Slots, ports: &[i32], source: usize) -> (usize, Vec<Net>) {
    let own = slots.all[source].layer;
    let trunk = &slots.trunks[source];
    let targets = slots.targets.at(source);
    if targets.is_empty() {
        return (own + 1, Vec::new());
    }
    let first = own + 1 - trunk.back.len();
    let mut nets = vec![Net::default(); trunk.back.len() + 1 + trunk.ahead.len()];
    nets[own + 1 - first].left.push(ports[source]);
    for slot in trunk.ahead.clone().chain(trunk.back.clone()) {
        let layer = slots.all[slot].layer;
        // What lies right of the gap before its layer lies left of the gap after it.
        if let Some(gap) = layer.checked_sub(first) {
            nets[gap].right.push(ports[slot]);
        }
        nets[layer + 1 - first].left.push(ports[slot]);
    }
    for &to in targets {
        nets[slots.all[to].layer - first].right.push(ports[to]);
    }
    (first, nets)
}

/// Where layers and gaps stand.
struct Columns {
    layers: Vec<i32>,
    /// For each gap, the first column in which lines may turn.
    turns: Vec<i32>,
    width: i32,
}

impl Columns {
    fn of(graph: &Graph, slots: &Slots, drawn: &[(Vec<Run>, i32)]) -> Self {
        let mut widest = vec![0; slots.layers];
        for (slot, node) in slots.all.iter().zip(&graph.nodes) {
            widest[slot.layer] = i32::from(node.width.max(1)).max(widest[slot.layer]);
        }
        let mut columns = Self { layers: Vec::new(), turns: Vec::new(), width: 0 };
        let mut x = 0;
        for (gap, (_, trunks)) in drawn.iter().enumerate() {
            let outer = gap == 0 || gap == slots.layers;
            let wide = if outer && *trunks == 0 { 0 } else { (trunks + 2).max(NARROWEST) };
            // One column is left free on either side, so that lines are seen to leave and to arrive.
            columns.turns.push(x + 1);
            if gap == slots.layers {
                columns.layers.push(x);
            }
            x += wide;
            if gap < slots.layers {
                columns.layers.push(x);
                x += widest[gap];
            }
        }
        columns.width = x;
        columns
    }
}

/// Follows lines through what was laid.
struct Tracer<'a> {
    slots: &'a Slots,
    ports: &'a [i32],
    wires: &'a Wires,
    drawn: &'a [(Vec<Run>, i32)],
    columns: &'a Columns,
}

impl Tracer<'_> {
    fn trace(&self, places: &[Place], from: usize, to: usize) -> Route {
        let (own, end) = (self.slots.all[from].layer, self.slots.all[to].layer);
        let mut way = Way::from(places[from].right(), places[from].port());
        if end > own {
            for gap in own + 1..=end {
                let slot = if gap == end { Some(to) } else { self.slots.ahead(from, gap) };
                self.step(&mut way, from, gap, (true, false), slot);
            }
        } else {
            let turned = self.slots.back(from, own);
            self.step(&mut way, from, own + 1, (true, true), turned);
            for gap in (end + 1..=own).rev() {
                self.step(&mut way, from, gap, (false, true), self.slots.back(from, gap - 1));
            }
            self.step(&mut way, from, end, (false, false), Some(to));
        }
        way.end(places[to].x - 1, places[to].port());
        Route { points: way.points }
    }

    /// Goes through a gap to the row of a slot; `left` says of coming in and of going out whether it is on the left.
    fn step(&self, way: &mut Way, source: usize, gap: usize, left: (bool, bool), slot: Option<usize>) {
        let (Some(place), Some(slot)) = (self.wires.place(source, gap), slot) else { return };
        let turn = self.columns.turns[gap];
        let row = self.ports[slot];
        match self.drawn[gap].0[place] {
            Run::Straight => {}
            Run::Trunk(column) => way.turn(turn + column, row),
            Run::Detour(first, _, second) if left.0 == left.1 => {
                way.turn(turn + if left.0 { first } else { second }, row);
            }
            Run::Detour(first, middle, second) => {
                let (first, second) = if left.0 { (first, second) } else { (second, first) };
                way.turn(turn + first, middle);
                way.turn(turn + second, row);
            }
        }
    }
}

/// The corners of a line so far; from the last one it goes on in its row.
struct Way {
    points: Vec<(i32, i32)>,
    row: i32,
}

impl Way {
    fn from(x: i32, row: i32) -> Self {
        Self { points: vec![(x, row)], row }
    }

    /// Goes on to a column, and in it to a row.
    fn turn(&mut self, x: i32, row: i32) {
        if row != self.row {
            self.points.extend([(x, self.row), (x, row)]);
            self.row = row;
        }
    }

    fn end(&mut self, x: i32, row: i32) {
        self.turn(x, row);
        self.points.push((x, row));
        self.points.dedup();
    }
}
