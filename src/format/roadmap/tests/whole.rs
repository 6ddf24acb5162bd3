//! Whole roadmaps: hung onto another, in one file, in road order, as bytes and back.

use super::{SOUND, ids, read_all, roadmap, said};
use crate::domain::{DeviceId, Event, EventId, Goal, Mark, Node, Progress, Roadmap, Stamp};
use crate::format::roadmap::{Fault, decode, encode};

/// A file that adds a stage, a skill, a choice and a role to the sound one.
const MORE: &str = r#"
[stage]
id = "kubernetes"
track = "devops"
title = "Kubernetes"
order = 10
summary = "Run many of them."

[[skill]]
id = "k8s"
was = ["kube"]
title = "Workloads"
hours = [8, 16.5]
requires = ["runtime", "docker.basics"]
why = "w"
about = "a"
practice = "p"
outcomes = ["a", "b", "c"]

[[choice]]
id = "editor"
title = "One editor"
options = ["k8s", "shell"]

[[role]]
id = "sre"
title = "SRE"
summary = "Keeps it up."
needs = [{ skill = "kube", weight = 5 }, { choice = "editor", weight = 1 }]
"#;

#[test]
fn a_file_hangs_onto_a_base_and_only_its_own_defects_are_said() {
    let poor = SOUND.replace(", \"I can trap a signal\"", "");
    let base = roadmap(&[&poor]);
    let (sources, outcome) = read_all(Some(&base), &[MORE]);
    let said = said(&sources, &outcome);
    assert_eq!(said, ["a.toml:10:6 few_prompts", "a.toml:10:6 few_resources"]);
    let road = outcome.roadmap.unwrap();
    assert_eq!(ids(road.skills().map(|(_, skill)| &skill.id)), ["k8s", "shell", "docker", "podman"]);
    assert_eq!(ids(road.stages().map(|(_, stage)| &stage.id)), ["kubernetes", "containers"]);
    let names = road.names();
    let (k8s, docker) = (names.skill("k8s").unwrap(), names.node("docker").unwrap());
    assert_eq!(names.skill("kube"), Some(k8s));
    assert_eq!(road.skill(k8s).requires, [names.node("runtime").unwrap(), docker]);
    assert_eq!((road.skill(k8s).hours.low, road.skill(k8s).hours.high), (8.0, 16.5));
    assert_eq!(road.roles().len(), 2);
    for (role, _) in base.roles() {
        let needs = |road: &Roadmap| {
            let needs = road.role(role).needs.iter();
            needs.map(|need| (road.node_id(need.node).to_string(), need.weight)).collect::<Vec<_>>()
        };
        assert_eq!(needs(&base), needs(&road), "what the base said holds after the renumbering");
    }
}

#[test]
fn what_the_base_has_cannot_be_taken_again() {
    let base = roadmap(&[SOUND]);
    let taken = MORE
        .replace("id = \"k8s\"", "id = \"docker.basics\"")
        .replace("id = \"editor\"", "id = \"podman\"")
        .replace("options = [\"k8s\", ", "options = [")
        .replace("title = \"Workloads\"", "title = \"Workloads\"\naliases = [\"bash\"]");
    let (sources, outcome) = read_all(Some(&base), &[&taken]);
    assert!(outcome.roadmap.is_none());
    let said = said(&sources, &outcome);
    for wanted in ["a.toml:10:6 id_twice", "a.toml:13:12 alias_twice", "a.toml:22:6 id_twice"] {
        assert!(said.iter().any(|said| said == wanted), "{wanted}: {said:#?}");
    }
    let first = outcome.defects.iter().find_map(|defect| match &defect.fault {
        Fault::IdTwice { first, .. } => Some(first.clone()),
        _ => None,
    });
    assert_eq!(first, Some(None), "the base has no place that could be shown");
}

#[test]
fn a_circle_through_the_base_is_told_at_the_new_skill() {
    let base = roadmap(&[SOUND]);
    let names =
        |text: &str| text.replace("requires = [\"runtime\", \"docker.basics\"]", "requires = [\"k8s\"]");
    let (sources, outcome) = read_all(Some(&base), &[&names(MORE)]);
    assert!(said(&sources, &outcome).contains(&"a.toml:10:6 cycle".to_owned()));
}

#[test]
fn marks_made_under_a_former_id_count() {
    let before = roadmap(&[&SOUND.replace("id = \"docker\"\nwas = [\"docker.basics\"]", "id = \"docker\"")]);
    let device = DeviceId::parse("00000000000000000000000001").unwrap();
    let at = "2026-11-24T09:00:00+01:00".parse().unwrap();
    let mut progress = Progress::default();
    let old = crate::domain::Id::parse("docker.basics").unwrap();
    let acts = [
        crate::domain::Act::Mark { skill: old.clone(), mark: Mark::Done },
        crate::domain::Act::Goal(Some(Goal::Skill(old))),
    ];
    for (act, seq) in acts.into_iter().zip(1..) {
        let stamp = Stamp { lamport: seq, event: EventId { device, seq } };
        progress.apply(&Event { stamp, at, act, with: None });
    }
    let status = |road: &Roadmap| {
        let standing = crate::domain::Standing::of(road, &progress);
        standing.status(road.names().skill("docker").unwrap()).is_had()
    };
    assert!(!status(&before));
    assert!(status(&roadmap(&[SOUND])));
}

#[test]
fn a_whole_road_fits_one_file_in_whatever_order_it_is_written() {
    let head = |id: &str, track: &str, order: i32| {
        format!(
            "[[stage]]\nid = \"{id}\"\ntrack = \"{track}\"\ntitle = \"S\"\norder = {order}\nsummary = \"S.\"\n"
        )
    };
    let skill = |id: &str, stage: &str, requires: &str| {
        format!(
            "[[skill]]\nid = \"{id}\"\nstage = \"{stage}\"\ntitle = \"S\"\nhours = [1, 2]\nwhy = \"w\"\n\
             about = \"a\"\npractice = \"p\"\noutcomes = []\nrequires = [{requires}]\n"
        )
    };
    let track = |id: &str, order: i64| {
        format!("[[track]]\nid = \"{id}\"\ntitle = \"T\"\norder = {order}\nsummary = \"T.\"\n")
    };
    let pieces = [
        skill("late.b", "late", "\"late.a\""),
        skill("late.a", "late", "\"pick\""),
        head("late", "second", 20),
        head("soon", "second", -5),
        head("other", "first", 7),
        head("another", "first", 7),
        track("second", 1),
        track("first", i64::MIN),
        skill("soon.a", "soon", ""),
        skill("other.a", "other", ""),
        "[[choice]]\nid = \"pick\"\nstage = \"other\"\ntitle = \"C\"\noptions = [\"soon.a\", \"other.a\"]\n"
            .into(),
    ];
    let forward = roadmap(&[&pieces.concat()]);
    assert_eq!(ids(forward.tracks().map(|(_, track)| &track.id)), ["first", "second"]);
    assert_eq!(ids(forward.stages().map(|(_, stage)| &stage.id)), ["another", "other", "soon", "late"]);
    assert_eq!(ids(forward.skills().map(|(_, skill)| &skill.id)), ["other.a", "soon.a", "late.b", "late.a"]);
    assert_eq!(
        ids(forward.graph().order().iter().map(|&ix| &forward.skill(ix).id)),
        ["other.a", "soon.a", "late.a", "late.b"]
    );
    let choice = forward.choices().next().unwrap().1;
    assert_eq!(ids(choice.options.iter().map(|&ix| &forward.skill(ix).id)), ["soon.a", "other.a"]);
    let (late, stage) = (forward.names().skill("late.a").unwrap(), forward.names().stage("late").unwrap());
    assert_eq!(forward.skill(late).requires, [forward.names().node("pick").unwrap()]);
    assert_eq!(ids(forward.skills_of(stage).map(|(_, skill)| &skill.id)), ["late.b", "late.a"]);
    for (ix, skill) in forward.skills() {
        assert_eq!(forward.names().node(skill.id.as_str()), Some(Node::Skill(ix)));
    }
}

#[test]
fn numbers_may_be_written_in_every_way_that_toml_has() {
    let road = roadmap(&[&SOUND.replace("hours = [2, 4]", "hours = [0x2, 1_0.5e0]")]);
    let hours = road.skills().next().unwrap().1.hours;
    assert_eq!((hours.low, hours.high), (2.0, 10.5));
}

#[test]
fn a_roadmap_goes_to_bytes_and_back() {
    let road = roadmap(&[SOUND, MORE]);
    let bytes: &'static [u8] = encode(&road).unwrap().leak();
    let back = decode(bytes).unwrap();
    assert_eq!(format!("{:?}", road.parts()), format!("{:?}", back.parts()));
    assert_eq!(encode(&back).unwrap(), bytes);
    assert_eq!(back.graph().order(), road.graph().order());
    let texts = back.skill(back.names().skill("k8s").unwrap()).title.as_str();
    assert!(bytes.as_ptr_range().contains(&texts.as_ptr()), "texts are borrowed, not copied");
    for cut in [0, 1, bytes.len() / 2, bytes.len() - 1] {
        assert!(decode(&bytes[..cut]).is_err(), "{cut}");
    }
}

#[test]
fn a_malformed_stage_id_is_said_once() {
    let (sources, outcome) = read_all(None, &[&SOUND.replace("id = \"containers\"", "id = \"Containers\"")]);
    assert_eq!(said(&sources, &outcome), ["a.toml:8:6 bad_id"]);
}

#[test]
fn nothing_at_all_is_an_empty_roadmap() {
    let (_, outcome) = read_all(None, &[]);
    assert_eq!(outcome.roadmap.map(|road| road.skills().len()), Some(0));
    let (sources, outcome) = read_all(None, &["", "# only a word\n", "\u{feff}"]);
    let said = said(&sources, &outcome);
    assert!(said.len() == 3 && said.iter().all(|said| said.ends_with("holds_nothing")), "{said:?}");
    assert!(outcome.roadmap.is_some());
}
