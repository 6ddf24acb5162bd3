//! Values in words, the same wherever a person reads them: hours, days, reasons, events.

use chrono::{DateTime, FixedOffset};

use super::chart::Chart;
use super::document::Target;
use crate::domain::{
    Act, Clean, Day, DeviceId, Event, EventId, Goal, Mark, Node, Roadmap, SkillIx, TextKey, Timer,
};
use crate::engine::review::minutes as minutes_of;
use crate::engine::share::Share;
use crate::engine::suggest::Reason;

/// "4–8 h", or with `dash` for what stands between the figures.
pub fn hour_range(low: f32, high: f32, dash: &str) -> String {
    if (low - high).abs() < f32::EPSILON {
        format!("{} h", trimmed(f64::from(low)))
    } else {
        format!("{}{dash}{} h", trimmed(f64::from(low)), trimmed(f64::from(high)))
    }
}

/// Hours to the half below ten, whole above: "2.5 h", "14 h".
pub fn hours(hours: f64) -> String {
    let rounded = if hours < 10.0 { (hours * 2.0).round() / 2.0 } else { hours.round() };
    format!("{} h", trimmed(rounded.max(0.5)))
}

/// "45 min", "2 h", "2 h 30".
pub fn minutes(minutes: u64) -> String {
    match (minutes / 60, minutes % 60) {
        (0, rest) => format!("{rest} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, rest) => format!("{hours} h {rest:02}"),
    }
}

/// "25 of 45 min", "1 h 25 of 3 h 45", or without a plan what was spent.
pub fn of_planned(spent: u32, planned: u32) -> String {
    match planned {
        0 if spent == 0 => "a day of rest".to_owned(),
        0 => minutes(u64::from(spent)),
        planned if spent < 60 && planned < 60 => format!("{spent} of {planned} min"),
        planned => {
            format!("{} of {}", minutes(u64::from(spent)), minutes(u64::from(planned)))
        }
    }
}

/// "12 min on Container images, since 20:15", and of a clock of another day, since when then.
pub fn timer(title: &str, timer: &Timer, now: DateTime<FixedOffset>) -> String {
    let (run, today) = (minutes(u64::from(timer.minutes(now))), Day::of(now.date_naive()));
    let on = if timer.day() == today { String::new() } else { format!(" {}", ago(timer.day(), today)) };
    format!("{run} on {title}, since {}{on}", timer.since.format("%H:%M"))
}

/// "41 %"; never 0 for a little, nor 100 for nearly all.
pub fn percent(part: f64) -> String {
    let whole = (part * 100.0).round();
    let honest = if part > 0.0 && whole < 1.0 {
        1.0
    } else if part < 1.0 && whole > 99.0 {
        99.0
    } else {
        whole
    };
    format!("{honest} %")
}

/// "Tue 24 Nov".
pub fn short_day(day: Day) -> String {
    day.date().format("%a %-d %b").to_string()
}

/// "24 Nov 2026".
pub fn long_day(day: Day) -> String {
    day.date().format("%-d %b %Y").to_string()
}

/// "today", "yesterday", "on Thursday" within a week, else "on 3 Nov", with the year if it is another.
pub fn ago(day: Day, today: Day) -> String {
    match today.since(day) {
        0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        2..=6 => format!("on {}", day.date().format("%A")),
        _ if day.date().format("%Y").to_string() == today.date().format("%Y").to_string() => {
            format!("on {}", day.date().format("%-d %b"))
        }
        _ => format!("on {}", long_day(day)),
    }
}

/// "85 % sure by 12 Apr 2027", and where that was not said today, when: ", said on Monday".
pub fn sure_by(by: Day, said: Day, today: Day) -> String {
    let said = if said == today { String::new() } else { format!(", said {}", ago(said, today)) };
    format!("85 % sure by {}{said}", long_day(by))
}

/// Skills of which each must come before the next, and the first after the last, as a circle: "B waits for A, and A would wait
/// for B".
pub fn circle(roadmap: &Roadmap, chain: &[SkillIx]) -> String {
    let title = |skill: SkillIx| &roadmap.skill(skill).title;
    let waits: Vec<String> = chain
        .windows(2)
        .rev()
        .enumerate()
        .map(|(at, pair)| match at {
            0 => format!("{} waits for {}", title(pair[1]), title(pair[0])),
            _ => format!("{} for {}", title(pair[1]), title(pair[0])),
        })
        .collect();
    match (chain.first(), chain.last()) {
        (Some(&first), Some(&last)) if first != last => {
            format!("{}, and {} would wait for {}", waits.join(", "), title(first), title(last))
        }
        _ => "a skill cannot wait for itself".to_owned(),
    }
}

/// That the plan leaves a preference out, and through which circle.
pub fn left_out(roadmap: &Roadmap, (first, later): (SkillIx, SkillIx), chain: &[SkillIx]) -> String {
    let title = |skill: SkillIx| &roadmap.skill(skill).title;
    let circle = circle(roadmap, chain);
    format!("{} before {} is left out, since it makes a circle: {circle}.", title(first), title(later))
}

/// How a recall went, from 1 to 4.
pub const RATINGS: [&str; 4] = ["again", "hard", "good", "easy"];

/// An interval of days in the shortest form: "3 d", "2.5 mo", "1.2 y".
pub fn interval(days: u32) -> String {
    let of = |days_of_one: f64| trimmed((f64::from(days) / days_of_one * 10.0).round() / 10.0);
    match days {
        0..=30 => format!("{days} d"),
        31..=364 => format!("{} mo", of(30.44)),
        _ => format!("{} y", of(365.25)),
    }
}

/// "6 due, about 4 min".
pub fn reviews_due(prompts: usize) -> String {
    format!("{prompts} due, about {} min", minutes_of(prompts))
}

/// "Recall about 82 %, asked again on 3 Dec 2026", or that it is due.
pub fn recall(now: f64, due: Day, today: Day) -> String {
    let now = percent(now);
    match due.since(today) {
        ..=0 => format!("Recall about {now}, to be asked again"),
        1 => format!("Recall about {now}, asked again tomorrow"),
        _ => format!("Recall about {now}, asked again on {}", long_day(due)),
    }
}

/// One thing or several: "1 skill", "3 skills".
pub fn count(number: usize, one: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {one}s") }
}

/// " (2 skipped)" behind what is had of a share, or nothing.
pub fn skipped(share: Share) -> String {
    if share.skipped == 0 { String::new() } else { format!(" ({} skipped)", share.skipped) }
}

/// "2 of 6".
pub fn had_of(share: Share) -> String {
    format!("{} of {}", share.had, share.whole)
}

/// What a drawing of the road shows, as a line: where to, how much is had, which part, and when.
pub fn road_to(chart: &Chart) -> String {
    let part = chart.part.as_ref().map(|part| format!(", {part} only")).unwrap_or_default();
    format!("{}, {}{part}, {}", where_to(chart), share_of(chart), long_day(chart.day))
}

/// "The road to Platform engineer", or without a goal "The road".
pub fn where_to(chart: &Chart) -> String {
    match &chart.goal {
        Target::Role(title) | Target::Skill(title) => format!("The road to {title}"),
        Target::Missing(_) | Target::Everything => "The road".to_owned(),
    }
}

/// "41 %" of the goal, or without one "41 % of what all roles ask".
pub fn share_of(chart: &Chart) -> String {
    let share = percent(chart.share);
    match &chart.goal {
        Target::Role(_) | Target::Skill(_) => share,
        Target::Missing(_) | Target::Everything => format!("{share} of what all roles ask"),
    }
}

/// What one heads for, by its title.
pub fn goal_title(roadmap: &Roadmap, goal: &Goal) -> Clean {
    let names = roadmap.names();
    let known = match goal {
        Goal::Role(id) => names.role(id.as_str()).map(|role| roadmap.role(role).title.clone()),
        Goal::Skill(id) => names.node(id.as_str()).map(|node| roadmap.node_title(node).clone()),
    };
    let (Goal::Role(id) | Goal::Skill(id)) = goal;
    known.unwrap_or_else(|| Clean::line(id.as_str()))
}

/// A reason, as the end of "next because …".
pub fn reason(roadmap: &Roadmap, reason: &Reason, today: Day, has_goal: bool) -> String {
    match reason {
        Reason::Begun { day: Some(day) } => format!("begun {}", ago(*day, today)),
        Reason::Begun { day: None } => "under way".to_owned(),
        Reason::LeadsTo { skill, hours: away } => {
            format!("for {} in {}", roadmap.skill(*skill).title, hours(*away))
        }
        Reason::Asked { weight } => match weight {
            5.. => "in nearly every posting".to_owned(),
            4 => "in most postings".to_owned(),
            3 => "in many postings".to_owned(),
            2 => "in some postings".to_owned(),
            _ => "in a few postings".to_owned(),
        },
        Reason::AskedByRoles { roles } => format!("asked by {}", count(*roles as usize, "role")),
        Reason::Opens { skills, of } if has_goal => format!("opens {skills} of the {of} to go"),
        Reason::Opens { skills, .. } => format!("opens {}", count(*skills as usize, "skill")),
        Reason::Short { hours: left } => format!("only about {}", hours(*left)),
    }
}

/// The day of an act in the list of all of them: "Tue 24 Nov", and long ago "24 Nov 2025".
pub fn past_day(day: Day, today: Day) -> String {
    if today.since(day) > 300 { long_day(day) } else { short_day(day) }
}

/// The same event as [`event`] says, in the list of all of them: with the day of a session that was on another than the
/// one on which it was written down.
pub fn past_event(roadmap: &Roadmap, event: &Event) -> String {
    let what = self::event(roadmap, event);
    match &event.act {
        Act::Study { day, .. } if *day != event.day() => format!("{what} ({})", short_day(*day)),
        _ => what,
    }
}

/// What an event is called where one names it: its count on this device, or the beginning of another device's name and
/// the count there.
pub fn event_name(id: EventId, own: DeviceId) -> String {
    if id.device == own {
        return id.seq.to_string();
    }
    format!("{}:{}", device_name(id.device), id.seq)
}

/// The beginning of a device's name, by which it is called.
pub fn device_name(device: DeviceId) -> String {
    device.to_string().chars().take(DEVICE_LETTERS).collect()
}

/// Letters of a device's name that tell it from a learner's other devices.
const DEVICE_LETTERS: usize = 6;

/// What happened, as a line of history: "done: Container images".
pub fn event(roadmap: &Roadmap, event: &Event) -> String {
    act(roadmap, &event.act)
}

/// The same of what is not an event yet.
pub fn act(roadmap: &Roadmap, act: &Act) -> String {
    let skill = |id: &crate::domain::Id| match roadmap.names().node(id.as_str()) {
        Some(node) => roadmap.node_title(node).to_string(),
        None => format!("{id} (retired)"),
    };
    match act {
        Act::Mark { skill: id, mark } => {
            let word = match mark {
                Mark::Start => "started",
                Mark::Done => "done",
                Mark::Skip => "skipped",
                Mark::Reset => "reset",
            };
            format!("{word}: {}", skill(id))
        }
        Act::Tick { skill: id, outcome, on } => {
            let word = if *on { "ticked" } else { "unticked" };
            match outcome_text(roadmap, id, *outcome) {
                Some(text) => format!("{word}: {text} ({})", skill(id)),
                None => format!("{word}: an outcome of {}", skill(id)),
            }
        }
        Act::Study { skill: id, minutes: spent, note, .. } => {
            let note = note.as_ref().map(|note| format!(" ({note})")).unwrap_or_default();
            format!("studied {}: {}{note}", minutes(u64::from(*spent)), skill(id))
        }
        Act::Note { skill: id, text } if text.is_empty() => format!("note removed: {}", skill(id)),
        Act::Note { skill: id, .. } => format!("note: {}", skill(id)),
        Act::Link { skill: id, to, .. } => format!("linked: {to} ({})", skill(id)),
        Act::Unlink { skill: id, to } => format!("link removed: {to} ({})", skill(id)),
        Act::Review { skill: id, rating, .. } => format!("reviewed, rated {rating}: {}", skill(id)),
        Act::Place { skill: id, known: true, .. } => format!("placed as known: {}", skill(id)),
        Act::Place { skill: id, .. } => format!("no longer placed as known: {}", skill(id)),
        Act::Goal(Some(goal)) => format!("goal: {}", goal_title(roadmap, goal)),
        Act::Goal(None) => "goal: none".to_owned(),
        Act::Pick { choice, skill: id } => format!("picked {} for {}", skill(id), skill(choice)),
        Act::Prefer { skill: id, over, on: true } => format!("{} before {}", skill(id), skill(over)),
        Act::Prefer { skill: id, over, .. } => format!("{} no longer before {}", skill(id), skill(over)),
        Act::Forecast(said) => {
            let goal = goal_title(roadmap, &said.goal);
            format!("forecast for {goal}: {}, {} or {}", said.p50, said.p85, said.p95)
        }
        Act::Fit(_) => "reviews fitted to you".to_owned(),
        Act::Undo(_) => "undo".to_owned(),
        Act::Redo(_) => "redo".to_owned(),
    }
}

fn outcome_text(roadmap: &Roadmap, id: &crate::domain::Id, key: TextKey) -> Option<String> {
    let skill = roadmap.skill(roadmap.names().skill(id.as_str())?);
    skill.outcome(key).map(|(_, outcome)| outcome.text.to_string())
}

/// The kind of a node in a word: "skill" or "choice".
pub fn node_kind(node: Node) -> &'static str {
    match node {
        Node::Skill(_) => "skill",
        Node::Choice(_) => "choice",
    }
}

fn trimmed(number: f64) -> String {
    let text = format!("{number:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_read_as_a_person_would_say_them() {
        assert_eq!(hour_range(4.0, 8.0, "–"), "4–8 h");
        assert_eq!(hour_range(2.5, 2.5, "–"), "2.5 h");
        assert_eq!((hours(2.74), hours(0.1), hours(13.6)), ("2.5 h".into(), "0.5 h".into(), "14 h".into()));
        assert_eq!(
            (minutes(45), minutes(120), minutes(65)),
            ("45 min".into(), "2 h".into(), "1 h 05".into())
        );
        assert_eq!(
            (percent(0.001), percent(0.999), percent(0.414)),
            ("1 %".into(), "99 %".into(), "41 %".into())
        );
    }

    #[test]
    fn intervals_are_short_at_every_length() {
        let said = [1, 30, 31, 100, 364, 365, 800].map(interval);
        assert_eq!(said, ["1 d", "30 d", "1 mo", "3.3 mo", "12 mo", "1 y", "2.2 y"]);
    }

    #[test]
    fn days_are_named_by_their_distance() {
        let today = Day::parse("2026-11-24").unwrap();
        for (ago_days, said) in
            [(0, "today"), (1, "yesterday"), (5, "on Thursday"), (21, "on 3 Nov"), (400, "on 20 Oct 2025")]
        {
            assert_eq!(ago(today.plus(-ago_days), today), said);
        }
    }
}
