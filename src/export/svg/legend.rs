//! What the signs mean, in a line below the road.

use super::pill;
use super::scale::MARGIN;
use super::xml::{ADVANCE, Xml};
use crate::domain::Status;
use crate::export::measure;

/// The statuses that look different.
const SHOWN: [Status; 5] = [Status::Done, Status::Learning, Status::Ready, Status::Locked, Status::Skipped];

/// Cells that a sign takes beside its word, with the room to the next one.
const BESIDE: usize = 5;

/// Cells that the line takes.
pub(super) const CELLS: usize = 31 + SHOWN.len() * BESIDE;

/// Draws the line with its baseline at this height.
pub(super) fn draw(xml: &mut Xml, baseline: f64) {
    let mut x = MARGIN;
    for status in SHOWN {
        let class = pill::status(status);
        xml.raw(&format!("<g class=\"key {class}\">"));
        pill::sign(xml, status, x, baseline - 4.5);
        xml.text((x + 17.0, baseline), "name", status.word());
        xml.raw("</g>\n");
        x += (measure::width(status.word()) + BESIDE) as f64 * ADVANCE;
    }
}
