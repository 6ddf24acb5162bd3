//! Where a learner stands: the status of every skill.

use serde::{Deserialize, Serialize};

use super::{ChoiceIx, Mark, Node, Progress, Roadmap, SkillIx};

/// Where a learner stands with one skill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// A prerequisite is missing.
    Locked,
    /// It can be begun.
    Ready,
    /// It is under way.
    Learning,
    /// It is learnt.
    Done,
    /// It was had before milepost; weaker than done.
    Known,
    /// It counts as had and is not claimed.
    Skipped,
}

impl Status {
    /// All statuses, from the farthest to the nearest to having it.
    pub const ALL: [Self; 6] =
        [Self::Locked, Self::Ready, Self::Learning, Self::Done, Self::Known, Self::Skipped];

    /// The word in files and on screen.
    pub fn word(self) -> &'static str {
        match self {
            Self::Locked => "locked",
            Self::Ready => "ready",
            Self::Learning => "learning",
            Self::Done => "done",
            Self::Known => "known",
            Self::Skipped => "skipped",
        }
    }

    /// Whether the skill counts as had.
    pub fn is_had(self) -> bool {
        matches!(self, Self::Done | Self::Known | Self::Skipped)
    }
}

/// The status of every skill of a roadmap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    status: Vec<Status>,
}

impl Standing {
    /// Where `progress` leaves a learner on `roadmap`.
    ///
    /// What the learner said of a skill holds whatever its prerequisites. One of which nothing was said is under
    /// way once time was spent on it or an outcome ticked, and ready when all that it requires is had.
    pub fn of(roadmap: &Roadmap, progress: &Progress) -> Self {
        let status = roadmap
            .skills()
            .map(|(_, skill)| {
                let said = progress.of(skill);
                match said.marked().map(|marked| marked.mark) {
                    Some(Mark::Done) => Status::Done,
                    Some(Mark::Skip) => Status::Skipped,
                    _ if said.known_by().is_some() => Status::Known,
                    Some(Mark::Start) => Status::Learning,
                    None if said.mark.is_none() && said.is_touched() => Status::Learning,
                    Some(Mark::Reset) | None => Status::Locked,
                }
            })
            .collect();
        let mut standing = Self { status };
        for (ix, skill) in roadmap.skills() {
            let open = || skill.requires.iter().all(|&node| standing.has(roadmap, node));
            if standing.status[ix.at()] == Status::Locked && open() {
                standing.status[ix.at()] = Status::Ready;
            }
        }
        standing
    }

    /// The status of one skill.
    pub fn status(&self, skill: SkillIx) -> Status {
        self.status[skill.at()]
    }

    /// Whether a skill is had or a choice satisfied.
    pub fn has(&self, roadmap: &Roadmap, node: Node) -> bool {
        match node {
            Node::Skill(ix) => self.status(ix).is_had(),
            Node::Choice(ix) => self.satisfies(roadmap, ix),
        }
    }

    /// Whether enough options of a choice are had.
    pub fn satisfies(&self, roadmap: &Roadmap, choice: ChoiceIx) -> bool {
        let choice = roadmap.choice(choice);
        let had = choice.options.iter().filter(|&&option| self.status(option).is_had()).count();
        had >= choice.pick as usize
    }

    /// What a skill requires and the learner does not have.
    pub fn missing(&self, roadmap: &Roadmap, skill: SkillIx) -> Vec<Node> {
        let requires = &roadmap.skill(skill).requires;
        requires.iter().copied().filter(|&node| !self.has(roadmap, node)).collect()
    }
}

#[cfg(test)]
mod tests;
