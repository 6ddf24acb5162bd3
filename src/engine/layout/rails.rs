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

/// What a part of a line leads to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Leads {
    /// There is no line.
    #[default]
    Nowhere,
    /// To a box that is helped, and to none that is in need of it.
    ToHelp,
    /// To a box that needs the one from which it comes.
    ToNeed,
}

/// One row: its box, and what the rails do beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The column of the box.
    pub at: usize,
    /// The columns, from the left up to the last one in use.
    pub cells: Vec<Cell>,
    /// For each column, the line across the row from it to the next one.
    pub gaps: Vec<Leads>,
}

/// What is in one column of a row: arms as they are to be drawn.
///
/// Where a line across the row meets a rail that goes on, the rail is drawn whole and the line goes under it, so a
/// line across never leads down but at the box to which it leads. Lines that come to a box from one side share what
/// they have in common; that leads to need if one of them does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// The box of which this is the rail.
    pub rail: Option<usize>,
    /// A line comes from the row above.
    pub up: Leads,
    /// A line goes on to the right.
    pub right: Leads,
    /// A line goes on to the row below.
    pub down: Leads,
    /// A line goes on to the left.
    pub left: Leads,
}

/// A rail that has begun above the row.
#[derive(Clone, Copy)]
struct Live {
    rail: usize,
    column: usize,
    /// What it still leads to, the box of the row among it.
    comes: Leads,
    /// Whether the box of the row is one that it leads to, and how.
    here: Leads,
    /// Whether it leads to a later one too.
    on: Leads,
}

/// The last rows that a box leads to.
#[derive(Clone, Copy, Default)]
struct Last {
    need: usize,
    help: usize,
}

impl Last {
    /// What a rail leads to in the rows from this one on.
    fn from(self, row: usize) -> Leads {
        match self {
            last if last.need >= row => Leads::ToNeed,
            last if last.help >= row => Leads::ToHelp,
            _ => Leads::Nowhere,
        }
    }
}

/// Lays the rails for so many rows, where `needs` and `helps` lead from a row to one further down; none if that takes
/// more than `most` columns.
///
/// A box's rail begins below it and ends at the last row that it leads to. Each box takes the cheapest free column.
pub fn rails(rows: usize, needs: &[Edge], helps: &[Edge], most: usize) -> Option<Rails> {
    let mut before: Vec<Vec<(usize, Leads)>> = vec![Vec::new(); rows];
    let mut last = vec![Last::default(); rows];
    for edge in needs {
        before[edge.to].push((edge.from, Leads::ToNeed));
        last[edge.from].need = last[edge.from].need.max(edge.to);
    }
    for edge in helps {
        before[edge.to].push((edge.from, Leads::ToHelp));
        last[edge.from].help = last[edge.from].help.max(edge.to);
    }
    let mut laid = Rails::default();
    let mut live: Vec<Live> = Vec::new();
    for row in 0..rows {
        for rail in &mut live {
            let own = before[row].iter().filter(|(from, _)| *from == rail.rail).map(|(_, leads)| *leads);
            rail.here = own.max().unwrap_or_default();
            rail.comes = last[rail.rail].from(row);
            rail.on = last[rail.rail].from(row + 1);
        }
        let at = cheapest(&live, laid.columns);
        laid.columns = laid.columns.max(at + 1);
        if laid.columns > most {
            return None;
        }
        let on = last[row].from(row + 1);
        laid.rows.push(drawn(&live, at, (row, on)));
        live.retain(|rail| rail.on != Leads::Nowhere);
        if on != Leads::Nowhere {
            live.push(Live { rail: row, column: at, comes: on, here: Leads::Nowhere, on });
            live.sort_by_key(|rail| rail.column);
        }
    }
    Some(laid)
}

impl Live {
    fn leads_here(&self) -> bool {
        self.here != Leads::Nowhere
    }

    fn goes_on(&self) -> bool {
        self.on != Leads::Nowhere
    }

    /// Whether its column is none for the box of the row. What only helps turns before it ends: dots are seen beside a
    /// box, and not between one box and the next below it.
    fn takes(&self, column: usize) -> bool {
        self.column == column && (self.goes_on() || self.here == Leads::ToHelp)
    }
}

/// The column in which a box costs least, among those that no passing rail takes.
fn cheapest(live: &[Live], columns: usize) -> usize {
    let [crossing, behind, wider, turning, across] = COSTS;
    let ends = || live.iter().filter(|rail| rail.leads_here()).map(|rail| rail.column);
    let beyond = live.last().map_or(0, |rail| rail.column + 1);
    let cost = |column: usize| {
        let first = ends().min().unwrap_or(column).min(column);
        let last = ends().max().unwrap_or(column).max(column);
        let passing = || live.iter().filter(|rail| rail.goes_on());
        let crossed = passing().filter(|rail| !rail.leads_here() && (first..last).contains(&rail.column));
        let turns = ends().next().is_some() && ends().all(|end| end != column);
        crossing * crossed.count()
            + behind * passing().filter(|rail| rail.column > column).count()
            + wider * (column + 1).saturating_sub(columns)
            + turning * usize::from(turns)
            + across * (last - first)
    };
    let free = |column: &usize| !live.iter().any(|rail| rail.takes(*column));
    (0..=beyond).filter(free).min_by_key(|column| cost(*column)).unwrap_or(beyond)
}

/// The cells of a row whose box stands in column `at`, with the rail that it begins and what that leads to.
fn drawn(live: &[Live], at: usize, (row, on): (usize, Leads)) -> Row {
    let width = live.last().map_or(0, |rail| rail.column + 1).max(at + 1);
    // The line from a column to the next one is that of the ends which lie on its other side than the box.
    let gap = |column: usize| {
        let beyond = |end: &&Live| if at > column { end.column <= column } else { end.column > column };
        live.iter().filter(beyond).map(|end| end.here).max().unwrap_or_default()
    };
    let gaps: Vec<Leads> = (0..width).map(gap).collect();
    let mut cells = vec![Cell::default(); width];
    for (column, cell) in cells.iter_mut().enumerate() {
        cell.left = column.checked_sub(1).map_or(Leads::Nowhere, |before| gaps[before]);
        cell.right = gaps[column];
    }
    for passed in live {
        let cell = &mut cells[passed.column];
        *cell = Cell { rail: Some(passed.rail), up: passed.comes, down: passed.on, ..*cell };
        if passed.goes_on() {
            cell.left = if at < passed.column { passed.here } else { Leads::Nowhere };
            cell.right = if at > passed.column { passed.here } else { Leads::Nowhere };
        }
    }
    let own = &mut cells[at];
    *own = Cell { rail: (on != Leads::Nowhere).then_some(row), down: on, ..*own };
    Row { at, cells, gaps }
}

#[cfg(test)]
mod tests;
