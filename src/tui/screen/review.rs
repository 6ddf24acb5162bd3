//! Review as it is drawn: a question, its answer, and what each rating comes to.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::Session;
use crate::app::page;
use crate::engine::review::{self, Due, Queue};
use crate::export::measure::{width, wrap};
use crate::export::words;
use crate::tui::action::Action;
use crate::tui::hit::{Hits, Target};
use crate::tui::model::Model;
use crate::tui::widget::{more, row};

/// Text is not laid wider than this; longer lines are hard to read.
const WIDEST: u16 = 72;

/// From this width on, the ratings stand in one row.
const IN_A_ROW: u16 = 62;

/// From this height on, blank rows part the question from what stands around it.
const ROOMY: u16 = 12;

/// With so many cells to spare, the text stands in the middle.
const ASIDE: u16 = 24;

/// Rows that the text can always have before it is set lower.
const TALL: u16 = 24;

/// Cells of a rating, with what parts it from the next.
const RATING: usize = 17;

/// Draws Review.
pub fn view(model: &Model, session: &Session, area: Rect, buffer: &mut Buffer, hits: &mut Hits) {
    let area = page(model, area);
    let lines = lines(model, session, area);
    let (rows, height) = (lines.len(), height(model, area));
    let top = model.screens.review.rows.top.min(rows.saturating_sub(height));
    for ((left, right), y) in lines.into_iter().skip(top).take(height).zip(area.y..) {
        let place = Rect { y, height: 1, ..area };
        row::draw_pair(left.spans, right.spans, model.look().glyphs.cut, place, buffer);
    }
    let text = Rect { height: height as u16, ..area };
    more::draw(model.look(), text, top, height, rows, buffer);
    let Some(due) = current(model) else { return };
    if !model.screens.review.revealed {
        hits.add(text, Target::Act(Action::Reveal));
        return;
    }
    let below = text.bottom().min(area.y + rows as u16 + gap(area));
    draw_ratings(model, session, due, Rect { y: below, height: area.bottom() - below, ..area }, buffer, hits);
}

/// Where the text stands: in the middle where there is room to both sides, and on a tall screen lower, as one looks at it.
/// Where it is read out it begins at the corner.
fn page(model: &Model, area: Rect) -> Rect {
    let page = Rect { width: area.width.min(WIDEST), ..area };
    let aside = area.width - page.width;
    if model.look().plain || aside < ASIDE {
        return page;
    }
    let above = (area.height / 6).min(area.height.saturating_sub(TALL));
    Rect { x: area.x + aside / 2, y: area.y + above, height: area.height - above, ..page }
}

/// Rows of the text, and how many of them show.
pub fn extent(model: &Model, session: &Session) -> (usize, usize) {
    let area = model.areas().list.unwrap_or_default();
    let area = page(model, area);
    (lines(model, session, area).len(), height(model, area))
}

/// The row on which the question begins, for the cursor of a screen reader.
pub fn question_row(model: &Model) -> usize {
    2_usize.saturating_sub(model.screens.review.rows.top)
}

fn current(model: &Model) -> Option<&Due> {
    model.screens.review.current(model.pages.review.as_ref()?)
}

/// Rows that the text has: all but those of the ratings.
fn height(model: &Model, area: Rect) -> usize {
    let rated = current(model).is_some() && model.screens.review.revealed;
    let rows = if area.width >= IN_A_ROW { 1 } else { 2 };
    let ratings = if rated { rows + gap(area) } else { 0 };
    usize::from(area.height.saturating_sub(ratings))
}

/// Blank rows above the ratings.
fn gap(area: Rect) -> u16 {
    u16::from(area.height >= ROOMY)
}

/// What stands left and right in a row.
type Sides = (Line<'static>, Line<'static>);

fn lines(model: &Model, session: &Session, area: Rect) -> Vec<Sides> {
    let Some(queue) = &model.pages.review else { return Vec::new() };
    match model.screens.review.current(queue) {
        Some(due) => of_prompt(model, session, queue, due, area),
        None => of_end(model, session, queue, area),
    }
}

/// The skill with how much is left, the question, and the answer if it shows.
fn of_prompt(model: &Model, session: &Session, queue: &Queue, due: &Due, area: Rect) -> Vec<Sides> {
    let (theme, glyphs) = (&model.look().theme, &model.look().glyphs);
    let roadmap = session.roadmap();
    let told = roadmap.skill(due.skill);
    let left = model.screens.review.left(queue).count();
    let again = if due.again { "once more, " } else { "" };
    let right = format!("{again}{left} to go, about {} min", review::minutes(left));
    let title = Line::from(Span::styled(told.title.to_string(), theme.accent()));
    let place = format!(
        "{} {} {}",
        roadmap.track_of(due.skill).title,
        glyphs.within,
        roadmap.stage_of(due.skill).title
    );
    let mut lines = match width(&told.title) + width(&right) + 2 > usize::from(area.width) {
        true => vec![alone(title), alone(Line::from(Span::styled(right, theme.dim())))],
        false => vec![
            (title, Line::from(Span::styled(right, theme.dim()))),
            alone(Line::from(Span::styled(place, theme.dim()))),
        ],
    };
    let roomy = area.height >= ROOMY;
    let prompt = &told.prompts[due.prompt];
    let mut say = |text: &str, style| {
        if roomy {
            lines.push(Sides::default());
        }
        let wrapped = wrap(text, usize::from(area.width));
        lines.extend(wrapped.into_iter().map(|line| alone(Line::from(Span::styled(line, style)))));
    };
    say(&prompt.ask, theme.heading());
    if model.screens.review.revealed {
        say(&prompt.answer, theme.text());
    } else if roomy {
        let key = model.manner.keymap.shown(Action::Reveal);
        say(&format!("Say it to yourself, then {key} shows the answer."), theme.dim());
    }
    lines
}

/// What the sitting came to, and what comes next; or why there is nothing to ask.
fn of_end(model: &Model, session: &Session, queue: &Queue, area: Rect) -> Vec<Sides> {
    let theme = &model.look().theme;
    let state = &model.screens.review;
    let tally = state.tally();
    let (head, mut texts) = match (tally.skills, queue.reviewed, queue.next) {
        (0, 0, None) if queue.waiting == 0 && state.skipped.is_empty() => (
            "Nothing to recall yet",
            vec![
                "What you mark done comes here after some days, a question at a time, so that it stays with you."
                    .to_owned(),
            ],
        ),
        (0, 0, _) if state.skipped.is_empty() => ("Nothing is due today", Vec::new()),
        (0, reviewed, _) => (
            "All done for today",
            (reviewed > 0)
                .then(|| format!("{} reviewed today.", words::count(reviewed, "skill")))
                .into_iter()
                .collect(),
        ),
        (skills, ..) => {
            let held = skills - tally.missed;
            let text = format!("{} reviewed, {held} remembered at once.", words::count(skills, "skill"));
            ("All done for today", vec![text])
        }
    };
    let head = if state.skipped.is_empty() { head } else { "Some are left for later" };
    let key = model.manner.keymap.shown(Action::Reveal);
    texts.extend(match (page::tomorrow(session, queue), queue.next) {
        _ if !state.skipped.is_empty() => None,
        (0, Some(day)) => Some(format!("The next one comes on {}.", words::long_day(day))),
        (0, None) => None,
        (comes, _) => Some(format!("Tomorrow brings {comes}.")),
    });
    if !state.skipped.is_empty() {
        texts.push(format!("{} skipped; {key} asks what was skipped.", state.skipped.len()));
    } else if queue.waiting > 0 {
        texts.push(format!("{} more can wait. {key} asks some of them now.", queue.waiting));
    }
    let mut lines = vec![alone(Line::from(Span::styled(head, theme.heading())))];
    for text in texts {
        lines.push(Sides::default());
        let wrapped = wrap(&text, usize::from(area.width));
        lines.extend(wrapped.into_iter().map(|line| alone(Line::raw(line))));
    }
    lines
}

fn alone(line: Line<'static>) -> Sides {
    (line, Line::default())
}

/// The four ratings, each with the interval that it comes to: in a row, or where that is too narrow in two.
fn draw_ratings(
    model: &Model,
    session: &Session,
    due: &Due,
    area: Rect,
    buffer: &mut Buffer,
    hits: &mut Hits,
) {
    let theme = &model.look().theme;
    let next = session.memories().next(due.skill, session.today());
    let actions = [Action::RateAgain, Action::RateHard, Action::RateGood, Action::RateEasy];
    let a_row = if area.width >= IN_A_ROW { 4 } else { 2 };
    for (i, ((action, word), next)) in actions.into_iter().zip(words::RATINGS).zip(next).enumerate() {
        let when = if i == 0 { "today".to_owned() } else { words::interval(next.days) };
        let (x, y) = ((i % a_row * RATING) as u16, (i / a_row) as u16);
        let place = Rect { x: area.x + x, y: area.y + y, width: RATING as u16, height: 1 }.intersection(area);
        let spans = vec![
            Span::styled(model.manner.keymap.shown(action), theme.accent()),
            Span::raw(format!(" {word} ")),
            Span::styled(when, theme.dim()),
        ];
        row::draw(&Line::from(spans), place, buffer);
        hits.add(place, Target::Act(action));
    }
}
