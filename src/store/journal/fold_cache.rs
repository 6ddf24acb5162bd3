//! The fold as it is kept between two runs. It may be deleted at any time; nothing is lost, and no answer changes.
//!
//! `crc32, fingerprint, snapshot`, the last in postcard's form. A file that is missing, damaged, too large or of
//! another build counts as none; one that is behind the journal is caught up by the journal, which compares.

use std::io::Read;
use std::path::Path;

use super::snapshot::Snapshot;
use crate::store::{atomic, nofollow};

/// Changes with every build whose snapshot may look different.
const FINGERPRINT: &str = concat!(env!("CARGO_PKG_VERSION"), "/fold 2");

/// The most bytes that a cached fold may have.
const LARGEST: u64 = 256 << 20;

/// The kept snapshot, if there is one of this build.
///
/// The bytes are leaked on purpose: the texts in a snapshot borrow from them, which saves copying each, and a
/// process reads the cache once and needs what it says until it ends.
pub(super) fn load(path: &Path) -> Option<Snapshot> {
    let file = nofollow::read(path).ok()?;
    let mut bytes = Vec::new();
    file.take(LARGEST).read_to_end(&mut bytes).ok()?;
    let (crc, rest) = bytes.split_first_chunk::<4>()?;
    if crc32fast::hash(rest) != u32::from_le_bytes(*crc) || !rest.starts_with(FINGERPRINT.as_bytes()) {
        return None;
    }
    let bytes: &'static [u8] = Box::leak(bytes.into_boxed_slice());
    postcard::from_bytes(&bytes[4 + FINGERPRINT.len()..]).ok()
}

/// Keeps a snapshot. That it cannot be kept is no error: the next run folds again.
pub(super) fn save(path: &Path, snapshot: &Snapshot) {
    let mut bytes = vec![0; 4];
    bytes.extend_from_slice(FINGERPRINT.as_bytes());
    let Ok(mut bytes) = postcard::to_extend(snapshot, bytes) else { return };
    let crc = crc32fast::hash(&bytes[4..]);
    bytes[..4].copy_from_slice(&crc.to_le_bytes());
    let _ = atomic::write(path, &bytes, atomic::Keep::Rebuildable);
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
                snapshot.progress.apply(&event((i % 2) as u8, i, 2 * i, i as u32, act));
            }
            let bytes = postcard::to_stdvec(&snapshot).unwrap();
            assert_eq!(postcard::from_bytes::<Snapshot>(bytes.leak()).unwrap(), snapshot);
            postcard::to_stdvec(&snapshot).unwrap().len()
        };
        let each = (size(2100) - size(100)) as f64 / 2000.0;
        assert!(each < 12.0, "{each} bytes");
    }

    #[test]
    fn the_fold_of_another_build_counts_as_none() {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("fold.v1");
        assert!(load(&path).is_none());
        save(&path, &Snapshot::default());
        assert_eq!(load(&path), Some(Snapshot::default()));
        let mut bytes = std::fs::read(&path).unwrap();
        bytes[4 + FINGERPRINT.len() - 1] += 1;
        let crc = crc32fast::hash(&bytes[4..]).to_le_bytes();
        bytes[..4].copy_from_slice(&crc);
        std::fs::write(&path, bytes).unwrap();
        assert!(load(&path).is_none());
    }
}
