//! One skill's card.

use super::review::{self, Recall};
use crate::app::Session;
use crate::domain::{Node, SkillIx, SkillProgress, Status};
use crate::engine::suggest::hours_left;

/// One skill with all that the learner did on it and where it stands in the graph.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// Which skill.
    pub skill: SkillIx,
    /// Where the learner stands with it.
    pub status: Status,
    /// Hours that it still takes.
    pub hours_left: f64,
    /// For each outcome, whether it is ticked.
    pub ticked: Vec<bool>,
    /// What it requires, and whether that is had.
    pub needs: Vec<(Node, bool)>,
    /// What is good to have first, and whether it is had.
    pub helps: Vec<(Node, bool)>,
    /// What having it leads to directly.
    pub opens: Vec<SkillIx>,
    /// Which of all these are had and fade.
    pub fading: Vec<SkillIx>,
    /// How well it is remembered, if it is one that is reviewed.
    pub recall: Option<Recall>,
    /// What the journal says of it.
    pub said: SkillProgress,
}

/// The card of one skill.
pub fn card(session: &Session, skill: SkillIx) -> Card {
    let (roadmap, standing, progress) = (session.roadmap(), session.standing(), session.progress());
    let told = roadmap.skill(skill);
    let said = progress.of(told).into_owned();
    let with_had = |nodes: &[Node]| nodes.iter().map(|&node| (node, standing.has(roadmap, node))).collect();
    let mut opens: Vec<SkillIx> = roadmap.graph().opens(skill).collect();
    opens.sort_unstable();
    opens.dedup();
    let before = told.requires.iter().chain(&told.helps).filter_map(|&node| match node {
        Node::Skill(ix) => Some(ix),
        Node::Choice(_) => None,
    });
    let fading = before.chain(opens.iter().copied()).filter(|&ix| session.fades(ix)).collect();
    Card {
        skill,
        status: standing.status(skill),
        hours_left: hours_left(roadmap, standing, progress, skill),
        ticked: told.outcomes.iter().map(|outcome| said.has_ticked(outcome.key)).collect(),
        needs: with_had(&told.requires),
        helps: with_had(&told.helps),
        opens,
        fading,
        recall: review::recall(session, skill),
        said,
    }
}
