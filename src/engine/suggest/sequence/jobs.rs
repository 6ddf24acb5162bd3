//! Jobs with their minutes, worth and prerequisites, and what an order of them costs.

/// Jobs to be put in order. All lists are as long as one another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Jobs {
    /// Minutes that each takes, at least 1.
    pub minutes: Vec<u64>,
    /// What each is worth; 0 for what is only a prerequisite.
    pub worth: Vec<u64>,
    /// For each, the jobs that must come before it. There is no circle.
    pub before: Vec<Vec<usize>>,
}

impl Jobs {
    /// Minutes and worth of some jobs together.
    pub(super) fn sums(&self, of: &[usize]) -> (u64, u64) {
        of.iter()
            .fold((0, 0), |(minutes, worth), &job| (minutes + self.minutes[job], worth + self.worth[job]))
    }

    /// What a job costs that begins at once.
    pub(super) fn alone(&self, job: usize) -> u128 {
        u128::from(self.worth[job]) * u128::from(self.minutes[job])
    }

    /// The cost of doing jobs in this order from a minute on.
    pub(super) fn cost(&self, order: &[usize], start: u64) -> u128 {
        let mut done = start;
        let mut cost = 0;
        for &job in order {
            done += self.minutes[job];
            cost += u128::from(self.worth[job]) * u128::from(done);
        }
        cost
    }
}
