//! The nouns of milepost and their laws: what a roadmap is, what a learner did, and where that leaves them.

mod calendar;
mod clean;
mod day;
mod event;
#[cfg(test)]
pub(crate) mod fixture;
mod graph;
mod id;
mod later;
mod memory;
mod names;
mod node;
mod parts;
mod progress;
mod recalls;
mod roadmap;
mod settings;
mod skill;
mod skill_progress;
mod stamp;
mod standing;
mod timer;
mod undo;
mod web_address;

pub use calendar::{Away, Calendar};
pub use clean::Clean;
pub use day::{Day, date_of};
pub use event::{Act, Event, FSRS_PARAMETERS, Goal, KnownBy, Mark, Said};
pub use graph::Graph;
pub use id::{ChoiceIx, Id, IdError, RoleIx, SkillIx, StageIx, TextKey, TrackIx};
pub use later::Later;
pub use memory::{Memory, WorkedOut};
pub use names::Names;
pub use node::Node;
pub use parts::{Choice, Need, Parts, Role, Stage, Track};
pub use progress::Progress;
pub use recalls::{Recall, Recalls};
pub use roadmap::Roadmap;
pub use settings::{Look, ReviewSettings, Settings, ThemeName, TimerSettings};
pub use skill::{Details, Evidence, Hours, Level, Outcome, Prompt, Resource, ResourceKind, Skill};
pub use skill_progress::{Link, Marked, SkillProgress, Study, Ticked};
pub use stamp::{DeviceId, EventId, Stamp, Stamped};
pub use standing::{Standing, Status};
pub use timer::Timer;
pub use undo::{UndoStack, Undone};
pub use web_address::is_web_address;
