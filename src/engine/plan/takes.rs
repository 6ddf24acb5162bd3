//! Hours that a skill takes, drawn: somewhere in the range of its estimate, times what the range leaves open.

use super::chance::{Chance, RANKS, exp, normal_by_rank};

/// How far what a skill takes lies from what its range says, as the spread of the logarithm; see `pace`.
const OF_SKILL: f64 = 0.3;

/// The range of an estimate, less what is done of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Range {
    /// Hours at least.
    pub(super) low: f64,
    /// Hours from there to the most.
    pub(super) span: f64,
}

/// What the ranges leave open: a log-normal factor of mean 1, by its rank. A table makes a skill one draw of chance and
/// no logarithm, so that each skill is drawn for itself however many there are.
pub(super) struct Takes {
    factors: [f64; RANKS],
}

impl Takes {
    /// The factors.
    pub(super) fn new() -> Self {
        Self { factors: normal_by_rank().map(|normal| exp(OF_SKILL * normal - OF_SKILL * OF_SKILL / 2.0)) }
    }

    /// Hours of the estimate that one skill takes: triangular within the range, times a factor.
    pub(super) fn draw(&self, range: Range, chance: &mut Chance) -> f64 {
        let (first, second, rank) = chance.parts();
        let triangle = f64::midpoint(first, second);
        (range.low + range.span * triangle) * self.factors[rank]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_have_the_mean_of_their_range_and_are_triangular_times_a_factor() {
        let (takes, mut chance) = (Takes::new(), Chance::new(5));
        let count = 40_000;
        let hours: Vec<f64> =
            (0..count).map(|_| takes.draw(Range { low: 2.0, span: 4.0 }, &mut chance)).collect();
        let mean = hours.iter().sum::<f64>() / f64::from(count);
        let square = hours.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / f64::from(count);
        // The square of the spread of a triangle is a 24th of that of its base.
        let wanted = (16.0 + 16.0 / 24.0) * exp(OF_SKILL * OF_SKILL) - 16.0;
        assert!((mean - 4.0).abs() < 0.03 && (square / wanted - 1.0).abs() < 0.05, "{mean} {square}");
    }
}
