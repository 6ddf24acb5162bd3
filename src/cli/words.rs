//! Values in the words of the command line.

use crate::domain::{Day, Goal, Id, Node, Roadmap, SkillIx, Status};
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
    listed(&nodes.iter().map(|&node| roadmap.node_title(node).to_string()).collect::<Vec<_>>())
}

/// Things in a sentence: "a, b and c".
pub(crate) fn listed(things: &[String]) -> String {
    match things.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => things.concat(),
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

/// What stands in a goal's place: where there is none, where the roadmap does not have it, where it cannot be known.
pub(crate) fn without_goal(missing: Option<&Goal>, is_partial: bool) -> String {
    match missing {
        Some(goal) => format!("{}, not in this roadmap", goal.id()),
        None if is_partial => "not known, as a journal cannot be read".to_owned(),
        None => "none yet".to_owned(),
    }
}

/// "9 Mar", with the year if it is not this one: "9 Mar 2027".
pub(crate) fn day(day: Day, today: Day) -> String {
    let year = |day: Day| day.date().format("%Y").to_string();
    if year(day) == year(today) { day.date().format("%-d %b").to_string() } else { words::long_day(day) }
}

/// "9 Mar", or from the first to the last day: "24 Nov – 9 Mar 2027", "12 Jan – 9 Mar 2027".
pub(crate) fn days(first: Day, last: Day, today: Day, dash: &str) -> String {
    if first == last {
        return day(first, today);
    }
    let starts = if first.date().format("%Y").to_string() == last.date().format("%Y").to_string() {
        first.date().format("%-d %b").to_string()
    } else {
        day(first, today)
    };
    format!("{starts} {dash} {}", day(last, today))
}

/// The title of a skill by its id; of one that the roadmap does not have, its id.
pub(crate) fn title_of(roadmap: &Roadmap, id: &Id) -> String {
    let known = roadmap.names().skill(id.as_str()).map(|ix| roadmap.skill(ix).title.to_string());
    known.unwrap_or_else(|| id.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_have_a_year_where_it_is_not_this_one_and_not_twice() {
        let of = |text: &str| Day::parse(text).unwrap();
        for (first, last, said) in [
            ("2026-11-24", "2026-11-24", "24 Nov"),
            ("2026-11-24", "2026-12-09", "24 Nov – 9 Dec"),
            ("2026-11-24", "2027-03-09", "24 Nov – 9 Mar 2027"),
            ("2027-01-12", "2027-03-09", "12 Jan – 9 Mar 2027"),
            ("2027-11-12", "2028-03-09", "12 Nov 2027 – 9 Mar 2028"),
            ("2027-03-09", "2027-03-09", "9 Mar 2027"),
        ] {
            assert_eq!(days(of(first), of(last), of("2026-11-24"), "–"), said);
        }
    }
}
