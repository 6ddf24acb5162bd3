//! What the boxes of the map tell of.

use super::boxed::Is;
use crate::app::Session;
use crate::domain::SkillIx;
use crate::engine::{share, suggest};
use crate::export::cells::{Along, Told};

/// What a box tells of; `next` is the plan's next step.
pub fn told(session: &Session, is: Is, next: Option<SkillIx>) -> Told<'_> {
    let (roadmap, standing, progress) = (session.roadmap(), session.standing(), session.progress());
    match is {
        Is::Skill(ix) => {
            let skill = roadmap.skill(ix);
            let said = progress.of(skill);
            let ticked = skill.outcomes.iter().filter(|outcome| said.has_ticked(outcome.key)).count();
            Told::Skill {
                title: &skill.title,
                status: standing.status(ix),
                hours: suggest::hours_left(roadmap, standing, progress, ix),
                ticked,
                outcomes: skill.outcomes.len(),
                next: next == Some(ix),
                fading: session.fades(ix),
            }
        }
        Is::Choice(ix) => {
            let choice = roadmap.choice(ix);
            let had = choice.options.iter().filter(|&&option| standing.status(option).is_had()).count();
            let pick = choice.pick as usize;
            Told::Choice { title: &choice.title, had: had.min(pick), pick }
        }
        Is::Stage(stage) => Told::Stage {
            title: &roadmap.stage(stage).title,
            share: share::of_stage(roadmap, standing, stage),
        },
    }
}

/// How far a box is along; cheap enough to ask of the whole road.
pub fn along(session: &Session, is: Is) -> Along {
    match is {
        Is::Skill(skill) => session.standing().status(skill).into(),
        is => told(session, is, None).along(),
    }
}
