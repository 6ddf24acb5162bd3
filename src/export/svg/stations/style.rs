//! How the stations look, on a light page and on a dark one.

use crate::export::measure;
use crate::export::svg::style::{Paint, sheet};
use crate::export::svg::xml::Xml;

/// A kind of letters.
pub(super) struct Face {
    /// Its class.
    pub(super) class: &'static str,
    /// How high its letters are, in pixels.
    pub(super) size: f64,
}

/// The goal and the share.
pub(super) const HEAD: Face = Face { class: "head", size: 20.0 };
/// What stands below the head.
pub(super) const NOTE: Face = Face { class: "note", size: 13.0 };
/// The title of a track.
pub(super) const TRACK: Face = Face { class: "track", size: 14.0 };
/// The title of a stage.
pub(super) const STAGE: Face = Face { class: "stage", size: 13.0 };
/// How much of a stage or a track is had.
pub(super) const COUNT: Face = Face { class: "count", size: 12.0 };
/// What the sign says that tells where one stands.
pub(super) const HERE: Face = Face { class: "here", size: 11.0 };

/// All of them.
pub(super) const FACES: [Face; 6] = [HEAD, NOTE, TRACK, STAGE, COUNT, HERE];

impl Face {
    /// Pixels that a cell of its text takes: 0.6 of the height of a letter, as in nearly every monospace font.
    fn advance(&self) -> f64 {
        0.6 * self.size
    }

    /// How many cells of its text fit so many pixels.
    pub(super) fn cells(&self, room: f64) -> usize {
        (room / self.advance()).floor().max(0.0) as usize
    }

    /// Pixels that a text takes.
    pub(super) fn width(&self, text: &str) -> f64 {
        measure::width(text) as f64 * self.advance()
    }

    /// Draws a text with its baseline at a place in pixels; `more` are further classes, each after a space.
    pub(super) fn draw(&self, xml: &mut Xml, at: (f64, f64), more: &str, text: &str) {
        if !text.is_empty() {
            xml.spaced(self.advance(), at, &format!("{}{more}", self.class), text);
        }
    }
}

/// What holds on both pages.
const SHAPE: &str = "\
.head,.share,.track,.begun,.here{font-weight:600}\
.ahead,.behind,.ring,.rim,.tick,.brace{fill:none;stroke-linecap:round;stroke-linejoin:round}\
.ahead{stroke-width:4}.behind{stroke-width:6}\
.ring{stroke-width:1.6}.rim{stroke-width:1}.tick{stroke-width:1.6}.brace{stroke-width:1}\
.disc{stroke-width:2.5}.halo{fill:none;stroke-width:1.5}.hit{fill:none}.hit,.brace{pointer-events:all}.skip{stroke-dasharray:1.8 2}.over{stroke-width:1.5}";

/// What is painted; what stands later prevails.
pub(super) const PAINT: [Paint; 22] = [
    (".page{fill:", "#ffffff", "#0d1117"),
    (".field{fill:", "#f6f8fa", "#151b23"),
    (".head,.track,.begun{fill:", "#1f2328", "#f0f6fc"),
    (".note,.count,.stage{fill:", "#59636e", "#9198a1"),
    (".share{fill:", "#0f766e", "#2dd4bf"),
    (".stage.begun{fill:", "#1f2328", "#f0f6fc"),
    (".whole{fill:", "#d1d9e0", "#3d444d"),
    (".had,.full,.pin{fill:", "#0f766e", "#2dd4bf"),
    (".ahead{stroke:", "#d8dee4", "#2f3742"),
    (".behind,.halo,.ring{stroke:", "#0f766e", "#2dd4bf"),
    (".disc,.ring{fill:", "#ffffff", "#0d1117"),
    (".disc{stroke:", "#afb8c1", "#59636e"),
    (".disc.begun{stroke:", "#0f766e", "#2dd4bf"),
    (".disc.begun{fill:", "#ffffff", "#0d1117"),
    (".disc.done{fill:", "#0f766e", "#2dd4bf"),
    (".tick{stroke:", "#ffffff", "#042f2e"),
    (".rim,.brace{stroke:", "#afb8c1", "#59636e"),
    (".over{stroke:", "#59636e", "#9198a1"),
    (".core{fill:", "#818b98", "#767f8a"),
    (".ring.fade{stroke:", "#9a6700", "#d29922"),
    (".full.fade{fill:", "#9a6700", "#d29922"),
    (".here{fill:", "#ffffff", "#042f2e"),
];

/// The style sheet.
pub(super) fn css() -> String {
    let sizes: String =
        FACES.iter().map(|face| format!(".{}{{font-size:{}px}}", face.class, face.size)).collect();
    sheet(&(sizes + SHAPE), &PAINT)
}
