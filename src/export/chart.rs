//! The road as a graph to be drawn, as plain values: what stands where, what needs what, and the way to the goal.

use super::document::Target;
use super::signs;
use crate::domain::{Clean, Day, Hours, Id, Status};
use crate::engine::share::Share;

/// The road, or a part of it, on one day.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// The day on which it was made.
    pub day: Day,
    /// The track or stage that it is limited to.
    pub part: Option<Clean>,
    /// Where the learner heads for.
    pub goal: Target,
    /// How much of the goal is had, from 0 to 1.
    pub share: f64,
    /// The tracks in road order.
    pub tracks: Vec<ChartTrack>,
    /// The stages of these tracks in road order.
    pub stages: Vec<ChartStage>,
    /// The skills and choices of these stages in road order, then what they need from outside.
    pub nodes: Vec<ChartNode>,
    /// What leads where, each pair of nodes at most once.
    pub edges: Vec<ChartEdge>,
    /// The best step that can be taken today, by its place in [`Chart::nodes`], if it is among them.
    pub next: Option<usize>,
}

/// A track.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartTrack {
    /// Its stable name.
    pub id: Id,
    /// Its title.
    pub title: Clean,
    /// How much of it is had, whatever part of it is drawn.
    pub share: Share,
}

/// A stage.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartStage {
    /// Its stable name.
    pub id: Id,
    /// Its title.
    pub title: Clean,
    /// Its track, by its place in [`Chart::tracks`].
    pub track: usize,
    /// How much of it is had.
    pub share: Share,
}

/// A skill or a choice.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartNode {
    /// Its stable name.
    pub id: Id,
    /// Its title.
    pub title: Clean,
    /// Which of the two, with what only that one has.
    pub kind: NodeKind,
    /// Where the learner stands with it; with a choice, where its most advanced options leave it.
    pub status: Status,
    /// Whether it is a skill that is had and fades.
    pub fading: bool,
    /// Its stage, by its place in [`Chart::stages`]; `None` for what stands outside of the part.
    pub stage: Option<usize>,
    /// Whether the way to the goal leads over it; of none if there is no goal.
    pub on_way: bool,
}

/// A skill or a choice.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum NodeKind {
    /// A skill, with what it takes.
    Skill(Hours),
    /// A choice of `pick` out of `of` options.
    Choice {
        /// How many options are enough.
        pick: u32,
        /// How many options there are.
        of: usize,
    },
}

/// What leads from one node to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChartEdge {
    /// The node that comes first, by its place in [`Chart::nodes`].
    pub from: usize,
    /// The node that it leads to.
    pub to: usize,
    /// In what way it leads there.
    pub kind: EdgeKind,
    /// Whether it is a piece of the way to the goal.
    pub on_way: bool,
}

/// In what way one node leads to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EdgeKind {
    /// It must be had first.
    Requires,
    /// It is an option of the choice.
    Option,
    /// It is good to have first, and blocks nothing.
    Helps,
}

impl Chart {
    /// The nodes of a stage with their places.
    pub fn nodes_of(&self, stage: usize) -> impl Iterator<Item = (usize, &ChartNode)> {
        self.nodes.iter().enumerate().filter(move |(_, node)| node.stage == Some(stage))
    }

    /// The nodes outside of the part with their places.
    pub fn outside(&self) -> impl Iterator<Item = (usize, &ChartNode)> {
        self.nodes.iter().enumerate().filter(|(_, node)| node.stage.is_none())
    }

    /// The stages of a track with their places.
    pub fn stages_of(&self, track: usize) -> impl Iterator<Item = (usize, &ChartStage)> {
        self.stages.iter().enumerate().filter(move |(_, stage)| stage.track == track)
    }
}

impl ChartEdge {
    /// Whether a picture has a line for it: not for what only helps, which may go round in a circle.
    pub fn has_line(&self) -> bool {
        self.kind != EdgeKind::Helps
    }
}

impl ChartNode {
    /// The sign of where the learner stands with it.
    pub fn sign(&self) -> &'static str {
        signs::standing(self.status, self.fading, false)
    }

    /// The word for that.
    pub fn word(&self) -> &'static str {
        signs::standing_word(self.status, self.fading)
    }

    /// The title as it is drawn; a choice says how many options are enough.
    pub fn label(&self) -> String {
        match self.kind {
            NodeKind::Skill(_) => self.title.to_string(),
            NodeKind::Choice { pick, of } => format!("{} ({pick} of {of})", self.title),
        }
    }
}

#[cfg(test)]
pub(crate) mod fixture;
