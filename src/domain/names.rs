//! What each id stands for.

use super::{Id, Node, Parts, RoleIx, SkillIx, StageIx, TrackIx};

/// The ids of a roadmap, sorted, each with its place. Skills and choices share one set of names.
#[derive(Clone, Debug, Default)]
pub struct Names {
    nodes: Vec<(Id, Node)>,
    roles: Vec<(Id, RoleIx)>,
    stages: Vec<(Id, StageIx)>,
    tracks: Vec<(Id, TrackIx)>,
}

impl Names {
    /// The names of checked pieces; former ids stand for the skill that they became.
    pub fn of(parts: &Parts) -> Self {
        let mut nodes = Vec::with_capacity(parts.skills.len() + parts.choices.len());
        for (i, skill) in parts.skills.iter().enumerate() {
            let node = Node::Skill(SkillIx::new(i));
            nodes.push((skill.id.clone(), node));
            nodes.extend(skill.was.iter().map(|was| (was.clone(), node)));
        }
        let choices = parts.choices.iter().enumerate();
        nodes.extend(choices.map(|(i, choice)| (choice.id.clone(), Node::Choice(super::ChoiceIx::new(i)))));
        Self {
            nodes: sorted(nodes),
            roles: sorted(placed(parts.roles.iter().map(|role| &role.id), RoleIx::new)),
            stages: sorted(placed(parts.stages.iter().map(|stage| &stage.id), StageIx::new)),
            tracks: sorted(placed(parts.tracks.iter().map(|track| &track.id), TrackIx::new)),
        }
    }

    /// The skill or choice with this id, now or formerly.
    pub fn node(&self, id: &str) -> Option<Node> {
        find(&self.nodes, id)
    }

    /// The skill with this id, now or formerly.
    pub fn skill(&self, id: &str) -> Option<SkillIx> {
        match self.node(id) {
            Some(Node::Skill(ix)) => Some(ix),
            _ => None,
        }
    }

    /// The role with this id.
    pub fn role(&self, id: &str) -> Option<RoleIx> {
        find(&self.roles, id)
    }

    /// The stage with this id.
    pub fn stage(&self, id: &str) -> Option<StageIx> {
        find(&self.stages, id)
    }

    /// The track with this id.
    pub fn track(&self, id: &str) -> Option<TrackIx> {
        find(&self.tracks, id)
    }
}

fn placed<'a, Ix>(ids: impl Iterator<Item = &'a Id>, place: impl Fn(usize) -> Ix) -> Vec<(Id, Ix)> {
    ids.enumerate().map(|(i, id)| (id.clone(), place(i))).collect()
}

fn sorted<Ix>(mut names: Vec<(Id, Ix)>) -> Vec<(Id, Ix)> {
    names.sort_by(|a, b| a.0.cmp(&b.0));
    names
}

fn find<Ix: Copy>(names: &[(Id, Ix)], id: &str) -> Option<Ix> {
    names.binary_search_by(|(name, _)| name.as_str().cmp(id)).ok().map(|at| names[at].1)
}
