//! What the map remembers: what is folded, and the row in focus.

use std::collections::BTreeSet;

use super::outline::{Row, rows};
use crate::domain::{ChoiceIx, Roadmap, SkillIx, StageIx, TrackIx};
use crate::tui::widget::cursor::Cursor;

/// What the map remembers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The row in focus.
    pub cursor: Cursor,
    /// Tracks that are folded.
    pub folded_tracks: BTreeSet<TrackIx>,
    /// Stages that are unfolded.
    pub open_stages: BTreeSet<StageIx>,
}

impl State {
    /// The road with the stage of `next` unfolded and that skill in focus.
    pub fn new(roadmap: &Roadmap, next: Option<SkillIx>) -> Self {
        let mut state = Self::default();
        if let Some(skill) = next {
            state.show(roadmap, skill, usize::MAX);
        }
        state
    }

    /// The rows that are not folded away.
    pub fn rows(&self, roadmap: &Roadmap) -> Vec<Row> {
        rows(roadmap, &self.folded_tracks, &self.open_stages)
    }

    /// The skill in focus, if the row in focus is one.
    pub fn focus(&self, roadmap: &Roadmap) -> Option<SkillIx> {
        match self.rows(roadmap).get(self.cursor.at) {
            Some(Row::Skill(skill, _)) => Some(*skill),
            _ => None,
        }
    }

    /// The choice in focus, if the row in focus is one.
    pub fn choice(&self, roadmap: &Roadmap) -> Option<ChoiceIx> {
        match self.rows(roadmap).get(self.cursor.at) {
            Some(Row::Choice(choice)) => Some(*choice),
            _ => None,
        }
    }

    /// Unfolds what hides a skill, and puts it into focus.
    pub fn show(&mut self, roadmap: &Roadmap, skill: SkillIx, height: usize) {
        let stage = roadmap.skill(skill).stage;
        self.open_stages.insert(stage);
        self.folded_tracks.remove(&roadmap.stage(stage).track);
        self.go_to(roadmap, height, |row| matches!(row, Row::Skill(ix, _) if *ix == skill));
    }

    /// Puts the first such row into focus, if it shows.
    fn go_to(&mut self, roadmap: &Roadmap, height: usize, wanted: impl Fn(&Row) -> bool) {
        let rows = self.rows(roadmap);
        if let Some(at) = rows.iter().position(wanted) {
            self.cursor.go(at, rows.len(), height);
        }
    }

    /// The stage that is in focus, itself or by one of its skills.
    pub fn stage(&self, roadmap: &Roadmap) -> Option<StageIx> {
        match self.rows(roadmap).get(self.cursor.at)? {
            Row::Track(track) => roadmap.stages_of(*track).next().map(|(stage, _)| stage),
            Row::Stage(stage) => Some(*stage),
            Row::Choice(choice) => Some(roadmap.choice(*choice).stage),
            Row::Skill(skill, _) => Some(roadmap.skill(*skill).stage),
        }
    }

    /// Unfolds what hides a choice, and puts it into focus.
    pub fn show_choice(&mut self, roadmap: &Roadmap, choice: ChoiceIx, height: usize) {
        let stage = roadmap.choice(choice).stage;
        self.open_stages.insert(stage);
        self.folded_tracks.remove(&roadmap.stage(stage).track);
        self.go_to(roadmap, height, |row| *row == Row::Choice(choice));
    }

    /// Puts a stage into focus, unfolding its track.
    pub fn show_stage(&mut self, roadmap: &Roadmap, stage: StageIx, height: usize) {
        self.folded_tracks.remove(&roadmap.stage(stage).track);
        self.go_to(roadmap, height, |row| *row == Row::Stage(stage));
    }

    /// Unfolds the row in focus; where it is open or a skill, says so with `false`.
    pub fn unfold(&mut self, roadmap: &Roadmap) -> bool {
        match self.rows(roadmap).get(self.cursor.at) {
            Some(Row::Track(track)) => self.folded_tracks.remove(track),
            Some(Row::Stage(stage)) => self.open_stages.insert(*stage),
            _ => false,
        }
    }

    /// Folds the row in focus; from a skill or a folded stage it goes to what holds it.
    pub fn fold(&mut self, roadmap: &Roadmap, height: usize) {
        let all = self.rows(roadmap);
        let holder = match all.get(self.cursor.at) {
            Some(Row::Skill(skill, _)) => Some(Row::Stage(roadmap.skill(*skill).stage)),
            Some(Row::Choice(choice)) => Some(Row::Stage(roadmap.choice(*choice).stage)),
            Some(Row::Stage(stage)) if !self.open_stages.remove(stage) => {
                Some(Row::Track(roadmap.stage(*stage).track))
            }
            Some(Row::Track(track)) => {
                self.folded_tracks.insert(*track);
                None
            }
            _ => None,
        };
        if let Some(at) = holder.and_then(|holder| all.iter().position(|row| *row == holder)) {
            self.cursor.go(at, all.len(), height);
        }
    }

    /// Unfolds every stage, or folds all if all are open; what is in focus stays so, or what holds it.
    pub fn fold_all(&mut self, roadmap: &Roadmap, height: usize) {
        let focus = self.focus(roadmap);
        let stage = match self.rows(roadmap).get(self.cursor.at) {
            Some(Row::Stage(stage)) => Some(*stage),
            _ => focus.map(|skill| roadmap.skill(skill).stage),
        };
        let every: BTreeSet<StageIx> = roadmap.stages().map(|(stage, _)| stage).collect();
        self.open_stages = if self.open_stages == every { BTreeSet::new() } else { every };
        match focus.filter(|_| !self.open_stages.is_empty()) {
            Some(skill) => self.show(roadmap, skill, height),
            None => {
                let all = self.rows(roadmap);
                let at = stage.and_then(|stage| all.iter().position(|row| *row == Row::Stage(stage)));
                self.cursor.go(at.unwrap_or(0), all.len(), height);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::shipped::shipped;

    #[test]
    fn unfolded_the_outline_holds_every_skill_once() {
        let roadmap = shipped();
        let mut state = State::new(&roadmap, None);
        let folded = state.rows(&roadmap).len();
        assert_eq!(folded, roadmap.tracks().count() + roadmap.stages().count());
        state.fold_all(&roadmap, 20);
        let mut skills: Vec<SkillIx> = state
            .rows(&roadmap)
            .iter()
            .filter_map(|row| if let Row::Skill(ix, _) = row { Some(*ix) } else { None })
            .collect();
        skills.sort_unstable();
        assert_eq!(skills, roadmap.skills().map(|(ix, _)| ix).collect::<Vec<_>>());
        state.fold_all(&roadmap, 20);
        assert_eq!(state.rows(&roadmap).len(), folded);
    }

    #[test]
    fn showing_a_skill_puts_it_into_focus_wherever_it_is() {
        let roadmap = shipped();
        let mut state = State::default();
        for (skill, _) in roadmap.skills() {
            state.show(&roadmap, skill, 10);
            assert_eq!(state.focus(&roadmap), Some(skill));
        }
    }
}
