//! The boxes of a map: how many cells each takes at each zoom, and what stands in them.

use super::grid::{Grid, Ink, Light, Paint};
use super::joins::{Arms, Weight};
use super::scene::Toward;
use crate::domain::Status;
use crate::engine::layout::Place;
use crate::engine::share::Share;
use crate::export::measure::width;
use crate::export::{signs, words};

/// The longest title that is not cut, in cells.
const TITLE: usize = 30;

/// The longest title of a stub that is not cut, in cells.
pub const STUB: usize = 20;

/// The same of a station.
const STATION: usize = 20;

/// Cells of a station's meter.
const METER: usize = 8;

/// Cells of a frame's lower side beside what stands in it: corners, and a piece of line before, between and behind.
const LOWER_SIDE: usize = 10;

/// How near one looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Zoom {
    /// The whole road: stages as stations.
    Far,
    /// Skills on one line each.
    #[default]
    Middle,
    /// Skills in frames, with hours and outcomes.
    Near,
}

/// What a box tells of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Told<'a> {
    /// A skill.
    Skill {
        /// Its name.
        title: &'a str,
        /// Where the learner stands with it.
        status: Status,
        /// What is left of it, in hours.
        hours: f64,
        /// Outcomes that are ticked.
        ticked: usize,
        /// Outcomes in all.
        outcomes: usize,
        /// Whether it is the plan's next step.
        next: bool,
        /// Whether it is had and was not remembered when it was recalled last.
        fading: bool,
    },
    /// A choice between skills.
    Choice {
        /// Its name.
        title: &'a str,
        /// How many of its options are had, no more than are asked.
        had: usize,
        /// How many are asked.
        pick: usize,
    },
    /// A stage.
    Stage {
        /// Its name.
        title: &'a str,
        /// How much of it is had.
        share: Share,
    },
    /// The end of lines that lead too far to be drawn.
    Stub {
        /// Where they lead.
        title: &'a str,
    },
}

/// How a box stands out, and where lines meet it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stand {
    pub light: Light,
    pub focused: bool,
    /// The heaviest line that comes from the left.
    pub left: Weight,
    /// The heaviest line that leaves to the right.
    pub right: Weight,
    /// Where a line leads, or comes from, that is not drawn through.
    pub beyond: Option<Toward>,
    pub ascii: bool,
}

/// Columns and rows that a box takes.
pub fn size_of(told: &Told, zoom: Zoom, ascii: bool) -> (u16, u16) {
    // A cell before the sign, one behind it, and one behind the title.
    let pill = 3 + signs::cells(ascii) + width(told.title()).min(told.longest());
    let (columns, rows) = match (told, zoom) {
        (Told::Stub { title }, _) => (usize::from(size_of_stub(title)), 1),
        (Told::Stage { .. }, _) => (pill.max(2 + signs::cells(ascii) + METER + 1 + width(&told.right())), 2),
        (_, Zoom::Near) => ((pill + 2).max(LOWER_SIDE + width(&told.left()) + width(&told.right())), 3),
        _ => (pill, 1),
    };
    (columns as u16, rows)
}

/// Columns that a stub takes.
pub fn size_of_stub(title: &str) -> u16 {
    (3 + width(title).min(STUB) + 1) as u16
}

/// Draws a box in its place.
pub(super) fn draw(grid: &mut Grid, place: &Place, told: &Told, zoom: Zoom, stand: &Stand) {
    let columns = usize::from(place.width);
    match (told, zoom) {
        (Told::Stub { title }, _) => stub(grid, (place.x, place.y), columns, title, stand),
        (Told::Stage { share, .. }, _) => {
            pill(grid, (place.x, place.y), columns, told, stand);
            meter(grid, (place.x + 2, place.y + 1), *share, told, stand);
        }
        (_, Zoom::Near) => {
            frame(grid, place, told, stand);
            pill(grid, (place.x + 1, place.y + 1), columns.saturating_sub(2), told, stand);
        }
        _ => pill(grid, (place.x, place.y), columns, told, stand),
    }
}

/// Where a line leads that is not drawn through.
fn stub(grid: &mut Grid, (x, y): (i32, i32), columns: usize, title: &str, stand: &Stand) {
    let paint = Paint::new(Ink::Line, stand.light);
    grid.put(x, y, " ", paint);
    grid.put(x + 1, y, stand.beyond.map_or(" ", |beyond| beyond.sign(stand.ascii)), paint);
    grid.put(x + 2, y, " ", paint);
    grid.text((x + 3, y), columns.saturating_sub(4), title, signs::cut(stand.ascii), paint);
}

/// A sign and a title in a line. In the cell before them is a mark if it is in focus, else a sign of where a line comes
/// from that is not drawn through; the cell behind them is free.
fn pill(grid: &mut Grid, (x, y): (i32, i32), columns: usize, told: &Told, stand: &Stand) {
    let paint = |ink| Paint::new(ink, stand.light);
    let ink = if stand.focused { Ink::Focus } else { told.ink() };
    let (lead, marked) = match stand.beyond {
        _ if stand.focused => (signs::focus(stand.ascii), Ink::Focus),
        Some(beyond) => (beyond.sign(stand.ascii), Ink::Line),
        None => (" ", Ink::Blank),
    };
    grid.put(x, y, lead, paint(marked));
    let sign = told.sign(stand.ascii);
    let signed = grid.text(
        (x + 1, y),
        signs::cells(stand.ascii),
        sign,
        "",
        paint(if stand.focused { ink } else { told.ink() }),
    );
    let title = x + 2 + signed as i32;
    let room = columns.saturating_sub(3 + signed);
    grid.put(title - 1, y, " ", paint(ink));
    let used = grid.text((title, y), room, told.title(), signs::cut(stand.ascii), paint(ink));
    for rest in used..=room {
        grid.put(title + rest as i32, y, " ", paint(Ink::Blank));
    }
}

/// How much of a stage is had, as a meter and in figures.
fn meter(grid: &mut Grid, (x, y): (i32, i32), share: Share, told: &Told, stand: &Stand) {
    let halves = (share.part() * (2 * METER) as f64).floor() as usize;
    // A little is never nothing.
    let halves = if share.had > 0 { halves.max(1) } else { 0 };
    let [full, half, rest] = signs::meter(stand.ascii);
    let x = x + signs::cells(stand.ascii) as i32 - 1;
    for cell in 0..METER {
        let (glyph, ink) = match halves.saturating_sub(2 * cell) {
            0 => (rest, Ink::Rest),
            1 => (half, Ink::Meter),
            _ => (full, Ink::Meter),
        };
        grid.put(x + cell as i32, y, glyph, Paint::new(ink, stand.light));
    }
    let figures = (x + METER as i32 + 1, y);
    grid.text(figures, usize::MAX, &told.right(), "", Paint::new(Ink::Figure, stand.light));
}

/// A frame, with figures in its lower side and joins where lines meet it.
fn frame(grid: &mut Grid, place: &Place, told: &Told, stand: &Stand) {
    let weight = if stand.focused { Weight::Heavy } else { Weight::Light };
    let (left, right) = (place.x, place.right() - 1);
    let (top, bottom) = (place.y, place.y + 2);
    let paint = Paint::new(told.ink(), stand.light);
    let mut put = |x, y, arms: Arms| grid.put(x, y, arms.glyph(stand.ascii), paint);
    for x in left + 1..right {
        put(x, top, Arms::of(weight, [false, true, false, true]));
        put(x, bottom, Arms::of(weight, [false, true, false, true]));
    }
    put(left, top, Arms::of(weight, [false, true, true, false]));
    put(right, top, Arms::of(weight, [false, false, true, true]));
    put(left, bottom, Arms::of(weight, [true, true, false, false]));
    put(right, bottom, Arms::of(weight, [true, false, false, true]));
    let side = Arms::of(weight, [true, false, true, false]);
    put(left, top + 1, Arms { left: stand.left, ..side });
    put(right, top + 1, Arms { right: stand.right, ..side });
    let figures = Paint::new(Ink::Figure, stand.light);
    for (text, x) in [(told.left(), left + 2), (told.right(), right - 3 - width(&told.right()) as i32)] {
        if !text.is_empty() {
            grid.text((x, bottom), usize::MAX, &format!(" {text} "), "", figures);
        }
    }
}

impl Told<'_> {
    /// Its name.
    pub fn title(&self) -> &str {
        match self {
            Self::Skill { title, .. }
            | Self::Choice { title, .. }
            | Self::Stage { title, .. }
            | Self::Stub { title } => title,
        }
    }

    /// The longest title that is not cut, in cells.
    fn longest(&self) -> usize {
        if matches!(self, Self::Stage { .. }) { STATION } else { TITLE }
    }

    /// Whether it is had.
    pub(super) fn is_had(&self) -> bool {
        match self {
            Self::Skill { status, .. } => status.is_had(),
            Self::Choice { had, pick, .. } => had >= pick,
            Self::Stage { share, .. } => share.whole > 0 && share.had == share.whole,
            Self::Stub { .. } => false,
        }
    }

    /// Whether it is of the road's front: what one can begin, or has begun.
    pub(super) fn is_front(&self) -> bool {
        match self {
            Self::Skill { status, .. } => matches!(status, Status::Ready | Status::Learning),
            Self::Choice { .. } | Self::Stub { .. } => false,
            Self::Stage { share, .. } => {
                share.had < share.whole && share.had + share.learning + share.ready > 0
            }
        }
    }

    pub(super) fn ink(&self) -> Ink {
        match self {
            Self::Skill { next: true, .. } => Ink::Next,
            Self::Skill { status: Status::Ready, .. } => Ink::Front,
            Self::Skill { fading: true, .. } => Ink::Fading,
            Self::Skill { status, .. } => Ink::Skill(*status),
            Self::Choice { .. } => Ink::Choice,
            Self::Stage { .. } => Ink::Stage,
            Self::Stub { .. } => Ink::Line,
        }
    }

    pub(super) fn sign(&self, ascii: bool) -> &'static str {
        match self {
            Self::Skill { next: true, .. } => signs::next_step(ascii),
            Self::Skill { fading: true, .. } => signs::fading(ascii),
            Self::Skill { status, .. } => signs::status(*status, ascii),
            Self::Choice { .. } => signs::choice(self.is_had(), ascii),
            Self::Stage { share, .. } => signs::stage(*share, ascii),
            Self::Stub { .. } => " ",
        }
    }

    /// What stands at the left of the figures: hours of a skill that is not had.
    fn left(&self) -> String {
        match self {
            Self::Skill { status, hours, .. } if !status.is_had() => words::hours(*hours),
            _ => String::new(),
        }
    }

    /// What stands at the right of the figures: how much there is of it.
    fn right(&self) -> String {
        match self {
            Self::Skill { ticked, outcomes, .. } => format!("{ticked}/{outcomes}"),
            Self::Choice { had, pick, .. } => format!("{had} of {pick}"),
            Self::Stage { share, .. } => format!("{}/{}", share.had, share.whole),
            Self::Stub { .. } => String::new(),
        }
    }
}

#[cfg(test)]
mod tests;
