//! What requires what, both ways.

use super::{ChoiceIx, Node, Parts, SkillIx};

/// The prerequisite graph of a roadmap, read against its direction: what each node opens.
#[derive(Clone, Debug, Default)]
pub struct Graph {
    opened_by_skill: Vec<Vec<SkillIx>>,
    opened_by_choice: Vec<Vec<SkillIx>>,
    choices_with: Vec<Vec<ChoiceIx>>,
    order: Vec<SkillIx>,
}

impl Graph {
    /// The graph of checked pieces.
    pub fn of(parts: &Parts) -> Self {
        let mut graph = Self {
            opened_by_skill: vec![Vec::new(); parts.skills.len()],
            opened_by_choice: vec![Vec::new(); parts.choices.len()],
            choices_with: vec![Vec::new(); parts.skills.len()],
            order: Vec::new(),
        };
        for (i, skill) in parts.skills.iter().enumerate() {
            for node in &skill.requires {
                match node {
                    Node::Skill(ix) => graph.opened_by_skill[ix.at()].push(SkillIx::new(i)),
                    Node::Choice(ix) => graph.opened_by_choice[ix.at()].push(SkillIx::new(i)),
                }
            }
        }
        for (i, choice) in parts.choices.iter().enumerate() {
            for option in &choice.options {
                graph.choices_with[option.at()].push(ChoiceIx::new(i));
            }
        }
        graph.order = order(parts, &graph);
        graph
    }

    /// The skills that require this one directly.
    pub fn opened_by(&self, skill: SkillIx) -> &[SkillIx] {
        &self.opened_by_skill[skill.at()]
    }

    /// The skills that require this choice directly.
    pub fn opened_by_choice(&self, choice: ChoiceIx) -> &[SkillIx] {
        &self.opened_by_choice[choice.at()]
    }

    /// The choices that this skill is an option of.
    pub fn choices_with(&self, skill: SkillIx) -> &[ChoiceIx] {
        &self.choices_with[skill.at()]
    }

    /// What having this skill leads to directly: skills that require it, or a choice that it is an option of.
    pub fn opens(&self, skill: SkillIx) -> impl Iterator<Item = SkillIx> + '_ {
        let through = self.choices_with(skill).iter().flat_map(|&choice| self.opened_by_choice(choice));
        self.opened_by(skill).iter().chain(through).copied()
    }

    /// Every skill, each after all that it may rest on, and else in road order.
    pub fn order(&self) -> &[SkillIx] {
        &self.order
    }
}

/// Kahn's order, taking the earliest place that is free each time; a choice waits for all of its options.
fn order(parts: &Parts, graph: &Graph) -> Vec<SkillIx> {
    let mut waits: Vec<usize> = parts
        .skills
        .iter()
        .map(|skill| {
            skill.requires.iter().map(|node| match node {
                Node::Skill(_) => 1,
                Node::Choice(ix) => parts.choices[ix.at()].options.len(),
            })
        })
        .map(Iterator::sum)
        .collect();
    let mut free: std::collections::BTreeSet<SkillIx> =
        (0..waits.len()).filter(|&i| waits[i] == 0).map(SkillIx::new).collect();
    let mut order = Vec::with_capacity(waits.len());
    while let Some(next) = free.pop_first() {
        order.push(next);
        for opened in graph.opens(next) {
            waits[opened.at()] -= 1;
            if waits[opened.at()] == 0 {
                free.insert(opened);
            }
        }
    }
    order
}
