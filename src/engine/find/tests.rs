//! What a search finds, in which order, and where it says that it found it.

use proptest::prelude::*;

use super::*;
use crate::domain::fixture::{road, roads, skill};
use crate::domain::{Clean, Outcome, Skill, TextKey};

fn small() -> Roadmap {
    let of = |name: &str, title: &str, alias: &str, outcome: &str| Skill {
        title: Clean::line(title),
        aliases: vec![Clean::line(alias)],
        outcomes: vec![Outcome { key: TextKey(0), text: Clean::line(outcome) }],
        ..skill(name, 1.0, &[])
    };
    let skills = vec![
        of("observe.metrics", "Metrics", "Prometheus", "I can alert on Kubernetes restarts"),
        of("k8s.workloads", "Kubernetes workloads", "Deployment", "I can roll a deployment back"),
        of("docker.images", "Container images", "=Docker", "I can shrink an image"),
        of("sql.queries", "Abfragen über Tabellen", "SQL", "I can read a plan"),
    ];
    road(skills, vec![], vec![])
}

fn found(words: &str) -> Vec<(String, Where)> {
    let road = small();
    let hits = find(&road, words);
    hits.into_iter().map(|hit| (road.skill(hit.skill).id.to_string(), hit.found)).collect()
}

fn first(words: &str) -> Option<(String, Where)> {
    found(words).into_iter().next()
}

#[test]
fn a_title_ranks_above_an_outcome() {
    let ids = found("kubernetes");
    assert_eq!(
        ids,
        [("k8s.workloads".to_owned(), Where::Title), ("observe.metrics".to_owned(), Where::Outcome(0)),]
    );
}

#[test]
fn what_begins_with_the_words_comes_first_and_shorter_titles_before_longer() {
    let of = |name: &str, title: &str, alias: &str| Skill {
        title: Clean::line(title),
        aliases: vec![Clean::line(alias)],
        ..skill(name, 1.0, &[])
    };
    let road = road(
        vec![
            of("serving.models", "Model serving on Kubernetes", "KServe"),
            of("net.tools", "Network tools on a host", "network troubleshooting"),
            of("mini", "Minikube", "local cluster"),
            of("ml.pipelines", "Training pipelines", "Kubeflow"),
            of("kubernetes.config", "Configuration and secrets", "ConfigMap"),
            of("kubernetes.run", "Workloads", "Deployment"),
            of("k8s", "Kubernetes for those who write services", "K8s"),
        ],
        vec![],
        vec![],
    );
    let ids = |words: &str| -> Vec<String> {
        find(&road, words).iter().map(|hit| road.skill(hit.skill).id.to_string()).collect()
    };
    assert_eq!(
        ids("kube"),
        ["k8s", "kubernetes.run", "kubernetes.config", "serving.models", "ml.pipelines", "mini"],
        "and no letters scattered over a sentence"
    );
    assert_eq!(ids("map"), ["kubernetes.config"], "a word within CamelCase");
    assert_eq!(ids("kserve"), ["serving.models"]);
    assert_eq!(ids("ntwrk tools"), ["net.tools"], "letters left out where nothing holds the words");
    assert_eq!(ids("nss"), [""; 0], "but not scattered ones");
}

#[test]
fn letters_may_be_missing_or_swapped_and_case_and_accents_do_not_matter() {
    for (words, id, place) in [
        ("KUBERNETES", "k8s.workloads", Where::Title),
        ("kubrnts", "k8s.workloads", Where::Title),
        ("work kube", "k8s.workloads", Where::Title),
        ("promtheus", "observe.metrics", Where::Alias(0)),
        ("docker", "docker.images", Where::Alias(0)),
        ("uber tabellen", "sql.queries", Where::Title),
        ("kuberentes", "k8s.workloads", Where::Title),
        ("dokcer", "docker.images", Where::Id),
        ("prometehus", "observe.metrics", Where::Alias(0)),
        ("continer imaegs", "docker.images", Where::Title),
    ] {
        assert_eq!(first(words), Some((id.to_owned(), place)), "{words}");
    }
    assert_eq!(first("blockchain"), None);
    assert_eq!(first("xyzzy"), None);
}

#[test]
fn no_words_find_everything_in_road_order() {
    let ids: Vec<String> = found("  ").into_iter().map(|(id, _)| id).collect();
    assert_eq!(ids, ["observe.metrics", "k8s.workloads", "docker.images", "sql.queries"]);
}

#[test]
fn the_letters_of_a_title_that_matched_are_named() {
    let road = small();
    let hits = find(&road, "kube");
    assert_eq!(hits[0].letters, [0, 1, 2, 3]);
    assert!(find(&road, "prometheus")[0].letters.is_empty());
}

proptest! {
    #[test]
    fn whatever_is_typed_hits_are_ordered_and_of_the_roadmap(road in roads(8), words in "\\PC{0,8}|[a-z!^$' ]{0,8}") {
        let hits = find(&road, &words);
        prop_assert!(hits.iter().all(|hit| hit.skill.at() < road.skills().len()));
        let ranks: Vec<_> = hits.iter().map(|hit| (std::cmp::Reverse(hit.score), hit.skill)).collect();
        prop_assert!(ranks.is_sorted());
        for hit in &hits {
            let length = road.skill(hit.skill).title.chars().count() as u32;
            prop_assert!(hit.letters.is_sorted() && hit.letters.iter().all(|&at| at < length));
        }
    }
}
