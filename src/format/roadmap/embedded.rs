//! A checked roadmap as bytes: how the shipped one lies in the program.
//!
//! The details of each skill lie behind all else, each in bytes of its own, and are read when they are first asked for:
//! they are most of the text, and most runs need those of a few skills or of none.

use crate::domain::{Details, Later, Parts, Roadmap};

/// The bytes of a checked roadmap.
///
/// # Errors
/// Fails only if memory does.
pub fn encode(roadmap: &Roadmap) -> Result<Vec<u8>, postcard::Error> {
    let details = roadmap.parts().skills.iter().map(|skill| postcard::to_stdvec(&*skill.details));
    postcard::to_stdvec(&(roadmap.parts(), details.collect::<Result<Vec<_>, _>>()?))
}

/// The roadmap of bytes that [`encode`] made. Its texts borrow from them, so nothing is copied.
///
/// # Errors
/// Fails if the bytes are not of the same version of the program.
pub fn decode(bytes: &'static [u8]) -> Result<Roadmap, postcard::Error> {
    let (mut parts, details) = postcard::from_bytes::<(Parts, Vec<&'static [u8]>)>(bytes)?;
    for (skill, bytes) in parts.skills.iter_mut().zip(details) {
        skill.details = Later::read_from(bytes, details_of);
    }
    Ok(Roadmap::new(parts))
}

/// The details in bytes of the same build; a test holds that all can be read.
fn details_of(bytes: &'static [u8]) -> Details {
    postcard::from_bytes(bytes).unwrap_or_default()
}
