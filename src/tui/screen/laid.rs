//! The lines of the outlook and of the figures as they were laid last, or laid anew where those do not hold any more.

use std::borrow::Cow;

use ratatui::text::Line;

use crate::app::Session;
use crate::tui::model::Model;
use crate::tui::place::Pane;
use crate::tui::state::sheet::Laid;

/// What lays the lines for a pane of so many columns.
type Lay = fn(&Model, &Session, u16) -> Vec<Line<'static>>;

/// The lines of a pane; none where it does not show.
pub fn lines<'m>(model: &'m Model, session: &Session, pane: Pane, lay: Lay) -> Cow<'m, [Line<'static>]> {
    let Some(area) = model.areas().pane(pane) else { return Cow::Borrowed(&[]) };
    let of = model.laying(session, area.width);
    match &model.pages.sheet {
        Some(sheet) if sheet.of == of => Cow::Borrowed(&sheet.lines),
        _ => Cow::Owned(lay(model, session, area.width)),
    }
}

/// Keeps the lines of a pane, so that it is not laid for every key.
pub fn keep(model: &mut Model, session: &Session, pane: Pane, lay: Lay) {
    if let Some(area) = model.areas().pane(pane)
        && let Cow::Owned(lines) = lines(model, session, pane, lay)
    {
        model.pages.sheet = Some(Laid { of: model.laying(session, area.width), lines });
    }
}
