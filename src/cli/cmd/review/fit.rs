//! `review --fit`: the intervals fitted to one's own reviews.

use serde::Serialize;

use crate::app::page;
use crate::app::{AppError, Intent, Session};
use crate::cli::act;
use crate::cli::look::Tone;
use crate::cli::output::Console;
use crate::cli::values::figure;
use crate::engine::review::{FEWEST, Fitted, Unfit};

#[derive(Default, Serialize)]
struct Value {
    reviews: usize,
    fewest: usize,
    fitted: bool,
    before: Option<f64>,
    after: Option<f64>,
    parameters: Option<Vec<f32>>,
}

/// Fits, and keeps what was found if it predicts better than what is in use.
pub(super) fn run(session: &mut Session, console: &mut Console) -> Result<(), AppError> {
    let fitted = match page::fit(session) {
        Ok(fitted) => fitted,
        Err(Unfit::NoFit) => return Err(AppError::failed("these reviews go together with no parameters")),
        Err(Unfit::TooFew(reviews)) => {
            if console.json {
                return console.value(&Value { reviews, fewest: FEWEST, ..Value::default() });
            }
            let text = format!(
                "{reviews} of the {FEWEST} reviews that a fit takes, each a day or more after the one before of its \
                 skill. Until then the intervals are those that suit most people."
            );
            console.wrapped(0, Tone::Plain, text);
            return Ok(());
        }
    };
    let Fitted { parameters, reviews, before, after } = fitted;
    let better = after < before;
    let intents = if better { vec![Intent::Fit(parameters)] } else { Vec::new() };
    let recorded = act::record(session, intents)?;
    if console.json {
        return console.value(&Value {
            reviews,
            fewest: FEWEST,
            fitted: better,
            before: Some(figure(before)),
            after: Some(figure(after)),
            parameters: Some(parameters.to_vec()),
        });
    }
    let text = match better {
        true => format!(
            "Fitted to {reviews} reviews of yours: the intervals suit you now. Predictions were off by {before:.3} and \
             are off by {after:.3} (log loss, less is better)."
        ),
        false => format!("The intervals suit your {reviews} reviews already; nothing has changed."),
    };
    console.wrapped(0, Tone::Plain, text);
    act::say_undo(console, &recorded);
    Ok(())
}
