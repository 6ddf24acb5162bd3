//! Rails as they are drawn, and where one comes to who follows them.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;

fn laid(rows: usize, edges: &[(usize, usize)]) -> Rails {
    let edges: Vec<Edge> = edges.iter().map(|&(from, to)| Edge { from, to }).collect();
    rails(rows, &edges, usize::MAX).unwrap()
}

/// The rails as lines of text, with `o` for a box.
fn shown(rails: &Rails) -> Vec<String> {
    let line = |row: &Row| {
        let mut line = String::new();
        for (column, cell) in row.cells.iter().enumerate() {
            line.push(match (cell.up, cell.right, cell.down, cell.left) {
                _ if column == row.at => 'o',
                (false, false, false, false) => ' ',
                (true, false, true, false) => '│',
                (true, true, true, false) => '├',
                (true, false, true, true) => '┤',
                (true, true, false, false) => '╰',
                (true, false, false, true) => '╯',
                (true, true, false, true) => '┴',
                (false, true, false, true) => '─',
                arms => panic!("no such shape: {arms:?}"),
            });
            line.push(if (row.across.0..row.across.1).contains(&column) { '─' } else { ' ' });
        }
        line.trim_end().to_owned()
    };
    rails.rows.iter().map(line).collect()
}

#[test]
fn rails_lead_down_and_turn_to_the_boxes_that_need_them() {
    let way = [(0, 1), (1, 2), (0, 3), (0, 4), (4, 5), (1, 6), (3, 6), (5, 6), (6, 7), (2, 8), (7, 8)];
    let drawn = ["o", "├─o", "│ ├─o", "├─│─│─o", "o │ │ │", "o │ │ │", "╰─┴─│─o", "    │ o", "    o─╯"];
    assert_eq!(shown(&laid(9, &way)), drawn);
    assert_eq!(shown(&laid(3, &[])), ["o", "o", "o"], "boxes that nothing joins stand one below the other");
    assert_eq!(shown(&laid(3, &[(0, 1), (1, 2)])), ["o", "o", "o"], "a chain needs no second column");
    assert_eq!(laid(0, &[]), Rails::default());
}

#[test]
fn what_takes_too_many_columns_is_not_laid() {
    let fan: Vec<Edge> = (0..9).map(|from| Edge { from, to: 9 }).collect();
    assert_eq!(rails(10, &fan, 9).map(|rails| rails.columns), Some(9));
    assert_eq!(rails(10, &fan, 8), None);
}

/// The boxes to which one comes from a box along what is drawn: down, and across to a side that an arm points to.
fn reached(rails: &Rails, from: usize) -> BTreeSet<usize> {
    let mut reached = BTreeSet::new();
    let mut column = rails.rows[from].at;
    let mut down = rails.rows[from].cells[column].down;
    let mut row = from;
    while down {
        row += 1;
        let here = &rails.rows[row];
        let cell = here.cells[column];
        assert!(cell.up, "a line down comes to nothing");
        if column == here.at {
            reached.insert(row);
            return reached;
        }
        assert_eq!(cell.rail, Some(from), "a line is its box's own");
        assert!(cell.down || cell.left || cell.right, "a line ends at no box");
        let sideways = if cell.down { cell.left || cell.right } else { true };
        if sideways {
            reached.insert(across(here, row, column));
        }
        down = cell.down;
        if !down {
            column = here.at;
        }
    }
    reached
}

/// The box at the end of a line across, from a column where it begins.
fn across(row: &Row, at: usize, from: usize) -> usize {
    let right = row.at > from;
    let begin = row.cells[from];
    assert!(if right { begin.right } else { begin.left }, "an arm points away from the box");
    let mut column = from;
    loop {
        let gap = if right { column } else { column - 1 };
        assert!((row.across.0..row.across.1).contains(&gap), "a line across is broken");
        column = if right { column + 1 } else { column - 1 };
        let cell = row.cells[column];
        if column == row.at {
            assert!(if right { cell.left } else { cell.right });
            return at;
        }
        let under = cell.up && cell.down;
        assert!(under || cell.left && cell.right && !cell.down, "a line across leads astray: {cell:?}");
    }
}

proptest! {
    #[test]
    fn following_the_rails_of_a_box_leads_to_all_that_need_it_and_nowhere_else(
        rows in 1_usize..16,
        drawn in prop::collection::btree_set((0_usize..16, 0_usize..16), 0..40),
    ) {
        let edges: BTreeSet<(usize, usize)> =
            drawn.into_iter().filter(|(from, to)| from < to && *to < rows).collect();
        let edges: Vec<(usize, usize)> = edges.into_iter().collect();
        let rails = laid(rows, &edges);
        for from in 0..rows {
            let needed: BTreeSet<usize> =
                edges.iter().filter(|edge| edge.0 == from).map(|edge| edge.1).collect();
            prop_assert_eq!(reached(&rails, from), needed, "from {} in\n{}", from, shown(&rails).join("\n"));
        }
    }
}
