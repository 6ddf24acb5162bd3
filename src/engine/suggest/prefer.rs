//! The learner's own preferences: this skill before that one, as one more prerequisite.

use crate::domain::{Progress, Roadmap, SkillIx};

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
        if at == to || chain(&before, at, to).is_some() {
            refused.push((first, later));
        } else {
            before[to].push(at);
        }
    }
    (before, refused)
}

/// The jobs from `end` back to `start`, each required by the one before it in the list; `None` if `end` does not rest
/// on `start`.
fn chain(before: &[Vec<usize>], end: usize, start: usize) -> Option<Vec<usize>> {
    let mut came_from = vec![None; before.len()];
    let mut open = vec![end];
    while let Some(at) = open.pop() {
        if at == start {
            let way = std::iter::successors(Some(start), |&at| came_from[at]);
            return Some(way.collect());
        }
        for &next in &before[at] {
            if came_from[next].is_none() && next != end {
                came_from[next] = Some(at);
                open.push(next);
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
    fn a_chain_names_every_link() {
        let before = vec![vec![], vec![0], vec![1], vec![2, 0]];
        assert_eq!(chain(&before, 2, 0), Some(vec![0, 1, 2]));
        assert_eq!(chain(&before, 0, 2), None);
        assert_eq!(chain(&before, 1, 1), Some(vec![1]));
    }
}
