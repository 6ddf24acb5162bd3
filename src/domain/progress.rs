//! Progress: what the journal folds to.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use foldhash::HashMap;
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
    /// Asked and changed by name with every event, and by nothing else, so that it need not lie in order.
    skills: HashMap<Id, SkillProgress>,
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
                let new = Stamped { stamp, value: Marked { mark: *mark, day } };
                self.of_skill(skill, |said| Stamped::set(&mut said.mark, new));
            }
            Act::Tick { skill, outcome, on } => {
                let new = Stamped { stamp, value: Ticked { on: *on, day } };
                self.of_skill(skill, |said| set_in(&mut said.ticks, *outcome, new));
            }
            Act::Study { skill, minutes, day, note } => {
                let minutes_of_day = self.days.entry(*day).or_default();
                *minutes_of_day = minutes_of_day.saturating_add(*minutes);
                let study = Study { day: *day, minutes: *minutes, note: note.clone() };
                self.of_skill(skill, |said| said.study(stamp, study));
            }
            Act::Note { skill, text } => {
                let new = Stamped { stamp, value: text.clone() };
                self.of_skill(skill, |said| Stamped::set(&mut said.note, new));
            }
            Act::Link { skill, to, title } => {
                let value = Some(Link { title: title.clone(), day });
                let new = Stamped { stamp, value };
                self.of_skill(skill, |said| set_in(&mut said.links, to.clone(), new));
            }
            Act::Unlink { skill, to } => {
                let new = Stamped { stamp, value: None };
                self.of_skill(skill, |said| set_in(&mut said.links, to.clone(), new));
            }
            Act::Review { skill, prompt, rating } => {
                let recall = Recall { prompt: *prompt, rating: *rating, day };
                self.of_skill(skill, |said| said.recall(stamp, recall));
            }
            Act::Place { skill, known, by } => {
                let new = Stamped { stamp, value: known.then_some(*by) };
                self.of_skill(skill, |said| Stamped::set(&mut said.known, new));
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

    /// Ids that the journal speaks of and the roadmap does not know: skills that are gone. In the order of the alphabet.
    pub fn retired(&self, roadmap: &Roadmap) -> impl Iterator<Item = &Id> {
        let gone = self.skills.keys().filter(|id| roadmap.names().skill(id.as_str()).is_none());
        gone.collect::<BTreeSet<_>>().into_iter()
    }

    /// Changes what is said of a skill, which nearly always is there already.
    fn of_skill(&mut self, skill: &Id, change: impl FnOnce(&mut SkillProgress)) {
        match self.skills.get_mut(skill.as_str()) {
            Some(said) => change(said),
            None => change(self.skills.entry(skill.clone()).or_default()),
        }
    }
}

#[cfg(test)]
mod tests;
