//! When the goal will be reached, as a range.

use super::chance::{Chance, exp};
use super::pace::Pace;
use super::study::Habit;
use super::takes::{Range, Takes};
use crate::domain::{Calendar, Day, StageIx};

/// How many ways it may go are drawn.
const RUNS: usize = 2000;

/// Dates farther away than this come out as this day: by then the road itself will have moved.
const FARTHEST_WEEKS: usize = 50 * 52;

/// The days by which something is done, by how sure that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dates {
    /// As likely as not by this day.
    pub p50: Day,
    /// 85 in 100 by this day.
    pub p85: Day,
    /// 95 in 100 by this day.
    pub p95: Day,
}

/// When the goal and each of its stages will be reached.
#[derive(Clone, Debug, PartialEq)]
pub struct Forecast {
    /// The goal.
    pub goal: Dates,
    /// Each stage of the plan, in road order: the day on which the last of its planned skills is done.
    pub stages: Vec<(StageIx, Dates)>,
    /// Hours that the learner takes for an hour of the estimate, as the forecast has it.
    pub pace: f64,
    /// How many skills that are done the pace rests on.
    pub paced_by: usize,
    /// How many weeks of study the forecast rests on, at most 12; with none it goes by the settings alone.
    pub weeks: usize,
    /// Minutes that a week has, in the middle of what was drawn.
    pub week_minutes: u32,
}

/// A skill of the plan, as the forecast sees it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Job {
    /// In which stage it stands.
    pub stage: StageIx,
    /// Hours of the estimate, at least.
    pub low: f64,
    /// Hours of the estimate, at most.
    pub high: f64,
    /// What share of it is left, above 0 to 1.
    pub left: f64,
}

/// What a forecast goes by.
#[derive(Clone, Copy, Debug)]
pub struct Grounds<'a> {
    /// The skills in the order of the plan.
    pub jobs: &'a [Job],
    /// The learner's pace.
    pub pace: Pace,
    /// Minutes of the last whole weeks.
    pub weeks: &'a [f64],
    /// Minutes that the settings plan.
    pub calendar: &'a Calendar,
    /// The learner's day.
    pub today: Day,
    /// Minutes studied today.
    pub spent: u32,
    /// Fixes what is drawn. One seed for one goal keeps the dates from moving between two mornings without cause.
    pub seed: u64,
}

/// When the plan will be done: 2,000 runs of pace, weeks and hours drawn; none where nothing is planned or the week
/// has no minutes.
///
/// Drawn once a run, because it does not even out over the skills and weeks to come: the pace of the learner and the mean
/// of their weeks. Drawn anew each time: the hours of each skill (triangular between low and high, times what the
/// range leaves open) and the minutes of each week. A week's minutes fall on its days as the settings plan
/// them, and the share of the days away falls out.
pub fn forecast(grounds: &Grounds<'_>) -> Option<Forecast> {
    let planned = f64::from(grounds.calendar.minutes_a_week());
    let stretches = stretches(grounds.jobs);
    if stretches.is_empty() || planned <= 0.0 {
        return None;
    }
    let (habit, takes) = (Habit::of(grounds.weeks, planned), Takes::new());
    let days = Days::of(grounds);
    let mut seeds = Chance::new(grounds.seed);
    let mut ends: Vec<Vec<i32>> = vec![Vec::with_capacity(RUNS); stretches.len()];
    let mut means = Vec::with_capacity(RUNS);
    for _ in 0..RUNS {
        // A stream for each run: a day away or one skill less then moves every run by what it costs, and no more.
        let mut chance = seeds.branch();
        let weeks = habit.draw(&mut chance);
        means.push(weeks.mean());
        let pace = exp(grounds.pace.middle + grounds.pace.spread * chance.normal());
        let (mut week, mut gone) = (0, 0.0);
        let mut minutes = weeks.minutes(&mut chance);
        for (stretch, ends) in stretches.iter().zip(&mut ends) {
            if week == FARTHEST_WEEKS {
                ends.push(days.end(week, 0.0));
                continue;
            }
            let hours: f64 = stretch.ranges.iter().map(|&range| takes.draw(range, &mut chance)).sum();
            let mut wanted = hours * pace * 60.0;
            // What is left of this week, then whole weeks until one is enough.
            while week < FARTHEST_WEEKS && wanted > minutes * days.share(week) - gone {
                wanted -= minutes * days.share(week) - gone;
                (week, gone) = (week + 1, 0.0);
                minutes = weeks.minutes(&mut chance);
            }
            gone += wanted;
            ends.push(days.end(week, gone / minutes));
        }
    }
    means.sort_by(f64::total_cmp);
    let mut counts = Vec::new();
    let dates: Vec<Dates> = ends.iter().map(|ends| dates(grounds.today, ends, &mut counts)).collect();
    let mut stages: Vec<(StageIx, Dates)> =
        stretches.iter().map(|stretch| stretch.stage).zip(dates.iter().copied()).collect();
    stages.sort_by_key(|&(stage, _)| stage);
    Some(Forecast {
        goal: *dates.last()?,
        stages,
        pace: grounds.pace.hours(),
        paced_by: grounds.pace.rests_on,
        weeks: grounds.weeks.len(),
        week_minutes: means[RUNS / 2].round() as u32,
    })
}

/// The dates of these days after `today`, of which there are [`RUNS`]. `counts` is room to count in, all 0 before and
/// after: there are fewer days than a sort of the runs would take steps.
fn dates(today: Day, ends: &[i32], counts: &mut Vec<u32>) -> Dates {
    let first = ends.iter().copied().min().unwrap_or(0);
    let last = ends.iter().copied().max().unwrap_or(0);
    let days = (last - first) as usize + 1;
    counts.resize(counts.len().max(days), 0);
    ends.iter().for_each(|&end| counts[(end - first) as usize] += 1);
    let mut upto = 0;
    let mut days = counts[..days].iter_mut().zip(first..);
    let mut day = first;
    let mut by = |percent: u32| {
        while upto < (RUNS as u32 * percent).div_ceil(100) {
            let Some((count, at)) = days.next() else { break };
            (upto, day) = (upto + std::mem::take(count), at);
        }
        today.plus(day)
    };
    let dates = Dates { p50: by(50), p85: by(85), p95: by(95) };
    days.for_each(|(count, _)| *count = 0);
    dates
}

/// A part of the plan at whose end a stage is done.
struct Stretch {
    stage: StageIx,
    ranges: Vec<Range>,
}

/// The plan cut after the last skill of each stage.
fn stretches(jobs: &[Job]) -> Vec<Stretch> {
    let mut seen = std::collections::BTreeSet::new();
    let is_last: Vec<bool> = jobs.iter().rev().map(|job| seen.insert(job.stage)).collect();
    let ends = is_last.iter().rev().enumerate().filter(|(_, is_last)| **is_last).map(|(at, _)| at + 1);
    let starts = std::iter::once(0).chain(ends.clone());
    starts.zip(ends).map(|(start, end)| Stretch::of(&jobs[start..end])).collect()
}

impl Stretch {
    fn of(jobs: &[Job]) -> Self {
        let range = |job: &Job| Range { low: job.low * job.left, span: (job.high - job.low) * job.left };
        Self { stage: jobs[jobs.len() - 1].stage, ranges: jobs.iter().map(range).collect() }
    }
}

/// What share of a usual week each week has until each of its days, today's the first week.
struct Days {
    weeks: Vec<[f64; 7]>,
    usual: [f64; 7],
    /// Days from the first Monday until today.
    today: i32,
}

impl Days {
    fn of(grounds: &Grounds<'_>) -> Self {
        let Grounds { calendar, today, spent, .. } = *grounds;
        let planned = f64::from(calendar.minutes_a_week());
        let upto = |minutes: [u32; 7]| {
            let mut sum = 0.0;
            minutes.map(|minutes| {
                sum += f64::from(minutes) / planned;
                sum
            })
        };
        let farthest = today.plus(7 * FARTHEST_WEEKS as i32);
        let last = calendar.away.iter().map(|away| away.to).max().unwrap_or(today).clamp(today, farthest);
        let count = last.since(today.monday()) / 7 + 1;
        let of_week = |week: i32| {
            let monday = today.monday().plus(7 * week);
            let minutes = |i: i32| match monday.plus(i) {
                day if day < today => 0,
                day if day == today => calendar.minutes_on(day).saturating_sub(spent),
                day => calendar.minutes_on(day),
            };
            upto(std::array::from_fn(|i| minutes(i as i32)))
        };
        Self {
            weeks: (0..count).map(of_week).collect(),
            usual: upto(calendar.week),
            today: i32::from(today.weekday()),
        }
    }

    fn of_week(&self, week: usize) -> &[f64; 7] {
        self.weeks.get(week).unwrap_or(&self.usual)
    }

    /// What share of a usual week's minutes this week has.
    fn share(&self, week: usize) -> f64 {
        self.of_week(week)[6]
    }

    /// The day, counted from today, on which this share of a usual week is gone in this week.
    fn end(&self, week: usize, share: f64) -> i32 {
        // They never sink, so that counting those that are too small, without a branch, finds the first that is not.
        let before = |upto: &&f64| **upto < share || **upto <= 0.0;
        let day = self.of_week(week).iter().filter(before).count().min(6);
        (7 * week as i32 + day as i32 - self.today).max(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Away;

    const TODAY: &str = "2026-11-25";

    fn calendar() -> Calendar {
        Calendar { week: [45, 45, 45, 45, 45, 0, 0], away: Vec::new() }
    }

    /// `count` skills of 4 to 8 hours in stages of ten.
    fn jobs(count: usize) -> Vec<Job> {
        (0..count).map(|i| Job { stage: StageIx::new(i / 10), low: 4.0, high: 8.0, left: 1.0 }).collect()
    }

    fn grounds<'a>(jobs: &'a [Job], calendar: &'a Calendar) -> Grounds<'a> {
        let today = Day::parse(TODAY).unwrap();
        Grounds { jobs, pace: Pace::of(&[]), weeks: &[], calendar, today, spent: 0, seed: 1 }
    }

    fn said(jobs: &[Job], calendar: &Calendar) -> Option<Forecast> {
        forecast(&grounds(jobs, calendar))
    }

    #[test]
    fn the_same_data_give_the_same_dates_and_another_chance_others() {
        let (jobs, calendar) = (jobs(30), calendar());
        let first = said(&jobs, &calendar).unwrap();
        let today = Day::parse(TODAY).unwrap();
        let ahead = [first.goal.p50, first.goal.p85, first.goal.p95].map(|day| day.since(today));
        assert_eq!(
            ahead,
            [593, 1217, 1863],
            "they change only with what the forecast assumes, on no machine"
        );
        assert_eq!(Some(&first), said(&jobs, &calendar).as_ref());
        assert_ne!(Some(&first), forecast(&Grounds { seed: 2, ..grounds(&jobs, &calendar) }).as_ref());
        assert!(first.goal.p50 > today && first.goal.p50 < first.goal.p85 && first.goal.p85 < first.goal.p95);
        assert_eq!((first.weeks, first.paced_by, first.pace), (0, 0, 1.0));
    }

    #[test]
    fn each_stage_has_the_day_of_its_last_skill_in_the_order_given() {
        let mut jobs = jobs(30);
        jobs.swap(2, 25);
        let forecast = said(&jobs, &calendar()).unwrap();
        let stages: Vec<u32> = forecast.stages.iter().map(|(stage, _)| stage.0).collect();
        assert_eq!(stages, [0, 1, 2]);
        let by = |stage: usize| forecast.stages[stage].1;
        assert!(by(1).p50 < by(0).p50 && by(0).p50 < by(2).p50, "the first stage ends late: {forecast:?}");
        assert_eq!(by(2), forecast.goal);
    }

    #[test]
    fn history_makes_the_range_narrower_and_is_what_the_dates_go_by() {
        let (jobs, calendar) = (jobs(30), calendar());
        let days = |forecast: Forecast| {
            let today = Day::parse(TODAY).unwrap();
            (forecast.goal.p50.since(today), forecast.goal.p95.since(forecast.goal.p50))
        };
        let (early, wide) = days(said(&jobs, &calendar).unwrap());
        let known = |minutes: f64, ratio: f64| {
            let (weeks, pace) = ([minutes; 12], Pace::of(&[ratio; 10]));
            days(forecast(&Grounds { weeks: &weeks, pace, ..grounds(&jobs, &calendar) }).unwrap())
        };
        let (usual, narrow) = known(150.0, 1.0);
        assert!(narrow < wide / 2, "{narrow} of {wide}");
        assert!((early - usual).abs() < early / 3, "{early} {usual}");
        assert!(known(300.0, 1.0).0 < usual * 2 / 3 && known(150.0, 2.0).0 > usual * 3 / 2);
    }

    #[test]
    fn days_away_move_the_dates() {
        let (jobs, mut calendar) = (jobs(30), calendar());
        let before = said(&jobs, &calendar).unwrap().goal;
        let today = Day::parse(TODAY).unwrap();
        calendar.away = vec![Away { from: today, to: today.plus(27) }];
        let after = said(&jobs, &calendar).unwrap().goal;
        let moved = after.p50.since(before.p50);
        assert!((21..=35).contains(&moved), "{moved}");
    }

    #[test]
    fn what_takes_minutes_is_done_on_a_day_that_has_time() {
        let job = [Job { stage: StageIx(0), low: 0.1, high: 0.1, left: 0.1 }];
        let mut calendar = calendar();
        let today = Day::parse(TODAY).unwrap();
        assert_eq!(said(&job, &calendar).unwrap().goal.p50, today);
        let spent = forecast(&Grounds { spent: 45, ..grounds(&job, &calendar) }).unwrap();
        assert_eq!(spent.goal.p50, today.plus(1), "today is used up");
        calendar.away = vec![Away { from: today, to: today.plus(2) }];
        assert_eq!(said(&job, &calendar).unwrap().goal.p50, today.plus(5), "Monday comes next");
    }

    #[test]
    fn without_anything_to_do_or_time_there_are_no_dates() {
        assert_eq!(said(&[], &calendar()), None);
        assert_eq!(said(&jobs(3), &Calendar::default()), None);
        let far = said(&jobs(9000), &calendar()).unwrap().goal;
        let farthest = Day::parse(TODAY).unwrap().plus(7 * FARTHEST_WEEKS as i32);
        assert!(far.p95.since(farthest).abs() < 7, "{far:?}");
    }
}
