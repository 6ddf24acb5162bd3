//! Reading a long file on a thread of its own, while other files, and what was read of it, are folded on this one.

use std::io::{self, BufRead};
use std::ops::ControlFlow;
use std::sync::mpsc::{Receiver, Sender, channel, sync_channel};
use std::thread::{Builder, Scope, ScopedJoinHandle};

use super::read::{self, Found, Mark};
use crate::domain::DeviceId;

/// From how many bytes on a file is long: below, a thread costs more than it saves.
pub(super) const LONG: u64 = 1 << 20;

/// How many lines are handed over at once.
const BATCH: usize = 512;

/// How many such batches may wait to be folded.
const WAITING: usize = 1;

/// A file that is being read.
pub(super) struct Ahead<'scope> {
    read: Receiver<Vec<Found>>,
    give_back: Sender<Vec<Found>>,
    reader: ScopedJoinHandle<'scope, io::Result<Mark>>,
}

/// Begins to read from the mark to the end, as [`read::read`] does. `None` if there is no thread to be had; nothing is
/// read then.
///
/// A batch that was folded goes back to the reader to be emptied: memory that one thread takes and the other gives
/// back makes them wait for each other.
pub(super) fn begin<'scope>(
    scope: &'scope Scope<'scope, '_>,
    input: impl BufRead + Send + 'scope,
    file: DeviceId,
    mut mark: Mark,
) -> Option<Ahead<'scope>> {
    let (send, read) = sync_channel::<Vec<Found>>(WAITING);
    let (give_back, given_back) = channel::<Vec<Found>>();
    let reader = Builder::new().spawn_scoped(scope, move || {
        let mut batch = Vec::with_capacity(BATCH);
        let end = read::read(input, file, &mut mark, &mut |found| {
            batch.push(found);
            if batch.len() < BATCH {
                return ControlFlow::Continue(());
            }
            let mut next = given_back.try_recv().unwrap_or_else(|_| Vec::with_capacity(BATCH));
            next.clear();
            match send.send(std::mem::replace(&mut batch, next)) {
                Ok(()) => ControlFlow::Continue(()),
                // Nobody folds any more.
                Err(_) => ControlFlow::Break(()),
            }
        });
        // The last batch; if nobody folds any more, nobody misses it.
        let _ = send.send(batch);
        end.map(|_| mark)
    });
    Some(Ahead { read, give_back, reader: reader.ok()? })
}

impl Ahead<'_> {
    /// Takes all that is read, to the end, and gives the mark that tells how far that is.
    ///
    /// # Errors
    /// If reading fails on the way; what came before was taken.
    pub(super) fn finish(self, take: &mut dyn FnMut(&Found)) -> io::Result<Mark> {
        for batch in self.read {
            batch.iter().for_each(&mut *take);
            // The reader may have come to its end; then the batch is emptied here.
            let _ = self.give_back.send(batch);
        }
        self.reader.join().unwrap_or_else(|_| Err(io::Error::other("the reading thread died")))
    }
}
