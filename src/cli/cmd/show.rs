//! `show`: one skill's card, or a choice with its options.

mod value;

use super::pick;
use crate::app::page::{self, Card};
use crate::app::{AppError, Session};
use crate::cli::line::Line;
use crate::cli::look::Tone;
use crate::cli::output::Console;
use crate::cli::{names, rows};
use crate::domain::{ChoiceIx, Node, Skill, Study};
use crate::export::words;

/// Cells before the text beside a label.
const COLUMN: usize = 10;

/// One skill's card: what it is, its outcomes, needs, notes and log
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The skill, or a choice
    skill: String,
    /// The answers of the recall questions too
    #[arg(long)]
    answers: bool,
}

pub(crate) fn run(args: &Args, session: &Session, console: &mut Console) -> Result<(), AppError> {
    let roadmap = session.roadmap();
    let skill = match names::node(roadmap, &args.skill)? {
        Node::Skill(skill) => skill,
        Node::Choice(choice) => return show_choice(session, console, choice),
    };
    let card = page::card(session, skill);
    if console.json {
        return console.value(&value::of(session, &card));
    }
    let told = roadmap.skill(skill);
    say_head(console, session, &card, told);
    console.gap();
    console.prose(0, &told.details.about);
    say_outcomes(console, &card, told);
    console.gap();
    console.line(&Line::default().strong("Practice"));
    console.prose(2, &told.details.practice);
    say_place(console, session, &card, told);
    say_resources(console, told);
    say_prompts(console, told, args.answers);
    say_own(console, session, &card);
    Ok(())
}

fn show_choice(session: &Session, console: &mut Console, choice: ChoiceIx) -> Result<(), AppError> {
    if console.json {
        return console.value(&pick::value(session, choice));
    }
    pick::say(console, session, choice);
    let opens = rows::as_nodes(session.roadmap().graph().opened_by_choice(choice));
    if !opens.is_empty() {
        console.gap();
        rows::nodes(console, session, "Opens", COLUMN, &opens);
    }
    Ok(())
}

fn say_head(console: &mut Console, session: &Session, card: &Card, told: &Skill) {
    let roadmap = session.roadmap();
    let start = console.look.width.min(80).saturating_sub(rows::status_cells(console));
    let head = Line::default().strong(&told.title).to(start);
    console.line(&rows::standing(console, head, session, card.skill));
    let within = console.look.within();
    let place =
        format!("{} {within} {}", roadmap.track_of(card.skill).title, roadmap.stage_of(card.skill).title);
    let hours = words::hour_range(told.hours.low, told.hours.high, console.look.dash());
    let dot = console.look.dot();
    let id = Line::default()
        .accent(&told.id)
        .dim(format!(" {dot} {place} {dot} {} {dot} {hours}", told.level.word()));
    console.line(&id);
    if let Some(recall) = card.recall {
        console.line(&Line::default().dim(words::recall(recall.now, recall.due, session.today())));
    }
    console.gap();
    console.wrapped(0, Tone::Plain, &told.details.why);
}

fn say_outcomes(console: &mut Console, card: &Card, told: &Skill) {
    console.gap();
    let ticked = card.ticked.iter().filter(|&&on| on).count();
    let count = format!("{ticked} of {}", told.outcomes.len());
    console.line(&Line::default().strong("Outcomes").plain("  ").dim(count));
    for (i, outcome) in told.outcomes.iter().enumerate() {
        let on = card.ticked.get(i).copied().unwrap_or(false);
        let tone = if on { Tone::Accent } else { Tone::Plain };
        let lines = crate::export::measure::wrap(&outcome.text, console.look.width.saturating_sub(9));
        for (row, text) in lines.iter().enumerate() {
            let line = match row {
                0 => Line::indented(2).dim(i + 1).to(5).add(tone, console.look.tick(on)).to(9),
                _ => Line::indented(9),
            };
            console.line(&line.plain(text));
        }
    }
}

fn say_place(console: &mut Console, session: &Session, card: &Card, told: &Skill) {
    console.gap();
    rows::nodes(console, session, "Needs", COLUMN, &told.requires);
    rows::nodes(console, session, "Helps", COLUMN, &told.helps);
    rows::nodes(console, session, "Opens", COLUMN, &rows::as_nodes(&card.opens));
    if !told.aliases.is_empty() {
        let aliases: Vec<&str> = told.aliases.iter().map(|alias| alias.trim_start_matches('=')).collect();
        console.labelled(COLUMN, "Known as", aliases.join(", "));
    }
}

fn say_resources(console: &mut Console, told: &Skill) {
    if told.details.resources.is_empty() {
        return;
    }
    console.gap();
    console.line(&Line::default().strong("Resources"));
    for resource in &told.details.resources {
        let price = if resource.free { "" } else { ", not free" };
        let line = Line::indented(2).plain(&resource.title).plain("  ");
        console.line(&line.dim(format!("{}{price}", resource.kind.word())));
        console.line(&Line::indented(4).accent(&resource.url));
    }
}

fn say_prompts(console: &mut Console, told: &Skill, answers: bool) {
    if told.prompts.is_empty() {
        return;
    }
    console.gap();
    let head = Line::default().strong("Questions");
    console.line(&if answers { head } else { head.plain("  ").dim("--answers shows the answers") });
    for prompt in &told.prompts {
        console.wrapped(2, Tone::Plain, &prompt.ask);
        if answers {
            console.wrapped(4, Tone::Dim, &prompt.answer);
        }
    }
}

/// What the learner put there: time, notes, links.
fn say_own(console: &mut Console, session: &Session, card: &Card) {
    let said = &card.said;
    if said.minutes > 0 {
        console.gap();
        let sum = words::minutes(said.minutes);
        console.line(&Line::default().strong("Your log").plain("  ").dim(sum));
        let mut sessions: Vec<&Study> = said.sessions.iter().map(|session| &session.value).collect();
        sessions.sort_by_key(|study| std::cmp::Reverse(study.day));
        for study in sessions {
            let line = Line::indented(2).dim(words::long_day(study.day)).to(15);
            let line = line.plain(words::minutes(u64::from(study.minutes)));
            console.line(&match &study.note {
                Some(note) => line.to(25).plain(note),
                None => line,
            });
        }
    }
    if let Some(note) = said.note_text() {
        console.gap();
        console.line(&Line::default().strong("Your note"));
        console.prose(2, note);
    }
    let mut links = said.live_links().peekable();
    if links.peek().is_some() {
        console.gap();
        console.line(&Line::default().strong("Your links"));
    }
    for (to, link) in links {
        if let Some(title) = &link.title {
            let linked = words::ago(link.day, session.today());
            console.line(&Line::indented(2).plain(title).plain("  ").dim(linked));
        }
        let indent = if link.title.is_some() { 4 } else { 2 };
        console.line(&Line::indented(indent).accent(to));
    }
}
