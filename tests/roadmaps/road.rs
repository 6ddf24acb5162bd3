//! The road as a whole: as long as promised, unbroken, and good to walk.

use std::collections::BTreeMap;

use milepost::domain::{Node, Progress, SkillIx, Standing};
use milepost::engine::suggest;

use crate::{ROADMAP, id, none};

/// Ends of ways that the roadmap promises, each with a skill that lies on the way to it.
const WAYS: [(&str, &str); 8] = [
    ("kubernetes.workloads", "docker.images"),
    ("cd.deploy", "ci.pipelines"),
    ("obs.alerting", "prometheus.metrics"),
    ("terraform.modules", "cloud.networking"),
    ("serving.api", "ml.supervised"),
    ("mlops.monitoring", "serving.api"),
    ("kubernetes.services", "net.tcp-ip"),
    ("serving.kubernetes", "api.rest"),
];

/// The tracks, each with the fewest skills that it may have.
const TRACKS: [(&str, usize); 3] = [("backend", 70), ("devops", 70), ("ml-infra", 45)];

#[test]
fn the_road_is_as_long_as_promised() {
    let stages = ROADMAP.stages().count();
    assert!((20..=24).contains(&stages), "{stages} stages");
    let skills = ROADMAP.skills().len();
    assert!((190..=230).contains(&skills), "{skills} skills");
    assert!(ROADMAP.roles().len() >= 12, "{} roles", ROADMAP.roles().len());
    for (track, least) in TRACKS {
        let on_it = ROADMAP.skills().filter(|(ix, _)| ROADMAP.track_of(*ix).id.as_str() == track).count();
        assert!(on_it >= least, "{on_it} skills on {track}");
    }
    let empty = ROADMAP.stages().filter(|(ix, _)| ROADMAP.skills_of(*ix).next().is_none());
    none(empty.map(|(_, stage)| format!("the stage {} is empty", stage.id)));
}

#[test]
fn a_role_asks_for_much_of_its_own_and_not_for_everything() {
    none(ROADMAP.roles().filter_map(|(_, role)| {
        let needs = role.needs.len();
        let strongest = role.needs.iter().map(|need| need.weight).max();
        let fits = (12..=32).contains(&needs) && strongest == Some(5);
        (!fits).then(|| format!("{}: {needs} needs, the strongest {strongest:?}", role.id))
    }));
}

#[test]
fn each_promised_way_is_unbroken() {
    none(WAYS.iter().flat_map(|&(end, on_the_way)| gaps(end, on_the_way)));
}

#[test]
fn no_way_is_endless_and_no_skill_waits_for_a_crowd() {
    let mut steps: BTreeMap<SkillIx, usize> = BTreeMap::new();
    for &ix in ROADMAP.graph().order() {
        let requires = ROADMAP.skill(ix).requires.iter();
        let before = requires.flat_map(|&node| stands_for(node)).map(|before| steps[&before]).max();
        steps.insert(ix, before.unwrap_or(0) + 1);
    }
    let longest = steps.iter().max_by_key(|(_, steps)| **steps).map(|(ix, steps)| (id(*ix), *steps));
    assert!(longest.is_some_and(|(_, steps)| steps <= 16), "{longest:?}");

    let mut counts: Vec<usize> = ROADMAP.skills().map(|(_, skill)| skill.requires.len()).collect();
    counts.sort_unstable();
    let median = counts[counts.len() / 2];
    assert!((1..=3).contains(&median), "the median skill has {median} prerequisites");
}

/// Where the way to `end` for someone who has nothing breaks off, or passes by what should lie on it.
fn gaps(end: &str, on_the_way: &str) -> Vec<String> {
    let Some(skill) = ROADMAP.names().skill(end) else { return vec![format!("no skill {end}")] };
    let progress = Progress::default();
    let way = suggest::way(&ROADMAP, &Standing::of(&ROADMAP, &progress), &progress, skill);
    let mut wrong = Vec::new();
    for (at, &step) in way.iter().enumerate() {
        let had = |node: Node| match node {
            Node::Skill(ix) => way[..at].contains(&ix),
            Node::Choice(ix) => {
                let choice = ROADMAP.choice(ix);
                let options = choice.options.iter().filter(|option| way[..at].contains(option));
                options.count() >= choice.pick as usize
            }
        };
        let missing = ROADMAP.skill(step).requires.iter().filter(|&&node| !had(node));
        wrong.extend(missing.map(|&node| format!("{end}: {} before {}", ROADMAP.node_id(node), id(step))));
    }
    if way.last() != Some(&skill) || way.len() < 3 {
        wrong.push(format!("{end}: a way of {} steps", way.len()));
    }
    if !way.iter().any(|&step| id(step) == on_the_way) {
        wrong.push(format!("{end}: passes by {on_the_way}"));
    }
    wrong
}

fn stands_for(node: Node) -> Vec<SkillIx> {
    match node {
        Node::Skill(ix) => vec![ix],
        Node::Choice(ix) => ROADMAP.choice(ix).options.clone(),
    }
}
