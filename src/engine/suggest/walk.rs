//! From skills to all that is missing before them.

use super::picks::Picks;
use crate::domain::{Roadmap, SkillIx, Standing};

/// Walks over one road, one after the other. A plan takes hundreds of them, so they share their room.
pub(super) struct Walk<'a> {
    roadmap: &'a Roadmap,
    standing: &'a Standing,
    /// For each skill, the number of the walk that met it last.
    met: Vec<u32>,
    number: u32,
    ahead: Vec<SkillIx>,
}

impl<'a> Walk<'a> {
    pub(super) fn over(roadmap: &'a Roadmap, standing: &'a Standing) -> Self {
        Self { roadmap, standing, met: vec![0; roadmap.skills().len()], number: 0, ahead: Vec::new() }
    }

    /// Calls `meet` once for each missing one among `from` and all that they rest on, always in the same order.
    pub(super) fn missing(
        &mut self,
        picks: &Picks,
        from: impl Iterator<Item = SkillIx>,
        mut meet: impl FnMut(SkillIx),
    ) {
        self.number += 1;
        self.ahead.extend(from);
        while let Some(skill) = self.ahead.pop() {
            let was_met = std::mem::replace(&mut self.met[skill.at()], self.number) == self.number;
            if was_met || self.standing.status(skill).is_had() {
                continue;
            }
            meet(skill);
            for &node in &self.roadmap.skill(skill).requires {
                if !self.standing.has(self.roadmap, node) {
                    self.ahead.extend(picks.skills(self.roadmap, node));
                }
            }
        }
    }
}
