//! A learner at work: the roadmap, the journal, and where that leaves them.

use std::sync::Arc;

use super::remembering::Remembering;
use super::{AppError, Intent, Notice};
use crate::domain::{
    Act, Calendar, Day, DeviceId, Event, EventId, Goal, Progress, Roadmap, Settings, SkillIx, Standing,
    Timer, UndoStack, Undone,
};
use crate::engine::review::Memories;
use crate::store::clock::Clock;
use crate::store::journal::{Finding, Journal};
use crate::store::memory_cache::MemoryCache;
use crate::store::timer::Timers;

/// The roadmap, the journal, and where that leaves the learner.
pub struct Session {
    roadmap: Roadmap,
    journal: Box<dyn Journal>,
    progress: Arc<Progress>,
    standing: Standing,
    clock: Clock,
    calendar: Calendar,
    settings: Settings,
    notices: Vec<Notice>,
    pub(super) timers: Timers,
    pub(super) timer: Option<Timer>,
    revision: u64,
    remembering: Remembering,
}

impl Session {
    /// Reads the journal and folds it.
    ///
    /// # Errors
    /// Fails if the journal cannot be read at all; damaged lines only become notices.
    pub fn new(
        roadmap: Roadmap,
        mut journal: Box<dyn Journal>,
        clock: Clock,
        settings: Settings,
        mut notices: Vec<Notice>,
    ) -> Result<Self, AppError> {
        let folded = journal.fold().map_err(AppError::from)?;
        notices.extend(folded.findings.into_iter().map(Notice::Journal));
        let standing = Standing::of(&roadmap, &folded.progress);
        let mut session = Self {
            standing,
            progress: folded.progress,
            roadmap,
            journal,
            clock,
            calendar: settings.calendar(),
            settings,
            notices,
            timers: Timers::Memory(None),
            timer: None,
            revision: 0,
            remembering: Remembering::default(),
        };
        session.notice_goal();
        Ok(session)
    }

    /// The roadmap.
    pub fn roadmap(&self) -> &Roadmap {
        &self.roadmap
    }

    /// What the journal folds to.
    pub fn progress(&self) -> &Progress {
        &self.progress
    }

    /// Where the learner heads for, as far as the roadmap that is loaded has it.
    pub fn goal(&self) -> Option<&Goal> {
        self.progress.goal().filter(|goal| self.roadmap.has_goal(goal))
    }

    /// The goal that the learner took and that the roadmap does not have.
    pub fn missing_goal(&self) -> Option<&Goal> {
        self.progress.goal().filter(|goal| !self.roadmap.has_goal(goal))
    }

    /// The status of every skill.
    pub fn standing(&self) -> &Standing {
        &self.standing
    }

    /// The same with what was worked out of the learner's memories kept there.
    #[must_use]
    pub fn with_memory_cache(mut self, cache: MemoryCache) -> Self {
        self.remembering = self.remembering.kept_in(cache);
        self
    }

    /// What of each skill is remembered.
    pub fn memories(&self) -> &Memories {
        let on = (self.settings.review.retention, self.today());
        self.remembering.memories(&self.roadmap, &self.standing, &self.progress, on)
    }

    /// Whether a skill is had and has sunk to the wanted retention.
    pub fn fades(&self, skill: SkillIx) -> bool {
        self.memories().fades(skill, self.today())
    }

    /// The learner's settings.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Minutes planned for a day; 0 if one is away.
    pub fn planned_on(&self, day: Day) -> u32 {
        self.calendar.minutes_on(day)
    }

    /// Minutes planned for each day, with the days away.
    pub fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// What the learner should know and that stops nothing.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// Whether a journal could not be read, so that more was done than is shown.
    pub fn is_partial(&self) -> bool {
        let unread = |notice: &Notice| matches!(notice, Notice::Journal(Finding::Unread { .. }));
        self.notices.iter().any(unread)
    }

    /// The learner's own day.
    pub fn today(&self) -> Day {
        Day::of(self.clock.now().date_naive())
    }

    /// Now, with the offset of the learner's zone.
    pub fn now(&self) -> chrono::DateTime<chrono::FixedOffset> {
        self.clock.now()
    }

    /// Grows with every change, so that what was derived can be kept until then.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Records what the learner does. It is durable when this returns.
    ///
    /// # Errors
    /// Fails if the journal cannot be written; nothing has changed then.
    pub fn record(&mut self, intents: Vec<Intent>) -> Result<Vec<Event>, AppError> {
        let acts: Vec<Act> = intents.into_iter().filter_map(|intent| intent.act(&self.roadmap)).collect();
        if acts.is_empty() {
            return Ok(Vec::new());
        }
        let events = self.append(acts)?;
        match self.journal.fold() {
            // Another window may have written since this one read.
            Ok(folded) => self.progress = folded.progress,
            Err(_) => events.iter().for_each(|event| Arc::make_mut(&mut self.progress).apply(event)),
        }
        self.changed();
        Ok(events)
    }

    /// Takes in what other windows and other devices have written since, and says whether there was anything.
    ///
    /// # Errors
    /// Fails if the journal cannot be read; nothing has changed then.
    pub fn catch_up(&mut self) -> Result<bool, AppError> {
        let progress = self.journal.fold().map_err(AppError::from)?.progress;
        let is_timed_anew = self.look_at_timer()?;
        let news = progress != self.progress;
        if news {
            self.progress = progress;
            self.changed();
        }
        Ok(news || is_timed_anew)
    }

    /// Takes the newest act of this device back, and says which events it was; none if there is none.
    ///
    /// # Errors
    /// Fails if the journal cannot be read or written.
    pub fn undo(&mut self) -> Result<Vec<Event>, AppError> {
        self.correct(UndoStack::to_undo, Act::Undo)
    }

    /// Brings back what was undone last on this device, and says what; none if there is nothing.
    ///
    /// # Errors
    /// Fails if the journal cannot be read or written.
    pub fn redo(&mut self) -> Result<Vec<Event>, AppError> {
        self.correct(UndoStack::to_redo, Act::Redo)
    }

    /// Takes these events back, of whatever device, or with `on` brings them again.
    ///
    /// # Errors
    /// Fails if the journal cannot be read or written.
    pub fn correct_all(&mut self, events: &[EventId], on: bool) -> Result<(), AppError> {
        let act = if on { Act::Redo } else { Act::Undo };
        self.append(events.iter().copied().map(act).collect())?;
        self.progress = self.journal.fold().map_err(AppError::from)?.progress;
        self.changed();
        Ok(())
    }

    /// The device whose journal this session writes.
    pub fn device(&self) -> DeviceId {
        self.journal.device()
    }

    /// Every event of every device, oldest first, each with whether it is taken back.
    ///
    /// # Errors
    /// Fails if the journal cannot be read.
    pub fn history(&mut self) -> Result<Vec<(Event, bool)>, AppError> {
        let events = self.journal.events().map_err(AppError::from)?;
        let mut undone = Undone::default();
        events.iter().for_each(|event| undone.apply(event));
        Ok(events
            .into_iter()
            .map(|event| {
                let back = undone.holds(event.id());
                (event, back)
            })
            .collect())
    }

    fn correct(
        &mut self,
        targets: impl Fn(&UndoStack) -> Vec<EventId>,
        act: impl Fn(EventId) -> Act,
    ) -> Result<Vec<Event>, AppError> {
        let events = self.journal.events().map_err(AppError::from)?;
        let own = self.journal.device();
        let mut stack = UndoStack::default();
        events.iter().filter(|event| event.id().device == own).for_each(|event| stack.apply(event));
        let targets = targets(&stack);
        if targets.is_empty() {
            return Ok(Vec::new());
        }
        self.append(targets.iter().copied().map(act).collect())?;
        self.progress = self.journal.fold().map_err(AppError::from)?.progress;
        self.changed();
        Ok(events.into_iter().filter(|event| targets.contains(&event.id())).collect())
    }

    fn append(&mut self, acts: Vec<Act>) -> Result<Vec<Event>, AppError> {
        self.journal.append(self.clock.now(), acts).map_err(AppError::from)
    }

    fn changed(&mut self) {
        self.standing = Standing::of(&self.roadmap, &self.progress);
        self.remembering.forget();
        self.notice_goal();
        self.revision += 1;
    }

    /// Says that the goal is missing for as long as it is.
    fn notice_goal(&mut self) {
        self.notices.retain(|notice| !matches!(notice, Notice::GoalMissing { .. }));
        if let Some(goal) = self.missing_goal() {
            let id = goal.id().clone();
            self.notices.push(Notice::GoalMissing { id });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fixture::{road, skill};
    use crate::store::journal::FileJournal;
    use crate::store::paths::Paths;

    const SKILL: SkillIx = SkillIx(0);

    fn window(room: &std::path::Path) -> Session {
        let at = |name: &str| room.join(name);
        let paths = Paths { data: at("data"), config: at("config"), cache: at("cache"), state: at("state") };
        let journal = Box::new(FileJournal::open(&paths).unwrap());
        let clock = Clock::Fixed(Day::parse("2026-11-24").unwrap());
        let road = road(vec![skill("a", 4.0, &[])], vec![], vec![]);
        Session::new(road, journal, clock, Settings::default(), Vec::new()).unwrap()
    }

    fn study(window: &mut Session, minutes: u32) {
        let day = window.today();
        window.record(vec![Intent::Study { skill: SKILL, minutes, day, note: None }]).unwrap();
    }

    fn minutes(window: &Session) -> u64 {
        window.progress().of(window.roadmap().skill(SKILL)).minutes
    }

    #[test]
    fn of_two_windows_each_counts_what_the_other_wrote() {
        let room = tempfile::tempdir().unwrap();
        let (mut one, mut other) = (window(room.path()), window(room.path()));
        study(&mut one, 10);
        study(&mut other, 20);
        assert_eq!(minutes(&other), 30, "an act of its own takes in the other's");
        assert_eq!(minutes(&one), 10);
        assert!(one.catch_up().unwrap());
        assert_eq!(minutes(&one), 30);
        assert!(!one.catch_up().unwrap(), "there was nothing more");
    }
}
