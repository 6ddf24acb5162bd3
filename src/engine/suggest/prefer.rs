//! The learner's own preferences: this skill before that one, as one more prerequisite.

use std::collections::VecDeque;

use super::way::way;
use crate::domain::{Node, Progress, Roadmap, SkillIx, Standing};

/// Prerequisites by places, each list for one job.
type Before = Vec<Vec<usize>>;

/// What must come before each job, with the learner's preferences among the jobs added in the order of their names; and
/// those that are left out, since they would go round in a circle.
pub(super) fn added(
    roadmap: &Roadmap,
    progress: &Progress,
    jobs: &[SkillIx],
    mut before: Before,
) -> (Before, Vec<(SkillIx, SkillIx)>) {
    let mut refused = Vec::new();
    let place = |skill: SkillIx| jobs.iter().position(|&job| job == skill);
    for (first, later) in progress.preferences() {
        let names = roadmap.names();
        let pair = names.skill(first.as_str()).zip(names.skill(later.as_str()));
        let Some((first, later)) = pair else { continue };
        let Some((at, to)) = place(first).zip(place(later)) else { continue };
        if rests(&before, to, at) {
            refused.push((first, later));
        } else {
            before[to].push(at);
        }
    }
    (before, refused)
}

/// Whether a job rests on another, itself or through others.
fn rests(before: &[Vec<usize>], on: usize, job: usize) -> bool {
    let mut met = vec![false; before.len()];
    let mut open = vec![job];
    while let Some(at) = open.pop() {
        if at == on {
            return true;
        }
        if !std::mem::replace(&mut met[at], true) {
            open.extend(&before[at]);
        }
    }
    false
}

/// The skills from `from` to `to`, of which each must come before the next: by the road, or as the learner
/// prefers it; `None` if `to` does not rest on `from`. With the preference that `to` come first it is a circle.
pub fn chain(
    roadmap: &Roadmap,
    standing: &Standing,
    progress: &Progress,
    from: SkillIx,
    to: SkillIx,
) -> Option<Vec<SkillIx>> {
    let names = roadmap.names();
    let preferred: Vec<(SkillIx, SkillIx)> = progress
        .preferences()
        .filter_map(|(first, later)| names.skill(first.as_str()).zip(names.skill(later.as_str())))
        .collect();
    let mut after: Vec<Option<SkillIx>> = vec![None; roadmap.skills().len()];
    let mut ahead = VecDeque::from([to]);
    while let Some(skill) = ahead.pop_front() {
        if skill == from {
            let next = |skill: &SkillIx| after[skill.at()].filter(|_| *skill != to);
            return Some(std::iter::successors(Some(from), next).collect());
        }
        let requires = &roadmap.skill(skill).requires;
        // Of a choice, the options that the way is laid through; to lay it takes time, and few skills ask it.
        let has_choice = requires.iter().any(|node| matches!(node, Node::Choice(_)));
        let way = if has_choice { way(roadmap, standing, progress, skill) } else { Vec::new() };
        let required = requires.iter().flat_map(|&node| match node {
            Node::Skill(ix) => vec![ix],
            Node::Choice(ix) => {
                roadmap.choice(ix).options.iter().copied().filter(|option| way.contains(option)).collect()
            }
        });
        let preferred = preferred.iter().filter(|(_, later)| *later == skill).map(|(first, _)| *first);
        for before in required.chain(preferred) {
            let is_new = before != to && after[before.at()].is_none();
            if is_new && !standing.status(before).is_had() {
                after[before.at()] = Some(skill);
                ahead.push_back(before);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Act;
    use crate::domain::fixture::{folded, id, on, road, skill};

    fn prefer(first: &str, over: &str, on: bool) -> Act {
        Act::Prefer { skill: id(first), over: id(over), on }
    }

    #[test]
    fn a_preference_is_a_prerequisite_unless_it_goes_round_in_a_circle() {
        let road =
            road(vec![skill("a", 1.0, &[]), skill("b", 1.0, &[on(0)]), skill("c", 1.0, &[])], vec![], vec![]);
        let jobs: Vec<SkillIx> = (0..3).map(SkillIx).collect();
        let required = || vec![vec![], vec![0], vec![]];
        for (acts, before, refused) in [
            (vec![], required(), vec![]),
            (vec![prefer("c", "a", true)], vec![vec![2], vec![0], vec![]], vec![]),
            (vec![prefer("c", "a", true), prefer("c", "a", false)], required(), vec![]),
            (vec![prefer("b", "a", true)], required(), vec![(SkillIx(1), SkillIx(0))]),
            // The second would close the circle that the first began.
            (
                vec![prefer("b", "c", true), prefer("c", "a", true)],
                vec![vec![], vec![0], vec![1]],
                vec![(SkillIx(2), SkillIx(0))],
            ),
            (
                vec![prefer("c", "gone", true), prefer("c", "c", true)],
                required(),
                vec![(SkillIx(2), SkillIx(2))],
            ),
        ] {
            let progress = folded(acts.clone());
            assert_eq!(added(&road, &progress, &jobs, required()), (before, refused), "{acts:?}");
        }
    }

    #[test]
    fn a_chain_names_every_link_by_the_road_or_by_preference() {
        let skills =
            vec![skill("a", 1.0, &[]), skill("b", 1.0, &[on(0)]), skill("c", 1.0, &[]), skill("d", 1.0, &[])];
        let road = road(skills, vec![], vec![]);
        let progress = folded(vec![prefer("b", "c", true)]);
        let standing = Standing::of(&road, &progress);
        let chain = |from, to| chain(&road, &standing, &progress, SkillIx(from), SkillIx(to));
        assert_eq!(chain(0, 2), Some(vec![SkillIx(0), SkillIx(1), SkillIx(2)]));
        assert_eq!((chain(2, 0), chain(0, 3)), (None, None));
    }
}
