//! The lock that one writer at a time holds, and what is written in it: who holds it, and how far a device counted.

use std::fs::{File, TryLockError};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::PathBuf;
use std::time::Duration;

use super::JournalError;
use crate::domain::DeviceId;
use crate::store::nofollow;

/// How long one waits for another writer.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);

/// How long one waits before one looks again.
const PAUSE: Duration = Duration::from_millis(2);

/// A held lock. Dropping it, or the end of the process, gives it back.
///
/// The file lies with the machine, not with the data: there a sync would carry it about. What it remembers is the
/// last count that was acknowledged; it is written without waiting for the disk, so after a power cut it may be
/// too small, but never too large.
#[derive(Debug)]
pub(super) struct Lock {
    file: File,
    path: PathBuf,
    counted: Option<(DeviceId, u64)>,
}

impl Lock {
    /// Takes the lock; the folder must be there.
    ///
    /// # Errors
    /// [`JournalError::Busy`] if another process holds it for so long.
    pub(super) fn take(path: PathBuf, patience: Duration) -> Result<Self, JournalError> {
        let mut file = nofollow::update(&path).map_err(|error| JournalError::write(&path, error))?;
        let mut waited = Duration::ZERO;
        loop {
            match file.try_lock() {
                Ok(()) => break,
                Err(TryLockError::WouldBlock) if waited < patience => {
                    std::thread::sleep(PAUSE);
                    waited += PAUSE;
                }
                Err(TryLockError::WouldBlock) => {
                    let holder = says(&mut file).map(|(pid, _, _)| pid);
                    return Err(JournalError::Busy { path, holder });
                }
                Err(TryLockError::Error(error)) => return Err(JournalError::write(&path, error)),
            }
        }
        let counted = says(&mut file).and_then(|(_, device, seq)| Some((device?, seq)));
        let mut lock = Self { file, path, counted };
        lock.say()?;
        Ok(lock)
    }

    /// The last count that is known to be acknowledged under this name.
    pub(super) fn counted(&self, device: DeviceId) -> u64 {
        self.counted.filter(|&(of, _)| of == device).map_or(0, |(_, seq)| seq)
    }

    /// Remembers an acknowledged count. That it cannot be remembered is no error of an append that is on the disk:
    /// the count that is remembered is then too small, which is allowed.
    pub(super) fn count(&mut self, device: DeviceId, seq: u64) {
        self.counted = Some((device, seq));
        let _ = self.say();
    }

    /// One write of always the same length, so that there is never a mixture of an old and a new one.
    fn say(&mut self) -> Result<(), JournalError> {
        let (device, seq) =
            self.counted.map_or((String::new(), 0), |(device, seq)| (device.to_string(), seq));
        let text = format!("{:>10} {seq:>20} {device:<26}\n", std::process::id());
        self.write(text.as_bytes()).map_err(|error| JournalError::write(&self.path, error))
    }

    fn write(&mut self, text: &[u8]) -> io::Result<()> {
        self.file.seek(SeekFrom::Start(0))?;
        self.file.write_all(text)
    }
}

/// What the file says: a process, a device and its count.
fn says(file: &mut File) -> Option<(u32, Option<DeviceId>, u64)> {
    let mut text = String::new();
    file.seek(SeekFrom::Start(0)).ok()?;
    file.take(128).read_to_string(&mut text).ok()?;
    let mut words = text.split_whitespace();
    let (pid, seq) = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
    Some((pid, words.next().and_then(DeviceId::parse), seq))
}
