//! A way as a numbered list, set in by depth: for screen readers, and where there is no room to draw it.

use super::step::Step;
use crate::app::Session;
use crate::cli::columns::Columns;
use crate::cli::line::Line;
use crate::cli::look::Tone;
use crate::cli::output::Console;
use crate::cli::{rows, words};
use crate::export::measure;

/// The deepest that titles are set in.
const DEEPEST: usize = 8;

/// Cells that a title has at least, where there is room.
const TITLE: usize = 20;

/// Says the steps, each with the numbers of those right before it.
pub(super) fn say(console: &mut Console, session: &Session, steps: &[Step]) {
    let titles: Vec<(String, &str)> = steps.iter().map(|step| title_and_id(session, step)).collect();
    let afters: Vec<String> = steps.iter().map(after).collect();
    let sign_column = 4;
    let lead = sign_column + console.look.sign_cells() + 1;
    let after_cells = afters.iter().map(|after| measure::width(after)).max().unwrap_or(0);
    let rows = titles.iter().map(|(title, id)| (title.as_str(), *id));
    let columns = Columns::of(&console.look, (lead, rows::HOURS + after_cells), TITLE, rows);
    // Below a title there is room for what it comes after.
    let hours_end = if columns.below { columns.end } else { columns.end - after_cells };
    let title_cells = if columns.below { columns.title + after_cells } else { columns.title };
    let columns = Columns { title: title_cells, ..columns };
    for (i, (step, (title, id))) in steps.iter().zip(&titles).enumerate() {
        let tone = if step.status.is_had() { Tone::Dim } else { rows::tone(step.status) };
        let line = Line::default().ending(3, Tone::Dim, i + 1).to(sign_column);
        let (sign_tone, sign) = rows::sign(console, step.status, step.fades);
        let line = line.add(sign_tone, sign);
        let line = columns.add(console, line, tone, title, id);
        let hours = words::hours_left(step.status, step.hours_left);
        let line = line.ending(hours_end, Tone::Plain, hours);
        console.line(&if columns.below { line } else { line.dim(&afters[i]) });
        if columns.below {
            console.wrapped(lead, Tone::Dim, format!("{id}{}", afters[i]));
        }
    }
}

/// A title set in by its depth, and the id.
fn title_and_id<'a>(session: &'a Session, step: &Step) -> (String, &'a str) {
    let told = session.roadmap().skill(step.skill);
    (format!("{}{}", " ".repeat(2 * step.depth.min(DEEPEST)), told.title), told.id.as_str())
}

/// "  after 1, 2" for a step that others stand before.
fn after(step: &Step) -> String {
    let places: Vec<String> = step.after.iter().map(|place| (place + 1).to_string()).collect();
    if places.is_empty() { String::new() } else { format!("  after {}", places.join(", ")) }
}
