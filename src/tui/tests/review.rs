//! Review: a question, its answer, a rating, and what there is to say where nothing is due.

use super::*;
use crate::domain::{Event, Mark, ReviewSettings};

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
    learner_on(road(), acts, size, cap)
}

fn learner_on(road: Roadmap, acts: Vec<(i64, Act)>, size: (u16, u16), cap: u32) -> Person {
    let settings =
        Settings { review: ReviewSettings { cap, ..ReviewSettings::default() }, ..Settings::default() };
    let clock = Clock::Fixed(Day::parse(TODAY).unwrap());
    let session = Session::new(road, Box::new(past(acts)), clock, settings, Vec::new()).unwrap();
    let look = Look::of(&Wanted::default(), false, false, false);
    let manner = Manner { look, keymap: Keymap::default(), mouse: true };
    let model = Model::new(&session, manner, size);
    Person { session, model, desk: Desk::default(), left: false, drafts: Vec::new() }
}

/// Three skills that are due, the first since the longest time.
fn three(size: (u16, u16)) -> Person {
    learner(vec![done("shell", 60), done("git", 40), done("testing", 20)], size, 20)
}

fn ratings(person: &mut Person) -> Vec<u8> {
    let events = person.session.history().unwrap().into_iter().filter(|(_, undone)| !undone);
    let rating = |(event, _): (Event, bool)| match event.act {
        Act::Review { rating, .. } => Some(rating),
        _ => None,
    };
    events.filter_map(rating).collect()
}

#[test]
fn a_question_is_asked_revealed_and_rated() {
    let mut person = three((80, 24));
    insta::assert_snapshot!("today_with_reviews", person.screen());
    person.keys("r");
    insta::assert_snapshot!("question", person.screen());
    person.keys("3");
    assert_eq!(person.model.place.screen, Screen::Plan, "without an answer, numbers go to the screens");
    person.keys("4 space");
    insta::assert_snapshot!("answer", person.screen());
    person.keys("3");
    insta::assert_snapshot!("next_question", person.screen());
    assert_eq!(ratings(&mut person), [3]);
}

#[test]
fn what_was_forgotten_comes_again_at_the_end_and_a_rating_can_be_taken_back() {
    let mut person = three((80, 24));
    person.keys("r enter 1 enter 3");
    assert!(person.screen().contains("2 to go"), "{}", person.screen());
    person.keys("u");
    assert!(
        person.screen().contains("Using Git") || person.screen().contains("What is a branch?"),
        "{}",
        person.screen()
    );
    assert_eq!(ratings(&mut person), [1]);
    person.keys("enter 3 enter 3");
    let screen = person.screen();
    assert!(screen.contains("once more, 1 to go") && screen.contains("2>&1"), "{screen}");
    person.keys("enter 4");
    insta::assert_snapshot!("end", person.screen());
    assert_eq!(ratings(&mut person), [1, 3, 3, 4]);
    person.keys("5 4");
    assert!(person.screen().contains("All done for today"), "{}", person.screen());
}

#[test]
fn what_is_skipped_waits_until_the_end() {
    let mut person = three((80, 24));
    person.keys("r s s enter 3");
    insta::assert_snapshot!("skipped", person.screen());
    person.keys("enter");
    assert!(person.screen().contains("2>&1") && person.screen().contains("2 to go"), "{}", person.screen());
}

#[test]
fn the_card_of_the_skill_is_a_key_away_and_numbers_are_the_screens_there() {
    let mut person = three((80, 24));
    person.keys("r enter right");
    insta::assert_snapshot!("card_of_what_is_asked", person.screen());
    person.keys("esc");
    assert!(person.screen().contains("easy"), "the answer still shows: {}", person.screen());
    person.keys("right 1");
    assert_eq!(person.model.place.screen, Screen::Today);
    assert!(ratings(&mut person).is_empty());
}

#[test]
fn where_nothing_is_due_it_says_why_and_what_comes() {
    let mut person = learner(vec![], (80, 24), 20);
    insta::assert_snapshot!("nothing_yet", person.keys("4").screen());
    let mut person = learner(vec![done("shell", 1)], (80, 24), 20);
    insta::assert_snapshot!("nothing_due", person.keys("4").screen());
    assert!(!person.keys("1").screen().contains("Review 1 due"));
}

#[test]
fn a_day_asks_no_more_than_the_settings_say_unless_one_wants() {
    let mut person = learner(vec![done("shell", 60), done("git", 40), done("testing", 20)], (80, 24), 2);
    assert!(person.screen().contains("2 due, about 2 min"), "{}", person.screen());
    person.keys("r enter 3 enter 3");
    insta::assert_snapshot!("capped", person.screen());
    person.keys("enter");
    assert!(person.screen().contains("1 to go"), "{}", person.screen());
}

#[test]
fn review_at_other_sizes() {
    for (columns, rows) in [(40, 10), (120, 40)] {
        let mut person = three((columns, rows));
        person.keys("r");
        insta::assert_snapshot!(format!("question_{columns}"), person.screen());
        person.keys("enter");
        insta::assert_snapshot!(format!("answer_{columns}"), person.screen());
    }
}

#[test]
fn ratings_can_be_clicked() {
    let mut person = three((80, 24));
    person.keys("r").click("2>&1");
    person.click("good");
    assert_eq!(ratings(&mut person), [3]);
}

#[test]
fn a_done_skill_fades_everywhere_until_it_is_remembered() {
    let mut person = three((120, 40));
    person.keys("2");
    assert!(person.screen().contains("! Working in a shell"), "{}", person.screen());
    person.keys("v [");
    insta::assert_snapshot!("fading_in_the_list_and_on_the_card", person.screen());
    person.keys("4 enter 3 2 v");
    assert!(person.screen().contains("\u{2713} Working in a shell"), "{}", person.screen());
}

#[test]
fn what_fades_is_told_so_wherever_its_status_is() {
    let mut person = three((120, 40));
    let shows =
        |person: &Person, text: &str| assert!(person.screen().contains(text), "{text}\n{}", person.screen());
    person.keys("/").types("container").keys("enter");
    shows(&person, "! Git (fading)");
    person.keys("/").types("shell").keys("enter");
    insta::assert_snapshot!("fading_on_a_card_that_opens_it", person.screen());
    person.keys("w");
    shows(&person, "! fading, ");
    person.keys("esc c").types("shell");
    shows(&person, "! Working in a shell");
    let mut person = learner(vec![done("lang.go", 60)], (80, 24), 20);
    person.keys("p enter");
    shows(&person, "! fading");
    person.keys("esc 2 v Z g");
    let rows = person.model.screens.map.rows().len();
    for _ in 0..rows {
        if person.model.choice(&person.session).is_none() {
            person.keys("down");
        }
    }
    shows(&person, "! Go (fading)");
}

#[test]
fn a_failure_to_record_leaves_the_answer_where_it_is() {
    let mut person = three((80, 24));
    person.keys("r enter").presses_in_vain("3");
    assert!(
        person.screen().contains("easy") && person.screen().contains("No space left"),
        "{}",
        person.screen()
    );
    assert!(ratings(&mut person).is_empty());
}

#[test]
fn a_long_prompt_wraps_and_its_answer_comes_into_sight() {
    let text = include_str!("../../../tests/fixtures/road.toml");
    let long = "Which of the many ways to send standard error where standard output goes keeps the order of both, \
                and why does it matter in which order the two redirections stand on the line?";
    let text = text.replace("What does `2>&1` do?", long);
    let road =
        |text: &str| read(None, &[Source::new("road.toml", text.as_bytes().to_vec())]).roadmap.unwrap();
    let mut person = learner_on(road(&text), vec![done("shell", 60)], (80, 24), 20);
    insta::assert_snapshot!("long_question", person.keys("r").screen());
    let mut person = learner_on(road(&text), vec![done("shell", 60)], (40, 10), 20);
    insta::assert_snapshot!("long_question_40", person.keys("r").screen());
    insta::assert_snapshot!("long_answer_40", person.keys("enter").screen());
    person.keys("up up up");
    assert!(person.screen().contains("Which of the many"), "{}", person.screen());
    assert!(person.screen().contains("4 easy"), "the ratings stay: {}", person.screen());
}
