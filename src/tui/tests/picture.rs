//! The road as a picture: at every zoom, walked through, with a skill's own way.

use super::*;

fn at(size: (u16, u16), keys: &str) -> Person {
    let mut person = Person::at(size, false, false);
    person.keys(keys);
    person
}

fn focus(person: &Person) -> String {
    let skill = person.model.focus(&person.session).expect("a skill is in focus");
    person.session.roadmap().skill(skill).id.to_string()
}

#[test]
fn the_whole_road_stands_in_bands_of_tracks_and_columns_of_stages() {
    insta::assert_snapshot!("whole_at_80x24", at((80, 24), "2 v").screen());
    insta::assert_snapshot!("whole_at_120x40", at((120, 40), "2 v").screen());
    insta::assert_snapshot!("whole_at_200x50", at((200, 50), "2 v").screen());
}

#[test]
fn from_farther_away_stages_are_stations_and_from_nearer_skills_are_boxes() {
    insta::assert_snapshot!("far_at_80x24", at((80, 24), "2 v -").screen());
    insta::assert_snapshot!("near_at_120x40", at((120, 40), "2 v +").screen());
}

#[test]
fn a_skills_own_way_is_laid_out_afresh_and_left_again() {
    let mut person = at((80, 24), "2 f");
    insta::assert_snapshot!("own_way_at_80x24", person.screen());
    let way = focus(&person);
    person.keys("esc");
    assert!(person.model.place.picture && focus(&person) == way, "the whole road, at the same skill");
    person.keys("f f v");
    assert!(!person.model.place.picture && focus(&person) == way, "the list, at the same skill");
}

#[test]
fn arrows_walk_along_the_lines_and_the_outline_walks_along() {
    let mut person = at((120, 40), "2 v");
    assert_eq!(focus(&person), "shell");
    person.keys("right");
    let next = focus(&person);
    let needs = &person.session.roadmap().skill(person.model.focus(&person.session).unwrap()).requires;
    assert!(!needs.is_empty(), "{next} is reached by a line");
    person.keys("left");
    assert_eq!(focus(&person), "shell");
    person.keys("right v");
    assert_eq!(focus(&person), next, "the list is at the same skill");
}

#[test]
fn what_can_be_done_to_a_skill_can_be_done_in_the_picture() {
    let mut person = at((120, 40), "2 v s");
    let says = |person: &Person, text: &str| assert!(person.screen().contains(text), "{}", person.screen());
    says(&person, "◐ learning");
    person.keys("d");
    says(&person, "✓ Working in a shell");
    person.keys("u u");
    says(&person, "○ ready");
}

#[test]
fn a_click_takes_a_box_into_focus_and_a_second_one_opens_its_card() {
    let mut person = at((120, 40), "2 v right left");
    person.keys("right");
    let title = {
        let skill = person.model.focus(&person.session).unwrap();
        person.session.roadmap().skill(skill).title.to_string()
    };
    let (mut other, there) = (at((120, 40), "2 v"), focus(&person));
    other.click(&title);
    assert_eq!(focus(&other), there);
    assert_eq!(other.model.place.pane, Pane::List);
    other.click(&title);
    assert_eq!(other.model.place.pane, Pane::Side);
}

#[test]
fn n_goes_to_the_plans_next_step_while_nothing_was_searched_for() {
    let mut person = at((120, 40), "2 v right right");
    let next = person.model.pages.today.steps[0].skill;
    assert_ne!(person.model.focus(&person.session), Some(next));
    person.keys("n");
    assert_eq!(person.model.focus(&person.session), Some(next));
}

#[test]
fn what_helps_is_a_dotted_line_on_a_skills_own_way() {
    let has_dots = |person: &Person| person.screen().contains(['┄', '┆']);
    let mut person = at((160, 40), "2 f");
    assert!(!has_dots(&person), "{}", person.screen());
    let opened = person.session.roadmap().skills().find(|(_, skill)| !skill.helps.is_empty()).unwrap().0;
    person.keys("esc v");
    person.model.screens.map.show(person.session.roadmap(), opened, 40);
    person.keys("f");
    assert!(has_dots(&person), "{}", person.screen());
}
