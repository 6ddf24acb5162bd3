//! The road as a picture: at every zoom, walked through, with a skill's own way.

use std::collections::BTreeSet;

use super::*;
use crate::format::shipped::shipped;

fn at(size: (u16, u16), keys: &str) -> Person {
    let mut person = Person::at(size, false, false);
    person.keys(keys);
    person
}

fn focus(person: &Person) -> String {
    let skill = person.model.focus().expect("a skill is in focus");
    person.session.roadmap().skill(skill).id.to_string()
}

#[test]
fn the_road_at_every_zoom_and_size() {
    for size in [(80, 24), (120, 40), (200, 50)] {
        for (zoom, keys) in [("far", "2 -"), ("whole", "2"), ("near", "2 +"), ("own_way", "2 f")] {
            let name = format!("{zoom}_at_{}x{}", size.0, size.1);
            insta::assert_snapshot!(name, at(size, keys).screen());
        }
    }
}

#[test]
fn a_skills_own_way_is_laid_out_afresh_and_left_again() {
    let mut person = at((80, 24), "2 f");
    let way = focus(&person);
    person.keys("esc");
    assert!(person.model.place.picture && focus(&person) == way, "the whole road, at the same skill");
    person.keys("f f v");
    assert!(!person.model.place.picture && focus(&person) == way, "the list, at the same skill");
}

#[test]
fn arrows_walk_along_the_lines_and_the_outline_walks_along() {
    let mut person = at((120, 40), "2");
    assert_eq!(focus(&person), "shell");
    person.keys("right");
    let next = focus(&person);
    let needs = &person.session.roadmap().skill(person.model.focus().unwrap()).requires;
    assert!(!needs.is_empty(), "{next} is reached by a line");
    person.keys("left");
    assert_eq!(focus(&person), "shell");
    person.keys("right v");
    assert_eq!(focus(&person), next, "the list is at the same skill");
}

#[test]
fn what_can_be_done_to_a_skill_can_be_done_in_the_picture() {
    let mut person = at((120, 40), "2 b");
    let says = |person: &Person, text: &str| assert!(person.screen().contains(text), "{}", person.screen());
    says(&person, "◐ learning");
    person.keys("d");
    says(&person, "✓ Working in a shell");
    person.keys("u u");
    says(&person, "○ ready");
}

#[test]
fn a_click_takes_a_box_into_focus_and_a_second_one_opens_its_card() {
    let mut person = at((120, 40), "2 right left");
    person.keys("right");
    let title = {
        let skill = person.model.focus().unwrap();
        person.session.roadmap().skill(skill).title.to_string()
    };
    let (mut other, there) = (at((120, 40), "2"), focus(&person));
    other.click(&title);
    assert_eq!(focus(&other), there);
    assert_eq!(other.model.place.pane, Pane::List);
    other.click(&title);
    assert_eq!(other.model.place.pane, Pane::Side);
}

#[test]
fn n_goes_to_the_plans_next_step_while_nothing_was_searched_for() {
    let mut person = at((120, 40), "2 right right");
    let next = person.model.pages.today.steps[0].skill;
    assert_ne!(person.model.focus(), Some(next));
    person.keys("n");
    assert_eq!(person.model.focus(), Some(next));
}

#[test]
fn what_helps_is_a_dotted_line_on_a_skills_own_way() {
    let has_dots = |person: &Person| person.screen().contains(['┄', '┆']);
    let mut person = at((159, 40), "2 f");
    assert!(!has_dots(&person), "{}", person.screen());
    let opened = person.session.roadmap().skills().find(|(_, skill)| !skill.helps.is_empty()).unwrap().0;
    person.keys("esc v");
    person.model.screens.map.show(person.session.roadmap(), opened, 40);
    person.keys("f");
    assert!(has_dots(&person), "{}", person.screen());
}

/// The shipped road, which is larger than any screen.
fn long_road(size: (u16, u16), ascii: bool, keys: &str) -> Person {
    let look = Look::of(&Wanted::default(), false, false, ascii);
    let mut person = Person::on(shipped(), size, look, Vec::new());
    person.keys(keys);
    person
}

/// Where the small map lies on the screen, if it shows.
fn small(person: &Person) -> Option<Rect> {
    let hits = person.drawn().1.hits;
    let (columns, rows) = person.model.size;
    let cells = (0..rows).flat_map(|y| (0..columns).map(move |x| Rect::new(x, y, 1, 1)));
    let of_it = cells.filter(|cell| matches!(hits.at(cell.x, cell.y), Some(Target::Part(..))));
    of_it.reduce(|one, other| one.union(other))
}

/// The small map as text.
fn small_text(person: &Person) -> String {
    let (area, (buffer, _)) = (small(person).expect("it shows"), person.drawn());
    let line = |y| (area.left()..area.right()).map(|x| buffer[(x, y)].symbol()).collect::<String>() + "\n";
    (area.top()..area.bottom()).map(line).collect()
}

#[test]
fn a_small_map_in_the_corner_shows_which_part_of_the_road_is_in_sight() {
    for (size, name) in [((80, 24), "small_at_80x24"), ((120, 40), "small_at_120x40")] {
        let mut person = long_road(size, false, "2 d");
        let (pane, area) = (person.model.areas().list.unwrap(), small(&person).unwrap());
        assert_eq!((area.right(), area.bottom()), (pane.right(), pane.bottom()));
        assert!(area.width <= pane.width / 4 && area.height <= 7);
        let begin = small_text(&person);
        person.keys("pgdn");
        insta::assert_snapshot!(name, format!("{begin}{}", small_text(&person)));
    }
    let text = small_text(&long_road((80, 24), true, "2"));
    assert!(text.is_ascii() && text.contains('=') && text.contains('['), "{text}");
}

#[test]
fn there_is_no_small_map_without_need_or_room_nor_where_it_would_be_read_aloud() {
    assert_eq!(small(&at((240, 50), "2")), None, "all of the road is in sight");
    assert_eq!(small(&long_road((61, 24), false, "2")), None);
    assert_eq!(small(&long_road((80, 18), false, "2")), None);
    assert!(small(&long_road((62, 19), false, "2")).is_some());
    let mut aloud = Person::on(shipped(), (80, 24), Look::of(&Wanted::default(), true, false, false), vec![]);
    assert_eq!(small(aloud.keys("2 v")), None);
}

#[test]
fn the_small_map_gives_way_to_the_box_in_focus() {
    let mut person = long_road((80, 24), false, "2");
    let pane = person.model.areas().list.unwrap();
    let mut corners = Vec::new();
    for key in ["down", "right", "down"].iter().cycle().take(60) {
        person.keys(key);
        let node = person.model.box_in_focus(&person.session).unwrap();
        let hits = person.drawn().1.hits;
        let mut cells = pane.positions().map(|at| hits.at(at.x, at.y));
        assert!(cells.any(|hit| hit == Some(Target::Box(node))), "beneath it:\n{}", person.screen());
        corners.push(small(&person).unwrap().left());
    }
    assert!(corners.contains(&pane.left()) && corners.iter().any(|&left| left > pane.left()), "{corners:?}");
}

#[test]
fn a_click_in_the_small_map_brings_that_part_into_sight_and_keeps_the_focus() {
    let mut person = long_road((80, 24), false, "2");
    let (area, before) = (small(&person).unwrap(), focus(&person));
    let (column, row) = (area.left() + 12, area.top() + 4);
    let target = person.drawn().1.hits.at(column, row).unwrap();
    let Target::Part(x, y) = target else { panic!("{target:?} lies over the small map") };
    person.does(Input::Press(column, row));
    let (viewport, room) = (person.model.screens.picture.viewport, person.model.picture_room());
    assert_eq!((viewport.x + room.0 / 2, viewport.y + room.1 / 2), (x, y));
    person.does(Input::Release);
    assert_eq!(person.model.screens.picture.viewport, viewport);
    assert_eq!(focus(&person), before);
    person.keys("?").tell(Message::Pressed(Target::Part(0, 0), (0, 0)));
    assert!(person.model.overlay.is_none(), "a click beside what is open closes it");
    assert_eq!(person.model.screens.picture.viewport, viewport);
}

#[test]
fn dragging_in_the_small_map_moves_the_road_by_its_scale_even_beyond_its_frame() {
    let mut person = long_road((80, 24), false, "2");
    let (area, before) = (small(&person).unwrap(), focus(&person));
    let sight = |person: &Person| person.model.screens.picture.viewport;
    let part = |person: &Person, x: u16, y: u16| match person.drawn().1.hits.at(x, y) {
        Some(Target::Part(x, y)) => (x, y),
        other => panic!("{other:?} lies over the small map"),
    };
    let (x, y) = (area.left() + 6, area.top() + 3);
    let (from, to) = (part(&person, x, y), part(&person, x + 5, y + 1));
    let room = person.model.picture_room();
    person.does(Input::Press(x, y));
    let pressed = sight(&person);
    person.does(Input::Drag(x + 5, y + 1));
    let middle = |person: &Person| (sight(person).x + room.0 / 2, sight(person).y + room.1 / 2);
    let (across, down) = middle(&person);
    assert!((across - to.0).abs() <= 1 && (down - to.1).abs() <= 1, "{:?} is not {to:?}", (across, down));
    let one = (to.0 - from.0) / 5;
    let edge = sight(person.does(Input::Drag(area.left() - 9, area.top() - 9)));
    assert_eq!((edge.x, edge.y), (0, 0), "beyond the frame it goes on to the edge");
    person.does(Input::Drag(x + 1, y));
    assert!((middle(&person).0 - from.0 - one).abs() <= 1, "and comes back to what is under the pointer");
    person.does(Input::Drag(x, y)).does(Input::Release);
    assert_eq!(sight(&person), pressed);
    person.does(Input::Drag(x + 5, y)).does(Input::Release);
    assert_eq!(
        (sight(&person), focus(&person)),
        (pressed, before),
        "it was let go, and nothing was taken into focus"
    );
}

/// The first cell of the pane where something of a kind stands.
fn find(person: &Person, is_it: impl Fn(Target) -> bool) -> (u16, u16) {
    let (hits, pane) = (person.drawn().1.hits, person.model.areas().list.unwrap());
    let at = pane.positions().find(|at| hits.at(at.x, at.y).is_some_and(&is_it)).expect("it is in sight");
    (at.x, at.y)
}

#[test]
fn dragging_moves_the_road_and_takes_nothing_into_focus() {
    let mut person = long_road((80, 24), false, "2");
    let (before, sight) = (focus(&person), |person: &Person| person.model.screens.picture.viewport);
    let node = person.model.box_in_focus(&person.session).unwrap();
    let (x, y) = find(&person, |target| matches!(target, Target::Box(other) if other != node));
    let (x, y) = (x + 3, y);
    let shown = |person: &Person, x: u16, y: u16| person.drawn().1.hits.at(x, y);
    let target = shown(&person, x, y);
    person.does(Input::Press(x, y));
    assert_eq!(focus(&person), before, "nothing before the button goes up");
    person.does(Input::Drag(x - 1, y - 1));
    assert_eq!((sight(&person).x, sight(&person).y), (1, 1));
    assert_eq!(shown(&person, x - 1, y - 1), target, "it stays under the pointer");
    person.does(Input::Release).does(Input::Drag(0, 0)).does(Input::Release);
    assert_eq!((sight(&person).x, sight(&person).y), (1, 1), "it was let go");
    assert_eq!(focus(&person), before);
    person.does(Input::Press(x - 1, y - 1)).does(Input::Release);
    assert_ne!(focus(&person), before, "without a drag it is a click");
}

#[test]
fn a_key_in_the_midst_of_a_drag_ends_it() {
    let mut person = long_road((80, 24), false, "2");
    let (x, y) = find(&person, |target| target == Target::Pane(Pane::List));
    person.does(Input::Press(x, y)).keys("right pgdn");
    let (sight, before) = (person.model.screens.picture.viewport, focus(&person));
    person.does(Input::Drag(x + 5, y + 5)).does(Input::Release);
    assert_eq!((person.model.screens.picture.viewport, focus(&person)), (sight, before));
}

#[test]
fn the_wheel_moves_the_road_up_and_down_and_to_the_sides() {
    let mut person = long_road((80, 24), false, "2");
    let (column, row) = find(&person, |target| matches!(target, Target::Part(..)));
    for at in [(1, 4), (column, row)] {
        for (by, to) in [((0, 3), (0, 3)), ((6, 0), (6, 3)), ((-6, 0), (0, 3)), ((0, -3), (0, 0))] {
            person.does(Input::Wheel(at.0, at.1, by));
            let sight = person.model.screens.picture.viewport;
            assert_eq!((sight.x, sight.y), to, "{by:?} at {at:?}");
        }
    }
}

#[test]
fn the_plain_look_keeps_to_the_list_and_says_so() {
    for keys in ["2 v", "2 f", "f"] {
        let mut person = Person::at((80, 24), true, false);
        person.keys(keys);
        assert!(!person.model.place.picture);
        assert!(person.screen().contains("In the plain look the map is a list."), "{}", person.screen());
    }
}

#[test]
fn a_way_that_is_too_wide_for_the_pane_is_a_list_with_rails_and_is_walked_row_by_row() {
    let mut person = at((40, 16), "2 /");
    person.types("Container images").keys("enter f");
    insta::assert_snapshot!("own_way_as_a_list", person.screen());
    let here = focus(&person);
    person.keys("up");
    let above = focus(&person);
    assert_ne!(above, here);
    person.keys("down");
    assert_eq!(focus(&person), here);
}

#[test]
fn a_click_on_the_end_of_a_far_line_goes_to_where_it_leads() {
    let mut person = at((120, 40), "2");
    person.click("↓ Running services");
    assert_eq!(focus(&person), "processes");
}

/// A road of so many stages of eight skills, each skill resting on the one before.
fn grown(stages: usize) -> Roadmap {
    let mut text = String::from("[[track]]\nid = \"t\"\ntitle = \"Grown\"\norder = 1\nsummary = \"Long.\"\n");
    for stage in 0..stages {
        text += &format!(
            "[[stage]]\nid = \"s{stage}\"\ntrack = \"t\"\ntitle = \"Stage {stage}\"\norder = {stage}\nsummary = \"One.\"\n"
        );
    }
    for skill in 0..stages * 8 {
        let near = skill - (1 + skill * 5 % 8).min(skill);
        let before: BTreeSet<usize> = [skill * 7 / 8, near].into_iter().filter(|&at| at < skill).collect();
        let before: Vec<String> = before.iter().map(|at| format!("\"k{at}\"")).collect();
        let requires = format!("requires = [{}]\n", before.join(", "));
        text += &format!(
            "[[skill]]\nid = \"k{skill}\"\nstage = \"s{}\"\ntitle = \"Skill {skill}\"\nhours = [1, 2]\nwhy = \"For it.\"\nabout = \"It.\"\npractice = \"Do it.\"\noutcomes = [\"I can do it\"]\n{requires}",
            skill / 8
        );
    }
    let read = read(None, &[Source::new("grown.toml", text.into_bytes())]);
    read.roadmap.unwrap_or_else(|| panic!("{:?}", read.defects.first()))
}

#[test]
fn a_large_road_shows_roughly_at_once_and_the_finished_layout_leaves_the_focus_where_it_is() {
    let look = Look::of(&Wanted::default(), false, false, false);
    let mut person = Person::on(grown(100), (80, 24), look, Vec::new());
    person.keys("2 down down right");
    let [draft] = &person.drafts[..] else { panic!("{} drafts", person.drafts.len()) };
    let draft = draft.clone();
    let here = focus(&person);
    let place = |person: &Person| {
        let node = person.model.box_in_focus(&person.session).unwrap();
        let sight = person.model.screens.picture.viewport;
        let place = &person.model.pages.map.as_ref().unwrap().places()[node];
        (place.x - sight.x, place.y - sight.y)
    };
    let (before, rough) = (place(&person), person.model.pages.map.as_ref().unwrap().places().to_vec());
    person.tell(crate::tui::workshop::made(draft.clone()));
    assert_ne!(person.model.pages.map.as_ref().unwrap().places(), rough, "it was laid out anew");
    // It stays in its row unless the picture ends there.
    let at_end = person.model.screens.picture.viewport.y == 0;
    assert_eq!((focus(&person), place(&person).0), (here, before.0));
    assert!(place(&person).1 == before.1 || at_end, "{before:?} {:?}", place(&person));
    // One that comes late, when another picture shows, is left aside.
    person.keys("f");
    let way = person.model.pages.map.as_ref().unwrap().places().to_vec();
    person.tell(crate::tui::workshop::made(draft));
    assert_eq!(person.model.pages.map.as_ref().unwrap().places(), way);
}

#[test]
fn from_far_the_whole_road_is_in_sight_where_its_rows_have_room_and_else_runs_on() {
    let stations = |size| {
        let person = long_road(size, false, "2 -");
        let page = person.model.pages.map.as_ref().unwrap();
        (person.drawn().1, page.boxes.len(), small(&person))
    };
    let (drawn, all, small) = stations((200, 50));
    let in_sight = |node| {
        let mut cells = (0..50).flat_map(|y| (0..200).map(move |x| (x, y)));
        cells.any(|(x, y)| drawn.hits.at(x, y) == Some(Target::Box(node)))
    };
    assert_eq!((0..all).filter(|&node| in_sight(node)).count(), all);
    assert_eq!(small, None);
    assert!(stations((80, 24)).2.is_some());
}
