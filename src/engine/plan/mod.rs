//! Until when: the order laid into the learner's week, and how long it will take.

pub mod calendar;
mod chance;
pub mod forecast;
mod pace;
mod score;
mod study;
mod takes;
pub mod weeks;

pub use calendar::{Laid, lay};
pub use forecast::{Dates, Forecast, Grounds, Job, forecast};
pub use pace::{Pace, ratios};
pub use score::{Held, is_due, latest, score};
pub use study::{usual_week, whole_weeks};
pub use weeks::{PlanWeek, weeks};
