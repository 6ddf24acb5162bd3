//! What a few typed letters stand for.

use proptest::prelude::*;

use super::*;
use crate::domain::fixture::{choice, id, on, road, roads, role, skill};
use crate::domain::{ChoiceIx, Clean, Skill};

fn named(name: &str, title: &str, aliases: &[&str]) -> Skill {
    Skill {
        title: Clean::line(title),
        aliases: aliases.iter().map(|alias| Clean::line(alias)).collect(),
        ..skill(name, 1.0, &[])
    }
}

fn small() -> Roadmap {
    let skills = vec![
        Skill {
            was: vec![id("docker.basics")],
            ..named("docker.images", "Container images", &["Dockerfile"])
        },
        named("docker.compose", "Compose", &["docker"]),
        named("lang.go", "Go", &["=Go", "golang"]),
        named("git", "Git", &[]),
        named("git.hooks", "Hooks", &[]),
        named("k8s.workloads", "Kubernetes workloads", &[]),
    ];
    let roles = vec![role("sre", &[(on(0), 1)]), role("platform", &[(on(0), 1)])];
    road(skills, vec![choice("lang.backend", &[2])], roles)
}

#[test]
fn a_name_is_an_id_a_title_an_alias_or_a_part_that_only_one_has() {
    use Meant::{None, One, Several};
    let road = small();
    let choice = Node::Choice(ChoiceIx(0));
    for (typed, meant) in [
        ("docker.images", One(on(0))),
        ("docker.basics", One(on(0))),
        ("container IMAGES", One(on(0))),
        ("  dockerfile ", One(on(0))),
        ("docker", One(on(1))),
        ("go", One(on(2))),
        ("lang.", Several(vec![on(2), choice])),
        ("backend", One(choice)),
        ("Git", One(on(3))),
        (" GIT ", One(on(3))),
        ("hook", One(on(4))),
        ("er", Several(vec![on(0), on(1), on(5)])),
        ("kubernetes", One(on(5))),
        ("dokcer.images", None(vec![on(0), on(1)])),
        ("compsoe", None(vec![on(1)])),
        ("quantum entanglement of things", None(vec![])),
        ("\u{1b}[31m", None(vec![])),
    ] {
        assert_eq!(node(&road, typed), meant, "{typed:?}");
    }
}

#[test]
fn roles_are_named_by_the_same_rules() {
    let road = small();
    assert_eq!(role_of(&road, "SRE"), Meant::One(RoleIx(0)));
    assert_eq!(role_of(&road, "plat"), Meant::One(RoleIx(1)));
    assert_eq!(role_of(&road, "platfrom"), Meant::None(vec![RoleIx(1)]));
}

#[test]
fn stages_and_tracks_are_named_by_the_same_rules() {
    let road = small();
    assert_eq!(stage(&road, "Stage 0"), Meant::One(StageIx(0)));
    assert_eq!(stage(&road, "STAGE-0"), Meant::One(StageIx(0)));
    assert_eq!(track(&road, "tra"), Meant::One(TrackIx(0)));
    assert_eq!(track(&road, "trakc"), Meant::None(vec![TrackIx(0)]));
}

fn role_of(road: &Roadmap, typed: &str) -> Meant<RoleIx> {
    super::role(road, typed)
}

proptest! {
    #[test]
    fn whatever_is_typed_the_answer_is_of_the_roadmap(road in roads(8), typed in "[a-z0-9. ]{0,5}|\\PC{0,6}") {
        match node(&road, &typed) {
            Meant::One(_) => {}
            Meant::Several(nodes) => prop_assert!(nodes.len() > 1),
            Meant::None(near) => prop_assert!(near.len() <= 3),
        }
        for (ix, skill) in road.skills() {
            prop_assert_eq!(node(&road, skill.id.as_str()), Meant::One(Node::Skill(ix)));
        }
    }
}
