//! Seeded chance, and the two functions that it needs, the same to the last bit on every machine.

use std::f64::consts::{LN_2, LOG2_E, SQRT_2, TAU};

/// One over 1, 3, 5 and on.
const ODD: [f64; 11] = over(1, 2);

/// One over 1, 2, 3 and on.
const WHOLE: [f64; 15] = over(1, 1);

const fn over<const COUNT: usize>(first: usize, step: usize) -> [f64; COUNT] {
    let mut table = [0.0; COUNT];
    let mut i = 0;
    while i < COUNT {
        table[i] = 1.0 / (first + step * i) as f64;
        i += 1;
    }
    table
}

/// A stream of chance that its seed fixes: `SplitMix64` (Steele, Lea and Flood 2014).
pub(super) struct Chance {
    state: u64,
    spare: Option<f64>,
    /// Bits that are drawn and not yet used, below a mark of one.
    bits: u64,
}

/// How many slots [`Chance::slot`] chooses among.
pub(super) const SLOTS: usize = 64;

impl Chance {
    /// The stream of this seed.
    pub(super) fn new(seed: u64) -> Self {
        Self { state: seed, spare: None, bits: 1 }
    }

    /// A stream of its own, fixed by this one.
    pub(super) fn branch(&mut self) -> Self {
        Self::new(self.next())
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.state;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    /// A number between 0 and 1, each as likely, the ends left out.
    pub(super) fn unit(&mut self) -> f64 {
        ((self.next() >> 12) as f64 + 0.5) / (1_u64 << 52) as f64
    }

    /// Two numbers between 0 and 1, each as likely, the ends left out, and a rank below 1,024; all of one draw.
    pub(super) fn parts(&mut self) -> (f64, f64, usize) {
        let bits = self.next();
        let unit = |bits: u64| ((bits & 0x1f_ffff) as f64 + 0.5) / (1_u64 << 21) as f64;
        (unit(bits), unit(bits >> 21), (bits >> 54) as usize)
    }

    /// One of 64 slots, each as likely; ten of them cost one draw.
    pub(super) fn slot(&mut self) -> usize {
        if self.bits == 1 {
            self.bits = (self.next() >> 4) | (1 << 60);
        }
        let slot = self.bits & 63;
        self.bits >>= 6;
        slot as usize
    }

    /// A number around 0 whose spread is 1, normally distributed: Marsaglia's polar method (1964).
    pub(super) fn normal(&mut self) -> f64 {
        if let Some(spare) = self.spare.take() {
            return spare;
        }
        loop {
            let (x, y) = (2.0 * self.unit() - 1.0, 2.0 * self.unit() - 1.0);
            let square = x * x + y * y;
            if square > 0.0 && square < 1.0 {
                let factor = (-2.0 * ln(square) / square).sqrt();
                self.spare = Some(y * factor);
                return x * factor;
            }
        }
    }

    /// A factor around 1: its logarithm is normal with this spread.
    pub(super) fn factor(&mut self, spread: f64) -> f64 {
        exp(spread * self.normal())
    }
}

/// How finely a distribution is told by a table: by the place among so many, each as likely.
pub(super) const RANKS: usize = 1024;

/// Steps for each spread in which the bell is walked.
const STEPS: f64 = 256.0;

/// The middles of so many slices of the normal distribution, each as likely, from the least on: where the area
/// below the bell, summed in narrow trapezoids, passes the middle of each slice.
pub(super) fn normal_by_rank() -> [f64; RANKS] {
    let bell = |x: f64| exp(-x * x / 2.0);
    let mut ranks = [0.0; RANKS];
    let (mut x, mut area) = (0.0, 0.0);
    let mut ahead = f64::midpoint(bell(x), bell(x + 1.0 / STEPS)) / STEPS;
    for i in 0..RANKS / 2 {
        let wanted = (i as f64 + 0.5) / RANKS as f64 * TAU.sqrt();
        while area + ahead < wanted {
            (x, area) = (x + 1.0 / STEPS, area + ahead);
            ahead = f64::midpoint(bell(x), bell(x + 1.0 / STEPS)) / STEPS;
        }
        let normal = x + (wanted - area) / ahead / STEPS;
        ranks[RANKS / 2 + i] = normal;
        ranks[RANKS / 2 - 1 - i] = -normal;
    }
    ranks
}

/// The same for the exponential distribution of mean 1, in no order.
pub(super) fn exponential_by_rank() -> [f64; RANKS] {
    std::array::from_fn(|rank| -ln((rank as f64 + 0.5) / RANKS as f64))
}

/// The natural logarithm of a positive number. That of the standard library may differ in its last bit from one
/// system to the next; this one is made of the operations that IEEE 754 fixes.
pub(super) fn ln(x: f64) -> f64 {
    let bits = x.to_bits();
    let mut exponent = f64::from((bits >> 52) as i32 - 1023);
    let mut mantissa = f64::from_bits((bits & ((1 << 52) - 1)) | (1023 << 52));
    if mantissa > SQRT_2 {
        (mantissa, exponent) = (mantissa / 2.0, exponent + 1.0);
    }
    // ln m = 2 artanh s, |s| < 0.172, so the series ends early.
    let s = (mantissa - 1.0) / (mantissa + 1.0);
    let square = s * s;
    let series = ODD.iter().rev().fold(0.0, |sum, odd| sum * square + odd);
    exponent * LN_2 + 2.0 * s * series
}

/// The exponential of a number; what lies beyond ±700 is taken for that. See [`ln`] for why it is not the library's.
pub(super) fn exp(x: f64) -> f64 {
    let x = x.clamp(-700.0, 700.0);
    let twos = (x * LOG2_E).round();
    let rest = x - twos * LN_2;
    let series = WHOLE.iter().rev().fold(1.0, |sum, whole| 1.0 + sum * rest * whole);
    series * f64::from_bits(((1023 + twos as i64) as u64) << 52)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logarithm_and_exponential_are_those_of_the_library_to_twelve_digits() {
        for i in 1..4000 {
            let x = f64::from(i) * f64::from(i) / 1000.0;
            assert!((ln(x) - x.ln()).abs() <= 1e-12 * x.ln().abs().max(1.0), "{x}");
            let x = f64::from(i - 2000) / 100.0;
            assert!((exp(x) / x.exp() - 1.0).abs() < 1e-12, "{x}");
        }
        assert!((ln(1e-300) - 1e-300_f64.ln()).abs() < 1e-9);
    }

    #[test]
    fn ranks_are_those_of_the_normal_distribution() {
        let ranks = normal_by_rank();
        assert!(ranks.is_sorted());
        // As tables of the normal distribution have them.
        for (rank, wanted) in [(512, 0.00122), (767, 0.67295), (997, 1.94514), (1023, 3.29719)] {
            assert!((ranks[rank] - wanted).abs() < 1e-4, "{rank}: {}", ranks[rank]);
        }
        let square = ranks.iter().map(|x| x * x).sum::<f64>() / RANKS as f64;
        assert!((square - 1.0).abs() < 0.01, "{square}");
    }

    #[test]
    fn draws_have_the_mean_and_the_spread_that_they_say() {
        let mut chance = Chance::new(7);
        let count = 40_000;
        let moments = |draws: Vec<f64>| {
            let mean = draws.iter().sum::<f64>() / f64::from(count);
            let square = draws.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / f64::from(count);
            (mean, square.sqrt())
        };
        let near = |(mean, spread): (f64, f64), wanted: (f64, f64)| {
            assert!((mean - wanted.0).abs() < 0.02 && (spread - wanted.1).abs() < 0.02, "{mean} {spread}");
        };
        near(moments((0..count).map(|_| chance.unit()).collect()), (0.5, 1.0 / 12.0_f64.sqrt()));
        near(
            moments((0..count).map(|_| chance.slot() as f64 / 64.0).collect()),
            (63.0 / 128.0, 1.0 / 12.0_f64.sqrt()),
        );
        near(moments((0..count).map(|_| chance.normal()).collect()), (0.0, 1.0));
        let ranks = exponential_by_rank();
        near(moments((0..count).map(|_| ranks[chance.parts().2]).collect()), (1.0, 1.0));
    }

    #[test]
    fn a_seed_fixes_its_draws_to_the_last_bit() {
        let mut chance = Chance::new(1);
        let drawn = [chance.normal(), chance.normal(), chance.parts().0].map(f64::to_bits);
        let mut again = Chance::new(1);
        assert_eq!(drawn, [again.normal(), again.normal(), again.parts().0].map(f64::to_bits));
        assert_ne!(drawn[0], Chance::new(2).normal().to_bits());
    }
}
