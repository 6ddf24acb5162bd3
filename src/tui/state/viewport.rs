//! Which part of a picture that is larger than its pane is in sight.

/// Cells that are kept between what is in focus and the edge, where there is room.
const MARGIN: (i32, i32) = (6, 2);

/// The corner of the part that is in sight: column and row of the picture, from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Viewport {
    /// The first column in sight.
    pub x: i32,
    /// The first row in sight.
    pub y: i32,
}

impl Viewport {
    /// Moves by cells, not beyond the picture.
    pub fn pan(&mut self, by: (i32, i32), room: (i32, i32), whole: (i32, i32)) {
        self.x = within(self.x + by.0, room.0, whole.0);
        self.y = within(self.y + by.1, room.1, whole.1);
    }

    /// Moves so that a cell lies in the middle, not beyond the picture.
    pub fn centre(&mut self, (x, y): (i32, i32), room: (i32, i32), whole: (i32, i32)) {
        self.x = within(x - room.0 / 2, room.0, whole.0);
        self.y = within(y - room.1 / 2, room.1, whole.1);
    }

    /// Moves as little as brings a box into sight, with some of what is around it. One that is far away comes into the
    /// middle. What is larger than the room shows its beginning.
    pub fn show(&mut self, (x, y): (i32, i32), size: (i32, i32), room: (i32, i32), whole: (i32, i32)) {
        if is_far(self.x, x, size.0, room.0) || is_far(self.y, y, size.1, room.1) {
            self.centre((x + size.0 / 2, y + size.1 / 2), room, whole);
        }
        self.x = within(reach(self.x, x, size.0, room.0, MARGIN.0), room.0, whole.0);
        self.y = within(reach(self.y, y, size.1, room.1, MARGIN.1), room.1, whole.1);
    }
}

/// Whether a box is more than half a room out of sight.
fn is_far(first: i32, at: i32, size: i32, room: i32) -> bool {
    at + size + room / 2 < first || at > first + room + room / 2
}

/// The first cell in sight, so that none beyond the picture is shown that need not be.
fn within(first: i32, room: i32, whole: i32) -> i32 {
    first.clamp(0, (whole - room).max(0))
}

fn reach(first: i32, at: i32, size: i32, room: i32, margin: i32) -> i32 {
    let margin = margin.min((room - size) / 2).max(0);
    let (from, to) = (at - margin, at + size + margin);
    if from < first || size + 2 * margin > room { from } else { first.max(to - room) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn it_moves_no_further_than_it_must() {
        let (room, whole) = ((40, 10), (200, 50));
        for (from, at, to) in [
            ((0, 0), (10, 4), (0, 0)),
            ((0, 0), (60, 4), (36, 0)),
            ((100, 20), (75, 24), (69, 20)),
            ((0, 0), (190, 49), (160, 40)),
            ((90, 30), (0, 0), (0, 0)),
            // From afar into the middle.
            ((0, 0), (100, 4), (85, 0)),
            ((0, 0), (10, 25), (0, 20)),
            ((150, 0), (20, 4), (5, 0)),
        ] {
            let mut viewport = Viewport { x: from.0, y: from.1 };
            viewport.show(at, (10, 1), room, whole);
            assert_eq!((viewport.x, viewport.y), to, "from {from:?} to {at:?}");
        }
    }

    #[test]
    fn a_cell_comes_into_the_middle_as_far_as_the_picture_goes() {
        for (at, to) in [((100, 25), (80, 20)), ((5, 25), (0, 20)), ((199, 49), (160, 40))] {
            let mut viewport = Viewport { x: 3, y: 4 };
            viewport.centre(at, (40, 10), (200, 50));
            assert_eq!((viewport.x, viewport.y), to, "{at:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_shown_is_in_sight_whole_if_it_fits(
            start in (0..300, 0..80), at in (0..180, 0..48), size in (1..20, 1..3), room in (20..120, 3..60),
        ) {
            let whole = (200, 50);
            let mut viewport = Viewport { x: start.0, y: start.1 };
            viewport.show(at, size, room, whole);
            prop_assert!(viewport.x <= at.0 && at.0 + size.0 <= viewport.x + room.0);
            prop_assert!(viewport.y <= at.1 && at.1 + size.1 <= viewport.y + room.1);
            prop_assert!(viewport.x >= 0 && viewport.x <= (whole.0 - room.0).max(0));
        }
    }
}
