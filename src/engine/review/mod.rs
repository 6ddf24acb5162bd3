//! Review: how well what was learnt is still remembered, what is due on a day, and what to ask.
//!
//! The scheduler is FSRS-6, as the crate of its authors has it, over a learner's own ratings of a skill's prompts.

mod fit;
mod history;
mod memories;
mod queue;
mod scheduler;

pub use fit::{FEWEST, Fitted, Unfit, fit};
pub use history::{Rated, history};
pub use memories::Memories;
pub use queue::{Due, Limit, Queue, minutes, prompt, queue};
pub use scheduler::{Next, Scheduler, is_missed};

#[cfg(test)]
mod tests;
