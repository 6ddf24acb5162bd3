//! Values in the words of the command line.

use crate::app::Notice;
use crate::domain::{Day, Node, Roadmap, SkillIx, Status};
use crate::engine::suggest::Reason;
use crate::export::words;

/// Reasons as the end of "next because": "begun yesterday; opens 3 skills".
pub(crate) fn reasons(reasons: &[Reason], today: Day, has_goal: bool) -> String {
    let said: Vec<String> = reasons.iter().map(|reason| words::reason(reason, today, has_goal)).collect();
    said.join("; ")
}

/// What the learner should know at once, and in one line whether there is more; each with what to do about it.
pub(crate) fn notices(notices: &[Notice]) -> Vec<(String, Option<&'static str>)> {
    let (now, later): (Vec<&Notice>, Vec<&Notice>) = notices.iter().partition(|notice| notice.is_pressing());
    let mut said: Vec<_> = now.iter().map(|notice| (notice.to_string(), notice.advice())).collect();
    if !later.is_empty() {
        let oddities =
            if later.len() == 1 { "one oddity".to_owned() } else { format!("{} oddities", later.len()) };
        let message = format!("The journal has {oddities}; nothing sound is lost.");
        said.push((message, Some("milepost doctor")));
    }
    // What helps several in a row is said once, behind the last.
    for at in 1..said.len() {
        if said[at - 1].1 == said[at].1 {
            said[at - 1].1 = None;
        }
    }
    said
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

/// "25 of 45 min", "1 h 25 of 3 h 45", or without a plan what was spent.
pub(crate) fn of_planned(minutes: u32, planned: u32) -> String {
    match planned {
        0 if minutes == 0 => "a day of rest".to_owned(),
        0 => words::minutes(u64::from(minutes)),
        planned if minutes < 60 && planned < 60 => format!("{minutes} of {planned} min"),
        planned => {
            format!("{} of {}", words::minutes(u64::from(minutes)), words::minutes(u64::from(planned)))
        }
    }
}
