//! A table's values taken out by key, with every departure from the table's form reported.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::form::{Form, Key, Shape};
use super::{Defect, Fault, Place};
use crate::domain::Clean;

/// The longest text that a value may have, in bytes.
const LONGEST_TEXT: usize = 64 * 1024;

/// A value and where it was written.
#[derive(Clone, Debug)]
pub(super) struct At<T> {
    /// The value.
    pub value: T,
    /// Bytes of its file.
    pub span: Range<usize>,
}

/// One table of a file, checked against its form: unknown and missing keys, values of the wrong shape.
pub(super) struct Fields<'t> {
    table: &'t DeTable<'t>,
    /// Where the table stands.
    pub span: Range<usize>,
}

/// What is being read, and what was found wrong with it so far.
pub(super) struct Reader<'d> {
    /// Which file.
    pub file: usize,
    /// What is wrong.
    pub defects: &'d mut Vec<Defect>,
}

impl Reader<'_> {
    /// Reports a fault of this file.
    pub(super) fn report(&mut self, span: &Range<usize>, fault: Fault) {
        self.defects.push(Defect { place: Place { file: self.file, span: span.clone() }, fault });
    }

    /// Opens a table and checks it against `form`.
    pub(super) fn open<'t>(
        &mut self,
        form: &'static Form,
        table: &'t DeTable<'t>,
        span: Range<usize>,
    ) -> Fields<'t> {
        for (name, _) in table {
            if !form.keys.iter().any(|key| key.name == name.get_ref()) {
                let near = nearest(name.get_ref(), form.keys.iter().map(|key| key.name));
                let fault = Fault::UnknownKey { form: form.name, key: Clean::line(name.get_ref()), near };
                self.report(&name.span(), fault);
            }
        }
        for key in form.keys {
            match table.get(key.name) {
                Some(value) => self.check(key, value),
                None if key.needed => {
                    self.report(&span, Fault::MissingKey { form: form.name, key: key.name });
                }
                None => {}
            }
        }
        Fields { table, span }
    }

    fn check(&mut self, key: &'static Key, value: &Spanned<DeValue<'_>>) {
        let found = value.get_ref();
        let fits = match &key.shape {
            Shape::Line | Shape::Prose | Shape::Id => found.is_str(),
            Shape::Word(words) => {
                if let Some(word) = found.as_str().filter(|word| !words.contains(word)) {
                    let fault = Fault::UnknownWord { key: key.name, word: Clean::line(word), words };
                    self.report(&value.span(), fault);
                }
                found.is_str()
            }
            Shape::Ids | Shape::Lines => return self.check_items(key, value, |item| item.is_str()),
            Shape::Whole => whole(found).is_some(),
            Shape::Range => range(found).is_some(),
            Shape::Switch => found.is_bool(),
            Shape::OneOrMore(_) if found.is_table() => true,
            Shape::OneOrMore(_) | Shape::Tables(_) => {
                return self.check_items(key, value, |item| item.is_table());
            }
        };
        if !fits {
            self.report_shape(key, value);
        }
        self.check_texts(key, value);
    }

    /// Checks a list, each item by itself.
    fn check_items(
        &mut self,
        key: &'static Key,
        value: &Spanned<DeValue<'_>>,
        fits: impl Fn(&DeValue<'_>) -> bool,
    ) {
        match value.get_ref().as_array() {
            Some(items) => {
                let wrong = items.iter().filter(|item| !fits(item.get_ref()));
                wrong.for_each(|item| self.report_shape(key, item));
            }
            None => self.report_shape(key, value),
        }
        self.check_texts(key, value);
    }

    fn report_shape(&mut self, key: &'static Key, value: &Spanned<DeValue<'_>>) {
        let (wants, found) = (key.shape.describe(), describe(value.get_ref()));
        self.report(&value.span(), Fault::WrongShape { key: key.name, wants, found });
    }

    /// Checks each text in a value: not empty, not too long, nothing hidden in it.
    fn check_texts(&mut self, key: &'static Key, value: &Spanned<DeValue<'_>>) {
        if let Some(items) = value.get_ref().as_array() {
            items.iter().filter(|item| item.get_ref().is_str()).for_each(|item| self.check_texts(key, item));
            return;
        }
        let Some(text) = value.get_ref().as_str() else { return };
        let lines_apart = matches!(key.shape, Shape::Prose);
        let hidden = text.chars().find(|&c| Clean::refuses(c) || (!lines_apart && matches!(c, '\n' | '\t')));
        if text.trim().is_empty() {
            self.report(&value.span(), Fault::Empty { key: key.name });
        } else if text.len() > LONGEST_TEXT {
            self.report(&value.span(), Fault::TextTooLong { key: key.name });
        } else if let Some(c) = hidden {
            self.report(&value.span(), Fault::BadCharacter { key: key.name, code: u32::from(c) });
        }
    }
}

impl<'t> Fields<'t> {
    /// The text under a key.
    pub(super) fn text(&self, key: &str) -> Option<At<&'t str>> {
        let value = self.table.get(key)?;
        Some(At { value: value.get_ref().as_str()?, span: value.span() })
    }

    /// The texts under a key; none if it is absent.
    pub(super) fn texts(&self, key: &str) -> Vec<At<&'t str>> {
        let items = self.table.get(key).and_then(|value| value.get_ref().as_array());
        let text =
            |item: &'t Spanned<DeValue<'t>>| Some(At { value: item.get_ref().as_str()?, span: item.span() });
        items.into_iter().flat_map(|items| items.iter()).filter_map(text).collect()
    }

    /// The whole number under a key.
    pub(super) fn whole(&self, key: &str) -> Option<At<i64>> {
        let value = self.table.get(key)?;
        Some(At { value: whole(value.get_ref())?, span: value.span() })
    }

    /// The two numbers under a key.
    pub(super) fn range(&self, key: &str) -> Option<At<(f64, f64)>> {
        let value = self.table.get(key)?;
        Some(At { value: range(value.get_ref())?, span: value.span() })
    }

    /// The switch under a key.
    pub(super) fn switch(&self, key: &str) -> Option<bool> {
        self.table.get(key)?.get_ref().as_bool()
    }

    /// The one table under a key.
    pub(super) fn table(&self, key: &str) -> Option<(&'t DeTable<'t>, Range<usize>)> {
        let value = self.table.get(key)?;
        Some((value.get_ref().as_table()?, value.span()))
    }

    /// The tables of the list under a key; none if it is absent.
    pub(super) fn tables(&self, key: &str) -> Vec<(&'t DeTable<'t>, Range<usize>)> {
        let items = self.table.get(key).and_then(|value| value.get_ref().as_array());
        let table =
            |item: &'t Spanned<DeValue<'t>>| item.get_ref().as_table().map(|table| (table, item.span()));
        items.into_iter().flat_map(|items| items.iter()).filter_map(table).collect()
    }
}

/// Of `words`, the one that `typed` was most likely meant to be.
pub(super) fn nearest<T: AsRef<str>>(typed: &str, words: impl Iterator<Item = T>) -> Option<T> {
    words
        .map(|word| (strsim::damerau_levenshtein(typed, word.as_ref()), word))
        .filter(|(distance, word)| *distance <= 1.max(word.as_ref().len().min(typed.len()) / 3))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word)
}

fn whole(value: &DeValue<'_>) -> Option<i64> {
    let number = value.as_integer()?;
    i64::from_str_radix(number.as_str(), number.radix()).ok()
}

fn range(value: &DeValue<'_>) -> Option<(f64, f64)> {
    let number = |value: &DeValue<'_>| match value {
        DeValue::Float(float) => float.as_str().parse().ok(),
        _ => whole(value).map(|whole| whole as f64),
    };
    let [low, high] = &value.as_array()?[..] else { return None };
    Some((number(low.get_ref())?, number(high.get_ref())?))
}

fn describe(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
