//! What a module says in its tokens: the items and modules that it declares, and every path that it names.

use super::tokens::{Token, end_of_group};

/// A path as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Its segments; without a `*` or `self` at the end.
    pub segments: Vec<String>,
    /// From 1.
    pub line: usize,
    /// How it is named.
    pub how: How,
}

/// How a path is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum How {
    /// Brought in by `use` under this name.
    Import(String),
    /// Brought in and handed on by `pub use` under this name.
    HandedOn(String),
    /// All that it holds is brought in, `use a::*`, and handed on if public.
    Glob {
        /// Whether it is handed on.
        public: bool,
    },
    /// Named where it is used.
    Inline,
}

/// What a module says.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// Items that it defines.
    pub items: Vec<String>,
    /// Modules that lie in files of their own.
    pub children: Vec<String>,
    /// Modules written out in place, with their tokens.
    pub inline: Vec<(String, Vec<Token>)>,
    /// Paths that it names.
    pub named: Vec<Named>,
}

/// Reads a module's tokens.
pub fn read(tokens: &[Token]) -> Said {
    let mut said = Said::default();
    let (mut at, mut depth, mut public) = (0, 0_usize, false);
    while at < tokens.len() {
        let token = &tokens[at];
        let next = tokens.get(at + 1);
        let named_next = || next.filter(|next| next.word).map(|next| next.text.clone());
        match &*token.text {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth = depth.saturating_sub(1),
            "pub" => {
                public = true;
                let scoped = next.is_some_and(|next| next.is("("));
                at = if scoped { end_of_group(tokens, at + 1) } else { at + 1 };
                continue;
            }
            "use" if token.word && next.is_some_and(|next| !next.is("<")) => {
                at = import(tokens, at + 1, &[], public, &mut said.named);
                public = false;
                continue;
            }
            "mod" if depth == 0 && token.word => {
                let Some(name) = named_next() else { break };
                if tokens.get(at + 2).is_some_and(|token| token.is("{")) {
                    let end = end_of_group(tokens, at + 2);
                    said.inline.push((name, tokens[at + 3..end - 1].to_vec()));
                    at = end;
                } else {
                    said.children.push(name);
                    at += 2;
                }
                public = false;
                continue;
            }
            "macro_rules" => said.items.extend(tokens.get(at + 2).map(|name| name.text.clone())),
            "struct" | "enum" | "union" | "trait" | "type" | "const" | "static" | "fn" if depth == 0 => {
                said.items.extend(named_next().filter(|name| name != "fn"));
            }
            _ => {}
        }
        if token.word && begins_path(tokens, at) {
            let end = end_of_path(tokens, at);
            let segments = (at..end).step_by(2).map(|i| tokens[i].text.clone()).collect();
            said.named.push(Named { segments, line: token.line, how: How::Inline });
            at = end;
        } else {
            at += 1;
        }
        public = false;
    }
    said
}

/// Whether a word is a path of its own: several segments, or one that can only be an item (a type, a constant, a
/// call).
fn begins_path(tokens: &[Token], at: usize) -> bool {
    let before = at.checked_sub(1).map(|i| &*tokens[i].text);
    let leads = at > 1 && before == Some("::") && !(tokens[at - 2].word || tokens[at - 2].is(">"));
    let goes_on = tokens.get(at + 1).map(|next| &*next.text);
    let looks_like_item =
        tokens[at].text.starts_with(char::is_uppercase) || matches!(goes_on, Some("(" | "!"));
    match before {
        Some("::") => leads,
        Some("." | "fn" | "struct" | "enum" | "trait" | "type" | "const" | "static" | "macro_rules") => false,
        _ => goes_on == Some("::") || looks_like_item,
    }
}

fn end_of_path(tokens: &[Token], at: usize) -> usize {
    let mut end = at + 1;
    while tokens.get(end).is_some_and(|sign| sign.is("::"))
        && tokens.get(end + 1).is_some_and(|next| next.word)
    {
        end += 2;
    }
    end
}

/// Reads one use tree from `at`; gives the place after it.
fn import(tokens: &[Token], mut at: usize, before: &[String], public: bool, out: &mut Vec<Named>) -> usize {
    let mut segments = before.to_vec();
    while let Some(token) = tokens.get(at) {
        match &*token.text {
            "::" => at += 1,
            "*" => {
                out.push(Named { segments, line: token.line, how: How::Glob { public } });
                return end_of_branch(tokens, at + 1);
            }
            "{" => {
                let end = end_of_group(tokens, at);
                at += 1;
                while at < end - 1 {
                    at = import(tokens, at, &segments, public, out);
                }
                return end_of_branch(tokens, end);
            }
            _ if token.word && !token.is("as") => {
                if !token.is("self") || segments.is_empty() {
                    segments.push(token.text.clone());
                }
                at += 1;
                let over = tokens.get(at).is_none_or(|next| !next.is("::"));
                if over {
                    let renamed = tokens.get(at).is_some_and(|next| next.is("as"));
                    let name = if renamed { tokens.get(at + 1).map(|name| name.text.clone()) } else { None };
                    let name = name.or_else(|| segments.last().cloned()).unwrap_or_default();
                    let how = if public { How::HandedOn(name) } else { How::Import(name) };
                    out.push(Named { segments, line: token.line, how });
                    return end_of_branch(tokens, at);
                }
            }
            _ => return at + 1,
        }
    }
    at
}

/// After the comma or semicolon that ends a branch, or at the bracket that ends its group.
fn end_of_branch(tokens: &[Token], mut at: usize) -> usize {
    while let Some(token) = tokens.get(at) {
        match &*token.text {
            "," | ";" => return at + 1,
            "}" => return at,
            _ => at += 1,
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::super::tokens::lex;
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        let said = read(&lex(text).unwrap());
        said.named
            .iter()
            .map(|named| {
                let path = named.segments.join("::");
                match &named.how {
                    How::Import(name) => format!("{}: use {path} = {name}", named.line),
                    How::HandedOn(name) => format!("{}: pub use {path} = {name}", named.line),
                    How::Glob { public } => format!("{}: {public} {path}::*", named.line),
                    How::Inline => format!("{}: {path}", named.line),
                }
            })
            .collect()
    }

    #[test]
    fn use_trees_are_laid_out_into_paths() {
        assert_eq!(
            shown("use crate::{\n  cli::{self, args::Args as A},\n  tui::*,\n};\npub(crate) use super::x;"),
            [
                "2: use crate::cli = cli",
                "2: use crate::cli::args::Args = A",
                "3: false crate::tui::*",
                "5: pub use super::x = x",
            ]
        );
        assert_eq!(shown("fn f() { use a::b; }\nuse c;"), ["1: use a::b = b", "2: use c = c"]);
        assert!(shown("fn f() -> impl Iterator + use<'_> {}").contains(&"1: Iterator".to_owned()));
    }

    #[test]
    fn paths_are_seen_wherever_they_stand() {
        assert_eq!(
            shown("let a = x.y::<crate::cli::A>();\nprintln!(\"{}\", super::b());"),
            ["1: crate::cli::A", "2: println", "2: super::b"]
        );
        assert_eq!(
            shown("#[derive(serde::Serialize)] struct S(pub(in crate::a) u8);"),
            ["1: derive", "1: serde::Serialize"]
        );
        assert_eq!(shown("a == ::toml::b; <T as U>::c()"), ["1: toml::b", "1: T", "1: U"]);
        assert_eq!(shown("self.read(); fn read() {} let read = 1;"), [""; 0]);
    }

    #[test]
    fn items_and_modules_are_told_apart() {
        let said = read(
            &lex("mod a; pub mod b { struct Hidden; } const fn f() {} const C: u8 = 1; enum E { V }")
                .unwrap(),
        );
        assert_eq!(said.items, ["f", "C", "E"]);
        assert_eq!(said.children, ["a"]);
        assert_eq!(said.inline[0].0, "b");
    }
}
