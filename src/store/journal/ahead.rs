//! Reading a long file on a thread of its own, while what was read before is folded on this one.

use std::io::{self, BufRead};
use std::ops::ControlFlow;
use std::sync::mpsc::{channel, sync_channel};
use std::thread::{self, Builder};

use super::read::{self, Found, Mark};
use crate::domain::DeviceId;

/// From how many bytes on a file is long: below, a thread costs more than it saves.
pub(super) const LONG: u64 = 1 << 20;

/// How many lines are handed over at once.
const BATCH: usize = 512;

/// How many such batches may wait to be folded.
const WAITING: usize = 4;

/// Reads from the mark to the end, as [`read::read`] does. `None` if there is no thread to be had; nothing was
/// taken then.
///
/// A batch that was folded goes back to the reader to be emptied: memory that one thread takes and the other gives
/// back makes them wait for each other.
pub(super) fn read(
    input: impl BufRead + Send,
    file: DeviceId,
    mut mark: Mark,
    take: &mut dyn FnMut(&Found),
) -> Option<io::Result<Mark>> {
    thread::scope(|scope| {
        let (send, receive) = sync_channel::<Vec<Found>>(WAITING);
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
        let reader = reader.ok()?;
        for batch in receive {
            batch.iter().for_each(&mut *take);
            // The reader may have come to its end; then the batch is emptied here.
            let _ = give_back.send(batch);
        }
        Some(reader.join().unwrap_or_else(|_| Err(io::Error::other("the reading thread died"))))
    })
}
