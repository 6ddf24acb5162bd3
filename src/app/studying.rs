//! The clock on a skill: started, stopped, thrown away.

use super::{AppError, Intent, Session};
use crate::domain::{Clean, Event, SkillIx, Timer};
use crate::store::timer::Timers;

/// What became of the clock.
#[derive(Clone, Debug, PartialEq)]
pub struct Stopped {
    /// The skill that it ran on; `None` if the roadmap has it no more.
    pub skill: Option<SkillIx>,
    /// Minutes that were recorded; 0 for less than one, which leaves nothing.
    pub minutes: u32,
    /// What was recorded.
    pub events: Vec<Event>,
}

impl Session {
    /// The same with its clock kept there.
    #[must_use]
    pub fn with_timers(mut self, timers: Timers) -> Self {
        self.timer = timers.running().unwrap_or_default();
        self.timers = timers;
        self
    }

    /// The clock that runs, if one does.
    pub fn timer(&self) -> Option<&Timer> {
        self.timer.as_ref()
    }

    /// Minutes that it has run; 0 without one.
    pub fn timer_minutes(&self) -> u32 {
        self.timer.as_ref().map_or(0, |timer| timer.minutes(self.now()))
    }

    /// The skill that the clock runs on; `None` without one, and for a skill that the roadmap has no more.
    pub fn timed(&self) -> Option<SkillIx> {
        self.roadmap().names().skill(self.timer.as_ref()?.skill.as_str())
    }

    /// Lets the clock run on a skill, from now on.
    ///
    /// # Errors
    /// Fails if that cannot be kept, or a clock runs already.
    pub fn start_timer(&mut self, skill: SkillIx) -> Result<(), AppError> {
        self.look_at_timer()?;
        if self.timer.is_some() {
            return Err(AppError::failed("the clock runs already").hint("milepost timer stop"));
        }
        let timer = Timer { skill: self.roadmap().skill(skill).id.clone(), since: self.now() };
        self.set_timer(Some(timer))
    }

    /// Stops the clock and records its minutes, or `minutes` where the learner knows better. The study is durable
    /// before the clock is gone. `None` if no clock runs.
    ///
    /// # Errors
    /// Fails if the journal cannot be written; the clock runs on then.
    pub fn stop_timer(
        &mut self,
        minutes: Option<u32>,
        note: Option<Clean>,
    ) -> Result<Option<Stopped>, AppError> {
        self.look_at_timer()?;
        let Some(timer) = self.timer.clone() else { return Ok(None) };
        let minutes = minutes.unwrap_or_else(|| timer.minutes(self.now()));
        let skill = self.timed();
        let events = match skill.filter(|_| minutes > 0) {
            Some(skill) => self.record(vec![Intent::Study { skill, minutes, day: timer.day(), note }])?,
            None => Vec::new(),
        };
        self.set_timer(None)?;
        Ok(Some(Stopped { skill, minutes, events }))
    }

    /// Throws the clock away without a trace, and gives it back; `None` if none runs.
    ///
    /// # Errors
    /// Fails if it cannot be removed.
    pub fn cancel_timer(&mut self) -> Result<Option<Timer>, AppError> {
        self.look_at_timer()?;
        let timer = self.timer.clone();
        self.set_timer(None)?;
        Ok(timer)
    }

    /// Takes in what other windows did to the clock, and says whether it was anything.
    pub(super) fn look_at_timer(&mut self) -> Result<bool, AppError> {
        let running = self.timers.running().map_err(|error| unkept(&error))?;
        let is_other = running != self.timer;
        self.timer = running;
        Ok(is_other)
    }

    fn set_timer(&mut self, timer: Option<Timer>) -> Result<(), AppError> {
        self.timers.set(timer.clone()).map_err(|error| unkept(&error))?;
        self.timer = timer;
        Ok(())
    }
}

fn unkept(error: &std::io::Error) -> AppError {
    AppError::failed(format!("the clock cannot be kept: {error}")).hint("milepost doctor")
}
