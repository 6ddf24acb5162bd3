//! The picture of the road as it is drawn: cells painted by what they mean.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use crate::app::Session;
use crate::app::page::{MapPage, told};
use crate::export::cells::{Drawn, Ink, Light, Paint, View, Window, draw};
use crate::tui::hit::{Hits, Target};
use crate::tui::model::Model;
use crate::tui::theme::Theme;

/// Draws the part of the road that is in sight.
pub fn view(model: &Model, session: &Session, area: Rect, buffer: &mut Buffer, hits: &mut Hits) {
    let Some(page) = &model.pages.map else { return };
    let drawn = drawn(model, session, page, area);
    for (y, row) in (area.y..area.bottom()).zip(drawn.grid.rows()) {
        for (x, cell) in (area.x..area.right()).zip(row) {
            if let Some(at) = buffer.cell_mut((x, y)).filter(|_| !cell.glyph.is_empty()) {
                at.set_symbol(&cell.glyph).set_style(style(cell.paint, &model.look().theme));
            }
        }
    }
    for (node, place) in drawn.hits {
        let (x, y) = (area.x + place.x, area.y + place.y);
        let box_area = Rect::new(x, y, place.width, place.height).intersection(area);
        hits.add(box_area, Target::Box(node));
    }
}

fn drawn(model: &Model, session: &Session, page: &MapPage, area: Rect) -> Drawn {
    let viewport = model.screens.picture.viewport;
    let window = Window { x: viewport.x, y: viewport.y, width: area.width, height: area.height };
    let way = model.box_in_focus(session).map(|node| page.scene.way(node));
    let ascii = model.look().glyphs.ascii;
    let view = View { scene: &page.scene, window, zoom: page.zoom, way: way.as_ref(), ascii };
    let next = model.pages.today.steps.first().map(|step| step.skill);
    let mut drawn = draw(&view, |node| told(session, page.boxes[node], next));
    drawn.headings(page.scene.layout(), &page.headings(session), ascii);
    drawn
}

/// How a cell is painted. No meaning is in colour alone: signs and weights of lines tell the same.
fn style(paint: Paint, theme: &Theme) -> Style {
    let style = match paint.ink {
        Ink::Focus => return theme.focus(),
        Ink::Skill(status) => theme.status(status),
        Ink::Front | Ink::Stage | Ink::Heading => theme.heading(),
        Ink::Next => theme.accent().add_modifier(Modifier::BOLD),
        Ink::Band => theme.accent().add_modifier(Modifier::BOLD),
        Ink::Choice | Ink::Blank => theme.text(),
        Ink::Line if paint.light == Light::Bright => theme.accent(),
        Ink::Meter => theme.accent(),
        Ink::Line | Ink::Rest | Ink::Figure | Ink::Rule => theme.dim(),
    };
    match paint.light {
        Light::Dim => style.add_modifier(Modifier::DIM).remove_modifier(Modifier::BOLD),
        Light::Normal => style,
        Light::Bright => style.remove_modifier(Modifier::DIM),
    }
}
