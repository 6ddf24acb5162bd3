//! Rails for a list of one box a row: in which column each box stands, and the lines that lead down to those below.

use super::Edge;

/// What it costs a box that a line has to be crossed to reach it, that a line passes between it and its title, that
/// the list gets a column wider, that a line must turn to reach it, and each column that a line goes across.
const COSTS: [usize; 5] = [10, 10, 30, 5, 1];

/// A list of boxes with its rails.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rails {
    /// Columns in all.
    pub columns: usize,
    /// The rows, in order, one a box.
    pub rows: Vec<Row>,
}

/// One row: its box, and what the rails do beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The column of the box.
    pub at: usize,
    /// The columns, from the left up to the last one in use.
    pub cells: Vec<Cell>,
    /// The first and the last column of the line across the row; the same where there is none.
    pub across: (usize, usize),
}

/// What is in one column of a row: arms as they are to be drawn.
///
/// Where a line across the row meets a rail that goes on, the rail is drawn whole and the line goes under it, so a
/// line across never leads down but at the box to which it leads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// The box of which this is the rail.
    pub rail: Option<usize>,
    /// A line comes from the row above.
    pub up: bool,
    /// A line goes on to the right.
    pub right: bool,
    /// A line goes on to the row below.
    pub down: bool,
    /// A line goes on to the left.
    pub left: bool,
}

/// A rail that has begun above the row.
#[derive(Clone, Copy)]
struct Live {
    rail: usize,
    column: usize,
    /// Whether the box of the row is one that it leads to.
    leads_here: bool,
    /// Whether it leads to a later one too.
    goes_on: bool,
}

/// Lays the rails for so many rows, where `edges` lead from a row to one further down; none if that takes more than
/// `most` columns.
///
/// A box's rail begins below it and ends at the last row that it leads to. Each box takes the cheapest free column.
pub fn rails(rows: usize, edges: &[Edge], most: usize) -> Option<Rails> {
    let mut needs = vec![Vec::new(); rows];
    let mut last = vec![0; rows];
    for edge in edges {
        needs[edge.to].push(edge.from);
        last[edge.from] = last[edge.from].max(edge.to);
    }
    let mut laid = Rails::default();
    let mut live: Vec<Live> = Vec::new();
    for row in 0..rows {
        for rail in &mut live {
            rail.leads_here = needs[row].contains(&rail.rail);
            rail.goes_on = last[rail.rail] > row;
        }
        let at = cheapest(&live, laid.columns);
        laid.columns = laid.columns.max(at + 1);
        if laid.columns > most {
            return None;
        }
        laid.rows.push(drawn(&live, at, (last[row] > row).then_some(row)));
        live.retain(|rail| rail.goes_on);
        if last[row] > row {
            live.push(Live { rail: row, column: at, leads_here: false, goes_on: true });
            live.sort_by_key(|rail| rail.column);
        }
    }
    Some(laid)
}

/// The column in which a box costs least, among those that no passing rail takes.
fn cheapest(live: &[Live], columns: usize) -> usize {
    let [crossing, behind, wider, turning, across] = COSTS;
    let ends = || live.iter().filter(|rail| rail.leads_here).map(|rail| rail.column);
    let beyond = live.last().map_or(0, |rail| rail.column + 1);
    let cost = |column: usize| {
        let first = ends().min().unwrap_or(column).min(column);
        let last = ends().max().unwrap_or(column).max(column);
        let passing = || live.iter().filter(|rail| rail.goes_on);
        let crossed = passing().filter(|rail| !rail.leads_here && (first..last).contains(&rail.column));
        let turns = ends().next().is_some() && ends().all(|end| end != column);
        crossing * crossed.count()
            + behind * passing().filter(|rail| rail.column > column).count()
            + wider * (column + 1).saturating_sub(columns)
            + turning * usize::from(turns)
            + across * (last - first)
    };
    let free = |column: &usize| !live.iter().any(|rail| rail.goes_on && rail.column == *column);
    (0..=beyond).filter(free).min_by_key(|column| cost(*column)).unwrap_or(beyond)
}

/// The cells of a row whose box stands in column `at`, and begins `rail` if it leads to a later one.
fn drawn(live: &[Live], at: usize, rail: Option<usize>) -> Row {
    let ends = || live.iter().filter(|rail| rail.leads_here).map(|rail| rail.column);
    let across = (ends().min().unwrap_or(at).min(at), ends().max().unwrap_or(at).max(at));
    let width = live.last().map_or(0, |rail| rail.column + 1).max(at + 1);
    let mut cells = vec![Cell::default(); width];
    for (column, cell) in cells.iter_mut().enumerate() {
        cell.left = across.0 < column && column <= across.1;
        cell.right = across.0 <= column && column < across.1;
    }
    for passed in live {
        let cell = &mut cells[passed.column];
        *cell = Cell { rail: Some(passed.rail), up: true, down: passed.goes_on, ..*cell };
        if passed.goes_on {
            cell.left = passed.leads_here && at < passed.column;
            cell.right = passed.leads_here && at > passed.column;
        }
    }
    let own = &mut cells[at];
    *own = Cell { rail, down: rail.is_some(), ..*own };
    Row { at, cells, across }
}

#[cfg(test)]
mod tests;
