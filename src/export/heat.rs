//! Days as a map, a column a week and a row a day, and what a day came to in words.

use super::words;
use crate::domain::Day;
use crate::engine::record::{DayRecord, Heat, Scale, Sum};

/// Cells before the first week: "Mon ".
pub const LABEL: usize = 4;

/// Cells of a week: a sign, and what parts it from the next.
pub const WEEK: usize = 2;

/// The signs of the four levels, from nothing to all that was planned.
pub const SIGNS: [&str; 4] = ["·", "▪", "■", "█"];

/// The same in ASCII.
pub const ASCII_SIGNS: [&str; 4] = [".", "-", "=", "#"];

/// Weeks from which on the years are named.
const YEAR: usize = 54;

/// The weeks of a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeatMap {
    mondays: Vec<Day>,
    today: Day,
}

impl HeatMap {
    /// As many weeks as fit `room` cells, the last one that of `today`; if `shown` were left of them, the weeks from
    /// it on.
    pub fn new(today: Day, shown: Day, room: usize) -> Self {
        let weeks = room.saturating_sub(LABEL) / WEEK;
        let before = |last: Day| last.plus(-7 * (weeks.saturating_sub(1)) as i32);
        let first = before(today.monday()).min(shown.monday());
        Self { mondays: (0..weeks).map(|at| first.plus(7 * at as i32)).collect(), today }
    }

    /// The Mondays of its weeks.
    pub fn mondays(&self) -> &[Day] {
        &self.mondays
    }

    /// The days of a row, 0 for the Mondays, up to today.
    pub fn row(&self, weekday: i32) -> impl Iterator<Item = Day> {
        let days = self.mondays.iter().map(move |monday| monday.plus(weekday));
        days.take_while(|&day| day <= self.today)
    }

    /// The name before a row; every other one has none.
    pub fn label(weekday: i32) -> &'static str {
        match weekday {
            0 => "Mon ",
            2 => "Wed ",
            4 => "Fri ",
            6 => "Sun ",
            _ => "    ",
        }
    }

    /// The names of months, each above the first week that begins in it; above a January of a long map the year.
    pub fn months(&self) -> String {
        let mut text = " ".repeat(LABEL);
        for (at, &monday) in self.mondays.iter().enumerate() {
            let begins = at == 0 || self.mondays[at - 1].month() != monday.month();
            let is_year = self.mondays.len() > YEAR && monday.month().1 == 1;
            let name = monday.date().format(if is_year { "%Y" } else { "%b" }).to_string();
            let column = LABEL + WEEK * at;
            let fits = text.len() <= column && column + name.len() <= LABEL + WEEK * self.mondays.len();
            // A name at the very beginning stands only where the next month leaves room for it.
            let is_crowded =
                at == 0 && self.mondays.get(1).is_some_and(|next| next.month() != monday.month());
            if begins && fits && !is_crowded {
                text.push_str(&" ".repeat(column - text.len()));
                text.push_str(&name);
                text.push(' ');
            }
        }
        text.trim_end().to_owned()
    }
}

/// The sign of a level.
pub fn sign(heat: Heat, ascii: bool) -> &'static str {
    let signs = if ascii { ASCII_SIGNS } else { SIGNS };
    match heat {
        Heat::None => signs[0],
        Heat::Little => signs[1],
        Heat::Some => signs[2],
        Heat::Full => signs[3],
    }
}

/// What the signs mean, in full and in short.
pub fn legend(ascii: bool) -> [String; 2] {
    let [none, little, some, full] = if ascii { ASCII_SIGNS } else { SIGNS };
    [
        format!(
            "{none} no study   {little} under half of the day's plan   {some} under the plan   {full} all of it or more"
        ),
        format!("{none} {little} {some} {full}  up to the day's plan"),
    ]
}

/// What a day came to: "45 min, 1 skill done, 2 outcomes".
pub fn of_day(record: Option<&DayRecord>) -> String {
    let Some(day) = record else { return "nothing".to_owned() };
    let sum = Sum {
        minutes: u64::from(day.minutes),
        days: 0,
        skills: day.skills.clone(),
        outcomes: day.outcomes,
        reviews: day.reviews,
        remembered: day.remembered,
    };
    parts(&sum).join(", ")
}

/// What a stretch of days came to, part by part: "3 h", "1 skill done", "2 outcomes", "6 reviews".
pub fn parts(sum: &Sum) -> Vec<String> {
    let mut parts = Vec::new();
    if sum.minutes > 0 {
        let days = sum.days as usize;
        let on = if days > 1 { format!(" on {}", words::count(days, "day")) } else { String::new() };
        parts.push(format!("{}{on}", words::minutes(sum.minutes)));
    }
    let counts = [
        (sum.skills.len(), "skill", " done"),
        (sum.outcomes as usize, "outcome", ""),
        (sum.reviews as usize, "review", ""),
    ];
    for (number, one, after) in counts.into_iter().filter(|(number, ..)| *number > 0) {
        parts.push(format!("{}{after}", words::count(number, one)));
    }
    if parts.is_empty() {
        parts.push("nothing".to_owned());
    }
    parts
}

/// The days of a week with study, in words: "Mon 45 min (all of the plan), Tue 10 min".
pub fn week_in_words(monday: Day, scale: &Scale<'_>, minutes_on: impl Fn(Day) -> u32) -> Vec<String> {
    let days = (0..7).map(|after| monday.plus(after));
    let studied = days.map(|day| (day, minutes_on(day))).filter(|(_, minutes)| *minutes > 0);
    let told = studied.map(|(day, minutes)| {
        let name = day.date().format("%a").to_string();
        let full = if scale.heat(day, minutes) == Heat::Full { " (full)" } else { "" };
        format!("{name} {}{full}", words::minutes(u64::from(minutes)))
    });
    told.collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn months_stand_above_the_first_week_that_begins_in_them() {
        for (today, room, months) in [
            ("2026-11-24", 4 + 2 * 10, "    Sep Oct     Nov"),
            ("2026-11-24", 4 + 2 * 9, "      Oct     Nov"),
            ("2026-11-24", 4 + 2 * 14, "    Aug Sep     Oct     Nov"),
            ("2027-01-14", 4 + 2 * 6, "    Dec     Jan"),
            ("2026-11-24", 4 + 2 * 2, "    Nov"),
            ("2026-11-24", 4 + 2 * 3, "    Nov"),
            ("2026-11-24", 0, ""),
        ] {
            let map = HeatMap::new(day(today), day(today), room);
            let shown = map.months();
            assert_eq!(shown, months, "{today} in {room}");
        }
        let long = HeatMap::new(day("2026-11-24"), day("2026-11-24"), 4 + 2 * 60);
        assert!(long.months().contains("2026"), "{}", long.months());
    }

    #[test]
    fn a_day_says_what_it_came_to() {
        let record =
            DayRecord { minutes: 75, outcomes: 1, reviews: 6, remembered: 5, ..DayRecord::default() };
        assert_eq!(of_day(Some(&record)), "1 h 15, 1 outcome, 6 reviews");
        assert_eq!(of_day(None), "nothing");
    }

    proptest! {
        /// Today or the day that is to show is on the map, the weeks follow one another, and no day is to come.
        #[test]
        fn the_day_that_is_wanted_shows(back in 0i32..4000, room in 6usize..220, first in 700_000i32..760_000) {
            let today = day("0001-01-01").plus(first);
            let shown = today.plus(-back);
            let map = HeatMap::new(today, shown, room);
            prop_assert!(map.mondays().contains(&shown.monday()));
            prop_assert!(map.mondays().windows(2).all(|pair| pair[1].since(pair[0]) == 7));
            prop_assert!((0..7).flat_map(|row| map.row(row)).all(|day| day <= today));
            prop_assert!(map.months().len() <= room);
        }
    }
}
