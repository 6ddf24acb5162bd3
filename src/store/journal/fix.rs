//! Moving the damaged lines of this device's file aside, at the learner's word: nothing is deleted.

use std::io::{Read, Write};

use super::read::{self, Raw};
use super::{FileJournal, Journal, JournalError};
use crate::store::{atomic, nofollow};

/// What was set right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fixed {
    /// How many lines were moved to `<device>.bad`.
    pub moved: u64,
}

impl FileJournal {
    /// Moves the damaged lines of this device's own file to `<device>.bad` beside it. Sound lines stay as they are,
    /// byte for byte. Other devices' files are theirs to mend.
    ///
    /// # Errors
    /// As [`append`](Journal::append); the file is then as it was.
    pub fn fix(&mut self) -> Result<Fixed, JournalError> {
        let path = self.own_file();
        if !path.exists() {
            return Ok(Fixed::default());
        }
        let (_lock, snapshot) = self.lock()?;
        self.may_write(&snapshot)?;
        let path = self.own_file();
        let mut bytes = Vec::new();
        nofollow::read(&path)
            .and_then(|mut file| file.read_to_end(&mut bytes))
            .map_err(|error| JournalError::read(&path, error))?;
        let (mut sound, mut bad, mut moved) = (Vec::with_capacity(bytes.len()), Vec::new(), 0);
        for line in bytes.split_inclusive(|&byte| byte == b'\n') {
            let raw = Raw { bytes: line.len() as u64, ended: line.ends_with(b"\n") };
            let to = match read::check(&raw, line, self.device()) {
                Ok(None) => continue,
                Ok(Some(_)) => &mut sound,
                Err(_) => {
                    moved += 1;
                    &mut bad
                }
            };
            to.extend_from_slice(line);
            if !raw.ended {
                to.push(b'\n');
            }
        }
        if moved > 0 {
            // First the copy, then the removal: what dies in between leaves the lines in both places.
            let aside = path.with_extension("bad");
            nofollow::append(&aside)
                .and_then(|mut file| file.write_all(&bad).and_then(|()| file.sync_all()))
                .map_err(|error| JournalError::write(&aside, error))?;
            atomic::write(&path, &sound, atomic::Keep::Durable)
                .map_err(|error| JournalError::write(&path, error))?;
        }
        Ok(Fixed { moved })
    }
}
