//! The lines within the gap between two layers: who turns in which column, so that no two lines lie upon another.
//!
//! The lines of one source are one net: it comes in at rows of its own on the left, runs along one column, its trunk, and
//! leaves at rows on the right, which nets with a common end may share. This is channel routing turned by a quarter
//! (Hashimoto and Stevens, "Wire routing by optimizing channel assignment within large apertures", 1971): where one net
//! comes in at the row in which another leaves, the first has to turn farther left. Where such demands go round in a
//! circle, a net makes a detour over a free row.

use std::collections::BTreeSet;

/// Gaps with more trunks than this are ordered by a rule of thumb only: looking at all pairs would take too long.
const WEIGHED: usize = 160;

/// The lines of one source within one gap, by the rows in which they meet the layers beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Net {
    /// On the left; no other net has them.
    pub left: Vec<i32>,
    /// On the right.
    pub right: Vec<i32>,
}

/// How a net runs, in columns from the first one in which lines may turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Run {
    /// All in one row.
    Straight,
    /// Along one column.
    Trunk(i32),
    /// Along the first column to a free row, in it to the second column, and along that one.
    Detour(i32, i32, i32),
}

/// A column's worth of a net.
#[derive(Default)]
struct Piece {
    net: usize,
    left: Vec<i32>,
    right: Vec<i32>,
    /// The highest and the lowest row.
    span: (i32, i32),
}

impl Piece {
    fn of(net: usize, left: Vec<i32>, right: Vec<i32>) -> Self {
        let rows = || left.iter().chain(&right).copied();
        let span = (rows().min().unwrap_or(0), rows().max().unwrap_or(0));
        Self { net, left, right, span }
    }
}

/// The runs of all nets of a gap, and how many columns they take. `is_kept` tells the rows, from 0 on, in which no
/// detour may run.
pub fn run(nets: &[Net], is_kept: impl Fn(i32) -> bool) -> (Vec<Run>, i32) {
    let mut runs = vec![Run::Straight; nets.len()];
    let turning: Vec<usize> = (0..nets.len()).filter(|&net| turns(&nets[net])).collect();
    let detours = detours(nets, &turning, is_kept);
    let mut pieces = Vec::with_capacity(turning.len());
    for &net in &turning {
        let Net { left, right } = nets[net].clone();
        match detours[net] {
            None => pieces.push(Piece::of(net, left, right)),
            Some(row) => {
                pieces.push(Piece::of(net, left, vec![row]));
                pieces.push(Piece::of(net, vec![row], right));
            }
        }
    }
    let before = demands(&pieces);
    let mut columns = Columns::default();
    for at in order(&pieces, &before) {
        let piece = &pieces[at];
        let column = columns.take(piece.span);
        runs[piece.net] = match (detours[piece.net], runs[piece.net]) {
            (Some(row), Run::Trunk(first)) => Run::Detour(first, row, column),
            _ => Run::Trunk(column),
        };
    }
    (runs, columns.count)
}

fn turns(net: &Net) -> bool {
    let mut rows = net.left.iter().chain(&net.right);
    let first = rows.next();
    rows.any(|row| Some(row) != first)
}

/// For each piece, which others have to turn farther left.
fn demands(pieces: &[Piece]) -> Vec<Vec<usize>> {
    let mut owners: Vec<(i32, usize)> = pieces
        .iter()
        .enumerate()
        .flat_map(|(at, piece)| piece.left.iter().map(move |&row| (row, at)))
        .collect();
    owners.sort_unstable();
    let owner = |row: i32| owners.binary_search_by_key(&row, |owner| owner.0).ok().map(|at| owners[at].1);
    let before = |(at, piece): (usize, &Piece)| {
        let owners = piece.right.iter().filter_map(|&row| owner(row));
        // The first half of a detour leaves in the row in which the second one comes in.
        let mut before: Vec<usize> = owners.filter(|&other| pieces[other].net != piece.net).collect();
        if at > 0 && pieces[at - 1].net == piece.net {
            before.push(at - 1);
        }
        before
    };
    pieces.iter().enumerate().map(before).collect()
}

/// For each net, the row of its detour if it needs one: so many that no demands go round in a circle.
fn detours(nets: &[Net], turning: &[usize], is_kept: impl Fn(i32) -> bool) -> Vec<Option<i32>> {
    let mut detours = vec![None; nets.len()];
    let pieces: Vec<Piece> =
        turning.iter().map(|&net| Piece::of(net, nets[net].left.clone(), nets[net].right.clone())).collect();
    let before = demands(&pieces);
    let mut waits: Vec<usize> = before.iter().map(Vec::len).collect();
    let mut after = vec![Vec::new(); pieces.len()];
    for (at, others) in before.iter().enumerate() {
        others.iter().for_each(|&other| after[other].push(at));
    }
    let mut done = vec![false; pieces.len()];
    let mut free: Vec<usize> = (0..pieces.len()).filter(|&at| waits[at] == 0).collect();
    let mut taken: Option<BTreeSet<i32>> = None;
    loop {
        while let Some(at) = free.pop() {
            if !std::mem::replace(&mut done[at], true) {
                for &other in &after[at] {
                    waits[other] -= 1;
                    if waits[other] == 0 {
                        free.push(other);
                    }
                }
            }
        }
        let Some(stuck) = done.iter().position(|done| !done) else { return detours };
        let at = on_circle(&before, &done, stuck);
        let all_rows = || nets.iter().flat_map(|net| net.left.iter().chain(&net.right)).copied().collect();
        let taken = taken.get_or_insert_with(all_rows);
        let row = nearest_free(pieces[at].span, |row| is_kept(row) || taken.contains(&row));
        taken.insert(row);
        detours[pieces[at].net] = Some(row);
        // Its first half waits for nothing, and its second half keeps nobody waiting.
        free.push(at);
    }
}

/// A piece that waits for itself: found by going from one that waits to one that it waits for.
fn on_circle(before: &[Vec<usize>], done: &[bool], stuck: usize) -> usize {
    let mut met = vec![false; before.len()];
    let mut at = stuck;
    while !std::mem::replace(&mut met[at], true) {
        at = before[at].iter().copied().find(|&other| !done[other]).unwrap_or(at);
    }
    at
}

/// The free row nearest to the middle of the span. Below all that is drawn every row is free.
fn nearest_free((top, bottom): (i32, i32), is_taken: impl Fn(i32) -> bool) -> i32 {
    let middle = i32::midpoint(top, bottom);
    let mut far = 0;
    loop {
        for row in [middle + far, middle - far] {
            if row >= 1 && !is_taken(row) {
                return row;
            }
        }
        far += 1;
    }
}

/// The pieces from left to right, each after those that must turn farther left, and else with few crossings.
fn order(pieces: &[Piece], before: &[Vec<usize>]) -> Vec<usize> {
    let mut waits: Vec<usize> = before.iter().map(Vec::len).collect();
    let mut after = vec![Vec::new(); pieces.len()];
    for (at, others) in before.iter().enumerate() {
        others.iter().for_each(|&other| after[other].push(at));
    }
    let mut cost = if pieces.len() <= WEIGHED { Costs::of(pieces) } else { Costs::by_direction(pieces) };
    let mut free: BTreeSet<usize> = (0..pieces.len()).filter(|&at| waits[at] == 0).collect();
    let mut order = Vec::with_capacity(pieces.len());
    while let Some(at) = free.iter().copied().min_by_key(|&at| (cost.sums[at], pieces[at].span, at)) {
        free.remove(&at);
        order.push(at);
        cost.remove(at);
        for &other in &after[at] {
            waits[other] -= 1;
            if waits[other] == 0 {
                free.insert(other);
            }
        }
    }
    order
}

/// What it costs in crossings to take a piece next, before all that are left.
struct Costs {
    sums: Vec<i64>,
    /// For each pair, the crossings with the first farther left less those with the second; empty if not weighed.
    pairs: Vec<i64>,
}

impl Costs {
    fn of(pieces: &[Piece]) -> Self {
        let count = pieces.len();
        let mut costs = Self { sums: vec![0; count], pairs: vec![0; count * count] };
        for one in 0..count {
            for other in 0..one {
                let cost = crossings(&pieces[one], &pieces[other]) - crossings(&pieces[other], &pieces[one]);
                costs.pairs[one * count + other] = cost;
                costs.pairs[other * count + one] = -cost;
                costs.sums[one] += cost;
                costs.sums[other] -= cost;
            }
        }
        costs
    }

    /// Of lines that go down, the upper ones turn farther right, of those that go up, farther left.
    fn by_direction(pieces: &[Piece]) -> Self {
        let sum = |piece: &Piece| {
            let from = piece.left.first().copied().unwrap_or(piece.span.0);
            if from - piece.span.0 > piece.span.1 - from { i64::from(from) } else { -i64::from(from) }
        };
        Self { sums: pieces.iter().map(sum).collect(), pairs: Vec::new() }
    }

    fn remove(&mut self, at: usize) {
        let count = self.sums.len();
        if let Some(row) = self.pairs.get(at * count..(at + 1) * count) {
            self.sums.iter_mut().zip(row).for_each(|(sum, cost)| *sum += cost);
        }
    }
}

/// The crossings of two pieces with the first farther left.
fn crossings(first: &Piece, second: &Piece) -> i64 {
    let within = |rows: &[i32], (top, bottom): (i32, i32)| {
        rows.iter().filter(|row| (top + 1..bottom).contains(*row)).count() as i64
    };
    within(&first.right, second.span) + within(&second.left, first.span)
}

/// The columns of a gap, filled from the left.
#[derive(Default)]
struct Columns {
    count: i32,
    /// For each row, how many columns are taken.
    taken: Vec<i32>,
}

impl Columns {
    /// The column after all that are taken in these rows.
    fn take(&mut self, (top, bottom): (i32, i32)) -> i32 {
        let (top, bottom) = (top.max(0) as usize, bottom.max(0) as usize);
        if self.taken.len() <= bottom {
            self.taken.resize(bottom + 1, 0);
        }
        let column = self.taken[top..=bottom].iter().copied().max().unwrap_or(0);
        self.taken[top..=bottom].fill(column + 1);
        self.count = self.count.max(column + 1);
        column
    }
}

#[cfg(test)]
mod tests {
    use super::Run::{Detour, Straight, Trunk};
    use super::*;

    #[test]
    fn nets_turn_where_none_lies_upon_another() {
        for (nets, runs, columns) in [
            (&[(&[1][..], &[1][..])][..], &[Straight][..], 0),
            (&[(&[1], &[3])], &[Trunk(0)], 1),
            // Apart from each other, they share a column.
            (&[(&[1], &[3]), (&[7], &[5])], &[Trunk(0), Trunk(0)], 1),
            // Downwards the upper one turns farther right, upwards farther left.
            (&[(&[1], &[5]), (&[3], &[7])], &[Trunk(1), Trunk(0)], 2),
            (&[(&[5], &[1]), (&[7], &[3])], &[Trunk(0), Trunk(1)], 2),
            // To a common end they may lie upon another; past it they may not.
            (&[(&[1], &[3]), (&[3], &[3])], &[Trunk(0), Straight], 1),
            (&[(&[1], &[3]), (&[3], &[3, 5])], &[Trunk(1), Trunk(0)], 2),
            // Who comes in where another leaves turns first, though that costs crossings.
            (&[(&[3], &[5]), (&[5], &[7]), (&[1], &[3])], &[Trunk(1), Trunk(0), Trunk(2)], 3),
            // To swap rows one makes a detour.
            (&[(&[1], &[3]), (&[3], &[1])], &[Detour(0, 2, 2), Trunk(1)], 3),
        ] {
            let nets: Vec<Net> =
                nets.iter().map(|(left, right)| Net { left: left.to_vec(), right: right.to_vec() }).collect();
            assert_eq!(run(&nets, |_| false), (runs.to_vec(), columns), "{nets:?}");
        }
    }

    #[test]
    fn a_detour_keeps_out_of_rows_for_headings() {
        let nets = [(1, 3), (3, 1)].map(|(left, right)| Net { left: vec![left], right: vec![right] });
        let (runs, _) = run(&nets, |row| row == 2);
        assert_eq!(runs[0], Detour(0, 4, 2));
    }
}
