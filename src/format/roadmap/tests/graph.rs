//! The graph against oracles: circles against another library, implied prerequisites against brute force.

use std::collections::BTreeSet;

use petgraph::algo::{is_cyclic_directed, tarjan_scc};
use petgraph::graph::{DiGraph, NodeIndex};
use proptest::prelude::*;

use super::{read_all, roadmap};
use crate::domain::{Node, Roadmap, SkillIx};
use crate::format::roadmap::{Fault, Outcome, cycle};

const HEAD: &str = "[[track]]\nid = \"t\"\ntitle = \"T\"\norder = 1\nsummary = \"T.\"\n\
    [stage]\nid = \"s\"\ntrack = \"t\"\ntitle = \"S\"\norder = 1\nsummary = \"S.\"\n";

fn skill(i: usize, requires: &[String]) -> String {
    format!(
        "[[skill]]\nid = \"s{i}\"\ntitle = \"S\"\nhours = [1, 2]\nwhy = \"w\"\nabout = \"a\"\npractice = \"p\"\n\
         outcomes = [\"a\", \"b\", \"c\"]\nrequires = {requires:?}\n"
    )
}

/// Which skills each skill requires, and which options each choice has and how many it asks; skill `i` requires
/// choice `c` where `i` is in `wanted_by`.
#[derive(Clone, Debug)]
struct Drawn {
    requires: Vec<BTreeSet<usize>>,
    choices: Vec<DrawnChoice>,
}

#[derive(Clone, Debug)]
struct DrawnChoice {
    options: BTreeSet<usize>,
    pick: usize,
    wanted_by: BTreeSet<usize>,
}

impl Drawn {
    fn text(&self) -> String {
        let mut text = HEAD.to_owned();
        for (i, requires) in self.requires.iter().enumerate() {
            let skills = requires.iter().map(|j| format!("s{j}"));
            let choices = self.choices.iter().enumerate().filter(|(_, choice)| choice.wanted_by.contains(&i));
            text += &skill(i, &skills.chain(choices.map(|(c, _)| format!("c{c}"))).collect::<Vec<_>>());
        }
        for (c, choice) in self.choices.iter().enumerate() {
            let options: Vec<String> = choice.options.iter().map(|i| format!("s{i}")).collect();
            let pick = choice.pick;
            text +=
                &format!("[[choice]]\nid = \"c{c}\"\ntitle = \"C\"\npick = {pick}\noptions = {options:?}\n");
        }
        text
    }

    /// The same graph in the oracle's own terms: an edge to each skill that may have to be had first.
    fn oracle(&self) -> DiGraph<(), ()> {
        let mut graph = DiGraph::new();
        self.requires.iter().for_each(|_| {
            graph.add_node(());
        });
        for (i, requires) in self.requires.iter().enumerate() {
            let through = self.choices.iter().filter(|choice| choice.wanted_by.contains(&i));
            for &j in requires.iter().chain(through.flat_map(|choice| &choice.options)) {
                graph.add_edge(NodeIndex::new(i), NodeIndex::new(j), ());
            }
        }
        graph
    }
}

/// Graphs of up to eight skills and two choices; without circles if `sound`.
fn drawn(sound: bool) -> impl Strategy<Value = Drawn> {
    (2_usize..8).prop_flat_map(move |n| {
        let some = || prop::collection::btree_set(0..n, 0..3);
        let choice = (prop::collection::btree_set(0..n, 1..4), 1_usize..4, some());
        let requires = prop::collection::vec(some(), n);
        let order = Just((0..n).collect::<Vec<usize>>()).prop_shuffle();
        (requires, prop::collection::vec(choice, 0..3), order).prop_map(
            move |(mut requires, choices, order)| {
                if sound {
                    for (i, requires) in requires.iter_mut().enumerate() {
                        requires.retain(|&j| order[j] < order[i]);
                    }
                }
                let choices = choices.into_iter().map(|(options, pick, mut wanted_by)| {
                    if sound {
                        wanted_by.retain(|&i| options.iter().all(|&option| order[option] < order[i]));
                    }
                    DrawnChoice { pick: pick.min(options.len()), options, wanted_by }
                });
                Drawn { requires, choices: choices.collect() }
            },
        )
    })
}

fn circles(outcome: &Outcome) -> Vec<Vec<usize>> {
    let number = |id: &str| id[1..].parse().unwrap();
    let circle = |fault: &Fault| match fault {
        Fault::Cycle { ids } => Some(super::ids(ids.iter()).into_iter().map(number).collect()),
        _ => None,
    };
    outcome.defects.iter().filter_map(|defect| circle(&defect.fault)).collect()
}

proptest! {
    #[test]
    fn a_circle_is_found_wherever_there_is_one(drawn in drawn(false)) {
        let graph = drawn.oracle();
        let (_, outcome) = read_all(None, &[&drawn.text()]);
        let circles = circles(&outcome);
        prop_assert_eq!(!circles.is_empty(), is_cyclic_directed(&graph));
        prop_assert_eq!(outcome.roadmap.is_none(), !circles.is_empty());
        for circle in &circles {
            for (i, from) in circle.iter().enumerate() {
                let to = circle[(i + 1) % circle.len()];
                prop_assert!(graph.contains_edge(NodeIndex::new(*from), NodeIndex::new(to)), "{:?}", circle);
            }
        }
        // One run names each knot of circles.
        for knot in tarjan_scc(&graph) {
            let is_knot = knot.len() > 1 || graph.contains_edge(knot[0], knot[0]);
            let told = circles.iter().any(|circle| knot.contains(&NodeIndex::new(circle[0])));
            prop_assert_eq!(is_knot, told, "{:?} {:?}", knot, circles);
        }
    }

    #[test]
    fn a_prerequisite_is_implied_if_no_way_of_picking_spares_it(drawn in drawn(true)) {
        let (_, outcome) = read_all(None, &[&drawn.text()]);
        let road = outcome.roadmap.expect("a graph without circles is a roadmap");
        let told: BTreeSet<(String, String)> = outcome.defects.iter().filter_map(|defect| {
            let Fault::Implied { id, .. } = &defect.fault else { return None };
            let (file, span) = (defect.place.file, &defect.place.span);
            assert_eq!(file, 0);
            let before = &drawn.text()[..span.start];
            let of = before.rfind("id = \"").map(|at| before[at + 6..].split('"').next().unwrap_or_default());
            Some((of?.to_owned(), id.to_string()))
        }).collect();
        let mut wanted = BTreeSet::new();
        for (_, skill) in road.skills() {
            for &node in &skill.requires {
                let others = skill.requires.iter().filter(|&&other| other != node);
                if others.clone().any(|&other| always_brings(&road, other, node)) {
                    wanted.insert((skill.id.to_string(), road.node_id(node).to_string()));
                }
            }
        }
        prop_assert_eq!(told, wanted, "{}", drawn.text());
    }

    #[test]
    fn the_order_of_the_graph_puts_each_skill_after_all_it_may_rest_on(drawn in drawn(true)) {
        let road = roadmap(&[&drawn.text()]);
        let order = road.graph().order();
        prop_assert_eq!(order.len(), road.skills().len());
        let place = |skill: SkillIx| order.iter().position(|&other| other == skill);
        for (skill, _) in road.skills() {
            for before in cycle::before(road.parts(), skill) {
                prop_assert!(place(before) < place(skill));
            }
        }
    }
}

/// Whether having `node` always means having `other` too: tried with every way of picking.
fn always_brings(road: &Roadmap, node: Node, other: Node) -> bool {
    let subsets: Vec<Vec<Vec<SkillIx>>> = road
        .choices()
        .map(|(_, choice)| {
            (0_u32..1 << choice.options.len())
                .filter(|bits| bits.count_ones() >= choice.pick)
                .map(|bits| {
                    let options = choice.options.iter().enumerate();
                    options.filter(|(i, _)| bits & (1 << i) != 0).map(|(_, &option)| option).collect()
                })
                .collect()
        })
        .collect();
    let mut ways = vec![Vec::new()];
    for choice in &subsets {
        ways = ways
            .iter()
            .flat_map(|way: &Vec<&Vec<SkillIx>>| {
                choice.iter().map(|taken| [way.as_slice(), &[taken]].concat())
            })
            .collect();
    }
    ways.iter().all(|way| {
        let mut had: Vec<Node> = Vec::new();
        let mut ahead = vec![node];
        while let Some(next) = ahead.pop() {
            if had.contains(&next) {
                continue;
            }
            had.push(next);
            match next {
                Node::Skill(skill) => ahead.extend(&road.skill(skill).requires),
                Node::Choice(choice) => {
                    ahead.extend(way[choice.at()].iter().map(|&skill| Node::Skill(skill)))
                }
            }
        }
        had.contains(&other)
    })
}

#[test]
fn a_chain_of_ten_thousand_is_walked_without_overflow() {
    let chain = |close: bool| {
        let mut text = HEAD.to_owned();
        for i in 0..10_000_usize {
            let before = if i == 0 && close { Some(9_999) } else { i.checked_sub(1) };
            text += &skill(i, &before.map(|j| format!("s{j}")).into_iter().collect::<Vec<_>>());
        }
        read_all(None, &[&text]).1
    };
    assert_eq!(chain(false).roadmap.map(|road| road.graph().order().len()), Some(10_000));
    let closed = circles(&chain(true));
    assert_eq!(closed.iter().map(Vec::len).collect::<Vec<_>>(), [10_000]);
}

#[test]
fn the_shortest_circle_is_told_as_it_goes_round() {
    let text =
        format!("{HEAD}{}{}{}", skill(0, &["s2".into()]), skill(1, &["s0".into()]), skill(2, &["s1".into()]));
    let (_, outcome) = read_all(None, &[&text]);
    let said = outcome.defects.iter().find(|defect| defect.is_error()).map(|defect| defect.fault.to_string());
    assert_eq!(said.as_deref(), Some("skills wait for each other: s0 -> s2 -> s1 -> s0"));
}
