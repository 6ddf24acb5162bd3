//! Sidney's blocks: prerequisite-closed sets of falling worth for their time.

use petgraph::algo::dinics;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;

use super::jobs::Jobs;

/// More than any flow.
const UNBOUNDED: u64 = u64::MAX / 4;

/// The blocks in their order, the jobs of each in the order given. Within a block no prerequisite-closed part has more
/// worth for its time than the whole.
///
/// A set is parted by the closed part of it that is worth most beyond the set's own mean, which a minimum cut finds
/// (Picard, "Maximal closure of a graph and applications to combinatorial problems", 1976); both parts again, until
/// none is worth more. What is worth more for its time comes out in front.
pub fn of(jobs: &Jobs) -> Vec<Vec<usize>> {
    let count = jobs.minutes.len();
    let mut place = vec![usize::MAX; count];
    let mut blocks = Vec::new();
    let mut open = vec![(0..count).collect::<Vec<usize>>()];
    while let Some(set) = open.pop() {
        let within = worthier(jobs, &set, &mut place);
        if within.iter().any(|&is| is) {
            let pick = |wanted: bool| set.iter().zip(&within).filter(move |(_, is)| **is == wanted);
            let part = |wanted| pick(wanted).map(|(&job, _)| job).collect::<Vec<usize>>();
            open.extend([part(false), part(true)]);
        } else if !set.is_empty() {
            blocks.push(set);
        }
    }
    blocks
}

/// For each job of a set, whether it is of the closed part that is worth most beyond the mean; of none if there is no
/// such part. `place` is room for the place of each job in the set.
fn worthier(jobs: &Jobs, set: &[usize], place: &mut [usize]) -> Vec<bool> {
    let (minutes, worth) = jobs.sums(set);
    if set.len() < 2 || worth == 0 {
        return vec![false; set.len()];
    }
    set.iter().enumerate().for_each(|(at, &job)| place[job] = at);
    let mut network = DiGraph::<(), u64>::new();
    for _ in 0..set.len() + 2 {
        network.add_node(());
    }
    let node = NodeIndex::new;
    let (source, sink) = (node(set.len()), node(set.len() + 1));
    for (at, &job) in set.iter().enumerate() {
        let (gain, loss) = (minutes * jobs.worth[job], worth * jobs.minutes[job]);
        if gain > loss {
            network.add_edge(source, node(at), gain - loss);
        } else if loss > gain {
            network.add_edge(node(at), sink, loss - gain);
        }
        let inside = jobs.before[job].iter().map(|&before| place[before]);
        for before in inside.filter(|&before| before != usize::MAX) {
            network.add_edge(node(at), node(before), UNBOUNDED);
        }
    }
    let (_, flows) = dinics(&network, source, sink);
    let reached = reached(&network, source, &flows);
    set.iter().for_each(|&job| place[job] = usize::MAX);
    reached[..set.len()].to_vec()
}

/// What can still be reached from a node when so much flows.
fn reached(network: &DiGraph<(), u64>, from: NodeIndex, flows: &[u64]) -> Vec<bool> {
    let mut reached = vec![false; network.node_count()];
    reached[from.index()] = true;
    let mut open = vec![from];
    while let Some(at) = open.pop() {
        let out = network.edges(at).filter(|edge| flows[edge.id().index()] < *edge.weight());
        let into = network.edges_directed(at, petgraph::Incoming).filter(|edge| flows[edge.id().index()] > 0);
        for next in out.map(|edge| edge.target()).chain(into.map(|edge| edge.source())) {
            if !std::mem::replace(&mut reached[next.index()], true) {
                open.push(next);
            }
        }
    }
    reached
}
