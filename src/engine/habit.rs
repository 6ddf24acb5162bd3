//! How regularly one studies: today, this week, the streak, minutes by week.

use crate::domain::{Calendar, Day, Progress};

/// Minutes of each day of a week, Monday first.
pub type Week = [u32; 7];

/// Minutes of the week that `day` lies in.
pub fn week_of(progress: &Progress, day: Day) -> Week {
    let monday = day.monday();
    std::array::from_fn(|i| progress.minutes_on(monday.plus(i as i32)))
}

/// A week: what it had, and what was planned for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeekKept {
    /// Its Monday.
    pub monday: Day,
    /// Minutes of study.
    pub minutes: u32,
    /// Minutes that the calendar has for it, days away left out.
    pub planned: u32,
}

/// The last `count` weeks, the current one last.
pub fn weeks(progress: &Progress, calendar: &Calendar, today: Day, count: usize) -> Vec<WeekKept> {
    let this = today.monday();
    (0..count)
        .rev()
        .map(|ago| this.plus(-7 * i32::try_from(ago).unwrap_or(i32::MAX / 7)))
        .map(|monday| WeekKept {
            monday,
            minutes: week_of(progress, monday).iter().sum(),
            planned: calendar.week_of(monday).iter().sum(),
        })
        .collect()
}

/// How many days of study in a row end today or yesterday. Days for which the calendar has no minutes are days of
/// rest: they break no streak, and count only if one studied all the same.
pub fn streak(progress: &Progress, today: Day, calendar: &Calendar) -> u32 {
    let Some((&first, _)) = progress.minutes_by_day().first_key_value() else { return 0 };
    let studied = |day: Day| progress.minutes_on(day) > 0;
    let rests = |day: Day| calendar.minutes_on(day) == 0;
    let mut day = if studied(today) { today } else { today.plus(-1) };
    let mut streak = 0;
    while day >= first {
        if studied(day) {
            streak += 1;
        } else if !rests(day) {
            break;
        }
        day = day.plus(-1);
    }
    streak
}

/// The most days of study in a row that there ever were, up to today. Days of rest count as they do for `streak`.
pub fn longest_streak(progress: &Progress, today: Day, calendar: &Calendar) -> u32 {
    // Between two days of study at most a week passes before one of a week's planned days is missed, but for days away.
    let never_planned = calendar.minutes_a_week() == 0;
    let rested = |from: Day, to: Day| {
        never_planned || (1..to.since(from)).all(|after| calendar.minutes_on(from.plus(after)) == 0)
    };
    let (mut longest, mut current, mut last): (u32, u32, Option<Day>) = (0, 0, None);
    for &day in progress.minutes_by_day().range(..=today).map(|(day, _)| day) {
        current = if last.is_some_and(|last| rested(last, day)) { current + 1 } else { 1 };
        longest = longest.max(current);
        last = Some(day);
    }
    longest
}

#[cfg(test)]
mod tests;
