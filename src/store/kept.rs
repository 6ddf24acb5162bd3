//! Values as they are kept between two runs. What keeps them may be deleted at any time; nothing is lost, and no
//! answer changes.
//!
//! `crc32, fingerprint, value`, the last in postcard's form. A file that is missing, damaged, too large or of
//! another build counts as none.

use std::io::Read;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::{atomic, nofollow};

/// The most bytes that a kept value may have.
const LARGEST: u64 = 256 << 20;

/// The kept value, if there is one of this fingerprint.
///
/// The bytes are leaked on purpose: what a value holds of text borrows from them, which saves copying each, and a
/// process reads what was kept once and needs it until it ends.
pub(super) fn load<T: Deserialize<'static>>(path: &Path, fingerprint: &str) -> Option<T> {
    let file = nofollow::read(path).ok()?;
    let size = usize::try_from(file.metadata().ok()?.len().min(LARGEST)).ok()?;
    let mut bytes = Vec::with_capacity(size + 1);
    file.take(LARGEST).read_to_end(&mut bytes).ok()?;
    let (crc, rest) = bytes.split_first_chunk::<4>()?;
    if crc32fast::hash(rest) != u32::from_le_bytes(*crc) || !rest.starts_with(fingerprint.as_bytes()) {
        return None;
    }
    let bytes: &'static [u8] = bytes.leak();
    postcard::from_bytes(&bytes[4 + fingerprint.len()..]).ok()
}

/// Keeps a value. That it cannot be kept is no error: the next run makes it anew.
pub(super) fn save(path: &Path, fingerprint: &str, value: &impl Serialize) {
    let mut bytes = vec![0; 4];
    bytes.extend_from_slice(fingerprint.as_bytes());
    let Ok(mut bytes) = postcard::to_extend(value, bytes) else { return };
    let crc = crc32fast::hash(&bytes[4..]);
    bytes[..4].copy_from_slice(&crc.to_le_bytes());
    let _ = atomic::write(path, &bytes, atomic::Keep::Rebuildable);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_another_build_kept_counts_as_none() {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("kept");
        assert_eq!(load::<Vec<u8>>(&path, "1/x"), None);
        save(&path, "1/x", &vec![7_u8, 8]);
        assert_eq!(load(&path, "1/x"), Some(vec![7_u8, 8]));
        assert_eq!(load::<Vec<u8>>(&path, "1/y"), None);
        let good = std::fs::read(&path).unwrap();
        for at in 0..good.len() {
            let mut damaged = good.clone();
            damaged[at] ^= 1;
            std::fs::write(&path, damaged).unwrap();
            assert_eq!(load::<Vec<u8>>(&path, "1/x"), None, "byte {at}");
        }
    }
}
