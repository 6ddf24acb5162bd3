//! Keys, mouse and paste: whatever comes in, at whatever size.

use proptest::prelude::*;

use super::*;

#[test]
fn clicks_do_what_keys_do() {
    let mut person = Person::new();
    person.click("2 Map");
    assert_eq!(person.model.place.screen, Screen::Map);
    person.keys("v").click("Running services").keys("right");
    person.click("Container images");
    assert!(
        person.screen().contains("An image is a stack") || person.screen().contains("Postings ask"),
        "{}",
        person.screen()
    );
    person.click("1 [ ] I can write a Dockerfile").click("1 [ ] I can write a Dockerfile");
    assert!(person.screen().contains("1 [x]"), "{}", person.screen());
    let target = person.drawn().1.hits.at(70, 5).unwrap();
    assert!(matches!(target, Target::Pane(Pane::Side) | Target::Row(Pane::Side, _)));
}

#[test]
fn pasted_text_is_never_read_as_keys() {
    let mut person = Person::new();
    person.tell(Message::Input(Input::Paste("dddqq".to_owned())));
    assert!(!person.left && person.session.history().unwrap().is_empty());
    person.keys("/");
    person.tell(Message::Input(Input::Paste("con\u{1b}tainer\n".repeat(200))));
    assert!(person.model.overlay.is_some());
}

#[test]
fn escape_steps_back_and_never_quits() {
    let mut person = Person::new();
    person.keys("/").types("git").keys("esc");
    assert!(person.model.overlay.is_some(), "the first only clears");
    person.keys("esc esc esc esc");
    assert!(person.model.overlay.is_none() && !person.left);
    person.keys("q");
    assert!(person.left);
}

#[test]
fn ctrl_c_quits_from_anywhere_and_ctrl_z_sleeps() {
    for keys in ["", "/", "a", "?", "w"] {
        let mut person = Person::new();
        person.keys(keys).keys("ctrl-z ctrl-c");
        assert!(person.left && person.desk.slept == 1, "after {keys:?}");
    }
}

#[test]
fn the_mouse_can_be_given_back() {
    let mut person = Person::new();
    person.keys("m");
    assert_eq!(person.desk.mouse, Some(false));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_size_and_no_keys_make_it_panic(
        sizes in prop::collection::vec((0u16..=200, 0u16..=60), 1..4),
        keys in prop::collection::vec(0usize..64, 0..40),
    ) {
        let all: Vec<&str> = crate::tui::ACTIONS.iter().flat_map(|row| row.keys).copied().collect();
        let mut person = Person::at(sizes[0], false, false);
        for (i, key) in keys.into_iter().enumerate() {
            person.keys(all[key % all.len()]);
            let (columns, rows) = sizes[i % sizes.len()];
            person.tell(Message::Input(Input::Resize(columns, rows)));
            person.drawn();
        }
    }
}
