//! The module tree of the crate, and what each path in it leads to.

use std::collections::{BTreeMap, BTreeSet};

use super::finding::Finding;
use super::paths::{self, How, Named, Said};
use super::tokens::{self, Token};

/// A module's place: its names from the root of the crate, which itself has none. The program's own root is
/// `main`.
pub type ModulePath = Vec<String>;

/// How many `use` lines are followed one after another before a path is taken to lead nowhere.
const LONGEST_CHAIN: usize = 16;

/// The crate as its files say it is.
pub struct House {
    modules: BTreeMap<ModulePath, Module>,
    crates: BTreeSet<String>,
    orphans: Vec<String>,
}

/// One module, without its tests.
pub struct Module {
    /// The file in which it stands.
    pub file: String,
    /// What it says.
    pub said: Said,
}

/// What a path leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A module as a whole.
    Whole(ModulePath),
    /// An item that this module defines.
    Item(ModulePath),
    /// A crate outside.
    Outside(String),
}

/// One module names another one, or what stands in it.
pub struct Edge<'a> {
    /// Who names it.
    pub from: &'a ModulePath,
    /// The file that does.
    pub file: &'a str,
    /// The path as written.
    pub named: &'a Named,
    /// The first segment below the root of the crate, before any `pub use` is followed.
    pub door: Option<String>,
    /// What it leads to.
    pub to: Target,
}

impl House {
    /// Reads the crate from its files (path and text) and the names of its outside crates.
    pub fn build(
        files: impl IntoIterator<Item = (String, String)>,
        crates: BTreeSet<String>,
    ) -> Result<Self, String> {
        let mut house = Self { modules: BTreeMap::new(), crates, orphans: Vec::new() };
        let mut lexed = BTreeMap::new();
        for (file, text) in files {
            let tokens = tokens::lex(&text).map_err(|error| format!("{file}: {error}"))?;
            lexed.insert(place_of(&file), (file, tokens));
        }
        let roots = [vec![], vec!["main".to_owned()]];
        let with_tests = reached(&lexed, &roots, |tokens| tokens.to_vec());
        let without = reached(&lexed, &roots, tokens::without_tests);
        for (place, (file, _)) in &lexed {
            if !with_tests.contains_key(place) {
                house.orphans.push(file.clone());
            }
        }
        for (place, tokens) in without {
            house.add(place.clone(), &lexed[&place].0, &tokens);
        }
        Ok(house)
    }

    fn add(&mut self, place: ModulePath, file: &str, tokens: &[Token]) {
        let mut said = paths::read(tokens);
        for (name, inner) in std::mem::take(&mut said.inline) {
            self.add(below(&place, &name), file, &inner);
            said.children.push(name);
        }
        self.modules.insert(place, Module { file: file.to_owned(), said });
    }

    /// Files that no module declares.
    pub fn orphans(&self) -> Vec<Finding> {
        self.orphans.iter().map(|file| Finding::new(file, 1, "no module declares this file")).collect()
    }

    /// Every module with its place.
    pub fn modules(&self) -> impl Iterator<Item = (&ModulePath, &Module)> {
        self.modules.iter()
    }

    /// Every path that leads out of the module that names it.
    pub fn edges(&self) -> Vec<Edge<'_>> {
        let mut edges = Vec::new();
        for (from, module) in &self.modules {
            for named in &module.said.named {
                for (door, to) in self.targets(from, named) {
                    edges.push(Edge { from, file: &module.file, named, door, to });
                }
            }
        }
        edges
    }

    fn targets(&self, from: &ModulePath, named: &Named) -> Vec<(Option<String>, Target)> {
        let by_use = !matches!(named.how, How::Inline);
        let Some(start) = self.start(from, &named.segments, by_use) else { return Vec::new() };
        let place = match start {
            Start::Inside(place) => place,
            Start::Outside(name) => return vec![(None, Target::Outside(name))],
        };
        let door = place.first().cloned();
        let target = self.resolve(&place, 0);
        let mut targets = vec![(door.clone(), target.clone())];
        if let (How::Glob { .. }, Target::Whole(module)) = (&named.how, target) {
            targets.push((door.clone(), Target::Item(module.clone())));
            let handed_on = self.handed_on(&module).map(|path| self.resolve(&path, 0));
            targets.extend(handed_on.map(|target| (door.clone(), target)));
        }
        targets
    }

    /// Where a path as written begins: outside, or at a place counted from the root of the crate. `None` for the
    /// standard library and for names that are the module's own.
    fn start(&self, from: &ModulePath, segments: &[String], by_use: bool) -> Option<Start> {
        let (first, rest) = segments.split_first()?;
        let inside = |base: &[String], rest: &[String]| Some(Start::Inside([base, rest].concat()));
        let said = &self.modules.get(from)?.said;
        match first.as_str() {
            "crate" => inside(&[], rest),
            "milepost" if from.first().is_some_and(|root| root == "main") => inside(&[], rest),
            "self" => inside(from, rest),
            "super" => {
                let ups = segments.iter().take_while(|segment| *segment == "super").count();
                inside(&from[..from.len().saturating_sub(ups)], &segments[ups..])
            }
            "Self" | "std" | "core" | "alloc" => None,
            name if said.children.iter().any(|child| child == name) => inside(from, segments),
            name if !by_use && imports(said, name).is_some() => {
                let import = imports(said, name)?;
                match self.start(from, &import.segments, true)? {
                    Start::Inside(base) => inside(&base, rest),
                    outside @ Start::Outside(_) => Some(outside),
                }
            }
            name if self.crates.contains(name) && (by_use || segments.len() > 1) => {
                Some(Start::Outside(first.clone()))
            }
            _ => None,
        }
    }

    /// Follows a path from the root of the crate to where its item is defined.
    fn resolve(&self, path: &[String], followed: usize) -> Target {
        let mut at = Vec::new();
        for (i, name) in path.iter().enumerate() {
            let Some(module) = self.modules.get(&at) else { break };
            if module.said.children.contains(name) {
                at.push(name.clone());
                continue;
            }
            let here = Target::Item(at.clone());
            if module.said.items.contains(name) || followed == LONGEST_CHAIN {
                return here;
            }
            let Some(import) = imports(&module.said, name) else {
                return self.through_globs(&at, &path[i..], followed).unwrap_or(here);
            };
            return match self.start(&at, &import.segments, true) {
                Some(Start::Inside(base)) => self.resolve(&[&base, &path[i + 1..]].concat(), followed + 1),
                Some(Start::Outside(name)) => Target::Outside(name),
                None => here,
            };
        }
        Target::Whole(at)
    }

    fn through_globs(&self, module: &ModulePath, rest: &[String], followed: usize) -> Option<Target> {
        let globs = self.modules.get(module)?.said.named.iter();
        globs
            .filter(|named| matches!(named.how, How::Glob { .. }))
            .filter_map(|named| self.start(module, &named.segments, true))
            .filter_map(|start| match start {
                Start::Inside(base) => Some(base),
                Start::Outside(_) => None,
            })
            .filter(|base| self.modules.get(base).is_some_and(|there| knows(&there.said, &rest[0])))
            .map(|base| self.resolve(&[&base, rest].concat(), followed + 1))
            .next()
    }

    /// The places that a module hands on by `pub use`.
    fn handed_on<'a>(&'a self, module: &'a ModulePath) -> impl Iterator<Item = ModulePath> + 'a {
        let named = self.modules.get(module).into_iter().flat_map(|module| &module.said.named);
        named.filter(|named| matches!(named.how, How::HandedOn(_) | How::Glob { public: true })).filter_map(
            |named| match self.start(module, &named.segments, true)? {
                Start::Inside(path) => Some(path),
                Start::Outside(_) => None,
            },
        )
    }
}

enum Start {
    Inside(ModulePath),
    Outside(String),
}

fn imports<'a>(said: &'a Said, name: &str) -> Option<&'a Named> {
    said.named.iter().find(|named| match &named.how {
        How::Import(as_name) | How::HandedOn(as_name) => as_name == name,
        How::Glob { .. } | How::Inline => false,
    })
}

fn knows(said: &Said, name: &str) -> bool {
    let declared = || said.items.iter().chain(&said.children).any(|item| item == name);
    declared() || imports(said, name).is_some()
}

/// The files that the roots lead to, module by module, each with its tokens as `kept` leaves them.
fn reached(
    lexed: &BTreeMap<ModulePath, (String, Vec<Token>)>,
    roots: &[ModulePath],
    kept: impl Fn(&[Token]) -> Vec<Token>,
) -> BTreeMap<ModulePath, Vec<Token>> {
    let mut reached = BTreeMap::new();
    let mut ahead = roots.to_vec();
    while let Some(place) = ahead.pop() {
        let Some((_, tokens)) = lexed.get(&place) else { continue };
        let tokens = kept(tokens);
        declared(&place, &tokens, &mut ahead);
        reached.insert(place, tokens);
    }
    reached
}

fn declared(place: &ModulePath, tokens: &[Token], out: &mut Vec<ModulePath>) {
    let said = paths::read(tokens);
    out.extend(said.children.iter().map(|child| below(place, child)));
    for (name, inner) in &said.inline {
        declared(&below(place, name), inner, out);
    }
}

fn below(place: &ModulePath, name: &str) -> ModulePath {
    let mut path = place.clone();
    path.push(name.to_owned());
    path
}

/// The module that a file is: `src/a/mod.rs` and `src/a.rs` are both `a`.
fn place_of(file: &str) -> ModulePath {
    let inside = file.strip_prefix("src/").unwrap_or(file);
    let bare = inside.strip_suffix(".rs").unwrap_or(inside);
    let bare = bare.strip_suffix("/mod").unwrap_or(bare);
    if bare == "lib" { Vec::new() } else { bare.split('/').map(str::to_owned).collect() }
}

#[cfg(test)]
pub mod tests {
    //! A house built of strings, for the tests of the rules.

    use super::*;

    /// A house of these files, with two outside crates.
    pub fn built(files: &[(&str, &str)]) -> House {
        let crates = ["toml", "ratatui"].map(str::to_owned).into();
        let files = files.iter().map(|(file, text)| ((*file).to_owned(), (*text).to_owned()));
        House::build(files, crates).unwrap()
    }

    fn leads_to(house: &House, file: &str) -> Vec<String> {
        let edges = house.edges().into_iter().filter(|edge| edge.file == file);
        edges
            .map(|edge| match edge.to {
                Target::Whole(path) => format!("{}::", path.join("::")),
                Target::Item(path) => path.join("::"),
                Target::Outside(name) => format!("[{name}]"),
            })
            .collect()
    }

    #[test]
    fn a_path_leads_to_where_the_item_is_defined() {
        let house = built(&[
            ("src/lib.rs", "pub mod a; pub mod b;"),
            ("src/a/mod.rs", "mod x; mod y; pub use x::X; pub use y::*; pub struct Own;"),
            ("src/a/x.rs", "pub struct X; pub enum E { V }"),
            ("src/a/y.rs", "use super::{X, Own}; pub struct Y;"),
            (
                "src/b.rs",
                "use crate::a::{self, X as Z, Y}; fn f(o: a::Own) { Z::new(); a::X; toml::from_str(); Some::<u8> }",
            ),
        ]);
        assert_eq!(leads_to(&house, "src/a/y.rs"), ["a::x", "a"]);
        assert_eq!(leads_to(&house, "src/b.rs"), ["a::", "a::x", "a::y", "a", "a::x", "a::x", "[toml]"]);
    }

    #[test]
    fn all_that_a_star_brings_in_counts() {
        let house = built(&[
            ("src/lib.rs", "mod a; mod b;"),
            ("src/a/mod.rs", "mod x; pub use x::X;"),
            ("src/a/x.rs", "pub struct X;"),
            ("src/b.rs", "use crate::a::*;"),
        ]);
        assert_eq!(leads_to(&house, "src/b.rs"), ["a::", "a", "a::x"]);
    }

    #[test]
    fn tests_are_not_part_of_the_house_and_strays_are_found() {
        let house = built(&[
            ("src/lib.rs", "mod a;"),
            ("src/a.rs", "#[cfg(test)] mod tests;"),
            ("src/a/tests.rs", "use crate::zzz;"),
            ("src/b.rs", ""),
        ]);
        assert_eq!(house.modules().count(), 2);
        assert_eq!(house.orphans(), [Finding::new("src/b.rs", 1, "no module declares this file")]);
    }
}
