//! Whether the dates that the forecast names hold as often as it says, over simulated learners.
//!
//! The world in which they live is told in `forecast/world.rs`. The assumptions of the forecast were tuned on the
//! learners of other seeds (the first of the two that `the_figures` prints) than those on which they are tested here.

#![expect(clippy::unwrap_used, reason = "a world that cannot be built fails its test")]
#![expect(clippy::print_stderr, reason = "the test that is asked for by name prints what it measured")]

mod forecast {
    pub mod world;
}

use forecast::world::Learner;
use milepost::domain::Day;
use milepost::engine::plan::{Dates, Grounds, Pace};

/// How many learners live in the test of what is promised; those beside it make do with fewer.
const LEARNERS: u64 = 500;

/// How many forecasts were made, and how many of their dates at 50, 85 and 95 of 100 held.
#[derive(Clone, Copy, Debug, Default)]
struct Score {
    said: u32,
    held: [u32; 3],
    /// Days until the day at 50, and from there to the day at 95, over all.
    ahead: i32,
    width: i32,
}

impl Score {
    fn add(&mut self, today: Day, dates: Dates, reached: Day) {
        self.said += 1;
        for (held, named) in self.held.iter_mut().zip([dates.p50, dates.p85, dates.p95]) {
            *held += u32::from(reached <= named);
        }
        self.ahead += dates.p50.since(today);
        self.width += dates.p95.since(dates.p50);
    }

    /// How many of 100 held.
    fn shares(&self) -> [f64; 3] {
        self.held.map(|held| 100.0 * f64::from(held) / f64::from(self.said))
    }

    /// Whether what is asked of the shares at 50 ± 5, 85 ± 4 and 95 ± 3 of 100 holds.
    fn is_sound(&self, sound: impl Fn(f64, f64, f64) -> bool) -> bool {
        let wanted = [(50.0, 5.0), (85.0, 4.0), (95.0, 3.0)];
        self.shares().into_iter().zip(wanted).all(|(share, (said, give))| sound(share, said, give))
    }
}

/// How forecasts that are made so many weeks after the first day hold for the goal, and for the stages.
fn scores(learners: &[Learner], weeks: i32, change: impl Fn(&mut Grounds<'_>)) -> [Score; 2] {
    let [mut goal, mut stages] = [Score::default(); 2];
    for learner in learners {
        let Some((today, forecast)) = learner.forecast(weeks, &change) else { continue };
        goal.add(today, forecast.goal, learner.reached);
        for (stage, dates) in forecast.stages {
            let done = learner.stages.iter().find(|(known, _)| *known == stage);
            stages.add(today, dates, done.map_or(learner.reached, |&(_, day)| day));
        }
    }
    [goal, stages]
}

/// Learners of seeds from `first` on.
fn learners(first: u64, count: u64) -> Vec<Learner> {
    (first..first + count).map(Learner::live).collect()
}

/// The learners of the tests; none of the forecast's assumptions was chosen by them.
fn unseen(count: u64) -> Vec<Learner> {
    learners(1_000_001, count)
}

#[test]
fn dates_said_after_eight_weeks_hold_as_often_as_they_say() {
    let [goal, stages] = scores(&unseen(LEARNERS), 8, |_| {});
    assert!(goal.is_sound(|share, said, give| (share - said).abs() <= give), "{:.1?}", goal.shares());
    let near = stages.is_sound(|share, said, give| (share - said).abs() <= 2.0 * give);
    assert!(near, "of stages {:.1?}", stages.shares());
}

/// Before there are eight weeks to go by, at least 50, 85 and 95 of 100 dates hold: no less than is said.
#[test]
fn dates_said_in_the_first_weeks_hold_at_least_as_often_as_they_say() {
    let learners = unseen(LEARNERS);
    for weeks in [0, 2, 4] {
        let [goal, _] = scores(&learners, weeks, |_| {});
        assert!(goal.is_sound(|share, said, _| share >= said), "{weeks}: {:.1?}", goal.shares());
    }
}

#[test]
fn a_forecast_that_takes_everyone_for_alike_does_not_hold() {
    let learners = unseen(LEARNERS / 5);
    let [goal, _] = scores(&learners, 8, |grounds| grounds.pace = Pace { spread: 0.0, ..Pace::of(&[]) });
    let [_, p85, p95] = goal.shares();
    assert!(p85 < 81.0 && p95 < 92.0, "without the learner's own pace: {:.1?}", goal.shares());
    let [goal, _] = scores(&learners, 8, |grounds| grounds.weeks = &[]);
    let [p50, ..] = goal.shares();
    assert!(p50 > 55.0, "without the learner's own weeks: {:.1?}", goal.shares());
}

#[test]
#[ignore = "takes minutes: prints what the forecast was tuned by, and the same of 2,000 learners unseen"]
fn the_figures_of_the_learners_that_the_forecast_was_tuned_on_and_of_others() {
    for learners in [learners(1, 3000), unseen(2000)] {
        for weeks in [0, 2, 4, 8, 16] {
            let [goal, stages] = scores(&learners, weeks, |_| {});
            let said = goal.said as i32;
            let [ahead, width] = [goal.ahead / said, goal.width / said];
            let [goal, stages] = [goal, stages].map(|score| score.shares());
            eprintln!("week {weeks}: {said} forecasts, held {goal:.1?}, of stages {stages:.1?};");
            eprintln!("  the day at 50 is {ahead} days ahead, that at 95 another {width}");
        }
    }
}
