//! What one reads above a screen: the whole reasoning for a skill, and what was said.

use ratatui::text::Line;

use super::frame::{inner_height, inner_width};
use crate::app::Session;
use crate::domain::SkillIx;
use crate::engine::suggest;
use crate::export::{measure, words};
use crate::tui::model::Model;
use crate::tui::state::overlay::Text;

/// Titles that are named before the rest is counted.
const NAMED: usize = 8;

/// The title of a text.
pub fn title(session: &Session, text: Text) -> String {
    match text {
        Text::Why(skill) => format!("Why: {}", session.roadmap().skill(skill).title),
        Text::Messages => "What was said, the newest first".to_owned(),
    }
}

/// The lines of a text.
pub fn lines(model: &Model, session: &Session, text: Text) -> Vec<Line<'static>> {
    let width = inner_width(model.size);
    match text {
        Text::Why(skill) => why(model, session, skill, width),
        Text::Messages => messages(model, width),
    }
}

/// The last row of a text that can stand first, so that its end shows: 0 where all of it shows.
pub fn last_top(model: &Model, session: &Session, text: Text) -> usize {
    let rows = lines(model, session, text).len();
    rows.saturating_sub(inner_height(model.size, rows))
}

fn messages(model: &Model, width: usize) -> Vec<Line<'static>> {
    let theme = &model.look().theme;
    let room = width.saturating_sub(2);
    let mut lines = Vec::new();
    let mut say = |text: &str, style| {
        for paragraph in text.lines() {
            for (i, line) in measure::wrap(paragraph, room).into_iter().enumerate() {
                let lead = if i == 0 { model.look().glyphs.bullet } else { " " };
                lines.push(Line::styled(format!("{lead} {line}"), style));
            }
        }
    };
    for said in model.talk.log.iter().rev() {
        say(&said.text, if said.failed { theme.warn() } else { theme.text() });
    }
    for notice in &model.talk.standing {
        say(notice, theme.warn());
    }
    if lines.is_empty() {
        lines.push(Line::styled("Nothing was said yet.", theme.dim()));
    }
    lines
}

fn why(model: &Model, session: &Session, skill: SkillIx, width: usize) -> Vec<Line<'static>> {
    let (roadmap, theme, glyphs) = (session.roadmap(), &model.look().theme, &model.look().glyphs);
    let goal = session.goal();
    let why = suggest::why(roadmap, session.standing(), session.progress(), goal, skill);
    let mut lines: Vec<Line<'static>> = Vec::new();
    let mut say = |text: String| lines.extend(measure::wrap(&text, width).into_iter().map(Line::from));
    let (sign, word) = glyphs.standing(why.status, session.fades(skill));
    say(format!("{sign} {word}, {} left.", words::hours(why.hours_left)));
    match (why.rank, goal) {
        (Some(rank), _) => say(format!("Step {rank} of what can be done today.")),
        (None, _) if why.on_the_way => say("On the way, but something must be had first.".to_owned()),
        (None, Some(goal)) if !why.status.is_had() => {
            say(format!("Not on the way to {}.", words::goal_title(roadmap, goal)));
        }
        _ => {}
    }
    for reason in &why.reasons {
        say(format!(
            "{} {}",
            glyphs.bullet,
            words::reason(session.roadmap(), reason, model.day(), goal.is_some())
        ));
    }
    if !why.missing.is_empty() {
        let titles = why.missing.iter().map(|&node| roadmap.node_title(node).as_str());
        say(format!("Missing first: {}", some(titles)));
    }
    if !why.opens.is_empty() {
        let titles = why.opens.iter().map(|&ix| roadmap.skill(ix).title.as_str());
        say(format!("Waiting for it: {}", some(titles)));
    }
    if !why.roles.is_empty() {
        lines.push(Line::default());
        lines.push(Line::styled(
            "Roles that ask for it, from 1 (now and then) to 5 (nearly always)",
            theme.dim(),
        ));
        let weight =
            |&(role, weight): &(_, u8)| Line::from(format!("  {weight}  {}", roadmap.role(role).title));
        lines.extend(why.roles.iter().map(weight));
    }
    lines
}

/// The first titles, and how many more there are.
fn some<'t>(titles: impl ExactSizeIterator<Item = &'t str>) -> String {
    let more = match titles.len() {
        count if count > NAMED + 1 => count - NAMED,
        _ => 0,
    };
    let named: Vec<&str> = titles.take(if more > 0 { NAMED } else { NAMED + 1 }).collect();
    if more > 0 { format!("{}, and {more} more", named.join(", ")) } else { named.join(", ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_titles_are_named_in_part() {
        let titles = ["t"; 74];
        assert_eq!(some(titles.into_iter()), "t, t, t, t, t, t, t, t, and 66 more");
        assert_eq!(some(titles.into_iter().take(9)), "t, t, t, t, t, t, t, t, t");
    }
}
