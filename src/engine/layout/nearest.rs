//! Which box lies nearest in a direction: what the arrow keys go by.

use super::{Edge, Place};

/// Where to look from a box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To smaller columns.
    Left,
    /// To larger columns.
    Right,
    /// To smaller rows.
    Up,
    /// To larger rows.
    Down,
}

/// Sideways steps count for so many in the direction asked, so that a key goes where it points.
const ASTRAY: i32 = 3;

/// The box to go to from `node`: to the left and right one at the other end of a line if there is one, else the
/// nearest box that lies that way; up and down the next one in its layer, else the nearest. `None` at the edge.
pub fn nearest(edges: &[Edge], places: &[Place], node: usize, direction: Direction) -> Option<usize> {
    let from = places.get(node)?;
    let lies = |to: &Place| away(from, to, direction);
    let best = |among: &mut dyn Iterator<Item = usize>| {
        let near = among.filter_map(|at| Some((lies(places.get(at)?)?, at)));
        near.min().map(|(_, at)| at)
    };
    let linked = edges.iter().filter_map(|edge| match direction {
        Direction::Left => (edge.to == node).then_some(edge.from),
        Direction::Right => (edge.from == node).then_some(edge.to),
        Direction::Up | Direction::Down => None,
    });
    let all = || 0..places.len();
    let own_layer = |&at: &usize| places[at].layer == from.layer;
    match direction {
        Direction::Left | Direction::Right => best(&mut { linked }).or_else(|| best(&mut all())),
        Direction::Up | Direction::Down => best(&mut all().filter(own_layer)).or_else(|| best(&mut all())),
    }
}

/// How far `to` lies from `from` that way, in cells; `None` if it does not lie that way. A row is twice as high as a
/// column is wide.
fn away(from: &Place, to: &Place, direction: Direction) -> Option<i32> {
    let (right, down) = (to.x - from.x, 2 * (to.port() - from.port()));
    let (along, aside) = match direction {
        Direction::Left => (-right, down),
        Direction::Right => (right, down),
        Direction::Up => (-down, right),
        Direction::Down => (down, right),
    };
    (along > 0).then(|| along.saturating_add(aside.abs().saturating_mul(ASTRAY)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(x: i32, y: i32, layer: u16) -> Place {
        Place { x, y, width: 6, height: 1, layer }
    }

    /// ```text
    ///   0   2   5
    ///   1   3
    ///       4   6
    /// ```
    fn seven() -> (Vec<Edge>, Vec<Place>) {
        let places = vec![
            place(0, 1, 0),
            place(0, 3, 0),
            place(10, 1, 1),
            place(10, 3, 1),
            place(10, 5, 1),
            place(20, 1, 2),
            place(20, 5, 2),
        ];
        let edges = vec![Edge { from: 0, to: 4 }, Edge { from: 1, to: 3 }, Edge { from: 3, to: 5 }];
        (edges, places)
    }

    #[test]
    fn keys_go_along_lines_first_and_else_where_they_point() {
        use Direction::{Down, Left, Right, Up};
        let (edges, places) = seven();
        for (from, direction, to) in [
            (0, Right, Some(4)),
            (4, Left, Some(0)),
            (1, Right, Some(3)),
            (2, Right, Some(5)),
            (2, Left, Some(0)),
            (4, Right, Some(6)),
            (3, Up, Some(2)),
            (3, Down, Some(4)),
            (0, Up, None),
            (0, Left, None),
            (6, Right, None),
            (5, Down, Some(6)),
        ] {
            assert_eq!(nearest(&edges, &places, from, direction), to, "{from} {direction:?}");
        }
    }

    #[test]
    fn every_box_can_be_reached_from_every_other() {
        use Direction::{Down, Left, Right, Up};
        let (edges, places) = seven();
        for start in 0..places.len() {
            let mut met = vec![start];
            let mut at = 0;
            while let Some(&node) = met.get(at) {
                for to in [Left, Right, Up, Down].map(|way| nearest(&edges, &places, node, way)) {
                    met.extend(to.filter(|to| !met.contains(to)));
                }
                at += 1;
            }
            assert_eq!(met.len(), places.len(), "from {start}");
        }
    }
}
