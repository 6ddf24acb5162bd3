//! What a goal still takes: its missing skills and all their missing prerequisites.

use std::collections::BTreeSet;

use super::choices::Picks;
use crate::domain::{ChoiceIx, Goal, Level, Node, Progress, Roadmap, SkillIx, Standing, Status};

/// How much each skill or choice is worth to a goal: 1 and up; what is only a prerequisite is not listed.
pub type Worth = Vec<(Node, u32)>;

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

/// An open choice that the goal needs, and what was taken for granted about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assumed {
    /// The choice.
    pub choice: ChoiceIx,
    /// The options that the way is laid through.
    pub options: Vec<SkillIx>,
    /// Whether the learner picked the first of them.
    pub picked: bool,
}

/// What a goal asks, by weight. Without a goal every skill is worth what all roles together ask of it; without
/// roles, what its level says.
pub fn worth_of(roadmap: &Roadmap, goal: Option<&Goal>) -> Worth {
    let names = roadmap.names();
    match goal {
        Some(Goal::Role(id)) => match names.role(id.as_str()) {
            Some(role) => {
                roadmap.role(role).needs.iter().map(|need| (need.node, u32::from(need.weight))).collect()
            }
            None => worth_of(roadmap, None),
        },
        Some(Goal::Skill(id)) => match names.node(id.as_str()) {
            Some(node) => vec![(node, 1)],
            None => worth_of(roadmap, None),
        },
        None if roadmap.roles().len() == 0 => {
            let by_level = |level| match level {
                Level::Core => 3,
                Level::Deeper => 2,
                Level::Optional => 1,
            };
            roadmap.skills().map(|(ix, skill)| (Node::Skill(ix), by_level(skill.level))).collect()
        }
        None => {
            let mut worth = std::collections::BTreeMap::new();
            for need in roadmap.roles().flat_map(|(_, role)| &role.needs) {
                *worth.entry(need.node).or_insert(0) += u32::from(need.weight);
            }
            worth.into_iter().collect()
        }
    }
}

/// Hours that a skill still takes: the middle of its estimate, less the share of its outcomes that are ticked.
/// A skill that is had takes none; one whose outcomes are all ticked and that is not marked done takes a tenth.
pub fn hours_left(roadmap: &Roadmap, standing: &Standing, progress: &Progress, ix: SkillIx) -> f64 {
    if standing.status(ix).is_had() {
        return 0.0;
    }
    let skill = roadmap.skill(ix);
    let said = progress.of(skill);
    let ticked = skill.outcomes.iter().filter(|outcome| said.has_ticked(outcome.key)).count();
    let share = ticked as f64 / skill.outcomes.len().max(1) as f64;
    skill.hours.middle() * (1.0 - share).max(0.1)
}

/// What `worth` still takes, with the open choices resolved.
pub fn closure(roadmap: &Roadmap, standing: &Standing, progress: &Progress, worth: &Worth) -> Closure {
    let picks = Picks::resolve(roadmap, standing, progress, worth);
    let mut asked = vec![0; roadmap.skills().len()];
    let mut wanted = BTreeSet::new();
    for &(node, weight) in worth {
        for skill in picks.skills(roadmap, node) {
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
