//! What next, and why: the goal's missing skills in the order in which they pay off.

mod choices;
mod closure;
mod order;
mod reason;
mod way;

pub use closure::{Assumed, Closure, Worth, closure, hours_left, worth_of};
pub use order::{Order, order};
pub use reason::{Advice, Reason, Step, Why, advise, why};
pub use way::way;
