//! The page of today as it was printed last, while nothing has changed that it was made of.

use super::Options;
use crate::domain::Day;
use crate::store::page_cache::{self, Key};
use crate::store::paths::Paths;

/// Where a page is kept, and under which key.
#[derive(Debug)]
pub struct KeptPage {
    paths: Paths,
    key: Key,
}

impl KeptPage {
    /// The place of the page for these options and this look; `None` where none can be kept.
    ///
    /// It is asked for before anything is read, so that what changes meanwhile only costs the page its keeping.
    pub fn find(options: &Options, look: &str) -> Option<Self> {
        let paths = options.paths().ok()?;
        let day = Day::of(options.clock().now().date_naive());
        let key = Key::now(&paths, &format!("{day} {look}"))?;
        Some(Self { paths, key })
    }

    /// The page, if one is kept that still holds.
    pub fn text(&self) -> Option<String> {
        page_cache::read(&self.paths, &self.key)
    }

    /// Keeps a page.
    pub fn keep(&self, text: &str) {
        page_cache::write(&self.paths, &self.key, text);
    }
}
