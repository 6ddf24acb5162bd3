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
    use super::*;
    use crate::domain::fixture::{id, road, skill};
    use crate::domain::{Act, Day, Goal, Mark, Settings, SkillIx};
    use crate::store::clock::Clock;
    use crate::store::journal::FileJournal;
    use crate::store::paths::Paths;

    fn session(room: &std::path::Path, day: &str) -> Session {
        let at = |name: &str| room.join(name);
        let paths = Paths { data: at("data"), config: at("config"), cache: at("cache"), state: at("state") };
        let journal = Box::new(FileJournal::open(&paths).unwrap());
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

    #[test]
    fn undo_and_redo_go_round_a_forecast() {
        let room = tempfile::tempdir().unwrap();
        let mut session = session(room.path(), "2026-11-23");
        let start = Intent::Mark { skill: SkillIx(0), mark: Mark::Start };
        session.record(vec![Intent::Goal(Some(Goal::Skill(id("a")))), start]).unwrap();
        session.undo().unwrap();
        assert!(note_forecast(&mut session));
        let is_start = |act: &Act| matches!(act, Act::Mark { mark: Mark::Start, .. });
        assert!(session.redo().unwrap().is_some_and(|event| is_start(&event.act)));
        assert!(session.undo().unwrap().is_some_and(|event| is_start(&event.act)));
        assert!(session.undo().unwrap().is_some_and(|event| matches!(event.act, Act::Goal(_))));
        assert!(session.undo().unwrap().is_none());
        assert_eq!(session.progress().forecasts().count(), 1);
    }
}
