//! Rows that several commands print: steps, skills, shares.

use super::line::Line;
use super::look::Tone;
use super::output::Console;
use super::words;
use crate::domain::{Day, Node, Roadmap, SkillIx, Standing, Status};
use crate::engine::suggest::{Assumed, Step};
use crate::export::{measure, words as said};

/// Cells that the longest status word takes.
const WORD_CELLS: usize = 8;

/// The narrowest output that has room for ids beside titles, in cells.
const ROOM_FOR_IDS: usize = 72;

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

/// Cells that sign and word of a status take.
pub(crate) fn status_cells(console: &Console) -> usize {
    console.look.sign_cells() + 1 + WORD_CELLS
}

/// The next steps, numbered, each with its reasons below it.
pub(crate) fn steps(console: &mut Console, roadmap: &Roadmap, steps: &[Step], day: Day, has_goal: bool) {
    for (i, step) in steps.iter().enumerate() {
        let skill = roadmap.skill(step.skill);
        let sign = console.look.status(step.status);
        let width = console.look.width;
        let title = 6 + console.look.sign_cells();
        let mut line = Line::indented(2).dim(i + 1).to(5).add(tone(step.status), sign).to(title);
        line = line.strong(&skill.title);
        if width >= ROOM_FOR_IDS {
            line = line.to(title + 34).dim(&skill.id);
        }
        console.line(&line.ending(width.min(80), Tone::Plain, said::hours(step.hours_left)));
        let reasons = words::reasons(&step.reasons, day, has_goal);
        console.wrapped(title, Tone::Dim, reasons);
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
            format!("{options} as {} (milepost pick {})", choice.title, choice.id)
        })
        .collect();
    if !open.is_empty() {
        console.gap();
        console.wrapped(0, Tone::Dim, format!("Taken for granted: {}.", open.join("; ")));
    }
}

/// A row of nodes under a label, one a line, each with its sign and id.
pub(crate) fn nodes(
    console: &mut Console,
    roadmap: &Roadmap,
    standing: &Standing,
    label: &str,
    column: usize,
    nodes: &[Node],
) {
    let titles = nodes.iter().map(|&node| measure::width(roadmap.node_title(node)));
    let id_column = column + console.look.sign_cells() + 1 + titles.max().unwrap_or(0).clamp(20, 44) + 2;
    for (i, &node) in nodes.iter().enumerate() {
        let start = if i == 0 { Line::default().dim(label) } else { Line::default() };
        let state = match node {
            Node::Skill(ix) => standing.status(ix),
            Node::Choice(ix) if standing.satisfies(roadmap, ix) => Status::Done,
            Node::Choice(_) => Status::Ready,
        };
        let sign = console.look.status(state);
        let line = start.to(column).add(tone(state), sign).plain(" ").plain(roadmap.node_title(node));
        console.line(&line.to(id_column).dim(roadmap.node_id(node)));
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
