//! The plan as a calendar file (iCalendar, RFC 5545) that a calendar program reads.

use icalendar::{Calendar, Component, Event, EventLike, Property};

use super::agenda::{Agenda, AgendaWeek, ReviewDays};
use super::document::Target;
use super::measure;
use super::words::{long_day, minutes};

#[cfg(test)]
mod tests;

/// How every such file begins.
pub const ICS_START: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//milepost//plan//EN\r\n";

/// The most skills that the heading of a week names.
const NAMED: usize = 3;

/// Cells that a title takes in the heading of a week at most.
const TITLE: usize = 48;

/// Bytes that a line takes at most, without its end.
const LINE: usize = 75;

/// The two letters of each day of the week, Monday first.
const WEEKDAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// The plan as a calendar file: an event a week, from Monday to Sunday, and one that comes again on each day with
/// time for review. All of them last all day and leave one free, since a plan knows no hour of the day.
///
/// Each week has the same name in every file, so a newer file takes the place of an older one where both are read
/// into the same calendar.
pub fn ics(agenda: &Agenda) -> String {
    let mut calendar = Calendar::empty();
    for (name, value) in [
        ("VERSION", "2.0"),
        ("PRODID", "-//milepost//plan//EN"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
        ("X-WR-CALNAME", "milepost"),
    ] {
        calendar.append_property(Property::new(name, value));
    }
    for week in &agenda.weeks {
        calendar.push(of_week(agenda, week));
    }
    if let Some(days) = &agenda.review {
        calendar.push(of_review(agenda, days));
    }
    folded(&calendar.to_string())
}

/// The same file with its lines folded anew: none takes more than 75 bytes (RFC 5545, section 3.1), of which the
/// writer's last piece may take one too many, and a fold has no space beside it where there is another place, since
/// some readers drop such spaces.
fn folded(file: &str) -> String {
    let mut out = String::with_capacity(file.len() + 64);
    for line in file.replace("\r\n ", "").split_terminator("\r\n") {
        let (mut rest, mut room) = (line, LINE);
        while rest.len() > room {
            let (piece, after) = rest.split_at(fold(rest, room));
            out.extend([piece, "\r\n "]);
            (rest, room) = (after, LINE - 1);
        }
        out.extend([rest, "\r\n"]);
    }
    out
}

/// Where to fold a line that is longer than `room` bytes.
fn fold(line: &str, room: usize) -> usize {
    let ends = || (1..=room).rev().filter(|&end| line.is_char_boundary(end));
    let beside_space = |end: usize| {
        line[..end].ends_with(char::is_whitespace) || line[end..].starts_with(char::is_whitespace)
    };
    ends().find(|&end| !beside_space(end)).or_else(|| ends().next()).unwrap_or(line.len())
}

/// An event without its days: with a name that is the same in every file, and what it says.
fn event(agenda: &Agenda, name: &str, summary: &str, description: &str) -> Event {
    Event::new()
        .uid(&format!("{name}@milepost"))
        .timestamp(agenda.made.to_utc())
        .summary(summary)
        .description(description)
        .append_property(Property::new("TRANSP", "TRANSPARENT"))
        .done()
}

fn of_week(agenda: &Agenda, week: &AgendaWeek) -> Event {
    let named: Vec<String> =
        week.skills.iter().take(NAMED).map(|(title, _)| measure::cut(title, TITLE, "…")).collect();
    let more = match week.skills.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let summary = format!("{}{more} ({})", named.join(", "), minutes(week.minutes()));
    let mut description: String =
        week.skills.iter().map(|(title, own)| format!("- {title}: {}\n", minutes(*own))).collect();
    description.push_str(&format!("\n{}", made(agenda)));
    event(agenda, &format!("plan-{}", week.monday), &summary, &description)
        .starts(week.monday.date())
        .ends(week.monday.plus(7).date())
        .done()
}

/// What the plan leads to, and the day on which it was made.
fn made(agenda: &Agenda) -> String {
    let day = long_day(crate::domain::Day::of(agenda.made.date_naive()));
    match &agenda.goal {
        Target::Role(title) | Target::Skill(title) => format!("The plan to {title}, as of {day}."),
        Target::Missing(_) | Target::Everything => format!("The plan for what all roles ask, as of {day}."),
    }
}

fn of_review(agenda: &Agenda, days: &ReviewDays) -> Event {
    let summary = format!("Review, {}", minutes(u64::from(days.minutes)));
    let description = "A few minutes for what was learnt a while ago, so that it stays.";
    let mut event = event(agenda, "review", &summary, description);
    let on: Vec<&str> =
        WEEKDAYS.iter().zip(days.weekdays).filter(|(_, on)| *on).map(|(day, _)| *day).collect();
    let rule = format!("FREQ=WEEKLY;BYDAY={};UNTIL={}", on.join(","), days.until.date().format("%Y%m%d"));
    event.starts(days.first.date()).ends(days.first.plus(1).date());
    event.append_property(Property::new("RRULE", rule));
    for day in &days.away {
        event.exdate(day.date());
    }
    event
}
