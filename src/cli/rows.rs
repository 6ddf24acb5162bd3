//! Rows that several commands print: steps, skills, shares.

use super::columns::Columns;
use super::line::Line;
use super::look::Tone;
use super::output::Console;
use super::words;
use crate::app::Session;
use crate::app::page::Plan;
use crate::domain::{Day, Goal, Node, Roadmap, SkillIx, Status};
use crate::engine::suggest::{Assumed, Step};
use crate::export::{signs, words as said};

/// Cells that the longest status word takes.
const WORD_CELLS: usize = 8;

/// Cells that a step's title has at least, where there is room.
const STEP_TITLE: usize = 32;

/// Cells that a node's title has at least, where there is room.
const NODE_TITLE: usize = 20;

/// Cells that hours take, with what parts them from what stands before.
pub(crate) const HOURS: usize = 9;

/// Cells of a bar.
pub(crate) const BAR: usize = 20;

/// The tone of a status.
pub(crate) fn tone(status: Status) -> Tone {
    match status {
        Status::Learning => Tone::Accent,
        Status::Locked | Status::Skipped => Tone::Dim,
        Status::Ready | Status::Done | Status::Known => Tone::Plain,
    }
}

/// A status, sign and word.
pub(crate) fn status(console: &Console, line: Line, status: Status) -> Line {
    line.add(tone(status), console.look.status(status)).plain(" ").add(tone(status), status.word())
}

/// Where the learner stands with a skill, sign and word; what fades is said to fade.
pub(crate) fn standing(console: &Console, line: Line, session: &Session, skill: SkillIx) -> Line {
    let (tone, sign) = sign(console, session.standing().status(skill), session.fades(skill));
    let word = signs::standing_word(session.standing().status(skill), session.fades(skill));
    line.add(tone, sign).plain(" ").add(tone, word)
}

/// The sign alone, with its tone.
pub(crate) fn sign(console: &Console, status: Status, fades: bool) -> (Tone, &'static str) {
    let tone = if fades { Tone::Accent } else { tone(status) };
    (tone, signs::standing(status, fades, console.look.ascii))
}

/// Cells that sign and word of a status take.
pub(crate) fn status_cells(console: &Console) -> usize {
    console.look.sign_cells() + 1 + WORD_CELLS
}

/// The next steps, numbered, each with its reasons below it.
pub(crate) fn steps(console: &mut Console, roadmap: &Roadmap, steps: &[Step], day: Day, has_goal: bool) {
    let lead = 6 + console.look.sign_cells();
    let told = steps.iter().map(|step| roadmap.skill(step.skill));
    let rows = told.map(|told| (told.title.as_str(), told.id.as_str()));
    let columns = Columns::of(&console.look, (lead, HOURS), STEP_TITLE, rows);
    let end = columns.end.max(console.look.width.min(80));
    for (i, step) in steps.iter().enumerate() {
        let told = roadmap.skill(step.skill);
        let line =
            Line::indented(2).dim(i + 1).to(5).add(tone(step.status), console.look.status(step.status));
        let line = columns.add(console, line, Tone::Strong, &told.title, told.id.as_str());
        console.line(&line.ending(end, Tone::Plain, said::hours(step.hours_left)));
        columns.below(told.id.as_str()).iter().for_each(|line| console.line(line));
        console.wrapped(lead, Tone::Dim, words::reasons(roadmap, &step.reasons, day, has_goal));
    }
}

/// The open choices for which an option was taken for granted.
pub(crate) fn assumed(console: &mut Console, roadmap: &Roadmap, assumed: &[Assumed]) {
    let open: Vec<String> = assumed
        .iter()
        .filter(|assumed| !assumed.picked)
        .map(|assumed| {
            let options = words::titles(roadmap, &assumed.options);
            let choice = roadmap.choice(assumed.choice);
            format!("{options} ({})", words::within(&choice.title))
        })
        .collect();
    if !open.is_empty() {
        console.gap();
        let open = open.join(", ");
        console.wrapped(0, Tone::Dim, format!("Taken for granted: {open}."));
        console.line(&Line::default().dim("To take another:").plain(" ").accent("milepost pick"));
    }
}

/// A row of nodes under a label, one a line, each with its sign and id.
pub(crate) fn nodes(console: &mut Console, session: &Session, label: &str, column: usize, nodes: &[Node]) {
    let (roadmap, standing) = (session.roadmap(), session.standing());
    let lead = column + console.look.sign_cells() + 1;
    let row = |node: Node| (roadmap.node_title(node).as_str(), roadmap.node_id(node).as_str());
    let columns = Columns::of(&console.look, (lead, 0), NODE_TITLE, nodes.iter().copied().map(row));
    for (i, &node) in nodes.iter().enumerate() {
        let start = if i == 0 { Line::default().dim(label) } else { Line::default() };
        let (tone, sign) = match node {
            Node::Skill(ix) => sign(console, standing.status(ix), session.fades(ix)),
            Node::Choice(ix) if standing.satisfies(roadmap, ix) => sign(console, Status::Done, false),
            Node::Choice(_) => sign(console, Status::Ready, false),
        };
        let line = start.to(column).add(tone, sign);
        let (title, id) = row(node);
        console.line(&columns.add(console, line, Tone::Plain, title, id));
        columns.below(id).iter().for_each(|line| console.line(line));
    }
}

/// Skills as nodes.
pub(crate) fn as_nodes(skills: &[SkillIx]) -> Vec<Node> {
    skills.iter().map(|&skill| Node::Skill(skill)).collect()
}

/// A bar for a part of a whole.
pub(crate) fn bar(console: &Console, line: Line, part: f64) -> Line {
    let [full, rest] = console.look.bar(part, BAR);
    line.accent(full).dim(rest)
}

/// A bar of how much of a goal is had, and what is left of it.
pub(crate) fn share_left(console: &mut Console, column: usize, share: f64, missing: usize, hours: f64) {
    let line = bar(console, Line::indented(column), share).plain(format!("  {}", said::percent(share)));
    let left = format!("{} and about {} left", said::count(missing, "skill"), said::hours(hours));
    console.line(&if missing == 0 { line } else { line.plain(", ").dim(left) });
}

/// What is said where nothing is left to do.
pub(crate) fn nothing_left(console: &mut Console, roadmap: &Roadmap, goal: Option<&Goal>) {
    match goal {
        Some(goal) => {
            let done = format!("{}: all of it is done.", said::goal_title(roadmap, goal));
            console.wrapped(0, Tone::Plain, done);
            console.line(&Line::default().plain("Where to next? ").accent("milepost roles"));
        }
        None if roadmap.skills().len() == 0 => {
            console.wrapped(0, Tone::Plain, "The roadmap is empty. Load one with --roadmap PATH.");
        }
        None => console.wrapped(0, Tone::Plain, "All of the road is done."),
    }
}

/// Weeks from the day of a plan until another, to the nearest, at least one.
pub(crate) fn weeks_until(plan: &Plan, until: Day) -> usize {
    let days = f64::from(until.since(plan.day).max(0));
    (days / 7.0).round().max(1.0) as usize
}

/// Until when a plan leads, in a line: by the forecast, or as it is laid; nothing where it has no days.
pub(crate) fn until(plan: &Plan) -> Option<String> {
    let day = |day| words::day(day, plan.day);
    match &plan.forecast {
        Some(forecast) => {
            let dates = forecast.goal;
            let weeks = said::count(weeks_until(plan, dates.p50), "week");
            let (p50, p85) = (day(dates.p50), day(dates.p85));
            Some(format!("about {weeks}: as likely as not by {p50}, 85 % sure by {p85}"))
        }
        None => plan.ends().map(|ends| format!("{}, if each week has its minutes", day(ends))),
    }
}
