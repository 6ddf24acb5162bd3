//! What is checked once every id is looked up: circles, lines that say nothing new, skills that lead nowhere.

use std::collections::BTreeSet;
use std::ops::Range;

use super::lowered::Lowered;
use super::raw::{RawFile, RawSkill};
use super::reach::Reach;
use super::{Defect, Fault, Place, cycle};
use crate::domain::{Node, Roadmap, Skill, SkillIx, StageIx, TrackIx};

const LEAST_OUTCOMES: usize = 3;
const LEAST_PROMPTS: usize = 2;
const LEAST_RESOURCES: usize = 2;
const LONGEST_WHY: usize = 160;

/// Checks what each skill holds and the whole graph, and gives the roadmap unless something is an error.
///
/// What a graph with holes cannot tell (what leads nowhere, what is out of reach) is looked at only once nothing
/// else is wrong.
pub(super) fn check(lowered: Lowered, files: &[RawFile], defects: &mut Vec<Defect>) -> Option<Roadmap> {
    let Lowered { parts, skills_from, choices_from } = lowered;
    let is_whole = !defects.iter().any(Defect::is_error);
    let written = |ix: SkillIx| skills_from[ix.at()].map(|(file, at)| (file, &files[file].skills[at]));
    for (i, skill) in parts.skills.iter().enumerate() {
        let Some((file, raw)) = written(SkillIx::new(i)) else { continue };
        check_skill(skill, raw, is_whole, &mut report_in(file, defects));
    }
    let circles = cycle::find(&parts);
    for circle in &circles {
        let new = circle.iter().position(|&skill| written(skill).is_some()).unwrap_or(0);
        let Some((file, raw)) = written(circle[new]) else { continue };
        let ids = circle[new..].iter().chain(&circle[..new]);
        let ids = ids.map(|skill| parts.skills[skill.at()].id.clone()).collect();
        report_in(file, defects)(id_span(raw), Fault::Cycle { ids });
    }
    if !is_whole || !circles.is_empty() {
        return None;
    }
    let roadmap = Roadmap::new(parts);
    let facts = Facts::of(&roadmap);
    for (ix, _) in roadmap.skills() {
        let Some((file, raw)) = written(ix) else { continue };
        check_ways(&roadmap, &facts, ix, raw, &mut report_in(file, defects));
    }
    for (ix, choice) in roadmap.choices().filter(|(ix, _)| !facts.needed.contains(&Node::Choice(*ix))) {
        let Some((file, at)) = choices_from[ix.at()] else { continue };
        let raw = &files[file].choices[at];
        let span = raw.id.as_ref().map_or_else(|| raw.span.clone(), |id| id.span.clone());
        report_in(file, defects)(span, Fault::Unneeded { id: choice.id.clone() });
    }
    Some(roadmap)
}

fn report_in(file: usize, defects: &mut Vec<Defect>) -> impl FnMut(Range<usize>, Fault) {
    move |span, fault| defects.push(Defect { place: Place { file, span }, fault })
}

/// Checks what a skill holds. Without the needed outcomes that is said already, unless all `is_whole`.
fn check_skill(skill: &Skill, raw: &RawSkill, is_whole: bool, report: &mut impl FnMut(Range<usize>, Fault)) {
    let here = id_span(raw);
    let (outcomes, prompts, resources) =
        (skill.outcomes.len(), skill.prompts.len(), skill.details.resources.len());
    if outcomes < LEAST_OUTCOMES && (outcomes > 0 || is_whole) {
        report(here.clone(), Fault::FewOutcomes { count: outcomes });
    }
    if prompts < LEAST_PROMPTS {
        report(here.clone(), Fault::FewPrompts { count: prompts });
    }
    if resources < LEAST_RESOURCES {
        report(here.clone(), Fault::FewResources { count: resources });
    }
    let length = skill.details.why.chars().count();
    if length > LONGEST_WHY {
        report(raw.why.as_ref().map_or(here, |why| why.span.clone()), Fault::LongWhy { length });
    }
}

/// Checks how a skill hangs together with the rest.
fn check_ways(
    roadmap: &Roadmap,
    facts: &Facts,
    ix: SkillIx,
    raw: &RawSkill,
    report: &mut impl FnMut(Range<usize>, Fault),
) {
    let skill = roadmap.skill(ix);
    let here = id_span(raw);
    for (node, written) in skill.requires.iter().zip(&raw.requires) {
        let by = skill.requires.iter().find(|&&by| facts.reach.implies(by, *node));
        if let Some(by) = by {
            let (id, by) = (roadmap.node_id(*node).clone(), roadmap.node_id(*by).clone());
            report(written.span.clone(), Fault::Implied { id, by });
        }
    }
    if !facts.needed.contains(&Node::Skill(ix)) {
        report(here.clone(), Fault::Unneeded { id: skill.id.clone() });
    }
    let track = roadmap.stage(skill.stage).track;
    if !facts.reached[ix.at()].contains(&track) {
        let track = roadmap.track(track).id.clone();
        report(here, Fault::OutOfReach { id: skill.id.clone(), track });
    }
}

fn id_span(raw: &RawSkill) -> Range<usize> {
    raw.id.as_ref().map_or_else(|| raw.span.clone(), |id| id.span.clone())
}

/// What is derived once for all checks.
struct Facts {
    reach: Reach,
    needed: BTreeSet<Node>,
    /// For each skill, the tracks from whose first stage a way leads to it.
    reached: Vec<BTreeSet<TrackIx>>,
}

impl Facts {
    fn of(roadmap: &Roadmap) -> Self {
        Self { reach: Reach::of(roadmap), needed: needed(roadmap), reached: reached(roadmap) }
    }
}

/// Everything that a skill or a role needs, and every option of a choice that is needed.
fn needed(roadmap: &Roadmap) -> BTreeSet<Node> {
    let by_skills = roadmap.skills().flat_map(|(_, skill)| skill.requires.iter().copied());
    let by_roles = roadmap.roles().flat_map(|(_, role)| role.needs.iter().map(|need| need.node));
    let mut needed: BTreeSet<Node> = by_skills.chain(by_roles).collect();
    for (ix, choice) in roadmap.choices() {
        if needed.contains(&Node::Choice(ix)) {
            needed.extend(choice.options.iter().map(|&option| Node::Skill(option)));
        }
    }
    needed
}

fn reached(roadmap: &Roadmap) -> Vec<BTreeSet<TrackIx>> {
    let firsts: BTreeSet<StageIx> = roadmap
        .tracks()
        .filter_map(|(track, _)| roadmap.stages_of(track).map(|(stage, _)| stage).next())
        .collect();
    let mut reached = vec![BTreeSet::new(); roadmap.skills().len()];
    for &skill in roadmap.graph().order() {
        let stage = roadmap.skill(skill).stage;
        let mut own: BTreeSet<TrackIx> = BTreeSet::new();
        if firsts.contains(&stage) {
            own.insert(roadmap.stage(stage).track);
        }
        for before in cycle::before(roadmap.parts(), skill) {
            own.extend(reached[before.at()].iter().copied());
        }
        reached[skill.at()] = own;
    }
    reached
}
