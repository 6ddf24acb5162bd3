//! The report as markdown in GitHub's flavour.

mod page;
mod period;

use page::{Page, after_colon, month, since};

use super::document::{ChoicePart, Document, Entry, Item, StagePart, Target, TrackPart};
use super::escape;
use super::words::{count, hours, long_day, minutes, percent, skipped};
use crate::domain::Status;
use crate::engine::share::Share;
use crate::engine::suggest::Reason;

/// How every report begins.
pub const REPORT_START: &str = "# Roadmap report, ";

/// More skills done than this are grouped by month.
const LONGEST_LIST: usize = 24;

/// The report as markdown: a summary, what was done, what is under way, what comes next, and the road as a checklist.
/// That of a period has what it came to in the place of the road: what was learnt with its evidence, the hours, the
/// reviews.
///
/// Every text of the learner's and the roadmap's is escaped, so that a reader sees it as it is.
pub fn markdown(document: &Document) -> String {
    let mut page = Page::default();
    page.line(&format!("{REPORT_START}{}", long_day(document.day)));
    summary(&mut page, document);
    if let Some(part) = &document.period {
        period::learnt(&mut page, document.since, part);
        next(&mut page, document);
        return page.text;
    }
    done(&mut page, document);
    learning(&mut page, document);
    next(&mut page, document);
    document.tracks.iter().for_each(|track| track_part(&mut page, track));
    page.text
}

fn summary(page: &mut Page, document: &Document) {
    let share = percent(document.share);
    let goal = match &document.goal {
        Target::Role(title) => format!("{}; {share} of what it asks is in place", escape::line(title)),
        Target::Skill(title) => format!("{}; {share} of the way is behind", escape::line(title)),
        Target::Missing(id) => format!(
            "{}, which the roadmap does not have; {share} of what all roles ask is in place",
            escape::line(id.as_str())
        ),
        Target::Everything => format!("none chosen; {share} of what all roles ask is in place"),
    };
    page.block(&format!("- **Goal:** {goal}"));
    let left = match document.missing {
        0 => "nothing".to_owned(),
        missing => format!("{}, about {}", count(missing, "skill"), hours(document.hours_left)),
    };
    page.line(&format!("- **Still to go:** {left}"));
    if let Some(part) = &document.part {
        page.line(&format!("- **This report:** {} only", escape::line(part)));
    }
    let outcomes = document.period.as_ref().map_or(0, |period| period.outcomes as usize);
    let done = match (document.done.len(), outcomes) {
        (0, 0) => "nothing".to_owned(),
        (done, 0) => count(done, "skill"),
        (0, outcomes) => count(outcomes, "outcome"),
        (done, outcomes) => format!("{}, {}", count(done, "skill"), count(outcomes, "outcome")),
    };
    page.line(&format!("- **Done{}:** {done}", since(document.since)));
    match document.tracks.iter().map(|track| track.share.skipped).sum::<u32>() {
        0 => {}
        skipped => page.line(&format!(
            "- **Skipped:** {}, counted as in place and not claimed",
            count(skipped as usize, "skill")
        )),
    }
    let spent = minutes(document.spent.minutes);
    let spent = if document.spent.at_least { format!("at least {spent}") } else { spent };
    let days = document.period.as_ref().and_then(|period| period.days).filter(|&days| days > 0);
    let on = days.map(|days| format!(" on {}", count(days as usize, "day"))).unwrap_or_default();
    page.line(&format!("- **Time spent{}:** {spent}{on}", since(document.since)));
    if let Some(period) = document.period.as_ref().filter(|period| period.reviews > 0) {
        let remembered = percent(f64::from(period.remembered) / f64::from(period.reviews));
        let since = since(document.since);
        page.line(&format!("- **Reviews{since}:** {}, {remembered} remembered", period.reviews));
    }
}

fn done(page: &mut Page, document: &Document) {
    page.heading(2, &format!("Done{}", since(document.since)));
    if document.done.is_empty() {
        page.line(if document.since.is_some() { "Nothing in this time." } else { "Nothing yet." });
    }
    let by_month = document.done.len() > LONGEST_LIST;
    let mut current = None;
    for (i, entry) in document.done.iter().enumerate() {
        let own = entry.day.map_or_else(|| "Earlier".to_owned(), month);
        if by_month && current.as_ref() != Some(&own) {
            let room = if i == 0 { "" } else { "\n" };
            page.line(&format!("{room}### {own}\n"));
            current = Some(own);
        }
        let day = entry.day.map(|day| format!("{day} ")).unwrap_or_default();
        let time = match entry.minutes {
            0 => String::new(),
            spent => format!(", {}", minutes(spent)),
        };
        page.item(
            0,
            &format!("- {day}**{}**{time}{}", escape::line(&entry.title), after_colon(&entry.links)),
        );
    }
}

fn learning(page: &mut Page, document: &Document) {
    page.heading(2, "Under way");
    if document.learning.is_empty() {
        page.line("Nothing at the moment.");
    }
    for entry in &document.learning {
        let mut facts = Vec::new();
        facts.extend(entry.day.map(|day| format!("since {day}")));
        facts.extend(Some(entry.minutes).filter(|&spent| spent > 0).map(minutes));
        if entry.ticked() > 0 {
            facts.push(format!("{} of {}", entry.ticked(), count(entry.outcomes.len(), "outcome")));
        }
        facts.push(format!("about {} to go", hours(entry.hours_left)));
        let facts = facts.join(", ");
        let title = escape::line(&entry.title);
        page.item(0, &format!("- **{title}** {facts}{}", after_colon(&entry.links)));
    }
}

fn next(page: &mut Page, document: &Document) {
    page.heading(2, "Next");
    if document.next.is_empty() {
        page.line(match document.missing {
            0 => "Nothing is missing any more.",
            _ => "Nothing else can be begun at the moment.",
        });
    }
    for (i, step) in document.next.iter().enumerate() {
        let why = match reasons(&step.reasons) {
            why if why.is_empty() => why,
            why => format!(": {why}"),
        };
        let title = escape::line(&step.title);
        page.line(&format!("{}. **{title}** (about {}){why}", i + 1, hours(step.hours_left)));
    }
}

fn track_part(page: &mut Page, track: &TrackPart) {
    page.heading(2, &escape::line(&track.title));
    page.line(&had_of(track.share));
    track.stages.iter().for_each(|stage| stage_part(page, stage));
}

fn stage_part(page: &mut Page, stage: &StagePart) {
    page.heading(3, &escape::line(&stage.title));
    let time = match stage.minutes {
        0 => String::new(),
        spent => format!(", {}", minutes(spent)),
    };
    page.line(&format!("{}{time}", had_of(stage.share)));
    if !stage.items.is_empty() {
        page.line("");
    }
    for item in &stage.items {
        match item {
            Item::Skill(entry) => check_item(page, 0, entry),
            Item::Choice(choice) => choice_part(page, choice),
        }
    }
}

/// "2 of 6 skills (1 skipped)".
fn had_of(share: Share) -> String {
    format!("{} of {}{}", share.had, count(share.whole as usize, "skill"), skipped(share))
}

fn choice_part(page: &mut Page, choice: &ChoicePart) {
    let (pick, of) = (choice.pick, choice.of);
    let title = escape::line(&choice.title);
    page.item(0, &format!("- {} {title} ({pick} of {of} is enough)", checkbox(choice.satisfied)));
    choice.options.iter().for_each(|option| check_item(page, 1, option));
}

fn checkbox(checked: bool) -> &'static str {
    if checked { "[x]" } else { "[ ]" }
}

/// A skill to tick off, with what was done on it below. A skipped one counts as had and is not claimed.
fn check_item(page: &mut Page, depth: usize, entry: &Entry) {
    let checked = matches!(entry.status, Status::Done | Status::Known);
    let mut facts = Vec::new();
    facts.extend(match (entry.status, entry.day) {
        (Status::Done, Some(day)) => Some(format!("done {day}")),
        (Status::Learning, Some(day)) => Some(format!("under way since {day}")),
        (Status::Learning, None) => Some("under way".to_owned()),
        (Status::Known, _) => Some("had before".to_owned()),
        (Status::Skipped, _) => Some("skipped".to_owned()),
        _ => None,
    });
    facts.extend(entry.fading.then(|| "fading".to_owned()));
    facts.extend(Some(entry.minutes).filter(|&spent| spent > 0).map(minutes));
    let facts = if facts.is_empty() { String::new() } else { format!(" ({})", facts.join(", ")) };
    page.item(depth, &format!("- {} {}{facts}", checkbox(checked), escape::line(&entry.title)));
    if entry.shows_outcomes() {
        for (outcome, on) in &entry.outcomes {
            page.item(depth + 1, &format!("- {} {}", checkbox(*on), escape::line(outcome)));
        }
    }
    if !entry.links.is_empty() {
        page.item(depth + 1, &format!("- Evidence{}", after_colon(&entry.links)));
    }
    for line in entry.note.iter().flat_map(|note| escape::prose(note)) {
        page.item(depth + 1, format!("> {line}").trim_end());
    }
}

/// The reasons as one clause; empty without any. They are told to someone who is not the learner.
fn reasons(reasons: &[Reason]) -> String {
    // How many wait for it says to others what the one that it leads to says to the learner.
    let told = reasons.iter().filter(|reason| !matches!(reason, Reason::LeadsTo { .. }));
    let said: Vec<String> = told.map(reason).collect();
    match said.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{}, and {last}", first.join(", ")),
    }
}

fn reason(reason: &Reason) -> String {
    match reason {
        Reason::Begun { day: Some(day) } => format!("it is under way since {day}"),
        Reason::Begun { day: None } => "it is under way".to_owned(),
        Reason::LeadsTo { .. } => String::new(),
        Reason::Asked { weight } => match weight {
            0 | 1 => "a posting asks for it now and then",
            2 => "some postings ask for it",
            3 => "many postings ask for it",
            4 => "most postings ask for it",
            _ => "nearly every posting asks for it",
        }
        .to_owned(),
        Reason::AskedByRoles { roles: 1 } => "one role asks for it".to_owned(),
        Reason::AskedByRoles { roles } => format!("{roles} roles ask for it"),
        Reason::Opens { skills: 1, of } => format!("1 of the {of} missing skills waits for it"),
        Reason::Opens { skills, of } => format!("{skills} of the {of} missing skills wait for it"),
        Reason::Short { .. } => "it is a short one".to_owned(),
    }
}
