//! Progress: what the journal folds to.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::skill_progress::set_in;
use super::{
    Act, Day, Event, FSRS_PARAMETERS, Goal, Id, Link, Marked, Recall, Roadmap, Said, Skill, SkillProgress,
    Stamp, Stamped, Study, Ticked,
};

/// What the journal folds to. The same set of events gives the same progress in whatever order they come.
///
/// It knows no roadmap: what was said of a skill that is gone is kept, and counts again when it is back.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Progress {
    skills: BTreeMap<Id, SkillProgress>,
    days: BTreeMap<Day, u32>,
    goal: Option<Stamped<Option<Goal>>>,
    picks: BTreeMap<Id, Stamped<Id>>,
    preferences: BTreeMap<(Id, Id), Stamped<bool>>,
    forecasts: BTreeMap<Stamp, (Day, Said)>,
    fit: Option<Stamped<[f32; FSRS_PARAMETERS]>>,
}

impl Progress {
    /// Folds one event in. Each event must come once; one that was undone must not come at all.
    pub fn apply(&mut self, event: &Event) {
        let (stamp, day) = (event.stamp, event.day());
        match &event.act {
            Act::Mark { skill, mark } => {
                Stamped::set(&mut self.at(skill).mark, Stamped { stamp, value: Marked { mark: *mark, day } });
            }
            Act::Tick { skill, outcome, on } => {
                set_in(
                    &mut self.at(skill).ticks,
                    *outcome,
                    Stamped { stamp, value: Ticked { on: *on, day } },
                );
            }
            Act::Study { skill, minutes, day, note } => {
                let minutes_of_day = self.days.entry(*day).or_default();
                *minutes_of_day = minutes_of_day.saturating_add(*minutes);
                self.at(skill).study(stamp, Study { day: *day, minutes: *minutes, note: note.clone() });
            }
            Act::Note { skill, text } => {
                Stamped::set(&mut self.at(skill).note, Stamped { stamp, value: text.clone() });
            }
            Act::Link { skill, to, title } => {
                let value = Some(Link { title: title.clone(), day });
                set_in(&mut self.at(skill).links, to.clone(), Stamped { stamp, value });
            }
            Act::Unlink { skill, to } => {
                set_in(&mut self.at(skill).links, to.clone(), Stamped { stamp, value: None });
            }
            Act::Review { skill, prompt, rating } => {
                self.at(skill).recall(stamp, Recall { prompt: *prompt, rating: *rating, day });
            }
            Act::Place { skill, known, by } => {
                Stamped::set(&mut self.at(skill).known, Stamped { stamp, value: known.then_some(*by) });
            }
            Act::Goal(goal) => Stamped::set(&mut self.goal, Stamped { stamp, value: goal.clone() }),
            Act::Pick { choice, skill } => {
                set_in(&mut self.picks, choice.clone(), Stamped { stamp, value: skill.clone() });
            }
            Act::Prefer { skill, over, on } => {
                let pair = (skill.clone(), over.clone());
                set_in(&mut self.preferences, pair, Stamped { stamp, value: *on });
            }
            Act::Forecast(said) => {
                self.forecasts.insert(stamp, (day, said.clone()));
            }
            Act::Fit(parameters) => Stamped::set(&mut self.fit, Stamped { stamp, value: *parameters }),
            Act::Undo(_) | Act::Redo(_) => {}
        }
    }

    /// What the journal says of this skill, under its id and its former ones.
    pub fn of(&self, skill: &Skill) -> Cow<'_, SkillProgress> {
        let mut said = self.skills.get(&skill.id).map(Cow::Borrowed).unwrap_or_default();
        for former in skill.was.iter().filter_map(|was| self.skills.get(was)) {
            said.to_mut().merge(former);
        }
        said
    }

    /// Whether nothing was ever done.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// What the learner heads for.
    pub fn goal(&self) -> Option<&Goal> {
        self.goal.as_ref().and_then(|goal| goal.value.as_ref())
    }

    /// The option that the learner takes of this choice.
    pub fn picked(&self, choice: &Id) -> Option<&Id> {
        self.picks.get(choice).map(|pick| &pick.value)
    }

    /// The pairs (first, later) that the learner wants in this order.
    pub fn preferences(&self) -> impl Iterator<Item = (&Id, &Id)> {
        self.preferences.iter().filter(|(_, on)| on.value).map(|((first, later), _)| (first, later))
    }

    /// What was forecast, with the day on which it was said, in the order of events.
    pub fn forecasts(&self) -> impl Iterator<Item = &(Day, Said)> {
        self.forecasts.values()
    }

    /// The parameters of the scheduler of reviews that were fitted to the learner.
    pub fn fit(&self) -> Option<&[f32; FSRS_PARAMETERS]> {
        self.fit.as_ref().map(|fit| &fit.value)
    }

    /// Minutes of study by day, days without any left out.
    pub fn minutes_by_day(&self) -> &BTreeMap<Day, u32> {
        &self.days
    }

    /// Minutes of study on this day.
    pub fn minutes_on(&self, day: Day) -> u32 {
        self.days.get(&day).copied().unwrap_or(0)
    }

    /// Ids that the journal speaks of and the roadmap does not know: skills that are gone.
    pub fn retired<'a>(&'a self, roadmap: &'a Roadmap) -> impl Iterator<Item = &'a Id> {
        self.skills.keys().filter(|id| roadmap.names().skill(id.as_str()).is_none())
    }

    fn at(&mut self, skill: &Id) -> &mut SkillProgress {
        self.skills.entry(skill.clone()).or_default()
    }
}

#[cfg(test)]
mod tests;
