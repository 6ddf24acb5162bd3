//! The plan: the order by weeks, the outlook beside it, and moving a step by hand.

use super::*;
use crate::app::page::{Held, Turn};
use crate::domain::{Act, SkillIx};
use crate::engine::plan::{Dates, Forecast};
use crate::format::shipped::shipped;
use crate::tui::state::plan::Planned;

/// A person on the way to a platform engineer of the shipped road, at the plan.
fn planner(size: (u16, u16), look: Look) -> Person {
    let mut person = Person::on(shipped(), size, look, Vec::new());
    let goal = Goal::Role(Id::parse("platform-engineer").unwrap());
    person.session.record(vec![Intent::Goal(Some(goal))]).unwrap();
    person.keys("3");
    foresee(&mut person);
    person
}

fn look(plain: bool) -> Look {
    Look::of(&Wanted::default(), plain, false, false)
}

/// Gives the plan a forecast with a history behind it: each stage a month late at worst.
fn foresee(person: &mut Person) {
    let spent = person.session.progress().minutes_on(person.model.day());
    let planned = person.model.pages.plan.as_mut().unwrap();
    let mut page = planned.page.clone();
    let dates = |last: Day| Dates { p50: last.plus(-7), p85: last.plus(80), p95: last.plus(140) };
    for stage in &mut page.stages {
        stage.dates = stage.days.map(|(_, last)| dates(last));
    }
    let stages = page.stages.iter().filter_map(|stage| Some((stage.stage, stage.dates?))).collect();
    let goal = dates(page.stages.iter().filter_map(|stage| stage.days).map(|(_, last)| last).max().unwrap());
    page.forecast = Some(Forecast { goal, stages, pace: 1.2, paced_by: 5, weeks: 8, week_minutes: 200 });
    page.held = Held { scored: [8, 8, 6], held: [4, 7, 6] };
    for offered in &mut page.choices {
        let options = &person.session.roadmap().choice(offered.choice).options;
        offered.options =
            options.iter().zip([100.0, 112.0, 96.5]).map(|(&skill, hours)| (skill, hours)).collect();
    }
    (page.cost, page.bound) = (1020.0, 1000.0);
    page.steps[1].preferred = true;
    *planned = Planned::new(page, spent);
    person.model.pages.sheet = None;
}

fn steps(person: &Person) -> Vec<SkillIx> {
    person.model.pages.plan.as_ref().unwrap().page.steps.iter().map(|step| step.skill).collect()
}

#[test]
fn the_plan_shows_the_order_by_weeks_and_until_when() {
    for (size, name) in
        [((80, 24), "plan_80"), ((120, 40), "plan_120"), ((200, 50), "plan_200"), ((40, 10), "plan_40")]
    {
        insta::assert_snapshot!(name, planner(size, look(false)).screen());
    }
}

#[test]
fn in_ascii_the_plan_has_its_bars_all_the_same() {
    let person = planner((120, 40), Look::of(&Wanted::default(), false, false, true));
    let screen = person.screen();
    assert!(screen.is_ascii() && screen.contains("##---") && screen.contains("=#"), "{screen}");
}

#[test]
fn plain_the_plan_is_lines_that_can_be_read_out() {
    let mut person = planner((80, 24), look(true));
    let cursor = person.drawn().1.cursor.unwrap();
    let screen = person.screen();
    assert!(screen.lines().nth(usize::from(cursor.y)).unwrap().starts_with(" > "), "{screen}");
    person.keys("tab z");
    insta::assert_snapshot!("plan_plain", person.screen());
    assert!(person.screen().is_ascii(), "{}", person.screen());
}

#[test]
fn without_a_goal_the_plan_says_what_it_is_the_order_of_and_how_to_choose_one() {
    let mut person = Person::new();
    person.keys("3");
    insta::assert_snapshot!("plan_no_goal", person.screen());
}

#[test]
fn a_week_without_minutes_names_the_setting() {
    let settings = Settings { week: [0; 7], ..Settings::default() };
    let mut person = Person::with(vec![], settings, road(), (80, 24), look(false), Vec::new());
    person.keys("3");
    assert_eq!(person.model.pages.plan.as_ref().unwrap().page.turn, Turn::NoTime);
    insta::assert_snapshot!("plan_no_time", person.screen());
}

#[test]
fn a_goal_that_is_reached_is_said_and_the_next_one_offered() {
    let mut person = Person::new();
    person.keys("O").types("work").keys("enter 3 d tab tab");
    assert_eq!(person.model.place.pane, Pane::List, "there is no card to go to");
    insta::assert_snapshot!("plan_reached", person.screen());
    person.keys("enter K J j G up z");
    assert!(person.screen().contains("Nothing is left to do"), "{}", person.screen());
}

#[test]
fn the_card_of_the_step_stands_where_the_outlook_was_and_its_keys_act_on_it() {
    let mut person = planner((80, 24), look(false));
    assert!(person.screen().contains("Until when"));
    person.keys("enter");
    assert!(
        !person.screen().contains("Until when") && person.screen().contains("Outcomes"),
        "{}",
        person.screen()
    );
    person.keys("esc b");
    assert!(person.screen().contains("Started: Working in a shell"), "{}", person.screen());
    person.keys("2 v").keys("3");
    assert_eq!(person.model.focus(), steps(&person).first().copied());
    let third = steps(&person)[2];
    person.keys("down down 2 3");
    assert_eq!(person.model.focus(), Some(third), "it comes back to where it was");
    person.keys("/").types("compose").keys("enter");
    let opened = person.model.focus();
    person.keys("3");
    assert_eq!(opened, person.session.roadmap().names().skill("docker.compose"));
    assert_eq!(person.model.focus(), opened, "it goes to what was in focus on the map");
}

#[test]
fn clicks_and_the_wheel_work_in_the_plan() {
    let mut person = planner((120, 40), look(false));
    person.click("Shell scripts");
    assert_eq!(person.model.focus(), Some(steps(&person)[3]));
    person.click("Until when");
    assert_eq!(person.model.place.pane, Pane::Outlook);
    person.tell(Message::Wheeled(Target::Pane(Pane::Outlook), (0, 3)));
    assert!(!person.screen().contains("Until when"), "{}", person.screen());
    person.tell(Message::Wheeled(Target::Pane(Pane::List), (0, 30)));
    assert!(!person.screen().contains("Shell scripts that hold  "), "{}", person.screen());
    person.click("3 Plan");
    assert_eq!(person.model.place.pane, Pane::List);
}

#[test]
fn a_step_moved_by_hand_is_recorded_as_a_preference_and_undone_like_all_else() {
    let mut person = planner((120, 40), look(false));
    let fifth = steps(&person)[4];
    let moved = |person: &mut Person| {
        let history = person.session.history().unwrap();
        let acts = history.into_iter().filter(|(_, back)| !back).map(|(event, _)| event.act);
        let prefers = acts.filter_map(|act| match act {
            Act::Prefer { skill, over, on } => Some((skill.to_string(), over.to_string(), on)),
            _ => None,
        });
        prefers.collect::<Vec<_>>()
    };
    person.keys("down down down down K");
    let (this, that) = ("net.tcp-ip".to_owned(), "shell.scripting".to_owned());
    assert_eq!(moved(&mut person), [(this.clone(), that.clone(), true)]);
    let screen = person.screen();
    assert!(screen.contains("IP, TCP and UDP before Shell scripts that hold"), "{screen}");
    assert_eq!(person.model.focus(), Some(fifth), "the step keeps the focus");
    person.keys("u");
    assert_eq!(moved(&mut person), []);
    assert!(person.screen().contains("Undone: IP, TCP and UDP"), "{}", person.screen());
    person.keys("3 up J");
    assert_eq!(moved(&mut person), [(this, that, true)]);
}

#[test]
fn a_move_back_takes_the_preference_back() {
    let mut person = planner((120, 40), look(false));
    let [.., above, below] = steps(&person)[..5] else { unreachable!() };
    person.session.record(vec![Intent::Prefer { first: above, later: below, on: true }]).unwrap();
    person.tell(Message::CaughtUp);
    let at = steps(&person).iter().position(|&skill| skill == below).unwrap();
    person.model.screens.plan.wanted = Some(below);
    person.tell(Message::CaughtUp);
    assert_eq!(steps(&person)[at - 1], above);
    person.keys("K");
    assert_eq!(person.session.progress().preferences().count(), 0, "{}", person.screen());
    assert!(person.screen().contains("no longer before"), "{}", person.screen());
}

#[test]
fn a_move_that_a_prerequisite_forbids_says_so_and_records_nothing() {
    let mut person = planner((120, 40), look(false));
    let before = person.session.history().unwrap().len();
    person.keys("down K");
    assert!(
        person.screen().contains("Processes and signals waits for Working in a shell, and"),
        "{}",
        person.screen()
    );
    person.keys("up J");
    assert!(
        person.screen().contains("Processes and signals waits for Working in a shell, and"),
        "{}",
        person.screen()
    );
    person.keys("K");
    assert!(person.screen().contains("Working in a shell is the first step already."), "{}", person.screen());
    person.keys("G J");
    assert!(person.screen().contains("is the last step already."), "{}", person.screen());
    person.keys("1 :").types("earlier").keys("enter esc");
    assert_eq!(person.session.history().unwrap().len(), before);
}

#[test]
fn preferences_that_go_round_in_a_circle_are_shown_with_the_one_that_is_left_out() {
    let mut person = planner((120, 40), look(false));
    let [.., above, between, below] = steps(&person)[..6] else { unreachable!() };
    let title = |person: &Person, skill| person.session.roadmap().skill(skill).title.to_string();
    let wish = |first, later| Intent::Prefer { first, later, on: true };
    // The two are apart by a third, which the learner wants between them.
    person.session.record(vec![wish(above, between), wish(between, below), wish(below, above)]).unwrap();
    person.tell(Message::CaughtUp);
    let refused = person.model.pages.plan.as_ref().unwrap().page.refused.clone();
    assert_eq!(refused.len(), 1, "{refused:?}");
    assert_eq!(refused[0].circle.len(), 3, "{refused:?}");
    let lines = crate::tui::screen::outlook::lines(&person.model, &person.session);
    let text: Vec<String> = lines.iter().map(ToString::to_string).collect();
    let told = format!("{} before {}", title(&person, refused[0].first), title(&person, refused[0].later));
    assert!(text.join(" ").contains(&told) && text.join(" ").contains("left out"), "{text:?}");
}

#[test]
fn the_option_that_is_taken_of_a_choice_stays_before_what_rests_on_it() {
    let mut person = Person::at((80, 24), false, false);
    person.keys("O").types("plat").keys("enter 3");
    let planned = &person.model.pages.plan.as_ref().unwrap().page;
    let taken = planned.choices[0].taken[0];
    let at = planned.steps.iter().position(|step| step.skill == taken).unwrap();
    let behind = planned.steps.get(at + 1).map(|step| step.skill);
    assert!(behind.is_some(), "something rests on it: {:?}", planned.steps);
    person.keys(&"down ".repeat(at)).keys("J");
    assert!(person.screen().contains("That would make a circle"), "{}", person.screen());
}

#[test]
fn what_is_kept_of_the_outlook_and_the_figures_is_what_would_be_laid_anew() {
    let mut person = Person::at((120, 40), false, false);
    for keys in
        ["3", "j", "d", "y", "J", "u", "tab", "j", "5", "tab", "j", "1", "d", "y", "5", "3", "O", "enter"]
    {
        person.keys(keys);
        let kept = person.screen();
        let sheet = person.model.pages.sheet.take();
        assert_eq!(kept, person.screen(), "after {keys}");
        person.model.pages.sheet = sheet;
    }
}
