//! What a person sees, at 80x24 unless said otherwise: every state that is worth a look.

use super::*;

#[test]
fn the_first_time_three_steps_and_the_way_to_a_goal_are_there() {
    insta::assert_snapshot!(Person::new().screen());
}

#[test]
fn the_hint_line_says_what_keys_do_with_what_is_in_focus() {
    let (mut person, mut said) = (Person::new(), String::new());
    for (keys, what) in [
        ("", "a step of Today"),
        ("s", "a step under way"),
        ("tab", "an outcome"),
        ("space", "a ticked outcome"),
        ("down down down", "a skill that it opens"),
        ("2", "a skill in the picture"),
        ("v", "a skill of the list"),
        ("left", "a stage"),
        ("left", "a folded stage"),
        ("left", "a track"),
        ("right Z down down down down", "an option's choice"),
        ("3", "a step of the plan"),
        ("tab", "the outlook of the plan"),
        ("4", "review"),
        ("5", "progress"),
        ("/", "find"),
        ("x", "find, typed"),
        ("esc esc O", "goal"),
        ("esc ?", "help"),
        ("esc 1 w", "why"),
        ("esc a", "log time"),
        ("esc / c o n t a i n enter d", "a question"),
    ] {
        person.keys(keys);
        said += &format!("{what}\n");
        for columns in [80, 40] {
            person.tell(Message::Input(Input::Resize(columns, 24)));
            said += &format!("{columns:4} {}\n", person.screen().lines().last().unwrap());
        }
    }
    insta::assert_snapshot!(said);
}

#[test]
fn the_week_has_its_letters_and_marks_today() {
    let mut person = Person::new();
    person.keys("a").types("30").keys("enter");
    let screen = person.screen();
    let line =
        |text: &str| screen.lines().find(|line| line.contains(text)).unwrap_or_else(|| panic!("{screen}"));
    assert!(line("Week").starts_with(" Week  M T W T F S S"));
    assert!(line("[■]").starts_with("       □[■]· · · · ·"), "{screen}");
    assert!(line("Tue 24 Nov").contains("1-day streak"), "{screen}");
    person.tell(Message::Input(Input::Resize(60, 14)));
    assert!(person.screen().contains("Week  □[■]· · · · ·"), "{}", person.screen());
}

#[test]
fn a_failure_is_said_in_as_many_lines_as_it_needs() {
    let mut person = Person::new();
    person.presses_in_vain("d");
    insta::assert_snapshot!("failure", person.screen());
    person.tell(Message::Input(Input::Resize(40, 10)));
    insta::assert_snapshot!("failure_at_the_least_size", person.screen());
    person.keys("!");
    insta::assert_snapshot!("failure_read", person.screen());
}

#[test]
fn every_notice_is_said_when_it_opens_and_can_be_read_later() {
    let notices = vec![
        Notice::SettingsLeftOut { why: "config.toml: TOML parse error at line 3, column 1".to_owned() },
        Notice::RoadmapLeftOut { path: "/home/learner/roadmaps/own.toml".to_owned(), errors: 2 },
    ];
    let mut person = Person::told((80, 24), false, false, notices);
    insta::assert_snapshot!("notices", person.screen());
    person.keys("down");
    insta::assert_snapshot!("notices_after_a_key", person.screen());
    person.keys("!");
    assert!(person.screen().contains("2 errors in /home/learner/roadmaps/own.toml"), "{}", person.screen());
}

#[test]
fn below_an_overlay_the_screen_is_dim_and_no_half_word_is_left() {
    for size in [(40, 10), (80, 24), (120, 40), (200, 50)] {
        let mut person = Person::at(size, false, false);
        let below = person.screen();
        person.keys("?");
        let (buffer, _) = person.drawn();
        let screen = person.screen();
        let kept = screen.lines().zip(below.lines()).filter(|(now, before)| now == before).count();
        let boxed =
            screen.lines().filter(|line| line.contains(['│', '┌', '└']) && !below.contains(line)).count();
        assert!(kept + boxed + 1 >= screen.lines().count(), "{screen}");
        let top = (0..size.0).map(|x| &buffer[(x, 0)]);
        assert!(top.into_iter().all(|cell| cell.modifier == Modifier::DIM), "{size:?}");
    }
}

#[test]
fn what_does_not_fit_an_overlay_is_marked_and_scrolls() {
    let mut person = Person::at((40, 10), false, false);
    person.keys("2 } w");
    insta::assert_snapshot!("why_above", person.screen());
    person.keys("pgdn pgdn pgdn down down");
    insta::assert_snapshot!("why_below", person.screen());
    person.keys("up").tell(Message::Wheeled(Target::Overlay, (0, 30)));
    assert!(person.screen().contains("↑ more") && !person.screen().contains("↓ more"), "{}", person.screen());
}

#[test]
fn help_and_commands_list_every_action_with_its_key() {
    let mut person = Person::at((120, 40), false, false);
    person.keys("?");
    insta::assert_snapshot!("help", person.screen());
    person.keys("esc :").types("redo");
    insta::assert_snapshot!("commands", person.screen());
}

#[test]
fn why_says_the_whole_reasoning() {
    let mut person = Person::new();
    person.keys("w");
    insta::assert_snapshot!(person.screen());
    person.keys("esc");
    assert!(person.model.overlay.is_none());
}

#[test]
fn progress_shows_shares_weeks_and_roles() {
    let mut person = Person::at((120, 30), false, false);
    person.keys("a").types("90").keys("enter d 5");
    insta::assert_snapshot!(person.screen());
}

#[test]
fn progress_is_whole_at_the_design_size_and_shows_which_pane_is_in_focus() {
    let mut person = Person::new();
    person.keys("5");
    insta::assert_snapshot!("progress_empty", person.screen());
    person.keys("1 O").types("plat").keys("enter a").types("90").keys("enter d 5 z z");
    insta::assert_snapshot!("progress_80", person.screen());
    let reversed = |person: &Person, x: u16| person.drawn().0[(x, 13)].modifier.contains(Modifier::REVERSED);
    assert!(reversed(&person, 2) && !reversed(&person, 45));
    person.keys("tab");
    assert!(!reversed(&person, 2) && reversed(&person, 45));
    person.tell(Message::Input(Input::Resize(40, 10)));
    insta::assert_snapshot!("progress_at_the_least_size", person.screen());
    person.tell(Message::Input(Input::Resize(200, 50)));
    insta::assert_snapshot!("progress_200", person.screen());
}

#[test]
fn the_goal_is_cut_only_where_it_must_be() {
    let mut person = Person::new();
    person.keys("O").types("plat").keys("enter");
    for (columns, shown) in [
        (87, "5 Progress  → Platform engineer  0 %"),
        (86, "5 Progress  → Platform engine…  0 %"),
        (40, " 1 Today   2   3   4   5           0 %"),
    ] {
        person.tell(Message::Input(Input::Resize(columns, 24)));
        let screen = person.screen();
        assert!(screen.lines().next().unwrap().ends_with(shown), "{screen}");
    }
}

#[test]
fn the_bar_names_as_many_screens_as_leave_room_for_the_share() {
    let mut person = Person::new();
    person.keys("O").types("plat").keys("enter");
    let mut said = String::new();
    for keys in ["1", "2", "3", "4", "5"] {
        person.keys(keys);
        for columns in [40, 60, 80] {
            person.tell(Message::Input(Input::Resize(columns, 24)));
            said += &format!("{columns} {}\n", person.screen().lines().next().unwrap());
        }
    }
    insta::assert_snapshot!(said);
    person.tell(Message::Input(Input::Resize(40, 24)));
    person.click(" 2 ");
    assert_eq!(person.model.place.screen, Screen::Map, "numbers are clicked as names are");
    let mut plain = Person::at((40, 24), true, false);
    plain.keys("O").types("plat").keys("enter");
    assert!(plain.screen().contains("3 Plan"), "what is read out has its names: {}", plain.screen());
}

#[test]
fn today_says_until_when_by_the_plan_that_was_made_or_by_the_last_that_was_kept() {
    let goal = Goal::Role(Id::parse("platform-engineer").unwrap());
    let day = |text| Day::parse(text).unwrap();
    let [p50, p85, p95] = ["2027-02-02", "2027-04-12", "2027-06-01"].map(day);
    let said = Act::Forecast(crate::domain::Said { goal: goal.clone(), p50, p85, p95 });
    let acts = vec![Act::Goal(Some(goal)), said];
    let look = Look::of(&Wanted::default(), false, false, false);
    let mut person = Person::with(acts, Settings::default(), road(), (80, 24), look, Vec::new());
    assert!(person.screen().contains("85 % sure by 12 Apr 2027 "), "{}", person.screen());
    person.keys("3 1");
    let plan = person.model.pages.plan.as_ref().unwrap().page.forecast.clone().unwrap();
    let fresh = crate::export::words::sure_by(plan.goal.p85, person.model.day(), person.model.day());
    assert!(plan.goal.p85 != p85 && person.screen().contains(&fresh), "{}", person.screen());
    let mut person = Person::new();
    assert!(!person.screen().contains("until when"), "without a goal there is no until");
    person.keys("O").types("plat").keys("enter");
    assert!(person.screen().contains("3 says until when"), "{}", person.screen());
}

#[test]
fn on_a_wide_terminal_the_focus_ends_where_the_card_does() {
    let mut person = Person::at((200, 50), false, false);
    person.keys("tab");
    let (buffer, _) = person.drawn();
    let reversed = |x: &u16| (0..50).any(|y| buffer[(*x, y)].modifier.contains(Modifier::REVERSED));
    let (first, last) = ((68..200).find(reversed).unwrap(), (68..200).rfind(reversed).unwrap());
    assert_eq!(last + 1 - first, crate::tui::widget::card::WIDEST, "{first}..{last}");
}

#[test]
fn narrow_terminals_show_one_pane_at_a_time() {
    let mut person = Person::at((50, 16), false, false);
    insta::assert_snapshot!("narrow_list", person.screen());
    person.keys("tab");
    insta::assert_snapshot!("narrow_card", person.screen());
}

#[test]
fn what_keys_act_on_shows_at_the_least_size() {
    let mut person = Person::at((40, 10), false, false);
    insta::assert_snapshot!("least_today", person.screen());
    person.keys("d b d").keys("down");
    let skill = person.model.focus().unwrap();
    let title = &person.session.roadmap().skill(skill).title;
    assert!(person.screen().lines().any(|line| line.contains("▸") && line.contains(title.as_str())));
}

#[test]
fn a_terminal_that_is_too_small_says_so_in_a_sentence() {
    insta::assert_snapshot!(Person::at((30, 8), false, false).screen());
}

#[test]
fn plain_has_no_lines_no_unicode_signs_and_a_cursor_on_the_row_in_focus() {
    let mut person = Person::at((80, 24), true, true);
    person.keys("2");
    let (_, drawn) = person.drawn();
    insta::assert_snapshot!(person.screen());
    let row = drawn.cursor.expect("a cursor").y;
    assert!(person.screen().lines().nth(usize::from(row)).unwrap().contains("> "), "row {row}");
}

#[test]
fn the_row_in_focus_is_reversed_and_marked_even_without_colour() {
    let person = Person::at((80, 24), false, true);
    let (buffer, _) = person.drawn();
    let row = person.screen().lines().position(|line| line.contains("▸")).unwrap() as u16;
    assert!(buffer[(2, row)].modifier.contains(Modifier::REVERSED));
    let cells = buffer.content();
    assert!(
        cells
            .iter()
            .all(|cell| cell.fg == ratatui::style::Color::Reset && cell.bg == ratatui::style::Color::Reset)
    );
}

#[test]
fn no_root_background_is_ever_painted() {
    let mut person = Person::new();
    for keys in ["1", "2", "3", "4", "5", "1 ?"] {
        person.keys(keys);
        let (buffer, _) = person.drawn();
        assert!(buffer.content().iter().all(|cell| cell.bg == ratatui::style::Color::Reset), "{keys}");
    }
}
