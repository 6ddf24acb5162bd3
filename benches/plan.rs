//! How long the order of a plan takes and how near it is to the best, on the release build: `cargo bench --bench plan`.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a bench measures time and prints what it measured"
)]

use std::time::Instant;

use milepost::domain::{Calendar, Day, Progress, StageIx, Standing};
use milepost::engine::plan::{self, Grounds, Job, Pace};
use milepost::engine::suggest::advise;
use milepost::engine::suggest::sequence::{Jobs, Sequence, sequence};

/// Roads whose gaps are looked at.
const ROADS: usize = 100;

fn main() {
    // `cargo test --benches` asks for a run that does nothing.
    if std::env::args().any(|word| word == "--test") {
        return;
    }
    time("200 jobs", &road(1, 200, 1), 50);
    time("10,000 jobs of 50 roads", &road(50, 200, 1), 5);
    time("10,000 jobs of 10 roads", &road(10, 1000, 1), 5);
    time("10,000 jobs of one road", &road(1, 10_000, 1), 5);

    foresee("200 jobs in 25 stages", 200, 25, 30);
    foresee("200 jobs in 200 stages", 200, 200, 30);
    foresee("10,000 jobs in 1,250 stages", 10_000, 1250, 5);

    let gaps = (0..ROADS).map(|i| {
        let (tracks, seed) = (1 + i % 3, i as u64);
        let found = sequence(&road(tracks, (50 + 250 * i / (ROADS - 1)) / tracks, seed));
        gap(&found)
    });
    let mut gaps: Vec<f64> = gaps.collect();
    gaps.sort_by(f64::total_cmp);
    let (median, most) = (gaps[ROADS / 2], gaps[ROADS - 1]);
    println!(
        "over the bound: {median:.1} % in the middle of {ROADS} roads of 50 to 300 jobs, {most:.1} % at most"
    );

    let roadmap = milepost::format::shipped::shipped();
    let progress = Progress::default();
    let standing = Standing::of(&roadmap, &progress);
    let advise = || advise(&roadmap, &standing, &progress, None);
    let mut times = Vec::new();
    for _ in 0..20 {
        let start = Instant::now();
        std::hint::black_box(advise());
        times.push(start.elapsed().as_secs_f64() * 1e3);
    }
    times.sort_by(f64::total_cmp);
    let advice = advise();
    println!(
        "the advice for the whole road    {:.2} ms   {} jobs, {:.1} % over the bound",
        times[10],
        advice.plan.len(),
        (advice.cost / advice.bound - 1.0) * 100.0
    );
}

/// The forecast of a plan of so many jobs of 4 to 8 hours in so many stages, alone and after the order of as many, for
/// one who has eight weeks of study and 12 paced skills behind them.
fn foresee(what: &str, count: usize, stages: usize, runs: usize) {
    let job = |at: usize| Job { stage: StageIx::new(at * stages / count), low: 4.0, high: 8.0, left: 1.0 };
    let jobs: Vec<Job> = (0..count).map(job).collect();
    let calendar = Calendar { week: [45, 45, 45, 45, 45, 0, 0], away: Vec::new() };
    let Some(today) = Day::parse("2026-11-25") else { return };
    let weeks = [220.0, 0.0, 180.0, 240.0, 135.0, 225.0, 90.0, 200.0];
    let (pace, spent, seed) = (Pace::of(&[1.1; 12]), 0, 1);
    let grounds = Grounds { jobs: &jobs, pace, weeks: &weeks, calendar: &calendar, today, spent, seed };
    let road = road(1, count, 1);
    let (mut alone, mut both) = (Vec::with_capacity(runs), Vec::with_capacity(runs));
    for _ in 0..runs {
        let start = Instant::now();
        std::hint::black_box(sequence(std::hint::black_box(&road)));
        let ordered = Instant::now();
        std::hint::black_box(plan::forecast(std::hint::black_box(&grounds)));
        alone.push(ordered.elapsed().as_secs_f64() * 1e3);
        both.push(start.elapsed().as_secs_f64() * 1e3);
    }
    [&mut alone, &mut both].into_iter().for_each(|times| times.sort_by(f64::total_cmp));
    println!("forecast of {what:<28}{:.2} ms, with the order {:.2} ms", alone[runs / 2], both[runs / 2]);
}

/// By how much the cost may be over the least one, in percent.
fn gap(found: &Sequence) -> f64 {
    if found.bound > 0 { (found.cost as f64 / found.bound as f64 - 1.0) * 100.0 } else { 0.0 }
}

fn time(what: &str, jobs: &Jobs, runs: usize) {
    let mut times = Vec::with_capacity(runs);
    let mut found = Sequence::default();
    for _ in 0..runs {
        let start = Instant::now();
        found = std::hint::black_box(sequence(std::hint::black_box(jobs)));
        times.push(start.elapsed().as_secs_f64() * 1e3);
    }
    times.sort_by(f64::total_cmp);
    println!(
        "{what:<25}{:.2} ms ({:.2} to {:.2})   {:.1} % over the bound",
        times[runs / 2],
        times[0],
        times[runs - 1],
        gap(&found)
    );
}

/// Tracks of stages of eight skills: each waits for one to three of its stage or of the one before, and one in twenty for one of
/// another track; the goal asks for one in three, with a weight of 1 to 5.
fn road(tracks: usize, jobs_each: usize, seed: u64) -> Jobs {
    let mut random = Random(seed);
    let mut jobs = Jobs::default();
    for at in 0..tracks * jobs_each {
        let (track, within) = (at / jobs_each, at % jobs_each);
        let first = at - within + (within / 8 * 8).saturating_sub(8);
        let waits = if at > first { 1 + random.below(3) } else { 0 };
        let mut before: Vec<usize> = (0..waits).map(|_| first + random.below(at - first)).collect();
        if track > 0 && within >= 8 && random.below(20) == 0 {
            before.push(random.below(track) * jobs_each + random.below(within));
        }
        jobs.before.push(before);
        jobs.worth.push(if random.below(3) == 0 { 1 + random.below(5) as u64 } else { 0 });
        jobs.minutes.push(30 * (1 + random.below(24) as u64));
    }
    jobs
}

/// Numbers that look random and are the same on every machine (splitmix64).
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % bound as u64) as usize
    }
}
