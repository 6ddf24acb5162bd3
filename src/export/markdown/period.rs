//! What a period came to: what was learnt with its evidence, what was worked on, and the hours.

use super::page::{Page, after_colon, month, since};
use crate::domain::Day;
use crate::export::document::{PeriodPart, Spent, Stretch, Worked};
use crate::export::escape;
use crate::export::words::{count, hours, minutes};

/// Writes what a period came to.
pub fn learnt(page: &mut Page, first: Option<Day>, period: &PeriodPart) {
    page.heading(2, &format!("Learnt{}", since(first)));
    if period.done.is_empty() {
        page.line("No skill was finished in this time.");
    }
    for worked in &period.done {
        let day = worked.entry.day.map(|day| format!("{day} ")).unwrap_or_default();
        let facts = spent(worked.spent).map(|spent| format!(", {spent}")).unwrap_or_default();
        let title = escape::line(&worked.entry.title);
        page.item(0, &format!("- {day}**{title}**{facts}{}", after_colon(&worked.links)));
        below(page, worked);
    }
    if !period.worked.is_empty() {
        page.heading(2, "Worked on");
    }
    for worked in &period.worked {
        let entry = &worked.entry;
        let mut facts: Vec<String> = spent(worked.spent).into_iter().collect();
        if entry.ticked() > 0 {
            facts.push(format!("{} of {}", entry.ticked(), count(entry.outcomes.len(), "outcome")));
        }
        if entry.hours_left > 0.0 {
            facts.push(format!("about {} to go", hours(entry.hours_left)));
        }
        let facts = if facts.is_empty() { String::new() } else { format!(" {}", facts.join(", ")) };
        let title = escape::line(&entry.title);
        page.item(0, &format!("- **{title}**{facts}{}", after_colon(&worked.links)));
        below(page, worked);
    }
    if !period.stretches.is_empty() {
        page.heading(2, "Hours");
    }
    period.stretches.iter().for_each(|stretch| page.item(0, &in_words(stretch)));
}

/// The outcomes that were reached, and the learner's note.
fn below(page: &mut Page, worked: &Worked) {
    for outcome in &worked.reached {
        page.item(1, &format!("- [x] {}", escape::line(outcome)));
    }
    for line in worked.entry.note.iter().flat_map(|note| escape::prose(note)) {
        page.item(1, format!("> {line}").trim_end());
    }
}

/// Time spent; none if there was none.
fn spent(spent: Spent) -> Option<String> {
    let told = minutes(spent.minutes);
    (spent.minutes > 0).then(|| if spent.at_least { format!("at least {told}") } else { told })
}

fn in_words(stretch: &Stretch) -> String {
    let time = minutes(stretch.minutes);
    match stretch.planned {
        Some(0) => format!("- Week of {}: {time} (a week of rest)", stretch.first),
        Some(planned) => {
            format!("- Week of {}: {time} ({} planned)", stretch.first, minutes(u64::from(planned)))
        }
        None => format!("- {}: {time} on {}", month(stretch.first), count(stretch.days as usize, "day")),
    }
}
