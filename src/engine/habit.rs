//! How regularly one studies: today, this week, the streak, minutes by week.

use crate::domain::{Calendar, Day, Progress};

/// Minutes of each day of a week, Monday first.
pub type Week = [u32; 7];

/// Minutes of the week that `day` lies in.
pub fn week_of(progress: &Progress, day: Day) -> Week {
    let monday = day.monday();
    std::array::from_fn(|i| progress.minutes_on(monday.plus(i as i32)))
}

/// Minutes of each of the last `count` weeks, the current one last.
pub fn weeks(progress: &Progress, today: Day, count: usize) -> Vec<(Day, u32)> {
    let this = today.monday();
    (0..count)
        .rev()
        .map(|ago| this.plus(-7 * i32::try_from(ago).unwrap_or(i32::MAX / 7)))
        .map(|monday| (monday, week_of(progress, monday).iter().sum()))
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

#[cfg(test)]
mod tests;
