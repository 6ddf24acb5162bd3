//! The JSON object of a line as it is written: every field that any kind has, each of them optional.
//!
//! One flat structure, borrowed from the line: a tagged `enum` would make serde buffer every value, and an owned
//! one would cost a third more time and twice the memory on a long history.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// Text that borrows from the line unless it holds escapes. (`Option<Cow<str>>` alone would always copy.)
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Text<'a>(#[serde(borrow)] pub(super) Cow<'a, str>);

impl<'a> From<&'a str> for Text<'a> {
    fn from(text: &'a str) -> Self {
        Self(Cow::Borrowed(text))
    }
}

impl From<String> for Text<'_> {
    fn from(text: String) -> Self {
        Self(Cow::Owned(text))
    }
}

macro_rules! wire {
    ($($(#[$attribute:meta])* $field:ident: $type:ty,)*) => {
        /// A line's object. The order of the fields is the order in which they are written.
        #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
        pub(super) struct Wire<'a> {$(
            $(#[$attribute])*
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub(super) $field: Option<$type>,
        )*}
    };
}

wire! {
    v: u32,
    s: u64,
    l: u64,
    #[serde(borrow)]
    at: Text<'a>,
    #[serde(borrow, rename = "do")]
    kind: Text<'a>,
    #[serde(borrow)]
    device: Text<'a>,
    #[serde(borrow)]
    made: Text<'a>,
    #[serde(borrow)]
    choice: Text<'a>,
    #[serde(borrow)]
    skill: Text<'a>,
    #[serde(borrow)]
    role: Text<'a>,
    #[serde(borrow)]
    over: Text<'a>,
    on: bool,
    #[serde(borrow)]
    outcome: Text<'a>,
    #[serde(borrow)]
    prompt: Text<'a>,
    rating: u8,
    parameters: Vec<f32>,
    minutes: u32,
    #[serde(borrow)]
    day: Text<'a>,
    #[serde(borrow)]
    note: Text<'a>,
    #[serde(borrow)]
    text: Text<'a>,
    #[serde(borrow)]
    to: Text<'a>,
    #[serde(borrow)]
    title: Text<'a>,
    known: bool,
    #[serde(borrow)]
    by: Text<'a>,
    #[serde(borrow)]
    goal: Aim<'a>,
    #[serde(borrow)]
    p50: Text<'a>,
    #[serde(borrow)]
    p85: Text<'a>,
    #[serde(borrow)]
    p95: Text<'a>,
    #[serde(borrow)]
    event: Text<'a>,
    with: u64,
}

/// The goal that a forecast was for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Aim<'a> {
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub(super) role: Option<Text<'a>>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub(super) skill: Option<Text<'a>>,
}

/// What every event has in every version.
#[derive(Clone, Copy, Debug, Deserialize)]
pub(super) struct Numbers {
    pub(super) s: u64,
    pub(super) l: u64,
}

/// What every header has in every version.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Head<'a> {
    pub(super) v: u32,
    #[serde(borrow, rename = "do")]
    pub(super) kind: Text<'a>,
}

/// Whose file it is, if a newer version still says it in the same way.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Whose<'a> {
    #[serde(borrow)]
    pub(super) device: Text<'a>,
}
