//! Tests of the chart: what is drawn of a road, what of a part of it, and which way leads to the goal.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::app::Intent;
use crate::domain::fixture::{learners, on, road, skill};
use crate::domain::{Day, DeviceId, Goal, Mark, Settings, Skill};
use crate::format::roadmap::{self, Source};
use crate::store::clock::Clock;
use crate::store::journal::{Journal as _, MemoryJournal};

const ROAD: &str = include_str!("../../../../tests/fixtures/eight-skills.toml");

fn session(road: Roadmap) -> Session {
    let journal = MemoryJournal::new(DeviceId::parse("00000000000000000000000001").unwrap());
    let clock = Clock::Fixed(Day::parse("2026-11-24").unwrap());
    Session::new(road, Box::new(journal), clock, Settings::default(), Vec::new()).unwrap()
}

fn small() -> Session {
    let read = roadmap::read(None, &[Source::new("eight-skills.toml", ROAD.into())]);
    session(read.roadmap.expect("the small road is sound"))
}

fn heading_for(session: &mut Session, goal: Goal) {
    session.record(vec![Intent::Goal(Some(goal))]).unwrap();
}

fn ids(chart: &Chart, wanted: impl Fn(&ChartNode) -> bool) -> Vec<&str> {
    chart.nodes.iter().filter(|node| wanted(node)).map(|node| node.id.as_str()).collect()
}

#[test]
fn a_stage_is_drawn_with_what_it_needs_from_outside() {
    let session = small();
    let stage = session.roadmap().names().stage("shipping");
    let chart = chart(&session, &Scope { stage, ..Scope::default() });
    assert_eq!(chart.part.as_deref(), Some("Shipping"));
    assert_eq!((chart.tracks.len(), chart.stages.len()), (1, 1));
    assert_eq!(ids(&chart, |node| node.stage == Some(0)), ["docker.images", "ci.pipelines"]);
    let outside = ids(&chart, |node| node.stage.is_none());
    assert!(!outside.is_empty() && outside.contains(&"shell.basics"), "{outside:?}");
    assert!(chart.edges.iter().all(|edge| chart.nodes[edge.to].stage.is_some()));
}

#[test]
fn a_choice_stands_where_its_options_leave_it() {
    let mut session = small();
    let status = |session: &Session| {
        let chart = chart(session, &Scope::default());
        chart.nodes.iter().find(|node| node.id.as_str() == "lang.one").unwrap().status
    };
    let mut seen = vec![status(&session)];
    for (id, mark) in [("shell.basics", Mark::Done), ("lang.go", Mark::Start), ("lang.go", Mark::Done)] {
        let skill = session.roadmap().names().skill(id).unwrap();
        session.record(vec![Intent::Mark { skill, mark }]).unwrap();
        seen.push(status(&session));
    }
    assert_eq!(seen, [Status::Locked, Status::Ready, Status::Learning, Status::Done]);
}

#[test]
fn what_was_done_long_ago_fades() {
    let read = roadmap::read(None, &[Source::new("eight-skills.toml", ROAD.into())]);
    let mut journal = MemoryJournal::new(DeviceId::parse("00000000000000000000000001").unwrap());
    let mark = |id: &str| crate::domain::Act::Mark {
        skill: crate::domain::Id::parse(id).unwrap(),
        mark: Mark::Done,
    };
    for (day, id) in [("2026-09-01", "shell.basics"), ("2026-11-24", "git.basics")] {
        journal.append(Clock::Fixed(Day::parse(day).unwrap()).now(), vec![mark(id)]).unwrap();
    }
    let clock = Clock::Fixed(Day::parse("2026-11-24").unwrap());
    let road = read.roadmap.expect("the small road is sound");
    let session = Session::new(road, Box::new(journal), clock, Settings::default(), Vec::new()).unwrap();
    let chart = chart(&session, &Scope::default());
    assert_eq!(ids(&chart, |node| node.fading), ["shell.basics"]);
    assert_eq!(ids(&chart, |node| node.status == Status::Done), ["shell.basics", "git.basics"]);
}

#[test]
fn the_way_leads_to_the_goal_through_its_choices() {
    let mut session = small();
    assert!(chart(&session, &Scope::default()).nodes.iter().all(|node| !node.on_way));
    let role = crate::domain::Id::parse("platform-engineer").unwrap();
    heading_for(&mut session, Goal::Role(role));
    let chart = chart(&session, &Scope::default());
    let way = ids(&chart, |node| node.on_way);
    assert_eq!(
        way,
        ["shell.basics", "git.basics", "lang.python", "lang.one", "docker.images", "ci.pipelines"]
    );
    for edge in &chart.edges {
        let both = chart.nodes[edge.from].on_way && chart.nodes[edge.to].on_way;
        assert_eq!(edge.on_way, both && edge.kind != EdgeKind::Helps);
    }
}

#[test]
fn the_next_step_is_that_of_today_as_far_as_it_is_drawn() {
    let session = small();
    let step = crate::app::page::today(&session, None).steps[0].skill;
    let chart_of = |stage: &str| {
        let stage = session.roadmap().names().stage(stage);
        chart(&session, &Scope { stage, ..Scope::default() })
    };
    for chart in [chart(&session, &Scope::default()), chart_of("basics")] {
        let next = chart.next.map(|next| chart.nodes[next].id.clone());
        assert_eq!(next.as_ref(), Some(&session.roadmap().skill(step).id));
    }
    let everything = session.roadmap().skills().map(|(skill, _)| Intent::Mark { skill, mark: Mark::Done });
    let everything: Vec<Intent> = everything.collect();
    let mut session = session;
    session.record(everything).unwrap();
    assert_eq!(chart(&session, &Scope::default()).next, None);
}

#[test]
fn what_is_required_and_helps_too_is_one_edge() {
    let helped = Skill { helps: vec![on(0), on(2)], ..skill("b", 1.0, &[on(0)]) };
    let road = road(vec![skill("a", 1.0, &[]), helped, skill("c", 1.0, &[on(1)])], vec![], vec![]);
    let chart = chart(&session(road), &Scope::default());
    let edges: Vec<_> = chart.edges.iter().map(|edge| (edge.from, edge.to, edge.kind)).collect();
    assert_eq!(edges, [(0, 1, EdgeKind::Requires), (2, 1, EdgeKind::Helps), (1, 2, EdgeKind::Requires)]);
}

proptest! {
    #[test]
    fn everything_is_drawn_once_and_stands_to_the_right_of_what_it_needs((road, _) in learners(9), at in any::<prop::sample::Index>()) {
        let goal = Goal::Skill(road.parts().skills[at.index(road.skills().len())].id.clone());
        let mut session = session(road);
        heading_for(&mut session, goal.clone());
        let chart = chart(&session, &Scope::default());
        let road = session.roadmap();
        prop_assert_eq!(chart.nodes.len(), road.skills().len() + road.choices().count());
        let names: BTreeSet<&str> = chart.nodes.iter().map(|node| node.id.as_str()).collect();
        prop_assert_eq!(names.len(), chart.nodes.len());

        let mut pairs: Vec<(String, String)> = Vec::new();
        for (_, skill) in road.skills() {
            pairs.extend(skill.requires.iter().map(|&node| (road.node_id(node).to_string(), skill.id.to_string())));
        }
        for (_, choice) in road.choices() {
            let option = |&option: &SkillIx| (road.skill(option).id.to_string(), choice.id.to_string());
            pairs.extend(choice.options.iter().map(option));
        }
        let id = |at: usize| chart.nodes[at].id.to_string();
        let mut drawn: Vec<(String, String)> =
            chart.edges.iter().map(|edge| (id(edge.from), id(edge.to))).collect();
        pairs.sort();
        drawn.sort();
        prop_assert_eq!(drawn, pairs);

        let skill = road.names().skill(goal.id().as_str()).unwrap();
        let way = suggest::way(road, session.standing(), session.progress(), skill);
        let way: BTreeSet<&str> = way.into_iter().map(|skill| road.skill(skill).id.as_str()).collect();
        let is_skill = |node: &ChartNode| matches!(node.kind, NodeKind::Skill(_));
        let shown: BTreeSet<&str> = ids(&chart, |node| node.on_way && is_skill(node)).into_iter().collect();
        prop_assert_eq!(shown, way);

        let layout = placed(&chart);
        let lines: Vec<&ChartEdge> = chart.edges.iter().filter(|edge| edge.has_line()).collect();
        prop_assert_eq!((layout.places.len(), layout.routes.len()), (chart.nodes.len(), lines.len()));
        for edge in lines {
            prop_assert!(layout.places[edge.from].right() < layout.places[edge.to].x);
        }
    }
}
