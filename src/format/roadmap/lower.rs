//! From what was written to what it means: ids looked up, pieces put in road order.

use std::collections::{BTreeMap, BTreeSet};

use super::fields::At;
use super::lowered::Lowered;
use super::raw::{RawChoice, RawFile, RawNeed, RawRole, RawSkill, RawStage, Text};
use super::taken::{Taken, look_up, named, take};
use super::{Defect, Fault, Place};
use crate::domain::{
    Choice, ChoiceIx, Clean, Details, Evidence, Hours, Id, Level, Need, Node, Outcome, Prompt, Resource,
    ResourceKind, Roadmap, Role, Skill, SkillIx, Stage, StageIx, TextKey, Track, TrackIx, is_web_address,
};

/// The most skills that a roadmap may have.
pub const MOST_SKILLS: usize = 20_000;

/// Lowers all files on top of `base`, reporting what cannot be looked up.
pub(super) fn lower(base: Option<&Roadmap>, files: &[RawFile], defects: &mut Vec<Defect>) -> Lowered {
    let mut lowering = Lowering::new(base, defects);
    lowering.name_all(files);
    for (file, raw) in files.iter().enumerate() {
        lowering.file = file;
        raw.tracks.iter().for_each(|track| lowering.track(track));
        raw.stages.iter().for_each(|stage| lowering.stage(stage));
    }
    for (file, raw) in files.iter().enumerate() {
        lowering.file = file;
        for (at, skill) in raw.skills.iter().enumerate() {
            lowering.skill(raw, at, skill);
        }
        for (at, choice) in raw.choices.iter().enumerate() {
            lowering.choice(raw, at, choice);
        }
        raw.roles.iter().for_each(|role| lowering.role(role));
    }
    lowering.finish()
}

struct Lowering<'d> {
    defects: &'d mut Vec<Defect>,
    file: usize,
    tracks: Taken<TrackIx>,
    stages: Taken<StageIx>,
    nodes: Taken<Node>,
    roles: Taken<()>,
    aliases: BTreeMap<String, Id>,
    out: Lowered,
}

impl<'d> Lowering<'d> {
    fn new(base: Option<&Roadmap>, defects: &'d mut Vec<Defect>) -> Self {
        let parts = base.map(|base| base.parts().clone()).unwrap_or_default();
        let mut lowering = Self {
            defects,
            file: 0,
            tracks: named(parts.tracks.iter().map(|track| &track.id), TrackIx::new),
            stages: named(parts.stages.iter().map(|stage| &stage.id), StageIx::new),
            nodes: named(parts.skills.iter().map(|skill| &skill.id), |i| Node::Skill(SkillIx::new(i))),
            roles: named(parts.roles.iter().map(|role| &role.id), |_| ()),
            aliases: BTreeMap::new(),
            out: Lowered {
                skills_from: vec![None; parts.skills.len()],
                choices_from: vec![None; parts.choices.len()],
                parts,
            },
        };
        let choices = named(lowering.out.parts.choices.iter().map(|choice| &choice.id), |i| {
            Node::Choice(ChoiceIx::new(i))
        });
        lowering.nodes.extend(choices);
        for (i, skill) in lowering.out.parts.skills.iter().enumerate() {
            for was in &skill.was {
                lowering.nodes.insert(was.to_string(), (Node::Skill(SkillIx::new(i)), None));
            }
            for alias in &skill.aliases {
                lowering.aliases.insert(alias_key(alias), skill.id.clone());
            }
        }
        lowering
    }

    /// Gives every new id its place, so that files may refer to each other in any order.
    fn name_all(&mut self, files: &[RawFile]) {
        let (mut tracks, mut stages) = (self.out.parts.tracks.len(), self.out.parts.stages.len());
        let (mut skills, mut choices) = (self.out.parts.skills.len(), self.out.parts.choices.len());
        for (file, raw) in files.iter().enumerate() {
            self.file = file;
            for track in &raw.tracks {
                take(self.defects, file, &mut self.tracks, track.id.as_ref(), TrackIx::new(tracks));
                tracks += 1;
            }
            for stage in &raw.stages {
                take(self.defects, file, &mut self.stages, stage.id.as_ref(), StageIx::new(stages));
                stages += 1;
            }
            for skill in &raw.skills {
                let node = Node::Skill(SkillIx::new(skills));
                take(self.defects, file, &mut self.nodes, skill.id.as_ref(), node);
                skill.was.iter().for_each(|was| take(self.defects, file, &mut self.nodes, Some(was), node));
                skills += 1;
            }
            for choice in &raw.choices {
                let node = Node::Choice(ChoiceIx::new(choices));
                take(self.defects, file, &mut self.nodes, choice.id.as_ref(), node);
                choices += 1;
            }
            raw.roles.iter().for_each(|role| take(self.defects, file, &mut self.roles, role.id.as_ref(), ()));
        }
        if skills > MOST_SKILLS {
            self.report(0..0, Fault::TooManySkills);
        }
    }

    fn track(&mut self, raw: &super::raw::RawTrack) {
        self.out.parts.tracks.push(Track {
            id: id_of(raw.id.as_ref()),
            title: line(raw.title.as_ref()),
            order: order(raw.order),
            summary: line(raw.summary.as_ref()),
        });
    }

    fn stage(&mut self, raw: &RawStage) {
        let track =
            raw.track.as_ref().and_then(|id| look_up(self.defects, self.file, &self.tracks, id, "track"));
        self.out.parts.stages.push(Stage {
            id: id_of(raw.id.as_ref()),
            track: track.unwrap_or(TrackIx(0)),
            title: line(raw.title.as_ref()),
            order: order(raw.order),
            summary: line(raw.summary.as_ref()),
        });
    }

    fn skill(&mut self, file: &RawFile, at: usize, raw: &RawSkill) {
        let stage = self.stage_of(file, raw.stage.as_ref(), raw.id.as_ref().map_or(&raw.span, |id| &id.span));
        let id = id_of(raw.id.as_ref());
        for alias in &raw.aliases {
            self.claim(alias, &id);
        }
        let details = Details {
            why: line(raw.why.as_ref()),
            about: raw.about.as_ref().map(|text| Clean::prose(text.value.trim())).unwrap_or_default(),
            practice: raw.practice.as_ref().map(|text| Clean::prose(text.value.trim())).unwrap_or_default(),
            resources: raw.resources.iter().map(|resource| self.resource(resource)).collect(),
            evidence: raw
                .evidence
                .iter()
                .map(|(path, contains)| self.evidence(path.as_ref(), contains.as_ref()))
                .collect(),
        };
        let skill = Skill {
            was: raw.was.iter().map(|was| id_of(Some(was))).collect(),
            title: line(raw.title.as_ref()),
            stage,
            hours: self.hours(raw.hours.as_ref()),
            level: word(raw.level.as_ref(), &Level::ALL, Level::word).unwrap_or(Level::Core),
            requires: self.nodes_of(&raw.requires, "skill or choice"),
            helps: self.nodes_of(&raw.helps, "skill or choice"),
            aliases: raw.aliases.iter().map(|alias| Clean::line(&alias.value)).collect(),
            outcomes: self.outcomes(&raw.outcomes),
            prompts: raw
                .prompts
                .iter()
                .map(|(ask, answer)| {
                    let ask = line(ask.as_ref());
                    Prompt { key: key_of(&ask), ask, answer: line(answer.as_ref()) }
                })
                .collect(),
            details: details.into(),
            id,
        };
        self.out.parts.skills.push(skill);
        self.out.skills_from.push(Some((self.file, at)));
    }

    fn choice(&mut self, file: &RawFile, at: usize, raw: &RawChoice) {
        let stage = self.stage_of(file, raw.stage.as_ref(), raw.id.as_ref().map_or(&raw.span, |id| &id.span));
        let mut options = Vec::new();
        self.listed_once(&raw.options);
        for written in &raw.options {
            match look_up(self.defects, self.file, &self.nodes, written, "skill") {
                Some(Node::Skill(ix)) => options.push(ix),
                Some(Node::Choice(_)) => {
                    let id = Clean::line(&written.value);
                    self.report(written.span.clone(), Fault::UnknownId { wants: "skill", id, near: None });
                }
                None => {}
            }
        }
        let pick = raw.pick.as_ref().map_or(1, |pick| pick.value);
        if pick < 1 || pick > raw.options.len() as i64 {
            let span = raw.pick.as_ref().map_or_else(|| raw.span.clone(), |pick| pick.span.clone());
            self.report(span, Fault::PickOutOfRange { pick, options: raw.options.len() });
        }
        self.out.parts.choices.push(Choice {
            id: id_of(raw.id.as_ref()),
            title: line(raw.title.as_ref()),
            stage,
            pick: u32::try_from(pick).unwrap_or(1),
            options,
        });
        self.out.choices_from.push(Some((self.file, at)));
    }

    fn role(&mut self, raw: &RawRole) {
        let needs = raw.needs.iter().filter_map(|need| self.need(need)).collect();
        self.out.parts.roles.push(Role {
            id: id_of(raw.id.as_ref()),
            title: line(raw.title.as_ref()),
            summary: line(raw.summary.as_ref()),
            needs,
        });
    }

    fn need(&mut self, raw: &RawNeed) -> Option<Need> {
        let written = match (&raw.skill, &raw.choice) {
            (Some(id), None) => (id, "skill"),
            (None, Some(id)) => (id, "choice"),
            _ => {
                self.report(raw.span.clone(), Fault::NeedWithoutNode);
                return None;
            }
        };
        let node = look_up(self.defects, self.file, &self.nodes, written.0, written.1);
        let fits =
            matches!((node, written.1), (Some(Node::Skill(_)), "skill") | (Some(Node::Choice(_)), "choice"));
        if node.is_some() && !fits {
            let id = Clean::line(&written.0.value);
            self.report(written.0.span.clone(), Fault::UnknownId { wants: written.1, id, near: None });
        }
        let weight = raw.weight.as_ref()?;
        if !(1..=5).contains(&weight.value) {
            self.report(weight.span.clone(), Fault::WeightOutOfRange { weight: weight.value });
        }
        Some(Need { node: node?, weight: u8::try_from(weight.value.clamp(1, 5)).unwrap_or(1) })
    }

    fn stage_of(&mut self, file: &RawFile, own: Option<&Text>, span: &std::ops::Range<usize>) -> StageIx {
        let of_file = file.stages.first().filter(|_| file.own_stage).and_then(|stage| stage.id.as_ref());
        let of_file = of_file.filter(|id| Id::parse(&id.value).is_ok());
        match own.or(of_file) {
            Some(id) => look_up(self.defects, self.file, &self.stages, id, "stage"),
            None if file.own_stage => None,
            None => {
                self.report(span.clone(), Fault::NoStage);
                None
            }
        }
        .unwrap_or(StageIx(0))
    }

    fn listed_once(&mut self, ids: &[Text]) {
        let mut seen = BTreeSet::new();
        for id in ids {
            if !seen.insert(&id.value) {
                self.report(id.span.clone(), Fault::ListedTwice { id: Clean::line(&id.value) });
            }
        }
    }

    fn nodes_of(&mut self, ids: &[Text], wants: &'static str) -> Vec<Node> {
        self.listed_once(ids);
        ids.iter().filter_map(|id| look_up(self.defects, self.file, &self.nodes, id, wants)).collect()
    }

    fn hours(&mut self, raw: Option<&At<(f64, f64)>>) -> Hours {
        let Some(At { value: (low, high), span }) = raw else { return Hours { low: 0.5, high: 0.5 } };
        if low > high {
            self.report(span.clone(), Fault::HoursOutOfOrder);
        } else if !(0.5..=200.0).contains(low) || !(0.5..=200.0).contains(high) {
            self.report(span.clone(), Fault::HoursOutOfRange);
        }
        Hours { low: *low as f32, high: *high as f32 }
    }

    fn outcomes(&mut self, raw: &[Text]) -> Vec<Outcome> {
        let mut outcomes = Vec::with_capacity(raw.len());
        let mut seen = BTreeSet::new();
        for text in raw {
            let clean = Clean::line(&text.value);
            let key = key_of(&clean);
            if !seen.insert(key) {
                self.report(text.span.clone(), Fault::OutcomeTwice);
            }
            outcomes.push(Outcome { key, text: clean });
        }
        outcomes
    }

    fn resource(&mut self, raw: &super::raw::RawResource) -> Resource {
        if let Some(url) = raw.url.as_ref().filter(|url| !is_web_address(&url.value, false)) {
            self.report(url.span.clone(), Fault::NotHttps { url: Clean::line(&url.value) });
        }
        Resource {
            title: line(raw.title.as_ref()),
            url: line(raw.url.as_ref()),
            kind: word(raw.kind.as_ref(), &ResourceKind::ALL, ResourceKind::word)
                .unwrap_or(ResourceKind::Docs),
            free: raw.free,
        }
    }

    fn evidence(&mut self, path: Option<&Text>, contains: Option<&Text>) -> Evidence {
        if let Some(pattern) = contains
            && let Err(error) = regex_syntax::parse(&pattern.value)
        {
            let message = match &error {
                regex_syntax::Error::Parse(error) => error.kind().to_string(),
                regex_syntax::Error::Translate(error) => error.kind().to_string(),
                other => other.to_string(),
            };
            self.report(pattern.span.clone(), Fault::BadPattern { message: Clean::line(&message) });
        }
        Evidence { path: line(path), contains: contains.map(|text| Clean::line(&text.value)) }
    }

    fn claim(&mut self, alias: &Text, own: &Id) {
        let key = alias_key(&alias.value);
        if let Some(other) = self.aliases.get(&key) {
            let fault = Fault::AliasTwice { alias: Clean::line(&alias.value), other: other.clone() };
            self.report(alias.span.clone(), fault);
        } else {
            self.aliases.insert(key, own.clone());
        }
    }

    fn report(&mut self, span: std::ops::Range<usize>, fault: Fault) {
        self.defects.push(Defect { place: Place { file: self.file, span }, fault });
    }

    fn finish(self) -> Lowered {
        super::sort::in_road_order(self.out)
    }
}

/// Aliases that differ in case alone are one, unless one asks to be matched exactly.
fn alias_key(alias: &str) -> String {
    if alias.starts_with('=') { alias.to_owned() } else { alias.to_lowercase() }
}

/// The id as written, or a stand-in where a defect says already that there is none.
fn id_of(text: Option<&Text>) -> Id {
    let written = text.and_then(|text| Id::parse(&text.value).ok());
    written.unwrap_or_else(Id::stand_in)
}

fn line(text: Option<&Text>) -> Clean {
    text.map(|text| Clean::line(text.value.trim())).unwrap_or_default()
}

fn order(written: i64) -> i32 {
    i32::try_from(written).unwrap_or(if written < 0 { i32::MIN } else { i32::MAX })
}

fn word<T: Copy>(text: Option<&Text>, all: &[T], word: impl Fn(T) -> &'static str) -> Option<T> {
    let text = text?;
    all.iter().copied().find(|&value| word(value) == text.value)
}
/// What the journal calls a text.
fn key_of(text: &Clean) -> TextKey {
    TextKey(crc32fast::hash(text.as_bytes()))
}
