//! Review: a question, its answer, a rating, and what there is to say where nothing is due.

use super::*;
use crate::domain::{Event, Mark, ReviewSettings};
use crate::store::journal::Folded;

/// A journal in memory whose acts were written so many days ago.
fn past(acts: Vec<(i64, Act)>) -> MemoryJournal {
    let mut journal = MemoryJournal::new(DeviceId::parse("01J00000000000000000000000").unwrap());
    let now = Clock::Fixed(Day::parse(TODAY).unwrap()).now();
    for (ago, act) in acts {
        journal.append(now - chrono::Duration::days(ago), vec![act]).unwrap();
    }
    journal
}

const TODAY: &str = "2026-11-24";

fn done(name: &str, ago: i64) -> (i64, Act) {
    (ago, Act::Mark { skill: Id::parse(name).unwrap(), mark: Mark::Done })
}

fn learner(acts: Vec<(i64, Act)>, size: (u16, u16), cap: u32) -> Person {
    let settings = Settings {
        review: ReviewSettings { cap, ..ReviewSettings::default() },
        ..Settings::default()
    };
    let clock = Clock::Fixed(Day::parse(TODAY).unwrap());
    let session = Session::new(road(), Box::new(past(acts)), clock, settings, Vec::new()).unwrap();
    let look = Look::of(&Wanted::default(), false, false, false);
    let manner = Manner { look, keymap: Keymap::default(), mouse: true };
    let model = Model::new(&session, manner, size);
    Person { session, model, desk: Desk::default(), left: false, drafts: Vec::new() }
}

/// Three skills that are due, the first since the longest time.
fn three(size: (u16, u16)) -> Person {
    learner(vec![done("linux.shell", 60), done("net.http", 40), done("git.basics", 20)], size, 20)
}

fn ratings(person: &mut Person) -> Vec<u8> {
    let events = person.session.history().unwrap().into_iter().filter(|(_, undone)| !undone);
    let rating = |(event, _): (Event, bool)| match event.act {
        Act::Review { rating, .. } => Some(rating),
        _ => None,
    };
    events.filter_map(rating).collect()
}
