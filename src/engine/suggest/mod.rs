//! What next, and why: the goal's missing skills in the order in which they pay off.

mod choices;
mod closure;
mod order;
mod picks;
mod prefer;
mod reason;
pub mod sequence;
mod walk;
mod way;
mod worth;

pub use choices::Assumed;
pub use closure::{Closure, closure};
pub use order::{Lead, Order, order};
pub use prefer::chain;
pub use reason::{Advice, Reason, Step, Why, advise, why};
pub use way::{way, way_to};
pub use worth::{Worth, hours_left, worth_of};

#[cfg(test)]
mod tests;
