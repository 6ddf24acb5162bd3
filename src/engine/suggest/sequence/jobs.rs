//! Jobs with their minutes, worth and prerequisites.

/// Jobs to be put in order. All lists are as long as one another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Jobs {
    /// Minutes that each takes, at least 1; 0 counts as 1.
    pub minutes: Vec<u64>,
    /// What each is worth; 0 for what is only a prerequisite.
    pub worth: Vec<u64>,
    /// For each, the jobs that must come before it. There is no circle: jobs in or behind one are not in the order.
    pub before: Vec<Vec<usize>>,
}
