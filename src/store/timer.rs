//! Where a running clock is kept: with the machine, as the device's name is, since it is no fact yet.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::{atomic, nofollow};
use crate::domain::Timer;
use crate::format::timer;

/// The name of the file in the state folder.
const FILE: &str = "timer";

/// Where a running clock is kept.
#[derive(Clone, Debug)]
pub enum Timers {
    /// In a file, where it outlives the terminal and the machine's sleep.
    File(PathBuf),
    /// In memory: for tests, and for a look around that leaves nothing.
    Memory(Option<Timer>),
}

impl Timers {
    /// Those of the machine with this state folder.
    pub fn of(state: &Path) -> Self {
        Self::File(state.join(FILE))
    }

    /// The clock that runs, if one does. A file that says none counts as none.
    ///
    /// # Errors
    /// If there is a file and it cannot be read.
    pub fn running(&self) -> io::Result<Option<Timer>> {
        let path = match self {
            Self::File(path) => path,
            Self::Memory(timer) => return Ok(timer.clone()),
        };
        let file = match nofollow::read(path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        let mut text = Vec::new();
        file.take(1024).read_to_end(&mut text)?;
        Ok(str::from_utf8(&text).ok().and_then(timer::read))
    }

    /// Lets this clock run, or with `None` none.
    ///
    /// # Errors
    /// If it cannot be kept; what ran before still does.
    pub fn set(&mut self, timer: Option<Timer>) -> io::Result<()> {
        match (self, timer) {
            (Self::Memory(kept), timer) => *kept = timer,
            (Self::File(path), Some(timer)) => {
                atomic::write(path, timer::write(&timer).as_bytes(), atomic::Keep::Durable)?;
            }
            (Self::File(path), None) => match fs::remove_file(path) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            },
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::domain::Id;

    #[test]
    fn a_clock_runs_until_it_is_stopped_also_for_whoever_looks_later() {
        let room = tempfile::tempdir().unwrap();
        let since = DateTime::parse_from_rfc3339("2026-11-26T20:15:07+01:00").unwrap();
        let timer = Timer { skill: Id::parse("git.basics").unwrap(), since };
        for mut timers in [Timers::of(&room.path().join("state")), Timers::Memory(None)] {
            assert_eq!(timers.running().unwrap(), None);
            timers.set(None).unwrap();
            timers.set(Some(timer.clone())).unwrap();
            assert_eq!(timers.clone().running().unwrap().as_ref(), Some(&timer));
            timers.set(None).unwrap();
            assert_eq!(timers.running().unwrap(), None);
        }
        fs::write(room.path().join("state").join(FILE), "nonsense").unwrap();
        assert_eq!(Timers::of(&room.path().join("state")).running().unwrap(), None);
    }
}
