//! Rails as they are drawn, and where one comes to who follows them.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;

fn laid(rows: usize, needs: &[(usize, usize)]) -> Rails {
    helped(rows, needs, &[])
}

fn helped(rows: usize, needs: &[(usize, usize)], helps: &[(usize, usize)]) -> Rails {
    let edges = |pairs: &[(usize, usize)]| -> Vec<Edge> {
        pairs.iter().map(|&(from, to)| Edge { from, to }).collect()
    };
    rails(rows, &edges(needs), &edges(helps), usize::MAX).unwrap()
}

/// The rails as lines of text, with `o` for a box.
fn shown(rails: &Rails) -> Vec<String> {
    let line = |row: &Row| {
        let mut line = String::new();
        for (column, cell) in row.cells.iter().enumerate() {
            let dots = |leads: Leads| leads == Leads::ToHelp;
            line.push(
                match [cell.up, cell.right, cell.down, cell.left].map(|leads| leads != Leads::Nowhere) {
                    _ if column == row.at => 'o',
                    [false, false, false, false] => ' ',
                    [true, false, true, false] => {
                        if dots(cell.down) {
                            '┆'
                        } else {
                            '│'
                        }
                    }
                    [true, true, true, false] => '├',
                    [true, false, true, true] => '┤',
                    [true, true, false, false] => '╰',
                    [true, false, false, true] => '╯',
                    [true, true, false, true] => '┴',
                    [false, true, false, true] => {
                        if dots(cell.right) {
                            '┄'
                        } else {
                            '─'
                        }
                    }
                    arms => panic!("no such shape: {arms:?}"),
                },
            );
            line.push(match row.gaps[column] {
                Leads::Nowhere => ' ',
                Leads::ToHelp => '┄',
                Leads::ToNeed => '─',
            });
        }
        line.trim_end().to_owned()
    };
    rails.rows.iter().map(line).collect()
}

#[test]
fn what_helps_is_dotted_and_turns_before_the_box_so_that_it_is_seen() {
    let helps = |rows, needs: &[_], helps: &[_]| shown(&helped(rows, needs, helps));
    assert_eq!(helps(2, &[], &[(0, 1)]), ["o", "╰┄o"]);
    assert_eq!(helps(3, &[(1, 2)], &[(0, 2)]), ["o", "┆ o", "╰┄o"]);
    assert_eq!(
        helps(3, &[(0, 2)], &[(0, 1)]),
        ["o", "├┄o", "o"],
        "one rail for what it helps and what needs it"
    );
    assert_eq!(helps(4, &[(0, 1)], &[(0, 3)]), ["o", "├─o", "┆ o", "╰┄o"], "and dotted behind the last need");
    assert_eq!(helps(4, &[(1, 3)], &[(0, 3), (2, 3)])[3], "╰┄o┄╯");
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
    assert_eq!(rails(10, &fan, &[], 9).map(|rails| rails.columns), Some(9));
    assert_eq!(rails(10, &fan, &[], 8), None);
}

/// The boxes to which one comes from a box along what is drawn, and how: down, and across to a side that an arm points
/// to.
fn reached(rails: &Rails, from: usize) -> BTreeMap<usize, Leads> {
    let mut reached = BTreeMap::new();
    let column = rails.rows[from].at;
    let mut down = rails.rows[from].cells[column].down;
    let mut row = from;
    while down != Leads::Nowhere {
        row += 1;
        let here = &rails.rows[row];
        let cell = here.cells[column];
        assert_eq!(cell.up, down, "a line goes on below as it was above");
        if column == here.at {
            reached.insert(row, down);
            return reached;
        }
        assert_eq!(cell.rail, Some(from), "a line is its box's own");
        let arm = if here.at > column { cell.right } else { cell.left };
        assert!(cell.down != Leads::Nowhere || arm != Leads::Nowhere, "a line ends at no box");
        if arm != Leads::Nowhere {
            reached.insert(row, across(here, column));
        }
        down = cell.down;
    }
    reached
}

/// How a line across leads to the box of its row, from a column where it begins.
fn across(row: &Row, from: usize) -> Leads {
    let right = row.at > from;
    let begin = row.cells[from];
    let leads = if right { begin.right } else { begin.left };
    assert_eq!(
        if right { begin.left } else { begin.right }.min(begin.down),
        Leads::Nowhere,
        "an arm points away"
    );
    let mut column = from;
    loop {
        let gap = row.gaps[if right { column } else { column - 1 }];
        assert!(gap >= leads, "a line across is broken");
        column = if right { column + 1 } else { column - 1 };
        let cell = row.cells[column];
        let (comes, on) = if right { (cell.left, cell.right) } else { (cell.right, cell.left) };
        if column == row.at {
            assert_eq!(comes, gap);
            return leads;
        }
        let under = cell.up != Leads::Nowhere && cell.down != Leads::Nowhere;
        let through = comes >= leads && on >= leads && cell.down == Leads::Nowhere;
        assert!(under || through, "a line across leads astray: {cell:?}");
    }
}

/// The outermost ends of a row's line across, one to each side of the box: nothing hides how they lead.
fn outermost(rails: &Rails, row: usize, ends: &BTreeMap<usize, Leads>) -> Vec<usize> {
    let at = rails.rows[row].at;
    let column = |end: &&usize| rails.rows[**end].at;
    let left = ends.keys().filter(|end| column(end) < at).min_by_key(column);
    let right = ends.keys().filter(|end| column(end) > at).max_by_key(column);
    left.into_iter().chain(right).copied().collect()
}

proptest! {
    #[test]
    fn following_the_rails_of_a_box_leads_to_all_that_need_it_or_are_helped_and_nowhere_else(
        rows in 1_usize..16,
        drawn in prop::collection::btree_map((0_usize..16, 0_usize..16), any::<bool>(), 0..40),
    ) {
        let edges: Vec<(usize, usize, bool)> = drawn
            .into_iter()
            .map(|((from, to), helps)| (from, to, helps))
            .filter(|(from, to, _)| from < to && *to < rows)
            .collect();
        let of = |wanted: bool| -> Vec<(usize, usize)> {
            edges.iter().filter(|edge| edge.2 == wanted).map(|&(from, to, _)| (from, to)).collect()
        };
        let rails = helped(rows, &of(false), &of(true));
        let text = shown(&rails).join("\n");
        let kind = |helps: bool| if helps { Leads::ToHelp } else { Leads::ToNeed };
        for from in 0..rows {
            let found = reached(&rails, from);
            let wanted: BTreeMap<usize, Leads> =
                edges.iter().filter(|edge| edge.0 == from).map(|edge| (edge.1, kind(edge.2))).collect();
            prop_assert!(found.keys().eq(wanted.keys()), "from {} to {:?} in\n{}", from, wanted, text);
            let column = rails.rows[from].at;
            for (at, row) in rails.rows.iter().enumerate().skip(from) {
                let Some(cell) = row.cells.get(column).filter(|cell| cell.rail == Some(from)) else { break };
                let later = wanted.range(at + 1..).map(|(_, leads)| *leads).max().unwrap_or_default();
                prop_assert_eq!(cell.down, later, "below row {} from {} in\n{}", at, from, text);
            }
            let straight = wanted.iter().find(|(to, _)| rails.rows[**to].at == column);
            let leads_straight = straight.map_or(Leads::ToNeed, |(_, leads)| *leads);
            prop_assert_eq!(leads_straight, Leads::ToNeed, "no dots are seen from {} in\n{}", from, text);
            for (to, leads) in wanted {
                // What only helps may share the end of a line with what is needed, and is never more than it is.
                prop_assert!(leads == found[&to] || leads == Leads::ToHelp, "{} to {} in\n{}", from, to, text);
            }
        }
        for row in 0..rows {
            let ends: BTreeMap<usize, Leads> =
                edges.iter().filter(|edge| edge.1 == row).map(|edge| (edge.0, kind(edge.2))).collect();
            for end in outermost(&rails, row, &ends) {
                prop_assert_eq!(reached(&rails, end)[&row], ends[&end], "{} to {} in\n{}", end, row, text);
            }
        }
    }
}
