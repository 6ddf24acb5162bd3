//! A source file as a flat run of tokens with their lines, whole or without its tests.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

/// One token; groups are laid flat into their brackets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// The word or sign; `::` is one token, and a literal is always `"`.
    pub text: String,
    /// Whether it is a word.
    pub word: bool,
    /// From 1.
    pub line: usize,
}

impl Token {
    fn new(text: impl Into<String>, word: bool, line: usize) -> Self {
        Self { text: text.into(), word, line }
    }

    /// Whether it is this sign or word.
    pub fn is(&self, text: &str) -> bool {
        self.text == text
    }
}

/// Reads a file's tokens; comments are left out, and a doc comment is an attribute with a literal.
pub fn lex(text: &str) -> Result<Vec<Token>, String> {
    let stream: TokenStream = text.parse().map_err(|error| format!("{error}"))?;
    let mut tokens = Vec::new();
    lay_flat(stream, &mut tokens);
    Ok(tokens)
}

fn lay_flat(stream: TokenStream, out: &mut Vec<Token>) {
    let mut half_open = false;
    for tree in stream {
        let line = tree.span().start().line;
        let was_half_open = std::mem::take(&mut half_open);
        match tree {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::None => ("", ""),
                };
                out.push(Token::new(open, false, line));
                lay_flat(group.stream(), out);
                out.push(Token::new(close, false, group.span_close().start().line));
            }
            TokenTree::Ident(ident) => {
                let text = ident.to_string();
                out.push(Token::new(text.trim_start_matches("r#"), true, line));
            }
            TokenTree::Punct(sign) if sign.as_char() == ':' && was_half_open => {
                out.pop();
                out.push(Token::new("::", false, line));
            }
            TokenTree::Punct(sign) => {
                half_open = sign.as_char() == ':' && sign.spacing() == Spacing::Joint;
                out.push(Token::new(sign.as_char(), false, line));
            }
            TokenTree::Literal(_) => out.push(Token::new('"', false, line)),
        }
    }
}

/// The tokens without the items that stand under `#[cfg(test)]`.
pub fn without_tests(tokens: &[Token]) -> Vec<Token> {
    let mut kept = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        match attribute(tokens, at) {
            Some(end) if is_test_only(&tokens[at..end]) => at = end_of_item(tokens, end),
            Some(end) => {
                kept.extend_from_slice(&tokens[at..end]);
                at = end;
            }
            None => {
                kept.push(tokens[at].clone());
                at += 1;
            }
        }
    }
    kept
}

/// The line on which the test code at the end of a file begins, if it ends in such.
pub fn first_test_line(tokens: &[Token]) -> Option<usize> {
    (0..tokens.len())
        .filter_map(|at| attribute(tokens, at).map(|end| (at, end)))
        .find(|&(at, end)| is_test_only(&tokens[at..end]) && end_of_item(tokens, end) == tokens.len())
        .map(|(at, _)| tokens[at].line)
}

/// Where the attribute that begins at `at` ends.
pub fn attribute(tokens: &[Token], at: usize) -> Option<usize> {
    let inner = usize::from(tokens.get(at + 1).is_some_and(|token| token.is("!")));
    let opens = tokens[at].is("#") && tokens.get(at + 1 + inner).is_some_and(|token| token.is("["));
    opens.then(|| end_of_group(tokens, at + 1 + inner))
}

fn is_test_only(attribute: &[Token]) -> bool {
    let words: Vec<&str> = attribute.iter().filter(|token| token.word).map(|token| &*token.text).collect();
    words.first() == Some(&"cfg") && words.contains(&"test") && !words.contains(&"not")
}

/// Where the group that opens at `at` ends.
pub fn end_of_group(tokens: &[Token], at: usize) -> usize {
    let mut depth = 0_usize;
    for (i, token) in tokens.iter().enumerate().skip(at) {
        match &*token.text {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return i + 1;
        }
    }
    tokens.len()
}

/// Where the item that begins at `at` ends: at its semicolon or its braces, whichever come first; an import and a
/// constant always end at their semicolon.
fn end_of_item(tokens: &[Token], mut at: usize) -> usize {
    while let Some(end) = tokens.get(at).and_then(|_| attribute(tokens, at)) {
        at = end;
    }
    let mut to_semicolon = false;
    while let Some(token) = tokens.get(at) {
        match &*token.text {
            ";" => return at + 1,
            "{" if !to_semicolon => return end_of_group(tokens, at),
            "(" | "[" | "{" => at = end_of_group(tokens, at),
            word => {
                to_semicolon |= matches!(word, "use" | "const" | "static" | "type");
                to_semicolon &= word != "fn";
                at += 1;
            }
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(tokens: &[Token]) -> String {
        tokens.iter().map(|token| &*token.text).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn strings_and_comments_say_nothing() {
        let tokens = lex("// use crate::cli;\nlet r#a = \"crate::cli\"; /* x */ b::c").unwrap();
        assert_eq!(words(&tokens), "let a = \" ; b :: c");
        assert_eq!(tokens[0].line, 2);
    }

    #[test]
    fn test_code_is_left_out_to_the_end_of_its_item() {
        let left = |text| words(&without_tests(&lex(text).unwrap()));
        assert_eq!(left("a! {} #[cfg(test)] use x::{y, z}; b"), "a ! { } b");
        assert_eq!(left("#[cfg(test)] #[path = \"t.rs\"] mod t; b"), "b");
        assert_eq!(left("#[cfg(all(test, unix))] mod t { fn f() {} } b"), "b");
        assert_eq!(left("#[cfg(test)] const fn f() -> [u8; 2] { [0; 2] } b"), "b");
        assert_eq!(left("#[cfg(test)] const A: T = T { b: 1 }; b"), "b");
        assert_eq!(left("#[cfg(not(test))] b"), "# [ cfg ( not ( test ) ) ] b");
    }

    #[test]
    fn only_a_tail_of_tests_ends_the_code() {
        let line = |text| first_test_line(&lex(text).unwrap());
        assert_eq!(line("fn f() {}\n\n#[cfg(test)]\nmod tests {}\n"), Some(3));
        assert_eq!(line("#[cfg(test)]\nuse a;\nfn f() {}\n"), None);
    }
}
