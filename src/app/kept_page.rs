//! A page as it was printed or drawn last, while nothing has changed that it was made of.

use super::Options;
use crate::domain::Day;
use crate::store::page_cache::{self, Key};
use crate::store::paths::Paths;
use crate::store::timer::Timers;

/// Where a page is kept, and under which key.
#[derive(Debug)]
pub struct KeptPage {
    paths: Paths,
    file: &'static str,
    key: Key,
}

impl KeptPage {
    /// The place of the printed page of today for these options and this look; `None` where none can be kept.
    ///
    /// It is asked for before anything is read, so that what changes meanwhile only costs the page its keeping.
    pub fn printed(options: &Options, look: &str) -> Option<Self> {
        Self::find("today.v1", options, look)
    }

    /// The same for the page in one line.
    pub fn printed_short(options: &Options, look: &str) -> Option<Self> {
        Self::find("short.v1", options, look)
    }

    /// The same for the first frame of the screen.
    pub fn drawn(options: &Options, look: &str) -> Option<Self> {
        Self::find("frame.v1", options, look)
    }

    fn find(file: &'static str, options: &Options, look: &str) -> Option<Self> {
        let paths = options.paths().ok()?;
        if Timers::of(&paths.state).running().ok()?.is_some() {
            // What shows a running clock is another page each minute.
            return None;
        }
        let day = Day::of(options.clock().now().date_naive());
        let Options { data_dir: _, roadmaps, no_shipped, today: _ } = options;
        let key = Key::now(&paths, roadmaps, &format!("{day} {roadmaps:?} {no_shipped} {look}"))?;
        Some(Self { paths, file, key })
    }

    /// The page, if one is kept that still holds.
    pub fn text(&self) -> Option<String> {
        page_cache::read(&self.paths, self.file, &self.key)
    }

    /// Keeps a page.
    pub fn keep(&self, text: &str) {
        page_cache::write(&self.paths, self.file, &self.key, text);
    }
}
