//! Weekly study: what the last weeks came to, and what a week to come may bring.

use super::chance::{Chance, RANKS, SLOTS, exp, exponential_by_rank, ln, normal_by_rank};
use crate::domain::{Calendar, Day, Progress};

/// How many weeks back the forecast looks, at most.
const LOOKS_BACK: i32 = 12;

/// The share of a week's planned minutes that must fall on days of study for the week to say something.
const ENOUGH: f64 = 0.5;

/// What share of the minutes that learners plan for a week they study in the middle, weeks off among them: a plan is a
/// hope, and a first plan more so. Assumed, on the safe side, and wide: [`OF_PLAN_SPREAD`].
const OF_PLAN: f64 = 0.66;

/// How far learners lie apart in that, as the spread of its logarithm.
const OF_PLAN_SPREAD: f64 = 0.5;

/// How far the weeks of one learner lie apart around their mean, as a share of it, until their own say more.
const AMONG_WEEKS: f64 = 0.6;

/// How many weeks the assumed scatter counts for beside those observed.
const AMONG_WEEKS_COUNTS: f64 = 4.0;

/// Assumed weeks fill the observed ones up to twelve, and are at least this many: weeks that were all alike do not
/// pass for all there is.
const FEWEST_ASSUMED: usize = 2;

/// How often an assumed week has no study at all.
const WEEKS_OFF: f64 = 0.12;

/// How far the habit of the time to come may lie from that of the weeks seen, as the spread of the logarithm of its
/// mean: a new job, a summer, a better chair.
const CHANGE: f64 = 0.15;

/// What share of the minutes of the weeks seen the weeks to come have in the middle: a summer and a fever come to
/// everyone, and few weeks have seen one.
const UNSEEN: f64 = 0.92;

/// How much less than that it is after the first weeks: the very first one is there because there was study in it, and
/// a new plan is walked with zeal. By the eighth week nothing of that is left.
const ZEAL: f64 = 0.08;

/// Weeks after which the zeal of a beginning is over.
const ZEAL_WEEKS: f64 = 8.0;

/// What share of the minutes of so many weeks seen the weeks to come have in the middle.
fn to_come(seen: usize) -> f64 {
    let left = if seen == 0 { 0.0 } else { (1.0 - seen as f64 / ZEAL_WEEKS).max(0.0) };
    UNSEEN * (1.0 - ZEAL * left)
}

/// Minutes of the last whole weeks, oldest first, at most 12, each as if it had had all of its planned days.
///
/// The first is the week in which study began. Days before that and days away are no days of study: where they
/// leave at least half of a week's planned minutes, the week is scaled up; where they leave less, it is passed over.
pub fn whole_weeks(progress: &Progress, calendar: &Calendar, today: Day) -> Vec<f64> {
    let Some((&first, _)) = progress.minutes_by_day().first_key_value() else { return Vec::new() };
    let this = today.monday();
    let mondays = (1..=LOOKS_BACK).rev().map(|ago| this.plus(-7 * ago));
    let week = |monday: Day| {
        let days = || (0..7).map(|i| monday.plus(i));
        let open: u32 = days().filter(|&day| day >= first).map(|day| calendar.minutes_on(day)).sum();
        let share = f64::from(open) / f64::from(calendar.minutes_a_week());
        let minutes: u32 = days().map(|day| progress.minutes_on(day)).sum();
        (share >= ENOUGH).then(|| f64::from(minutes) / share)
    };
    mondays.filter_map(week).collect()
}

/// Minutes of a week to come, in the middle of what these weeks and the settings leave open; 0 for a week without any.
pub fn usual_week(weeks: &[f64], calendar: &Calendar) -> f64 {
    let planned = f64::from(calendar.minutes_a_week());
    if planned > 0.0 { exp(Habit::of(weeks, planned).middle) * to_come(weeks.len()) } else { 0.0 }
}

/// What is known of a learner's weeks: what one observed, and how far the mean week may lie from theirs.
pub(super) struct Habit<'a> {
    observed: &'a [f64],
    middle: f64,
    spread: f64,
    /// By rank: how an assumed week lies to the mean one, log-normal of mean 1, the weeks off made up for.
    scattered: [f64; RANKS],
    /// By rank: how much a week weighs.
    weights: [f64; RANKS],
}

/// The weeks of one run: 64 of them, each as likely. A weight is rounded to that, which is much finer than what is
/// known of it, and makes a week one draw of six bits.
pub(super) struct Weeks {
    minutes: [f64; SLOTS],
}

impl<'a> Habit<'a> {
    /// What these weeks tell, beside a week of `planned` minutes.
    ///
    /// The logarithm of the mean week is normal: around 0.66 of the planned week before anything is known, and nearer
    /// to the mean of the observed weeks with each of them, as their scatter allows.
    pub(super) fn of(observed: &'a [f64], planned: f64) -> Self {
        let count = observed.len() as f64;
        let assumed = ln(OF_PLAN * planned);
        let (mut middle, mut spread, mut scatter) = (assumed, OF_PLAN_SPREAD, AMONG_WEEKS);
        if !observed.is_empty() {
            // Weeks without any study have a mean too: a little.
            let mean = (observed.iter().sum::<f64>() / count).max(planned / 50.0);
            let squares: f64 = observed.iter().map(|week| (week / mean - 1.0) * (week / mean - 1.0)).sum();
            let counted = AMONG_WEEKS_COUNTS * AMONG_WEEKS * AMONG_WEEKS + squares;
            let square = counted / (AMONG_WEEKS_COUNTS + (count - 1.0).max(0.0));
            let (prior, seen) = (1.0 / (OF_PLAN_SPREAD * OF_PLAN_SPREAD), count / square);
            scatter = square.sqrt();
            middle = (assumed * prior + ln(mean) * seen) / (prior + seen);
            spread = (1.0 / (prior + seen)).sqrt();
        }
        let square = ln(1.0 + scatter * scatter);
        let (root, on) = (square.sqrt(), 1.0 - WEEKS_OFF);
        let scattered = normal_by_rank().map(|normal| exp(root * normal - square / 2.0) / on);
        Self { observed, middle, spread, scattered, weights: exponential_by_rank() }
    }

    /// The weeks of one run: the observed and the assumed ones with weights drawn at random (the Bayesian
    /// bootstrap, Rubin 1981), so that how much this learner studies is itself as unsure as the weeks leave it.
    pub(super) fn draw(&self, chance: &mut Chance) -> Weeks {
        let level = exp(self.middle + self.spread * chance.normal());
        let change = to_come(self.observed.len()) * chance.factor(CHANGE);
        let observed =
            self.observed.iter().map(|&minutes| (minutes * change, self.weights[chance.parts().2]));
        let mut drawn: Vec<(f64, f64)> = observed.collect();
        let assumed = FEWEST_ASSUMED.max((LOOKS_BACK as usize).saturating_sub(self.observed.len()));
        for _ in 0..assumed {
            let (off, weight, rank) = chance.parts();
            let minutes = if off < WEEKS_OFF { 0.0 } else { level * self.scattered[rank] };
            drawn.push((minutes * change, self.weights[(weight * RANKS as f64) as usize]));
        }
        Weeks::of(&drawn)
    }
}

impl Weeks {
    /// Weeks by their minutes and weights.
    fn of(drawn: &[(f64, f64)]) -> Self {
        let sum: f64 = drawn.iter().map(|(_, weight)| weight).sum();
        let mut minutes = [0.0; SLOTS];
        let (mut at, mut upto) = (0, drawn[0].1 / sum);
        for (slot, minutes) in minutes.iter_mut().enumerate() {
            while upto < (slot as f64 + 0.5) / SLOTS as f64 && at + 1 < drawn.len() {
                at += 1;
                upto += drawn[at].1 / sum;
            }
            *minutes = drawn[at].0;
        }
        Self { minutes }
    }

    /// Minutes of a week, drawn.
    pub(super) fn minutes(&self, chance: &mut Chance) -> f64 {
        self.minutes[chance.slot()]
    }

    /// Minutes of a week in the mean.
    pub(super) fn mean(&self) -> f64 {
        self.minutes.iter().sum::<f64>() / SLOTS as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fixture::{folded, id};
    use crate::domain::{Act, Away};

    /// The whole weeks before Wednesday, 2026-11-25, of a learner who plans 45 minutes on weekdays.
    fn weeks(studied: &[(&str, u32)], away: &[(&str, &str)]) -> Vec<f64> {
        let day = |text| Day::parse(text).unwrap();
        let study = |&(on, minutes)| Act::Study { skill: id("a"), minutes, day: day(on), note: None };
        let away = away.iter().map(|&(from, to)| Away { from: day(from), to: day(to) }).collect();
        let calendar = Calendar { week: [45, 45, 45, 45, 45, 0, 0], away };
        whole_weeks(&folded(studied.iter().map(study).collect()), &calendar, day("2026-11-25"))
    }

    #[test]
    fn weeks_count_from_the_first_study_on_and_the_present_one_does_not() {
        assert_eq!(weeks(&[], &[]), [0.0; 0]);
        assert_eq!(weeks(&[("2026-11-23", 50)], &[]), [0.0; 0], "this week is not over");
        let three = [("2026-11-02", 100), ("2026-11-07", 20), ("2026-11-17", 60), ("2026-11-24", 45)];
        assert_eq!(weeks(&three, &[]), [120.0, 0.0, 60.0]);
        assert_eq!(weeks(&[("2026-01-05", 100)], &[]), [0.0; 12], "no more than twelve");
    }

    #[test]
    fn a_week_cut_short_is_scaled_up_or_passed_over() {
        let since_tuesday = [("2026-11-10", 80), ("2026-11-18", 90)];
        assert_eq!(weeks(&since_tuesday, &[]), [100.0, 90.0]);
        assert_eq!(weeks(&[("2026-11-12", 80), ("2026-11-18", 90)], &[]), [90.0], "begun on a Thursday");
        assert_eq!(weeks(&since_tuesday, &[("2026-11-19", "2026-11-20")]), [100.0, 150.0]);
        assert_eq!(weeks(&since_tuesday, &[("2026-11-17", "2026-11-29")]), [100.0]);
    }

    #[test]
    fn drawn_weeks_have_the_mean_of_those_observed_and_of_the_plan_before_there_are_any() {
        let mean = |observed: &[f64]| {
            let (habit, mut chance) = (Habit::of(observed, 225.0), Chance::new(3));
            let mut means: Vec<f64> = (0..2000).map(|_| habit.draw(&mut chance).mean()).collect();
            means.sort_by(f64::total_cmp);
            (means[1000], means[1700] / means[300])
        };
        let (middle, wide) = mean(&[]);
        assert!((110.0..160.0).contains(&middle), "{middle}");
        let (middle, narrow) =
            mean(&[60.0, 90.0, 75.0, 60.0, 90.0, 75.0, 60.0, 90.0, 75.0, 60.0, 90.0, 75.0]);
        assert!((62.0..78.0).contains(&middle) && narrow < wide * 0.7, "{middle} {narrow} {wide}");
        assert!(mean(&[0.0; 12]).0 > 0.0, "even after weeks without study there is a date");
    }
}
