//! Keys in, screen out: what a person sees after typing, at 80x24 unless said otherwise.

use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use super::effect::Effect;
use super::hit::Target;
use super::input::{Input, Key};
use super::keymap::Keymap;
use super::look::Look;
use super::message::Message;
use super::model::{Manner, Model};
use super::perform::{Outside, perform};
use super::place::{Pane, Screen};
use super::update::update;
use super::view::{Drawn, view};
use crate::app::{AppError, Intent, Notice, Session};
use crate::domain::{Day, DeviceId, Goal, Id, Look as Wanted, Node, Roadmap, Settings};
use crate::format::roadmap::{Source, read};
use crate::store::clock::Clock;
use crate::store::journal::MemoryJournal;

/// A person at the screen, with a journal in memory.
struct Person {
    session: Session,
    model: Model,
    desk: Desk,
    left: bool,
}

/// What lies outside, as a test sees it.
#[derive(Default)]
struct Desk {
    note: Option<String>,
    opened: Vec<String>,
    copied: Vec<String>,
    mouse: Option<bool>,
    slept: usize,
}

impl Outside for Desk {
    fn edit(&mut self, _: &str) -> Result<Option<String>, AppError> {
        Ok(self.note.clone())
    }
    fn open(&mut self, address: &str) -> Result<(), AppError> {
        self.opened.push(address.to_owned());
        Ok(())
    }
    fn copy(&mut self, text: &str) -> Result<(), AppError> {
        self.copied.push(text.to_owned());
        Ok(())
    }
    fn mouse(&mut self, on: bool) -> Result<(), AppError> {
        self.mouse = Some(on);
        Ok(())
    }
    fn redraw(&mut self) -> Result<(), AppError> {
        Ok(())
    }
    fn suspend(&mut self) -> Result<(), AppError> {
        self.slept += 1;
        Ok(())
    }
}

fn road() -> Roadmap {
    let text = include_bytes!("../../tests/fixtures/road.toml").to_vec();
    let read = read(None, &[Source::new("road.toml", text)]);
    assert_eq!(read.defects, [], "the fixture is sound");
    read.roadmap.unwrap()
}

/// What a full disk has to say.
fn full() -> AppError {
    let path = "/home/learner/.local/share/milepost/journal/01J00000000000000000000000.log";
    AppError::failed(format!("{path} cannot be written: No space left on device (os error 28)"))
        .hint("milepost doctor")
}

impl Person {
    fn at(size: (u16, u16), plain: bool, no_color: bool) -> Self {
        Self::told(size, plain, no_color, Vec::new())
    }

    fn told(size: (u16, u16), plain: bool, no_color: bool, notices: Vec<Notice>) -> Self {
        let clock = Clock::Fixed(Day::parse("2026-11-24").unwrap());
        let device = DeviceId::parse("01J00000000000000000000000").unwrap();
        let journal = Box::new(MemoryJournal::new(device));
        let session = Session::new(road(), journal, clock, Settings::default(), notices).unwrap();
        let look = Look::of(&Wanted::default(), plain, no_color, false);
        let manner = Manner { look, keymap: Keymap::default(), mouse: true };
        let model = Model::new(&session, manner, size);
        Self { session, model, desk: Desk::default(), left: false }
    }

    fn new() -> Self {
        Self::at((80, 24), false, false)
    }

    fn tell(&mut self, message: Message) {
        let mut waiting = vec![message];
        while let Some(message) = waiting.pop() {
            for effect in update(&mut self.model, &self.session, message) {
                self.left |= effect == Effect::Quit;
                waiting.extend(perform(effect, &mut self.session, &mut self.desk));
            }
        }
    }

    /// Presses a key after which nothing can be saved.
    fn presses_in_vain(&mut self, key: &str) {
        let input = Input::Key(Key::parse(key).unwrap());
        let effects = update(&mut self.model, &self.session, Message::Input(input));
        assert!(matches!(effects[..], [Effect::Record(_)]), "{effects:?}");
        self.tell(Message::Failed(full()));
    }

    /// Presses keys, written as in the settings and parted by spaces.
    fn keys(&mut self, keys: &str) -> &mut Self {
        for key in keys.split_whitespace() {
            let key = Key::parse(key).unwrap_or_else(|| panic!("no key: {key}"));
            self.tell(Message::Input(Input::Key(key)));
        }
        self
    }

    fn types(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            let key = if c == ' ' { "space".to_owned() } else { c.to_string() };
            self.keys(&key);
        }
        self
    }

    fn drawn(&self) -> (Buffer, Drawn) {
        let mut buffer = Buffer::empty(Rect::new(0, 0, self.model.size.0, self.model.size.1));
        let drawn = view(&self.model, &self.session, &mut buffer);
        (buffer, drawn)
    }

    /// The screen as text, without spaces at the ends of lines.
    fn screen(&self) -> String {
        let (buffer, _) = self.drawn();
        let line = |y| (0..buffer.area.width).map(|x| buffer[(x, y)].symbol()).collect::<String>();
        let lines: Vec<String> = (0..buffer.area.height).map(|y| line(y).trim_end().to_owned()).collect();
        lines.join("\n").trim_end().to_owned()
    }

    fn click(&mut self, on: &str) -> &mut Self {
        let screen = self.screen();
        let (row, line) = screen.lines().enumerate().find(|(_, line)| line.contains(on)).expect(on);
        let column = crate::export::measure::width(&line[..line.find(on).unwrap()]);
        let hits = self.drawn().1.hits;
        let target = hits.at(column as u16, row as u16).unwrap_or_else(|| panic!("nothing to click at {on}"));
        self.tell(Message::Clicked(target));
        self
    }
}

#[test]
fn the_first_time_three_steps_and_the_way_to_a_goal_are_there() {
    insta::assert_snapshot!(Person::new().screen());
}

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
fn the_hint_line_says_what_keys_do_with_what_is_in_focus() {
    let (mut person, mut said) = (Person::new(), String::new());
    for (keys, what) in [
        ("", "a step of Today"),
        ("s", "a step under way"),
        ("tab", "an outcome"),
        ("space", "a ticked outcome"),
        ("down down down", "a skill that it opens"),
        ("2", "a skill of the map"),
        ("left", "a stage"),
        ("left", "a folded stage"),
        ("left", "a track"),
        ("right Z down down down down", "an option's choice"),
        ("3", "progress"),
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
fn the_map_unfolds_and_walks_along_the_lines() {
    let mut person = Person::new();
    person.keys("2 Z");
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
    person.keys("s d u");
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
fn a_goal_that_the_roadmap_lacks_is_named_and_what_is_skipped_is_not_claimed() {
    let mut person = Person::new();
    let goal = Goal::Role(Id::parse("team.lead").unwrap());
    person.session.record(vec![Intent::Goal(Some(goal))]).unwrap();
    person.keys("S");
    let screen = person.screen();
    assert!(screen.contains("team.lead is not in this roadmap"), "{screen}");
    person.keys("3");
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
    let skill = person.model.focus(&person.session).unwrap();
    let written = Message::NoteWritten(skill, Some("a long note".to_owned()));
    let effects = update(&mut person.model, &person.session, written);
    assert!(matches!(effects[..], [Effect::Record(_)]));
    person.tell(Message::Failed(full()));
    let again = Input::Key(Key::parse("e").unwrap());
    let effects = update(&mut person.model, &person.session, Message::Input(again));
    assert_eq!(effects, [Effect::EditNote(skill, "a long note".to_owned())]);
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
    person.keys("up").tell(Message::Wheeled(Target::Overlay, 30));
    assert!(person.screen().contains("↑ more") && !person.screen().contains("↓ more"), "{}", person.screen());
}

#[test]
fn find_flies_there_and_n_goes_on() {
    let mut person = Person::new();
    person.keys("/").types("co");
    insta::assert_snapshot!("find", person.screen());
    person.keys("enter");
    assert_eq!(person.model.place.screen, Screen::Map);
    assert!(person.screen().contains("· Container images"), "{}", person.screen());
    let first = person.model.focus(&person.session);
    person.keys("n");
    assert_ne!(person.model.focus(&person.session), first);
    person.keys("N");
    assert_eq!(person.model.focus(&person.session), first);
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
    person.keys("a").types("90").keys("enter d 3");
    insta::assert_snapshot!(person.screen());
}

#[test]
fn progress_is_whole_at_the_design_size_and_shows_which_pane_is_in_focus() {
    let mut person = Person::new();
    person.keys("3");
    insta::assert_snapshot!("progress_empty", person.screen());
    person.keys("1 O").types("plat").keys("enter a").types("90").keys("enter d 3 z z");
    insta::assert_snapshot!("progress_80", person.screen());
    let reversed = |person: &Person, x: u16| person.drawn().0[(x, 2)].modifier.contains(Modifier::REVERSED);
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
    for (columns, shown) in
        [(67, "→ Platform engineer  0 %"), (66, "→ Platform engine…  0 %"), (40, "3 Progress      0 %")]
    {
        person.tell(Message::Input(Input::Resize(columns, 24)));
        let screen = person.screen();
        assert!(screen.lines().next().unwrap().ends_with(shown), "{screen}");
    }
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
fn a_note_comes_back_from_the_editor_clean() {
    let mut person = Person::new();
    person.desk.note = Some("watch \u{1b}[31mthe\u{202e} quotes\n".to_owned());
    person.keys("e");
    let skill = person.model.focus(&person.session).unwrap();
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
    person.keys("2 Z down down down down up");
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
    person.keys("d s d").keys("down");
    let skill = person.model.focus(&person.session).unwrap();
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
    for keys in ["1", "2", "3", "1 ?"] {
        person.keys(keys);
        let (buffer, _) = person.drawn();
        assert!(buffer.content().iter().all(|cell| cell.bg == ratatui::style::Color::Reset), "{keys}");
    }
}

#[test]
fn clicks_do_what_keys_do() {
    let mut person = Person::new();
    person.click("2 Map");
    assert_eq!(person.model.place.screen, Screen::Map);
    person.click("Running services").keys("right");
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
        let all: Vec<&str> = super::ACTIONS.iter().flat_map(|row| row.keys).copied().collect();
        let mut person = Person::at(sizes[0], false, false);
        for (i, key) in keys.into_iter().enumerate() {
            person.keys(all[key % all.len()]);
            let (columns, rows) = sizes[i % sizes.len()];
            person.tell(Message::Input(Input::Resize(columns, rows)));
            person.drawn();
        }
    }
}
