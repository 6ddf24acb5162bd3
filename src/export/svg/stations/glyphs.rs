//! The glyphs of skills: no two are told apart by colour alone.

use crate::domain::Status;
use crate::export::chart::ChartNode;
use crate::export::svg::xml::{Xml, escaped};

/// What is drawn for a skill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Glyph {
    Done,
    /// Had, and fading.
    Fading,
    Learning,
    Next,
    Ready,
    Locked,
    Skipped,
    /// Ready, and the way to the goal does not lead over it.
    ReadyOff,
    /// The same, and locked.
    LockedOff,
}

impl Glyph {
    pub(super) const ALL: [Self; 9] = [
        Self::Done,
        Self::Fading,
        Self::Learning,
        Self::Next,
        Self::Ready,
        Self::Locked,
        Self::Skipped,
        Self::ReadyOff,
        Self::LockedOff,
    ];

    /// The glyph of a skill. What was begun looks the same wherever the way leads.
    pub(super) fn of(node: &ChartNode, is_off: bool) -> Self {
        match (node.status, is_off) {
            _ if node.fading => Self::Fading,
            (Status::Done | Status::Known, _) => Self::Done,
            (Status::Learning, _) => Self::Learning,
            (Status::Skipped, _) => Self::Skipped,
            (Status::Ready, false) => Self::Ready,
            (Status::Ready, true) => Self::ReadyOff,
            (Status::Locked, false) => Self::Locked,
            (Status::Locked, true) => Self::LockedOff,
        }
    }

    /// The name of its drawing.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Fading => "fading",
            Self::Learning => "learning",
            Self::Next => "next",
            Self::Ready => "ready",
            Self::Locked => "locked",
            Self::Skipped => "skipped",
            Self::ReadyOff => "ready-off",
            Self::LockedOff => "locked-off",
        }
    }

    /// The name of its drawing in full, where dots are drawn so large.
    pub(super) fn key(self, scale: f64) -> String {
        format!("{}{}", if is_small(scale) { "key-" } else { "" }, self.name())
    }

    /// Its drawing around the origin, within 5.5 pixels.
    fn drawing(self) -> &'static str {
        match self {
            Self::Done => {
                "<circle class=\"full\" r=\"5.3\"/><path class=\"tick\" d=\"M-2.6 .2l1.9 2l3.3 -4.2\"/>"
            }
            Self::Fading => {
                "<circle class=\"ring fade\" r=\"4.5\"/><path class=\"ring fade\" d=\"M0 -2.6v2.7\"/><circle class=\"full fade\" cy=\"2.5\" r=\"1\"/>"
            }
            Self::Learning => {
                "<circle class=\"ring\" r=\"4.5\"/><path class=\"full\" d=\"M0 -4.5a4.5 4.5 0 0 0 0 9z\"/>"
            }
            Self::Next => {
                "<circle class=\"ring\" r=\"4.5\"/><path class=\"full\" d=\"M-1.6 -3.1l5 3.1l-5 3.1z\"/>"
            }
            Self::Ready => "<circle class=\"ring\" r=\"4.5\"/>",
            Self::Locked => "<circle class=\"rim\" r=\"4.8\"/><circle class=\"core\" r=\"1.5\"/>",
            Self::Skipped => {
                "<circle class=\"rim skip\" r=\"4.8\"/><path class=\"rim over\" d=\"M-2.2 -2.2l2.2 2.2l-2.2 2.2M.8 -2.2l2.2 2.2l-2.2 2.2\"/>"
            }
            Self::ReadyOff => "<circle class=\"ring\" r=\"2.4\"/>",
            Self::LockedOff => "<circle class=\"core\" r=\"1.5\"/>",
        }
    }

    /// Draws it with its middle at a place; one who points at it reads `told`.
    pub(super) fn draw(self, xml: &mut Xml, (x, y): (f64, f64), told: &str) {
        xml.raw(&format!(
            "<use href=\"#{}\" x=\"{x}\" y=\"{y}\"><title>{}</title></use>\n",
            self.name(),
            escaped(told)
        ));
    }
}

/// What each glyph is, for the dots so large, and for the legend in full.
pub(super) fn define(xml: &mut Xml, scale: f64) {
    xml.raw("<defs>\n");
    for glyph in Glyph::ALL {
        // One can point at the room around it too, since some are small.
        let drawing = format!("<circle class=\"hit\" r=\"6\"/>{}", glyph.drawing());
        let scaled = if is_small(scale) { format!(" transform=\"scale({scale})\"") } else { String::new() };
        xml.raw(&format!("<g id=\"{}\"><g{scaled}>{drawing}</g></g>\n", glyph.name()));
        if is_small(scale) {
            xml.raw(&format!("<g id=\"{}\">{drawing}</g>\n", glyph.key(scale)));
        }
    }
    xml.raw("</defs>\n");
}

fn is_small(scale: f64) -> bool {
    scale < 1.0
}
