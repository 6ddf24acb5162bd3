//! Pace: how many hours the learner takes for an hour of the estimate.

use super::chance::{exp, ln};
use crate::domain::{Progress, Roadmap, Skill, Standing, Status};

/// How far learners lie apart, as the spread of the logarithm of their pace: two of three take between two thirds
/// of the estimate and one and a half times as much.
///
/// Prechelt ("The 28:1 Grant/Sackman legend is misleading", 1999) found the slower half of programmers at about
/// twice the time of the faster half on one and the same task. Of a log-normal that is a spread of 0.5; it is
/// shared out here as 0.4 for who learns and 0.3 for the single skill. That learning spreads as programming does
/// is taken for granted.
const AMONG_LEARNERS: f64 = 0.4;

/// How far the skills of one learner lie apart, as the spread of the logarithm, until their own say more: 0.3 for the
/// skill and what its range leaves open.
const AMONG_SKILLS: f64 = 0.35;

/// How many skills the assumed spread among skills counts for beside those observed.
const AMONG_SKILLS_COUNTS: f64 = 6.0;

/// How many spreads from the middle of all a single skill may lie before it is drawn in.
const FARTHEST: f64 = 2.5;

/// The pace of a learner, with how sure that is.
///
/// The logarithm of the pace is normal: around 0 with a spread of 0.4 before anything is known, and with each skill
/// that is done nearer to what was observed (the conjugate posterior of a normal mean).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pace {
    /// The logarithm of the pace, in the middle.
    pub middle: f64,
    /// The spread of that logarithm.
    pub spread: f64,
    /// How many skills it rests on.
    pub rests_on: usize,
}

impl Pace {
    /// The pace that these ratios of hours logged to hours estimated tell; without any it is 1, give or take.
    ///
    /// The noise of a single skill is taken to have the mean 1, not the median, so that the pace is what sums of
    /// skills go by. A single ratio that lies far from the median of all is drawn in: one log that was left
    /// running for a night says little of the next skill.
    pub fn of(ratios: &[f64]) -> Self {
        if ratios.is_empty() {
            return Self { middle: 0.0, spread: AMONG_LEARNERS, rests_on: 0 };
        }
        let mut logs: Vec<f64> = ratios.iter().map(|&ratio| ln(ratio)).collect();
        logs.sort_by(f64::total_cmp);
        let count = logs.len() as f64;
        let median = f64::midpoint(logs[(logs.len() - 1) / 2], logs[logs.len() / 2]);
        let reach = FARTHEST * AMONG_SKILLS;
        logs.iter_mut().for_each(|log| *log = log.clamp(median - reach, median + reach));
        let mean = logs.iter().sum::<f64>() / count;
        let squares: f64 = logs.iter().map(|log| (log - mean) * (log - mean)).sum();
        let assumed = AMONG_SKILLS_COUNTS * AMONG_SKILLS * AMONG_SKILLS;
        let noise = (assumed + squares) / (AMONG_SKILLS_COUNTS + count - 1.0);
        let precision = 1.0 / (AMONG_LEARNERS * AMONG_LEARNERS) + count / noise;
        let middle = (mean + noise / 2.0) * (count / noise) / precision;
        Self { middle, spread: (1.0 / precision).sqrt(), rests_on: logs.len() }
    }

    /// Hours that the learner takes for an hour of the estimate, in the middle.
    pub fn hours(&self) -> f64 {
        exp(self.middle)
    }
}

/// Hours logged over hours estimated (the middle of the range) of each skill that the learner marked done, in road
/// order.
///
/// A skill that was had before, was skipped, or is under way says nothing of the pace. Of one with less than a
/// quarter of its low estimate logged it is taken that the log is not the whole of it, and it is left out too.
/// Whoever always logs half of the time counts as twice as fast and has weeks of half the minutes, so that the
/// dates come out the same.
pub fn ratios(roadmap: &Roadmap, standing: &Standing, progress: &Progress) -> Vec<f64> {
    let done = roadmap.skills().filter(|&(ix, _)| standing.status(ix) == Status::Done);
    done.filter_map(|(_, skill)| ratio(skill, progress.of(skill).minutes)).collect()
}

/// Hours logged over the middle of the estimate; none if too little is logged for a whole skill.
fn ratio(skill: &Skill, minutes: u64) -> Option<f64> {
    let hours = minutes as f64 / 60.0;
    let is_whole = hours > 0.0 && hours >= f64::from(skill.hours.low) / 4.0;
    is_whole.then(|| hours / skill.hours.middle())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fixture::{folded, id, mark, road, skill};
    use crate::domain::{Act, Day, Mark};

    #[test]
    fn a_pace_begins_at_one_and_comes_nearer_to_what_was_logged_with_each_skill() {
        let after = |count: usize| Pace::of(&vec![2.0; count]);
        assert_eq!((after(0).hours(), after(0).rests_on), (1.0, 0));
        for count in 1..12 {
            let (fewer, more) = (after(count - 1), after(count));
            assert!(fewer.hours() < more.hours() && more.spread < fewer.spread, "{count}");
        }
        assert!((1.3..1.7).contains(&after(1).hours()), "{}", after(1).hours());
        assert!((1.85..2.1).contains(&after(20).hours()), "{}", after(20).hours());
    }

    #[test]
    fn one_log_that_was_left_running_moves_the_pace_little() {
        let night = Pace::of(&[1.0, 1.0, 1.0, 1.0, 1.0, 40.0]);
        assert!(night.hours() < 1.25, "{}", night.hours());
    }

    #[test]
    fn only_what_was_learnt_and_logged_in_full_counts() {
        let names = ["whole", "scrap", "unlogged", "had", "skipped", "begun"];
        let skills = names.map(|name| skill(name, 4.0, &[])).to_vec();
        let road = road(skills, vec![], vec![]);
        let study = |name: &str, minutes| Act::Study {
            skill: id(name),
            minutes,
            day: Day::parse("2026-11-24").unwrap(),
            note: None,
        };
        let mut acts = names.map(|name| study(name, if name == "scrap" { 1 } else { 360 })).to_vec();
        acts.retain(|act| act.skill() != Some(&id("unlogged")));
        acts.extend(["whole", "scrap", "unlogged"].map(|name| mark(name, Mark::Done)));
        acts.push(mark("skipped", Mark::Skip));
        acts.push(Act::Place { skill: id("had"), known: true, by: crate::domain::KnownBy::Quiz });
        let progress = folded(acts);
        assert_eq!(ratios(&road, &Standing::of(&road, &progress), &progress), [1.5]);
    }
}
