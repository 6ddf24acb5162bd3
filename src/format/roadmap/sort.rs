//! Pieces put in road order, every reference moved along.

use super::lowered::Lowered;
use crate::domain::{ChoiceIx, Node, SkillIx, StageIx, TrackIx};

/// Sorts tracks by order, stages by track and order, skills and choices by stage, and renumbers what refers to them.
pub(super) fn in_road_order(lowered: Lowered) -> Lowered {
    let Lowered { mut parts, skills_from, choices_from } = lowered;
    let tracks = ranking(parts.tracks.len(), |i| (parts.tracks[i].order, parts.tracks[i].id.clone()));
    for stage in &mut parts.stages {
        stage.track = TrackIx::new(tracks.get(stage.track.at()).copied().unwrap_or(0));
    }
    let stages = ranking(parts.stages.len(), |i| {
        let stage = &parts.stages[i];
        (stage.track, stage.order, stage.id.clone())
    });
    let moved = |stage: StageIx| StageIx::new(stages.get(stage.at()).copied().unwrap_or(0));
    parts.skills.iter_mut().for_each(|skill| skill.stage = moved(skill.stage));
    parts.choices.iter_mut().for_each(|choice| choice.stage = moved(choice.stage));
    let skills = ranking(parts.skills.len(), |i| parts.skills[i].stage);
    let choices = ranking(parts.choices.len(), |i| parts.choices[i].stage);
    let skill = |ix: SkillIx| SkillIx::new(skills[ix.at()]);
    let node = |node: &mut Node| match node {
        Node::Skill(ix) => *ix = skill(*ix),
        Node::Choice(ix) => *ix = ChoiceIx::new(choices[ix.at()]),
    };
    for entry in &mut parts.skills {
        entry.requires.iter_mut().for_each(node);
        entry.helps.iter_mut().for_each(node);
    }
    for choice in &mut parts.choices {
        choice.options.iter_mut().for_each(|option| *option = skill(*option));
    }
    for role in &mut parts.roles {
        role.needs.iter_mut().for_each(|need| node(&mut need.node));
    }
    parts.tracks = permuted(parts.tracks, &tracks);
    parts.stages = permuted(parts.stages, &stages);
    parts.skills = permuted(parts.skills, &skills);
    parts.choices = permuted(parts.choices, &choices);
    Lowered {
        parts,
        skills_from: permuted(skills_from, &skills),
        choices_from: permuted(choices_from, &choices),
    }
}

/// For each index, its rank when sorted by `key`; equals keep their order.
fn ranking<K: Ord>(count: usize, key: impl Fn(usize) -> K) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by_cached_key(|&i| key(i));
    let mut rank = vec![0; count];
    for (to, from) in order.into_iter().enumerate() {
        rank[from] = to;
    }
    rank
}

/// The items with each at its rank.
fn permuted<T>(items: Vec<T>, rank: &[usize]) -> Vec<T> {
    let mut ranked: Vec<(usize, T)> = rank.iter().copied().zip(items).collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, item)| item).collect()
}
