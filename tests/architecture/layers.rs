//! The table of layers: who may import whom, and which outside crates each may name.

use std::collections::BTreeSet;

use super::finding::Finding;
use super::house::{Edge, House, Target};

/// A layer, with all that it may import.
struct Layer {
    name: &'static str,
    below: &'static [&'static str],
    crates: &'static [&'static str],
}

/// The layers from the bottom up. `chrono` and `serde` are the vocabulary in which the domain states dates and
/// stored forms, so every layer that writes or reads such forms names them too.
const LAYERS: &[Layer] = &[
    Layer {
        name: "domain",
        below: &[],
        crates: &["chrono", "serde", "foldhash", "simdutf8", "smol_str", "unicode_properties", "fluent_uri"],
    },
    Layer {
        name: "format",
        below: &["domain"],
        crates: &[
            "chrono",
            "serde",
            "toml",
            "serde_json",
            "postcard",
            "strsim",
            "regex_syntax",
            "crc32fast",
            "memchr",
            "simdutf8",
            "unicode_width",
        ],
    },
    Layer {
        name: "engine",
        below: &["domain"],
        crates: &["petgraph", "fsrs", "aho_corasick", "nucleo_matcher", "strsim"],
    },
    Layer {
        name: "export",
        below: &["domain", "engine"],
        crates: &[
            "chrono",
            "csv",
            "serde_json",
            "smol_str",
            "icalendar",
            "pulldown_cmark",
            "unicode_segmentation",
            "unicode_width",
        ],
    },
    Layer {
        name: "store",
        below: &["domain", "format"],
        crates: &[
            "chrono",
            "serde",
            "directories",
            "tempfile",
            "ignore",
            "getrandom",
            "ulid",
            "open",
            "rustix",
            "terminal_size",
            "postcard",
            "crc32fast",
            "memchr",
        ],
    },
    Layer { name: "app", below: &["domain", "format", "engine", "export", "store"], crates: &["chrono"] },
    Layer {
        name: "cli",
        below: &["domain", "engine", "export", "app"],
        crates: &[
            "clap",
            "anstream",
            "clap_complete",
            "clap_complete_nushell",
            "clap_mangen",
            "pulldown_cmark",
            "serde",
            "serde_json",
        ],
    },
    Layer {
        name: "tui",
        below: &["domain", "engine", "export", "app"],
        crates: &[
            "ratatui",
            "crossterm",
            "tui_input",
            "pulldown_cmark",
            "unicode_segmentation",
            "unicode_width",
            "signal_hook",
        ],
    },
    Layer { name: "main", below: &["cli", "tui"], crates: &[] },
];

/// Every import that does not point down, and every outside crate in the wrong layer: each once a file.
pub fn check(house: &House) -> Vec<Finding> {
    let mut findings = Vec::new();
    for edge in house.edges() {
        let Some(layer) = edge.from.first().and_then(|name| layer(name)) else { continue };
        if let Some(breach) = breach(layer, &edge) {
            let path = edge.named.segments.join("::");
            let finding = Finding::new(edge.file, edge.named.line, format!("`{path}`: {breach}"));
            findings.push((finding, breach));
        }
    }
    for (place, module) in house.modules() {
        if place.len() == 1 && layer(&place[0]).is_none() {
            let breach = format!("`{}` is no layer", place[0]);
            findings.push((Finding::new(&module.file, 1, &breach), breach));
        }
    }
    findings.sort();
    // A name that is brought in once is used often: the first place is enough.
    let mut told = BTreeSet::new();
    findings.retain(|(finding, breach)| told.insert((finding.file.clone(), breach.clone())));
    findings.into_iter().map(|(finding, _)| finding).collect()
}

fn layer(name: &str) -> Option<&'static Layer> {
    LAYERS.iter().find(|layer| layer.name == name)
}

fn breach(layer: &Layer, edge: &Edge) -> Option<String> {
    let allowed = |name: &str| name == layer.name || layer.below.contains(&name);
    match &edge.to {
        Target::Outside(name) if layer.crates.contains(&name.as_str()) => None,
        Target::Outside(name) => Some(format!("{} may not name the crate {name}", layer.name)),
        Target::Whole(place) | Target::Item(place) => {
            let mut doors = edge.door.iter().chain(place.first());
            let wrong = doors.find(|name| !allowed(name))?;
            Some(format!("{} may not import {wrong}", layer.name))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::house::tests::built;
    use super::*;

    const LIB: (&str, &str) = ("src/lib.rs", "pub mod app; pub mod domain; pub mod engine; pub mod tui;");

    fn found(files: &[(&str, &str)]) -> Vec<String> {
        check(&built(files)).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn an_import_that_points_up_is_found_in_every_dress() {
        let ways = [
            "use crate::engine::find;",
            "pub use crate::{engine as e};",
            "fn f() { crate::engine::find(); }",
            "use super::engine;",
            "fn f() { println!(\"{}\", crate::engine::A); }",
            "use crate::{domain, engine::{self, A}};",
        ];
        for way in ways {
            let engine = ("src/engine/mod.rs", "pub struct A;");
            let found =
                found(&[("src/lib.rs", "pub mod domain; pub mod engine;"), ("src/domain.rs", way), engine]);
            assert!(found.iter().all(|line| line.starts_with("src/domain.rs:1: ")), "{found:?}");
            assert!(
                found.iter().any(|line| line.ends_with("domain may not import engine")),
                "{way}: {found:?}"
            );
        }
    }

    #[test]
    fn a_detour_through_a_layer_between_does_not_help() {
        let found = found(&[
            ("src/lib.rs", "pub mod app; pub mod cli; pub mod store;"),
            ("src/store.rs", "pub struct Disk;"),
            ("src/app.rs", "pub use crate::store::Disk;"),
            ("src/cli.rs", "\nuse crate::app::Disk;"),
        ]);
        assert_eq!(found, ["src/cli.rs:2: `crate::app::Disk`: cli may not import store"]);
    }

    #[test]
    fn a_crate_stays_in_its_layer() {
        let found = found(&[
            LIB,
            ("src/app.rs", "use ratatui::Frame;\nfn f(frame: Frame) { ratatui::init() }"),
            ("src/domain.rs", "fn f() { toml::from_str() }"),
            ("src/engine.rs", "#[cfg(test)] mod tests { use crate::tui::x; use ratatui::y; }"),
            ("src/tui.rs", "use ratatui::Frame; use crate::app::A; use std::fmt;"),
        ]);
        assert_eq!(
            found,
            [
                "src/app.rs:1: `ratatui::Frame`: app may not name the crate ratatui",
                "src/domain.rs:1: `toml::from_str`: domain may not name the crate toml",
            ]
        );
    }

    #[test]
    fn main_and_strange_folders_are_held_to_the_table_too() {
        let found = found(&[
            ("src/lib.rs", "pub mod domain; pub mod extras;"),
            ("src/main.rs", "use milepost::domain::A; fn main() {}"),
            ("src/domain.rs", ""),
            ("src/extras.rs", ""),
        ]);
        assert_eq!(
            found,
            [
                "src/extras.rs:1: `extras` is no layer",
                "src/main.rs:1: `milepost::domain::A`: main may not import domain"
            ]
        );
    }
}
