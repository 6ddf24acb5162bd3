//! No circle among the modules of a folder, at any depth.
//!
//! The nodes of a folder are its modules, each with all that lies below it, and what the folder's own file defines.
//! A name that the folder's file merely hands on belongs to the module that defines it.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::finding::Finding;
use super::house::{Edge, House, ModulePath, Target};
use super::paths::How;

/// What the folder's own file defines, as a node.
const OWN: &str = "(its own file)";

/// Every folder's circles, one for each knot of modules.
pub fn check(house: &House) -> Vec<Finding> {
    let edges = house.edges();
    let folders: Vec<&ModulePath> = house
        .modules()
        .filter(|(_, module)| !module.said.children.is_empty())
        .map(|(place, _)| place)
        .collect();
    folders.into_iter().flat_map(|folder| in_folder(folder, &edges)).collect()
}

fn in_folder(folder: &ModulePath, edges: &[Edge]) -> Vec<Finding> {
    let mut graph: BTreeMap<&str, BTreeMap<&str, &Edge>> = BTreeMap::new();
    for edge in edges {
        if let Some((from, to)) = ends(folder, edge) {
            graph.entry(from).or_default().entry(to).or_insert(edge);
        }
    }
    let mut told = BTreeSet::new();
    let mut findings = Vec::new();
    for &start in graph.keys() {
        let Some(circle) = shortest_back(&graph, start) else { continue };
        if circle.iter().any(|node| told.contains(node)) {
            continue;
        }
        told.extend(circle.iter().copied());
        findings.push(finding(folder, &graph, &circle));
    }
    findings
}

/// The two nodes of the folder that an edge joins, if they are two.
fn ends<'a>(folder: &ModulePath, edge: &'a Edge) -> Option<(&'a str, &'a str)> {
    let (to, whole) = match &edge.to {
        Target::Whole(to) => (to, true),
        Target::Item(to) => (to, false),
        Target::Outside(_) => return None,
    };
    if !edge.from.starts_with(folder) || !to.starts_with(folder) || (whole && to == folder) {
        return None;
    }
    let hands_on = matches!(edge.named.how, How::HandedOn(_) | How::Glob { public: true });
    if edge.from == folder && hands_on {
        return None;
    }
    let node = |path: &'a ModulePath| path.get(folder.len()).map_or(OWN, String::as_str);
    let (from, to) = (node(edge.from), node(to));
    (from != to).then_some((from, to))
}

/// The shortest way from a node back to itself, without the node at its end.
fn shortest_back<'a>(
    graph: &BTreeMap<&'a str, BTreeMap<&'a str, &Edge>>,
    start: &'a str,
) -> Option<Vec<&'a str>> {
    let mut came_from: BTreeMap<&str, &str> = BTreeMap::new();
    let mut ahead = VecDeque::from([start]);
    while let Some(here) = ahead.pop_front() {
        for &next in graph.get(here).into_iter().flat_map(BTreeMap::keys) {
            if next == start {
                let back = std::iter::successors(Some(here), |node| came_from.get(node).copied());
                let mut way: Vec<&str> = back.collect();
                way.reverse();
                return Some(way);
            }
            if !came_from.contains_key(next) {
                came_from.insert(next, here);
                ahead.push_back(next);
            }
        }
    }
    None
}

fn finding(folder: &ModulePath, graph: &BTreeMap<&str, BTreeMap<&str, &Edge>>, circle: &[&str]) -> Finding {
    let folder = if folder.is_empty() { "the crate".to_owned() } else { format!("`{}`", folder.join("::")) };
    let steps: Vec<String> = circle
        .iter()
        .zip(circle.iter().cycle().skip(1))
        .map(|(from, to)| {
            let edge = graph[from][to];
            let path = edge.named.segments.join("::");
            format!("{from} -> {to} (`{path}`, {}:{})", edge.file, edge.named.line)
        })
        .collect();
    let first = graph[circle[0]][circle[1 % circle.len()]];
    let what = format!("modules of {folder} go round in a circle: {}", steps.join(", "));
    Finding::new(first.file, first.named.line, what)
}

#[cfg(test)]
mod tests {
    use super::super::house::tests::built;
    use super::*;

    fn found(files: &[(&str, &str)]) -> Vec<String> {
        check(&built(files)).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_circle_is_seen_through_what_a_folder_hands_on() {
        let found = found(&[
            ("src/lib.rs", "mod a;"),
            ("src/a/mod.rs", "mod x; mod y; mod z; pub use x::X; pub use y::Y; pub use z::Z;"),
            ("src/a/x.rs", "use super::Y; pub struct X;"),
            ("src/a/y.rs", "\npub struct Y(super::Z);"),
            ("src/a/z.rs", "use crate::a::X; pub struct Z;"),
        ]);
        assert_eq!(
            found,
            ["src/a/x.rs:1: modules of `a` go round in a circle: x -> y (`super::Y`, src/a/x.rs:1), \
              y -> z (`super::Z`, src/a/y.rs:2), z -> x (`crate::a::X`, src/a/z.rs:1)"]
        );
    }

    #[test]
    fn a_circle_of_folders_is_seen_above_them() {
        let found = found(&[
            ("src/lib.rs", "mod a; mod b;"),
            ("src/a/mod.rs", "mod x; mod y;"),
            ("src/a/x.rs", "use crate::b;  fn f() { b::f() }"),
            ("src/a/y.rs", "pub fn g() {}"),
            ("src/b.rs", "use crate::a::y; pub fn f() {}"),
        ]);
        assert_eq!(found.len(), 1);
        assert!(found[0].contains("modules of the crate"), "{found:?}");
    }

    #[test]
    fn a_folders_own_file_stands_on_its_modules_or_below_them() {
        let own_and = |own: &str, child: &str| {
            found(&[("src/lib.rs", "mod a;"), ("src/a/mod.rs", own), ("src/a/x.rs", child)]).len()
        };
        assert_eq!(own_and("mod x; pub use x::f; pub const C: u8 = 1;", "use super::C; pub fn f() {}"), 0);
        assert_eq!(own_and("mod x; fn g() { x::f() }", "pub fn f() {}"), 0);
        assert_eq!(
            own_and("mod x; fn g() { x::f() } pub const C: u8 = 1;", "use super::C; pub fn f() {}"),
            1
        );
        assert_eq!(own_and("mod x; pub use x::T; fn g(t: T) {} struct O;", "use super::O; pub struct T;"), 1);
    }

    #[test]
    fn tests_may_look_at_everything() {
        let found = found(&[
            ("src/lib.rs", "mod a; mod b;"),
            ("src/a.rs", "use crate::b::B; pub struct A;"),
            ("src/b.rs", "pub struct B; #[cfg(test)] mod tests { use crate::a::A; }"),
        ]);
        assert_eq!(found, [""; 0]);
    }
}
