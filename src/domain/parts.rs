//! The pieces of a roadmap as they lie side by side, before they are one graph.

use serde::{Deserialize, Serialize};

use super::{Clean, Id, Node, Skill, SkillIx, StageIx, TrackIx};

/// One of the roads, such as DevOps.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Track {
    /// Its stable name.
    pub id: Id,
    /// Its name on screen.
    pub title: Clean,
    /// Its place among the tracks.
    pub order: i32,
    /// What it is about, in a sentence.
    pub summary: Clean,
}

/// A stretch of a track, such as Containers.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Stage {
    /// Its stable name.
    pub id: Id,
    /// The track that it is a stretch of.
    pub track: TrackIx,
    /// Its name on screen.
    pub title: Clean,
    /// Its place within the track.
    pub order: i32,
    /// What it is about, in a sentence.
    pub summary: Clean,
}

/// An any-of node: satisfied when `pick` of its options are had.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Choice {
    /// Its stable name.
    pub id: Id,
    /// Its name on screen.
    pub title: Clean,
    /// The stage that it stands in.
    pub stage: StageIx,
    /// How many options are enough; at least 1, at most all.
    pub pick: u32,
    /// What one may take.
    pub options: Vec<SkillIx>,
}

/// A job that one may head for.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Role {
    /// Its stable name.
    pub id: Id,
    /// Its name on screen.
    pub title: Clean,
    /// What one does in it.
    pub summary: Clean,
    /// What postings for it ask.
    pub needs: Vec<Need>,
}

/// What a role asks for, and how strongly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Need {
    /// The skill or choice.
    pub node: Node,
    /// 1 (seen now and then) to 5 (in nearly every posting).
    pub weight: u8,
}

/// The pieces of a roadmap in road order: tracks by `order`, stages by track and `order`, skills by stage.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Parts {
    /// By `order`, then id.
    pub tracks: Vec<Track>,
    /// By track, `order`, then id.
    pub stages: Vec<Stage>,
    /// By stage, then as written.
    pub skills: Vec<Skill>,
    /// By stage, then as written.
    pub choices: Vec<Choice>,
    /// As written.
    pub roles: Vec<Role>,
}
