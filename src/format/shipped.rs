//! The shipped roadmap, compiled in by `build.rs`.

use super::roadmap;
use crate::domain::Roadmap;

static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/roadmap.bin"));

/// The shipped roadmap. Its texts borrow from the program itself.
///
/// The same build wrote and reads the bytes, so a failure would be a fault of the build; it gives an empty roadmap,
/// and a test holds that it does not.
pub fn shipped() -> Roadmap {
    roadmap::decode(BYTES).unwrap_or_else(|_| Roadmap::new(crate::domain::Parts::default()))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_shipped_roadmap_is_whole() {
        let roadmap = super::shipped();
        assert!(roadmap.skills().len() >= 60);
        assert_eq!(roadmap.graph().order().len(), roadmap.skills().len());
    }
}
