//! The check-in on the screen.

use super::*;

#[test]
fn an_evening_is_written_down_with_the_keyboard_alone_and_taken_back_with_one_undo() {
    let mut person = Person::new();
    person.keys("c");
    insta::assert_snapshot!("checkin_skill", person.screen());
    person.keys("enter").types("soon").keys("enter");
    assert!(person.screen().contains("write minutes or hours"), "{}", person.screen());
    person.keys("esc").types("45").keys("enter");
    person.types("1").keys("down space");
    insta::assert_snapshot!("checkin_outcomes", person.screen());
    person.keys("enter").types("pipes: a | b").keys("enter");
    person.types("https://example.com/dotfiles").keys("enter");
    insta::assert_snapshot!("checkin_whole", person.screen());
    person.types("a").types("git").keys("enter").types("20").keys("enter enter enter enter");
    assert!(person.screen().contains("studied 20 min: Git"), "{}", person.screen());
    assert!(person.session.history().unwrap().is_empty(), "nothing is written before one means it");
    person.keys("enter");
    assert_eq!(person.session.history().unwrap().len(), 5);
    assert_eq!(person.session.progress().minutes_on(person.model.day()), 65);
    assert!(person.model.overlay.is_none(), "{}", person.screen());
    person.keys("u");
    assert_eq!(person.session.progress().minutes_on(person.model.day()), 0);
    assert!(person.session.progress().is_empty(), "all of it is taken back");
}

#[test]
fn every_question_can_be_passed_over_and_gone_back_to() {
    let mut person = Person::new();
    person.keys("c enter enter enter enter enter");
    assert!(person.screen().contains("This is what is written down"), "{}", person.screen());
    person.keys("esc esc esc esc");
    assert!(person.screen().contains("How long?"), "{}", person.screen());
    person.keys("esc esc");
    assert!(person.model.overlay.is_none());
    person.keys("c enter enter enter enter enter enter");
    assert!(person.screen().contains("Nothing to write down. Rest well."), "{}", person.screen());
    assert!(person.session.history().unwrap().is_empty());
}

#[test]
fn at_the_least_size_the_question_and_the_answer_show() {
    let mut person = Person::at((40, 10), false, false);
    person.keys("c");
    insta::assert_snapshot!("checkin_40", person.screen());
}

#[test]
fn long_outcomes_are_told_whole_and_the_one_in_focus_shows() {
    let mut person = Person::at((40, 11), false, false);
    person.keys("c enter enter");
    insta::assert_snapshot!("checkin_outcomes_40", person.screen());
    person.keys("down down");
    insta::assert_snapshot!("checkin_outcomes_last_40", person.screen());
}

#[test]
fn two_notes_on_one_skill_stand_below_each_other() {
    let mut person = Person::new();
    person.keys("c enter enter enter").types("first").keys("enter enter");
    person.types("a").keys("enter enter enter").types("second").keys("enter enter enter");
    let notes: Vec<String> = person
        .session
        .roadmap()
        .skills()
        .filter_map(|(_, skill)| person.session.progress().of(skill).note_text().map(ToString::to_string))
        .collect();
    assert_eq!(notes, ["first\n\nsecond"], "{}", person.screen());
}
