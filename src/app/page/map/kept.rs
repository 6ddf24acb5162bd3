//! What a frame of the map would else look at all of the road for, kept until the focus or the progress changes.

use crate::export::cells::{Overview, Way};

/// What is kept of a map.
#[derive(Default)]
pub(super) struct Kept {
    way: Option<Way>,
    small: Option<Small>,
}

/// The small map, and what it was made of.
struct Small {
    size: (u16, u16),
    revision: u64,
    overview: Option<Overview>,
}

impl Kept {
    /// Keeps the way of the box in focus, made by `way_of` if it is another one than before.
    pub fn way(&mut self, focus: Option<usize>, way_of: impl Fn(usize) -> Way) {
        if self.way.as_ref().map(Way::focus) != focus {
            self.way = focus.map(way_of);
        }
    }

    /// Keeps the small map of this size, made if the progress or the size is another one than before.
    pub fn small(
        &mut self,
        size: Option<(u16, u16)>,
        revision: u64,
        overview: impl Fn((u16, u16)) -> Option<Overview>,
    ) {
        if self.small.as_ref().map(|small| (small.size, small.revision)) != size.map(|size| (size, revision))
        {
            self.small = size.map(|size| Small { size, revision, overview: overview(size) });
        }
    }

    /// Forgets what holds for one layout only.
    pub fn forget_layout(&mut self) {
        self.small = None;
    }

    /// The way that was kept last.
    pub fn own_way(&self) -> Option<&Way> {
        self.way.as_ref()
    }

    /// The small map that was kept last.
    pub fn overview(&self) -> Option<&Overview> {
        self.small.as_ref()?.overview.as_ref()
    }
}
