//! A checked roadmap as bytes: how the shipped one lies in the program.

use crate::domain::{Parts, Roadmap};

/// The bytes of a checked roadmap.
///
/// # Errors
/// Fails only if memory does.
pub fn encode(roadmap: &Roadmap) -> Result<Vec<u8>, postcard::Error> {
    postcard::to_stdvec(roadmap.parts())
}

/// The roadmap of bytes that [`encode`] made. Its texts borrow from them, so nothing is copied.
///
/// # Errors
/// Fails if the bytes are not of the same version of the program.
pub fn decode(bytes: &'static [u8]) -> Result<Roadmap, postcard::Error> {
    postcard::from_bytes::<Parts>(bytes).map(Roadmap::new)
}
