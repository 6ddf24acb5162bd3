//! The rows of the outline.

use std::collections::BTreeSet;

use crate::domain::{ChoiceIx, Roadmap, SkillIx, StageIx, TrackIx};

/// One row of the outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// A track.
    Track(TrackIx),
    /// A stage.
    Stage(StageIx),
    /// A choice, above its options.
    Choice(ChoiceIx),
    /// A skill, and whether it is an option of the choice above it.
    Skill(SkillIx, bool),
}

/// The rows that are not folded away.
pub fn rows(
    roadmap: &Roadmap,
    folded_tracks: &BTreeSet<TrackIx>,
    open_stages: &BTreeSet<StageIx>,
) -> Vec<Row> {
    let mut rows = Vec::new();
    for (track, _) in roadmap.tracks() {
        rows.push(Row::Track(track));
        if folded_tracks.contains(&track) {
            continue;
        }
        for (stage, _) in roadmap.stages_of(track) {
            rows.push(Row::Stage(stage));
            if open_stages.contains(&stage) {
                skills(roadmap, stage, &mut rows);
            }
        }
    }
    rows
}

/// The skills of a stage; the options of a choice stand together where the first of them is written.
fn skills(roadmap: &Roadmap, stage: StageIx, rows: &mut Vec<Row>) {
    let choices: Vec<ChoiceIx> = roadmap.choices_of(stage).map(|(ix, _)| ix).collect();
    let mut listed: Vec<ChoiceIx> = Vec::new();
    for (skill, _) in roadmap.skills_of(stage) {
        let own = choices.iter().find(|&&choice| roadmap.choice(choice).options.contains(&skill));
        match own {
            None => rows.push(Row::Skill(skill, false)),
            Some(choice) if !listed.contains(choice) => {
                listed.push(*choice);
                rows.push(Row::Choice(*choice));
                rows.extend(roadmap.choice(*choice).options.iter().map(|&option| Row::Skill(option, true)));
            }
            Some(_) => {}
        }
    }
}
