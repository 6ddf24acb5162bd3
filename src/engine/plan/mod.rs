//! Until when: the order laid into the learner's week, and how long it will take.

pub mod calendar;
pub mod forecast;
pub mod weeks;

pub use calendar::{Laid, lay};
pub use forecast::{Dates, Forecast};
pub use weeks::{PlanWeek, weeks};
