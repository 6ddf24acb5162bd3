//! The closed part of some jobs that pays most above a price an hour, by a minimum cut.
//!
//! Each job that is worth more than its time at that price gives what it is worth above it, each other one takes what it is
//! worth below it, and what is given runs from a job to those that it waits for (Picard 1976). What is given and finds no
//! taker is what the best closed part pays above the price. The greatest flow is found by Dinitz's algorithm (1970). It is
//! written out here because each path has to go on from where the last one ended: the one in `petgraph` 0.8 clears what it
//! knows of all jobs for every path, and one cut of 10,000 jobs took it 1.5 s, where a plan takes a few dozen cuts.

use super::net::Net;

/// What is not reached.
const NEVER: u32 = u32::MAX;

/// A job of the cut, by its place among the jobs of the cut.
type Place = usize;

/// A greatest flow between some jobs at the price of what they pay an hour on the whole.
#[derive(Debug)]
pub(super) struct Cut {
    /// What each job still has to give.
    gives: Vec<u128>,
    /// What each job can still take.
    takes: Vec<u128>,
    /// Where the lines of each job begin in `lines`, and one more.
    starts: Vec<usize>,
    lines: Vec<Line>,
    /// What runs along each pair of jobs.
    flows: Vec<u128>,
}

/// One end of a pair of jobs of which one waits for the other.
#[derive(Clone, Copy, Debug)]
struct Line {
    /// The job at the other end.
    to: Place,
    /// Which pair.
    pair: usize,
    /// Whether this is the job that waits, so that any amount may run along; else only what runs already can be taken back.
    waits: bool,
}

impl Cut {
    /// The cut of `some` jobs, which are worth something, at the price of what they pay on the whole. `place` has room for all
    /// jobs, holds `usize::MAX` throughout, and is left so.
    pub(super) fn of(jobs: &Net, some: &[usize], place: &mut [usize]) -> Self {
        let (worth, minutes) = (jobs.worth_of(some), jobs.minutes_of(some));
        let shared = common_divisor(worth, minutes).max(1);
        let (worth, minutes) = (worth / shared, minutes / shared);
        for (at, &job) in some.iter().enumerate() {
            place[job] = at;
        }
        let (mut gives, mut takes) = (vec![0; some.len()], vec![0; some.len()]);
        let mut pairs = Vec::new();
        let mut starts = vec![0; some.len() + 1];
        for (at, &job) in some.iter().enumerate() {
            let (gained, spent) = (jobs.worth[job] * minutes, jobs.minutes[job] * worth);
            (gives[at], takes[at]) = (gained.saturating_sub(spent), spent.saturating_sub(gained));
            for &b in jobs.before[job].iter().filter(|&&b| place[b] != usize::MAX) {
                pairs.push((at, place[b]));
                starts[at] += 1;
                starts[place[b]] += 1;
            }
        }
        for &job in some {
            place[job] = usize::MAX;
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        // Filled from behind, each start comes down to where its lines begin.
        let mut lines = vec![Line { to: 0, pair: 0, waits: false }; sum];
        for (pair, &(later, earlier)) in pairs.iter().enumerate().rev() {
            starts[earlier] -= 1;
            lines[starts[earlier]] = Line { to: later, pair, waits: false };
            starts[later] -= 1;
            lines[starts[later]] = Line { to: earlier, pair, waits: true };
        }
        let mut cut = Self { gives, takes, starts, lines, flows: vec![0; pairs.len()] };
        cut.fill();
        cut
    }

    /// The places of the least closed part that pays most; empty if none pays more than the whole.
    pub(super) fn best(&self) -> Vec<Place> {
        let levels = self.levels();
        (0..levels.len()).filter(|&at| levels[at] != NEVER).collect()
    }

    /// The parts of jobs that all pay the same, where [`Cut::best`] is empty: for each place the number of its part. A part is
    /// what cannot be taken asunder without that one piece pays less than another that must come before it.
    pub(super) fn parts(&self) -> Vec<usize> {
        // Kosaraju's two walks: what can run both ways between two jobs holds them together.
        let finished = self.finished();
        let mut part = vec![usize::MAX; self.gives.len()];
        let mut count = 0;
        for &root in finished.iter().rev() {
            if part[root] != usize::MAX {
                continue;
            }
            part[root] = count;
            let mut open = vec![root];
            while let Some(at) = open.pop() {
                for line in self.lines_of(at) {
                    let leads_here = !line.waits || self.flows[line.pair] > 0;
                    if leads_here && part[line.to] == usize::MAX {
                        part[line.to] = count;
                        open.push(line.to);
                    }
                }
            }
            count += 1;
        }
        part
    }

    /// For each pair of jobs between which something runs, the places from and to: the first needs the second before it, or
    /// with it, to pay as much as the whole.
    pub(super) fn needs(&self) -> impl Iterator<Item = (Place, Place)> {
        (0..self.gives.len()).flat_map(|at| {
            self.lines_of(at).iter().filter(|line| self.can_run(line)).map(move |line| (at, line.to))
        })
    }

    fn lines_of(&self, at: Place) -> &[Line] {
        &self.lines[self.starts[at]..self.starts[at + 1]]
    }

    fn can_run(&self, line: &Line) -> bool {
        line.waits || self.flows[line.pair] > 0
    }

    fn fill(&mut self) {
        loop {
            let levels = self.levels();
            if !(0..levels.len()).any(|at| levels[at] != NEVER && self.takes[at] > 0) {
                return;
            }
            self.run_down(levels);
        }
    }

    /// How far each job is from one that still has something to give.
    fn levels(&self) -> Vec<u32> {
        let mut levels = vec![NEVER; self.gives.len()];
        let mut met: Vec<Place> = (0..levels.len()).filter(|&at| self.gives[at] > 0).collect();
        for &at in &met {
            levels[at] = 0;
        }
        let mut next = 0;
        while let Some(&at) = met.get(next) {
            next += 1;
            for line in self.lines_of(at) {
                if levels[line.to] == NEVER && self.can_run(line) {
                    levels[line.to] = levels[at] + 1;
                    met.push(line.to);
                }
            }
        }
        levels
    }

    /// Lets run all that can run from level to level.
    fn run_down(&mut self, mut levels: Vec<u32>) {
        let mut ahead: Vec<usize> = self.starts[..self.gives.len()].to_vec();
        let mut path: Vec<Line> = Vec::new();
        for root in 0..self.gives.len() {
            path.clear();
            while self.gives[root] > 0 && levels[root] != NEVER {
                let tip = path.last().map_or(root, |line| line.to);
                if self.takes[tip] > 0 {
                    self.run_along(root, &mut path);
                    continue;
                }
                let lines = &self.lines[ahead[tip]..self.starts[tip + 1]];
                let goes_on = |line: &&Line| {
                    levels[line.to] != NEVER && levels[line.to] == levels[tip] + 1 && self.can_run(line)
                };
                let skipped = lines.iter().position(|line| goes_on(&line));
                if let Some(skipped) = skipped {
                    ahead[tip] += skipped;
                    path.push(self.lines[ahead[tip]]);
                } else {
                    // Nothing more runs through here in this round.
                    levels[tip] = NEVER;
                    path.pop();
                }
            }
        }
    }

    /// Lets as much run from `root` along `path` as it has room for, and shortens the path to where there is room left.
    fn run_along(&mut self, root: Place, path: &mut Vec<Line>) {
        let tip = path.last().map_or(root, |line| line.to);
        let back = path.iter().filter(|line| !line.waits).map(|line| self.flows[line.pair]);
        let amount = back.min().unwrap_or(u128::MAX).min(self.gives[root]).min(self.takes[tip]);
        self.gives[root] -= amount;
        self.takes[tip] -= amount;
        for line in path.iter() {
            let flow = &mut self.flows[line.pair];
            *flow = if line.waits { *flow + amount } else { *flow - amount };
        }
        if let Some(full) = path.iter().position(|line| !self.can_run(line)) {
            path.truncate(full);
        }
    }

    /// The places in the order in which a walk along what can run is finished with them.
    fn finished(&self) -> Vec<Place> {
        let mut finished = Vec::with_capacity(self.gives.len());
        let mut ahead = self.starts.clone();
        let mut met = vec![false; self.gives.len()];
        for root in 0..self.gives.len() {
            let mut path = if std::mem::replace(&mut met[root], true) { vec![] } else { vec![root] };
            while let Some(&at) = path.last() {
                if ahead[at] == self.starts[at + 1] {
                    finished.push(at);
                    path.pop();
                    continue;
                }
                let line = self.lines[ahead[at]];
                ahead[at] += 1;
                if self.can_run(&line) && !std::mem::replace(&mut met[line.to], true) {
                    path.push(line.to);
                }
            }
        }
        finished
    }
}

fn common_divisor(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}
