//! Forecasts kept in the journal, so that it shows how they held.

use super::page::plan;
use super::{Intent, Session};
use crate::domain::Said;
use crate::engine::plan::is_due;

/// Keeps today's forecast for the learner's goal, at most once a week, and says whether it did.
///
/// Undo passes it over. If it cannot be written, as in a folder that may only be read, nothing is said: the plan is what
/// was asked for. Nor is it kept while a journal cannot be read, as it would rest on half of what was done.
pub fn note_forecast(session: &mut Session) -> bool {
    let Some(goal) = session.goal().cloned().filter(|_| !session.is_partial()) else { return false };
    if !is_due(session.progress().forecasts(), &goal, session.today()) {
        return false;
    }
    let Some(dates) = plan(session, None).forecast.map(|forecast| forecast.goal) else { return false };
    let said = Said { goal, p50: dates.p50, p85: dates.p85, p95: dates.p95 };
    session.record(vec![Intent::Forecast(said)]).is_ok_and(|events| !events.is_empty())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use chrono::{DateTime, FixedOffset};

    use super::*;
    use crate::domain::fixture::{id, road, skill};
    use crate::domain::{Act, Day, DeviceId, Event, Goal, Mark, Settings, SkillIx};
    use crate::store::clock::Clock;
    use crate::store::journal::{FileJournal, Folded, Journal, JournalError};
    use crate::store::paths::Paths;

    fn journal(room: &Path) -> FileJournal {
        let at = |name: &str| room.join(name);
        let paths = Paths { data: at("data"), config: at("config"), cache: at("cache"), state: at("state") };
        FileJournal::open(&paths).unwrap()
    }

    fn session(room: &Path, day: &str) -> Session {
        session_on(Box::new(journal(room)), day)
    }

    fn session_on(journal: Box<dyn Journal>, day: &str) -> Session {
        let clock = Clock::Fixed(Day::parse(day).unwrap());
        let road = road(vec![skill("a", 4.0, &[])], vec![], vec![]);
        Session::new(road, journal, clock, Settings::default(), Vec::new()).unwrap()
    }

    #[test]
    fn a_forecast_is_kept_once_a_week_while_there_is_a_goal_that_is_not_reached() {
        let room = tempfile::tempdir().unwrap();
        let mut monday = session(room.path(), "2026-11-23");
        assert!(!note_forecast(&mut monday), "there is no goal");
        monday.record(vec![Intent::Goal(Some(Goal::Skill(id("a"))))]).unwrap();
        assert!(note_forecast(&mut monday));
        assert!(!note_forecast(&mut monday), "it is kept already");
        assert!(!note_forecast(&mut session(room.path(), "2026-11-29")));
        let mut next = session(room.path(), "2026-11-30");
        assert!(note_forecast(&mut next));
        assert_eq!(next.progress().forecasts().count(), 2);
        let mut later = session(room.path(), "2026-12-14");
        later.record(vec![Intent::Mark { skill: SkillIx(0), mark: Mark::Done }]).unwrap();
        assert!(!note_forecast(&mut later), "the goal is reached");
    }

    /// A journal in a folder that may only be read.
    struct ReadOnly(FileJournal);

    impl Journal for ReadOnly {
        fn device(&self) -> DeviceId {
            self.0.device()
        }

        fn fold(&mut self) -> Result<Folded, JournalError> {
            self.0.fold()
        }

        fn append(&mut self, _: DateTime<FixedOffset>, _: Vec<Act>) -> Result<Vec<Event>, JournalError> {
            let source = std::io::ErrorKind::ReadOnlyFilesystem.into();
            Err(JournalError::ReadOnly { path: "data".into(), source })
        }

        fn events(&mut self) -> Result<Vec<Event>, JournalError> {
            self.0.events()
        }
    }

    #[test]
    fn where_nothing_may_be_written_the_plan_is_as_ever() {
        let room = tempfile::tempdir().unwrap();
        let mut first = session(room.path(), "2026-11-23");
        first.record(vec![Intent::Goal(Some(Goal::Skill(id("a"))))]).unwrap();
        let mut shut = session_on(Box::new(ReadOnly(journal(room.path()))), "2026-11-23");
        let before = plan(&shut, None);
        assert!(!note_forecast(&mut shut));
        assert!(before.forecast.is_some());
        assert_eq!(plan(&shut, None), before);
    }

    #[test]
    fn undo_and_redo_go_round_a_forecast() {
        let room = tempfile::tempdir().unwrap();
        let mut session = session(room.path(), "2026-11-23");
        let start = Intent::Mark { skill: SkillIx(0), mark: Mark::Start };
        session.record(vec![Intent::Goal(Some(Goal::Skill(id("a"))))]).unwrap();
        session.record(vec![start]).unwrap();
        session.undo().unwrap();
        assert!(note_forecast(&mut session));
        let is_start = |act: &Act| matches!(act, Act::Mark { mark: Mark::Start, .. });
        assert!(session.redo().unwrap().first().is_some_and(|event| is_start(&event.act)));
        assert!(session.undo().unwrap().first().is_some_and(|event| is_start(&event.act)));
        assert!(session.undo().unwrap().first().is_some_and(|event| matches!(event.act, Act::Goal(_))));
        assert!(session.undo().unwrap().is_empty());
        assert_eq!(session.progress().forecasts().count(), 1);
    }
}
