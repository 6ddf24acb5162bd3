//! The next steps with their reasons, and the whole reasoning for one skill.

use super::choices::Assumed;
use super::closure::closure;
use super::order::{Lead, order};
use super::worth::worth_of;
use crate::domain::{Day, Goal, Node, Progress, Roadmap, RoleIx, SkillIx, Standing, Status};

/// A skill of at most this many hours is a short one.
const SHORT: f64 = 3.0;

/// Why a skill comes next.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// It is under way since this day, if one is known.
    Begun {
        /// The first day on which it was started or time was spent on it.
        day: Option<Day>,
    },
    /// It pays off with another skill that the goal asks for and that waits for it: the one worth most for its time.
    LeadsTo {
        /// Which skill.
        skill: SkillIx,
        /// Hours until that one is done, all that is missing before it included.
        hours: f64,
    },
    /// The goal itself asks for it, this strongly.
    Asked {
        /// 1 to 5 for a role.
        weight: u32,
    },
    /// Roles ask for it; said where there is no goal.
    AskedByRoles {
        /// How many roles.
        roles: u32,
    },
    /// So many of the goal's missing skills wait for it.
    Opens {
        /// How many wait.
        skills: u32,
        /// How many are missing in all.
        of: u32,
    },
    /// It takes little time.
    Short {
        /// Hours left.
        hours: f64,
    },
}

/// One step that can be taken today.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Which skill.
    pub skill: SkillIx,
    /// Ready or learning.
    pub status: Status,
    /// Hours that it still takes.
    pub hours_left: f64,
    /// Why, the strongest first.
    pub reasons: Vec<Reason>,
}

/// What to do next.
#[derive(Clone, Debug, PartialEq)]
pub struct Advice {
    /// How much of the way to the goal is behind one, from 0 to 1, by hours; see [`Closure::share`](super::Closure::share).
    pub share: f64,
    /// The steps that can be taken today, best first.
    pub steps: Vec<Step>,
    /// The goal's missing skills in the order of the plan.
    pub plan: Vec<SkillIx>,
    /// The sum of each one's worth times the hours until it is done: what the order makes small.
    pub cost: f64,
    /// No order has a smaller cost than this.
    pub bound: f64,
    /// Preferences (first, later) that are left out, since with the others they go round in a circle.
    pub refused: Vec<(SkillIx, SkillIx)>,
    /// How many of the goal's skills are missing.
    pub missing: usize,
    /// Hours that the goal still takes.
    pub hours_left: f64,
    /// The open choices, and what was taken for granted.
    pub assumed: Vec<Assumed>,
}

/// The whole reasoning for one skill.
#[derive(Clone, Debug, PartialEq)]
pub struct Why {
    /// Which skill.
    pub skill: SkillIx,
    /// Where the learner stands with it.
    pub status: Status,
    /// Hours that it still takes.
    pub hours_left: f64,
    /// What it requires and the learner does not have.
    pub missing: Vec<Node>,
    /// The roles that ask for it, directly or through a choice, with the weight.
    pub roles: Vec<(RoleIx, u8)>,
    /// The goal's missing skills that wait for it, in road order.
    pub opens: Vec<SkillIx>,
    /// Whether the way to the goal leads over it.
    pub on_the_way: bool,
    /// Its place among the steps that can be taken today, from 1.
    pub rank: Option<usize>,
    /// Why it comes where it does.
    pub reasons: Vec<Reason>,
}

/// What to do next towards `goal`, or towards all roles together without one.
pub fn advise(roadmap: &Roadmap, standing: &Standing, progress: &Progress, goal: Option<&Goal>) -> Advice {
    let worth = worth_of(roadmap, goal);
    let closure = closure(roadmap, standing, progress, &worth);
    let order = order(roadmap, standing, progress, &closure);
    let missing = closure.jobs.len();
    let hours_left_in_all = closure.jobs.iter().map(|job| closure.hours[job.at()]).sum();
    let asked = |skill: SkillIx| (goal, closure.worth[skill.at()]);
    let step = |skill: SkillIx| {
        let hours_left = closure.hours[skill.at()];
        let waiting = (order.opens[skill.at()], missing);
        Step {
            skill,
            status: standing.status(skill),
            hours_left,
            reasons: reasons(
                roadmap,
                standing,
                progress,
                (skill, order.leads[skill.at()]),
                asked(skill),
                waiting,
                hours_left,
            ),
        }
    };
    Advice {
        share: closure.share(roadmap, &worth, hours_left_in_all),
        steps: order.open.iter().map(|&skill| step(skill)).collect(),
        plan: order.plan,
        cost: order.cost,
        bound: order.bound,
        refused: order.refused,
        missing,
        hours_left: hours_left_in_all,
        assumed: closure.assumed,
    }
}

/// The whole reasoning for one skill.
pub fn why(
    roadmap: &Roadmap,
    standing: &Standing,
    progress: &Progress,
    goal: Option<&Goal>,
    skill: SkillIx,
) -> Why {
    let closure = closure(roadmap, standing, progress, &worth_of(roadmap, goal));
    let order = order(roadmap, standing, progress, &closure);
    let waits = |job: &SkillIx| *job != skill && closure.before(roadmap, standing, *job).contains(&skill);
    let opens: Vec<SkillIx> = closure.jobs.iter().copied().filter(waits).collect();
    let hours_left = closure.hours[skill.at()];
    let asked = (goal, closure.worth[skill.at()]);
    let waiting = (order.opens[skill.at()], closure.jobs.len());
    Why {
        skill,
        status: standing.status(skill),
        hours_left,
        missing: standing.missing(roadmap, skill),
        roles: roles_asking(roadmap, skill),
        on_the_way: closure.jobs.contains(&skill),
        rank: order.open.iter().position(|&open| open == skill).map(|at| at + 1),
        reasons: reasons(
            roadmap,
            standing,
            progress,
            (skill, order.leads[skill.at()]),
            asked,
            waiting,
            hours_left,
        ),
        opens,
    }
}

/// The roles that ask for a skill, directly or as an option of a choice.
fn roles_asking(roadmap: &Roadmap, skill: SkillIx) -> Vec<(RoleIx, u8)> {
    let stands_for = |node: Node| match node {
        Node::Skill(ix) => ix == skill,
        Node::Choice(ix) => roadmap.choice(ix).options.contains(&skill),
    };
    let weight = |needs: &[crate::domain::Need]| {
        needs.iter().filter(|need| stands_for(need.node)).map(|need| need.weight).max()
    };
    roadmap.roles().filter_map(|(ix, role)| weight(&role.needs).map(|weight| (ix, weight))).collect()
}

fn reasons(
    roadmap: &Roadmap,
    standing: &Standing,
    progress: &Progress,
    (skill, lead): (SkillIx, Option<Lead>),
    (goal, worth): (Option<&Goal>, u32),
    (opens, missing): (u32, usize),
    hours_left: f64,
) -> Vec<Reason> {
    let mut reasons = Vec::new();
    if standing.status(skill) == Status::Learning {
        reasons.push(Reason::Begun { day: progress.of(roadmap.skill(skill)).begun() });
    }
    if let Some(Lead { to, hours, .. }) = lead.filter(|lead| lead.to != skill) {
        reasons.push(Reason::LeadsTo { skill: to, hours });
    }
    match goal {
        Some(Goal::Role(_)) if worth > 0 => reasons.push(Reason::Asked { weight: worth }),
        None => {
            let roles = roles_asking(roadmap, skill).len() as u32;
            if roles > 0 {
                reasons.push(Reason::AskedByRoles { roles });
            }
        }
        _ => {}
    }
    if opens > 0 {
        reasons.push(Reason::Opens { skills: opens, of: missing as u32 });
    }
    if hours_left > 0.0 && hours_left <= SHORT {
        reasons.push(Reason::Short { hours: hours_left });
    }
    reasons
}
