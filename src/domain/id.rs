//! Ids as they are written in files, and the places of things in a loaded roadmap.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Clean;

/// The most characters an id may have.
const LONGEST: usize = 64;

/// The kinds of bytes in an id: each event of a long history names one, so that it pays to look them up.
const KINDS: [u8; 256] = {
    let mut kinds = [OTHER; 256];
    let mut byte = 0;
    while byte < 256 {
        kinds[byte] = match byte as u8 {
            b'a'..=b'z' | b'0'..=b'9' => WORD,
            b'.' | b'-' => SEPARATOR,
            _ => OTHER,
        };
        byte += 1;
    }
    kinds
};
const OTHER: u8 = 0;
const WORD: u8 = 1;
const SEPARATOR: u8 = 2;

/// The stable name of a skill, choice, role, stage or track: `docker.images`.
///
/// Lower-case ASCII letters, digits, dots and dashes; it begins and ends with a letter or digit, has no two
/// separators in a row, and is at most 64 characters long.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent, bound(deserialize = "'de: 'static"))]
pub struct Id(Clean);

/// Why a text is no id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdError {
    /// It is empty.
    Empty,
    /// It has more than 64 characters.
    TooLong,
    /// It holds this character, which no id may hold.
    Character(char),
    /// A dot or dash stands at an end or beside another.
    Separator,
}

impl Id {
    /// Reads an id.
    pub fn parse(text: &str) -> Result<Self, IdError> {
        if text.is_empty() {
            return Err(IdError::Empty);
        }
        let (mut before, mut lone) = (SEPARATOR, true);
        for (at, byte) in text.bytes().enumerate() {
            let kind = KINDS[usize::from(byte)];
            if kind == OTHER {
                return Err(IdError::Character(text[at..].chars().next().unwrap_or_default()));
            }
            lone &= before & kind != SEPARATOR;
            before = kind;
        }
        if text.len() > LONGEST {
            return Err(IdError::TooLong);
        }
        if lone && before == WORD { Ok(Self(Clean::plain(text))) } else { Err(IdError::Separator) }
    }

    /// The id of a thing that was written without a valid one; it never leaves the checker.
    pub fn stand_in() -> Self {
        Self(Clean::fixed("unnamed"))
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::borrow::Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for IdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("it is empty"),
            Self::TooLong => write!(f, "it is longer than {LONGEST} characters"),
            Self::Character(c) => {
                write!(f, "it holds {c:?}; lower-case letters, digits, dots and dashes may stand in it")
            }
            Self::Separator => f.write_str("dots and dashes may stand only between letters or digits"),
        }
    }
}

/// A short hash of a text (CRC-32), by which the journal names an outcome or a prompt: reordering a skill's
/// file then loses no tick.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct TextKey(pub u32);

impl TextKey {
    /// Reads eight lower-case hexadecimal digits.
    pub fn parse(text: &str) -> Option<Self> {
        let digits: &[u8; 8] = text.as_bytes().try_into().ok()?;
        let key = digits.iter().try_fold(0_u32, |key, &digit| {
            let value = match digit {
                b'0'..=b'9' => digit - b'0',
                b'a'..=b'f' => digit - b'a' + 10,
                _ => return None,
            };
            Some(key << 4 | u32::from(value))
        });
        key.map(Self)
    }
}

impl fmt::Display for TextKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:08x}", self.0)
    }
}

macro_rules! places {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub u32);

        impl $name {
            /// The place as an index.
            pub fn at(self) -> usize {
                self.0 as usize
            }

            /// The place of this index.
            pub fn new(index: usize) -> Self {
                Self(u32::try_from(index).unwrap_or(u32::MAX))
            }
        }
    )*};
}

places! {
    /// The place of a track in its roadmap.
    TrackIx
    /// The place of a stage in its roadmap.
    StageIx
    /// The place of a skill in its roadmap.
    SkillIx
    /// The place of a choice in its roadmap.
    ChoiceIx
    /// The place of a role in its roadmap.
    RoleIx
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_lower_case_words_with_single_separators() {
        for good in ["git", "docker.images", "net.tcp-ip", "k8s", "a1", "7"] {
            assert!(Id::parse(good).is_ok(), "{good}");
        }
        let long = "a".repeat(65);
        for (bad, why) in [
            ("", IdError::Empty),
            ("Docker", IdError::Character('D')),
            ("../etc", IdError::Character('/')),
            ("a b", IdError::Character(' ')),
            ("a\u{0}b", IdError::Character('\0')),
            (".git", IdError::Separator),
            ("a..b", IdError::Separator),
            ("a-", IdError::Separator),
            (&long, IdError::TooLong),
        ] {
            assert_eq!(Id::parse(bad), Err(why), "{bad:?}");
        }
    }
}
