//! Which key means what, where: the table's keys with the learner's own over them.

use std::collections::BTreeMap;
use std::fmt;

use super::action::{ACTIONS, Action, Row, Scope};
use super::input::Key;

/// Which key means what.
#[derive(Clone, Debug)]
pub struct Keymap {
    bound: Vec<(Scope, Key, Action)>,
}

/// What is wrong with the learner's keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeymapError {
    /// No action has this name.
    NoAction(String),
    /// No key is written like this.
    NoKey {
        /// For which action.
        action: String,
        /// As written.
        key: String,
    },
    /// One key means two things in one place.
    Twice {
        /// The key.
        key: Key,
        /// The one action.
        one: &'static str,
        /// The other.
        other: &'static str,
    },
}

impl fmt::Display for KeymapError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoAction(name) => write!(f, "[keys]: there is no action `{name}`"),
            Self::NoKey { action, key } => write!(f, "[keys]: `{key}` for `{action}` is no key"),
            Self::Twice { key, one, other } => write!(f, "[keys]: `{key}` is both `{one}` and `{other}`"),
        }
    }
}

impl std::error::Error for KeymapError {}

impl Default for Keymap {
    fn default() -> Self {
        let keys = |row: &'static Row| {
            row.keys.iter().filter_map(move |key| Some((row.scope, Key::parse(key)?, row.action)))
        };
        Self { bound: ACTIONS.iter().flat_map(keys).collect() }
    }
}

impl Keymap {
    /// The default keys with the learner's own in place of those of the same action. Where one of the learner's
    /// keys is the default of another action, the learner's wins.
    ///
    /// # Errors
    /// Gives every fault: unknown actions, unknown keys, and pairs of the learner's own bindings that clash.
    pub fn with(own: &BTreeMap<String, Vec<String>>) -> Result<Self, Vec<KeymapError>> {
        let mut errors = Vec::new();
        let mut ours: Vec<(&'static Row, Key)> = Vec::new();
        let mut replaced: Vec<&'static str> = Vec::new();
        for (name, keys) in own {
            let Some(row) = ACTIONS.iter().find(|row| row.name == name) else {
                errors.push(KeymapError::NoAction(name.clone()));
                continue;
            };
            replaced.push(row.name);
            for text in keys {
                match Key::parse(text) {
                    Some(key) => ours.push((row, key)),
                    None => errors.push(KeymapError::NoKey { action: name.clone(), key: text.clone() }),
                }
            }
        }
        for (i, (row, key)) in ours.iter().enumerate() {
            let clash = ours[..i].iter().find(|(other, same)| same == key && other.scope.overlaps(row.scope));
            if let Some((other, _)) = clash {
                errors.push(KeymapError::Twice { key: *key, one: other.name, other: row.name });
            }
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        let taken =
            |scope: Scope, key: Key| ours.iter().any(|(row, own)| *own == key && row.scope.overlaps(scope));
        let kept = ACTIONS.iter().filter(|row| !replaced.contains(&row.name)).flat_map(|row| {
            row.keys.iter().filter_map(|key| Some((row.scope, Key::parse(key)?, row.action)))
        });
        let mut bound: Vec<(Scope, Key, Action)> =
            kept.filter(|&(scope, key, _)| !taken(scope, key)).collect();
        bound.extend(ours.iter().map(|(row, key)| (row.scope, *key, row.action)));
        Ok(Self { bound })
    }

    /// What a key means where these scopes hold.
    pub fn action(&self, key: Key, scopes: &[Scope]) -> Option<Action> {
        self.bound
            .iter()
            .find(|(scope, bound, _)| {
                *bound == key && (*scope == Scope::Everywhere || scopes.contains(scope))
            })
            .map(|(_, _, action)| *action)
    }

    /// The keys of an action within a scope, the first the one to show.
    pub fn keys(&self, action: Action, scope: Scope) -> impl Iterator<Item = Key> + '_ {
        self.bound.iter().filter(move |row| row.0 == scope && row.2 == action).map(|row| row.1)
    }

    /// The key to show for an action; empty if it has none.
    pub fn shown(&self, action: Action) -> String {
        self.bound.iter().find(|row| row.2 == action).map(|row| row.1.to_string()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(pairs: &[(&str, &[&str])]) -> BTreeMap<String, Vec<String>> {
        let texts = |keys: &[&str]| keys.iter().map(|key| (*key).to_owned()).collect();
        pairs.iter().map(|(name, keys)| ((*name).to_owned(), texts(keys))).collect()
    }

    #[test]
    fn every_default_key_is_a_key_and_means_one_thing() {
        for (i, row) in ACTIONS.iter().enumerate() {
            for key in row.keys {
                assert!(Key::parse(key).is_some(), "{key} of {}", row.name);
                let other = ACTIONS[..i]
                    .iter()
                    .find(|other| other.keys.contains(key) && other.scope.overlaps(row.scope));
                assert!(other.is_none(), "{key}: {} and {}", row.name, other.map_or("", |row| row.name));
            }
            assert!(ACTIONS[..i].iter().all(|other| other.name != row.name), "{} twice", row.name);
        }
    }

    #[test]
    fn arrows_do_what_letters_do() {
        for (arrow, letter) in [("up", "k"), ("down", "j"), ("left", "h"), ("right", "l")] {
            let row = ACTIONS.iter().find(|row| row.keys.contains(&arrow)).unwrap();
            assert!(row.keys.contains(&letter), "{}", row.name);
        }
    }

    #[test]
    fn a_letter_with_ctrl_is_not_that_letter() {
        let keys = Keymap::default();
        let scopes = [Scope::Screens, Scope::Moves, Scope::Skill];
        assert_eq!(keys.action(Key::parse("d").unwrap(), &scopes), Some(Action::Done));
        assert_eq!(keys.action(Key::parse("ctrl-d").unwrap(), &scopes), Some(Action::HalfDown));
        assert_eq!(keys.action(Key::parse("alt-d").unwrap(), &scopes), None);
    }

    #[test]
    fn the_learners_keys_win_over_the_defaults() {
        let keys = Keymap::with(&own(&[("find", &["d"]), ("quit", &["Q"])])).unwrap();
        let scopes = [Scope::Screens, Scope::Skill];
        assert_eq!(keys.action(Key::parse("d").unwrap(), &scopes), Some(Action::Find));
        assert_eq!(keys.action(Key::parse("/").unwrap(), &scopes), None);
        assert_eq!(keys.action(Key::parse("Q").unwrap(), &scopes), Some(Action::Quit));
    }

    #[test]
    fn every_fault_is_named() {
        let errors = Keymap::with(&own(&[("find", &["x"]), ("undo", &["x", "hyper-x"]), ("fly", &["f"])]))
            .unwrap_err();
        let said: Vec<String> = errors.iter().map(ToString::to_string).collect();
        assert_eq!(said.len(), 3, "{said:?}");
        assert!(said.iter().any(|text| text.contains("both `find` and `undo`")), "{said:?}");
    }
}
