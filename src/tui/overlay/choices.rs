//! Choices and their options as rows of a list.

use super::entry::{Entry, Pick};
use crate::app::Session;
use crate::domain::{ChoiceIx, SkillIx};
use crate::tui::model::Model;

/// Every choice, with what is taken of it.
pub fn all(model: &Model, session: &Session) -> Vec<Entry> {
    let roadmap = session.roadmap();
    let entry = |(ix, choice): (ChoiceIx, &crate::domain::Choice)| {
        let taken = choice.options.iter().find_map(|&option| {
            let word = model.taken(session, ix, option)?;
            Some(format!("{}, {word}", roadmap.skill(option).title))
        });
        let right = match taken {
            _ if session.standing().satisfies(roadmap, ix) => "had".to_owned(),
            taken => taken.unwrap_or_default(),
        };
        Entry {
            group: "",
            title: choice.title.to_string(),
            letters: Vec::new(),
            right,
            pick: Pick::Choice(ix),
        }
    };
    roadmap.choices().map(entry).collect()
}

/// The options of a choice, each with its status and whether it is the one taken.
pub fn options(model: &Model, session: &Session, choice: ChoiceIx) -> Vec<Entry> {
    let roadmap = session.roadmap();
    let entry = |&option: &SkillIx| {
        let status = session.standing().status(option);
        let (sign, word) = model.look().glyphs.standing(status, session.fades(option));
        let taken = model.taken(session, choice, option).map(|word| format!("{word}   ")).unwrap_or_default();
        Entry {
            group: "",
            title: roadmap.skill(option).title.to_string(),
            letters: Vec::new(),
            right: format!("{taken}{sign} {word:<8}"),
            pick: Pick::Option(choice, option),
        }
    };
    roadmap.choice(choice).options.iter().map(entry).collect()
}
