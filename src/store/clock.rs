//! The one place where the clock is read.

use chrono::{DateTime, FixedOffset, Local};

/// The local time now, with its offset.
pub fn now() -> DateTime<FixedOffset> {
    Local::now().fixed_offset()
}
