//! How a picture of the road begins: its size, what it is called, what one who does not see it is told, and its style.

use super::xml::Xml;
use crate::export::chart::{Chart, ChartTrack};
use crate::export::words::{had_of, long_day, road_to};

/// How every such picture begins.
pub const SVG_START: &str = "<svg class=\"milepost-road\" ";

/// Begins a picture so many pixels across and down, on a page of its own.
pub(super) fn begin(xml: &mut Xml, chart: &Chart, (width, height): (f64, f64), css: &str) {
    xml.raw(&format!(
        "{SVG_START}xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\">\n"
    ));
    xml.element("title", "", &road_to(chart));
    xml.element("desc", "", &described(chart));
    xml.raw(&format!("<style>{css}</style>\n"));
    xml.raw("<rect class=\"page\" width=\"100%\" height=\"100%\" rx=\"8\"/>\n");
}

/// What a reader who does not see the picture is told.
fn described(chart: &Chart) -> String {
    let track = |(i, track): (usize, &ChartTrack)| {
        let stages = chart.stages_of(i).map(|(_, stage)| format!("{} {}", stage.title, had_of(stage.share)));
        format!("{}: {}.", track.title, stages.collect::<Vec<_>>().join(", "))
    };
    let tracks: Vec<String> = chart.tracks.iter().enumerate().map(track).collect();
    format!("Skills had of each stage on {}. {}", long_day(chart.day), tracks.join(" "))
}
