//! The picture of the road as it is drawn: cells painted by what they mean.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use crate::app::Session;
use crate::app::page::MapPage;
use crate::export::cells::{Drawn, Ink, Light, Overview, Paint, View, Way, Window, draw, draw_rails};
use crate::tui::hit::{Hits, Target};
use crate::tui::model::Model;
use crate::tui::theme::Theme;

/// Draws the part of the road that is in sight.
pub fn view(model: &Model, session: &Session, area: Rect, buffer: &mut Buffer, hits: &mut Hits) {
    let Some(page) = &model.pages.map else { return };
    let mut drawn = drawn(model, session, page, area);
    let small = small(page, &drawn);
    if let Some((overview, (x, y))) = small {
        let window = drawn.grid.window();
        let grid = overview.draw(window, model.look().glyphs.ascii);
        drawn.grid.lay((window.x + i32::from(x), window.y + i32::from(y)), &grid);
    }
    for (y, row) in (area.y..area.bottom()).zip(drawn.grid.rows()) {
        for (x, cell) in (area.x..area.right()).zip(row) {
            let is_bare = cell.glyph.is_empty() || (cell.paint.ink == Ink::Blank && cell.glyph == " ");
            if let Some(at) = buffer.cell_mut((x, y)).filter(|_| !is_bare) {
                at.set_symbol(&cell.glyph).set_style(style(cell.paint, &model.look().theme));
            }
        }
    }
    for (node, place) in drawn.hits {
        let (x, y) = (area.x + place.x, area.y + place.y);
        let box_area = Rect::new(x, y, place.width, place.height).intersection(area);
        hits.add(box_area, Target::Box(node));
    }
    if let Some((overview, (x, y))) = small {
        parts(overview, (area.x + x, area.y + y), hits);
    }
}

/// The small map and its corner within the pane, if it shows. It lies in the lower right corner, or in the left one
/// where it would hide the box in focus.
fn small<'a>(page: &'a MapPage, drawn: &Drawn) -> Option<(&'a Overview, (u16, u16))> {
    let overview = page.overview()?;
    let window = drawn.grid.window();
    let (width, height) = overview.size();
    let focus = page.way().map(Way::focus);
    let focus = drawn.hits.iter().find(|(node, _)| Some(*node) == focus).map(|(_, place)| *place);
    let is_free = |&x: &u16| {
        let small = Rect::new(x, window.height - height, width, height);
        focus.is_none_or(|place| !small.intersects(Rect::new(place.x, place.y, place.width, place.height)))
    };
    let x = [window.width - width, 0].into_iter().find(is_free)?;
    Some((overview, (x, window.height - height)))
}

/// Each cell of the small map can be clicked for the part of the road that it stands for.
fn parts(overview: &Overview, (left, top): (u16, u16), hits: &mut Hits) {
    let (width, height) = overview.size();
    for (row, column) in (0..height).flat_map(|row| (0..width).map(move |column| (row, column))) {
        let (x, y) = overview.part(column, row);
        hits.add(Rect::new(left + column, top + row, 1, 1), Target::Part(x, y));
    }
}

fn drawn(model: &Model, session: &Session, page: &MapPage, area: Rect) -> Drawn {
    let viewport = model.screens.picture.viewport;
    let window = Window { x: viewport.x, y: viewport.y, width: area.width, height: area.height };
    let way = page.way();
    let ascii = model.look().glyphs.ascii;
    let view = View { scene: &page.scene, window, zoom: page.zoom, way, ascii };
    let next = model.pages.today.steps.first().map(|step| step.skill);
    if let Some(rails) = page.rails_in(model.picture_room()) {
        return draw_rails(rails, window, way, |node| page.told(session, node, next), ascii);
    }
    let mut drawn = draw(&view, |node| page.told(session, node, next));
    drawn.headings(page.scene.layout(), |band| page.band(session, band), ascii);
    drawn
}

/// How a cell is painted. No meaning is in colour alone: signs and weights of lines tell the same.
fn style(paint: Paint, theme: &Theme) -> Style {
    let style = match paint.ink {
        Ink::Focus => return theme.focus(),
        Ink::Skill(status) => theme.status(status),
        Ink::Fading => theme.warn(),
        Ink::Front | Ink::Stage | Ink::Heading => theme.heading(),
        Ink::Next => theme.accent().add_modifier(Modifier::BOLD),
        Ink::Band | Ink::Sight => theme.accent().add_modifier(Modifier::BOLD),
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
