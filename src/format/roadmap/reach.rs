//! What each skill rests on for certain, as sets of bits.

use crate::domain::{ChoiceIx, Node, Roadmap};

/// For every skill and every choice that is required, the skills and choices that must be had before it, whatever
/// is picked.
pub(super) struct Reach {
    words: usize,
    skills: usize,
    /// A row of bits for each skill, then for each choice.
    rows: Vec<u64>,
}

impl Reach {
    /// Walks the roadmap in prerequisite order.
    pub(super) fn of(roadmap: &Roadmap) -> Self {
        let (skills, choices) = (roadmap.skills().len(), roadmap.parts().choices.len());
        let words = (skills + choices).div_ceil(64);
        let mut reach = Self { words, skills, rows: vec![0; words * (skills + choices)] };
        let mut is_known = vec![false; choices];
        for &skill in roadmap.graph().order() {
            let mut own = vec![0u64; words];
            for &node in &roadmap.skill(skill).requires {
                if let Node::Choice(choice) = node
                    && !std::mem::replace(&mut is_known[choice.at()], true)
                {
                    let brought = reach.brought_by(roadmap, choice);
                    reach.set(node, &brought);
                }
                own.iter_mut().zip(reach.row(node)).for_each(|(own, add)| *own |= add);
                let at = reach.bit(node);
                own[at / 64] |= 1 << (at % 64);
            }
            reach.set(Node::Skill(skill), &own);
        }
        reach
    }

    /// Whether having `node` means that `other` was had before.
    pub(super) fn implies(&self, node: Node, other: Node) -> bool {
        node != other && has(self.row(node), self.bit(other))
    }

    /// What a choice brings along whichever options are taken: all that more options have or rest on than may be
    /// spared.
    fn brought_by(&self, roadmap: &Roadmap, choice: ChoiceIx) -> Vec<u64> {
        let choice = roadmap.choice(choice);
        let spared = choice.options.len().saturating_sub(choice.pick as usize);
        let mut sure = vec![0; self.words];
        for at in 0..self.words * 64 {
            let brings = |option: &&crate::domain::SkillIx| {
                option.at() == at || has(self.row(Node::Skill(**option)), at)
            };
            if choice.options.iter().filter(brings).count() > spared {
                sure[at / 64] |= 1 << (at % 64);
            }
        }
        sure
    }

    fn set(&mut self, node: Node, bits: &[u64]) {
        let at = self.bit(node) * self.words;
        self.rows[at..][..self.words].copy_from_slice(bits);
    }

    fn row(&self, node: Node) -> &[u64] {
        &self.rows[self.bit(node) * self.words..][..self.words]
    }

    fn bit(&self, node: Node) -> usize {
        match node {
            Node::Skill(ix) => ix.at(),
            Node::Choice(ix) => self.skills + ix.at(),
        }
    }
}

fn has(row: &[u64], at: usize) -> bool {
    row[at / 64] & (1 << (at % 64)) != 0
}
