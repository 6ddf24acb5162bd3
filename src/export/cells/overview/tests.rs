//! The whole map in a few cells.

use proptest::prelude::*;

use super::*;

fn layout(places: &[(i32, i32, u16)]) -> Layout {
    let place = |&(x, y, width)| Place { x, y, width, height: 1, layer: 0 };
    Layout { places: places.iter().map(place).collect(), width: 100, height: 40, ..Layout::default() }
}

/// Boxes named after how far they are along: the first two are had, the third is of the front, the rest ahead.
fn along(node: usize) -> Along {
    match node {
        0 | 1 => Along::Had,
        2 => Along::Front,
        _ => Along::Ahead,
    }
}

fn drawn(places: &[(i32, i32, u16)], sight: Window, ascii: bool) -> Vec<String> {
    let layout = layout(places);
    let overview = Overview::new(&layout, places.len(), (12, 6), along).unwrap();
    let grid = overview.draw(sight, ascii);
    grid.to_string().lines().map(str::to_owned).collect()
}

const SIGHT: Window = Window { x: 40, y: 10, width: 30, height: 10 };

#[test]
fn boxes_stand_where_they_stand_on_the_map_and_what_is_in_sight_is_in_brackets() {
    let places = [(0, 0, 20), (0, 11, 20), (42, 12, 18), (70, 30, 8), (95, 39, 5)];
    assert_eq!(
        drawn(&places, SIGHT, false),
        ["╭─ map ────╮", "│▓▓        │", "│▓▓ [▒▒ ]  │", "│          │", "│       ░ ░│", "╰──────────╯"]
    );
    assert_eq!(
        drawn(&places, SIGHT, true),
        [".- map ----.", "|##        |", "|## [== ]  |", "|          |", "|       . .|", "'----------'"]
    );
}

#[test]
fn brackets_stand_on_the_frame_where_the_part_in_sight_reaches_it() {
    let all = Window { x: 0, y: 0, width: 100, height: 10 };
    assert_eq!(drawn(&[], all, false)[1], "[          ]");
    let beyond = Window { x: 90, y: 35, width: 300, height: 300 };
    assert_eq!(drawn(&[], beyond, false)[3..5], ["│          │", "│        [ ]"]);
    let one = Window { x: 52, y: 12, width: 3, height: 1 };
    assert_eq!(drawn(&[], one, false)[2], "│    [ ]   │", "never less than a cell");
}

#[test]
fn a_cell_shows_the_front_before_all_else_and_then_what_is_more() {
    let cell = |places: &[(i32, i32, u16)]| drawn(places, Window::default(), false)[2].chars().nth(6);
    let away = (0, 0, 1);
    assert_eq!(cell(&[(51, 11, 5), (52, 12, 5), (53, 13, 5), (51, 14, 5)]), Some('▒'));
    assert_eq!(cell(&[(51, 11, 5), away, away, (51, 14, 5)]), Some('▓'));
    assert_eq!(cell(&[(51, 11, 5), away, away, (51, 14, 5), (51, 15, 5)]), Some('░'));
}

#[test]
fn a_frame_without_room_is_none_and_one_with_too_much_is_no_larger_than_the_map() {
    assert_eq!(Overview::new(&layout(&[]), 0, (2, 9), along), None);
    assert_eq!(Overview::new(&Layout::default(), 0, (20, 7), along), None);
    let size = |columns, rows| Overview::new(&layout(&[]), 0, (columns, rows), along).map(|it| it.size());
    assert_eq!(size(20, 7), Some((20, 7)));
    assert_eq!(size(200, 50), Some((102, 42)));
}

#[test]
fn a_part_that_begins_in_the_middle_of_a_cell_takes_it_and_one_that_ends_there_does_not() {
    assert_eq!(cells(1176..1512, 8, 2688), 3..4);
}

proptest! {
    #[test]
    fn what_a_cell_stands_for_is_drawn_in_that_cell(
        (width, height) in (1_i32..5000, 1_i32..900), (columns, rows) in (3_u16..40, 3_u16..20),
        (column, row) in (0_u16..40, 0_u16..20),
    ) {
        let mut layout = Layout { width, height, ..Layout::default() };
        let overview = Overview::new(&layout, 0, (columns, rows), along).unwrap();
        let (x, y) = overview.part(column, row);
        prop_assert!((0..width).contains(&x) && (0..height).contains(&y));
        layout.places = vec![Place { x, y, width: 1, height: 1, layer: 0 }];
        let (cells_across, cells_down) = (overview.size().0 - 2, overview.size().1 - 2);
        let (column, row) = (column.clamp(1, cells_across) - 1, row.clamp(1, cells_down) - 1);
        let tallies = Overview::new(&layout, 1, (columns, rows), along).unwrap().tallies;
        let drawn: Vec<usize> = (0..tallies.len()).filter(|&at| tallies[at].had == 1).collect();
        prop_assert_eq!(drawn, [usize::from(row * cells_across + column)]);
    }

    #[test]
    fn every_box_and_every_window_takes_cells_within_the_frame(
        start in -50_i32..6000, size in 0_i32..6000, count in 1_i32..40, whole in 1_i32..5000,
    ) {
        let count = count.min(whole);
        let taken = cells(start..start + size, count, whole);
        prop_assert!(0 <= taken.start && taken.start < taken.end && taken.end <= count, "{taken:?}");
        if start >= 0 && start + size <= whole && size > 0 {
            // The oracle looks at the middle of each cell.
            let is_in = |cell: &i32| {
                let middle = i64::from(2 * cell + 1) * i64::from(whole);
                let (from, to) = (i64::from(2 * start * count), i64::from(2 * (start + size) * count));
                (from..to).contains(&middle)
            };
            let middles: Vec<i32> = (0..count).filter(is_in).collect();
            prop_assert!(middles.is_empty() && taken.len() == 1 || middles.iter().copied().eq(taken.clone()));
        }
    }
}
