//! What lies where: the picture in tiles, so that a window finds what is in it without looking at the rest.

use super::grid::Window;

/// Columns of a tile.
const ACROSS: i32 = 64;

/// Rows of a tile.
const DOWN: i32 = 32;

/// Things by the tiles that they touch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tiles {
    columns: usize,
    tiles: Vec<Vec<u32>>,
}

impl Tiles {
    /// Tiles for a picture of so many cells across and down.
    pub fn new(width: i32, height: i32) -> Self {
        let columns = (width.max(1) as usize).div_ceil(ACROSS as usize);
        let rows = (height.max(1) as usize).div_ceil(DOWN as usize);
        Self { columns, tiles: vec![Vec::new(); columns * rows] }
    }

    /// Adds a thing that takes the cells from one corner to the other, both included.
    pub fn add(&mut self, thing: usize, from: (i32, i32), to: (i32, i32)) {
        for tile in self.touched(from, to) {
            let here = &mut self.tiles[tile];
            if here.last() != Some(&(thing as u32)) {
                here.push(thing as u32);
            }
        }
    }

    /// The things in the tiles that a window touches, each once and in order: all that are in sight, and some near it.
    pub fn near(&self, window: Window) -> Vec<usize> {
        if window.width == 0 || window.height == 0 {
            return Vec::new();
        }
        let tiles = self.touched((window.x, window.y), (window.right() - 1, window.bottom() - 1));
        let mut found: Vec<usize> =
            tiles.flat_map(|tile| &self.tiles[tile]).map(|&thing| thing as usize).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The tiles between two corners. What lies beyond the edge counts to the tiles there.
    fn touched(&self, from: (i32, i32), to: (i32, i32)) -> impl Iterator<Item = usize> + use<> {
        let columns = self.columns;
        let rows = self.tiles.len().checked_div(columns).unwrap_or(0);
        let tile = |at: i32, size: i32, count: usize| {
            (at.max(0) as usize / size as usize).min(count.saturating_sub(1))
        };
        let across = tile(from.0.min(to.0), ACROSS, columns)..=tile(from.0.max(to.0), ACROSS, columns);
        let down = tile(from.1.min(to.1), DOWN, rows)..=tile(from.1.max(to.1), DOWN, rows);
        down.take_while(move |_| rows > 0)
            .flat_map(move |row| across.clone().map(move |column| row * columns + column))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_window_finds_all_that_it_shows(
            things in prop::collection::vec((0_i32..300, 0_i32..150, 1_i32..200, 1_i32..60), 0..20),
            (x, y) in (-50_i32..320, -50_i32..170),
            (width, height) in (1_u16..200, 1_u16..60),
        ) {
            let mut tiles = Tiles::new(300, 150);
            for (i, (x, y, width, height)) in things.iter().enumerate() {
                tiles.add(i, (*x, *y), (x + width - 1, y + height - 1));
            }
            let window = Window { x, y, width, height };
            let found = tiles.near(window);
            for (i, (x, y, width, height)) in things.iter().enumerate() {
                if window.sight((*x, *y), (*width as u16, *height as u16)).is_some() {
                    prop_assert!(found.contains(&i));
                }
            }
            prop_assert!(found.is_sorted_by(|a, b| a < b));
        }
    }

    #[test]
    fn a_window_does_not_look_at_what_is_far_away() {
        let mut tiles = Tiles::new(6400, 3200);
        for i in 0..10_000 {
            let at = ((i as i32 % 100) * 64, (i as i32 / 100) * 32);
            tiles.add(i, at, (at.0 + 20, at.1));
        }
        assert!(tiles.near(Window { x: 3000, y: 1500, width: 200, height: 50 }).len() <= 5 * 3);
    }
}
