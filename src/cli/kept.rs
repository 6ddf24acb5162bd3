//! The page of today, long or short, as it was printed last.

use super::args::{Args, Global};
use super::cmd::{Command, Walk};
use super::look::Look;
use crate::app::{Host, KeptPage, Options};

/// Where the page that is asked for is kept; `None` for all but `milepost today`, and the same with `--short`, which a
/// prompt may ask for at every line.
pub(crate) fn page_of(args: &Args) -> Option<KeptPage> {
    let Some(Command::Walk(Walk::Today(today))) = &args.command else { return None };
    if args.global != Global::default() {
        return None;
    }
    // Colour is put in or left out when the page is printed, so the look is the width and the signs.
    let look = format!("{:?}", Look::of(&Host::look(), false));
    let printed = if today.short { KeptPage::printed_short } else { KeptPage::printed };
    printed(&Options::default(), &look)
}
