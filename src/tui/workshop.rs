//! Layouts that take longer than a frame may, made beside the loop that waits for keys.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use super::effect::Draft;
use super::message::Message;
use crate::engine::layout::{Effort, lay_out};

/// Where layouts are made.
pub struct Workshop {
    finished: Receiver<Message>,
    counter: Sender<Message>,
    /// Layouts that are not finished.
    open: usize,
}

impl Workshop {
    /// One with nothing to do.
    pub fn new() -> Self {
        let (counter, finished) = channel();
        Self { finished, counter, open: 0 }
    }

    /// Begins a layout.
    pub fn begin(&mut self, draft: Draft) {
        let counter = self.counter.clone();
        // Only a machine that is out of threads refuses; then the rough picture stays.
        let begun = thread::Builder::new().name("layout".to_owned()).spawn(move || {
            // Who asked may be gone by now.
            let _ = counter.send(made(draft));
        });
        self.open += usize::from(begun.is_ok());
    }

    /// Whether a layout is being made.
    pub fn is_busy(&self) -> bool {
        self.open > 0
    }

    /// A finished layout, if there is one.
    pub fn finished(&mut self) -> Option<Message> {
        let message = self.finished.try_recv().ok()?;
        self.open -= 1;
        Some(message)
    }
}

/// The layout of a draft, with all effort.
pub fn made(Draft { number, graph }: Draft) -> Message {
    Message::LaidOut(number, lay_out(&graph, Effort::Full))
}
