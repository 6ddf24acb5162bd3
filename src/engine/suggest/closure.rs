//! What a goal still takes: its missing skills and all their missing prerequisites.

use std::collections::BTreeSet;

use super::choices::{Assumed, Picks};
use super::worth::Worth;
use crate::domain::{Progress, Roadmap, SkillIx, Standing, Status};

/// What a goal still takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closure {
    /// The missing skills, each after all that it rests on.
    pub jobs: Vec<SkillIx>,
    /// For each skill of the roadmap, what the goal itself asks of it; 0 for what is only a prerequisite.
    pub worth: Vec<u32>,
    /// The open choices, and which options were taken for granted.
    pub assumed: Vec<Assumed>,
    pub(super) picks: Picks,
}

/// What `worth` still takes, with the open choices resolved.
pub fn closure(roadmap: &Roadmap, standing: &Standing, progress: &Progress, worth: &Worth) -> Closure {
    let picks = Picks::resolve(roadmap, standing, progress, worth);
    let mut asked = vec![0; roadmap.skills().len()];
    let mut wanted = BTreeSet::new();
    for &(node, weight) in worth {
        for skill in picks.wanted(roadmap, standing, node) {
            asked[skill.at()] += weight;
            wanted.insert(skill);
        }
    }
    let missing = picks.missing_before(roadmap, standing, wanted.into_iter());
    let jobs = roadmap.graph().order().iter().copied().filter(|ix| missing.contains(ix)).collect();
    let assumed = picks.assumed(roadmap, standing, progress, &missing, worth);
    Closure { jobs, worth: asked, assumed, picks }
}

impl Closure {
    /// The missing skills that must be had before `skill`, itself included.
    pub fn before(&self, roadmap: &Roadmap, standing: &Standing, skill: SkillIx) -> BTreeSet<SkillIx> {
        self.picks.missing_before(roadmap, standing, std::iter::once(skill))
    }

    /// The jobs that can be worked on today, in road order.
    pub fn open<'a>(&'a self, standing: &'a Standing) -> impl Iterator<Item = SkillIx> + 'a {
        let open = |ix: &SkillIx| matches!(standing.status(*ix), Status::Ready | Status::Learning);
        self.jobs.iter().copied().filter(open)
    }
}
