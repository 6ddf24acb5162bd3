//! The fold as it is kept between two runs. One that is behind the journal is caught up by the journal, which
//! compares.

use std::path::Path;

use super::snapshot::Snapshot;
use crate::store::kept;

/// Changes with every build whose snapshot may look different.
const FINGERPRINT: &str = concat!(env!("CARGO_PKG_VERSION"), "/fold 6");

/// The kept snapshot, if there is one of this build.
pub(super) fn load(path: &Path) -> Option<Snapshot> {
    kept::load(path, FINGERPRINT)
}

/// Keeps a snapshot.
pub(super) fn save(path: &Path, snapshot: &Snapshot) {
    kept::save(path, FINGERPRINT, snapshot);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_recall_more_costs_a_dozen_bytes() {
        use crate::domain::fixture::{event, id};
        use crate::domain::{Act, TextKey};
        let size = |recalls: u64| {
            let mut snapshot = Snapshot::default();
            for i in 1..=recalls {
                let act = Act::Review { skill: id("a"), prompt: TextKey(u32::MAX - i as u32 % 3), rating: 3 };
                snapshot.apply(&event((i % 2) as u8, i, 2 * i, i as u32, act));
            }
            let bytes = postcard::to_stdvec(&snapshot).unwrap();
            assert_eq!(postcard::from_bytes::<Snapshot>(bytes.leak()).unwrap(), snapshot);
            postcard::to_stdvec(&snapshot).unwrap().len()
        };
        let each = (size(2100) - size(100)) as f64 / 2000.0;
        assert!(each < 12.0, "{each} bytes");
    }
}
