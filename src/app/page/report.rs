//! The report that a learner hands out, gathered from the session.

use crate::app::Session;
use crate::domain::{
    ChoiceIx, Clean, Day, Goal, Mark, Outcome, Progress, Roadmap, SkillIx, StageIx, Status, TrackIx,
};
use crate::engine::record::Record;
use crate::engine::review::is_missed;
use crate::engine::share;
use crate::engine::suggest::{self, Advice, hours_left};
use crate::export::document::{
    ChoicePart, Document, Entry, Item, LinkLine, NextStep, PeriodPart, Spent, StagePart, Stretch, Target,
    TrackPart, Worked,
};
use crate::export::words::goal_title;

/// The most steps that the report looks ahead.
const STEPS: usize = 5;

/// The most weeks of which a report of a period tells the hours one by one: a quarter.
const WEEKS: i32 = 14;

/// What a report is limited to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// What was done from this day on.
    pub since: Option<Day>,
    /// One stage.
    pub stage: Option<StageIx>,
    /// One track.
    pub track: Option<TrackIx>,
}

impl Scope {
    /// Whether it is the whole road, be it since some day alone.
    pub fn is_whole(&self) -> bool {
        self.stage.is_none() && self.track.is_none()
    }

    /// Whether a stage lies within it.
    pub(super) fn holds_stage(&self, roadmap: &Roadmap, stage: StageIx) -> bool {
        let track = roadmap.stage(stage).track;
        self.stage.is_none_or(|only| only == stage) && self.track.is_none_or(|only| only == track)
    }

    /// What the road is limited to.
    pub(super) fn part(&self, roadmap: &Roadmap) -> Option<Clean> {
        let stage = self.stage.map(|stage| roadmap.stage(stage).title.clone());
        stage.or_else(|| self.track.map(|track| roadmap.track(track).title.clone()))
    }
}

/// What the share and the hours left are of.
pub(super) fn target(session: &Session) -> Target {
    let roadmap = session.roadmap();
    match session.goal() {
        Some(goal @ Goal::Role(_)) => Target::Role(goal_title(roadmap, goal)),
        Some(goal @ Goal::Skill(_)) => Target::Skill(goal_title(roadmap, goal)),
        None => match session.missing_goal() {
            Some(goal) => Target::Missing(goal.id().clone()),
            None => Target::Everything,
        },
    }
}

/// The report of today.
pub fn report(session: &Session, scope: &Scope) -> Document {
    let gatherer = Gatherer { session, scope };
    let (roadmap, standing, progress) = (session.roadmap(), session.standing(), session.progress());
    let goal = session.goal();
    let advice = suggest::advise(roadmap, standing, progress, goal);
    Document {
        day: session.today(),
        since: scope.since,
        part: scope.part(roadmap),
        goal: target(session),
        share: advice.share,
        missing: advice.missing,
        hours_left: advice.hours_left,
        spent: gatherer.spent(),
        done: gatherer.done(),
        learning: gatherer.learning(),
        next: gatherer.next(&advice),
        tracks: gatherer.tracks(),
        period: scope.since.map(|since| gatherer.period(since)),
    }
}

struct Gatherer<'a> {
    session: &'a Session,
    scope: &'a Scope,
}

impl Gatherer<'_> {
    /// Time spent within the scope. Without a stage or track the days tell it exactly, skills that have left the
    /// roadmap included.
    fn spent(&self) -> Spent {
        let progress = self.session.progress();
        let since = self.scope.since;
        if self.scope.is_whole() {
            let days = progress.minutes_by_day().iter();
            let within = days.filter(|(day, _)| since.is_none_or(|since| **day >= since));
            let minutes = within.map(|(_, &minutes)| u64::from(minutes)).sum();
            return Spent { minutes, at_least: false };
        }
        self.skills().map(|skill| self.spent_on(progress, skill)).fold(Spent::default(), |sum, one| Spent {
            minutes: sum.minutes + one.minutes,
            at_least: sum.at_least || one.at_least,
        })
    }

    fn spent_on(&self, progress: &Progress, skill: SkillIx) -> Spent {
        let said = progress.of(self.session.roadmap().skill(skill));
        let exactly = |minutes| Spent { minutes, at_least: false };
        match (self.scope.since, said.studied) {
            (None, _) => exactly(said.minutes),
            (Some(since), Some((first, _))) if first >= since => exactly(said.minutes),
            (Some(since), Some((_, last))) if last >= since => {
                let minutes = |sessions: &mut dyn Iterator<Item = &crate::domain::Study>| -> u64 {
                    sessions.map(|study| u64::from(study.minutes)).sum()
                };
                let kept = || said.sessions.iter().map(|session| &session.value);
                let all_known = minutes(&mut kept()) == said.minutes;
                let within = minutes(&mut kept().filter(|study| study.day >= since));
                Spent { minutes: within, at_least: !all_known }
            }
            _ => exactly(0),
        }
    }

    fn done(&self) -> Vec<Entry> {
        let from =
            |entry: &Entry| self.scope.since.is_none_or(|since| entry.day.is_some_and(|day| day >= since));
        let mut done: Vec<Entry> = self
            .skills()
            .filter(|&skill| self.session.standing().status(skill) == Status::Done)
            .map(|skill| self.entry(skill))
            .filter(from)
            .collect();
        done.sort_by_key(|entry| std::cmp::Reverse(entry.day));
        done
    }

    /// What the days from `since` up to today came to.
    fn period(&self, since: Day) -> PeriodPart {
        let mut part = PeriodPart::default();
        for skill in self.skills() {
            let worked = self.worked(skill, since);
            let said = self.session.progress().of(self.session.roadmap().skill(skill));
            let recalls = said.recalls.iter().filter(|recall| recall.value.day >= since);
            let (reviews, remembered) = recalls.fold((0, 0), |(all, remembered), recall| {
                (all + 1, remembered + u32::from(!is_missed(recall.value.rating)))
            });
            part.reviews += reviews;
            part.remembered += remembered;
            part.outcomes += worked.reached.len() as u32;
            let entry = &worked.entry;
            if entry.status == Status::Done && entry.day.is_some_and(|day| day >= since) {
                part.done.push(worked);
            } else if worked.spent.minutes > 0 || !worked.reached.is_empty() || !worked.links.is_empty() {
                part.worked.push(worked);
            }
        }
        part.done.sort_by_key(|worked| std::cmp::Reverse(worked.entry.day));
        if self.scope.is_whole() {
            let record = Record::of(self.session.roadmap(), self.session.progress());
            part.days = Some(record.between(since, self.session.today()).days);
            part.stretches = self.stretches(&record, since);
        }
        part
    }

    /// A skill with what was done on it from `since` on. What was done in it has all its evidence, be it older.
    fn worked(&self, ix: SkillIx, since: Day) -> Worked {
        let skill = self.session.roadmap().skill(ix);
        let said = self.session.progress().of(skill);
        let entry = self.entry(ix);
        let is_done = entry.status == Status::Done && entry.day.is_some_and(|day| day >= since);
        let reached = |outcome: &&Outcome| {
            said.ticks.get(&outcome.key).is_some_and(|tick| tick.value.on && tick.value.day >= since)
        };
        let mut links: Vec<_> = said.live_links().filter(|(_, link)| is_done || link.day >= since).collect();
        links.sort_by_key(|(_, link)| link.day);
        Worked {
            spent: self.spent_on(self.session.progress(), ix),
            reached: skill.outcomes.iter().filter(reached).map(|outcome| outcome.text.clone()).collect(),
            links: links
                .into_iter()
                .map(|(to, link)| LinkLine { to: to.clone(), title: link.title.clone() })
                .collect(),
            entry,
        }
    }

    /// The hours from `since` up to today: week by week up to a quarter, beyond that month by month, the newest last; those without
    /// study are passed over.
    fn stretches(&self, record: &Record, since: Day) -> Vec<Stretch> {
        let (today, calendar) = (self.session.today(), self.session.calendar());
        let weekly = today.since(since.monday()) / 7 < WEEKS;
        let begins = if weekly { since } else { record.first().map_or(since, |first| first.max(since)) };
        let mut stretches = Vec::new();
        let mut first = begins;
        while first <= today {
            let next =
                if weekly { first.monday().plus(7) } else { first.month_start().plus(31).month_start() };
            let sum = record.between(first, next.plus(-1).min(today));
            let planned =
                |from: Day| (0..next.since(from)).map(|after| calendar.minutes_on(from.plus(after))).sum();
            let stretch = Stretch {
                first,
                minutes: sum.minutes,
                days: sum.days,
                planned: weekly.then(|| planned(first)),
            };
            if stretch.minutes > 0 {
                stretches.push(stretch);
            }
            first = next;
        }
        stretches
    }

    fn learning(&self) -> Vec<Entry> {
        self.skills()
            .filter(|&skill| self.session.standing().status(skill) == Status::Learning)
            .map(|skill| self.entry(skill))
            .collect()
    }

    fn next(&self, advice: &Advice) -> Vec<NextStep> {
        let ready = advice.steps.iter().filter(|step| step.status == Status::Ready);
        ready
            .filter(|step| self.holds(step.skill))
            .take(STEPS)
            .map(|step| NextStep {
                title: self.session.roadmap().skill(step.skill).title.clone(),
                hours_left: step.hours_left,
                reasons: step.reasons.clone(),
            })
            .collect()
    }

    fn tracks(&self) -> Vec<TrackPart> {
        let (roadmap, standing) = (self.session.roadmap(), self.session.standing());
        let tracks = roadmap.tracks().map(|(ix, track)| {
            let stages = roadmap.stages_of(ix).map(|(stage, _)| stage);
            let stages: Vec<StagePart> =
                stages.filter(|&stage| self.holds_stage(stage)).map(|stage| self.stage(stage)).collect();
            let share = match self.scope.stage {
                Some(stage) => share::of_stage(roadmap, standing, stage),
                None => share::of_track(roadmap, standing, ix),
            };
            TrackPart { title: track.title.clone(), share, stages }
        });
        tracks.filter(|track| !track.stages.is_empty()).collect()
    }

    fn stage(&self, ix: StageIx) -> StagePart {
        let (roadmap, progress) = (self.session.roadmap(), self.session.progress());
        let is_option = |skill| !roadmap.graph().choices_with(skill).is_empty();
        let skills = roadmap.skills_of(ix).map(|(skill, _)| skill).filter(|&skill| !is_option(skill));
        let choices = roadmap.choices().filter(|(_, choice)| choice.stage == ix).map(|(choice, _)| choice);
        StagePart {
            title: roadmap.stage(ix).title.clone(),
            share: share::of_stage(roadmap, self.session.standing(), ix),
            minutes: roadmap.skills_of(ix).map(|(_, skill)| progress.of(skill).minutes).sum(),
            items: skills
                .map(|skill| Item::Skill(self.entry(skill)))
                .chain(choices.map(|choice| Item::Choice(self.choice(choice))))
                .collect(),
        }
    }

    fn choice(&self, ix: ChoiceIx) -> ChoicePart {
        let (roadmap, standing) = (self.session.roadmap(), self.session.standing());
        let choice = roadmap.choice(ix);
        let satisfied = standing.satisfies(roadmap, ix);
        let tells = |skill: SkillIx| {
            let said = self.session.progress().of(roadmap.skill(skill));
            standing.status(skill).is_had() || standing.status(skill) == Status::Learning || {
                said.is_touched() || said.note_text().is_some() || said.live_links().next().is_some()
            }
        };
        ChoicePart {
            title: choice.title.clone(),
            pick: choice.pick,
            of: choice.options.len(),
            satisfied,
            options: choice
                .options
                .iter()
                .filter(|&&option| !satisfied || tells(option))
                .map(|&option| self.entry(option))
                .collect(),
        }
    }

    fn entry(&self, ix: SkillIx) -> Entry {
        let (roadmap, standing, progress) =
            (self.session.roadmap(), self.session.standing(), self.session.progress());
        let skill = roadmap.skill(ix);
        let said = progress.of(skill);
        let status = standing.status(ix);
        let mut links: Vec<_> = said.live_links().collect();
        links.sort_by_key(|(_, link)| link.day);
        let marked = said.marked().filter(|marked| marked.mark == Mark::Done).map(|marked| marked.day);
        Entry {
            title: skill.title.clone(),
            status,
            fading: self.session.fades(ix),
            day: match status {
                Status::Done => marked,
                Status::Learning => said.begun(),
                _ => None,
            },
            minutes: said.minutes,
            hours_left: hours_left(roadmap, standing, progress, ix),
            outcomes: skill
                .outcomes
                .iter()
                .map(|outcome| (outcome.text.clone(), said.has_ticked(outcome.key)))
                .collect(),
            links: links
                .into_iter()
                .map(|(to, link)| LinkLine { to: to.clone(), title: link.title.clone() })
                .collect(),
            note: said.note_text().cloned(),
        }
    }

    /// The skills within the scope, in road order.
    fn skills(&self) -> impl Iterator<Item = SkillIx> {
        self.session.roadmap().skills().map(|(skill, _)| skill).filter(|&skill| self.holds(skill))
    }

    fn holds(&self, skill: SkillIx) -> bool {
        self.holds_stage(self.session.roadmap().skill(skill).stage)
    }

    fn holds_stage(&self, stage: StageIx) -> bool {
        self.scope.holds_stage(self.session.roadmap(), stage)
    }
}

#[cfg(test)]
mod tests;
