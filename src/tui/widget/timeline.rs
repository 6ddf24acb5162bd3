//! An axis of days, and what lies on it: names of months, bars from day to day, and marks.

use ratatui::text::Span;

use crate::domain::Day;
use crate::export::measure::width;
use crate::tui::glyphs::Glyphs;
use crate::tui::theme::Theme;

/// Days that an axis has at least.
const LEAST: i32 = 7;

/// Days up to which an axis names weeks.
const WEEKLY: i32 = 56;

/// Days from which on an axis names the years.
const YEARS: i32 = 366;

/// Blank cells that are wanted between the names of two times.
const GAP: usize = 2;

/// Days laid on a row of cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Axis {
    first: Day,
    days: i32,
    cells: usize,
}

/// How far it is from one named time to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Every {
    /// So many weeks.
    Weeks(u32),
    /// So many months: a divisor of 12, or whole years.
    Months(u32),
}

impl Every {
    /// From the finest to the coarsest.
    const ALL: [Self; 10] = [
        Self::Weeks(1),
        Self::Weeks(2),
        Self::Months(1),
        Self::Months(2),
        Self::Months(3),
        Self::Months(6),
        Self::Months(12),
        Self::Months(24),
        Self::Months(60),
        Self::Months(120),
    ];

    /// Whether one of them begins with the month that begins on this day.
    fn begins(self, day: Day) -> bool {
        let (year, month) = day.month();
        match self {
            Self::Weeks(_) => false,
            Self::Months(months @ ..12) => (month - 1).is_multiple_of(months),
            Self::Months(months) => month == 1 && year.rem_euclid(months as i32 / 12) == 0,
        }
    }

    fn days(self) -> f64 {
        match self {
            Self::Weeks(weeks) => f64::from(weeks * 7),
            Self::Months(months) => f64::from(months) * 30.4,
        }
    }
}

impl Axis {
    /// The days from `first` to `last`, both among them and a week at least, on so many cells.
    pub fn new(first: Day, last: Day, cells: usize) -> Self {
        Self { first, days: (last.since(first).saturating_add(1)).max(LEAST), cells }
    }

    /// The half cell in which a day begins, from 0 to twice the cells.
    fn half(&self, day: Day) -> usize {
        let days = i64::from(day.since(self.first).clamp(0, self.days));
        (days * 2 * self.cells as i64 / i64::from(self.days)) as usize
    }

    /// The cell that a day lies in.
    pub fn cell(&self, day: Day) -> usize {
        (self.half(day) / 2).min(self.cells.saturating_sub(1))
    }

    /// The last day that a cell holds.
    pub fn last_day(&self, cell: usize) -> Day {
        let cells = self.cells.max(1) as i64;
        self.first.plus(((cell as i64 + 1) * i64::from(self.days) / cells - 1).max(0) as i32)
    }

    /// The names of weeks, months or years, each over its first day, as close as they can be read.
    pub fn names(&self) -> String {
        let fits = |every: &Every| {
            let weekly = matches!(every, Every::Weeks(_));
            let room = every.days() * self.cells as f64 / f64::from(self.days);
            let longest = if weekly { 6 } else { 3 + usize::from(self.days > YEARS) };
            (!weekly || self.days <= WEEKLY) && room >= (longest + GAP) as f64
        };
        let every = Every::ALL.into_iter().find(fits).unwrap_or(Every::Months(120));
        let mut named: Vec<(usize, String)> = self.times(every);
        // Where the axis begins is named too, unless that is too close to what comes next.
        if named.first().is_none_or(|(cell, _)| *cell > 0) {
            let name = self.name(every, self.first, true);
            if named.first().is_none_or(|(cell, _)| *cell > width(&name)) {
                named.insert(0, (0, name));
            }
        }
        let mut text = String::new();
        for (cell, name) in named {
            let taken = width(&text);
            if cell + width(&name) <= self.cells && (taken == 0 || taken < cell) {
                text.push_str(&" ".repeat(cell - taken));
                text.push_str(&name);
            }
        }
        text
    }

    /// The named times of the axis, each with its cell.
    fn times(&self, every: Every) -> Vec<(usize, String)> {
        let last = self.first.plus(self.days - 1);
        let (mut day, begins): (Day, fn(Every, Day) -> bool) = match every {
            Every::Weeks(_) => (self.first.monday(), |_, _| true),
            Every::Months(_) => (self.first.month_start(), Every::begins),
        };
        let mut times = Vec::new();
        while day <= last {
            if day >= self.first && begins(every, day) {
                times.push((self.cell(day), self.name(every, day, false)));
            }
            day = match every {
                Every::Weeks(weeks) => day.plus(7 * weeks as i32),
                Every::Months(_) => day.plus(31).month_start(),
            };
        }
        times
    }

    /// The name of the time that begins on a day, or within which the axis itself begins.
    fn name(&self, every: Every, day: Day, begins: bool) -> String {
        let format = match every {
            Every::Weeks(_) => "%-d %b",
            Every::Months(12..) => "%Y",
            Every::Months(_) if self.days > YEARS && day.month().1 == 1 && !begins => "%Y",
            Every::Months(_) => "%b",
        };
        day.date().format(format).to_string()
    }

    /// A bar over `solid`, first and last day, and behind it lighter cells over `fan`.
    pub fn bar(
        &self,
        solid: Option<(Day, Day)>,
        fan: Option<(Day, Day)>,
        glyphs: &Glyphs,
        theme: &Theme,
    ) -> Vec<Span<'static>> {
        let halves = |(from, to): (Day, Day)| {
            let start = self.half(from).min((2 * self.cells).saturating_sub(1));
            start..self.half(to.plus(1)).max(start + 1)
        };
        let (solid, fan) = (solid.map(halves), fan.map(halves));
        let [full, begins, ends] = glyphs.solid;
        let is_solid = |half: usize| solid.as_ref().is_some_and(|solid| solid.contains(&half));
        let is_fan = |half: usize| fan.as_ref().is_some_and(|fan| fan.contains(&half));
        let sign = |cell: usize| match (is_solid(2 * cell), is_solid(2 * cell + 1)) {
            (true, true) => (full, theme.accent()),
            (false, true) => (begins, theme.accent()),
            (true, false) => (ends, theme.accent()),
            (false, false) if is_fan(2 * cell) || is_fan(2 * cell + 1) => (glyphs.fan, theme.dim()),
            (false, false) => (" ", theme.text()),
        };
        let mut spans: Vec<Span<'static>> = Vec::new();
        for (sign, style) in (0..self.cells).map(sign) {
            match spans.last_mut() {
                Some(last) if last.style == style => last.content.to_mut().push_str(sign),
                _ => spans.push(Span::styled(sign, style)),
            }
        }
        spans
    }

    /// Texts that each end in the cell of their day; none if two of them would touch, or if one has no room.
    pub fn ending<'a>(&self, texts: impl Iterator<Item = (Day, &'a str)>) -> Option<String> {
        let mut line = String::new();
        for (day, text) in texts {
            let start = (self.cell(day) + 1).checked_sub(width(text))?;
            let taken = width(&line);
            if taken > 0 && taken >= start {
                return None;
            }
            line.push_str(&" ".repeat(start - taken));
            line.push_str(text);
        }
        Some(line)
    }

    /// A sign in the cell of each day, those in one cell once.
    pub fn signs(&self, days: &[Day], sign: &str) -> String {
        let cells: Vec<usize> = days.iter().map(|&day| self.cell(day)).collect();
        let last = cells.iter().copied().max().map_or(0, |last| last + 1);
        (0..last).map(|cell| if cells.contains(&cell) { sign } else { " " }).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::ThemeName;
    use crate::tui::glyphs::{ASCII, UNICODE};

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn axis(first: &str, days: i32, cells: usize) -> Axis {
        Axis::new(day(first), day(first).plus(days - 1), cells)
    }

    fn drawn(axis: &Axis, solid: Option<(Day, Day)>, fan: Option<(Day, Day)>, glyphs: &Glyphs) -> String {
        let theme = Theme::of(ThemeName::Mono, true);
        axis.bar(solid, fan, glyphs, &theme).iter().map(|span| span.content.as_ref()).collect()
    }

    #[test]
    fn an_axis_names_what_its_scale_has_room_for() {
        for (days, cells, names) in [
            (1, 24, "24 Nov"),
            (28, 40, "24 Nov  30 Nov    7 Dec     14 Dec"),
            (28, 24, "24 Nov     7 Dec"),
            (56, 40, "24 Nov   7 Dec     21 Dec    4 Jan"),
            (120, 40, "  Dec       Jan        Feb      Mar"),
            (120, 18, "Nov  Jan      Mar"),
            (365, 24, "  Jan   Apr   Jul   Oct"),
            (500, 60, "Nov 2027   Mar    May     Jul    Sep     Nov    2028   Mar"),
            (730, 30, " 2027    Jul    2028    Jul"),
            (1826, 60, " 2027        2028        2029        2030        2031"),
            (1826, 25, "2026 2028      2030"),
            (18_300, 40, "  2030    2040    2050    2060    2070"),
            (120, 2, ""),
        ] {
            assert_eq!(axis("2026-11-24", days, cells).names(), names, "{days} days on {cells} cells");
        }
    }

    #[test]
    fn a_bar_covers_its_days_to_the_half_cell_and_the_fan_lies_behind_it() {
        let axis = axis("2026-11-24", 20, 10);
        let from =
            |first: i32, last: i32| Some((day("2026-11-24").plus(first), day("2026-11-24").plus(last)));
        for (solid, fan, unicode, ascii) in [
            (from(0, 19), None, "██████████", "##########"),
            (from(0, 0), None, "▌         ", "=         "),
            (from(3, 6), None, " ▐█▌      ", " =#=      "),
            (from(3, 6), from(5, 11), " ▐█▌░░    ", " =#=--    "),
            (from(19, 60), None, "         ▐", "         ="),
            (from(25, 60), None, "         ▐", "         ="),
            (None, from(2, 3), " ░        ", " -        "),
            (None, None, "          ", "          "),
        ] {
            assert_eq!(drawn(&axis, solid, fan, &UNICODE), unicode);
            assert_eq!(drawn(&axis, solid, fan, &ASCII), ascii);
        }
    }

    #[test]
    fn texts_end_at_their_days_or_none_is_written() {
        let axis = axis("2026-11-24", 20, 20);
        let at = |days: i32| day("2026-11-24").plus(days);
        assert_eq!(axis.ending([(at(5), "50 %"), (at(12), "85 %")].into_iter()).unwrap(), "  50 %   85 %");
        assert_eq!(axis.ending([(at(5), "50 %"), (at(9), "85 %")].into_iter()), None, "they touch");
        assert_eq!(axis.ending([(at(2), "50 %")].into_iter()), None, "no room before the first day");
        assert_eq!(axis.signs(&[at(3), at(3), at(7)], "|"), "   |   |");
    }

    proptest! {
        #[test]
        fn whatever_the_scale_names_never_touch_and_all_lies_on_the_axis(
            first in 700_000i32..760_000,
            days in 1i32..20_000,
            cells in 0usize..160,
            from in -50i32..20_000,
            length in 0i32..4_000,
        ) {
            let first = day("0001-01-01").plus(first);
            let axis = Axis::new(first, first.plus(days), cells);
            let names = axis.names();
            prop_assert!(width(&names) <= cells, "{names:?} on {cells}");
            let words: Vec<&str> = names.split_whitespace().collect();
            let is_name = |word: &&str| word.len() <= 4 && word.bytes().all(|b| b.is_ascii_alphanumeric());
            prop_assert!(words.iter().all(is_name), "{names:?}");
            let solid = Some((first.plus(from), first.plus(from + length)));
            let bar = drawn(&axis, solid, solid, &UNICODE);
            prop_assert_eq!(width(&bar), cells);
            prop_assert!(cells == 0 || bar.contains(['█', '▐', '▌']), "{:?}", bar);
        }
    }
}
