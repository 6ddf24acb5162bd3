//! A place in a list, and the window of it that shows.

/// A place in a list, and the first row that shows. Moving is pure: the caller says how many rows there are and how
/// many fit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cursor {
    /// The row in focus, from 0.
    pub at: usize,
    /// The first row that shows.
    pub top: usize,
}

impl Cursor {
    /// Moves by `by` rows, staying within `rows`, and shows the place in a window of `height`.
    pub fn step(&mut self, by: isize, rows: usize, height: usize) {
        self.go(self.at.saturating_add_signed(by), rows, height);
    }

    /// Goes to a row, or to the last if there are fewer.
    pub fn go(&mut self, to: usize, rows: usize, height: usize) {
        self.at = to.min(rows.saturating_sub(1));
        let height = height.max(1);
        self.top = self.top.clamp(self.at.saturating_sub(height - 1), self.at);
        self.top = self.top.min(rows.saturating_sub(height));
    }

    /// Moves the window without the place, and then the place into the window.
    pub fn scroll(&mut self, by: isize, rows: usize, height: usize) {
        let height = height.max(1);
        self.top = self.top.saturating_add_signed(by).min(rows.saturating_sub(height));
        self.at = self.at.clamp(self.top, (self.top + height - 1).min(rows.saturating_sub(1)).max(self.top));
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_place_is_always_a_row_and_always_shows(
            moves in prop::collection::vec((-30isize..30, any::<bool>()), 0..40),
            rows in 0usize..60,
            height in 0usize..20,
        ) {
            let mut cursor = Cursor::default();
            for (by, scrolls) in moves {
                if scrolls { cursor.scroll(by, rows, height) } else { cursor.step(by, rows, height) }
                prop_assert!(cursor.at < rows.max(1));
                prop_assert!(cursor.top <= cursor.at && cursor.at < cursor.top + height.max(1));
                prop_assert!(cursor.top <= rows.saturating_sub(height.max(1)));
            }
        }
    }
}
