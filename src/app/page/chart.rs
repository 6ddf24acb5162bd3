//! The road as a graph to be drawn, gathered from the session.

mod placed;

use std::collections::{BTreeMap, BTreeSet};

use super::report::{Scope, target};
use crate::app::Session;
use crate::domain::{ChoiceIx, Node, Roadmap, SkillIx, StageIx, Standing, Status};
use crate::engine::share;
use crate::engine::suggest;
use crate::export::chart::{Chart, ChartEdge, ChartNode, ChartStage, ChartTrack, EdgeKind, NodeKind};

pub use placed::placed;

/// The road of today, or the part of it that the scope names with what it needs from outside.
pub fn chart(session: &Session, scope: &Scope) -> Chart {
    let (roadmap, standing, progress) = (session.roadmap(), session.standing(), session.progress());
    let gatherer = Gatherer { session, roadmap, standing, scope, way: way(session) };
    let (nodes, places) = gatherer.nodes();
    let (tracks, stages) = gatherer.groups();
    let advice = suggest::advise(roadmap, standing, progress, session.goal());
    let next = advice.steps.first().map(|step| Node::Skill(step.skill));
    Chart {
        day: session.today(),
        part: scope.part(roadmap),
        goal: target(session),
        share: advice.share,
        next: next.and_then(|next| places.get(&next).copied()),
        edges: gatherer.edges(&nodes, &places),
        nodes: nodes.iter().map(|&node| gatherer.node(node)).collect(),
        tracks,
        stages,
    }
}

struct Gatherer<'a> {
    session: &'a Session,
    roadmap: &'a Roadmap,
    standing: &'a Standing,
    scope: &'a Scope,
    way: BTreeSet<Node>,
}

/// The skills and choices on the way to the goal.
fn way(session: &Session) -> BTreeSet<Node> {
    let roadmap = session.roadmap();
    let Some(goal) = session.goal() else { return BTreeSet::new() };
    let worth = suggest::worth_of(roadmap, Some(goal));
    let skills = suggest::way_to(roadmap, session.standing(), session.progress(), &worth);
    let required = skills.iter().flat_map(|&skill| &roadmap.skill(skill).requires).copied();
    let choices = required.chain(worth.iter().map(|&(node, _)| node));
    let choices: Vec<Node> = choices.filter(|node| matches!(node, Node::Choice(_))).collect();
    skills.iter().map(|&skill| Node::Skill(skill)).chain(choices).collect()
}

impl Gatherer<'_> {
    /// What is drawn, in its order, and the place of each.
    fn nodes(&self) -> (Vec<Node>, BTreeMap<Node, usize>) {
        let mut nodes = Vec::new();
        for (stage, _) in
            self.roadmap.stages().filter(|&(stage, _)| self.scope.holds_stage(self.roadmap, stage))
        {
            nodes.extend(self.roadmap.skills_of(stage).map(|(skill, _)| Node::Skill(skill)));
            let choices = self.roadmap.choices().filter(|(_, choice)| choice.stage == stage);
            nodes.extend(choices.map(|(choice, _)| Node::Choice(choice)));
        }
        let inside: BTreeSet<Node> = nodes.iter().copied().collect();
        let needed = nodes.iter().flat_map(|&node| self.needs(node)).map(|(node, _)| node);
        let outside: BTreeSet<Node> = needed.filter(|node| !inside.contains(node)).collect();
        nodes.extend(outside);
        let places = nodes.iter().enumerate().map(|(place, &node)| (node, place)).collect();
        (nodes, places)
    }

    /// What leads to a node and must not be left out: its prerequisites, or a choice's options.
    fn needs(&self, node: Node) -> Vec<(Node, EdgeKind)> {
        match node {
            Node::Skill(skill) => {
                let requires = &self.roadmap.skill(skill).requires;
                requires.iter().map(|&node| (node, EdgeKind::Requires)).collect()
            }
            Node::Choice(choice) => {
                let options = &self.roadmap.choice(choice).options;
                options.iter().map(|&option| (Node::Skill(option), EdgeKind::Option)).collect()
            }
        }
    }

    /// What leads to a node and blocks nothing.
    fn helps(&self, node: Node) -> Vec<(Node, EdgeKind)> {
        let Node::Skill(skill) = node else { return Vec::new() };
        self.roadmap.skill(skill).helps.iter().map(|&node| (node, EdgeKind::Helps)).collect()
    }

    /// The edges between what is drawn, by the node that they lead to; none leads to a node outside of the part.
    fn edges(&self, nodes: &[Node], places: &BTreeMap<Node, usize>) -> Vec<ChartEdge> {
        let mut edges = Vec::new();
        let mut met = BTreeSet::new();
        for (to, &node) in nodes.iter().enumerate().filter(|(_, node)| self.is_inside(**node)) {
            let before = self.needs(node).into_iter().chain(self.helps(node));
            for (other, kind) in before {
                let Some(&from) = places.get(&other) else { continue };
                if met.insert((from, to)) {
                    let on_way =
                        kind != EdgeKind::Helps && self.way.contains(&other) && self.way.contains(&node);
                    edges.push(ChartEdge { from, to, kind, on_way });
                }
            }
        }
        edges
    }

    fn groups(&self) -> (Vec<ChartTrack>, Vec<ChartStage>) {
        let (roadmap, standing) = (self.roadmap, self.standing);
        let (mut tracks, mut stages) = (Vec::new(), Vec::new());
        for (ix, track) in roadmap.tracks() {
            let held: Vec<StageIx> =
                self.stages().filter(|&stage| roadmap.stage(stage).track == ix).collect();
            if held.is_empty() {
                continue;
            }
            for stage in held {
                let share = share::of_stage(roadmap, standing, stage);
                let told = roadmap.stage(stage);
                let (id, title) = (told.id.clone(), told.title.clone());
                stages.push(ChartStage { id, title, track: tracks.len(), share });
            }
            tracks.push(ChartTrack {
                id: track.id.clone(),
                title: track.title.clone(),
                share: share::of_track(roadmap, standing, ix),
            });
        }
        (tracks, stages)
    }

    fn node(&self, node: Node) -> ChartNode {
        let (kind, status) = match node {
            Node::Skill(ix) => (NodeKind::Skill(self.roadmap.skill(ix).hours), self.standing.status(ix)),
            Node::Choice(ix) => {
                let choice = self.roadmap.choice(ix);
                let kind = NodeKind::Choice { pick: choice.pick, of: choice.options.len() };
                (kind, self.status_of_choice(ix))
            }
        };
        let stage = self.stage_of(node);
        ChartNode {
            id: self.roadmap.node_id(node).clone(),
            title: self.roadmap.node_title(node).clone(),
            kind,
            status,
            fading: matches!(node, Node::Skill(ix) if self.session.fades(ix)),
            stage: self.stages().position(|held| held == stage),
            on_way: self.way.contains(&node),
        }
    }

    /// Where the most advanced options of a choice leave it: had once enough of them are.
    fn status_of_choice(&self, choice: ChoiceIx) -> Status {
        let options = &self.roadmap.choice(choice).options;
        let statuses = || options.iter().map(|&option: &SkillIx| self.standing.status(option));
        let has = |wanted: Status| statuses().any(|status| status == wanted);
        if self.standing.satisfies(self.roadmap, choice) {
            Status::Done
        } else if has(Status::Learning) || statuses().any(Status::is_had) {
            Status::Learning
        } else if has(Status::Ready) {
            Status::Ready
        } else {
            Status::Locked
        }
    }

    fn stage_of(&self, node: Node) -> StageIx {
        match node {
            Node::Skill(ix) => self.roadmap.skill(ix).stage,
            Node::Choice(ix) => self.roadmap.choice(ix).stage,
        }
    }

    fn is_inside(&self, node: Node) -> bool {
        self.scope.holds_stage(self.roadmap, self.stage_of(node))
    }

    /// The stages that are drawn.
    fn stages(&self) -> impl Iterator<Item = StageIx> {
        self.roadmap
            .stages()
            .map(|(stage, _)| stage)
            .filter(|&stage| self.scope.holds_stage(self.roadmap, stage))
    }
}

#[cfg(test)]
mod tests;
