//! A skill as a pill and a choice as a hexagon, each with the sign of its status and its title.

use super::scale::Rect;
use super::xml::{Xml, escaped};
use crate::domain::Status;
use crate::export::chart::{ChartNode, NodeKind};
use crate::export::measure;
use crate::export::signs::FADING;
use crate::export::words::hour_range;

/// Cells beside the title, for the sign and for room at both ends.
const BESIDE: usize = 5;

/// Pixels that the ends of a hexagon take.
const POINT: f64 = 10.0;

/// How many cells a node takes across.
pub fn cells(node: &ChartNode) -> u16 {
    let beside = if matches!(node.kind, NodeKind::Skill(_)) { BESIDE } else { BESIDE + 1 };
    u16::try_from(measure::width(&node.label()) + beside).unwrap_or(u16::MAX)
}

/// Draws a node. What the way to a goal does not lead over is drawn faintly, if there is one.
pub(super) fn draw(xml: &mut Xml, node: &ChartNode, place: &Rect, has_goal: bool) {
    let outside = if node.stage.is_none() { " outside" } else { "" };
    let off = if has_goal && !node.on_way { " off" } else { "" };
    xml.raw(&format!("<g class=\"{}{outside}{off}\">", Sign::of(node).class()));
    xml.raw(&format!("<title>{}</title>", escaped(&told(node))));
    let Rect { x, y, width, height } = *place;
    let middle = place.middle();
    let at = match node.kind {
        NodeKind::Skill(_) => {
            let round = height.min(24.0) / 2.0;
            xml.raw(&format!(
                "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{round}\"/>"
            ));
            if node.status == Status::Learning {
                let (left, half, straight) = (x + round, x + width / 2.0, height - 2.0 * round);
                xml.raw(&format!(
                    "<path class=\"half\" d=\"M{half} {y}H{left}a{round} {round} 0 0 0 -{round} {round}v{straight}\
                     a{round} {round} 0 0 0 {round} {round}H{half}z\"/>"
                ));
            }
            x + 8.0
        }
        NodeKind::Choice { .. } => {
            let (right, bottom) = (x + width, y + height);
            let (near, far) = (x + POINT, right - POINT);
            xml.raw(&format!("<path class=\"box\" d=\"M{x} {middle}L{near} {y}H{far}L{right} {middle}L{far} {bottom}H{near}z\"/>"));
            if node.status == Status::Learning {
                let half = x + width / 2.0;
                xml.raw(&format!(
                    "<path class=\"half\" d=\"M{x} {middle}L{near} {y}H{half}V{bottom}H{near}z\"/>"
                ));
            }
            x + 12.0
        }
    };
    Sign::of(node).draw(xml, at, middle);
    xml.text((at + 17.0, middle + 4.5), "name", &node.label());
    xml.raw("</g>\n");
}

/// What a node says when one points at it.
pub(super) fn told(node: &ChartNode) -> String {
    let takes = match node.kind {
        NodeKind::Skill(hours) => format!(" · {}", hour_range(hours.low, hours.high, "–")),
        NodeKind::Choice { pick, of } => format!(" · {pick} of {of} is enough"),
    };
    format!("{} · {}{takes}", node.title, node.word())
}

/// A sign for where the learner stands with a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// Of a status.
    Status(Status),
    /// That it is had and fades.
    Fading,
}

impl Sign {
    /// The sign of a node.
    pub(super) fn of(node: &ChartNode) -> Self {
        if node.fading { Self::Fading } else { Self::Status(node.status) }
    }

    /// Its word.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Status(status) => status.word(),
            Self::Fading => FADING,
        }
    }

    /// The class of what it stands for.
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Status(Status::Known) => Status::Done.word(),
            sign => sign.word(),
        }
    }

    /// Draws it, 10 pixels across from `x` on: drawn, since fonts differ on the letters for it.
    pub(super) fn draw(self, xml: &mut Xml, x: f64, middle: f64) {
        let centre = x + 5.0;
        let circle = |class: &str, y: f64, radius: f64| {
            format!("<circle class=\"{class}\" cx=\"{centre}\" cy=\"{y}\" r=\"{radius}\"/>")
        };
        xml.raw(&match self {
            Self::Fading => {
                let stroke = format!("<path class=\"sign\" d=\"M{centre} {}v5.5\"/>", middle - 4.5);
                stroke + &circle("dot", middle + 3.75, 1.25)
            }
            Self::Status(Status::Done | Status::Known) => {
                format!("<path class=\"sign\" d=\"M{} {middle}l3 3.5l5.5 -7\"/>", x + 0.8)
            }
            Self::Status(Status::Learning) => {
                let half =
                    format!("<path class=\"dot\" d=\"M{centre} {}a4.5 4.5 0 0 0 0 9z\"/>", middle - 4.5);
                circle("sign", middle, 4.5) + &half
            }
            Self::Status(Status::Ready) => circle("sign", middle, 4.5),
            Self::Status(Status::Locked) => circle("dot", middle, 2.0),
            Self::Status(Status::Skipped) => {
                let (left, right, top) = (x + 1.0, x + 5.5, middle - 3.5);
                format!(
                    "<path class=\"sign\" d=\"M{left} {top}l3.5 3.5l-3.5 3.5M{right} {top}l3.5 3.5l-3.5 3.5\"/>"
                )
            }
        });
    }
}
