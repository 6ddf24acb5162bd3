//! The report that a learner hands out, as plain values: what was done, what is under way, the road with its marks.

use crate::domain::{Clean, Day, Id, Status};
use crate::engine::share::Share;
use crate::engine::suggest::Reason;

/// The report of one day.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// The day on which it was made.
    pub day: Day,
    /// Where what was done begins; `None` for all of it.
    pub since: Option<Day>,
    /// The track or stage that it is limited to.
    pub part: Option<Clean>,
    /// Where the learner heads for.
    pub goal: Target,
    /// How much of the goal is had, from 0 to 1.
    pub share: f64,
    /// How many of the goal's skills are missing, prerequisites included.
    pub missing: usize,
    /// Hours that the goal still takes.
    pub hours_left: f64,
    /// Time spent since `since`.
    pub spent: Spent,
    /// Skills marked done since `since`, the newest first.
    pub done: Vec<Entry>,
    /// Skills under way, in road order.
    pub learning: Vec<Entry>,
    /// What can be begun next, best first.
    pub next: Vec<NextStep>,
    /// The road, in its order.
    pub tracks: Vec<TrackPart>,
    /// What the days since `since` came to; none without such a day.
    pub period: Option<PeriodPart>,
}

/// What a stretch of days up to today came to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PeriodPart {
    /// Outcomes reached.
    pub outcomes: u32,
    /// Prompts recalled.
    pub reviews: u32,
    /// Those of them that were remembered.
    pub remembered: u32,
    /// Days with study; none where the report is limited to a part of the road.
    pub days: Option<u32>,
    /// The hours by week or, of a long period, by month; empty where the report is limited to a part of the road.
    pub stretches: Vec<Stretch>,
    /// Skills marked done, the newest first.
    pub done: Vec<Worked>,
    /// Other skills on which something was done, in road order.
    pub worked: Vec<Worked>,
}

/// A week or a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Its first day that the period has.
    pub first: Day,
    /// Minutes of study.
    pub minutes: u64,
    /// Days with study.
    pub days: u32,
    /// Minutes planned for the days of a week; none for a month.
    pub planned: Option<u32>,
}

/// A skill with what was done on it within a period.
#[derive(Clone, Debug, PartialEq)]
pub struct Worked {
    /// The skill.
    pub entry: Entry,
    /// Time spent within the period.
    pub spent: Spent,
    /// Outcomes reached within the period.
    pub reached: Vec<Clean>,
    /// Evidence: all of a skill that was done, of another what was linked within the period.
    pub links: Vec<LinkLine>,
}

/// What the share and the hours left are of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The job with this title.
    Role(Clean),
    /// The skill with this title.
    Skill(Clean),
    /// All that the roles of the roadmap ask, since it does not have the goal with this id.
    Missing(Id),
    /// Nothing in particular: all that the roles of the roadmap ask.
    Everything,
}

/// Time spent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spent {
    /// Minutes.
    pub minutes: u64,
    /// Whether there may be more: only the newest sessions of a skill are known day by day.
    pub at_least: bool,
}

/// A track with its stages.
#[derive(Clone, Debug, PartialEq)]
pub struct TrackPart {
    /// Its title.
    pub title: Clean,
    /// How much of it is had; of the one stage, if the report is limited to one.
    pub share: Share,
    /// Its stages in road order.
    pub stages: Vec<StagePart>,
}

/// A stage with its skills.
#[derive(Clone, Debug, PartialEq)]
pub struct StagePart {
    /// Its title.
    pub title: Clean,
    /// How much of it is had.
    pub share: Share,
    /// Minutes spent on its skills in all.
    pub minutes: u64,
    /// Its skills as written, then its choices.
    pub items: Vec<Item>,
}

/// What one ticks off in a stage.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// A skill.
    Skill(Entry),
    /// A choice with its options.
    Choice(ChoicePart),
}

/// A choice with its options.
#[derive(Clone, Debug, PartialEq)]
pub struct ChoicePart {
    /// Its title.
    pub title: Clean,
    /// How many options are enough.
    pub pick: u32,
    /// How many options there are.
    pub of: usize,
    /// Whether enough options are had.
    pub satisfied: bool,
    /// The options; of a satisfied choice only those on which something was done.
    pub options: Vec<Entry>,
}

/// A skill with what the learner did on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its title.
    pub title: Clean,
    /// Where the learner stands with it.
    pub status: Status,
    /// Whether it fades: it is done, and may be forgotten by now.
    pub fading: bool,
    /// The day on which it was done, or on which it was begun if it is under way.
    pub day: Option<Day>,
    /// Minutes spent on it in all.
    pub minutes: u64,
    /// Hours that it still takes.
    pub hours_left: f64,
    /// Its outcomes, and whether each is ticked.
    pub outcomes: Vec<(Clean, bool)>,
    /// Evidence, the oldest first.
    pub links: Vec<LinkLine>,
    /// The learner's note.
    pub note: Option<Clean>,
}

/// A link of the learner's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkLine {
    /// An address or a path.
    pub to: Clean,
    /// What it is called.
    pub title: Option<Clean>,
}

/// A skill that can be begun next.
#[derive(Clone, Debug, PartialEq)]
pub struct NextStep {
    /// The skill's title.
    pub title: Clean,
    /// Hours that it takes.
    pub hours_left: f64,
    /// Why, the strongest first.
    pub reasons: Vec<Reason>,
}

impl Entry {
    /// How many of its outcomes are ticked.
    pub fn ticked(&self) -> usize {
        self.outcomes.iter().filter(|(_, on)| *on).count()
    }

    /// Whether its outcomes tell a reader something: some are ticked, or it is under way.
    pub fn shows_outcomes(&self) -> bool {
        self.ticked() > 0 || self.status == Status::Learning
    }
}
