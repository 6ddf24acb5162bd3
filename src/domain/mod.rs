//! The nouns of milepost and their laws: what a roadmap is, what a learner did, and where that leaves them.

mod clean;
mod day;
mod event;
mod graph;
mod id;
mod names;
mod progress;
mod roadmap;
mod skill;
mod skill_progress;
mod stamp;
mod standing;
mod undo;

pub use clean::Clean;
pub use day::Day;
pub use event::{Act, Event, Goal, KnownBy, Mark, Said};
pub use graph::{Graph, Node};
pub use id::{ChoiceIx, Id, IdError, RoleIx, SkillIx, StageIx, TextKey, TrackIx};
pub use names::Names;
pub use progress::Progress;
pub use roadmap::{Choice, Need, Parts, Roadmap, Role, Stage, Track};
pub use skill::{Evidence, Hours, Level, Outcome, Prompt, Resource, ResourceKind, Skill};
pub use skill_progress::{Link, Marked, Recall, SkillProgress, Study, Ticked};
pub use stamp::{DeviceId, EventId, Stamp, Stamped};
pub use standing::{Standing, Status};
pub use undo::{UndoStack, Undone};
