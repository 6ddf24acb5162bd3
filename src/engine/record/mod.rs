//! What a learner did, day by day, and what that came to: in a week, a month, a quarter, and on the way to the goal.

mod curve;
mod days;
mod heat;
mod period;

pub use curve::Curve;
pub use days::{DayRecord, Record, Sum};
pub use heat::{Heat, Scale};
pub use period::Period;
