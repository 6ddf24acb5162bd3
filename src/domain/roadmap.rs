//! The roadmap: all that is loaded and checked, as one graph.

use super::{
    Choice, ChoiceIx, Clean, Goal, Graph, Id, Names, Node, Parts, Role, RoleIx, Skill, SkillIx, Stage,
    StageIx, Track, TrackIx,
};

/// All that is loaded and checked: every place in it is valid, its ids are unique and its graph has no cycle.
#[derive(Clone, Debug)]
pub struct Roadmap {
    parts: Parts,
    graph: Graph,
    names: Names,
}

impl Roadmap {
    /// Puts checked pieces together and derives the graph and the names.
    ///
    /// The pieces are taken at their word: `format` is what checks them.
    pub fn new(parts: Parts) -> Self {
        let graph = Graph::of(&parts);
        let names = Names::of(&parts);
        Self { parts, graph, names }
    }

    /// The pieces, in road order.
    pub fn parts(&self) -> &Parts {
        &self.parts
    }

    /// What requires what.
    pub fn graph(&self) -> &Graph {
        &self.graph
    }

    /// What each id stands for, former ids included.
    pub fn names(&self) -> &Names {
        &self.names
    }

    /// All tracks with their places.
    pub fn tracks(&self) -> impl Iterator<Item = (TrackIx, &Track)> {
        self.parts.tracks.iter().enumerate().map(|(i, track)| (TrackIx::new(i), track))
    }

    /// All stages with their places, in road order.
    pub fn stages(&self) -> impl Iterator<Item = (StageIx, &Stage)> {
        self.parts.stages.iter().enumerate().map(|(i, stage)| (StageIx::new(i), stage))
    }

    /// All skills with their places, in road order.
    pub fn skills(&self) -> impl ExactSizeIterator<Item = (SkillIx, &Skill)> {
        self.parts.skills.iter().enumerate().map(|(i, skill)| (SkillIx::new(i), skill))
    }

    /// All choices with their places.
    pub fn choices(&self) -> impl Iterator<Item = (ChoiceIx, &Choice)> {
        self.parts.choices.iter().enumerate().map(|(i, choice)| (ChoiceIx::new(i), choice))
    }

    /// All roles with their places.
    pub fn roles(&self) -> impl ExactSizeIterator<Item = (RoleIx, &Role)> {
        self.parts.roles.iter().enumerate().map(|(i, role)| (RoleIx::new(i), role))
    }

    /// The stages of one track, in road order.
    pub fn stages_of(&self, track: TrackIx) -> impl Iterator<Item = (StageIx, &Stage)> {
        let stages = &self.parts.stages;
        let from = stages.partition_point(|stage| stage.track < track);
        let own = stages[from..].iter().take_while(move |stage| stage.track == track);
        own.enumerate().map(move |(i, stage)| (StageIx::new(from + i), stage))
    }

    /// The skills of one stage, as written.
    pub fn skills_of(&self, stage: StageIx) -> impl Iterator<Item = (SkillIx, &Skill)> {
        let skills = &self.parts.skills;
        let from = skills.partition_point(|skill| skill.stage < stage);
        skills[from..]
            .iter()
            .take_while(move |skill| skill.stage == stage)
            .enumerate()
            .map(move |(i, skill)| (SkillIx::new(from + i), skill))
    }

    /// The choices of one stage, as written.
    pub fn choices_of(&self, stage: StageIx) -> impl Iterator<Item = (ChoiceIx, &Choice)> {
        let choices = &self.parts.choices;
        let from = choices.partition_point(|choice| choice.stage < stage);
        let own = choices[from..].iter().take_while(move |choice| choice.stage == stage);
        own.enumerate().map(move |(i, choice)| (ChoiceIx::new(from + i), choice))
    }

    /// The track of a place.
    pub fn track(&self, ix: TrackIx) -> &Track {
        &self.parts.tracks[ix.at()]
    }

    /// The stage of a place.
    pub fn stage(&self, ix: StageIx) -> &Stage {
        &self.parts.stages[ix.at()]
    }

    /// The skill of a place.
    pub fn skill(&self, ix: SkillIx) -> &Skill {
        &self.parts.skills[ix.at()]
    }

    /// The choice of a place.
    pub fn choice(&self, ix: ChoiceIx) -> &Choice {
        &self.parts.choices[ix.at()]
    }

    /// The role of a place.
    pub fn role(&self, ix: RoleIx) -> &Role {
        &self.parts.roles[ix.at()]
    }

    /// The stage that a skill stands in.
    pub fn stage_of(&self, skill: SkillIx) -> &Stage {
        self.stage(self.skill(skill).stage)
    }

    /// The track that a skill stands in.
    pub fn track_of(&self, skill: SkillIx) -> &Track {
        self.track(self.stage_of(skill).track)
    }

    /// Whether one can head for this: its role or skill is in the roadmap.
    pub fn has_goal(&self, goal: &Goal) -> bool {
        match goal {
            Goal::Role(id) => self.names.role(id.as_str()).is_some(),
            Goal::Skill(id) => self.names.node(id.as_str()).is_some(),
        }
    }

    /// The id of a skill or choice.
    pub fn node_id(&self, node: Node) -> &Id {
        match node {
            Node::Skill(ix) => &self.skill(ix).id,
            Node::Choice(ix) => &self.choice(ix).id,
        }
    }

    /// The title of a skill or choice.
    pub fn node_title(&self, node: Node) -> &Clean {
        match node {
            Node::Skill(ix) => &self.skill(ix).title,
            Node::Choice(ix) => &self.choice(ix).title,
        }
    }
}
