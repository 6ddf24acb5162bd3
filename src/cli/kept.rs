//! The page of today, long or short, as it was printed last: found before a single option is read.

use std::ffi::OsString;

use super::look::Look;
use crate::app::{Host, KeptPage, Options};

/// Where the page that these words ask for is kept; `None` for all words but `milepost today` and the same with
/// `--short`, which a prompt may ask for at every line.
pub(crate) fn page_of(words: &[OsString]) -> Option<KeptPage> {
    let (word, printed): (_, fn(&Options, &str) -> _) = match words {
        [_, word] => (word, KeptPage::printed),
        [_, word, short] if short == "--short" => (word, KeptPage::printed_short),
        _ => return None,
    };
    if word != "today" {
        return None;
    }
    // Colour is put in or left out when the page is printed, so the look is the width and the signs.
    let look = format!("{:?}", Look::of(&Host::look(), false));
    printed(&Options::default(), &look)
}
