//! What each skill rests on for certain, as sets of bits.

use crate::domain::{ChoiceIx, Node, Roadmap, SkillIx};

/// For every skill, the skills and choices that must be had before it, whatever is picked.
pub(super) struct Reach {
    words: usize,
    skills: usize,
    bits: Vec<u64>,
}

impl Reach {
    /// Walks the roadmap in prerequisite order. A choice adds only what all of its options rest on.
    pub(super) fn of(roadmap: &Roadmap) -> Self {
        let (skills, choices) = (roadmap.skills().len(), roadmap.choices().count());
        let words = (skills + choices).div_ceil(64);
        let mut reach = Self { words, skills, bits: vec![0; words * skills] };
        for &skill in roadmap.graph().order() {
            let mut own = vec![0u64; words];
            for &node in &roadmap.skill(skill).requires {
                for (own, add) in own.iter_mut().zip(reach.with(roadmap, node)) {
                    *own |= add;
                }
            }
            reach.bits[skill.at() * words..][..words].copy_from_slice(&own);
        }
        reach
    }

    /// Whether having `node` means that `other` was had before.
    pub(super) fn implies(&self, roadmap: &Roadmap, node: Node, other: Node) -> bool {
        let at = self.bit(other);
        node != other && self.with(roadmap, node)[at / 64] & (1 << (at % 64)) != 0
    }

    /// The node itself and what it rests on.
    fn with(&self, roadmap: &Roadmap, node: Node) -> Vec<u64> {
        let mut bits = match node {
            Node::Skill(ix) => self.of_skill(ix).to_vec(),
            Node::Choice(ix) => self.of_choice(roadmap, ix),
        };
        let at = self.bit(node);
        bits[at / 64] |= 1 << (at % 64);
        bits
    }

    fn of_skill(&self, skill: SkillIx) -> &[u64] {
        &self.bits[skill.at() * self.words..][..self.words]
    }

    fn of_choice(&self, roadmap: &Roadmap, choice: ChoiceIx) -> Vec<u64> {
        let mut all = vec![u64::MAX; self.words];
        for &option in &roadmap.choice(choice).options {
            for (all, own) in all.iter_mut().zip(self.of_skill(option)) {
                *all &= own;
            }
        }
        all
    }

    fn bit(&self, node: Node) -> usize {
        match node {
            Node::Skill(ix) => ix.at(),
            Node::Choice(ix) => self.skills + ix.at(),
        }
    }
}
