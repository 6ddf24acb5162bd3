//! Text in a window: where it is cut, and that every row stays as wide as the window.

use proptest::prelude::*;

use super::*;
use crate::export::measure::width;

const WINDOW: Window = Window { x: 10, y: 5, width: 8, height: 2 };

fn written(x: i32, room: usize, text: &str) -> String {
    let mut grid = Grid::new(WINDOW);
    grid.text((x, 5), room, text, "…", Paint::default());
    grid.to_string().lines().next().unwrap().to_owned()
}

#[test]
fn text_is_cut_by_its_room_and_by_the_window() {
    for (x, room, text, shown) in [
        (10, 8, "container", "contain…"),
        (12, 20, "container", "  contai"),
        (7, 20, "container", "tainer"),
        (9, 20, "日本語", " 本語"),
        (13, 20, "日本語", "   日本"),
        (10, 5, "日本語", "日本…"),
        (10, 8, "e\u{301}te\u{301}", "e\u{301}te\u{301}"),
        (0, 9, "unseen", ""),
    ] {
        assert_eq!(written(x, room, text), shown, "{text} at {x}");
    }
}

#[test]
fn half_of_a_wide_glyph_is_never_left() {
    for (at, shown) in [(10, "x 本"), (11, " x本"), (12, "日x"), (13, "日 x")] {
        let mut grid = Grid::new(WINDOW);
        grid.text((10, 5), 8, "日本", "…", Paint::default());
        grid.put(at, 5, "x", Paint::default());
        assert_eq!(grid.to_string().lines().next().unwrap(), shown);
    }
}

#[test]
fn a_grid_laid_over_another_hides_what_is_beneath_and_what_lies_outside_is_cut() {
    let mut small = Grid::new(Window { x: 0, y: 0, width: 3, height: 2 });
    small.text((0, 0), 3, "abc", "", Paint::default());
    let mut grid = Grid::new(WINDOW);
    grid.text((10, 5), 8, "日本語日", "…", Paint::default());
    grid.lay((13, 5), &small);
    assert_eq!(grid.to_string().lines().next().unwrap(), "日 abc日");
    grid.lay((16, 4), &small);
    assert_eq!(grid.to_string().lines().next().unwrap(), "日 abc");
}

proptest! {
    #[test]
    fn every_row_is_as_wide_as_the_window(
        texts in prop::collection::vec((0_i32..25, 4_i32..8, 0_usize..12, "[a-c日本e\u{301}]{0,8}"), 0..12),
    ) {
        let mut grid = Grid::new(WINDOW);
        for (x, y, room, text) in texts {
            let used = grid.text((x, y), room, &text, "…", Paint::default());
            prop_assert!(used <= room);
        }
        for row in grid.rows() {
            let line: String = row.iter().map(|cell| cell.glyph.as_str()).collect();
            prop_assert_eq!(width(&line), 8, "{:?}", line);
            prop_assert_eq!(row.len(), 8);
        }
    }
}
