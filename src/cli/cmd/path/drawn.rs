//! A way as it is drawn: a skill a row, and at the left the lines from each to all that need it.

use super::step::Step;
use crate::app::Session;
use crate::cli::columns::Columns;
use crate::cli::line::Line;
use crate::cli::look::Tone;
use crate::cli::output::Console;
use crate::cli::{rows, words};
use crate::engine::layout::Edge;
use crate::engine::layout::rails::{Leads, Rails, Row, rails};
use crate::export::cells::joins::{Arms, Weight};

/// Cells that a title has at least, where there is room.
const TITLE: usize = 20;

/// Cells from one rail to the next.
const PITCH: usize = 2;

/// The rails of the steps, unless they took more than half of the width. What only helps is left out if it is that
/// which takes too much.
pub(super) fn lay(steps: &[Step], width: usize) -> Option<Rails> {
    let edges = |before: fn(&Step) -> &Vec<usize>| -> Vec<Edge> {
        let to_each = steps.iter().enumerate();
        to_each.flat_map(|(to, step)| before(step).iter().map(move |&from| Edge { from, to })).collect()
    };
    let (needs, helps) = (edges(|step| &step.after), edges(|step| &step.helped_by));
    let of = |helps: &[Edge]| rails(steps.len(), &needs, helps, width / 2 / PITCH);
    of(&helps).or_else(|| of(&[]))
}

/// Says the steps beside their rails.
pub(super) fn say(console: &mut Console, session: &Session, steps: &[Step], rails: &Rails) {
    let told = || steps.iter().map(|step| session.roadmap().skill(step.skill));
    let rail_cells = rails.columns * PITCH;
    let lead = if console.look.ascii { rail_cells + console.look.sign_cells() + 1 } else { rail_cells };
    let titles = told().map(|told| (told.title.as_str(), told.id.as_str()));
    let columns = Columns::of(&console.look, (lead, rows::HOURS), TITLE, titles);
    for ((step, told), row) in steps.iter().zip(told()).zip(&rails.rows) {
        let tone = if step.status.is_had() { Tone::Dim } else { rows::tone(step.status) };
        let mut line = beside(console, steps, step, row);
        if console.look.ascii {
            let (tone, sign) = rows::sign(console, step.status, step.fades);
            line = line.to(rail_cells).add(tone, sign);
        }
        let line = columns.add(console, line, tone, &told.title, told.id.as_str());
        let hours = words::hours_left(step.status, step.hours_left);
        console.line(&line.ending(columns.end, Tone::Plain, hours));
        if columns.below {
            console.line(&below(console, steps, row).to(lead).dim(&told.id));
        }
    }
}

/// The rails of a row, with the skill's sign in its place; in ASCII, where a sign takes three cells, a mark.
fn beside(console: &Console, steps: &[Step], step: &Step, row: &Row) -> Line {
    let ascii = console.look.ascii;
    let across = tone(step.after.iter().all(|&place| steps[place].status.is_had()));
    let mut line = Line::default();
    for (column, cell) in row.cells.iter().enumerate() {
        line = if column == row.at {
            let (tone, sign) = rows::sign(console, step.status, step.fades);
            line.add(tone, if ascii { "o" } else { sign })
        } else {
            let [up, right, down, left] = [cell.up, cell.right, cell.down, cell.left].map(weight);
            let arms = Arms { up, right, down, left };
            let tone = cell.rail.map_or(across, |rail| tone(steps[rail].status.is_had()));
            line.add(tone, arms.glyph(ascii))
        };
        if row.gaps[column] != Leads::Nowhere {
            let arms = Arms::of(weight(row.gaps[column]), [false, true, false, true]);
            line = line.add(across, arms.glyph(ascii));
        } else if column + 1 < row.cells.len() {
            line = line.plain(" ");
        }
    }
    line
}

/// What goes on below a row.
fn below(console: &Console, steps: &[Step], row: &Row) -> Line {
    let mut line = Line::default();
    for (column, cell) in row.cells.iter().enumerate().filter(|(_, cell)| cell.down != Leads::Nowhere) {
        let arms = Arms::of(weight(cell.down), [true, false, true, false]);
        let had = cell.rail.is_some_and(|rail| steps[rail].status.is_had());
        line = line.to(column * PITCH).add(tone(had), arms.glyph(console.look.ascii));
    }
    line
}

fn weight(leads: Leads) -> Weight {
    match leads {
        Leads::Nowhere => Weight::None,
        Leads::ToHelp => Weight::Dotted,
        Leads::ToNeed => Weight::Light,
    }
}

/// What is behind the learner may be passed over.
fn tone(had: bool) -> Tone {
    if had { Tone::Dim } else { Tone::Plain }
}
