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
    folded_tracks: BTreeSet<TrackIx>,
    open_stages: BTreeSet<StageIx>,
    /// What is not folded away, kept until that changes: it is asked for many times a key.
    rows: Vec<Row>,
}

impl State {
    /// The road with the stage of `next` unfolded and that skill in focus.
    pub fn new(roadmap: &Roadmap, next: Option<SkillIx>) -> Self {
        let mut state = Self::default();
        state.renew(roadmap);
        if let Some(skill) = next {
            state.show(roadmap, skill, usize::MAX);
        }
        state
    }

    /// The rows that are not folded away.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The row in focus.
    pub fn row(&self) -> Option<Row> {
        self.rows.get(self.cursor.at).copied()
    }

    /// Whether the stages of a track show.
    pub fn is_open(&self, track: TrackIx) -> bool {
        !self.folded_tracks.contains(&track)
    }

    /// Whether the skills of a stage show.
    pub fn is_stage_open(&self, stage: StageIx) -> bool {
        self.open_stages.contains(&stage)
    }

    fn renew(&mut self, roadmap: &Roadmap) {
        self.rows = rows(roadmap, &self.folded_tracks, &self.open_stages);
    }

    /// The skill in focus, if the row in focus is one.
    pub fn focus(&self) -> Option<SkillIx> {
        match self.row() {
            Some(Row::Skill(skill, _)) => Some(skill),
            _ => None,
        }
    }

    /// The choice in focus, if the row in focus is one.
    pub fn choice(&self) -> Option<ChoiceIx> {
        match self.row() {
            Some(Row::Choice(choice)) => Some(choice),
            _ => None,
        }
    }

    /// Unfolds what hides a skill, and puts it into focus.
    pub fn show(&mut self, roadmap: &Roadmap, skill: SkillIx, height: usize) {
        self.open(roadmap, roadmap.skill(skill).stage);
        self.go_to(height, |row| matches!(row, Row::Skill(ix, _) if *ix == skill));
    }

    /// Unfolds a stage, and the track that holds it.
    fn open(&mut self, roadmap: &Roadmap, stage: StageIx) {
        let track_was_folded = self.folded_tracks.remove(&roadmap.stage(stage).track);
        if self.open_stages.insert(stage) || track_was_folded {
            self.renew(roadmap);
        }
    }

    /// Puts the first such row into focus, if it shows.
    fn go_to(&mut self, height: usize, wanted: impl Fn(&Row) -> bool) {
        if let Some(at) = self.rows.iter().position(wanted) {
            self.cursor.go(at, self.rows.len(), height);
        }
    }

    /// The stage that is in focus, itself or by one of its skills.
    pub fn stage(&self, roadmap: &Roadmap) -> Option<StageIx> {
        match self.row()? {
            Row::Track(track) => roadmap.stages_of(track).next().map(|(stage, _)| stage),
            Row::Stage(stage) => Some(stage),
            Row::Choice(choice) => Some(roadmap.choice(choice).stage),
            Row::Skill(skill, _) => Some(roadmap.skill(skill).stage),
        }
    }

    /// Unfolds what hides a choice, and puts it into focus.
    pub fn show_choice(&mut self, roadmap: &Roadmap, choice: ChoiceIx, height: usize) {
        self.open(roadmap, roadmap.choice(choice).stage);
        self.go_to(height, |row| *row == Row::Choice(choice));
    }

    /// Puts a stage into focus, unfolding its track.
    pub fn show_stage(&mut self, roadmap: &Roadmap, stage: StageIx, height: usize) {
        if self.folded_tracks.remove(&roadmap.stage(stage).track) {
            self.renew(roadmap);
        }
        self.go_to(height, |row| *row == Row::Stage(stage));
    }

    /// Unfolds the row in focus; where it is open or a skill, says so with `false`.
    pub fn unfold(&mut self, roadmap: &Roadmap) -> bool {
        let unfolded = match self.row() {
            Some(Row::Track(track)) => self.folded_tracks.remove(&track),
            Some(Row::Stage(stage)) => self.open_stages.insert(stage),
            _ => false,
        };
        if unfolded {
            self.renew(roadmap);
        }
        unfolded
    }

    /// Folds the row in focus; from a skill or a folded stage it goes to what holds it.
    pub fn fold(&mut self, roadmap: &Roadmap, height: usize) {
        let holder = match self.row() {
            Some(Row::Skill(skill, _)) => Some(Row::Stage(roadmap.skill(skill).stage)),
            Some(Row::Choice(choice)) => Some(Row::Stage(roadmap.choice(choice).stage)),
            Some(Row::Stage(stage)) if !self.open_stages.remove(&stage) => {
                Some(Row::Track(roadmap.stage(stage).track))
            }
            Some(Row::Track(track)) => {
                self.folded_tracks.insert(track);
                None
            }
            _ => None,
        };
        match holder {
            Some(holder) => self.go_to(height, |row| *row == holder),
            None => self.renew(roadmap),
        }
    }

    /// Unfolds every stage, or folds all if all are open; what is in focus stays so, or what holds it.
    pub fn fold_all(&mut self, roadmap: &Roadmap, height: usize) {
        let focus = self.focus();
        let stage = match self.row() {
            Some(Row::Stage(stage)) => Some(stage),
            _ => focus.map(|skill| roadmap.skill(skill).stage),
        };
        let every: BTreeSet<StageIx> = roadmap.stages().map(|(stage, _)| stage).collect();
        self.open_stages = if self.open_stages == every { BTreeSet::new() } else { every };
        self.renew(roadmap);
        match focus.filter(|_| !self.open_stages.is_empty()) {
            Some(skill) => self.show(roadmap, skill, height),
            None => {
                let at = stage.and_then(|stage| self.rows.iter().position(|row| *row == Row::Stage(stage)));
                self.cursor.go(at.unwrap_or(0), self.rows.len(), height);
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
        let folded = state.rows().len();
        assert_eq!(folded, roadmap.tracks().count() + roadmap.stages().count());
        state.fold_all(&roadmap, 20);
        let mut skills: Vec<SkillIx> = state
            .rows()
            .iter()
            .filter_map(|row| if let Row::Skill(ix, _) = row { Some(*ix) } else { None })
            .collect();
        skills.sort_unstable();
        assert_eq!(skills, roadmap.skills().map(|(ix, _)| ix).collect::<Vec<_>>());
        state.fold_all(&roadmap, 20);
        assert_eq!(state.rows().len(), folded);
    }

    #[test]
    fn showing_a_skill_puts_it_into_focus_wherever_it_is() {
        let roadmap = shipped();
        let mut state = State::new(&roadmap, None);
        for (skill, _) in roadmap.skills() {
            state.show(&roadmap, skill, 10);
            assert_eq!(state.focus(), Some(skill));
        }
    }

    #[test]
    fn the_rows_kept_are_those_that_are_not_folded_away_whatever_is_done() {
        let roadmap = shipped();
        let mut state = State::new(&roadmap, None);
        let skills: Vec<SkillIx> = roadmap.skills().map(|(skill, _)| skill).collect();
        let choice = roadmap.choices().next().unwrap().0;
        let holds = |state: &State, what: &str| {
            let fresh = rows(&roadmap, &state.folded_tracks, &state.open_stages);
            assert_eq!(state.rows(), fresh, "after {what}");
            assert!(state.row().is_some(), "after {what}");
        };
        for step in 0..60_usize {
            state.cursor.go(step * 7 % state.rows().len(), state.rows().len(), 10);
            state.fold(&roadmap, 10);
            holds(&state, "fold");
            state.cursor.go(step * 5 % state.rows().len(), state.rows().len(), 10);
            state.unfold(&roadmap);
            holds(&state, "unfold");
            match step % 4 {
                0 => state.show(&roadmap, skills[step * 11 % skills.len()], 10),
                1 => state.show_choice(&roadmap, choice, 10),
                2 => state.show_stage(&roadmap, roadmap.skill(skills[step]).stage, 10),
                _ if step % 20 == 3 => state.fold_all(&roadmap, 10),
                _ => {}
            }
            holds(&state, "a jump");
        }
    }
}
