//! Moving a step of the plan by hand, and what that costs.

use crate::app::page::Plan;
use crate::app::{Intent, Session};
use crate::domain::{Act, Event, Goal, Node, SkillIx};
use crate::engine::suggest;
use crate::export::words;
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::model::Model;
use crate::tui::place::Screen;

/// Moves the step in focus past the one before it, or past the one behind it.
pub(super) fn shift(model: &mut Model, session: &Session, earlier: bool) -> Vec<Effect> {
    match shifted(model, session, earlier) {
        Ok(intent) => vec![Effect::Record(vec![intent])],
        Err(reason) => {
            model.say(reason);
            Vec::new()
        }
    }
}

/// What moves the step, or why it does not move.
fn shifted(model: &Model, session: &Session, earlier: bool) -> Result<Intent, String> {
    let Some(planned) = model.pages.plan.as_ref().filter(|_| model.place.screen == Screen::Plan) else {
        return Err(format!(
            "This moves a step of the plan; {} shows it.",
            model.manner.keymap.shown(Action::Plan)
        ));
    };
    let (plan, roadmap) = (&planned.page, session.roadmap());
    let title = |skill: SkillIx| &roadmap.skill(skill).title;
    let Some(at) = planned.at(&model.screens.plan) else {
        return Err("No step is in focus.".to_owned());
    };
    let skill = plan.steps[at].skill;
    let other = if earlier { at.checked_sub(1) } else { Some(at + 1) };
    let Some(other) = other.and_then(|other| plan.steps.get(other)).map(|step| step.skill) else {
        let end = if earlier { "first" } else { "last" };
        return Err(format!("{} is the {end} step already.", title(skill)));
    };
    let (first, later) = if earlier { (skill, other) } else { (other, skill) };
    let wanted = |first: SkillIx, later: SkillIx| {
        let pair = (&roadmap.skill(first).id, &roadmap.skill(later).id);
        session.progress().preferences().any(|wanted| wanted == pair)
    };
    if wanted(later, first) {
        return Ok(Intent::Prefer { first: later, later: first, on: false });
    }
    if wanted(first, later) {
        return Err(format!("You want {} before {} already.", title(first), title(later)));
    }
    if let Some(chain) = forbids(session, plan, first, later) {
        return Err(format!("That would make a circle: {}.", words::circle(roadmap, &chain)));
    }
    Ok(Intent::Prefer { first, later, on: true })
}

/// The skills from `later` to `first` of which each must come before the next, if there are such: then `first` cannot
/// come first.
fn forbids(session: &Session, plan: &Plan, first: SkillIx, later: SkillIx) -> Option<Vec<SkillIx>> {
    let (roadmap, standing, progress) = (session.roadmap(), session.standing(), session.progress());
    let direct = needs(session, plan, first, later).then(|| vec![later, first]);
    direct.or_else(|| suggest::chain(roadmap, standing, progress, later, first))
}

/// Whether a skill of the plan requires another of it: itself, or as the option that is taken of a choice.
fn needs(session: &Session, plan: &Plan, skill: SkillIx, other: SkillIx) -> bool {
    let roadmap = session.roadmap();
    roadmap.skill(skill).requires.iter().any(|&node| match node {
        Node::Skill(need) => need == other,
        Node::Choice(_) if session.standing().has(roadmap, node) => false,
        Node::Choice(choice) => match plan.choices.iter().find(|offered| offered.choice == choice) {
            Some(offered) => offered.taken.contains(&other),
            None => roadmap.choice(choice).options.contains(&other),
        },
    })
}

/// After a step was moved by hand: the plan anew, and what the move costs. None after anything else.
pub(super) fn cost_of(model: &mut Model, session: &Session, events: &[Event]) -> Option<String> {
    if !events.iter().any(|event| matches!(event.act, Act::Prefer { .. })) {
        return None;
    }
    let mean = |model: &Model| model.pages.plan.as_ref().and_then(|planned| planned.page.mean_wait());
    let before = mean(model);
    model.refresh(session);
    let (before, after) = before.zip(mean(model))?;
    Some(cost(after - before, model.pages.plan.as_ref()?.page.goal.as_ref()))
}

/// What so many hours more in the mean come to.
fn cost(hours: f64, goal: Option<&Goal>) -> String {
    let minutes = (hours * 60.0).round();
    if minutes.abs() < 1.0 {
        return "That costs nothing.".to_owned();
    }
    let what = match goal {
        Some(Goal::Role(_)) => "The goal's skills come on average",
        Some(Goal::Skill(_)) => "The goal comes",
        None => "Skills come on average",
    };
    let when = if minutes > 0.0 { "later" } else { "earlier" };
    format!("{what} {} of study {when}.", words::minutes(minutes.abs() as u64))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Id;

    #[test]
    fn a_move_says_what_it_costs_as_a_person_would() {
        let role = Goal::Role(Id::parse("platform").unwrap());
        let skill = Goal::Skill(Id::parse("git").unwrap());
        for (hours, goal, said) in [
            (1.2, Some(&role), "The goal's skills come on average 1 h 12 of study later."),
            (-0.5, Some(&skill), "The goal comes 30 min of study earlier."),
            (12.0, None, "Skills come on average 12 h of study later."),
            (0.001, Some(&role), "That costs nothing."),
            (-0.001, None, "That costs nothing."),
        ] {
            assert_eq!(cost(hours, goal), said);
        }
    }
}
