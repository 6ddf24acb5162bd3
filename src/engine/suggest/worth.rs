//! What a goal asks for, by weight, and what a skill still costs.

use crate::domain::{Goal, Level, Node, Progress, Roadmap, SkillIx, Standing};

/// How much each skill or choice is worth to a goal: 1 and up; what is only a prerequisite is not listed.
pub type Worth = Vec<(Node, u32)>;

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

/// The same for every skill of the roadmap.
pub(super) fn all_hours_left(roadmap: &Roadmap, standing: &Standing, progress: &Progress) -> Vec<f64> {
    roadmap.skills().map(|(ix, _)| hours_left(roadmap, standing, progress, ix)).collect()
}
