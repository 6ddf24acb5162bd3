//! Values in the words of the command line.

use crate::domain::{Day, Node, Roadmap, SkillIx, Status};
use crate::engine::suggest::Reason;
use crate::export::words;

/// Reasons as the end of "next because": "begun yesterday; opens 3 skills".
pub(crate) fn reasons(roadmap: &Roadmap, reasons: &[Reason], today: Day, has_goal: bool) -> String {
    let said: Vec<String> =
        reasons.iter().map(|reason| words::reason(roadmap, reason, today, has_goal)).collect();
    said.join("; ")
}

/// Titles in a row: "Compose, Kubernetes workloads".
pub(crate) fn titles(roadmap: &Roadmap, skills: &[SkillIx]) -> String {
    let titles: Vec<&str> = skills.iter().map(|&skill| roadmap.skill(skill).title.as_str()).collect();
    titles.join(", ")
}

/// Titles of nodes in a sentence: "Shell scripting, The Linux shell and One language".
pub(crate) fn sentence(roadmap: &Roadmap, nodes: &[Node]) -> String {
    let titles: Vec<&str> = nodes.iter().map(|&node| roadmap.node_title(node).as_str()).collect();
    match titles.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => titles.concat(),
    }
}

/// A title within a sentence: "One language" as "one language", but "SQL" and "Go" as they are.
pub(crate) fn within(title: &str) -> String {
    match title.split_once(' ') {
        Some((article @ ("A" | "An" | "One" | "Two" | "Any" | "The"), rest)) => {
            format!("{} {rest}", article.to_lowercase())
        }
        _ => title.to_owned(),
    }
}

/// The hours of a skill that is not had, or nothing.
pub(crate) fn hours_left(status: Status, hours_left: f64) -> String {
    if status.is_had() { String::new() } else { words::hours(hours_left) }
}
