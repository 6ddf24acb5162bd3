//! Skills done over time: as they were, as the plan has them, and as soon or late as the forecast thinks.

use crate::domain::Day;

/// Skills done over time, behind today and ahead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Curve {
    today: Day,
    /// How many were done by the end of these days.
    behind: Vec<(Day, u32)>,
    /// The days on which the plan finishes one more.
    ends: Vec<Day>,
}

impl Curve {
    /// From the skills done by the end of each day, and the days on which the plan finishes one, in any order.
    pub fn new(today: Day, behind: Vec<(Day, u32)>, mut ends: Vec<Day>) -> Self {
        ends.retain(|&day| day >= today);
        ends.sort_unstable();
        Self { today, behind, ends }
    }

    /// The first day on which a skill was done.
    pub fn first(&self) -> Option<Day> {
        self.behind.first().map(|&(day, _)| day)
    }

    /// The last day of the plan.
    pub fn last(&self) -> Option<Day> {
        self.ends.last().copied()
    }

    /// How many skills were done by the end of a day.
    pub fn done(&self, day: Day) -> u32 {
        let until = self.behind.partition_point(|&(done, _)| done <= day);
        until.checked_sub(1).map_or(0, |at| self.behind[at].1)
    }

    /// How many are to be done in all: those that are, and those of the plan.
    pub fn whole(&self) -> u32 {
        self.done(self.today) + self.ends.len() as u32
    }

    /// How many the plan has done by the end of a day to come.
    pub fn planned(&self, day: Day) -> u32 {
        self.done(self.today) + self.ends.partition_point(|&end| end <= day) as u32
    }

    /// The same if the plan's last day were `last`: its days are then as many times further off, or nearer.
    pub fn stretched(&self, day: Day, last: Day) -> u32 {
        let off = |day: Day| i64::from(day.since(self.today)).max(0);
        let (planned, wanted) = (self.last().map_or(0, off).max(1), off(last).max(1));
        let ahead = self.ends.partition_point(|&end| off(end) * wanted <= off(day) * planned);
        self.done(self.today) + ahead as u32
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(ahead: i32) -> Day {
        Day::parse("2026-11-24").unwrap().plus(ahead)
    }

    #[test]
    fn it_rises_with_what_was_done_and_with_the_plan() {
        let curve = Curve::new(day(0), vec![(day(-30), 2), (day(-10), 5)], vec![day(20), day(4), day(10)]);
        let done = [-31, -30, -11, -10, 0].map(|ahead| curve.done(day(ahead)));
        assert_eq!(done, [0, 2, 2, 5, 5]);
        assert_eq!([0, 3, 4, 10, 20, 90].map(|ahead| curve.planned(day(ahead))), [5, 5, 6, 7, 8, 8]);
        let twice = [4, 8, 20, 39, 40].map(|ahead| curve.stretched(day(ahead), day(40)));
        assert_eq!(twice, [5, 6, 7, 7, 8]);
        assert_eq!(curve.whole(), 8);
        let none = Curve::new(day(0), vec![], vec![]);
        assert_eq!((none.whole(), none.last(), none.stretched(day(9), day(3))), (0, None, 0));
    }

    proptest! {
        /// A later last day never has more done by any day, and on its last day all is done.
        #[test]
        fn a_later_end_has_less_done(
            ends in prop::collection::vec(0i32..900, 1..40),
            (first, later) in (1i32..900, 0i32..900),
            at in 0i32..2000,
        ) {
            let curve = Curve::new(day(0), vec![], ends.iter().map(|&end| day(end)).collect());
            let (first, later) = (day(first), day(first + later));
            prop_assert!(curve.stretched(day(at), first) >= curve.stretched(day(at), later));
            prop_assert_eq!(curve.stretched(later, later), curve.whole());
            let same = curve.last().unwrap();
            prop_assert!(same == day(0) || curve.stretched(day(at), same) == curve.planned(day(at)));
        }
    }
}
