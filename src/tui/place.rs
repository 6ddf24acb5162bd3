//! Which screen and pane one is in, and where the panes lie.

use ratatui::layout::Rect;

/// The narrowest and lowest terminal that is drawn on.
pub const LEAST: (u16, u16) = (40, 10);

/// From this width on, panes stand side by side.
const SIDE_BY_SIDE: u16 = 80;

/// From this width on, a card stands beside the picture of the road.
const PICTURE_AND_CARD: u16 = 120;

/// From this height on, no row need be saved.
const ROOMY: u16 = 30;

/// Columns of the card beside the picture.
const CARD: u16 = 44;

/// From this width on, the outline stands on the other side of the picture.
const PICTURE_BETWEEN: u16 = 160;

/// Columns of the outline beside the picture.
const OUTLINE: u16 = 36;

/// The most columns of a list.
const WIDEST_LIST: u16 = 64;

/// Of a hundred columns, those of the list of the plan.
const PLAN: u16 = 50;

/// Of a hundred rows, those of the outlook above the card.
const OUTLOOK: u16 = 58;

/// From this height on, the map of days stands above the rest of Progress.
const DAYS_ABOVE: u16 = 24;

/// Rows of the map of days: a heading, months, a week, and what the signs mean.
pub const DAYS: u16 = 10;

/// Of a hundred columns, those of the stages on Progress.
const STAGES: u16 = 47;

/// Columns between two panes, the line in their middle.
const BETWEEN: u16 = 3;

/// One of the screens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Screen {
    /// The day's page.
    #[default]
    Today,
    /// The road.
    Map,
    /// What comes in which order, and until when.
    Plan,
    /// What was learnt, asked again.
    Review,
    /// What it came to.
    Progress,
}

impl Screen {
    /// All screens, in the order of their numbers.
    pub const ALL: [Self; 5] = [Self::Today, Self::Map, Self::Plan, Self::Review, Self::Progress];

    /// The name in the top line.
    pub fn title(self) -> &'static str {
        match self {
            Self::Today => "Today",
            Self::Map => "Map",
            Self::Plan => "Plan",
            Self::Review => "Review",
            Self::Progress => "Progress",
        }
    }
}

/// One of the panes of a screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// The list: steps, outline or stages.
    #[default]
    List,
    /// On the Plan, until when: stages on an axis of time, and the forecast. On Progress, the map of days.
    Outlook,
    /// The card, or on Progress the figures.
    Side,
}

/// Which screen and pane one is in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The screen.
    pub screen: Screen,
    /// The pane in focus.
    pub pane: Pane,
    /// Whether the pane in focus has the screen for itself.
    pub alone: bool,
    /// Whether the map is a picture and not a list.
    pub picture: bool,
}

impl Place {
    /// Whether the picture of the road is what one is at.
    pub fn shows_picture(&self) -> bool {
        self.screen == Screen::Map && self.picture
    }
}

/// Where everything lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Areas {
    /// The top line.
    pub bar: Rect,
    /// The list, unless it does not show.
    pub list: Option<Rect>,
    /// The outline beside the picture, if there is room for it.
    pub outline: Option<Rect>,
    /// The outlook of the plan or the map of days, unless it does not show.
    pub outlook: Option<Rect>,
    /// The lines between the panes.
    pub between: [Option<Rect>; 2],
    /// The side pane, unless it does not show.
    pub side: Option<Rect>,
    /// The lines for messages, at least one.
    pub message: Rect,
    /// The line for hints.
    pub hints: Rect,
}

impl Areas {
    /// Where everything lies on a terminal of this size, with a message of this many rows.
    pub fn of(size: (u16, u16), place: Place, message: u16) -> Self {
        let (columns, rows) = size;
        let line = |y: u16| Rect::new(0, y.min(rows.saturating_sub(1)), columns, 1.min(rows));
        // On a low terminal the picture's headings take the row that parts the bar from the rest.
        let headed = place.shows_picture() && place.pane == Pane::List && rows < ROOMY;
        let top = if rows >= 16 && !headed { 2 } else { 1 };
        let message = message.clamp(1, (rows / 2).max(1));
        let body = Rect::new(1, top, columns.saturating_sub(2), rows.saturating_sub(top + message + 1));
        let Panes { outline, list, outlook, side, between } = match place.screen {
            Screen::Plan => Panes::of_plan(body, place, size),
            // The card beside a question would give its answer away.
            Screen::Review => Panes::alone(body, place.pane),
            Screen::Progress => Panes::of_progress(body, place, size),
            _ => Panes::of(body, place, columns),
        };
        Self {
            bar: line(0),
            outline,
            list,
            outlook,
            between,
            side,
            message: Rect { height: message.min(rows), ..line(rows.saturating_sub(message + 1)) },
            hints: line(rows.saturating_sub(1)),
        }
    }

    /// The area of a pane.
    pub fn pane(&self, pane: Pane) -> Option<Rect> {
        match pane {
            Pane::List => self.list,
            Pane::Outlook => self.outlook,
            Pane::Side => self.side,
        }
    }
}

/// The outline at the left of the picture, if there is room, and what is left for the other panes.
fn outline(body: Rect, place: Place, columns: u16) -> (Option<Rect>, Rect) {
    if !place.shows_picture() || place.alone || columns < PICTURE_BETWEEN {
        return (None, body);
    }
    let taken = OUTLINE + BETWEEN;
    let rest = Rect { x: body.x + taken, width: body.width.saturating_sub(taken), ..body };
    (Some(Rect { width: OUTLINE, ..body }), rest)
}

/// The panes of a screen, those that show.
#[derive(Default)]
struct Panes {
    outline: Option<Rect>,
    list: Option<Rect>,
    outlook: Option<Rect>,
    side: Option<Rect>,
    between: [Option<Rect>; 2],
}

impl Panes {
    fn of(body: Rect, place: Place, columns: u16) -> Self {
        let (outline, rest) = outline(body, place, columns);
        let before = outline.map(|outline| Rect { x: outline.right() + 1, width: 1, ..body });
        let beside = if place.shows_picture() { PICTURE_AND_CARD } else { SIDE_BY_SIDE };
        if columns < beside || place.alone {
            return Self { outline, between: [before, None], ..Self::alone(rest, place.pane) };
        }
        let share = match place.screen {
            Screen::Today => 46,
            Screen::Map | Screen::Plan | Screen::Review | Screen::Progress => 44,
        };
        let left = match place.shows_picture() {
            true => rest.width.saturating_sub(CARD + BETWEEN),
            false => (rest.width * share / 100).min(WIDEST_LIST),
        };
        let (list, line, side) = parted(rest, left);
        Self { outline, list: Some(list), side: Some(side), between: [before, Some(line)], outlook: None }
    }

    /// The panes of the plan: beside the list the outlook, and the card in its place while one is at it; on a large
    /// terminal the card below the outlook, on a wide one beside it.
    fn of_plan(body: Rect, place: Place, (columns, rows): (u16, u16)) -> Self {
        if columns < SIDE_BY_SIDE || place.alone {
            return Self::alone(body, place.pane);
        }
        if columns >= PICTURE_BETWEEN {
            let (rest, last, card) = parted(body, body.width.saturating_sub(CARD + BETWEEN));
            let (list, first, outlook) = parted(rest, (rest.width * PLAN / 100).min(WIDEST_LIST));
            return Self {
                list: Some(list),
                outlook: Some(outlook),
                side: Some(card),
                between: [Some(first), Some(last)],
                outline: None,
            };
        }
        let (list, line, right) = parted(body, (body.width * PLAN / 100).min(WIDEST_LIST));
        let shown = Self { list: Some(list), between: [None, Some(line)], ..Self::default() };
        if columns >= PICTURE_AND_CARD && rows >= ROOMY {
            let above = Rect { height: right.height * OUTLOOK / 100, ..right };
            let y = above.bottom() + 1;
            let below = Rect { y, height: right.bottom().saturating_sub(y), ..right };
            return Self { outlook: Some(above), side: Some(below), ..shown };
        }
        match place.pane {
            Pane::Side => Self { side: Some(right), ..shown },
            Pane::List | Pane::Outlook => Self { outlook: Some(right), ..shown },
        }
    }

    /// The panes of Progress: above the map of days, as wide as the screen, below it the stages and the figures; on a
    /// low terminal the days alone while one is at them.
    fn of_progress(body: Rect, place: Place, (columns, rows): (u16, u16)) -> Self {
        let low = rows < DAYS_ABOVE;
        if columns < SIDE_BY_SIDE || place.alone || (low && place.pane == Pane::Outlook) {
            return Self::alone(body, place.pane);
        }
        let days = if low { 0 } else { DAYS };
        let y = body.y + days + days.min(1);
        let rest = Rect { y, height: body.bottom().saturating_sub(y), ..body };
        let (list, line, side) = parted(rest, (body.width * STAGES / 100).min(WIDEST_LIST));
        Self {
            list: Some(list),
            outlook: (days > 0).then_some(Rect { height: days, ..body }),
            side: Some(side),
            between: [None, Some(line)],
            outline: None,
        }
    }

    /// One pane that has all the room.
    fn alone(body: Rect, pane: Pane) -> Self {
        let body = Some(body);
        match pane {
            Pane::List => Self { list: body, ..Self::default() },
            Pane::Outlook => Self { outlook: body, ..Self::default() },
            Pane::Side => Self { side: body, ..Self::default() },
        }
    }
}

/// A pane of `left` columns, the line behind it, and what is right of that.
fn parted(body: Rect, left: u16) -> (Rect, Rect, Rect) {
    let line = Rect { x: body.x + left + 1, width: 1, ..body };
    let right = Rect { x: line.x + 2, width: body.right().saturating_sub(line.x + 2), ..body };
    (Rect { width: left, ..body }, line, right)
}
