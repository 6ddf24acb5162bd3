//! A skill: what one learns, a node of the graph.

use serde::{Deserialize, Serialize};

use super::{Clean, Id, Later, Node, StageIx, TextKey};

/// What one learns.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Skill {
    /// Never changes once published.
    pub id: Id,
    /// Former ids; marks made under them count.
    pub was: Vec<Id>,
    /// Its name on screen.
    pub title: Clean,
    /// The stage that it stands in.
    pub stage: StageIx,
    /// What it takes a working engineer who is new to it.
    pub hours: Hours,
    /// How much of the road rests on it.
    pub level: Level,
    /// What must be had first.
    pub requires: Vec<Node>,
    /// What is good to have first, and blocks nothing.
    pub helps: Vec<Node>,
    /// How postings name it; an alias that starts with `=` matches case exactly.
    pub aliases: Vec<Clean>,
    /// What a person can do once they have it.
    pub outcomes: Vec<Outcome>,
    /// Questions that a review asks.
    pub prompts: Vec<Prompt>,
    /// What only its card tells.
    #[serde(skip)]
    pub details: Later<Details>,
}

/// What the card of a skill tells of it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Details {
    /// One line: what it is good for.
    pub why: Clean,
    /// A few paragraphs of plain markdown.
    pub about: Clean,
    /// A task of an evening or a weekend.
    pub practice: Clean,
    /// Where to go deeper.
    pub resources: Vec<Resource>,
    /// What in a repository shows it in use.
    pub evidence: Vec<Evidence>,
}

impl Skill {
    /// The outcome with this key, and its place from 0.
    pub fn outcome(&self, key: TextKey) -> Option<(usize, &Outcome)> {
        self.outcomes.iter().enumerate().find(|(_, outcome)| outcome.key == key)
    }
}

/// An honest range of hours, 0.5 to 200.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Hours {
    /// For one who is quick or knows half of it.
    pub low: f32,
    /// For one who takes it in full.
    pub high: f32,
}

impl Hours {
    /// The middle of the range, in hours.
    pub fn middle(self) -> f64 {
        f64::midpoint(f64::from(self.low), f64::from(self.high))
    }
}

/// How much of the road rests on a skill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Level {
    /// Nearly everyone on the road needs it.
    Core,
    /// For going further.
    Deeper,
    /// For those who want it.
    Optional,
}

impl Level {
    /// All levels, from the one most needed.
    pub const ALL: [Self; 3] = [Self::Core, Self::Deeper, Self::Optional];

    /// The word in files and on screen.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Core => "core",
            Self::Deeper => "deeper",
            Self::Optional => "optional",
        }
    }
}

/// One thing a person can do once they have a skill.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Outcome {
    /// What the journal calls it: a short hash of the text.
    pub key: TextKey,
    /// "I can …".
    pub text: Clean,
}

/// Where to learn more.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Resource {
    /// What it is called.
    pub title: Clean,
    /// An https address.
    pub url: Clean,
    /// What sort of thing it is.
    pub kind: ResourceKind,
    /// Whether it costs nothing.
    pub free: bool,
}

/// What sort of thing a resource is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ResourceKind {
    /// A project's own documentation.
    Docs,
    /// A book.
    Book,
    /// A course with lessons.
    Course,
    /// A film or a talk.
    Video,
    /// An article.
    Article,
    /// A scientific paper.
    Paper,
    /// A tool to use.
    Tool,
    /// A specification.
    Spec,
}

impl ResourceKind {
    /// All kinds, in the order in which the docs list them.
    pub const ALL: [Self; 8] = [
        Self::Docs,
        Self::Book,
        Self::Course,
        Self::Video,
        Self::Article,
        Self::Paper,
        Self::Tool,
        Self::Spec,
    ];

    /// The word in files and on screen.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Docs => "docs",
            Self::Book => "book",
            Self::Course => "course",
            Self::Video => "video",
            Self::Article => "article",
            Self::Paper => "paper",
            Self::Tool => "tool",
            Self::Spec => "spec",
        }
    }
}

/// A recall question with its one right answer.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Prompt {
    /// What the journal calls it: a short hash of the question.
    pub key: TextKey,
    /// The question.
    pub ask: Clean,
    /// The answer, two lines at most.
    pub answer: Clean,
}

/// What in a repository shows a skill in use.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Evidence {
    /// A glob of paths.
    pub path: Clean,
    /// A regular expression that the file must match.
    pub contains: Option<Clean>,
}
