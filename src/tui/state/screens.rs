//! What each screen remembers.

use crate::tui::state::{map, picture, plan, progress, review, today};
use crate::tui::widget::card;

/// What each screen remembers.
#[derive(Default)]
pub struct Screens {
    /// Today.
    pub today: today::State,
    /// The map.
    pub map: map::State,
    /// The map as a picture.
    pub picture: picture::State,
    /// The plan.
    pub plan: plan::State,
    /// Review.
    pub review: review::State,
    /// Progress.
    pub progress: progress::State,
    /// The card that stands beside Today's steps, the map's outline and the plan.
    pub card: card::State,
}
