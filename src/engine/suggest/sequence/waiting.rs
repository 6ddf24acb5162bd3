//! How many jobs wait for each.

/// How many jobs wait for each, near and far: the jobs that cannot be done before it. `before` has for each job those that it
/// waits for itself, without circles.
pub(super) fn waiting(before: &[Vec<usize>]) -> Vec<u32> {
    let last_first = last_first(before);
    let mut counts = vec![0; before.len()];
    let mut marks = vec![0_u64; before.len()];
    // Sixty-four jobs at a time: each is a bit that runs down to all that it waits for.
    for first in (0..before.len()).step_by(64) {
        marks.fill(0);
        for &job in &last_first {
            let own = if (first..first + 64).contains(&job) { 1 << (job - first) } else { 0 };
            counts[job] += marks[job].count_ones();
            let mark = marks[job] | own;
            if mark != 0 {
                for &b in &before[job] {
                    marks[b] |= mark;
                }
            }
        }
    }
    counts
}

/// The jobs, each before all that it waits for; jobs that a circle waits for are left out.
fn last_first(before: &[Vec<usize>]) -> Vec<usize> {
    let mut waiters = vec![0_usize; before.len()];
    for &b in before.iter().flatten() {
        waiters[b] += 1;
    }
    let mut order: Vec<usize> = (0..before.len()).filter(|&job| waiters[job] == 0).collect();
    let mut at = 0;
    while let Some(&job) = order.get(at) {
        at += 1;
        for &b in &before[job] {
            waiters[b] -= 1;
            if waiters[b] == 0 {
                order.push(b);
            }
        }
    }
    order
}
