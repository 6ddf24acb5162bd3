//! The page of today as it was printed last: found before a single option is read.

use std::ffi::OsString;

use super::look::Look;
use crate::app::{Host, KeptPage, Options};

/// Where the page that these words ask for is kept; `None` for all words but `milepost today`.
pub(crate) fn page_of(words: &[OsString]) -> Option<KeptPage> {
    let [_, word] = words else { return None };
    if word != "today" {
        return None;
    }
    // Colour is put in or left out when the page is printed, so the look is the width and the signs.
    let look = format!("{:?}", Look::of(&Host::look(), false));
    KeptPage::printed(&Options::default(), &look)
}
