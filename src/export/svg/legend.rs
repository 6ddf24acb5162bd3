//! What the signs mean, in a line below the road.

use super::pill::Sign;
use super::scale::MARGIN;
use super::xml::{ADVANCE, Xml};
use crate::domain::Status;
use crate::export::chart::Chart;
use crate::export::measure;

/// Cells that a sign takes beside its word, with the room to the next one.
const BESIDE: usize = 5;

/// The signs that look different: that of fading where something does.
fn shown(chart: &Chart) -> Vec<Sign> {
    let statuses = [Status::Done, Status::Learning, Status::Ready, Status::Locked, Status::Skipped];
    let mut signs: Vec<Sign> = statuses.map(Sign::Status).into();
    if chart.nodes.iter().any(|node| node.fading) {
        signs.insert(1, Sign::Fading);
    }
    signs
}

/// Cells that the line takes.
pub(super) fn cells(chart: &Chart) -> usize {
    1 + shown(chart).into_iter().map(cells_of).sum::<usize>()
}

fn cells_of(sign: Sign) -> usize {
    measure::width(sign.word()) + BESIDE
}

/// Draws the line with its baseline at this height.
pub(super) fn draw(xml: &mut Xml, chart: &Chart, baseline: f64) {
    let mut x = MARGIN;
    for sign in shown(chart) {
        xml.raw(&format!("<g class=\"key {}\">", sign.class()));
        sign.draw(xml, x, baseline - 4.5);
        xml.text((x + 17.0, baseline), "name", sign.word());
        xml.raw("</g>\n");
        x += cells_of(sign) as f64 * ADVANCE;
    }
}
