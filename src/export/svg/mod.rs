//! The road as a picture: an SVG of its own, light or dark as its reader has it, without scripts and outside files.

mod legend;
mod line;
mod opening;
mod pill;
mod scale;
mod stations;
mod style;
mod xml;

use super::chart::{Chart, ChartEdge, ChartStage};
use super::measure;
use super::words::{had_of, road_to};
use crate::engine::layout::{Layout, Place};
use scale::Scale;
use xml::Xml;

pub use opening::SVG_START;
pub use pill::cells;
pub use stations::stations;

/// Pixels that a letter of the picture's title takes: 0.6 of the 15 that it is high.
const HEAD_ADVANCE: f64 = 9.0;

/// Cells that are kept free between the headings of two stages.
const BETWEEN_HEADINGS: usize = 2;

/// The radius of a line's corners, in pixels.
const CORNER: f64 = 6.0;

/// Pixels that the bar behind a heading is long.
const BAR: f64 = 64.0;

/// Cells that it takes, with the room before it.
const BAR_CELLS: usize = 10;

/// The road with every skill and every line. `layout` says where the nodes and the edges of the chart stand, in their order, but for
/// those that only help: they have no line.
pub fn svg(chart: &Chart, layout: &Layout) -> String {
    let head = road_to(chart);
    let least = (measure::width(&head) as f64 * HEAD_ADVANCE).max(legend::cells(chart) as f64 * xml::ADVANCE);
    let scale = Scale::of(layout, &places_by_track(chart, layout), least);
    let mut xml = Xml::default();
    opening::begin(&mut xml, chart, (scale.width, scale.height), &style::css());
    xml.spaced(HEAD_ADVANCE, (scale::MARGIN, scale::HEAD), "head", &head);
    fields(&mut xml, chart, &scale);
    lines(&mut xml, chart, layout, &scale);
    headings(&mut xml, chart, layout, &scale);
    let has_goal = chart.nodes.iter().any(|node| node.on_way);
    for (node, place) in chart.nodes.iter().zip(&layout.places) {
        pill::draw(&mut xml, node, &scale.place(place), has_goal);
    }
    legend::draw(&mut xml, chart, scale.height - 18.0);
    xml.raw("</svg>\n");
    xml.done()
}

/// Where the skills and choices of each track stand.
fn places_by_track(chart: &Chart, layout: &Layout) -> Vec<Vec<Place>> {
    let placed = || chart.nodes.iter().zip(&layout.places);
    let of = |track: usize| {
        let on_it = |stage: Option<usize>| stage.is_some_and(|stage| chart.stages[stage].track == track);
        placed().filter(|(node, _)| on_it(node.stage)).map(|(_, place)| *place).collect()
    };
    (0..chart.tracks.len()).map(of).collect()
}

/// A field behind each track, with its title.
fn fields(xml: &mut Xml, chart: &Chart, scale: &Scale) {
    for (i, track) in chart.tracks.iter().enumerate() {
        let (top, bottom) = scale.track(i);
        let (x, width) = (scale::MARGIN / 2.0, scale.width - scale::MARGIN);
        let height = bottom - top;
        xml.raw(&format!(
            "<rect class=\"field\" x=\"{x}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" rx=\"8\"/>\n"
        ));
        xml.text((scale::MARGIN, top + 21.0), "track", &format!("{}  {}", track.title, had_of(track.share)));
    }
}

/// The lines, the light ones below those of the way.
fn lines(xml: &mut Xml, chart: &Chart, layout: &Layout, scale: &Scale) {
    let mut drawn: Vec<(&'static str, String)> = chart
        .edges
        .iter()
        .filter(|edge| edge.has_line())
        .zip(&layout.routes)
        .map(|(edge, route)| {
            let ends = (&layout.places[edge.from], &layout.places[edge.to]);
            (weight(chart, edge), line::path(&scale.route(route, ends), CORNER))
        })
        .collect();
    drawn.sort_by_key(|(weight, _)| WEIGHTS.iter().position(|one| one == weight));
    for (weight, path) in drawn {
        xml.raw(&format!("<path class=\"{weight}\" d=\"{path}\"/>\n"));
    }
}

/// The classes of lines, from the lightest.
const WEIGHTS: [&str; 3] = ["light", "ahead", "behind"];

fn weight(chart: &Chart, edge: &ChartEdge) -> &'static str {
    match edge.on_way {
        true if chart.nodes[edge.from].status.is_had() => "behind",
        true => "ahead",
        false => "light",
    }
}

/// The title of each stage above the band that its skills stand in, with how much of it is had.
fn headings(xml: &mut Xml, chart: &Chart, layout: &Layout, scale: &Scale) {
    let mut starts: Vec<(usize, i32, &ChartStage)> = chart
        .stages
        .iter()
        .enumerate()
        .filter_map(|(at, stage)| {
            let places = || chart.nodes_of(at).filter_map(|(i, _)| layout.places.get(i));
            let band = places().map(|place| scale.band_of(place)).min()?;
            Some((band, places().map(|place| place.x).min()?, stage))
        })
        .collect();
    starts.sort_by_key(|&(band, left, _)| (band, left));
    for (i, &(band, left, stage)) in starts.iter().enumerate() {
        let is_first = i == 0 || starts[i - 1].0 != band;
        let left = if is_first { 0 } else { left };
        let next = starts.get(i + 1).filter(|(other, ..)| *other == band).map(|&(_, next, _)| next);
        let room = next.map_or(usize::MAX, |next| usize::try_from(next - left).unwrap_or(0));
        heading(xml, stage, room.saturating_sub(BETWEEN_HEADINGS), (scale::x(left), scale.top(band)));
    }
}

fn heading(xml: &mut Xml, stage: &ChartStage, room: usize, (x, top): (f64, f64)) {
    let share = had_of(stage.share);
    let title = measure::cut(&stage.title, room.saturating_sub(measure::width(&share) + 1), "…");
    let text = format!("{title} {share}");
    let cells = measure::width(&text);
    xml.text((x, top + 3.0), "stage", &text);
    if cells + BAR_CELLS <= room {
        let (left, y) = (x + (cells + 1) as f64 * xml::ADVANCE, top - 3.5);
        let bar = |class: &str, width: f64| {
            format!(
                "<rect class=\"{class}\" x=\"{left:.1}\" y=\"{y}\" width=\"{width:.1}\" height=\"4\" rx=\"2\"/>\n"
            )
        };
        xml.raw(&bar("whole", BAR));
        if stage.share.had > 0 {
            xml.raw(&bar("had", (BAR * stage.share.part()).max(4.0)));
        }
    }
}

#[cfg(test)]
mod tests;
