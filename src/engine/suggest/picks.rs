//! The option that each choice stands for.

use crate::domain::{ChoiceIx, Node, Roadmap, SkillIx, Standing};

/// The options taken of each choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Picks {
    pub(super) of: Vec<Vec<SkillIx>>,
}

impl Picks {
    /// The skills that a node stands for: itself, or the options taken of a choice.
    pub(super) fn skills(&self, roadmap: &Roadmap, node: Node) -> impl Iterator<Item = SkillIx> {
        debug_assert!(self.of.len() == roadmap.parts().choices.len());
        let (skill, options) = match node {
            Node::Skill(ix) => (Some(ix), &[][..]),
            Node::Choice(ix) => (None, &self.of[ix.at()][..]),
        };
        skill.into_iter().chain(options.iter().copied())
    }

    /// The skills that a goal's need stands for; a choice that is satisfied stands for none any more.
    pub(super) fn wanted(
        &self,
        roadmap: &Roadmap,
        standing: &Standing,
        need: Node,
    ) -> impl Iterator<Item = SkillIx> {
        let asked_no_more = matches!(need, Node::Choice(ix) if standing.satisfies(roadmap, ix));
        let wanted = (!asked_no_more).then(|| self.skills(roadmap, need));
        wanted.into_iter().flatten()
    }

    /// The same with one option in the place of the first one taken of a choice.
    pub(super) fn with(&self, choice: ChoiceIx, option: SkillIx) -> Self {
        let mut other = self.clone();
        let taken = &mut other.of[choice.at()];
        if !taken.contains(&option) {
            match taken.first_mut() {
                Some(first) => *first = option,
                None => taken.push(option),
            }
        }
        other
    }
}
