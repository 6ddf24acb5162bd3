//! What a person does at the screen: goals, ticks, time, notes, choices, and taking back.

use super::*;

#[test]
fn a_goal_is_chosen_by_typing_a_part_of_its_name() {
    let mut person = Person::new();
    person.keys("O").types("plat");
    insta::assert_snapshot!("goal_list", person.screen());
    person.keys("enter");
    insta::assert_snapshot!("goal_taken", person.screen());
}

#[test]
fn ticking_an_outcome_on_the_card_begins_the_skill() {
    let mut person = Person::new();
    person.keys("tab down space");
    insta::assert_snapshot!(person.screen());
}

#[test]
fn on_the_card_keys_act_on_the_skill_of_the_highlighted_row() {
    let mut person = Person::new();
    person.keys("tab down down down");
    assert_eq!(person.model.target(&person.session), person.session.roadmap().names().skill("git"));
    person.keys("S");
    assert!(person.screen().contains("Skipped: Git"), "{}", person.screen());
    person.keys("w");
    assert!(person.screen().contains("Why: Git"), "{}", person.screen());
    person.keys("esc y");
    assert_eq!(person.desk.copied, ["git"]);
}

#[test]
fn the_map_unfolds_and_walks_along_the_lines() {
    let mut person = Person::new();
    person.keys("2 v Z");
    insta::assert_snapshot!("map_unfolded", person.screen());
    person.keys("}");
    assert!(person.screen().contains("▸     · Git"), "{}", person.screen());
    person.keys("[");
    assert!(person.screen().contains("▸     ○ Working in a shell"), "{}", person.screen());
    person.keys("H L H H");
    assert!(person.screen().contains("▸     ○ Working in a shell"), "{}", person.screen());
}

#[test]
fn done_without_its_prerequisites_is_asked_about_first() {
    let mut person = Person::new();
    person.keys("/").types("container").keys("enter d");
    insta::assert_snapshot!("done_question", person.screen());
    person.keys("esc");
    assert!(person.session.history().unwrap().is_empty());
    person.keys("d y");
    assert_eq!(person.session.history().unwrap().len(), 1);
    assert!(person.screen().contains("Done: Container images"), "{}", person.screen());
}

#[test]
fn undo_and_redo_say_what_they_did_without_limit() {
    let mut person = Person::new();
    person.keys("b d u");
    assert!(person.screen().contains("Undone: done: Working in a shell"), "{}", person.screen());
    person.keys("u");
    assert!(person.screen().contains("Undone: started: Working in a shell"), "{}", person.screen());
    person.keys("u");
    assert!(person.screen().contains("Nothing to undo."), "{}", person.screen());
    person.keys("ctrl-r ctrl-r");
    assert!(person.screen().contains("Redone: done: Working in a shell"), "{}", person.screen());
}

#[test]
fn time_is_logged_and_shows_at_once() {
    let mut person = Person::new();
    person.keys("a").types("2x").keys("enter");
    insta::assert_snapshot!("log_refused", person.screen());
    person.keys("backspace").types("0").keys("enter");
    insta::assert_snapshot!("log_taken", person.screen());
}

#[test]
fn a_goal_that_the_roadmap_lacks_is_named_and_what_is_skipped_is_not_claimed() {
    let mut person = Person::new();
    let goal = Goal::Role(Id::parse("team.lead").unwrap());
    person.session.record(vec![Intent::Goal(Some(goal))]).unwrap();
    person.keys("S");
    let screen = person.screen();
    assert!(screen.contains("team.lead is not in this roadmap"), "{screen}");
    person.keys("5");
    let screen = person.screen();
    assert!(screen.contains("0 skills done · 1 skipped"), "{screen}");
}

#[test]
fn a_failed_save_loses_nothing_that_was_typed() {
    let mut person = Person::new();
    person.keys("a").types("45").presses_in_vain("enter");
    insta::assert_snapshot!("log_failed", person.screen());
    person.keys("enter");
    assert!(person.model.overlay.is_none());
    assert_eq!(person.session.progress().minutes_on(person.model.day()), 45);

    let mut person = Person::new();
    let skill = person.model.focus().unwrap();
    let written = Message::NoteWritten(skill, Some("a long note".to_owned()));
    let effects = update(&mut person.model, &person.session, written);
    assert!(matches!(effects[..], [Effect::Record(_)]));
    person.tell(Message::Failed(full()));
    let again = Input::Key(Key::parse("e").unwrap());
    let effects = update(&mut person.model, &person.session, Message::Input(again));
    assert_eq!(effects, [Effect::EditNote(skill, "a long note".to_owned())]);
}

#[test]
fn find_flies_there_and_n_goes_on() {
    let mut person = Person::new();
    person.keys("/").types("co");
    insta::assert_snapshot!("find", person.screen());
    person.keys("enter");
    assert_eq!(person.model.place.screen, Screen::Map);
    assert!(person.screen().contains("· Container images"), "{}", person.screen());
    let first = person.model.focus();
    person.keys("n");
    assert_ne!(person.model.focus(), first);
    person.keys("N");
    assert_eq!(person.model.focus(), first);
}

#[test]
fn a_note_comes_back_from_the_editor_clean() {
    let mut person = Person::new();
    person.desk.note = Some("watch \u{1b}[31mthe\u{202e} quotes\n".to_owned());
    person.keys("e");
    let skill = person.model.focus().unwrap();
    let said = person.session.progress().of(person.session.roadmap().skill(skill)).into_owned();
    assert_eq!(said.note_text().unwrap().as_str(), "watch [31mthe quotes");
}

#[test]
fn a_choice_shows_its_options_and_one_is_picked_and_taken_back() {
    let mut person = Person::at((80, 30), false, false);
    person.keys("O").types("plat").keys("enter");
    insta::assert_snapshot!("taken_for_granted", person.screen());
    person.keys("p");
    insta::assert_snapshot!("choices", person.screen());
    person.keys("enter");
    insta::assert_snapshot!("options", person.screen());
    person.types("go").keys("enter");
    assert!(person.screen().contains("Picked Go for One language"), "{}", person.screen());
    assert!(!person.screen().contains("Taken for granted"), "{}", person.screen());
    person.keys("2 v Z down down down down up");
    let choice = person.session.roadmap().names().node("lang");
    while person.model.choice(&person.session).map(Node::Choice) != choice {
        person.keys("down");
    }
    insta::assert_snapshot!("choice_card", person.screen());
    person.keys("enter enter");
    assert!(person.screen().contains("That is the option you take already."), "{}", person.screen());
    person.keys("u");
    assert!(person.screen().contains("Undone: picked Go"), "{}", person.screen());
    assert!(person.session.progress().picked(&Id::parse("lang").unwrap()).is_none());
}

#[test]
fn links_open_only_where_they_are_web_addresses_and_ids_are_copied() {
    let mut person = Person::new();
    person.keys("o y");
    assert_eq!(person.desk.opened, ["https://www.gnu.org/software/bash/manual/"]);
    assert_eq!(person.desk.copied, ["shell"]);
}

#[test]
fn a_card_that_is_kept_is_what_would_be_laid_anew() {
    let mut person = Person::at((120, 40), false, false);
    for keys in [
        "down", "up", "d", "u", "2", "right", "left", "space", "l", "h", "+", "-", "1", "tab", "space", "tab",
    ] {
        person.keys(keys);
        let rows = person.model.card_rows(&person.session).into_owned();
        let mut fresh = person.model.pages.card.clone();
        if let Some(card) = &mut fresh {
            *card = crate::app::page::card(&person.session, card.skill);
        }
        assert_eq!(person.model.pages.card, fresh, "after {keys}");
        let size = person.model.size;
        person.tell(Message::Input(Input::Resize(size.0 - 20, size.1)));
        person.tell(Message::Input(Input::Resize(size.0, size.1)));
        assert_eq!(person.model.card_rows(&person.session), rows, "after {keys}");
    }
}
