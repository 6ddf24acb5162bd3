//! What a goal still takes: its missing skills and all their missing prerequisites.

use super::choices::{Assumed, assumed, resolve};
use super::picks::Picks;
use super::walk::Walk;
use super::way;
use super::worth::{Worth, all_hours_left};
use crate::domain::{ChoiceIx, Progress, Roadmap, SkillIx, Standing, Status};

/// What a goal still takes.
#[derive(Clone, Debug, PartialEq)]
pub struct Closure {
    /// The missing skills, each after all that it rests on.
    pub jobs: Vec<SkillIx>,
    /// For each skill of the roadmap, what the goal itself asks of it; 0 for what is only a prerequisite.
    pub worth: Vec<u32>,
    /// For each skill of the roadmap, the hours that it still takes.
    pub hours: Vec<f64>,
    /// The open choices, and which options were taken for granted.
    pub assumed: Vec<Assumed>,
    pub(super) picks: Picks,
}

/// What `worth` still takes, with the open choices resolved.
pub fn closure(roadmap: &Roadmap, standing: &Standing, progress: &Progress, worth: &Worth) -> Closure {
    let hours = all_hours_left(roadmap, standing, progress);
    let picks = resolve(roadmap, standing, progress, worth, &hours);
    let mut asked = vec![0; roadmap.skills().len()];
    let mut wanted = Vec::new();
    for &(node, weight) in worth {
        for skill in picks.wanted(roadmap, standing, node) {
            asked[skill.at()] += weight;
            wanted.push(skill);
        }
    }
    let mut is_missing = vec![false; hours.len()];
    Walk::over(roadmap, standing).missing(&picks, wanted.into_iter(), |skill| is_missing[skill.at()] = true);
    let order = roadmap.graph().order().iter().copied();
    let jobs: Vec<SkillIx> = order.filter(|ix| is_missing[ix.at()]).collect();
    let assumed = assumed(&picks, roadmap, standing, progress, &jobs, worth);
    Closure { jobs, worth: asked, hours, assumed, picks }
}

impl Closure {
    /// The missing skills that must be had before `skill`, itself included, in road order.
    pub fn before(&self, roadmap: &Roadmap, standing: &Standing, skill: SkillIx) -> Vec<SkillIx> {
        let mut before = Vec::new();
        Walk::over(roadmap, standing)
            .missing(&self.picks, std::iter::once(skill), |skill| before.push(skill));
        before.sort_unstable();
        before
    }

    /// Hours that all of it takes with each option of an open choice in the place of the first one taken, in the order
    /// in which they are written.
    pub fn costs(
        &self,
        roadmap: &Roadmap,
        standing: &Standing,
        worth: &Worth,
        (choice, hours_of): (ChoiceIx, impl Fn(SkillIx) -> f64),
    ) -> Vec<(SkillIx, f64)> {
        let cost = |&option: &SkillIx| {
            let picks = self.picks.with(choice, option);
            let wanted = worth.iter().flat_map(|&(node, _)| picks.wanted(roadmap, standing, node));
            let mut cost = 0.0;
            Walk::over(roadmap, standing).missing(&picks, wanted, |skill| cost += hours_of(skill));
            (option, cost)
        };
        roadmap.choice(choice).options.iter().map(cost).collect()
    }

    /// For each job, the places of the jobs that it directly rests on, open choices taken as resolved.
    pub(super) fn required(&self, roadmap: &Roadmap, standing: &Standing) -> Vec<Vec<usize>> {
        let mut place = vec![None; roadmap.skills().len()];
        self.jobs.iter().enumerate().for_each(|(at, job)| place[job.at()] = Some(at));
        let before = |job: &SkillIx| {
            let missing = roadmap.skill(*job).requires.iter().filter(|&&node| !standing.has(roadmap, node));
            let skills = missing.flat_map(|&node| self.picks.skills(roadmap, node));
            skills.filter_map(|skill| place[skill.at()]).collect()
        };
        self.jobs.iter().map(before).collect()
    }

    /// How much of the way to the goal is behind one, from 0 to 1: by the hours of all that it takes, prerequisites
    /// included, so that each evening moves it. What stands below a skill that is had is asked no more.
    pub fn share(&self, roadmap: &Roadmap, worth: &Worth, hours_left: f64) -> f64 {
        let way = way::through(roadmap, &self.picks, worth);
        let whole: f64 = way.iter().map(|&ix| roadmap.skill(ix).hours.middle()).sum();
        if whole > 0.0 { (1.0 - hours_left / whole).clamp(0.0, 1.0) } else { 0.0 }
    }

    /// The jobs that can be worked on today, in road order.
    pub fn open<'a>(&'a self, standing: &'a Standing) -> impl Iterator<Item = SkillIx> + 'a {
        let open = |ix: &SkillIx| matches!(standing.status(*ix), Status::Ready | Status::Learning);
        self.jobs.iter().copied().filter(open)
    }
}
