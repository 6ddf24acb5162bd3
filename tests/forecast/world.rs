//! A world of simulated learners, in which forecasts are put to the test.
//!
//! What a learner is: a road, a week as planned, a habit, a pace. All of it is drawn from one seed, with numbers of
//! this file's own, so that nothing is shared with the forecast but the journal that it reads.
//!
//! - **The road** has 60 skills in 8 stages, some of which interleave. A skill is estimated at 1 to 4 hours, at most at
//!   1.4 to 2.5 times as much. What it really takes is drawn within the range, times the learner's pace, times a
//!   log-normal noise of 0.3; one in twenty is a knot and takes twice as long.
//! - **The pace** is log-normal around 1 with a spread of 0.3; a fifth of the learners are slow (1.4 times as long)
//!   and three in twenty are fast (0.7 times).
//! - **The week as planned** is five days of 20 to 90 minutes, or some days of 20 to 120 each.
//! - **The habit**: learners study 0.8 times what they planned, in the middle, with a log-normal spread of 0.45. Their
//!   weeks scatter by 0.2 to 0.5 around that, those of the irregular (a fifth) by 0.6 to 1.0; up to a tenth of the weeks
//!   fall out, of the irregular's up to three tenths, and a week that falls out often takes the next along. Over
//!   months the habit drifts (a log-normal of 0.15 that forgets a twentieth of itself each week).
//! - **Holidays** come twice a year for a week; for three learners in twenty every two months and for up to two weeks.
//!   Half of them are in the settings twelve weeks ahead; of the rest the forecast never hears.
//! - **The log** is in whole minutes. Of one skill in twenty only a third is logged.

use milepost::domain::{
    Act, Away, Calendar, Clean, Day, DeviceId, Event, EventId, Hours, Id, Later, Level, Mark, Outcome, Parts,
    Progress, Roadmap, Skill, SkillIx, Stage, StageIx, Stamp, Standing, Status, TextKey, Track, TrackIx,
};
use milepost::engine::plan::{self, Forecast, Grounds, Job, Pace};

/// How many skills the road has.
const SKILLS: usize = 60;

/// How many stages it has.
const STAGES: usize = 8;

/// How many outcomes a skill has.
const OUTCOMES: usize = 3;

/// Weeks after which a learner who has not arrived is taken to be under way for ever.
const LAST_WEEK: usize = 1500;

/// A learner, from the first day to the last.
pub struct Learner {
    road: Roadmap,
    week: [u32; 7],
    holidays: Vec<Holiday>,
    first: Day,
    events: Vec<Event>,
    seed: u64,
    /// The day on which the last skill was done.
    pub reached: Day,
    /// The day on which each stage was done.
    pub stages: Vec<(StageIx, Day)>,
}

#[derive(Clone, Copy)]
struct Holiday {
    days: Away,
    is_told: bool,
}

/// Numbers drawn from a seed: xorshift64*, and Box and Muller's normal.
struct Dice(u64);

impl Dice {
    /// Neighbouring seeds are torn apart first (the finalizer of MurmurHash3): without that, neighbours would live
    /// alike.
    fn new(seed: u64) -> Self {
        let mut bits = seed;
        for factor in [0xff51_afd7_ed55_8ccd_u64, 0xc4ce_b9fe_1a85_ec53] {
            bits = (bits ^ (bits >> 33)).wrapping_mul(factor);
        }
        Self((bits ^ (bits >> 33)) | 1)
    }

    fn unit(&mut self) -> f64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.unit()
    }

    fn normal(&mut self) -> f64 {
        let (radius, turn) = (1.0 - self.unit(), self.unit());
        (-2.0 * radius.ln()).sqrt() * (std::f64::consts::TAU * turn).cos()
    }

    fn happens(&mut self, share: f64) -> bool {
        self.unit() < share
    }
}

/// How a learner studies.
struct Habits {
    /// Minutes of a week in the middle.
    level: f64,
    /// How far weeks lie from that, as a share of it.
    scatter: f64,
    /// How often a week falls out.
    falls_out: f64,
    /// Which skills are logged in full.
    is_logged: Vec<bool>,
}

impl Learner {
    /// The learner of this seed.
    pub fn live(seed: u64) -> Self {
        let mut dice = Dice::new(seed);
        let road = road(&mut dice);
        let kind = dice.unit();
        let shift = match kind {
            ..0.2 => 0.35,
            ..0.35 => -0.35,
            _ => 0.0,
        };
        let (is_irregular, is_traveller) = ((0.35..0.55).contains(&kind), (0.55..0.7).contains(&kind));
        let pace = (shift + 0.3 * dice.normal()).exp();
        let takes: Vec<f64> = road.skills().map(|(_, skill)| 60.0 * pace * hours(skill, &mut dice)).collect();
        let first = Day::parse("2026-01-01").unwrap().plus((dice.unit() * 365.0) as i32);
        let week = week(&mut dice);
        let planned = f64::from(week.iter().sum::<u32>());
        let habits = Habits {
            level: planned * 0.8 * (0.45 * dice.normal()).exp(),
            scatter: if is_irregular { dice.between(0.6, 1.0) } else { dice.between(0.2, 0.5) },
            falls_out: if is_irregular { dice.between(0.1, 0.3) } else { dice.between(0.0, 0.1) },
            is_logged: takes.iter().map(|_| !dice.happens(0.05)).collect(),
        };
        let mut learner = Self {
            week,
            holidays: holidays(first, is_traveller, &mut dice),
            road,
            first,
            events: Vec::new(),
            seed,
            reached: first.plus(7 * LAST_WEEK as i32),
            stages: Vec::new(),
        };
        learner.walk(&takes, &habits, &mut dice);
        learner
    }

    /// What was forecast on the day that comes so many weeks after the first, if the learner was still under way;
    /// `change` is what a test does to the grounds.
    pub fn forecast(&self, weeks: i32, change: impl Fn(&mut Grounds<'_>)) -> Option<(Day, Forecast)> {
        let today = self.first.plus(7 * weeks);
        if self.reached < today {
            return None;
        }
        // On the first morning nothing is done yet; later the day's own study is in the log.
        let seen = |event: &&Event| event.day() <= today && weeks > 0;
        let mut progress = Progress::default();
        self.events.iter().filter(seen).for_each(|event| progress.apply(event));
        let told = |holiday: &&Holiday| holiday.is_told && holiday.days.from.since(today) < 84;
        let away = self.holidays.iter().filter(told).map(|holiday| holiday.days).collect();
        let calendar = Calendar { week: self.week, away };
        let standing = Standing::of(&self.road, &progress);
        let missing = self.road.skills().filter(|&(ix, _)| standing.status(ix) != Status::Done);
        let jobs: Vec<Job> = missing.map(|(_, skill)| job(skill, &progress)).collect();
        let weeks = plan::whole_weeks(&progress, &calendar, today);
        let mut grounds = Grounds {
            jobs: &jobs,
            pace: Pace::of(&plan::ratios(&self.road, &standing, &progress)),
            weeks: &weeks,
            calendar: &calendar,
            today,
            spent: progress.minutes_on(today),
            seed: self.seed,
        };
        change(&mut grounds);
        plan::forecast(&grounds).map(|forecast| (today, forecast))
    }

    /// Studies week after week until all is done.
    fn walk(&mut self, takes: &[f64], habits: &Habits, dice: &mut Dice) {
        let planned = f64::from(self.week.iter().sum::<u32>());
        let square = (1.0 + habits.scatter * habits.scatter).ln();
        let mut at = (0, 0.0);
        let mut drift = 0.15 * dice.normal();
        let mut is_out = false;
        for week in 0..LAST_WEEK {
            drift = 0.95 * drift + 0.15 * (1.0_f64 - 0.95 * 0.95).sqrt() * dice.normal();
            is_out = week > 0 && dice.happens(if is_out { 0.4 } else { habits.falls_out });
            let noise = (square.sqrt() * dice.normal() - square / 2.0).exp();
            let minutes = if is_out { 0.0 } else { habits.level * drift.exp() * noise };
            let monday = self.first.monday().plus(7 * week as i32);
            for weekday in 0..7 {
                let day = monday.plus(weekday as i32);
                let of_day = minutes * f64::from(self.week[weekday]) / planned * dice.between(0.5, 1.5);
                let is_away = self.holidays.iter().any(|holiday| holiday.days.holds(day));
                if day >= self.first && !is_away && self.study(day, of_day, takes, habits, &mut at) {
                    self.reached = day;
                    return;
                }
            }
        }
    }

    /// Studies so many minutes, about, from where the learner is: the skill and the minutes behind it. Says whether
    /// all is done.
    fn study(
        &mut self,
        day: Day,
        minutes: f64,
        takes: &[f64],
        habits: &Habits,
        at: &mut (usize, f64),
    ) -> bool {
        let mut left = (minutes / 5.0).round() * 5.0;
        while left > 0.0 {
            let (skill, done) = *at;
            let ticked = |done: f64| (done / takes[skill] * OUTCOMES as f64) as usize;
            let taken = left.min(takes[skill] - done).ceil();
            left -= taken;
            *at = (skill, done + taken);
            let Skill { id, stage, .. } = self.road.skill(SkillIx::new(skill));
            let (id, stage) = (id.clone(), *stage);
            let logged = if habits.is_logged[skill] { taken } else { (taken / 3.0).ceil() };
            self.note(day, Act::Study { skill: id.clone(), minutes: logged as u32, day, note: None });
            for outcome in ticked(done)..ticked(done + taken).min(OUTCOMES) {
                let outcome = TextKey(outcome as u32);
                self.note(day, Act::Tick { skill: id.clone(), outcome, on: true });
            }
            if done + taken >= takes[skill] {
                self.note(day, Act::Mark { skill: id, mark: Mark::Done });
                self.stages.retain(|&(known, _)| known != stage);
                self.stages.push((stage, day));
                *at = (skill + 1, 0.0);
                if skill + 1 == takes.len() {
                    return true;
                }
            }
        }
        false
    }

    fn note(&mut self, day: Day, act: Act) {
        let seq = self.events.len() as u64 + 1;
        let device = DeviceId::parse("00000000000000000000000001").unwrap();
        let at = day.date().and_hms_opt(20, 0, 0).unwrap().and_utc().fixed_offset();
        self.events.push(Event {
            stamp: Stamp { lamport: seq, event: EventId { device, seq } },
            at,
            act,
            with: None,
        });
    }
}

/// A skill as the plan has it: the share of its outcomes that is open is left.
fn job(skill: &Skill, progress: &Progress) -> Job {
    let said = progress.of(skill);
    let ticked = skill.outcomes.iter().filter(|outcome| said.has_ticked(outcome.key)).count();
    let left = (1.0 - ticked as f64 / OUTCOMES as f64).max(0.1);
    Job { stage: skill.stage, low: skill.hours.low.into(), high: skill.hours.high.into(), left }
}

/// Hours that a skill takes at a pace of 1.
fn hours(skill: &Skill, dice: &mut Dice) -> f64 {
    let triangle = f64::midpoint(dice.unit(), dice.unit());
    let within = f64::from(skill.hours.low) * (1.0 - triangle) + f64::from(skill.hours.high) * triangle;
    let knot = if dice.happens(0.05) { 2.0 } else { 1.0 };
    within * knot * (0.3 * dice.normal()).exp()
}

/// Minutes planned for each day.
fn week(dice: &mut Dice) -> [u32; 7] {
    let fives = |minutes: f64| (minutes / 5.0).round() as u32 * 5;
    if dice.happens(0.6) {
        let minutes = fives(dice.between(20.0, 90.0));
        return std::array::from_fn(|day| if day < 5 { minutes } else { 0 });
    }
    let mut week =
        std::array::from_fn(|_| if dice.happens(0.5) { fives(dice.between(20.0, 120.0)) } else { 0 });
    week[(dice.unit() * 7.0) as usize] = 60;
    week
}

/// The holidays of a lifetime.
fn holidays(first: Day, is_traveller: bool, dice: &mut Dice) -> Vec<Holiday> {
    let (every, most) = if is_traveller { (60.0, 14.0) } else { (180.0, 7.0) };
    let mut day = first;
    let mut holidays = Vec::new();
    while day.since(first) < 7 * LAST_WEEK as i32 {
        day = day.plus((every * dice.between(0.4, 1.6)) as i32);
        let days = Away { from: day, to: day.plus(dice.between(most / 2.0, most) as i32) };
        holidays.push(Holiday { days, is_told: dice.happens(0.5) });
    }
    holidays
}

/// The road.
fn road(dice: &mut Dice) -> Roadmap {
    let id = |text: String| Id::parse(&text).unwrap();
    let text = || Clean::fixed("Text");
    let track = Track { id: id("track".to_owned()), title: text(), order: 1, summary: text() };
    let stage = |i: usize| Stage {
        id: id(format!("stage-{i}")),
        track: TrackIx(0),
        title: text(),
        order: i as i32,
        summary: text(),
    };
    let skill = |i: usize| {
        let ahead = usize::from(dice.happens(0.15));
        let low = dice.between(1.0, 4.0) as f32;
        Skill {
            id: id(format!("s{i}")),
            was: vec![],
            title: text(),
            stage: StageIx::new((i * STAGES / SKILLS + ahead).min(STAGES - 1)),
            hours: Hours { low, high: low * dice.between(1.4, 2.5) as f32 },
            level: Level::Core,
            requires: vec![],
            helps: vec![],
            aliases: vec![],
            outcomes: (0..OUTCOMES as u32).map(|i| Outcome { key: TextKey(i), text: text() }).collect(),
            prompts: vec![],
            details: Later::default(),
        }
    };
    let skills = (0..SKILLS).map(skill).collect();
    let stages = (0..STAGES).map(stage).collect();
    Roadmap::new(Parts { tracks: vec![track], stages, skills, choices: vec![], roles: vec![] })
}
