//! The whole road as a picture for a README: tracks as bands, stages as stations along a road, a dot a skill.

mod glyphs;
mod legend;
mod places;
mod style;

use super::xml::{Xml, escaped};
use super::{line, opening, pill};
use crate::engine::share::Share;
use crate::export::chart::{Chart, ChartStage, ChartTrack};
use crate::export::measure;
use crate::export::words::{had_of, long_day, percent, share_of, skipped, where_to};
use glyphs::Glyph;
use legend::Legend;
use places::{BAR, Band, LEFT, LINE, RADIUS, RIGHT, Station, places};
use style::{COUNT, HEAD, HERE, NOTE, STAGE, TRACK};

/// What the sign says at the station where one stands.
const YOU: &str = "you are here";

/// The radius of the road's corners, in pixels.
const CORNER: f64 = 10.0;

/// The whole road as a picture, 960 pixels across at most. Tracks are bands, and a band has as many rows as its stages
/// need at five stations a row. The road of a stage is bold as far as the stage is had, and below it is a dot a skill;
/// dots are the smaller the more skills the largest stage has.
pub fn stations(chart: &Chart) -> String {
    let places = places(chart);
    let has_goal = chart.nodes.iter().any(|node| node.on_way);
    let legend = Legend::of(chart, places.width, places.bottom);
    let mut xml = Xml::default();
    opening::begin(&mut xml, chart, (places.width, legend.bottom + 18.0), &style::css());
    glyphs::define(&mut xml, places.scale);
    head(&mut xml, chart, places.width);
    let here = chart.next.and_then(|next| chart.nodes.get(next)).and_then(|next| next.stage);
    for (track, band) in chart.tracks.iter().zip(&places.bands) {
        field(&mut xml, track, band, places.width);
        band.stations.iter().for_each(|station| road(&mut xml, &chart.stages[station.stage], station));
        for station in &band.stations {
            let stage = &chart.stages[station.stage];
            disc(&mut xml, stage, station, here == Some(station.stage));
            titles(&mut xml, stage, station);
            dots(&mut xml, chart, station, has_goal, places.scale);
        }
    }
    legend.draw(&mut xml, places.scale);
    xml.raw("</svg>\n");
    xml.done()
}

/// The goal and the share, as a figure and as a bar, the day, and what comes next.
fn head(xml: &mut Xml, chart: &Chart, width: f64) {
    let (right, share, whole) = (width - RIGHT, percent(chart.share), share_of(chart));
    let of = whole.strip_prefix(&share).unwrap_or_default().trim_start();
    let beside = if of.is_empty() { 0.0 } else { NOTE.width(of) + 8.0 };
    let start = right - beside - HEAD.width(&share);
    let title = measure::cut(&where_to(chart), HEAD.cells(start - LEFT - 24.0), "…");
    HEAD.draw(xml, (LEFT, 42.0), "", &title);
    HEAD.draw(xml, (start, 42.0), " share", &share);
    NOTE.draw(xml, (right - NOTE.width(of), 42.0), "", of);
    let bar = |class: &str, width: f64| {
        format!(
            "<rect class=\"{class}\" x=\"{LEFT}\" y=\"54\" width=\"{width:.1}\" height=\"8\" rx=\"4\"/>\n"
        )
    };
    xml.raw(&bar("whole", right - LEFT));
    if chart.share > 0.0 {
        xml.raw(&bar("had", ((right - LEFT) * chart.share.min(1.0)).max(8.0)));
    }
    let mut parts = vec![long_day(chart.day)];
    parts.extend(chart.part.as_ref().map(|part| format!("{part} only")));
    let all: Share = chart.tracks.iter().map(|track| track.share).sum();
    let skills = if all.whole == 1 { "skill" } else { "skills" };
    parts.push(format!("{} {skills}{}", had_of(all), skipped(all)));
    parts.extend(
        chart.next.and_then(|next| chart.nodes.get(next)).map(|next| format!("next: {}", next.title)),
    );
    let note = measure::cut(&parts.join("  ·  "), NOTE.cells(right - LEFT), "…");
    NOTE.draw(xml, (LEFT, 82.0), "", &note);
}

/// The field behind a track, with its title.
fn field(xml: &mut Xml, track: &ChartTrack, band: &Band, width: f64) {
    let (x, width) = (12.0, width - 24.0);
    xml.raw(&format!(
        "<rect class=\"field\" x=\"{x}\" y=\"{}\" width=\"{width}\" height=\"{}\" rx=\"8\"/>\n",
        band.top,
        band.bottom - band.top
    ));
    let count = had_of(track.share);
    let room = width - 48.0 - COUNT.width(&count);
    let title = measure::cut(&track.title, TRACK.cells(room), "…");
    TRACK.draw(xml, (LEFT, band.top + 24.0), "", &title);
    COUNT.draw(xml, (LEFT + TRACK.width(&title) + 12.0, band.top + 24.0), "", &count);
}

/// Whether all of a stage is had; one without skills is not.
fn is_had(share: Share) -> bool {
    share.whole > 0 && share.had == share.whole
}

/// Whether some of a stage is had or under way.
fn is_begun(share: Share) -> bool {
    share.had + share.learning > 0
}

/// The road of a stage and on to the next: bold as far as it is behind one.
fn road(xml: &mut Xml, stage: &ChartStage, station: &Station) {
    let (x, y) = station.at;
    let end = station.road_end();
    let mut whole = vec![(x, y), (end, y)];
    whole.extend(&station.onward);
    let all = line::path(&whole, CORNER);
    if is_had(stage.share) {
        xml.raw(&format!("<path class=\"behind\" d=\"{all}\"/>\n"));
    } else {
        xml.raw(&format!("<path class=\"ahead\" d=\"{all}\"/>\n"));
        if stage.share.had > 0 {
            let had = x + RADIUS + (BAR * stage.share.part()).clamp(6.0, BAR - 8.0);
            xml.raw(&format!("<path class=\"behind\" d=\"M{x} {y}H{had:.1}\"/>\n"));
        }
    }
}

/// The station itself, with the sign if one stands there.
fn disc(xml: &mut Xml, stage: &ChartStage, station: &Station, is_here: bool) {
    let (x, y) = station.at;
    let (class, sign) = if is_had(stage.share) {
        let tick = format!("<path class=\"tick\" d=\"M{} {}l2.4 2.6l4.2 -5.4\"/>", x - 3.4, y + 0.3);
        ("disc begun done", tick)
    } else if is_begun(stage.share) {
        ("disc begun", format!("<circle class=\"full\" cx=\"{x}\" cy=\"{y}\" r=\"3\"/>"))
    } else {
        ("disc", String::new())
    };
    let told = format!("{} · {}{}", stage.title, had_of(stage.share), skipped(stage.share));
    xml.raw(&format!("<g><title>{}</title>", escaped(&told)));
    if is_here {
        xml.raw(&format!("<circle class=\"halo\" cx=\"{x}\" cy=\"{y}\" r=\"11.5\"/>"));
    }
    xml.raw(&format!("<circle class=\"{class}\" cx=\"{x}\" cy=\"{y}\" r=\"6.75\"/>{sign}"));
    xml.raw("</g>\n");
    if is_here {
        here(xml, station);
    }
}

/// The sign at the station where one stands.
fn here(xml: &mut Xml, station: &Station) {
    let (x, y) = station.at;
    let (left, top, width) = (station.left() - 4.0, y - 38.0, HERE.width(YOU) + 14.0);
    xml.raw(&format!(
        "<rect class=\"pin\" x=\"{left}\" y=\"{top}\" width=\"{width:.1}\" height=\"17\" rx=\"4\"/>\
         <path class=\"pin\" d=\"M{} {}h10l-5 6z\"/>\n",
        x - 5.0,
        top + 16.5
    ));
    HERE.draw(xml, (left + 7.0, top + 12.5), "", YOU);
}

/// The title of a stage and how much of it is had.
fn titles(xml: &mut Xml, stage: &ChartStage, station: &Station) {
    let begun = if is_begun(stage.share) { " begun" } else { "" };
    for (i, line) in station.title.iter().enumerate() {
        STAGE.draw(xml, (station.left(), station.at.1 + LINE.0 + LINE.1 * i as f64), begun, line);
    }
    let count = had_of(stage.share);
    COUNT.draw(xml, (station.at.0 + RADIUS + 6.0, station.at.1 - 8.0), "", &count);
}

/// The skills of a stage, and its choices below their options.
fn dots(xml: &mut Xml, chart: &Chart, station: &Station, has_goal: bool, scale: f64) {
    for brace in &station.braces {
        let (from, to) = brace.across;
        let (high, y) = (3.0 * scale, brace.y);
        xml.raw(&format!(
            "<path class=\"brace\" d=\"M{from} {:.1}V{y}H{to}v-{high}\"><title>{}</title></path>\n",
            y - high,
            escaped(&pill::told(&chart.nodes[brace.node]))
        ));
    }
    for dot in &station.dots {
        let node = &chart.nodes[dot.node];
        let is_next = chart.next == Some(dot.node);
        let glyph = if is_next { Glyph::Next } else { Glyph::of(node, has_goal && !node.on_way) };
        let next = if is_next { " · next" } else { "" };
        glyph.draw(xml, dot.at, &format!("{}{next}", pill::told(node)));
    }
}

#[cfg(test)]
mod tests;
