//! What the signs mean, in as many lines below the road as it takes.

use super::glyphs::Glyph;
use super::places::{LEFT, RIGHT};
use super::style::NOTE;
use crate::export::chart::{Chart, ChartNode, NodeKind};
use crate::export::signs::FADING;
use crate::export::svg::xml::Xml;

/// Pixels that a sign takes before its word.
const SIGN: f64 = 16.0;

/// Pixels between two entries.
const BETWEEN: f64 = 20.0;

/// Pixels from a line to the next, and from the track above to the first.
const LINE: (f64, f64) = (20.0, 28.0);

/// A sign or two, and what they mean.
type Entry = (&'static [Glyph], &'static str);

/// What every picture has.
const SIGNS: [Entry; 6] = [
    (&[Glyph::Done], "done"),
    (&[Glyph::Learning], "learning"),
    (&[Glyph::Next], "next"),
    (&[Glyph::Ready], "ready"),
    (&[Glyph::Locked], "locked"),
    (&[Glyph::Skipped], "skipped"),
];

/// What is had and fades.
const FADES: Entry = (&[Glyph::Fading], FADING);

/// What stands beside the way to a goal.
const OFF: Entry = (&[Glyph::ReadyOff, Glyph::LockedOff], "not on the way");

/// Options of a choice.
const CHOICE: Entry = (&[], "options of a choice");

/// What the legend of a picture has, and where it stands.
pub(super) struct Legend {
    entries: Vec<(Entry, (f64, f64))>,
    /// The bottom of the last line.
    pub(super) bottom: f64,
}

impl Legend {
    /// The legend below `top` of a picture so wide.
    pub(super) fn of(chart: &Chart, width: f64, top: f64) -> Self {
        let has = |is: fn(&ChartNode) -> bool| chart.nodes.iter().any(is);
        let more = [
            (has(|node| node.fading), FADES),
            (has(|node| node.on_way), OFF),
            (has(|node| matches!(node.kind, NodeKind::Choice { .. })), CHOICE),
        ];
        let entries = SIGNS.into_iter().chain(more.into_iter().filter(|(is, _)| *is).map(|(_, entry)| entry));
        let (mut x, mut y) = (LEFT, top + LINE.1);
        let mut placed = Vec::new();
        for entry in entries {
            let takes = signs(entry) + NOTE.width(entry.1);
            if x + takes > width - RIGHT {
                (x, y) = (LEFT, y + LINE.0);
            }
            placed.push((entry, (x, y)));
            x += takes + BETWEEN;
        }
        Self { entries: placed, bottom: y }
    }

    /// Draws it, its signs in full however large dots are drawn.
    pub(super) fn draw(&self, xml: &mut Xml, scale: f64) {
        for &(entry, (x, y)) in &self.entries {
            for (i, glyph) in entry.0.iter().enumerate() {
                let x = x + 5.5 + i as f64 * 11.0;
                xml.raw(&format!("<use href=\"#{}\" x=\"{x}\" y=\"{}\"/>\n", glyph.key(scale), y - 4.5));
            }
            if entry.0.is_empty() {
                xml.raw(&format!("<path class=\"brace\" d=\"M{x} {}v3h24v-3\"/>\n", y - 5.0));
            }
            NOTE.draw(xml, (x + signs(entry), y), "", entry.1);
        }
    }
}

/// Pixels that the signs of an entry take with the room after them.
fn signs((glyphs, _): Entry) -> f64 {
    match glyphs.len() {
        0 => 31.0,
        count => SIGN + 11.0 * (count - 1) as f64,
    }
}
