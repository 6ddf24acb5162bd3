//! A sitting: prompts asked one by one, until none is left or the learner ends it.

use std::collections::BTreeSet;

use crate::app::page;
use crate::app::{AppError, Intent, Session};
use crate::cli::line::Line;
use crate::cli::look::Tone;
use crate::cli::output::Console;
use crate::domain::{Act, SkillIx};
use crate::engine::review::{self, Due, Limit};
use crate::export::words;

/// Cells before a question and its answer.
const INDENT: usize = 2;

/// What the learner said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answer {
    Reveal,
    Rate(u8),
    Skip,
    Undo,
    End,
    Unclear,
}

impl Answer {
    fn read(line: &str) -> Self {
        match line.trim().to_lowercase().as_str() {
            "" => Self::Reveal,
            "1" => Self::Rate(1),
            "2" => Self::Rate(2),
            "3" => Self::Rate(3),
            "4" => Self::Rate(4),
            "s" => Self::Skip,
            "u" => Self::Undo,
            "q" => Self::End,
            _ => Self::Unclear,
        }
    }
}

/// What was asked and answered so far.
pub(super) struct Sitting {
    /// Asked whatever is due, if any.
    named: Vec<SkillIx>,
    /// The most skills to ask.
    most: Option<usize>,
    /// The ratings, in their order.
    rated: Vec<(SkillIx, u8)>,
    skipped: BTreeSet<SkillIx>,
}

impl Sitting {
    /// A sitting that asks these skills, or without any what is due, `most` of it.
    pub(super) fn new(named: Vec<SkillIx>, most: Option<usize>) -> Self {
        Self { named, most, rated: Vec::new(), skipped: BTreeSet::new() }
    }

    /// Asks until nothing is left, the learner ends it, or no more answers come.
    pub(super) fn hold(mut self, session: &mut Session, console: &mut Console) -> Result<(), AppError> {
        let first = self.left(session);
        if !first.is_empty() {
            let minutes = review::minutes(first.len());
            let head = format!("{} to recall, about {minutes} min", words::count(first.len(), "skill"));
            console.line(&Line::default().strong(head));
            console.line(&Line::default().dim("enter shows the answer, s skips, u takes back, q ends"));
        }
        while let Some(due) = self.left(session).first().copied() {
            self.put(session, console, &due);
            if !self.answered(session, console, &due)? {
                break;
            }
        }
        self.say_end(session, console);
        Ok(())
    }

    /// What is left to ask.
    fn left(&self, session: &Session) -> Vec<Due> {
        let asked: BTreeSet<SkillIx> = self.rated.iter().map(|&(skill, _)| skill).collect();
        let mut due = if self.named.is_empty() {
            let limit = match self.most {
                Some(most) => Limit::Now(most.saturating_sub(asked.len())),
                None => page::day_limit(session, 0),
            };
            page::review(session, limit).due
        } else {
            let named = self.named.iter().filter_map(|&skill| page::ask(session, skill));
            let (again, fresh): (Vec<_>, Vec<_>) = named.partition(|due| asked.contains(&due.skill));
            fresh.into_iter().chain(again.into_iter().filter(|due| due.again)).collect()
        };
        due.retain(|due| !self.skipped.contains(&due.skill));
        due
    }

    /// Puts the question.
    fn put(&self, session: &Session, console: &mut Console, due: &Due) {
        let told = session.roadmap().skill(due.skill);
        let left = words::count(self.left(session).len(), "prompt");
        let again = if due.again { ", once more" } else { "" };
        console.gap();
        let head = Line::default().strong(&told.title).plain("  ");
        console.line(&head.dim(format!("{left} to go{again}")));
        console.wrapped(INDENT, Tone::Plain, &told.prompts[due.prompt].ask);
    }

    /// Takes answers until the prompt is done with; false if the sitting ends.
    fn answered(
        &mut self,
        session: &mut Session,
        console: &mut Console,
        due: &Due,
    ) -> Result<bool, AppError> {
        let mut revealed = false;
        loop {
            let Some(line) = console.reply()? else { return Ok(false) };
            match Answer::read(&line) {
                Answer::Reveal if !revealed => {
                    revealed = true;
                    reveal(session, console, due);
                }
                Answer::Rate(rating) => {
                    self.rate(session, console, due, rating)?;
                    return Ok(true);
                }
                Answer::Skip => {
                    self.skipped.insert(due.skill);
                    return Ok(true);
                }
                Answer::Undo => {
                    if self.take_back(session, console)? {
                        return Ok(true);
                    }
                }
                Answer::End => return Ok(false),
                Answer::Reveal | Answer::Unclear => {
                    let text = "1 forgotten, 2 hard, 3 good, 4 easy; s skips, u takes back, q ends.";
                    console.wrapped(INDENT, Tone::Dim, text);
                }
            }
        }
    }

    fn rate(
        &mut self,
        session: &mut Session,
        console: &mut Console,
        due: &Due,
        rating: u8,
    ) -> Result<(), AppError> {
        session.record(vec![Intent::Review { skill: due.skill, prompt: due.prompt, rating }])?;
        self.rated.push((due.skill, rating));
        let next = page::recall(session, due.skill).map(|recall| recall.due);
        let said = match (rating, next) {
            (rating, _) if review::is_missed(rating) => "It comes once more today.".to_owned(),
            (_, Some(day)) => format!("Next on {}.", words::long_day(day)),
            (_, None) => "Rated.".to_owned(),
        };
        console.wrapped(INDENT, Tone::Dim, said);
        Ok(())
    }

    /// Takes the last rating of this sitting back, and says whether there was one.
    fn take_back(&mut self, session: &mut Session, console: &mut Console) -> Result<bool, AppError> {
        let events = if self.rated.pop().is_some() { session.undo()? } else { Vec::new() };
        let said = match events.first() {
            Some(event) => format!("Undone: {}.", words::event(session.roadmap(), event)),
            None => "There is no rating of this sitting to take back.".to_owned(),
        };
        console.wrapped(INDENT, Tone::Dim, said);
        Ok(events.iter().any(|event| matches!(event.act, Act::Review { .. })))
    }

    /// What it came to, and what comes next.
    fn say_end(&self, session: &Session, console: &mut Console) {
        let queue = page::review(session, page::day_limit(session, 0));
        let asked: BTreeSet<SkillIx> = self.rated.iter().map(|&(skill, _)| skill).collect();
        let missed: BTreeSet<SkillIx> = self
            .rated
            .iter()
            .filter(|&&(_, rating)| review::is_missed(rating))
            .map(|&(skill, _)| skill)
            .collect();
        let mut said = Vec::new();
        if !asked.is_empty() {
            let held = asked.len() - missed.len();
            said.push(format!("{} reviewed, {held} remembered at once.", words::count(asked.len(), "skill")));
        }
        if asked.is_empty() && self.skipped.is_empty() && queue.due.is_empty() {
            said.push(match (queue.waiting, queue.next) {
                (0, None) => {
                    "Nothing is done yet that could be recalled. What you mark done comes here.".to_owned()
                }
                (0, Some(day)) => format!("Nothing is due. The next one comes on {}.", words::long_day(day)),
                _ => "That is all for today.".to_owned(),
            });
        }
        if !queue.due.is_empty() {
            said.push(format!("{} left for today.", queue.due.len()));
        } else if let comes @ 1.. = page::tomorrow(session, &queue) {
            said.push(format!("Tomorrow brings {comes}."));
        }
        if queue.waiting > 0 {
            said.push(format!("{} more can wait; -n asks as many as you like.", queue.waiting));
        }
        console.gap();
        console.wrapped(0, Tone::Plain, said.join(" "));
    }
}

/// Shows the answer, and what each rating comes to.
fn reveal(session: &Session, console: &mut Console, due: &Due) {
    let prompt = &session.roadmap().skill(due.skill).prompts[due.prompt];
    console.wrapped(INDENT, Tone::Accent, &prompt.answer);
    let next = session.memories().next(due.skill, session.today());
    let mut line = Line::indented(INDENT);
    for (number, (word, next)) in (1..).zip(words::RATINGS.iter().zip(next)) {
        let when = if number == 1 { "today".to_owned() } else { words::interval(next.days) };
        line = line.accent(number).plain(format!(" {word} ")).dim(when).plain("   ");
    }
    console.line(&line);
}
