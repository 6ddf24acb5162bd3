//! The scheduler's parameters fitted to a learner's own reviews.

use fsrs::{ComputeParametersInput, FSRS, FSRSItem, compute_parameters};

use super::history::Rated;
use super::scheduler::item;
use crate::domain::FSRS_PARAMETERS;

/// The fewest reviews that can be learnt from: with fewer the crate fits the first intervals at most, and leaves all
/// else at its defaults.
pub const FEWEST: usize = 64;

/// Parameters that were fitted.
#[derive(Clone, Debug, PartialEq)]
pub struct Fitted {
    /// The parameters.
    pub parameters: [f32; FSRS_PARAMETERS],
    /// From how many reviews.
    pub reviews: usize,
    /// How far off the predictions were before, as log loss: less is better.
    pub before: f64,
    /// How far off they are with these.
    pub after: f64,
}

/// Why nothing can be fitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// There are too few reviews that came a day or more after another of the same skill: so many.
    TooFew(usize),
    /// They do not go together with the formula.
    NoFit,
}

/// Fits the parameters to these histories, each of one skill; `now` are those in use, if not the defaults.
///
/// # Errors
/// If there are fewer than [`FEWEST`] reviews to learn from, or nothing comes of them.
pub fn fit(histories: &[Vec<Rated>], now: Option<&[f32; FSRS_PARAMETERS]>) -> Result<Fitted, Unfit> {
    let (mut items, mut cards) = (Vec::new(), Vec::new());
    for (card, rated) in (0_i64..).zip(histories) {
        for item in lessons(&item(rated)) {
            items.push(item);
            cards.push(card);
        }
    }
    let reviews = items.len();
    if reviews < FEWEST {
        return Err(Unfit::TooFew(reviews));
    }
    let input = ComputeParametersInput {
        train_set: items.clone(),
        card_ids: Some(cards),
        ..ComputeParametersInput::default()
    };
    let found = compute_parameters(input).map_err(|_| Unfit::NoFit)?;
    let parameters: [f32; FSRS_PARAMETERS] = found.try_into().map_err(|_| Unfit::NoFit)?;
    let loss = |parameters: Option<&[f32; FSRS_PARAMETERS]>| {
        let fsrs = FSRS::new(parameters.map_or(&[], |own| own)).map_err(|_| Unfit::NoFit)?;
        let measured = fsrs.evaluate(items.clone(), |_| true).map_err(|_| Unfit::NoFit)?;
        Ok(f64::from(measured.log_loss))
    };
    Ok(Fitted { before: loss(now)?, after: loss(Some(&parameters))?, parameters, reviews })
}

/// What can be learnt from one skill: each review that came a day or more after the one before it, with all before.
fn lessons(whole: &FSRSItem) -> impl Iterator<Item = FSRSItem> {
    let reviews = &whole.reviews;
    let ends = (1..reviews.len()).filter(|&at| reviews[at].delta_t > 0);
    ends.map(|at| FSRSItem { reviews: reviews[..=at].to_vec() })
}
